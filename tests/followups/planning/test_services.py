"""A plan may say which services it serves: offered while they are in use, kept where they no longer are."""

import pytest

from followups.models import ActionPlan
from followups.planning.plans import promise_of
from offices.models import AuditEvent
from surveys.models import Service

PAGE = "/rtl/3521/2025-S1/"


@pytest.fixture
def admin(as_user, people, survey):
    return as_user(people.admin)


@pytest.fixture
def plan(survey):
    return ActionPlan.objects.get(position=2)


@pytest.fixture
def services(ngawi, magetan):
    Service.objects.create(office=magetan, name="Lain", position=1)
    return [
        Service.objects.create(office=ngawi, name=name, position=at, in_use=in_use)
        for at, (name, in_use) in enumerate((("KTP", True), ("Akta", True), ("Kartu lama", False)), start=1)
    ]


def sent(plan, *services, **changes):
    values = {"programme": plan.programme, "months": ["2025-10"], "units": ["*"], "revision": plan.revision}
    return values | {"services": [service.pk for service in services]} | changes


def offered(admin, plan):
    fields = admin.get(f"{PAGE}{plan.pk}/ubah/").context["form"].fields
    return [name for _key, name in fields["services"].choices] if "services" in fields else None


def test_an_office_without_services_is_not_asked(admin, plan):
    assert offered(admin, plan) is None
    assert admin.post(f"{PAGE}{plan.pk}/ubah/", sent(plan, programme="Menata loket")).status_code == 302
    assert promise_of(ActionPlan.objects.get(pk=plan.pk)).services == ()


def test_services_in_use_are_offered_and_those_that_the_plan_has(admin, plan, services):
    assert offered(admin, plan) == ["KTP", "Akta"]
    plan.services.add(services[2])
    assert offered(admin, plan) == ["KTP", "Akta", "Kartu lama"]


def test_what_is_chosen_is_kept_and_told_by_name(admin, plan, services):
    ktp, akta, _old = services
    assert admin.post(f"{PAGE}{plan.pk}/ubah/", sent(plan, akta, ktp)).status_code == 302
    assert promise_of(plan).services == (ktp.pk, akta.pk)
    event = AuditEvent.objects.get()
    assert "services" not in event.before
    assert event.after["services"] == ["KTP", "Akta"]


def test_a_plan_that_serves_nothing_any_more_says_so_in_the_trail(admin, plan, services):
    plan.services.add(services[0])
    assert admin.post(f"{PAGE}{plan.pk}/ubah/", sent(plan)).status_code == 302
    assert not plan.services.exists()
    event = AuditEvent.objects.get()
    assert event.before["services"] == ["KTP"]
    assert "services" not in event.after


def test_neither_anothers_service_nor_one_out_of_use_can_be_chosen(admin, plan, services):
    for wrong in (Service.objects.get(name="Lain"), services[2]):
        response = admin.post(f"{PAGE}{plan.pk}/ubah/", sent(plan, wrong, programme="Tetap ada"))
        assert (response.status_code, "Tetap ada" in response.content.decode()) == (422, True)
    assert not plan.services.exists()
    assert not AuditEvent.objects.exists()
