"""A row that only repeats what stands above it, as sums, means or extremes, is no answer of anybody."""

from collections import Counter
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.workbooks.rows.statistics import Columns, is_mean, off_by
from surveys.workbooks.sheets.cells import Sheet
from tests.cases import in_one_test

ANSWERS = [["3", "4", "2"], ["4", "4", "1"], ["3", "2", "1"], ["x", "4", ""]]


@pytest.fixture
def columns():
    found = Columns(Sheet("Data", ANSWERS), (0, 1, 2))
    found.add(range(len(ANSWERS)))
    return found


def row(*cells):
    return dict(enumerate(cells))


@pytest.mark.parametrize(
    ("cells", "repeats"),
    [
        (row("10", "14", "4"), True),  # sums
        (row("3,33", "3,5", "1,33"), True),  # means
        (row("3", "2", "1"), True),  # lowest
        (row("4", "4", "2"), True),  # highest
        (row("3", "4", "1"), True),  # most frequent
        (row("3", "4", "3"), True),  # how many answered
        (row("10", "14", "5"), False),
        (row("3", "3", "3"), False),
        (row("3,33", "14", "1,33"), False),  # some means, some sums
        (row("10", "14", "Baik"), True),
        (row("10", "Baik", "Baik"), False),  # of fewer than half of the questions nothing is concluded
        (row("", "", ""), False),
        ({0: "10", 1: "14", 7: "4"}, False),  # a column of which nothing is known
    ],
)
def test_a_row_repeats_what_stands_above_all_in_one_way(columns, cells, repeats):
    assert columns.repeated_by(cells) is repeats


def test_below_nothing_nothing_is_repeated():
    assert not Columns(Sheet("Data", []), (0, 1)).repeated_by(row("0", "0"))


def test_each_score_is_counted_in_its_column_and_what_is_none_is_not(columns):
    assert columns.scores == {0: Counter({3: 2, 4: 1}), 1: Counter({4: 3, 2: 1}), 2: Counter({1: 2, 2: 1})}
    assert columns.rows == 4


@given(st.lists(st.integers(1, 4), min_size=1, max_size=30), st.integers(1, 4))
def test_a_mean_is_known_however_many_decimals_it_is_written_with(scores, places):
    counted = Counter(scores)
    mean = Fraction(sum(scores), len(scores))
    written = round(Decimal(mean.numerator) / Decimal(mean.denominator), places)
    assert is_mean(written, counted)
    assert not is_mean(written + Decimal(1), counted)


@in_one_test(
    ("number", "by"),
    [("3.3", Fraction(6, 100)), ("3.33", Fraction(6, 1000)), ("3.330", Fraction(6, 1000)), ("3", Fraction(6, 10))],
)
def test_a_mean_may_lie_as_far_beside_the_exact_one_as_its_last_decimal_tells(number, by):
    assert off_by(Decimal(number)) == by


def test_more_than_four_decimals_tell_no_more():
    assert off_by(Decimal("3.33333333")) == off_by(Decimal("3.3333"))


@in_one_test(("number", "is_one"), [("3", True), ("4", True), ("2", False), ("5", False)])
def test_a_mean_without_decimals_was_rounded_or_cut(number, is_one):
    assert is_mean(Decimal(number), Counter({3: 1, 4: 1})) is is_one
