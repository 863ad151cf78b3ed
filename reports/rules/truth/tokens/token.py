"""What a sentence consists of for who reads it against data: typed tokens with their value and place. Pure."""

from dataclasses import dataclass
from decimal import Decimal

from followups.months import Month
from surveys.periods import Period, PeriodKind

KINDS = {
    "N": "a whole number",
    "X": "a number with decimals",
    "C": "a percentage",
    "F": "a fraction in words: separuh, dua pertiga",
    "B": "a band of numbers: 76,61–88,30",
    "A": "an amount of something else: 15 menit, Rp2.000",
    "H": "a duration in days, weeks or months",
    "k": "an ordinal or a collective: kedua, ke-2",
    "D": "a day",
    "M": "a month",
    "Q": "a quarter",
    "S": "a semester",
    "Y": "a year",
    "R": "a range of days or months",
    "L": "a law with its number and year",
    "Z": "a figure, table, chapter or page of this report",
    "d": "a number of a document, an address, a room",
    "E": "an element of the survey",
    "e": "an ordinary word that may be one",
    "P": "a plan by its name",
    "U": "a unit of the office",
    "O": "this office",
    "o": "another office, or its own supervisor",
    "K": "the signatory",
    "G": "a letter of a grade, alone or with its word",
    "g": "the word of a grade alone",
    "|": "a joint of clauses",
    ".": "any other word",
}
"""What the letters of a token string stand for; those of nouns and verbs stand in words.py beside them."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, month or year as told, as far as it was told."""

    year: int | None
    month: int
    day: int | None = None

    def in_year(self, year: int | None) -> "Moment":
        return self if self.year is not None else Moment(year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class When:
    """A time as told, from its first to its last moment; ``kind`` for a period of the calendar."""

    first: Moment
    last: Moment
    kind: PeriodKind | None = None

    @property
    def period(self) -> Period | None:
        """The period of the calendar, if it is one and its year was told."""
        if self.kind is None or self.first.year is None:
            return None
        return Period(self.first.year, self.kind, (self.first.month - 1) // self.kind + 1)

    @property
    def months(self) -> tuple[Month, Month] | None:
        """Its first and last month, if the years were told."""
        if self.first.year is None or self.last.year is None:
            return None
        return Month(self.first.year, self.first.month), Month(self.last.year, self.last.month)


@dataclass(frozen=True, slots=True)
class Token:
    """A part of a sentence from ``start`` to ``end``; ``kind`` is a letter, the other fields are its value.

    ``places``: decimals as written. ``key``: of an element, a unit, a grade, a plan. ``bound``: what a comparator
    before a number makes of it: ``>``, ``<``, ``≥``, ``≤`` or ``~``.
    """

    kind: str
    start: int
    end: int
    number: Decimal | None = None
    places: int = 0
    when: When | None = None
    key: str = ""
    bound: str = ""
