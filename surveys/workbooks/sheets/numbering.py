"""The row below a heading that only numbers the columns of an official table: 1, 2, 3 … or (1), (2), (3) …. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from surveys.workbooks.sheets.cells import Cell, Sheet, number_of, words

FEWEST = 3
SURE = 5
"""Fewer numbers may be a respondent's: *1*, 2 and 3 of the first, if the next is number 2."""
HEADING_ROWS = 3
QUESTIONS = (9, 16)
"""So many numbers may count the questions themselves, behind a column that has no number."""
_NUMBERS = re.compile(r"(?:no|nomor|nmr)\b")


def without_numbering(sheet: Sheet) -> Sheet:
    """The sheet with such rows blank; all others stay where they are."""
    numbering = set()
    for at, row in enumerate(sheet.rows):
        if not _counts(row) or not _is_under_heading(sheet, at):
            continue
        below = next((cells for cells in sheet.rows[at + 1 :] if cells), [""])
        is_first_of_several = len(row) < SURE and _number(below[0]) == 2
        if not is_first_of_several:
            numbering.add(at)
    if not numbering:
        return sheet
    return replace(sheet, rows=[[] if at in numbering else row for at, row in enumerate(sheet.rows)])


def _counts(row: Sequence[Cell]) -> bool:
    """Whether all that stands in this row counts from 1: *1*, *(1)*, *1)*, also *4=2x3*."""
    first = next((cell for cell in row if cell != ""), "")
    if _number(first) != 1:
        return False
    numbers = [_number(cell) for cell in row if cell != ""]
    return len(numbers) >= FEWEST and numbers == list(range(1, len(numbers) + 1))


def _number(cell: Cell) -> int | None:
    digits = words(cell).strip("()[]. ").partition("=")[0].strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 3 else None


def _is_under_heading(sheet: Sheet, row: int) -> bool:
    """Whether nearly each number has a cell of its own above it, the first of all one of text; and few cells none."""
    above = [(at, cell) for cells in sheet.rows[max(0, row - HEADING_ROWS) : row] for at, cell in enumerate(cells)]
    filled = {at for at, cell in above if cell != ""}
    told = {at for at, cell in above if cell != "" and number_of(cell) is None}
    counted = {at for at, cell in enumerate(sheet.rows[row]) if cell != ""}
    both = filled & counted
    before = [words(cell) for at, cell in above if at in told and at < min(counted)]
    is_first = not before or (len(counted) not in QUESTIONS and all(map(_NUMBERS.match, before)))
    return len(told) > 1 and is_first and 4 * len(both) >= 3 * max(len(counted), len(filled))
