"""What the rules say of one office text as it is typed, sentence by sentence, and the text with a suggestion put in."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Self

from reports.document.fields import TEXT, SectionAt
from reports.document.source import Source
from reports.findings.answers import Judged, judged_by
from reports.findings.page import ICONS
from reports.models import Answer
from reports.rules.case import Case, case_of
from reports.rules.finding import Place, Severity
from reports.rules.registry import findings_of
from reports.rules.truth.reading import Contradiction
from reports.rules.truth.rules import RULES

AROUND = 70
_SEVERITIES = {rule.id: rule.severity for rule in RULES}


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding of a text. ``before``, ``words``, ``after`` are the sentence with what it is about in the middle.

    ``suggestion`` may be put in the place of the words, which stand at ``start`` to ``end``; ``mend`` asks for it.
    ``reason`` is what was said to it, if it has been answered.
    """

    severity: Severity
    message: str
    before: str = ""
    words: str = ""
    after: str = ""
    suggestion: str = ""
    start: int = 0
    end: int = 0
    mend: str = ""
    reason: str = ""

    @classmethod
    def of_claim(cls, claim: Contradiction) -> Self:
        before, words, after = claim.sentence.partition(claim.words)
        if len(before) > AROUND:  # enough to know the place
            before = f"… {before[-AROUND:].partition(' ')[2]}"
        if len(after) > AROUND:
            after = f"{after[:AROUND].rpartition(' ')[0]} …"
        shown = (before, words, after) if words != claim.sentence else ("", "", "")
        place = (claim.start, claim.end, _name(claim)) if claim.suggestion else (0, 0, "")
        return cls(_SEVERITIES[claim.rule], claim.message, *shown, claim.suggestion, *place)

    @property
    def icon(self) -> str:
        return ICONS[self.severity]


def remarks_on(case: Case, key: str, given: Iterable[Answer] = ()) -> tuple[Remark, ...]:
    """What the rules find in an own text of a report: claims in their order, then the rest."""
    return tuple(_remarks(case, judged_by(given, findings_of(case)), key)) if case.cycle.narrative.get(key) else ()


def remarks_of(source: Source, texts: Mapping[str, str]) -> dict[str, tuple[Remark, ...]]:
    """The same for several sections at once if these are their texts: the report is built and judged one time."""
    case = case_with(source, texts)
    found = judged_by((), findings_of(case))
    return {key: tuple(_remarks(case, found, key)) for key in texts}


def mended(source: Source, key: str, typed: str, wish: str) -> str:
    """The text with the suggestion of one claim in place of its words; as it was where there is no such claim."""
    chosen = next((claim for claim in _claims_of(case_with(source, {key: typed}), key) if _name(claim) == wish), None)
    if chosen is None or not chosen.suggestion:
        return typed
    return typed[: chosen.start] + chosen.suggestion + typed[chosen.end :]


def case_with(source: Source, texts: Mapping[str, str]) -> Case:
    """The report to be judged as if these were the own texts of its sections."""
    narrative = source.cycle.narrative | dict(texts)
    return case_of(replace(source, cycle=replace(source.cycle, narrative=narrative)))


def _claims_of(case: Case, key: str) -> tuple[Contradiction, ...]:
    return tuple(claim for section, claim in case.claims if section.key == key)


def _remarks(case: Case, found: Iterable[Judged], key: str) -> Iterator[Remark]:
    place = next(Place(TEXT, SectionAt.of(section)) for section in case.document.sections if section.key == key)
    here = [item for item in found if item.finding.place == place]
    reasons = {(item.finding.id, item.finding.message): item.answer.reason for item in here if item.answer}
    for claim in _claims_of(case, key):
        yield replace(Remark.of_claim(claim), reason=reasons.get((claim.rule, claim.message), ""))
    for item in here:
        if item.finding.id not in _SEVERITIES:
            reason = item.answer.reason if item.answer else ""
            yield Remark(item.finding.severity, item.finding.message, reason=reason)


def _name(claim: Contradiction) -> str:
    return f"{claim.rule}:{claim.start}"
