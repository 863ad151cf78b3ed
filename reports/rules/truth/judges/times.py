"""Whether a time as told is a day, a range of days or a run of months, or lies within one. Pure."""

from datetime import date

from followups.months import Month
from reports.rules.truth.tokens.token import Moment, When


def is_day(moment: Moment, day: date) -> bool:
    """Whether what was told of a moment fits a day."""
    told = (moment.year in (None, day.year)) and moment.month == day.month
    return told and moment.day in (None, day.day)


def is_month(moment: Moment, month: Month) -> bool:
    return moment.month == month.number and moment.year in (None, month.year)


def is_days(when: When, start: date, end: date) -> bool:
    """Whether a range is that from one day to another, in its own precision."""
    return is_day(when.first, start) and is_day(when.last, end)


def is_months(when: When, start: Month, end: Month) -> bool:
    return is_month(when.first, start) and is_month(when.last, end)


def lies_within(when: When, start: date, end: date) -> bool:
    """Whether a day or month has anything in a range; without a year in any year of it."""
    for year in range(start.year, end.year + 1):
        first = _first(when.first.in_year(year))
        last = _last(when.last.in_year(year))
        if first and last and first <= end and last >= start:
            return True
    return False


def _first(moment: Moment) -> date | None:
    try:
        return date(moment.year or 1, moment.month, moment.day or 1)
    except ValueError:
        return None


def _last(moment: Moment) -> date | None:
    if moment.day:
        return _first(moment)
    return date.fromordinal(Month(moment.year or 1, moment.month).plus(1).first_day.toordinal() - 1)
