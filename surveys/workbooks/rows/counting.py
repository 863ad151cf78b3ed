"""The columns that count how often each answer was given: what stands above them. Pure."""

import re

from surveys.workbooks.scales import STEMS, USUAL, plain
from surveys.workbooks.sheets.cells import Cell, Sheet, words

_COUNT = re.compile(r"(?:jawaban|nilai|skor|opsi|pilihan|bobot)?\s*\(?([1-4])\)?", re.ASCII)
_CHOICE = re.compile(r"(?:jawaban|nilai|skor|opsi|pilihan|bobot)?\s*\(?([1-6])\)?", re.ASCII)
_PERCENT = re.compile(r"%|\b(?:persen|persentase|prosentase|percent)\b")


def count_columns(sheet: Sheet, row: int) -> dict[int, int]:
    """Score to the column that counts it, where a heading has all four of them; percentages may stand between."""
    if counts_five(sheet, row):
        return {}
    texts = {column: plain(cell) for column, cell in enumerate(sheet.rows[row]) if words(cell)}
    by_number: dict[int, int] = {}
    for column in texts:
        found = _COUNT.fullmatch(words(sheet.cell(row, column)))
        above = sheet.rows[row - 1][1 : column + 1] if row else []  # a heading may stand over the columns to its right
        if found and not says_percent(next((cell for cell in reversed(above) if cell != ""), "")):
            by_number.setdefault(int(found[1]), column)
    if len(by_number) == 4 and not _parted(sheet, row, by_number):
        return by_number
    for stem in STEMS:
        for scale in USUAL:
            labels = [step.format(stem) for step in scale]
            # *Sangat baik* as heads of narrow columns have it: sb.
            initials = ["".join(word[0] for word in label.split()) for label in labels]
            for steps in (labels, initials):
                wanted = {step: score for score, step in enumerate(steps, 1)}
                by_label = {wanted[text]: column for column, text in texts.items() if text in wanted}
                if len(by_label) == 4 and not _parted(sheet, row, by_label):
                    return by_label
    return {}


def _parted(sheet: Sheet, row: int, columns: dict[int, int]) -> bool:
    """Whether anything but percentages stands between the columns that count, as a fifth answer does."""
    between = set(range(min(columns.values()), max(columns.values()))) - set(columns.values())
    return not all(says_percent(sheet.cell(row, column)) for column in between)


def counts_five(sheet: Sheet, row: int) -> bool:
    """Whether a heading has five answers beside each other, by numbers, or by words with one in the middle."""
    heads = [plain(cell) for cell in sheet.rows[row] if words(cell)]
    numbers = [found[1] for head in heads if (found := _CHOICE.fullmatch(head))]
    if {"1", "2", "3", "4", "5"} <= set(numbers):
        return True
    for stem in STEMS:
        for low, few, good, best in USUAL:
            at = [heads.index(told) for step in (low, few, good, best) if (told := step.format(stem)) in heads]
            if len(at) == 4 and max(at) - min(at) == 4 and not any(map(says_percent, heads)):
                return True
    return False


def says_percent(cell: Cell) -> bool:
    """Whether a heading or a value is of percentages, which are neither means nor counts."""
    return isinstance(cell, str) and _PERCENT.search(words(cell)) is not None


def behind_percent(sheet: Sheet, row: int, column: int) -> int:
    """The next column to the right that is not one of percentages."""
    column += 1
    while says_percent(sheet.cell(row, column)):
        column += 1
    return column
