"""The plans and upkeeps of a report as rules see them, with their places in its tables. Pure."""

from dataclasses import dataclass

from reports.cycle.model import Plan, UpkeepData
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


def text_place(section: Section) -> Place:
    """A section among the texts of the report."""
    return Place("Teks laporan", "", "", section.heading)
