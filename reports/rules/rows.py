"""The plans and upkeeps of a report as rules see them: what they are, and where they stand in its tables. Pure."""

from dataclasses import dataclass

from reports.cycle.model import Evidence, Plan, UpkeepData
from reports.document.fields import PlanAt, Printed, UpkeepAt
from reports.rules.finding import Fault, Place


@dataclass(frozen=True, slots=True)
class Row:
    """A plan with its place in the tables (``1 b``) and the key of its element."""

    at: PlanAt
    element: str
    plan: Plan

    @property
    def point(self) -> str:
        return self.at.row

    @property
    def evidence(self) -> Evidence:
        return self.plan.evidence

    @property
    def identity(self) -> tuple[str, ...]:
        """What it is known by, wherever it stands."""
        return (self.element, self.plan.programme)

    @property
    def is_done(self) -> bool:
        return self.plan.realisation.status == "done"

    @property
    def is_impossible(self) -> bool:
        return self.plan.realisation.status == "impossible"

    def fault(self, printed: Printed, message: str, *values: object) -> Fault:
        """A fault of one of its fields, and the values concerned."""
        return Fault(Place(printed, self.at), message, (*self.identity, *values))


@dataclass(frozen=True, slots=True)
class LocatedUpkeep:
    """An upkeep with its number in Tabel 3.2."""

    at: UpkeepAt
    item: UpkeepData

    @property
    def evidence(self) -> Evidence:
        return self.item.evidence

    @property
    def identity(self) -> tuple[str, ...]:
        return (self.item.element,)

    def fault(self, printed: Printed, message: str, *values: object) -> Fault:
        return Fault(Place(printed, self.at), message, (*self.identity, *values))
