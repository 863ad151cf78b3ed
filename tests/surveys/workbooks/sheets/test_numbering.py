"""A row that only numbers the columns of an official table is left blank; a respondent's answers never are."""

from decimal import Decimal

import pytest

from surveys.workbooks.sheets.cells import Sheet
from surveys.workbooks.sheets.numbering import without_numbering
from tests.cases import in_one_test

HEADS = ["No", "Unsur", "Jumlah", "Rata-rata"]
VALUES = [Decimal(1), "Persyaratan", Decimal(300), Decimal("3.27")]


def numbers(*given):
    return [Decimal(each) if isinstance(each, int) else each for each in given]


def left(*rows):
    """Which rows are still there."""
    sheet = without_numbering(Sheet("Data", list(rows)))
    assert len(sheet.rows) == len(rows)
    assert all(now in ([], was) for now, was in zip(sheet.rows, rows, strict=True))
    return [at for at, row in enumerate(sheet.rows) if row]


@in_one_test(
    "row",
    [
        numbers(1, 2, 3, 4),
        ["(1)", "(2)", "(3)", "(4)"],
        ["1)", "2)", "3)", "4)"],
        ["[1]", "[2]", "[3]", "[4]"],
        ["1.", "2.", "3.", "4."],
        ["1", "2", "3", "4=2x3"],
        ["", "1", "2", "3"],
    ],
)
def test_a_row_that_counts_below_a_heading_is_none(row):
    assert left(HEADS, row, VALUES) == [0, 2]


@in_one_test(
    "row",
    [
        numbers(1, 2),
        numbers(2, 3, 4, 5),
        numbers(0, 1, 2, 3),
        numbers(1, 2, 4, 3),
        numbers(1, 1, 2, 3),
        ["a", "b", "c", "d"],
        ["1", "2", "tiga", "4"],
        ["1,5", "2", "3", "4"],
        ["١", "٢", "٣", "٤"],
        ["1000", "1001", "1002", "1003"],
        [],
    ],
)
def test_a_row_that_does_not_count_from_one_stays(row):
    assert left(HEADS, row, VALUES) == [at for at, each in enumerate([HEADS, row, VALUES]) if each]


def test_the_first_respondent_stays_where_a_second_follows():
    """Number 1 answered 2 and 3, number 2 comes next: nobody is a heading."""
    rows = [["No", "U1", "U2"], numbers(1, 2, 3), numbers(2, 4, 4)]
    assert left(*rows) == [0, 1, 2]


def test_many_numbers_are_those_of_columns_whoever_comes_next():
    rows = [["No", "U1", "U2", "U3", "U4"], numbers(1, 2, 3, 4, 5), numbers(2, 4, 4, 4, 4)]
    assert left(*rows) == [0, 2]


@pytest.mark.parametrize("above", [[], [HEADS, [], [], []]], ids=["none", "far above"])
def test_without_a_heading_just_above_it_is_a_row_like_others(above):
    assert len(above) in left(*above, numbers(1, 2, 3, 4), VALUES)


def test_under_numbers_it_numbers_nothing():
    rows = [numbers(5, 6, 7, 8), numbers(1, 2, 3, 4), VALUES]
    assert left(*rows) == [0, 1, 2]


def test_a_heading_of_two_rows_counts_as_one():
    rows = [["No", "Unsur", "Nilai", ""], ["", "", "Jumlah", "Rata-rata"], numbers(1, 2, 3, 4), VALUES]
    assert left(*rows) == [0, 1, 3]


def test_a_sheet_without_such_a_row_is_the_same_sheet():
    sheet = Sheet("Data", [HEADS, VALUES])
    assert without_numbering(sheet) is sheet
