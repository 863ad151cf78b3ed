"""Which level a value reaches, and how many months lie between two reports. Pure."""

from calendar import monthrange
from datetime import date
from decimal import Decimal

from followups.months import Month
from oversight.levels.schemes import Bound, Indicator


def level_of(indicator: Indicator, value: Decimal | None) -> int:
    """The highest level whose bound the value reaches; 0 where there is no value, or it reaches none."""
    if value is None:
        return 0
    reached = [level for level, bound in enumerate(indicator.bounds, start=1) if _reaches(indicator, value, bound)]
    return max(reached, default=0)


def _reaches(indicator: Indicator, value: Decimal, bound: Bound) -> bool:
    if value == bound.value:
        return not bound.open
    return (value < bound.value) is indicator.less_is_better


def percent(part: int, total: int) -> Decimal | None:
    """None where there is nothing of which it could be a part."""
    return Decimal(100 * part) / Decimal(total) if total else None


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of a month that is too short for it."""
    month = Month.of(day).plus(months)
    return date(month.year, month.number, min(day.day, monthrange(month.year, month.number)[1]))


def months_begun(start: date, end: date) -> Decimal | None:
    """How many months were begun from one day to a later one: 1 until the same day of the next month, that day too.

    None where the end lies before the start: then one of both is wrong.
    """
    if end < start:
        return None
    months = Month.of(start).months_to(Month.of(end))
    return Decimal(months if end <= months_after(start, months) else months + 1)
