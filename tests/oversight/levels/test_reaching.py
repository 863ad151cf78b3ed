"""Every bound of every indicator, from both sides, and the months between two reports."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight.levels.reaching import level_of, months_after, months_begun, percent
from oversight.levels.schemes import CONDUCT, DONE, MEDIA, SPEED

JUST = Decimal("0.0000000001")
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("value", "level"),
    [
        (None, 0),
        (Decimal(0), 1),
        (JUST, 2),
        (30 - JUST, 2),
        (Decimal(30), 3),
        (30 + JUST, 3),
        (80 - JUST, 3),
        (Decimal(80), 3),
        (80 + JUST, 4),
        (100 - JUST, 4),
        (Decimal(100), 5),
    ],
)
def test_the_percentage_of_plans_done_has_its_level(value, level):
    assert level_of(DONE, value) == level


@pytest.mark.parametrize(
    ("months", "level"),
    [
        (None, 0),
        (0, 5),
        (1, 5),
        (2, 4),
        (3, 4),
        (4, 3),
        (6, 3),
        (7, 2),
        (9, 2),
        (10, 1),
        (12, 1),
        (13, 0),
        (40, 0),
    ],
)
def test_the_months_until_all_is_done_have_their_level_and_between_two_steps_the_lower_one(months, level):
    assert level_of(SPEED, None if months is None else Decimal(months)) == level


@pytest.mark.parametrize(("kinds", "level"), [(0, 0), (1, 1), (2, 2), (3, 3), (4, 4), (5, 5), (6, 5)])
def test_the_kinds_of_media_have_their_level(kinds, level):
    assert level_of(MEDIA, Decimal(kinds)) == level


@pytest.mark.parametrize(("steps", "level"), [(0, 0), (1, 1), (2, 2), (3, 3), (4, 4), (5, 5)])
def test_the_steps_of_a_survey_have_their_level(steps, level):
    assert level_of(CONDUCT, Decimal(steps)) == level


@pytest.mark.parametrize(
    ("done", "total", "level"),
    [
        (0, 0, 0),
        (0, 7, 1),
        (1, 7, 2),
        (2, 7, 2),
        (3, 10, 3),
        (4, 5, 3),
        (5, 6, 4),
        (6, 7, 4),
        (7, 7, 5),
        (800, 1000, 3),
    ],
)
def test_a_count_of_plans_lies_exactly_on_its_side_of_a_bound(done, total, level):
    assert level_of(DONE, percent(done, total)) == level


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (date(2025, 7, 10), date(2025, 7, 10), 0),
        (date(2025, 7, 10), date(2025, 7, 11), 1),
        (date(2025, 7, 10), date(2025, 8, 10), 1),
        (date(2025, 7, 10), date(2025, 8, 11), 2),
        (date(2025, 7, 10), date(2025, 10, 10), 3),
        (date(2025, 7, 10), date(2025, 10, 11), 4),
        (date(2025, 7, 10), date(2026, 1, 10), 6),
        (date(2025, 7, 10), date(2026, 1, 11), 7),
        (date(2025, 7, 10), date(2026, 4, 10), 9),
        (date(2025, 7, 10), date(2026, 7, 10), 12),
        (date(2025, 7, 10), date(2026, 7, 11), 13),
        (date(2025, 1, 31), date(2025, 2, 28), 1),
        (date(2025, 1, 31), date(2025, 3, 1), 2),
        (date(2024, 1, 31), date(2024, 2, 29), 1),
        (date(2024, 2, 29), date(2025, 2, 28), 12),
        (date(2024, 2, 29), date(2025, 3, 1), 13),
        (date(2025, 12, 20), date(2026, 1, 3), 1),
        (date(2025, 7, 10), date(2025, 7, 9), None),
    ],
)
def test_months_are_counted_by_the_day_of_the_month(start, end, months):
    assert months_begun(start, end) == months


@given(DAYS, DAYS)
def test_so_many_months_and_no_fewer_are_enough(one, other):
    start, end = sorted((one, other))
    months = int(months_begun(start, end))
    assert months_after(start, months) >= end
    assert months == 0 or months_after(start, months - 1) < end


@given(st.integers(0, 300), st.integers(1, 300))
def test_one_plan_more_that_is_done_never_lowers_the_level(done, total):
    fewer, more = sorted((min(done, total), min(done + 1, total)))
    assert level_of(DONE, percent(more, total)) >= level_of(DONE, percent(fewer, total))


@given(st.integers(0, 40), st.integers(0, 40))
def test_who_is_quicker_is_never_lower(one, other):
    quick, slow = sorted((one, other))
    assert level_of(SPEED, Decimal(quick)) >= level_of(SPEED, Decimal(slow))
