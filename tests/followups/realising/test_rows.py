"""The row of a plan as somebody sees it: what may be done to it, who answers for it, and when it is owed."""

from datetime import date

import pytest

from followups.models import ActionPlan, Completion, FollowUp, MonthKind, Priority, Review, Status
from followups.months import Month
from followups.realising.completing import completers_of, taking_up
from followups.realising.rows import months_of, one_row, owed_months, plans_for_rows, rows_of, units_text
from surveys.models import Survey
from surveys.periods import of_period
from tests.conftest import make_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def units(survey):
    return {unit.key: unit for unit in survey.office.units.all()}


def plan(position):
    return plans_for_rows().get(position=position)


def change(position, **values):
    ActionPlan.objects.filter(position=position).update(**values)
    return plan(position)


def names_of(rows):
    return [[row.plan.programme for row in found] for _priority, found in rows]


# --- what may be done


def test_each_sees_which_rows_are_theirs_to_fill_in(survey, people):
    editable = {
        who: [row.editable for _priority, found in rows_of(survey, getattr(people, who)) for row in found]
        for who in ("staff", "head", "admin", "secretary", "supervisor")
    }
    assert editable == {
        "staff": [True, True],
        "head": [True, True],
        "admin": [True, True],
        "secretary": [False, False],
        "supervisor": [False, False],
    }


@pytest.mark.parametrize(
    ("review", "by_oneself", "decidable"),
    [
        (Review.PENDING, False, True),
        (Review.PENDING, True, False),
        (Review.NONE, False, False),
        (Review.APPROVED, False, False),
    ],
)
def test_what_waits_is_decided_by_a_second_person(survey, people, review, by_oneself, decidable):
    row = change(1, review=review, submitted_by=people.head if by_oneself else people.staff)
    assert one_row(row, people.head).decidable is decidable


def test_priorities_stand_in_their_order_with_their_plans_and_without(survey, people):
    followup = FollowUp.objects.get(survey=survey)
    element = survey.instrument.elements.get(key="biaya")
    second = Priority.objects.create(followup=followup, element=element, position=2)
    assert names_of(rows_of(survey, people.admin)) == [["Program 1", "Program 2"], []]
    make_plan(second, 3)
    rows = rows_of(survey, people.admin)
    assert names_of(rows) == [["Program 1", "Program 2"], ["Program 3"]]
    assert [row.point for _priority, found in rows for row in found] == ["1 a", "1 b", "2 a"]


def test_a_survey_whose_follow_up_was_not_begun_has_none(survey, people):
    bare = Survey.objects.create(
        office=survey.office,
        instrument=survey.instrument,
        **of_period("2025-S2"),
        signatory_name="A",
        signatory_title="B",
    )
    assert rows_of(bare, people.admin) == []


def test_a_row_tells_months_proofs_and_status(survey, people):
    row = one_row(plan(1), people.admin)
    assert (row.planned, row.proofs, row.icon, row.point) == (("Oktober 2025",), 1, "circle-check", "1 a")
    row = one_row(change(2, status=Status.IMPOSSIBLE), people.admin, "9 z")
    assert (row.proofs, row.icon, row.point) == (0, "circle-slash", "9 z")


@pytest.mark.parametrize(
    ("status", "left"),
    [(Status.NOT_STARTED, True), (Status.IN_PROGRESS, True), (Status.DONE, False), (Status.IMPOSSIBLE, False)],
)
def test_what_is_open_is_left(survey, people, status, left):
    assert one_row(change(2, status=status), people.admin).is_left is left


# --- months


def test_months_of_a_kind_stand_in_the_order_of_the_calendar(survey):
    ActionPlan.objects.get(position=2).months.create(kind=MonthKind.PLANNED, month=date(2025, 8, 1))
    ActionPlan.objects.get(position=2).months.create(kind=MonthKind.REALISED, month=date(2025, 9, 1))
    assert months_of(plan(2), MonthKind.PLANNED) == (Month(2025, 8), Month(2025, 10))
    assert months_of(plan(2), MonthKind.REALISED) == (Month(2025, 9),)


@pytest.mark.parametrize(
    ("owed", "months"),
    [
        (None, ()),
        ({"reason": "Anggaran."}, ()),
        ({"earliest": date(2026, 1, 1)}, ()),
        ({"latest": date(2026, 3, 1)}, (Month(2026, 3),)),
        ({"earliest": date(2026, 2, 1), "latest": date(2026, 3, 1)}, (Month(2026, 2), Month(2026, 3))),
    ],
)
def test_a_plan_is_owed_until_its_latest_month(survey, owed, months):
    if owed is not None:
        Completion.objects.create(plan=ActionPlan.objects.get(position=2), **owed)
    assert owed_months(plan(2)) == months


# --- who answers


def test_all_units_or_some_are_told_with_who_leads_first(survey, units):
    assert units_text(plan(1)) == "Subbag kul"
    assert units_text(plan(2)) == "Seluruh Subbagian"
    ActionPlan.objects.get(position=1).units.add(units["rendatin"])
    assert units_text(change(1, lead=units["rendatin"])) == "Subbag rendatin (koordinator), Subbag kul"
    assert units_text(change(2, lead=units["kul"])) == "Subbag kul (koordinator), Seluruh Subbagian"


def test_who_led_the_plan_leads_those_who_complete_it_only_as_one_of_them(survey, units):
    open_plan = ActionPlan.objects.get(position=2)
    owed = Completion.objects.create(plan=open_plan, reason="Anggaran.")
    change(2, lead=units["kul"])
    owed.units.set([units["rendatin"]])
    assert units_text(plan(2), plan(2).completion) == "Subbag rendatin"
    owed.units.add(units["kul"])
    assert units_text(plan(2), plan(2).completion) == "Subbag kul (koordinator), Subbag rendatin"


def test_the_units_that_the_report_names_complete_a_plan_else_its_own(survey, units):
    open_plan = ActionPlan.objects.get(position=2)
    assert completers_of(plan(2)) == open_plan
    owed = Completion.objects.create(plan=open_plan, reason="Anggaran.")
    assert completers_of(plan(2)) == open_plan
    owed.units.add(units["kul"])
    assert completers_of(plan(2)) == owed
    owed.units.clear()
    Completion.objects.filter(pk=owed.pk).update(all_units=True)
    assert completers_of(plan(2)) == owed


@pytest.mark.parametrize(
    ("named", "lead", "may"),
    [
        ([], None, True),  # the plan is everybody's
        (["kul"], None, True),
        (["rendatin"], None, False),
        (["kul", "rendatin"], "rendatin", False),
        (["kul", "rendatin"], "kul", True),
        (["kul"], "rendatin", True),  # who led is not among them
        (["*"], "rendatin", False),
        (["*"], None, True),
    ],
)
def test_who_is_to_complete_a_plan_may_let_it_go_on(survey, people, units, named, lead, may):
    change(2, lead=units[lead] if lead else None)
    owed = Completion.objects.create(plan=ActionPlan.objects.get(position=2), reason="A.", all_units=named == ["*"])
    owed.units.set([units[key] for key in named if key != "*"])
    assert taking_up(people.staff, ActionPlan.objects.filter(position=2)).exists() is may
    assert taking_up(people.admin, ActionPlan.objects.filter(position=2)).exists()
