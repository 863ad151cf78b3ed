"""Every text that people typed into a cycle, each with its place: what rules of wording read. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reports.cycle.model import Evidence, PriorityData
from reports.document.shapes import Section
from reports.rules.finding import Fault, Place
from reports.rules.rows import PLAN_CHAPTER, LocatedUpkeep, Row, text_place


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
        yield from _evidence_texts(row, row.plan.evidence)
    for item in upkeep:
        yield from _upkeep_texts(item)
        yield from _evidence_texts(item, item.item.evidence)
    for section in sections:
        if section.own:
            yield TypedText(text_place(section), section.text, (section.key,), is_whole=False)


def _rationales(priorities: Iterable[PriorityData]) -> Iterator[TypedText]:
    for number, priority in enumerate(priorities, start=1):
        place = Place(PLAN_CHAPTER, "", str(number), "Alasan dipilih")
        yield TypedText(place, priority.rationale or "", (priority.element,))


def _plan_texts(row: Row) -> Iterator[TypedText]:
    plan, done, completion = row.plan, row.plan.realisation, row.plan.completion
    texts = [
        (row.planned("Program/Kegiatan"), plan.programme),
        (row.planned("Indikator"), plan.indicator),
        (row.planned("Target"), plan.target),
        (row.realised("Deskripsi Realisasi"), done.description),
        (row.realised("Tantangan/Hambatan"), done.obstacle),
    ]
    if completion and not row.is_done:
        texts.append((row.completed("Alasan"), completion.reason))
        texts.append((row.completed("Strategi Penyelesaian"), completion.strategy))
    for place, text in texts:
        yield TypedText(place, text or "", (row.element, plan.programme))


def _upkeep_texts(row: LocatedUpkeep) -> Iterator[TypedText]:
    thing = (row.item.element,)
    yield TypedText(row.place("Rencana Pemeliharaan"), row.item.plan or "", thing)
    yield TypedText(row.place("Bentuk Realisasi"), row.item.activity or "", thing)


def _evidence_texts(row: Row | LocatedUpkeep, evidence: Evidence) -> Iterator[TypedText]:
    thing = (row.element, row.plan.programme) if isinstance(row, Row) else (row.item.element,)
    yield TypedText(row.proven("Keterangan"), evidence.note or "", thing)
    for photo in evidence.photos:
        yield TypedText(row.proven("Keterangan Gambar"), photo.caption or "", (*thing, photo.file))
