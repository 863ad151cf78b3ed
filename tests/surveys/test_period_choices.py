"""The periods of a year as one chooses among them: each once, semesters first, and back to the very period."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.period_choices import WHOLE, part_of, parts_of_a_year, period_of
from surveys.periods import Period, PeriodKind
from tests.cases import in_one_test

CHOICES = {part: name for _group, choices in parts_of_a_year() for part, name in choices}


def test_what_most_offices_have_stands_first():
    groups = [(title, len(choices)) for title, choices in parts_of_a_year()]
    assert groups == [("Per semester", 2), ("Per triwulan", 4), ("Per bulan", 12), ("Per tahun", 1)]


def test_each_period_of_a_year_is_one_choice():
    assert len(CHOICES) == 2 + 4 + 12 + 1
    assert len(set(CHOICES.values())) == len(CHOICES)


@in_one_test(
    ("part", "name"),
    [
        ("S1", "Semester I (Januari–Juni)"),
        ("S2", "Semester II (Juli–Desember)"),
        ("T1", "Triwulan I (Januari–Maret)"),
        ("T4", "Triwulan IV (Oktober–Desember)"),
        ("B01", "Bulan Januari"),
        ("B12", "Bulan Desember"),
        (WHOLE, "Setahun penuh (Januari–Desember)"),
    ],
)
def test_a_choice_says_its_months(part, name):
    assert CHOICES[part] == name


@given(st.integers(2015, 2099), st.sampled_from(sorted(CHOICES)))
def test_a_year_and_a_choice_are_one_period_and_that_period_is_this_choice(year, part):
    period = period_of(year, part)
    assert (period.year, part_of(period)) == (year, part)


@given(st.integers(2015, 2099), st.sampled_from(PeriodKind), st.data())
def test_every_period_can_be_chosen(year, kind, data):
    period = Period(year, kind, data.draw(st.integers(1, kind.in_a_year)))
    assert period_of(year, part_of(period)) == period
    assert part_of(period) in CHOICES


@pytest.mark.parametrize("part", ["", "S3", "T5", "B13", "X1", "S1 ", "Tahun"])
def test_what_is_no_choice_is_no_period(part):
    with pytest.raises(ValueError):
        period_of(2025, part)
