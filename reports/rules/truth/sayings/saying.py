"""What one sentence says against the data, with its message and the words that would be right. Pure."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reports.rules.finding import Severity
from reports.rules.truth.known import Truth
from reports.rules.truth.tokens.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Said:
    """A fault within a sentence: from ``start`` to ``end`` there stands what the rule speaks against."""

    rule: str
    start: int
    end: int
    message: str
    suggestion: str = ""
    severity: Severity = "warn"


Theme = Callable[[Sentence, Truth], Iterable[Said]]


def against(sentence: Sentence, rule: str, span: tuple[int, int], given: str, suggestion: str = "") -> Said:
    """The words of a span against what the data give; ``given`` goes on from *menurut data*."""
    start, end = span
    words = sentence.text[start:end].strip()
    mend = f"perbaiki atau ganti dengan {suggestion}" if suggestion else "perbaiki teksnya"
    return Said(rule, start, end, f"Tertulis “{words}”, sedangkan menurut data {given}; {mend}.", suggestion)
