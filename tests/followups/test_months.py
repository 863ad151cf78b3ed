"""Months of the calendar: read, counted, put in order."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followups.months import Month, months_between

months = st.builds(Month, st.integers(1, 9000), st.integers(1, 12))


def test_a_month_is_read_and_written_as_year_and_number():
    assert Month.parse("2025-07") == Month(2025, 7)
    assert str(Month(2025, 7)) == "2025-07"
    assert str(Month(987, 1)) == "0987-01"


@pytest.mark.parametrize("text", ["2025-13", "2025-00", "2025-7", "0000-01", "2025-07-01", " 2025-07", "", "२०२५-०७"])
def test_anything_else_is_no_month(text):
    with pytest.raises(ValueError, match="not a month"):
        Month.parse(text)


def test_a_day_belongs_to_its_month_and_a_month_begins_on_the_first():
    assert Month.of(date(2025, 7, 31)) == Month(2025, 7)
    assert Month(2025, 7).first_day == date(2025, 7, 1)


def test_counting_goes_over_the_turn_of_the_year_both_ways():
    assert Month(2025, 11).plus(3) == Month(2026, 2)
    assert Month(2026, 1).plus(-1) == Month(2025, 12)
    assert Month(2025, 12).plus(0) == Month(2025, 12)
    assert Month(2025, 12).plus(12) == Month(2026, 12)


def test_months_sort_by_time():
    assert sorted([Month(2026, 1), Month(2025, 12), Month(2025, 2)]) == [
        Month(2025, 2),
        Month(2025, 12),
        Month(2026, 1),
    ]


def test_a_window_holds_both_its_ends():
    assert months_between(Month(2025, 11), Month(2026, 1)) == (Month(2025, 11), Month(2025, 12), Month(2026, 1))
    assert months_between(Month(2025, 7), Month(2025, 7)) == (Month(2025, 7),)


def test_a_window_that_ends_before_it_begins_is_empty():
    assert months_between(Month(2025, 7), Month(2025, 6)) == ()


@given(months, st.integers(0, 200))
def test_a_window_has_every_month_once(start, count):
    window = months_between(start, start.plus(count))
    assert len(set(window)) == count + 1
    assert list(window) == sorted(window)
    assert window[-1].plus(-count) == start


@given(months)
def test_writing_and_reading_a_month_changes_nothing(month):
    assert Month.parse(str(month)) == month
