"""Urungkan: the last change of a person to the plans of a cycle, while what it made still stands."""

import re

import pytest

from followups.carrying.continuing import continue_plan
from followups.models import ActionPlan, Completion, FollowUp, Priority
from followups.months import Month
from followups.planning import plans as planning
from followups.planning.plans import promise_of
from offices.models import AuditEvent
from surveys.models import Lock, Service, Survey
from tests.conftest import LATER, make_plan, make_survey

PAGE = "/rtl/3521/2025-S1/"
UNDO = f"{PAGE}urungkan/"


@pytest.fixture
def admin(as_user, people, survey):
    return as_user(people.admin)


@pytest.fixture
def plan(survey):
    return ActionPlan.objects.get(position=2)


def at(plan, verb):
    return f"{PAGE}{plan.pk}/{verb}/"


def offered(client, page=PAGE):
    """By which the button on the page says what it undoes; empty without a button."""
    found = re.search(r'name="langkah" value="(\d+)"', client.get(page).content.decode())
    return found[1] if found else ""


def undo(client, page=PAGE):
    return client.post(f"{page}urungkan/", {"langkah": offered(client, page)}, follow=True).content.decode()


def state():
    rows = ActionPlan.objects.order_by("priority__position", "position")
    return [(row.pk, row.position, promise_of(row), row.continues_id) for row in rows]


def changed(plan):
    units = [str(unit.pk) for unit in plan.priority.followup.survey.office.units.all()[:2]]
    new = {"programme": "Menata loket", "months": ["2025-08"], "units": units, "lead": units[0]}
    return new | {"indicator": "Loket tertata", "target": "", "revision": plan.revision}


CHANGES = {
    "months": lambda client, plan: client.post(at(plan, "bulan"), {"add": ["2025-10", "2025-11", "2025-12"]}),
    "no month": lambda client, plan: client.post(at(plan, "bulan"), {"remove": "2025-10"}),
    "words": lambda client, plan: client.post(at(plan, "ubah"), changed(plan)),
    "up": lambda client, plan: client.post(at(plan, "pindah"), {"direction": "up"}),
    "place": lambda client, plan: client.post(at(plan, "pindah"), {"place": "1"}),
    "gone": lambda client, plan: client.post(at(plan, "hapus")),
    "new": lambda client, plan: client.post(f"{PAGE}baru/", changed(plan) | {"priority": plan.priority_id}),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_was_changed_is_as_it_was_and_the_trail_tells_both(admin, plan, change):
    make_plan(plan.priority, 3)
    assert offered(admin) == ""
    before = state()
    CHANGES[change](admin, plan)
    assert state() != before
    assert "Perubahan terakhir Anda diurungkan." in undo(admin)
    assert state() == before
    assert AuditEvent.objects.count() == 2
    assert offered(admin) == ""


@pytest.mark.parametrize("change", ["months", "words", "new"])
def test_what_somebody_changed_meanwhile_is_left_and_said(admin, people, plan, change):
    CHANGES[change](admin, plan)
    latest = ActionPlan.objects.get(pk=AuditEvent.objects.first().object_id)
    planning.plan_months(plan.priority.followup.survey, people.secretary, latest, promise_of(latest).months, False)
    stands = state()
    page = undo(admin)
    assert "diubah lagi sesudahnya (terakhir oleh Sekretaris" in page
    assert state() == stands
    assert offered(admin) == ""


def test_of_a_month_only_what_one_changed_oneself_is_undone(admin, people, survey, plan):
    CHANGES["no month"](admin, plan)
    planning.plan_months(survey, people.secretary, plan, [Month(2025, 7)], True)
    undo(admin)
    assert [str(month) for month in promise_of(plan).months] == ["2025-07", "2025-10"]


def test_a_place_that_others_moved_meanwhile_is_left(admin, people, survey, plan):
    CHANGES["up"](admin, plan)
    planning.move_plan(survey, people.secretary, plan, "down")
    stands = state()
    assert "diubah lagi sesudahnya" in undo(admin)
    assert state() == stands


def test_a_deleted_plan_comes_back_under_its_number_unless_its_priority_is_gone(admin, plan):
    CHANGES["gone"](admin, plan)
    undo(admin)
    assert ActionPlan.objects.get(pk=plan.pk).revision == plan.revision + 1
    other = Priority.objects.create(followup=plan.priority.followup, element=spare_element(plan), position=2)
    alone = make_plan(other, 1)
    admin.post(at(alone, "hapus"))
    other.delete()
    assert "unsurnya sudah bukan prioritas" in undo(admin)
    assert not ActionPlan.objects.filter(pk=alone.pk).exists()


def spare_element(plan):
    elements = plan.priority.followup.survey.instrument.elements
    return elements.exclude(pk=plan.priority.element_id).first()


def test_a_plan_that_goes_on_from_an_earlier_cycle_comes_back_with_what_it_brought(admin, people, survey, plan):
    Completion.objects.create(plan=plan, reason="Menunggu.", strategy="Menugaskan.", latest=LATER)
    new = make_survey(survey.office, "2025-S2")
    ActionPlan.objects.filter(priority__followup__survey=new).exclude(evidence=None).update(status="not_started")
    carried = continue_plan(new, people.admin, plan)
    page = "/rtl/3521/2025-S2/"
    admin.post(f"{page}{carried.pk}/hapus/")
    assert not ActionPlan.objects.filter(pk=carried.pk).exists()
    undo(admin, page)
    again = ActionPlan.objects.get(pk=carried.pk)
    assert (again.continues, again.completion.reason) == (plan, "Menunggu.")


def test_only_who_changed_it_undoes_it_and_only_once_and_on_its_own_page(admin, as_user, people, survey, plan):
    CHANGES["months"](admin, plan)
    step = offered(admin)
    make_survey(survey.office, "2025-S2")
    assert offered(admin, "/rtl/3521/2025-S2/") == ""
    undo(admin)
    page = admin.post(UNDO, {"langkah": step}, follow=True).content.decode()
    assert "Tidak ada lagi perubahan yang dapat diurungkan di sini." in page
    CHANGES["months"](admin, plan)
    stale = admin.post(UNDO, {"langkah": step}, follow=True).content.decode()
    assert "Tidak ada lagi perubahan" in stale
    assert as_user(people.staff).post(UNDO, {"langkah": step}).status_code == 403
    assert as_user(people.stranger).post(UNDO, {"langkah": step}).status_code == 404


def test_nothing_is_undone_in_a_locked_cycle(admin, plan):
    CHANGES["months"](admin, plan)
    step = offered(admin)
    Survey.objects.update(lock=Lock.PREPARED)
    stands = state()
    assert offered(admin) == ""
    assert admin.post(UNDO, {"langkah": step}).status_code == 403
    assert state() == stands
    assert FollowUp.objects.count() == 1


def test_a_plan_of_a_service_that_was_renamed_does_not_come_back_without_it(admin, plan, ngawi):
    service = Service.objects.create(office=ngawi, name="Pindah Memilih", position=1)
    plan.services.add(service)
    admin.post(at(plan, "hapus"))
    Service.objects.update(name="Pindah Tempat Memilih")
    assert "nama layanannya sudah berubah" in undo(admin)
    assert not ActionPlan.objects.filter(pk=plan.pk).exists()
