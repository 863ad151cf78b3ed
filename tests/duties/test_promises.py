"""What a signed report promised in Tabel 4.1 is on the list of its month, until the next cycle takes it up."""

from datetime import date

import pytest

from duties.duty import Kind
from duties.listing import listing_of
from followups.carrying.continuing import continue_in_next
from followups.models import ActionPlan, Completion, Status
from offices.models import Office
from surveys.models import Lock, Survey
from tests.conftest import make_plan, make_survey

pytestmark = pytest.mark.each_database


@pytest.fixture
def plan(survey):
    """Everybody's plan, open in a signed report that promised it for February and March 2026."""
    Survey.objects.filter(pk=survey.pk).update(lock=Lock.SIGNED)
    plan = ActionPlan.objects.get(position=2)
    Completion.objects.create(
        plan=plan, reason="a", strategy="b", earliest=date(2026, 2, 1), latest=date(2026, 3, 1), all_units=True
    )
    return plan


def promised(user, plan):
    found = listing_of(user, Office.objects.filter(code="3521")).duties
    return [duty for duty in found if duty.subject == plan.programme]


@pytest.mark.parametrize(
    ("today", "kinds", "late"),
    [
        ("2026-01-31", [], 0),
        ("2026-02-01", [Kind.DUE], 0),
        ("2026-03-31", [Kind.DUE], 0),
        ("2026-04-02", [Kind.LATE], 1),
        ("2026-07-02", [Kind.LATE], 4),
    ],
)
def test_a_promise_is_due_in_its_months_and_late_after_them(people, plan, time_machine, today, kinds, late):
    time_machine.move_to(f"{today} 09:00+07:00")
    duties = promised(people.staff, plan)
    assert [duty.kind for duty in duties] == kinds
    assert sum(duty.late for duty in duties) == late
    for duty in duties:
        assert duty.place == f"/rtl/3521/2025-S1/{plan.pk}/teruskan/"
        assert "dijanjikan dalam laporan Semester I Tahun 2025 untuk Februari 2026–Maret 2026" in duty.sentence


def test_without_a_deadline_nothing_is_promised(people, plan, time_machine):
    time_machine.move_to("2026-03-05 09:00+07:00")
    assert promised(people.staff, plan)
    Completion.objects.update(earliest=None, latest=None)
    assert not promised(people.staff, plan)


@pytest.mark.parametrize("status", [Status.DONE, Status.IMPOSSIBLE])
def test_what_is_settled_is_owed_no_more(people, plan, time_machine, status):
    time_machine.move_to("2026-03-05 09:00+07:00")
    ActionPlan.objects.filter(pk=plan.pk).update(status=status)
    assert not promised(people.staff, plan)


def test_it_is_on_the_list_of_who_answers_for_the_plan(people, plan, ngawi, time_machine):
    time_machine.move_to("2026-03-05 09:00+07:00")
    Completion.objects.update(all_units=False)
    plan.units.add(ngawi.units.get(key="rendatin"))
    ActionPlan.objects.filter(pk=plan.pk).update(all_units=False)
    assert [duty.turn for duty in promised(people.admin, plan)] == ["Subbag rendatin"]
    assert not promised(people.staff, plan)
    assert not promised(people.secretary, plan)


def test_where_the_report_names_who_completes_it_theirs_is_the_turn(people, plan, ngawi, time_machine):
    time_machine.move_to("2026-03-05 09:00+07:00")
    ActionPlan.objects.filter(pk=plan.pk).update(all_units=False)
    plan.units.add(ngawi.units.get(key="kul"))
    Completion.objects.update(all_units=False)
    plan.completion.units.add(ngawi.units.get(key="rendatin"))
    assert [duty.turn for duty in promised(people.admin, plan)] == ["Subbag rendatin"]
    assert not promised(people.staff, plan)
    plan.completion.units.set([ngawi.units.get(key="kul")])
    plan.units.set([ngawi.units.get(key="rendatin")])
    assert [duty.turn for duty in promised(people.staff, plan)] == ["Subbag kul"]


