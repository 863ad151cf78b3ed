"""A workbook as people read, fill in and print it: pages with titles, one table and notes. Pure.

What stands in it is known elsewhere; writing.py makes the file.
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

Align = Literal["left", "center"]
Value = str | int | Decimal | date | None
"""A cell: text stays text whatever it begins with; a number and a day are ones that can be computed with."""
LONGEST_NAME = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


@dataclass(frozen=True, slots=True)
class Typed:
    """What may be typed below a heading: one of ``choices``, or else a number within bounds; ``hint`` says so."""

    hint: str
    choices: tuple[str, ...] = ()
    lowest: Decimal | None = None
    highest: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """``width`` in characters; ``places``: decimals of its numbers; ``typed``: what people fill in below it."""

    head: str
    width: int
    places: int = 0
    align: Align | None = None
    typed: Typed | None = None


@dataclass(frozen=True, slots=True)
class Total:
    """The row below a table: a label over its first columns, then one value for each of the others."""

    label: str
    over: int
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet. ``empty``: what stands in a table without rows; ``to_fill``: rows that people may fill in below.

    A page with something to fill in is locked everywhere else, without a password.
    """

    name: str
    title: str
    lines: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    total: Total | None = None
    notes: tuple[str, ...] = ()
    empty: str = ""
    landscape: bool = False
    to_fill: int = 0

    @property
    def is_form(self) -> bool:
        return any(column.typed for column in self.columns)


@dataclass(frozen=True, slots=True)
class Book:
    """``title`` is told by the file's properties and, with ``foot``, at the foot of each printed page."""

    title: str
    foot: str
    pages: tuple[Page, ...]


def sheet_names(wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Names that a workbook may have for its sheets: short, without signs of formulas, each once whatever its case."""
    names: list[str] = []
    for text in wanted:
        plain = " ".join(_NOT_IN_NAMES.sub(" ", text).split()).strip("'") or "Lembar"
        name = plain[:LONGEST_NAME].strip()
        number = 1
        while name.casefold() in {other.casefold() for other in names}:
            number += 1
            name = f"{plain[: LONGEST_NAME - len(f' ({number})')].strip()} ({number})"
        names.append(name)
    return tuple(names)
