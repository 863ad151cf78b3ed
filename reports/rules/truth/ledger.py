"""From judged tokens to what is told: a mention for the ledger, a contradiction for the findings. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.document.fields import SectionAt
from reports.rules.finding import Place, Severity
from reports.rules.truth.frames.frame import Told
from reports.rules.truth.names import unknown_names
from reports.rules.truth.reading import Contradiction, Mention
from reports.rules.truth.scanned import Scanned
from reports.rules.truth.tokens.sentences import ReadText

_NUMBERS = "NXCFBIAdDMQSYRLZH"
_NAMES = "EPUOKo"


@dataclass(frozen=True, slots=True)
class TypedSpan:
    """Where words stand in a text as typed."""

    place: Place
    start: int
    end: int
    words: str


def spot_of(read: ReadText, sentence: Scanned, first: int, last: int) -> TypedSpan | None:
    """Where tokens stand as typed; None where a placeholder gave any of them."""
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    span = read.typed_span(sentence.start + start, sentence.start + end)
    if span is None:
        return None
    words = sentence.text[start:end]
    return TypedSpan(
        sentence.where.place, *span, words if len(words) == span[1] - span[0] else read.typed[slice(*span)]
    )


def mention_of(spot: TypedSpan, told: Told) -> Mention:
    word = _word(spot, told)
    if told.right:
        return Mention(spot.place, spot.start, spot.end, spot.words, "right", None, word)
    return Mention(spot.place, spot.start, spot.end, spot.words, "wrong", told.value, word)


def contradiction(spot: TypedSpan, sentence: Scanned, told: Told) -> Contradiction:
    """The claim of a wrong mention; where no placeholder can stand, none is offered."""
    suggestion = _word(spot, told) or ""
    mend = f"perbaiki atau ganti dengan {suggestion}" if suggestion else "perbaiki teksnya"
    message = f"Tertulis “{spot.words}”, sedangkan menurut data {told.given}; {mend}."
    severity: Severity = "warn" if told.sure else "info"
    return Contradiction(
        told.rule,
        severity,
        spot.place,
        spot.start,
        spot.end,
        spot.words,
        sentence.text.strip(),
        message,
        suggestion,
    )


def _word(spot: TypedSpan, told: Told) -> str | None:
    can_stand = told.placeholder and isinstance(spot.place.thing, SectionAt)
    return f"{{{{ {told.placeholder} }}}}" if can_stand else None


def unjudged(read: ReadText, sentence: Scanned, judged: set[int]) -> Iterator[Mention]:
    """What no frame took: names of this report are right as such, of the rest nothing is known."""
    for at, token in enumerate(sentence.tokens):
        if at in judged or token.kind not in _NUMBERS + _NAMES:
            continue
        if spot := spot_of(read, sentence, at, at):
            is_known = token.kind in _NAMES and (token.kind != "o" or token.key == "parent")
            yield Mention(spot.place, spot.start, spot.end, spot.words, "right" if is_known else "unknown")
    for first, last in unknown_names(sentence):
        if judged.isdisjoint(range(first, last + 1)) and (spot := spot_of(read, sentence, first, last)):
            yield Mention(spot.place, spot.start, spot.end, spot.words, "unknown")
