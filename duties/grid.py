"""All plans of a cycle by month: what was planned, what is done, what is late, and where today is. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from followups.months import Month, months_between
from followups.progress import DONE, IMPOSSIBLE

Mark = Literal["planned", "done", "late", "impossible", ""]
WORDS: dict[Mark, str] = {
    "planned": "direncanakan",
    "done": "selesai",
    "late": "terlambat",
    "impossible": "tidak dapat dilaksanakan",
}
ICONS: dict[Mark, str] = {
    "planned": "circle",
    "done": "circle-check",
    "late": "triangle-alert",
    "impossible": "circle-slash",
}


@dataclass(frozen=True, slots=True)
class PlanSpan:
    """One plan on the calendar; ``point`` as tables have it (``1 a``), ``place``: its page."""

    point: str
    programme: str
    units: str
    place: str
    status: str
    planned: tuple[Month, ...]
    realised: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One month of one plan."""

    mark: Mark
    is_now: bool

    @property
    def word(self) -> str:
        return WORDS.get(self.mark, "")

    @property
    def icon(self) -> str:
        return ICONS.get(self.mark, "")


@dataclass(frozen=True, slots=True)
class GridRow:
    plan: PlanSpan
    cells: tuple[Cell, ...]

    @property
    def is_late(self) -> bool:
        return any(cell.mark == "late" for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Grid:
    """``months``: the columns. ``late``: how many plans are."""

    months: tuple[Month, ...]
    today: Month
    rows: tuple[GridRow, ...]

    @property
    def late(self) -> int:
        return sum(row.is_late for row in self.rows)


def grid_of(plans: Iterable[PlanSpan], first: Month, last: Month, today: Month) -> Grid:
    """From the first month of the follow-up, or of what was done before it, to the last of either."""
    known = tuple(plans)
    months = [month for plan in known for month in (*plan.planned, *plan.realised)]
    columns = months_between(min(first, *months), max(last, *months)) if months else months_between(first, last)
    rows = (GridRow(plan, tuple(Cell(_mark(plan, each, today), each == today) for each in columns)) for plan in known)
    return Grid(columns, today, tuple(rows))


def _mark(plan: PlanSpan, month: Month, today: Month) -> Mark:
    """A plan that is done without a month of its own was done when it was planned."""
    done = (plan.realised or plan.planned) if plan.status == DONE else plan.realised
    if month in done:
        return "done"
    if month not in plan.planned:
        return ""
    if plan.status == IMPOSSIBLE:
        return "impossible"
    return "late" if plan.status != DONE and month < today else "planned"
