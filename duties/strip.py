"""A strip of twelve months with the cycles that overlap in them: survey, follow-up and report of each. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from followups.months import Month, months_between
from reports.issuing.handing.delivery import NOT_SENT, Delivery

BEFORE, AFTER = 4, 7
"""How many months are shown before this one and after it."""
UNIT = 100
"""The width of a month in the units of the picture."""
Part = Literal["survey", "followup", "report"]


@dataclass(frozen=True, slots=True)
class CycleSpan:
    """When a cycle does what. ``address``: of its overview; ``now``: where it is, in words."""

    label: str
    address: str
    survey: tuple[Month, Month]
    followup: tuple[Month, Month]
    report: Month
    now: str = ""


def phase_of(lock: str, followup: tuple[Month, Month], today: Month, delivery: Delivery = NOT_SENT) -> str:
    """Where a cycle is by the calendar, and once it is signed on its way; ``lock`` is that of its survey."""
    if lock == "signed":
        told = delivery.told
        return f"laporan {told[0].lower()}{told[1:]}" if delivery.sent_on else "laporan sudah ditandatangani"
    if lock == "prepared":
        return "laporan siap ditandatangani"
    if today < followup[0]:
        return "survei dan rencana"
    return "melaksanakan RTL" if today <= followup[1] else "menyusun laporan"


@dataclass(frozen=True, slots=True)
class Bar:
    """A part of a cycle on the strip: where it begins and how wide it is, in units of the picture."""

    part: Part
    start: int
    width: int


@dataclass(frozen=True, slots=True)
class StripRow:
    span: CycleSpan
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """``today``: where this very day lies, in units of the picture."""

    months: tuple[Month, ...]
    today: int
    rows: tuple[StripRow, ...]

    @property
    def width(self) -> int:
        return UNIT * len(self.months)


def strip_of(cycles: Iterable[CycleSpan], today: date) -> Strip:
    """The cycles of which any part lies in these months, in the order in which they come."""
    now = Month.of(today)
    months = months_between(now.plus(-BEFORE), now.plus(AFTER))
    rows = (StripRow(cycle, _bars(cycle, months)) for cycle in cycles)
    return Strip(months, UNIT * BEFORE + UNIT * (today.day - 1) // 31, tuple(row for row in rows if row.bars))


def _bars(cycle: CycleSpan, months: tuple[Month, ...]) -> tuple[Bar, ...]:
    parts: dict[Part, tuple[Month, Month]] = {
        "survey": cycle.survey,
        "followup": cycle.followup,
        "report": (cycle.report, cycle.report),
    }
    bars = []
    for part, (first, last) in parts.items():
        start = max(first, months[0])
        end = min(last, months[-1])
        if start <= end:
            bars.append(Bar(part, UNIT * months[0].months_to(start), UNIT * (start.months_to(end) + 1)))
    return tuple(bars)
