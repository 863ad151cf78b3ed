from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duties.grid import ICONS, WORDS, PlanSpan, grid_of
from followups.months import Month, months_between

JULY, AUGUST, OCTOBER, DECEMBER = (Month(2025, number) for number in (7, 8, 10, 12))
PLAN = PlanSpan("1 a", "Menata loket", "Subbag KUL", "/rtl/", "not_started", (OCTOBER,), ())


def marks(plan, today=AUGUST):
    """The marks that stand in the row of a plan, by month."""
    grid = grid_of([plan], JULY, DECEMBER, today)
    return {str(month): cell.mark for month, cell in zip(grid.months, grid.rows[0].cells, strict=True) if cell.mark}


@pytest.mark.parametrize(
    ("plan", "today", "expected"),
    [
        (PLAN, AUGUST, {"2025-10": "planned"}),
        (PLAN, OCTOBER, {"2025-10": "planned"}),
        (PLAN, DECEMBER, {"2025-10": "late"}),
        (replace(PLAN, status="in_progress"), DECEMBER, {"2025-10": "late"}),
        (replace(PLAN, status="impossible"), DECEMBER, {"2025-10": "impossible"}),
        (replace(PLAN, status="done"), DECEMBER, {"2025-10": "done"}),
        (replace(PLAN, status="done", realised=(DECEMBER,)), DECEMBER, {"2025-10": "planned", "2025-12": "done"}),
        (replace(PLAN, status="in_progress", realised=(AUGUST,)), AUGUST, {"2025-08": "done", "2025-10": "planned"}),
    ],
)
def test_a_month_is_marked_by_what_became_of_it(plan, today, expected):
    assert marks(plan, today) == expected


def test_a_plan_that_goes_over_several_months_is_late_in_those_that_are_past():
    plan = replace(PLAN, planned=(AUGUST, OCTOBER, DECEMBER))
    assert marks(plan, Month(2025, 11)) == {"2025-08": "late", "2025-10": "late", "2025-12": "planned"}


def test_what_was_done_outside_the_months_of_the_follow_up_widens_the_grid():
    plan = replace(PLAN, status="done", realised=(Month(2025, 5), Month(2026, 2)))
    grid = grid_of([plan], JULY, DECEMBER, AUGUST)
    assert (grid.months[0], grid.months[-1]) == (Month(2025, 5), Month(2026, 2))


def test_today_is_one_column_and_none_where_it_lies_elsewhere():
    grid = grid_of([PLAN, PLAN], JULY, DECEMBER, AUGUST)
    assert [[cell.is_now for cell in row.cells] for row in grid.rows] == [[False, True, *[False] * 4]] * 2
    assert not any(cell.is_now for cell in grid_of([PLAN], JULY, DECEMBER, Month(2027, 1)).rows[0].cells)


def test_late_plans_are_counted_once():
    plans = [replace(PLAN, planned=(JULY, AUGUST)), PLAN, replace(PLAN, status="done")]
    assert grid_of(plans, JULY, DECEMBER, OCTOBER).late == 1


def test_without_plans_the_months_of_the_follow_up_stand_there():
    grid = grid_of([], JULY, DECEMBER, AUGUST)
    assert (grid.months, grid.rows, grid.late) == (months_between(JULY, DECEMBER), (), 0)


def test_each_mark_has_a_word_and_a_picture_of_its_own():
    assert set(WORDS) == set(ICONS)
    assert len(set(WORDS.values())) == len(set(ICONS.values())) == len(WORDS)


months = st.builds(Month, st.integers(2024, 2026), st.integers(1, 12))
plans = st.builds(
    lambda status, planned, realised: replace(
        PLAN, status=status, planned=tuple(sorted(planned)), realised=tuple(sorted(realised))
    ),
    st.sampled_from(["not_started", "in_progress", "done", "impossible"]),
    st.sets(months, max_size=4),
    st.sets(months, max_size=3),
)


@given(st.lists(plans, max_size=4), months)
def test_every_month_of_a_plan_has_its_mark_and_no_other_month_has_one(known, today):
    grid = grid_of(known, JULY, DECEMBER, today)
    for plan, row in zip(known, grid.rows, strict=True):
        marked = {month for month, cell in zip(grid.months, row.cells, strict=True) if cell.mark}
        assert marked == {*plan.planned, *plan.realised}
        assert not row.is_late or plan.status in ("not_started", "in_progress")


def test_a_cell_has_the_word_and_the_picture_of_its_mark_and_an_empty_one_none():
    grid = grid_of([replace(PLAN, planned=(AUGUST, DECEMBER))], JULY, DECEMBER, OCTOBER)
    told = [(cell.mark, cell.word, cell.icon) for cell in grid.rows[0].cells]
    assert told[1] == ("late", "terlambat", "triangle-alert")
    assert told[5] == ("planned", "direncanakan", "circle")
    assert told[0] == ("", "", "")


@pytest.mark.parametrize(
    ("planned", "realised", "first", "last"),
    [
        ((), (), JULY, DECEMBER),
        ((OCTOBER,), (), JULY, DECEMBER),
        ((Month(2025, 6),), (), Month(2025, 6), DECEMBER),
        ((Month(2026, 1),), (), JULY, Month(2026, 1)),
        ((OCTOBER,), (Month(2025, 6),), Month(2025, 6), DECEMBER),
        ((OCTOBER,), (Month(2026, 1),), JULY, Month(2026, 1)),
    ],
)
def test_the_columns_reach_from_the_first_month_of_anything_to_the_last(planned, realised, first, last):
    grid = grid_of([replace(PLAN, planned=planned, realised=realised)], JULY, DECEMBER, OCTOBER)
    assert grid.months == months_between(first, last)
    assert grid.today == OCTOBER


def test_a_plan_is_late_by_any_of_its_months_and_not_by_what_was_done():
    assert grid_of([replace(PLAN, planned=(JULY, DECEMBER))], JULY, DECEMBER, AUGUST).rows[0].is_late
    assert not grid_of([replace(PLAN, planned=(JULY,), realised=(JULY,))], JULY, DECEMBER, AUGUST).rows[0].is_late
    assert not grid_of([replace(PLAN, planned=(AUGUST,))], JULY, DECEMBER, AUGUST).rows[0].is_late


def test_done_in_another_month_leaves_the_planned_one_planned_and_never_late():
    plan = replace(PLAN, status="done", planned=(JULY, OCTOBER), realised=(OCTOBER,))
    assert marks(plan, DECEMBER) == {"2025-07": "planned", "2025-10": "done"}


def test_an_impossible_plan_keeps_what_was_done_of_it():
    plan = replace(PLAN, status="impossible", planned=(JULY, OCTOBER), realised=(JULY,))
    assert marks(plan, DECEMBER) == {"2025-07": "done", "2025-10": "impossible"}
