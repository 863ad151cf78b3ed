"""Every text that people typed into a cycle, each with its place: what rules of wording read. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from offices.fields import Kind
from reports.document import fields as printed
from reports.document.facts import Facts
from reports.document.fields import PRINTED, Printed, PriorityAt, SectionAt
from reports.document.shapes import Section
from reports.rules.faults import Proven, evidence_of, identity_of, place_of
from reports.rules.finding import Fault, Place


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


def typed_texts(facts: Facts, sections: Iterable[Section]) -> Iterator[TypedText]:
    """Every text, empty ones too: of priorities, of plans and upkeeps with their proof, the office's own sections."""
    for priority in facts.priorities:
        place = Place(printed.RATIONALE, PriorityAt(priority.number, priority.element.key))
        yield TypedText(place, priority.rationale or "", (priority.element.key,))
    for plan in facts.plans:
        parts = {
            "plan": plan.plan,
            "realisation": plan.plan.realisation,
            "completion": None if plan.done else plan.plan.completion,
        }
        for each in PRINTED:
            if each.field.kind is Kind.TEXT and each.field.of in parts:
                yield _text(plan, each, getattr(parts[each.field.of], each.field.key, None))
        yield from _evidence_texts(plan)
    for upkeep in facts.upkeep:
        yield _text(upkeep, printed.UPKEEP_PLAN, upkeep.data.plan)
        yield _text(upkeep, printed.UPKEEP_ACTIVITY, upkeep.data.activity)
        yield from _evidence_texts(upkeep)
    for section in sections:
        if section.own:
            yield TypedText(Place(printed.TEXT, SectionAt.of(section)), section.text, (section.key,), is_whole=False)


def _evidence_texts(fact: Proven) -> Iterator[TypedText]:
    evidence = evidence_of(fact)
    yield _text(fact, printed.NOTE, evidence.note)
    for photo in evidence.photos:
        yield _text(fact, printed.CAPTION, photo.caption, photo.file)
    for page in evidence.web_pages:
        yield _text(fact, printed.WEB_CAPTION, page.caption, page.address)


def _text(fact: Proven, field: Printed, text: str | None, *thing: str) -> TypedText:
    return TypedText(Place(field, place_of(fact)), text or "", (*identity_of(fact), *thing))
