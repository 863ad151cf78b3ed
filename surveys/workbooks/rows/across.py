"""Rows of values below the elements: which of them may be means, and what they may be called on a page. Pure."""

import re
from decimal import Decimal

from surveys.element_names import is_derived
from surveys.instrument.form import Form
from surveys.workbooks.rows.counting import says_percent
from surveys.workbooks.rows.labels import is_sum_word, leading
from surveys.workbooks.sheets.cells import number_of, text_of, words
from surveys.workbooks.tables import Heading, columns_by_code
from surveys.workbooks.values import MOST_ROWS, Values, named_values, values_of

_OF_ALL = re.compile(r"(?:total|jumlah)(?: (?:semua|seluruh|keseluruhan))?(?: layanan)?")
"""What stands before the row of all services, below their means."""
_RESPONDENTS = re.compile(r"(?:(?:jumlah|jml|banyaknya?) )?responden")
_NEVER_MEAN = re.compile(r"\b(?:tertimbang|tertbg|skala 100|konversi)\b")
_SUMMED = re.compile(r"\b(?:bobot|total|jumlah|ikm)\b")
_NO_PERSON = re.compile(
    r"\b(?:layanan|pelayanan|loket|unit|bidang|seksi|lokasi|bulan|periode|triwulan|semester|tahun|uraian|keterangan)\b"
)
"""Headings of columns whose words are no names of people."""


def read_across(heading: Heading, form: Form, numbers: dict[int, str]) -> dict[str, Values]:
    """Rows of values below the elements, by what stands before them. ``numbers``: the question of a bare number."""
    columns = {code: several[0] for code, several in columns_by_code(heading, form.codes, numbers).items()}
    first = min(columns.values(), default=0)
    rows: dict[str, Values] = {}
    for row in range(heading.end, min(len(heading.sheet.rows), heading.end + MOST_ROWS)):
        cells = {code: number_of(heading.sheet.cell(row, column)) for code, column in columns.items()}
        given = {code: number for code, number in cells.items() if number is not None}
        texts = [text for text in leading(heading.sheet, row, first) if number_of(text) is None]
        before = " ".join(texts)
        is_of_all = _OF_ALL.fullmatch(before) is not None and _lies_among(given, list(rows.values()))
        if len(given) < len(columns) or not given or (any(map(_is_no_mean, texts)) and not is_of_all):
            continue
        label = _row_label(heading, row, first)
        percent = says_percent(before) or any(says_percent(heading.sheet.cell(row, at)) for at in columns.values())
        values = None if percent else values_of(given) if is_of_all else named_values(given, before)
        if values is not None:
            values.unsure = label if values.unsure else ""
            values.sheet = heading.sheet
            values.rows = dict.fromkeys(given, row)
            told = next((column for column, text in heading.texts.items() if _RESPONDENTS.fullmatch(text)), None)
            number = None if told is None else number_of(heading.sheet.cell(row, told))
            is_count = number is not None and number > 0 and number == number.to_integral_value()
            values.respondents = int(number) if number is not None and is_count else None
            rows[f"{label} (baris {row + 1})" if label in rows else label] = values
    return rows


def _is_no_mean(text: str) -> bool:
    """Whether a text before a row of values, in small letters, calls them weighted, converted or summed up.

    A service may be called *Jumlah Permohonan*: then other words stand there, too.
    """
    return _NEVER_MEAN.search(text) is not None or (_SUMMED.search(text) is not None and is_sum_word(text))


def _lies_among(numbers: dict[str, Decimal], rows: list[Values]) -> bool:
    """Whether each number lies between the means of these rows, as the mean of all of them does and no sum."""
    means = [values.means for values in rows if values.means and not values.converted]
    return len(means) > 1 and all(
        min(row[code] for row in means) <= number <= max(row[code] for row in means) for code, number in numbers.items()
    )


def _row_label(heading: Heading, row: int, first: int) -> str:
    """What stands before a row of values, but no word of a column that may hold people."""
    label = []
    for column in range(first):
        cell = heading.sheet.cell(row, column)
        said = words(cell)
        names_nobody = is_derived(said) or is_sum_word(said) or _NO_PERSON.search(heading.texts.get(column, ""))
        if number_of(cell) is None and names_nobody:
            label += text_of(cell).split()
    return " ".join(label) or f"Baris {row + 1}"
