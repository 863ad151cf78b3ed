"""Rows of plans: what a new one is before anybody says so, in which order they stand, and what holds what."""

from datetime import date

import pytest
from django.db.models import ProtectedError

from followups.models import (
    ActionPlan,
    Completion,
    EvidenceGroup,
    FollowUp,
    MonthKind,
    PlanMonth,
    Priority,
    Review,
    Status,
    Upkeep,
)
from surveys.models import Element
from tests.conftest import make_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def priority(survey):
    return Priority.objects.get()


def test_a_new_plan_is_not_begun_and_nobody_approved_it(priority):
    plan = ActionPlan.objects.create(priority=priority, position=9, programme="Menata loket")
    plan.refresh_from_db()
    assert (plan.status, plan.review, plan.revision) == (Status.NOT_STARTED, Review.NONE, 1)
    assert (plan.all_units, plan.others, plan.lead, plan.continues) == (False, "", None, None)
    assert (plan.completed_on, plan.submitted_by, plan.reviewed_by, plan.reviewed_at) == (None, None, None, None)


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        (Status.NOT_STARTED, "Belum dimulai"),
        (Status.IN_PROGRESS, "Dalam proses"),
        (Status.DONE, "Sudah"),
        (Status.IMPOSSIBLE, "Tidak dapat dilaksanakan"),
        (Review.NONE, "–"),
        (Review.PENDING, "Belum disetujui"),
        (Review.APPROVED, "Disetujui"),
        (Review.RETURNED, "Dikembalikan"),
        (MonthKind.PLANNED, "Direncanakan"),
        (MonthKind.REALISED, "Dilaksanakan"),
    ],
)
def test_states_are_said_in_indonesian(choice, words):
    assert choice.label == words


def test_plans_stand_by_priority_and_then_by_place(survey, priority):
    fees = Element.objects.get(key="biaya", instrument=survey.instrument)
    first = Priority.objects.create(followup=priority.followup, element=fees, position=2)
    Priority.objects.filter(pk=priority.pk).update(position=3)
    make_plan(first, 2)
    make_plan(first, 1)
    told = [(plan.priority_id, plan.position) for plan in ActionPlan.objects.all()]
    assert told == [(first.pk, 1), (first.pk, 2), (priority.pk, 1), (priority.pk, 2)]


def test_months_stand_by_kind_and_time(priority):
    plan = ActionPlan.objects.get(position=2)
    plan.months.create(kind=MonthKind.REALISED, month=date(2025, 9, 1))
    plan.months.create(kind=MonthKind.PLANNED, month=date(2025, 8, 1))
    assert [(row.kind, str(row)) for row in plan.months.all()] == [
        ("planned", "2025-08"),
        ("planned", "2025-10"),
        ("realised", "2025-09"),
    ]


def test_one_month_may_be_planned_and_realised(priority):
    plan = ActionPlan.objects.get(position=2)
    plan.months.create(kind=MonthKind.REALISED, month=date(2025, 10, 1))
    assert plan.months.filter(month=date(2025, 10, 1)).count() == 2


@pytest.mark.parametrize("held", ["priority", "element", "unit", "lead", "proven", "maintained"])
def test_what_a_plan_or_an_upkeep_stands_on_cannot_be_deleted_beneath_it(survey, ngawi, priority, held):
    done = ActionPlan.objects.get(position=1)
    unit = ngawi.units.get(key="rendatin")
    ActionPlan.objects.filter(pk=done.pk).update(lead=unit)
    upkeep = Upkeep.objects.create(followup=priority.followup, element=priority.element, position=1)
    EvidenceGroup.objects.create(followup=priority.followup, upkeep=upkeep)
    rows = {
        "priority": priority,
        "element": priority.element,
        "unit": unit,
        "lead": done.lead or unit,
        "proven": done,
        "maintained": upkeep,
    }
    with pytest.raises(ProtectedError):
        rows[held].delete()


def test_with_a_plan_go_its_months_and_its_completion(priority):
    plan = ActionPlan.objects.get(position=2)
    Completion.objects.create(plan=plan, reason="Anggaran.")
    plan.delete()
    assert not Completion.objects.exists()
    assert not PlanMonth.objects.filter(plan_id=plan.pk).exists()
    assert ActionPlan.objects.count() == 1


def test_rows_are_called_by_what_they_are_about(priority):
    upkeep = Upkeep(followup=priority.followup, element=priority.element, position=1)
    assert (str(priority), str(upkeep)) == ("Waktu Penyelesaian", "Pemeliharaan Waktu Penyelesaian")
    group = EvidenceGroup(followup=priority.followup, upkeep=upkeep)
    assert str(group) == "Bukti dukung Pemeliharaan Waktu Penyelesaian"
    assert str(PlanMonth(month=date(987, 1, 1)))[-3:] == "-01"


@pytest.mark.parametrize("model", [ActionPlan, Completion, Priority, Upkeep, FollowUp, PlanMonth])
def test_each_row_says_by_which_way_it_belongs_to_an_office(survey, ngawi, model):
    plan = ActionPlan.objects.get(position=2)
    Completion.objects.create(plan=plan)
    Upkeep.objects.create(followup=plan.priority.followup, element=plan.priority.element, position=1)
    assert model.objects.filter(**{model.OFFICE_PATH: ngawi}).count() == model.objects.count() > 0
