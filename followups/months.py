"""A calendar month and arithmetic with it. Pure; how a month is printed is in reports/words/language.py."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

_TEXT = re.compile(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of the calendar; months compare and sort by time."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Self:
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``YYYY-MM``; anything else, year 0000 too, raises ValueError."""
        match = _TEXT.fullmatch(text)
        if not match or match[1] == "0000":
            raise ValueError(f"not a month: {text!r}")
        return cls(int(match[1]), int(match[2]))

    @property
    def first_day(self) -> date:
        return date(self.year, self.number, 1)

    def plus(self, months: int) -> Self:
        """The month so many months later (earlier, if negative)."""
        index = self.year * 12 + self.number - 1 + months
        return type(self)(index // 12, index % 12 + 1)

    def months_to(self, other: Self) -> int:
        """How many months later the other is; negative if it is earlier."""
        return (other.year - self.year) * 12 + other.number - self.number

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"


def months_between(start: Month, end: Month) -> tuple[Month, ...]:
    """Every month from start to end, both included; empty if end comes first."""
    count = start.months_to(end) + 1
    return tuple(start.plus(offset) for offset in range(count))
