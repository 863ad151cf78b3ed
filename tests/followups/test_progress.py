"""What follows from the status of plans."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followups.models import Status
from followups.months import Month
from followups.points import letter
from followups.progress import PRINTED_STATUS, Progress, is_late, progress_of, target_base

JULY, AUGUST, SEPTEMBER = Month(2025, 7), Month(2025, 8), Month(2025, 9)


def test_only_done_counts_as_done():
    progress = progress_of(["done", "in_progress", "not_started", "impossible", "done"])
    assert (progress.total, progress.done, progress.open) == (5, 2, 3)


@pytest.mark.parametrize(
    ("done", "total", "percent_done", "percent_open"),
    [(7, 10, 70, 30), (1, 8, 13, 87), (2, 3, 67, 33), (1, 3, 33, 67), (1, 200, 1, 99), (3, 3, 100, 0), (0, 3, 0, 100)],
)
def test_percentages_are_whole_with_halves_up_and_open_is_the_rest(done, total, percent_done, percent_open):
    progress = Progress(total, done)
    assert (progress.percent_done, progress.percent_open) == (percent_done, percent_open)


def test_without_plans_nothing_is_done_and_nothing_open():
    nothing = progress_of([])
    assert (nothing.total, nothing.open, nothing.percent_done, nothing.percent_open) == (0, 0, 0, 0)


@given(st.integers(1, 500).flatmap(lambda total: st.tuples(st.just(total), st.integers(0, total))))
def test_percentages_always_add_up(counts):
    progress = Progress(*counts)
    assert progress.percent_done + progress.percent_open == 100
    assert abs(progress.percent_done * progress.total - 100 * progress.done) * 2 <= progress.total


def test_every_status_has_its_word_in_print():
    assert set(PRINTED_STATUS) == set(Status.values)
    assert (PRINTED_STATUS["not_started"], PRINTED_STATUS["in_progress"]) == ("Belum", "Belum (dalam proses)")
    assert PRINTED_STATUS["impossible"] == "Belum (tidak dapat dilaksanakan)"


def test_targets_count_from_the_month_of_the_report():
    assert target_base(Month(2026, 3), Month(2025, 12)) == Month(2026, 3)


def test_targets_count_from_the_month_after_the_window_while_there_is_no_report():
    assert target_base(None, Month(2025, 12)) == Month(2026, 1)


@pytest.mark.parametrize("status", ["not_started", "in_progress"])
def test_an_open_plan_is_late_once_its_last_month_is_over(status):
    assert not is_late(status, [AUGUST, JULY], AUGUST)
    assert is_late(status, [AUGUST, JULY], SEPTEMBER)


@pytest.mark.parametrize("status", ["done", "impossible"])
def test_what_is_done_or_cannot_be_done_is_never_late(status):
    assert not is_late(status, [JULY], SEPTEMBER)


def test_a_plan_without_months_is_not_late():
    assert not is_late("not_started", [], SEPTEMBER)


@pytest.mark.parametrize(("place", "point"), [(0, "a"), (25, "z"), (26, "aa"), (27, "ab"), (51, "az"), (52, "ba")])
def test_points_go_on_after_z(place, point):
    assert letter(place) == point
