"""What a file itself says below its answers, for checking: sums, means, an index. Pure."""

import re
from decimal import Decimal

from surveys.workbooks.sheets.cells import Sheet, number_of, words

_MEAN = re.compile(r"\b(?:nrr|rata-?\s?rata)\b")
_WEIGHTED = re.compile(r"\b(?:tertimbang|tertbg|bobot)\b")


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
