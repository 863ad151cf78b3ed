"""Every text that people typed into a cycle, each with its place: what rules of wording read. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from offices.fields import Kind
from reports.cycle.model import PriorityData
from reports.document import fields as printed
from reports.document.fields import PRINTED, PriorityAt, SectionAt
from reports.document.shapes import Section
from reports.rules.finding import Fault, Place
from reports.rules.rows import LocatedUpkeep, Row


@dataclass(frozen=True, slots=True)
class TypedText:
    """A typed text with its place; ``thing`` says of what it speaks, wherever that stands.

    ``is_whole``: the text stands for itself, so that it should not break off; a section is many paragraphs.
    """

    place: Place
    text: str
    thing: tuple[str, ...]
    is_whole: bool = True

    def fault(self, message: str, *values: object) -> Fault:
        """A fault of this text: what is said of it lapses when the values change."""
        return Fault(self.place, message, (*self.thing, *values))


def typed_texts(
    priorities: Iterable[PriorityData],
    plans: Iterable[Row],
    upkeep: Iterable[LocatedUpkeep],
    sections: Iterable[Section],
) -> Iterator[TypedText]:
    """Every text, empty ones too: of priorities, of plans and upkeeps with their proof, the office's own sections."""
    yield from _rationales(priorities)
    for row in plans:
        yield from _plan_texts(row)
        yield from _evidence_texts(row)
    for item in upkeep:
        yield from _upkeep_texts(item)
        yield from _evidence_texts(item)
    for section in sections:
        if section.own:
            yield TypedText(Place(printed.TEXT, SectionAt.of(section)), section.text, (section.key,), is_whole=False)


def _rationales(priorities: Iterable[PriorityData]) -> Iterator[TypedText]:
    for number, priority in enumerate(priorities, start=1):
        place = Place(printed.RATIONALE, PriorityAt(number, priority.element))
        yield TypedText(place, priority.rationale or "", (priority.element,))


def _plan_texts(row: Row) -> Iterator[TypedText]:
    """The texts of a plan; of a completion only where it is printed."""
    parts = {
        "plan": row.plan,
        "realisation": row.plan.realisation,
        "completion": None if row.is_done else row.plan.completion,
    }
    for each in PRINTED:
        if each.field.kind is Kind.TEXT and each.field.of in parts:
            text = getattr(parts[each.field.of], each.field.key, None)
            yield TypedText(Place(each, row.at), text or "", row.identity)


def _upkeep_texts(row: LocatedUpkeep) -> Iterator[TypedText]:
    yield TypedText(Place(printed.UPKEEP_PLAN, row.at), row.item.plan or "", row.identity)
    yield TypedText(Place(printed.UPKEEP_ACTIVITY, row.at), row.item.activity or "", row.identity)


def _evidence_texts(row: Row | LocatedUpkeep) -> Iterator[TypedText]:
    yield TypedText(Place(printed.NOTE, row.at), row.evidence.note or "", row.identity)
    for photo in row.evidence.photos:
        yield TypedText(Place(printed.CAPTION, row.at), photo.caption or "", (*row.identity, photo.file))
