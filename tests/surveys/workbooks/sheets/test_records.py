"""Which rows of an old workbook are hidden, told from the records of its bytes."""

import pytest

from surveys.workbooks.sheets.records import HIDDEN, MOST_COLUMNS, hidden_rows

BOOK, SHEET, CHART, MACRO = b"\x05\x00", b"\x10\x00", b"\x20\x00", b"\x40\x00"


def begins(kind, length=b"\x10", version=b"\x06"):
    """BOF: a part of the file begins."""
    return b"\x09\x08" + length + b"\x00\x00" + version + kind + b"\0" * 12


def row(number, *, look=HIDDEN, first=0, end=9, last=b"\x01"):
    """ROW: how one row looks."""
    columns = first.to_bytes(2, "little") + end.to_bytes(2, "little")
    return b"\x08\x02\x10\x00" + number.to_bytes(2, "little") + columns + b"\0" * 6 + bytes([look]) + last + b"\0\0"


def test_hidden_rows_are_told_by_sheet_counted_from_nought():
    content = begins(BOOK) + begins(SHEET) + row(0) + row(3) + row(4, look=0) + begins(SHEET) + row(700)
    assert hidden_rows(content, ["Data", "Rekap"]) == {"Data": frozenset({0, 3}), "Rekap": frozenset({700})}


@pytest.mark.parametrize(("length", "version"), [(b"\x10", b"\x06"), (b"\x08", b"\x05")])
def test_both_versions_of_the_format_are_read(length, version):
    content = begins(BOOK, length, version) + begins(SHEET, length, version) + row(2)
    assert hidden_rows(content, ["Data"]) == {"Data": frozenset({2})}


@pytest.mark.parametrize("look", [HIDDEN, HIDDEN | 0x40, 0xFF])
def test_one_bit_of_its_look_says_that_it_is_hidden(look):
    assert hidden_rows(begins(SHEET) + row(1, look=look), ["Data"]) == {"Data": {1}}
    assert hidden_rows(begins(SHEET) + row(1, look=look & ~HIDDEN), ["Data"]) == {"Data": frozenset()}


@pytest.mark.parametrize(
    "odd",
    [row(1, first=9, end=3), row(1, end=MOST_COLUMNS + 1), row(1, last=b"\x07"), row(1)[:-4]],
    ids=["turned", "wide", "other", "cut"],
)
def test_what_only_looks_like_a_row_is_none(odd):
    assert hidden_rows(begins(SHEET) + odd, ["Data"]) == {"Data": frozenset()}


def test_a_row_may_be_as_wide_as_a_sheet_or_empty():
    content = begins(SHEET) + row(1, end=MOST_COLUMNS) + row(2, first=0, end=0)
    assert hidden_rows(content, ["Data"]) == {"Data": {1, 2}}


def test_rows_of_charts_and_macros_are_those_of_no_sheet():
    content = begins(BOOK) + begins(SHEET) + row(1) + begins(CHART) + row(2) + begins(MACRO) + row(3)
    assert hidden_rows(content, ["Data"]) == {"Data": frozenset({1})}


@pytest.mark.parametrize("names", [[], ["Data", "Rekap"]])
def test_where_the_parts_are_not_the_sheets_that_it_names_nothing_is_told(names):
    assert hidden_rows(begins(SHEET) + row(1), names) == {}


def test_rows_before_any_part_are_of_nothing():
    assert hidden_rows(row(1) + begins(SHEET), ["Data"]) == {"Data": frozenset()}
