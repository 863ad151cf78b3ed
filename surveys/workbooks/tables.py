"""Where in a sheet a table begins: its heading of up to three rows, and what each column asks. Pure."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from surveys.instrument.form import Form
from surveys.workbooks.headings import Meaning, Strength, meaning_of
from surveys.workbooks.sheets.cells import MOST_KEPT, Sheet, letters, number_of, text_of, words

FEWEST = 5
"""So many columns of one row must be known for it to be a heading."""
HEADING_ROWS = 3
_USUAL_WORDS = {"saran", "masukan", "layanan", "pelayanan", "petugas"}
_TO_SEVEN = [str(number) for number in range(1, 8)]
_ONE = ("1", Decimal(1))
_SEVEN = ("7", Decimal(7))


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of one table: its rows (first and behind the last), and the text above each column."""

    sheet: Sheet
    top: int
    end: int
    texts: dict[int, str]
    shown: dict[int, str]
    meanings: dict[int, Meaning]

    @property
    def place(self) -> str:
        first = min(self.meanings)
        return f"Lembar {self.sheet.name}, {letters(first)}{self.end}"


def headings_of(sheet: Sheet, form: Form) -> list[Heading]:
    """Every heading in a sheet under which a questionnaire's answers may stand, from above."""
    found: list[Heading] = []
    search = _Search(sheet, form)
    row = 0
    while row < len(sheet.rows):
        if search.is_heading(row):
            last = row
            while last + 1 < len(sheet.rows) and last - row + 1 < HEADING_ROWS and search.is_heading(last + 1):
                last += 1
            found.append(search.heading(row, last))
            row = last
        row += 1
    return found


class _Search:
    """The search for the headings of a questionnaire in one sheet."""

    def __init__(self, sheet: Sheet, form: Form) -> None:
        self._sheet = sheet
        self._form = form
        self._width = max(map(len, sheet.rows), default=0)
        self._is_known = lru_cache(MOST_KEPT)(lambda text: meaning_of(text, form) is not None)
        # Codes, and the longer words of names and questions: what many cells of a heading hold and of an answer do not.
        told = [*(name for names in form.names.values() for name in names), *(each.text for each in form.questions)]
        words = re.findall(r"[a-z]+", " ".join(told).casefold())
        longer = sorted({word for word in words if len(word) > 4} - _USUAL_WORDS)
        hint = re.compile(rf"(?:^|\t)\W*(?:[upqvx]|unsur|pertanyaan|butir|soal|no)[ .\-_]{{0,2}}\d|{'|'.join(longer)}")
        self._is_hint = lru_cache(MOST_KEPT)(lambda text: hint.search(text.casefold()) is not None)

    def is_heading(self, row: int) -> bool:
        cells = self._sheet.rows[row]
        # Cheap, because it is asked of every row of a sheet.
        filled = [cell for cell in cells if isinstance(cell, str) and cell]
        if len(filled) < FEWEST or sum(1 for text in filled if self._is_hint(text)) < FEWEST:
            return _sequence(self._sheet, row) is not None
        known = sum(
            self._is_known(_heading_words(text_of(cell)))
            for cell in cells
            if isinstance(cell, str) and self._is_hint(cell.replace("_", " ")) and number_of(cell) is None
        )
        return known >= FEWEST or _sequence(self._sheet, row) is not None

    def heading(self, top: int, last: int) -> Heading:
        """With rows above that only group columns (merged cells), as “NILAI UNSUR PELAYANAN” over U1 … U9, and rows
        below that only part them.
        """
        sheet = self._sheet
        above = top
        while above > 0 and top - above < HEADING_ROWS - 1 and self._groups_columns(above - 1):
            above -= 1
        numbered = last
        start = _sequence(sheet, numbered)
        while last + 1 < len(sheet.rows) and last - top + 1 < HEADING_ROWS and _parts_columns(sheet, above, last + 1):
            last += 1
        spread = {row: _spread(sheet, row) for row in range(above, last + 1)}
        texts: dict[int, str] = {}
        shown: dict[int, str] = {}
        meanings: dict[int, Meaning] = {}
        for column in range(self._width):
            parts = [spread[row].get(column, "") for row in range(above, last + 1)]
            told = [part for at, part in enumerate(parts) if part and part not in parts[:at]]
            shown[column] = " ".join(told)
            texts[column] = _heading_words(" ".join(told))
            meaning = self._strongest([*map(_heading_words, told), texts[column]])
            number = text_of(sheet.cell(numbered, column))
            if meaning is None and start is not None and column >= start and number.isdigit():
                meaning = Meaning(Strength.CODE, number=int(number))
            asks_importance = "kepentingan" in texts[column] or "harapan" in texts[column]
            if meaning is not None and not asks_importance:
                meanings[column] = meaning
        return Heading(sheet, above, last + 1, texts, shown, meanings)

    def _groups_columns(self, row: int) -> bool:
        """Whether cells of this row span several columns of a table below, and nothing of it looks like a title."""
        wide = [area for area in self._sheet.merged if area[0] <= row <= area[2] and area[3] > area[1]]
        filled = [cell for cell in self._sheet.rows[row] if cell != ""]
        return len(filled) >= 2 and any(area[0] == row for area in wide)

    def _strongest(self, texts: Iterable[str]) -> Meaning | None:
        known = [meaning for text in texts if (meaning := meaning_of(text, self._form)) is not None]
        return max(known, key=lambda meaning: meaning.strength, default=None)


