"""Working days between two days: Monday to Friday but for the national holidays and joint leave of Indonesia."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import holidays
from holidays.version import __version__

SOURCE = f"daftar hari libur dalam portal (holidays {__version__})"
"""Whose list of holidays it is."""
_SATURDAY = 5
_ESTIMATED = "(perkiraan)"


@dataclass(frozen=True, slots=True)
class Workdays:
    """``count``: of them; ``off``: the days from Monday to Friday that are none, each with its name."""

    count: int
    off: tuple[tuple[date, str], ...]

    @property
    def is_estimate(self) -> bool:
        """Whether one of the holidays was not laid down yet when the list was made."""
        return any(name.endswith(_ESTIMATED) for _day, name in self.off)


def workdays_between(first: date, last: date) -> Workdays:
    """Both days belong to it; none where they stand in the wrong order."""
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    of_week = [day for day in days if day.weekday() < _SATURDAY]
    off = tuple((day, name) for day in of_week if (name := _holidays_of(day.year).get(day)))
    return Workdays(len(of_week) - len(off), off)


@cache
def _holidays_of(year: int) -> dict[date, str]:
    found = holidays.country_holidays("ID", years=year, language="id", categories=("public", "government"))
    return {day: str(name) for day, name in found.items()}
