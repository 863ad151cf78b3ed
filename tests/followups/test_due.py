from followups.due import PlanState, Task, months_late, tasks_of
from followups.months import Month

JULY, AUGUST, SEPTEMBER, OCTOBER = (Month(2025, number) for number in (7, 8, 9, 10))


def tasks(today, status="not_started", review="none", planned=(JULY, SEPTEMBER), proofs=1):
    return tasks_of(PlanState(status, review, planned, proofs), today)


def test_a_plan_is_due_in_each_month_for_which_it_was_promised():
    assert tasks(JULY) == (Task.DUE,)
    assert tasks(AUGUST) == ()
    assert tasks(SEPTEMBER, status="in_progress") == (Task.DUE,)


def test_a_plan_is_late_from_the_month_after_its_last_one():
    assert Task.LATE not in tasks(SEPTEMBER)
    assert tasks(OCTOBER) == (Task.LATE,)
    assert months_late((JULY, SEPTEMBER), OCTOBER) == 1
    assert months_late((JULY, SEPTEMBER), Month(2026, 1)) == 4
    assert months_late((JULY, SEPTEMBER), AUGUST) == 0


def test_what_is_done_or_impossible_is_neither_due_nor_late():
    for status in ("done", "impossible"):
        assert tasks(SEPTEMBER, status=status) == ()
        assert tasks(OCTOBER, status=status) == ()


def test_a_plan_without_months_is_never_due_nor_late():
    assert tasks(OCTOBER, planned=()) == ()
    assert months_late((), OCTOBER) == 0


def test_work_without_proof_is_named():
    assert tasks(AUGUST, status="done", proofs=0) == (Task.UNPROVEN,)
    assert tasks(AUGUST, status="in_progress", proofs=0) == (Task.UNPROVEN,)
    assert tasks(AUGUST, proofs=0) == ()


def test_the_most_urgent_task_stands_first():
    returned = tasks(OCTOBER, status="in_progress", review="returned", proofs=0)
    assert returned == (Task.LATE, Task.RETURNED, Task.UNPROVEN)
