"""Rows below the answers that somebody computed: where they begin, and what they say for checking. Pure."""

import re
from decimal import Decimal

from surveys.workbooks.sheets.cells import Sheet, number_of, words

_LABEL = re.compile(
    r"^(?:[σ∑]|s\.?\s?nilai\b|sigma\b|jumlah\b|jml\b|total\b|nilai\s*/|nilai (?:rata|per|unsur|indeks)|nilai$|"
    r"nrr\b|rata|bobot\b|ikm\b|skm\b|indeks\b|mutu\b|kategori\b|kinerja\b|keterangan\b|catatan\b|\*+\))"
)
_MEAN = re.compile(r"\b(?:nrr|rata-?\s?rata)\b")
_WEIGHTED = re.compile(r"\b(?:tertimbang|tertbg|bobot)\b")


def sum_label(sheet: Sheet, row: int, first_column: int) -> str:
    """What the cells before the answers call the row if it is one of sums, else nothing."""
    cells = [words(cell) for cell in sheet.rows[row][: max(first_column, 1)]]
    told = [text for text in cells if text]
    if told and any(_LABEL.match(text) for text in told[:3]):
        return " ".join(told)
    return ""


def printed_means(sheet: Sheet, start: int, columns: list[int]) -> dict[int, Decimal]:
    """The means (1–4) that the file itself gives below its answers, by column; labels may be cut over two rows."""
    first = min(columns)
    before = ""
    for row in range(start, min(start + 40, len(sheet.rows))):
        label = " ".join(words(cell) for cell in sheet.rows[row][:first] if words(cell))
        values = {column: number_of(sheet.cell(row, column)) for column in columns}
        means = {column: value for column, value in values.items() if value is not None and 1 <= value <= 4}
        told = label if label.startswith(("nrr", "nilai", "rata")) else f"{before} {label}"
        if len(means) == len(columns) and _MEAN.search(told) and not _WEIGHTED.search(told):
            return means
        before = label
    return {}
