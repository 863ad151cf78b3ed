"""Where in a sheet a table begins: its heading of up to three rows, and what each column asks. Pure."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from surveys.instrument.form import Form
from surveys.workbooks.headings import Meaning, Strength, meaning_of
from surveys.workbooks.sheets.cells import MOST_KEPT, Cell, Sheet, letters, number_of, text_of, words

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
    hints = _hints(form)
    is_known = lru_cache(MOST_KEPT)(lambda text: meaning_of(text, form) is not None)
    row = 0
    while row < len(sheet.rows):
        if _is_heading(sheet, row, is_known, hints):
            last = row
            while (
                last + 1 < len(sheet.rows)
                and last - row + 1 < HEADING_ROWS
                and _is_heading(sheet, last + 1, is_known, hints)
            ):
                last += 1
            found.append(_heading(sheet, row, last, form))
            row = last
        row += 1
    return found


def _hints(form: Form) -> Callable[[str], bool]:
    """Codes, and the longer words of names and questions: what many cells of a heading hold and of an answer do not."""
    told = " ".join(
        [*(name for names in form.names.values() for name in names), *(question.text for question in form.questions)]
    )
    longer = sorted({word for word in re.findall(r"[a-z]+", told.casefold()) if len(word) > 4} - _USUAL_WORDS)
    pattern = re.compile(rf"(?:^|\t)\W*(?:[upqvx]|unsur|pertanyaan|butir|soal|no)[ .\-_]{{0,2}}\d|{'|'.join(longer)}")
    return lru_cache(MOST_KEPT)(lambda text: pattern.search(text.casefold()) is not None)


def _may_be_heading(cells: Sequence[Cell], hints: Callable[[str], bool]) -> bool:
    """Cheap, because it is asked of every row of a sheet."""
    texts = [cell for cell in cells if isinstance(cell, str) and cell]
    return len(texts) >= FEWEST and sum(1 for text in texts if hints(text)) >= FEWEST


def _is_heading(sheet: Sheet, row: int, is_known: Callable[[str], bool], hints: Callable[[str], bool]) -> bool:
    if not _may_be_heading(sheet.rows[row], hints):
        return _sequence(sheet, row) is not None
    cells = sheet.rows[row]
    texts = [_heading_words(text_of(cell)) for cell in cells]
    known = sum(
        is_known(text)
        for text, cell in zip(texts, cells, strict=True)
        if isinstance(cell, str) and hints(cell.replace("_", " ")) and number_of(cell) is None
    )
    return known >= FEWEST or _sequence(sheet, row) is not None


def _sequence(sheet: Sheet, row: int) -> int | None:
    """The column in which bare numbers begin to count from 1, at least to 7: headings without a letter."""
    cells = sheet.rows[row]
    starts = [at for at in range(len(cells) - 6) if cells[at] in _ONE and cells[at + 6] in _SEVEN]
    texts = [text_of(cell) for cell in cells] if starts else []
    for start in starts:
        if texts[start : start + 7] == _TO_SEVEN:
            return start
    return None


def _heading(sheet: Sheet, top: int, last: int, form: Form) -> Heading:
    """With the row above where it only groups columns (merged cells), as “NILAI UNSUR PELAYANAN” over U1 … U9."""
    above = top
    while above > 0 and top - above < HEADING_ROWS - 1 and _groups(sheet, above - 1):
        above -= 1
    spread = {row: _spread(sheet, row) for row in range(above, last + 1)}
    width = max(len(sheet.rows[row]) for row in range(above, last + 1))
    texts: dict[int, str] = {}
    shown: dict[int, str] = {}
    meanings: dict[int, Meaning] = {}
    start = _sequence(sheet, last)
    for column in range(width):
        parts = [spread[row].get(column, "") for row in range(above, last + 1)]
        told = [part for at, part in enumerate(parts) if part and part not in parts[:at]]
        shown[column] = " ".join(told)
        texts[column] = _heading_words(" ".join(told))
        meaning = _strongest([meaning_of(_heading_words(part), form) for part in told], texts[column], form)
        if meaning is None and start is not None and column >= start and text_of(sheet.cell(last, column)).isdigit():
            meaning = Meaning(Strength.CODE, number=int(text_of(sheet.cell(last, column))))
        if meaning is not None and not _is_importance(texts[column]):
            meanings[column] = meaning
    return Heading(sheet, above, last + 1, texts, shown, meanings)


def _heading_words(text: str) -> str:
    """As programs export it, too: ``JENIS_LAYANAN``."""
    return words(text.replace("_", " "))


def _strongest(meanings: Iterable[Meaning | None], whole: str, form: Form) -> Meaning | None:
    known = [meaning for meaning in (*meanings, meaning_of(whole, form)) if meaning is not None]
    return max(known, key=lambda meaning: meaning.strength) if known else None


def _is_importance(text: str) -> bool:
    return "kepentingan" in text or "harapan" in text


def _groups(sheet: Sheet, row: int) -> bool:
    """Whether cells of this row span several columns of a table below, and nothing of it looks like a title."""
    wide = [area for area in sheet.merged if area[0] <= row <= area[2] and area[3] > area[1]]
    filled = [cell for cell in sheet.rows[row] if cell != ""]
    return len(filled) >= 2 and any(area[0] == row for area in wide)


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
        if meaning.part and f"{code}{meaning.part.upper()}" in codes:
            code = f"{code}{meaning.part.upper()}"
        if code in codes:
            columns[code].append(column)
    return dict(columns)
