"""The period of a survey: a month, quarter, semester or year, its code, its names and its neighbours. Pure.

On which days a survey was held is another matter: those lie in the survey's own row, and may lie oddly.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from typing import Any, Self

FIRST_YEAR, LAST_YEAR = 2000, 2999
_YEAR = "2[0-9]{3}"
MONTHS = (
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()  # noqa: SIM905
)
_ROMAN = ("I", "II", "III", "IV")
_PART = "B(?:0[1-9]|1[0-2])|T[1-4]|S[12]"
_SHAPE = re.compile(rf"({_YEAR})(?:-({_PART}))?")


class PeriodKind(IntEnum):
    """How long a period is, in months."""

    MONTH = 1
    QUARTER = 3
    SEMESTER = 6
    YEAR = 12

    @property
    def word(self) -> str:
        return _WORDS[self]

    @property
    def in_a_year(self) -> int:
        return 12 // self


_WORDS = {
    PeriodKind.MONTH: "Bulan",
    PeriodKind.QUARTER: "Triwulan",
    PeriodKind.SEMESTER: "Semester",
    PeriodKind.YEAR: "Tahun",
}
_LETTERS = {"B": PeriodKind.MONTH, "T": PeriodKind.QUARTER, "S": PeriodKind.SEMESTER}
_LETTER_OF = {kind: letter for letter, kind in _LETTERS.items()}


@dataclass(frozen=True, slots=True)
class Period:
    """One period: ``number`` counts those of its kind within the year, from 1."""

    year: int
    kind: PeriodKind
    number: int

    @classmethod
    def parse(cls, code: str) -> Self:
        """Read ``2025-B03``, ``2025-T2``, ``2025-S1`` or ``2025``; ValueError for anything else."""
        match = _SHAPE.fullmatch(code)
        if not match:
            raise ValueError(f"not a period: {code!r}")
        part = match[2]
        return cls(int(match[1]), _LETTERS[part[0]], int(part[1:])) if part else cls(int(match[1]), PeriodKind.YEAR, 1)

    @classmethod
    def around(cls, day: date, kind: PeriodKind) -> Self:
        """The period of this kind in which a day lies."""
        return cls(day.year, kind, (day.month - 1) // kind + 1)

    @property
    def code(self) -> str:
        """As addresses, commands and cycle files name it."""
        return f"{self.year}-{self.part}" if self.part else f"{self.year}"

    @property
    def part(self) -> str:
        """What the code says behind the year: ``B03``, ``T2``, ``S1``, or nothing for a whole year."""
        if self.kind == PeriodKind.YEAR:
            return ""
        width = 2 if self.kind == PeriodKind.MONTH else 1
        return f"{_LETTER_OF[self.kind]}{self.number:0{width}d}"

    @property
    def label(self) -> str:
        """``Bulan Maret 2025``, ``Triwulan II Tahun 2025``, ``Semester I Tahun 2025``, ``Tahun 2025``."""
        match self.kind:
            case PeriodKind.MONTH:
                return f"Bulan {MONTHS[self.number - 1]} {self.year}"
            case PeriodKind.YEAR:
                return f"Tahun {self.year}"
        return f"{self.kind.word} {_ROMAN[self.number - 1]} Tahun {self.year}"

    @property
    def short_part(self) -> str:
        """What stands above the year where there is little room: ``Mar``, ``Tw II``, ``Sem I``, ``Tahun``."""
        match self.kind:
            case PeriodKind.MONTH:
                return MONTHS[self.number - 1][:3]
            case PeriodKind.QUARTER:
                return f"Tw {_ROMAN[self.number - 1]}"
            case PeriodKind.SEMESTER:
                return f"Sem {_ROMAN[self.number - 1]}"
        return "Tahun"

    @property
    def short_label(self) -> str:
        """``Mar 2025``, ``Tw II 2025``, ``Sem I 2025``, ``Tahun 2025``."""
        return f"{self.short_part} {self.year}"

    @property
    def first_month(self) -> int:
        return self.last_month - self.kind + 1

    @property
    def last_month(self) -> int:
        return self.kind * self.number

    @property
    def first_day(self) -> date:
        return date(self.year, self.first_month, 1)

    @property
    def last_day(self) -> date:
        return self._plus(1).first_day - timedelta(days=1)

    @property
    def next(self) -> Self:
        """The one of the same kind that follows."""
        return self._plus(1)

    @property
    def previous(self) -> Self:
        return self._plus(-1)

    def encloses(self, other: "Period") -> bool:
        """Whether the other lies within this one; a period lies within itself."""
        within = self.first_month <= other.first_month and other.last_month <= self.last_month
        return self.year == other.year and within

    def _plus(self, periods: int) -> Self:
        index = self.year * self.kind.in_a_year + self.number - 1 + periods
        return type(self)(index // self.kind.in_a_year, self.kind, index % self.kind.in_a_year + 1)

    def __str__(self) -> str:
        return self.code


class PeriodConverter:
    """The ``period`` of a path; anything of another shape is no address of ours."""

    regex = rf"{_YEAR}(?:-(?:{_PART}))?"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


def of_period(period: str, path: str = "") -> dict[str, Any]:
    """The look-up of a survey (under ``path``, as in ``followup__survey__``) by the code of its period.

    Raises ValueError for anything that is no such code.
    """
    found = Period.parse(period)
    return {f"{path}{name}": getattr(found, name) for name in ("year", "kind", "number")}
