"""A sheet as rows of cells, whatever file it came from; how a cell is called and what it says. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

MOST_KEPT = 8192
"""Answers repeat: so many texts are understood once."""
Cell = str | Decimal
"""What stands in a cell: a number where the file says so, else its text; empty is an empty text."""


_QUOTABLE = re.compile(r"[-+\d.,/:% ]{1,12}|[^\W\d_]{1,12}|#[A-Z/0]{1,8}[!?]?")
MOST_DIGITS = 6
"""A number with more of them may be a telephone's."""


class UnreadableError(ValueError):
    """The file holds no table that can be read; ``str`` says why, in Indonesian."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """``rows`` start at the sheet's first row and column. ``hidden``: rows that are not shown.

    ``merged``: first row and column, last row and column of cells that are one.
    ``broken``: ``(row, column)`` of formulas whose value the file does not hold, with its error or nothing.
    ``moved``: where cells stand in the file, in a sheet that was put together of several tables.
    """

    name: str
    rows: Sequence[Sequence[Cell]]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden: frozenset[int] = frozenset()
    broken: Mapping[tuple[int, int], str] = field(default_factory=dict)
    is_hidden: bool = False
    moved: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)

    def cell(self, row: int, column: int) -> Cell:
        return self.rows[row][column] if column < len(self.rows[row]) else ""

    def why_broken(self, row: int, column: int, wanted: str = "nilai") -> str:
        """What is wrong with the formula of a cell that is among ``broken``."""
        if error := self.broken[row, column]:
            return f"“{error}” bukan {wanted}: rumusnya galat. Perbaiki di Excel, lalu unggah lagi."
        return "rumus ini belum pernah dihitung. Buka berkas di Excel, simpan, lalu unggah lagi."

    def place(self, row: int, column: int) -> str:
        """As people find it: ``Lembar Data, D17``."""
        row, column = self.moved.get((row, column), (row, column))
        return f"Lembar {self.name}, {letters(column)}{row + 1}"


def trimmed(row: Sequence[Cell]) -> list[Cell]:
    """The cells of a row up to the last one in which anything stands."""
    end = len(row)
    while end and row[end - 1] == "":
        end -= 1
    return list(row[:end])


def letters(column: int) -> str:
    """The name of a column, counted from 0: A, Z, AA."""
    name = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


@lru_cache(MOST_KEPT)
def words(cell: Cell) -> str:
    """What the cell says in small letters and single blanks, without signs at its ends."""
    return " ".join(text_of(cell).casefold().split()).strip(" .:;*")


def text_of(cell: Cell) -> str:
    """What the cell says, a whole number without its decimals."""
    if isinstance(cell, Decimal):
        return f"{cell.normalize():f}"
    return cell


def percentage(number: Decimal) -> str:
    """As a workbook shows it, with at most two decimals: ``85,5%``."""
    return f"{text_of(round(number, 2))}%".replace(".", ",")


_NUMBER = re.compile(
    r"[-+]?\d+(?:[.,]\d+)?|[-+]?\d{1,3}(?:\.\d{3})+(?:,\d+)?|[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?", re.ASCII
)


@lru_cache(MOST_KEPT)
def number_of(cell: Cell) -> Decimal | None:
    """The number that a cell holds, with comma or point, or None."""
    if isinstance(cell, Decimal):
        return cell
    text = cell.strip().removesuffix("%").strip()
    if not _NUMBER.fullmatch(text):
        return None
    if "," in text and "." in text:
        thousands = "." if text.rfind(",") > text.rfind(".") else ","
        text = text.replace(thousands, "")
    for sign in ".,":
        if text.count(sign) > 1:
            text = text.replace(sign, "")
    return Decimal(text.replace(",", "."))


def quoted(cell: Cell) -> str:
    """What a message repeats of a cell: a short number or one short word; anything else may tell who a person is."""
    text = text_of(cell).strip()
    is_short = _QUOTABLE.fullmatch(text) and sum(sign.isdigit() for sign in text) <= MOST_DIGITS
    return f"“{text}”" if is_short else "isi sel ini"
