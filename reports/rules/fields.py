"""Every text that people typed into a cycle, each with its place: what rules of wording read. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.cycle.model import Evidence
from reports.document.model import ReportDocument
from reports.document.shapes import Section
from reports.rules.finding import Fault, Place
from reports.rules.rows import PLAN_CHAPTER, LocatedUpkeep, Row, rows, sections_of, text_place, upkeep_rows


@dataclass(frozen=True, slots=True)
class Field:
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


_latest: tuple[ReportDocument | None, tuple[Field, ...]] = (None, ())


def fields_of(document: ReportDocument) -> tuple[Field, ...]:
    """Every text that is not empty: of plans and upkeeps, of evidence, of priorities, and the office's own sections."""
    global _latest  # noqa: PLW0603 (rule after rule asks for the texts of the same report)
    known, fields = _latest
    if known is not document:
        fields = tuple(field for field in _all_fields(document) if field.text)
        _latest = (document, fields)
    return fields


def _all_fields(document: ReportDocument) -> Iterator[Field]:
    yield from _rationales(document)
    for row in rows(document):
        yield from _plan_fields(row)
        yield from _evidence_fields(row, row.plan.evidence)
    for upkeep in upkeep_rows(document):
        yield from _upkeep_fields(upkeep)
        yield from _evidence_fields(upkeep, upkeep.item.evidence)
    for section in sections_of(document):
        if section.own:
            yield Field(text_place(section), text_of(section), (section.key,), is_whole=False)


def _rationales(document: ReportDocument) -> Iterator[Field]:
    for number, priority in enumerate(document.source.followup.priorities, start=1):
        place = Place(PLAN_CHAPTER, "", str(number), "Alasan dipilih")
        yield Field(place, priority.rationale or "", (priority.element,))


def _plan_fields(row: Row) -> Iterator[Field]:
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
        yield Field(place, text or "", (row.element, plan.programme))


def _upkeep_fields(row: LocatedUpkeep) -> Iterator[Field]:
    thing = (row.item.element,)
    yield Field(row.place("Rencana Pemeliharaan"), row.item.plan or "", thing)
    yield Field(row.place("Bentuk Realisasi"), row.item.activity or "", thing)


def _evidence_fields(row: Row | LocatedUpkeep, evidence: Evidence) -> Iterator[Field]:
    thing = (row.element, row.plan.programme) if isinstance(row, Row) else (row.item.element,)
    yield Field(row.proven("Keterangan"), evidence.note or "", thing)
    for photo in evidence.photos:
        yield Field(row.proven("Keterangan Gambar"), photo.caption or "", (*thing, photo.file))


def text_of(section: Section) -> str:
    """What a section says with its values put in: paragraphs and items, one a line."""
    return "\n".join("".join(run.text for run in line) for block in section.blocks for line in block.lines)