def _parts_columns(sheet: Sheet, above: int, row: int) -> bool:
    """Whether this row only says what stands below wide cells of the rows from ``above`` on: *Sebelum*, *Sesudah*."""
    wide = [area for area in sheet.merged if above <= area[0] <= area[2] == row - 1 and area[3] > area[1]]
    below = {column for area in wide for column in range(area[1], area[3] + 1)}
    filled = {column: cell for column, cell in enumerate(sheet.rows[row]) if cell != ""}
    return bool(filled) and filled.keys() <= below and all(number_of(cell) is None for cell in filled.values())


def _sequence(sheet: Sheet, row: int) -> int | None:
    """The column in which bare numbers begin to count from 1, at least to 7: headings without a letter."""
    cells = sheet.rows[row]
    starts = [at for at in range(len(cells) - 6) if cells[at] in _ONE and cells[at + 6] in _SEVEN]
    texts = [text_of(cell) for cell in cells] if starts else []
    for start in starts:
        if texts[start : start + 7] == _TO_SEVEN:
            return start
    return None


def _heading_words(text: str) -> str:
    """As programs export it, too: ``JENIS_LAYANAN``."""
    return words(text.replace("_", " "))


def _spread(sheet: Sheet, row: int) -> dict[int, str]:
    """The texts of a row of the heading by column; a merged cell says the same over all of its columns."""
    texts = {column: text_of(cell) for column, cell in enumerate(sheet.rows[row]) if cell != ""}
    for top, left, bottom, right in sheet.merged:
        if top <= row <= bottom and top < len(sheet.rows) and left < len(sheet.rows[top]):
            told = text_of(sheet.rows[top][left])
            texts |= dict.fromkeys(range(left, right + 1), told) if told else {}
    return texts


def columns_by_code(heading: Heading, codes: Sequence[str], numbers: dict[int, str]) -> dict[str, list[int]]:
    """Question code to the columns that ask it. ``numbers``: the code of each bare number."""
    columns: dict[str, list[int]] = defaultdict(list)
    for column, meaning in sorted(heading.meanings.items()):
        code = meaning.code or numbers.get(meaning.number, "")
        # A number with two questions stands for the first of them.
        whole = f"{code.rstrip('AB')}{meaning.part.upper()}"
        if meaning.part and whole in codes:
            code = whole
        if code in codes:
            columns[code].append(column)
    return dict(columns)