@pytest.mark.parametrize(
    ("completed_by", "turn", "is_of_kul"),
    [
        (None, "Subbag rendatin (koordinator), Seluruh Subbagian", False),
        (["rendatin", "kul"], "Subbag rendatin (koordinator), Subbag kul", False),
        (["kul", "tekhum"], "Subbag kul, Subbag tekhum", True),
    ],
)
def test_who_leads_the_plan_leads_on_while_they_are_among_who_completes_it(
    people, plan, ngawi, time_machine, completed_by, turn, is_of_kul
):
    time_machine.move_to("2026-03-05 09:00+07:00")
    ActionPlan.objects.filter(pk=plan.pk).update(lead=ngawi.units.get(key="rendatin"))
    Completion.objects.update(all_units=completed_by is None)
    plan.completion.units.set(ngawi.units.filter(key__in=completed_by or []))
    assert [duty.turn for duty in promised(people.admin, plan)] == [turn]
    assert bool(promised(people.staff, plan)) == is_of_kul
    later = continue_in_next(plan, people.admin)
    assert ((later.lead and later.lead.key) == "rendatin") == (not is_of_kul)


@pytest.mark.parametrize(
    ("period", "lock", "is_owed"),
    [
        ("2025-S2", Lock.SIGNED, False),
        ("2026-B02", Lock.SIGNED, False),
        ("2025-S2", Lock.PREPARED, True),
        ("2025-S2", Lock.OPEN, True),
        ("2024-S2", Lock.SIGNED, True),
        ("2025", Lock.SIGNED, True),
    ],
)
def test_what_a_later_report_was_signed_after_is_owed_no_more(people, plan, ngawi, time_machine, period, lock, is_owed):
    time_machine.move_to("2026-06-05 09:00+07:00")
    other = make_survey(ngawi, period)
    Survey.objects.filter(pk=other.pk).update(lock=lock)
    late = [duty for duty in promised(people.admin, plan) if "dijanjikan dalam laporan Semester I" in duty.sentence]
    assert bool(late) == is_owed


def test_once_it_goes_on_the_new_plan_is_on_the_list_instead(people, plan, time_machine):
    time_machine.move_to("2026-03-05 09:00+07:00")
    later = continue_in_next(plan, people.staff)
    (duty,) = promised(people.staff, plan)
    assert (duty.kind, duty.place) == (Kind.DUE, f"/rtl/3521/2025-S2/{later.pk}/")


def test_a_promise_beyond_the_window_of_the_next_cycle_is_still_kept_in_mind(people, plan, time_machine):
    Completion.objects.update(earliest=None, latest=date(2026, 9, 1))
    time_machine.move_to("2026-08-05 09:00+07:00")
    later = continue_in_next(plan, people.staff)
    assert not later.months.exists() and not promised(people.staff, plan)
    time_machine.move_to("2026-09-05 09:00+07:00")
    assert [duty.kind for duty in promised(people.staff, plan)] == [Kind.DUE]
    time_machine.move_to("2026-10-05 09:00+07:00")
    assert [(duty.kind, duty.late) for duty in promised(people.staff, plan)] == [(Kind.LATE, 1)]


def test_home_costs_the_same_for_many_promises_as_for_one(
    as_user, people, plan, time_machine, django_assert_max_num_queries
):
    time_machine.move_to("2026-03-05 09:00+07:00")
    client = as_user(people.admin)
    client.get("/")
    with django_assert_max_num_queries(34) as asked:
        assert plan.programme in client.get("/").content.decode()
    for position in range(10, 40):
        row = make_plan(plan.priority, position, all_units=True)
        Completion.objects.create(plan=row, reason="a", strategy="b", latest=date(2026, 3, 1))
    with django_assert_max_num_queries(len(asked)):
        client.get("/")
