"""The plans and upkeeps of a report as rules see them, with their places in its tables. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from followups.points import letter
from reports.cycle.model import Plan, UpkeepData
from reports.document.model import ReportDocument
from reports.document.shapes import Section
from reports.rules.finding import Fault, Place

PLAN_CHAPTER, DONE_CHAPTER, END_CHAPTER, ANNEX = "Bab II", "Bab III", "Bab IV", "Lampiran"


@dataclass(frozen=True, slots=True)
class Row:
    """A plan with its place in the tables (``1 b``) and the key of its element."""

    point: str
    element: str
    plan: Plan

    @property
    def is_done(self) -> bool:
        return self.plan.realisation.status == "done"

    @property
    def is_impossible(self) -> bool:
        return self.plan.realisation.status == "impossible"

    def fault(self, place: Place, message: str, *values: object) -> Fault:
        """A fault of this plan, known by its name wherever it stands, and the values concerned."""
        return Fault(place, message, (self.element, self.plan.programme, *values))

    def planned(self, field: str) -> Place:
        return Place(PLAN_CHAPTER, "Tabel 2.2", self.point, field)

    def realised(self, field: str) -> Place:
        return Place(DONE_CHAPTER, "Tabel 3.1", self.point, field)

    def completed(self, field: str) -> Place:
        return Place(END_CHAPTER, "Tabel 4.1" if field != "Alasan" else "", self.point, field)

    def proven(self, field: str) -> Place:
        return Place(ANNEX, "Tabel 3.1", self.point, field)


@dataclass(frozen=True, slots=True)
class LocatedUpkeep:
    """An upkeep with its number in Tabel 3.2."""

    number: int
    item: UpkeepData

    def fault(self, place: Place, message: str, *values: object) -> Fault:
        return Fault(place, message, (self.item.element, *values))

    def place(self, field: str) -> Place:
        return Place(DONE_CHAPTER, "Tabel 3.2", str(self.number), field)

    def proven(self, field: str) -> Place:
        return Place(ANNEX, "Tabel 3.2", str(self.number), field)


def rows(document: ReportDocument) -> Iterator[Row]:
    for number, priority in enumerate(document.source.followup.priorities, start=1):
        for position, plan in enumerate(priority.plans):
            yield Row(f"{number} {letter(position)}", priority.element, plan)


def score_texts(document: ReportDocument) -> dict[str, str]:
    """The scores as the report prints them, by the key of their element."""
    return {row.key: row.score_text for row in document.plans.results.rows}


def open_rows(document: ReportDocument) -> Iterator[Row]:
    return (row for row in rows(document) if not row.is_done)


def possible_rows(document: ReportDocument) -> Iterator[Row]:
    """The open plans that can still be carried out: those of Tabel 4.1."""
    return (row for row in open_rows(document) if not row.is_impossible)


def done_rows(document: ReportDocument) -> Iterator[Row]:
    return (row for row in rows(document) if row.is_done)


def upkeep_rows(document: ReportDocument) -> Iterator[LocatedUpkeep]:
    return (LocatedUpkeep(number, item) for number, item in enumerate(document.source.followup.upkeep, start=1))


def sections_of(document: ReportDocument) -> tuple[Section, ...]:
    """Every section of the report, in its order."""
    plans, done, end = document.plans, document.realisation, document.conclusion
    return (
        document.preface.section,
        *document.introduction.sections,
        *(plans.results.section, plans.priorities, plans.plans, plans.upkeep),
        *(done.introduction, done.priorities, done.upkeep, done.evaluation),
        *(end.opening, end.closing),
    )


def text_place(section: Section) -> Place:
    """A section among the texts of the report."""
    return Place("Teks laporan", "", "", f"{section.number} {section.title}".strip())
