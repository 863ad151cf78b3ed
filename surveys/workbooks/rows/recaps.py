"""Which rows of several tables answer, and which of the tables holds what all others hold. Pure."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from fractions import Fraction

from surveys.workbooks.rows.labels import is_sum
from surveys.workbooks.scales import is_missing, number_score
from surveys.workbooks.sheets.cells import Cell, number_of
from surveys.workbooks.tables import Heading

_NUMBERED = re.compile(r"no\b|nomor\b|id\b|responden\b")


def answering_rows(heading: Heading, columns: Collection[int] = ()) -> list[int]:
    """The rows below in which at least half of the questions are answered by a word or a whole number.

    ``columns``: those of them that are meant, else all.
    """
    rows = []
    for row in heading.rows:
        cells = [heading.sheet.cell(row, column) for column in columns or heading.meanings]
        answers = [cell for cell in cells if not is_missing(cell) and (number_of(cell) is None or number_score(cell))]
        if (
            row not in heading.repeats
            and 2 * len(answers) >= len(cells)
            and not is_sum(heading.sheet, row, min(heading.meanings))
        ):
            rows.append(row)
    return rows


def recap_among(tables: Sequence[Heading], rows: Sequence[Sequence[int]]) -> int | None:
    """Which of several tables holds most of what all others hold, some rows more or fewer; None where none does.

    ``rows``: of each, those that answer. They are held beside each other by all columns that all tables have, but for
    running numbers, for answers alone are often the same.
    """
    common = set.intersection(*(set(table.texts.values()) for table in tables)) - {""}
    told: list[Counter[tuple[Cell, ...]]] = []
    for table, own in zip(tables, rows, strict=True):
        columns = {text: column for column, text in table.texts.items() if not _NUMBERED.match(text)}
        kept = [columns[text] for text in sorted(common & columns.keys())]
        told.append(Counter(tuple(table.sheet.cell(row, column) for column in kept) for row in own))
    everything = sum(told, Counter[tuple[Cell, ...]]())
    likeness = {}
    for at, answers in enumerate(told):
        others = everything - answers
        fewer, more = sorted((answers.total(), others.total()))
        same = (answers & others).total()
        if fewer and 2 * fewer >= more and 5 * same >= 4 * fewer:
            likeness[at] = Fraction(same, more)
    return max(likeness, key=lambda at: likeness[at], default=None)
