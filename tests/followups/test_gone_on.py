"""A plan that goes on in a later cycle: read only where it came from, with a sentence and a link to where it is now."""

from datetime import date
from html import unescape

import pytest
from django.urls import reverse

from followups.carrying.continuing import continue_plan
from followups.models import ActionPlan, Completion, Status
from offices.models import AuditEvent
from tests.conftest import make_survey

HERE = "/rtl/3521/2025-S1/"
SENTENCE = "RTL ini sudah diteruskan ke siklus Semester II Tahun 2025, sehingga di sini hanya dapat dibaca."


def flat(response):
    return " ".join(unescape(response.content.decode()).split())


@pytest.fixture
def origin(survey):
    plan = ActionPlan.objects.get(priority__followup__survey=survey, position=2)
    Completion.objects.create(plan=plan, reason="Anggaran.", strategy="Dianggarkan.", latest=date(2026, 3, 1))
    return plan


@pytest.fixture
def later(origin, people, ngawi):
    return continue_plan(make_survey(ngawi, "2025-S2"), people.admin, origin)


def test_its_realisation_is_read_only_with_a_way_to_where_it_went(as_user, people, origin, later):
    page = flat(as_user(people.admin).get(f"{HERE}{origin.pk}/"))
    assert SENTENCE in page
    assert f'href="/rtl/3521/2025-S2/{later.pk}/"' in page
    assert 'name="status"' not in page


def test_nothing_is_written_to_it(as_user, people, origin, later):
    admin = as_user(people.admin)
    sent = {"revision": "1", "status": "in_progress", "description": "Loket ditata."}
    refused = admin.post(f"{HERE}{origin.pk}/", sent)
    assert (refused.status_code, SENTENCE in flat(refused)) == (422, True)
    promise = {"revision": "1", "programme": "Nama lain", "units": ["all"]}
    assert SENTENCE in flat(admin.post(edit_page(origin), promise))
    assert SENTENCE in flat(
        admin.post(reverse("plan_month", args=("3521", "2025-S1", origin.pk)), {"add": "2025-08"}, follow=True)
    )
    row = ActionPlan.objects.get(pk=origin.pk)
    assert (row.status, row.programme, row.revision) == (origin.status, origin.programme, origin.revision)


def edit_page(plan):
    return reverse("plan_edit", args=("3521", "2025-S1", plan.pk))


def test_the_table_of_plans_leads_there_and_offers_no_change(as_user, people, origin, later):
    page = flat(as_user(people.admin).get(reverse("plan_table", args=("3521", "2025-S1"))))
    row = page.partition(f'id="rtl-{origin.pk}"')[2].partition("</tr>")[0]
    assert f'Diteruskan dalam <a href="/rtl/3521/2025-S2/{later.pk}/">RTL Semester II Tahun 2025</a>' in row
    assert "Ubah RTL" not in row and "Hapus RTL" not in row and "aria-pressed" not in row
    form = flat(as_user(people.admin).get(edit_page(origin)))
    assert SENTENCE in form and f'href="/rtl/3521/2025-S2/{later.pk}/"' in form


def test_home_asks_for_it_once_where_it_is(as_user, people, origin, later, time_machine):
    time_machine.move_to("2026-03-10 09:00+07:00")
    page = as_user(people.admin).get("/").content.decode()
    assert f'href="/rtl/3521/2025-S2/{later.pk}/"' in page
    assert f'href="{HERE}{origin.pk}/"' not in page


def test_what_was_carried_too_early_is_deleted_there_and_goes_on_here(as_user, people, origin, later):
    admin = as_user(people.admin)
    assert admin.post(reverse("plan_delete", args=("3521", "2025-S2", later.pk))).status_code == 302
    sent = {"revision": "1", "status": "in_progress", "description": "Loket ditata."}
    assert admin.post(f"{HERE}{origin.pk}/", sent).status_code == 302
    assert ActionPlan.objects.get(pk=origin.pk).status == Status.IN_PROGRESS


def test_who_named_other_units_to_complete_it_keeps_what_was_carried(as_user, people, ngawi, later):
    later.completion.units.set([ngawi.units.get(key="rendatin")])
    refused = as_user(people.admin).post(reverse("plan_delete", args=("3521", "2025-S2", later.pk)))
    assert (refused.status_code, "penyelesaiannya sudah diisi" in flat(refused)) == (422, True)


def test_a_unit_that_was_closed_stays_behind_and_hinders_no_deletion(as_user, people, ngawi, origin):
    closed = ngawi.units.get(key="rendatin")
    origin.completion.units.set([closed, ngawi.units.get(key="kul")])
    closed.closed_on = date(2025, 12, 1)
    closed.save()
    later = continue_plan(make_survey(ngawi, "2025-S2"), people.admin, origin)
    assert as_user(people.admin).post(reverse("plan_delete", args=("3521", "2025-S2", later.pk))).status_code == 302
    assert AuditEvent.objects.latest("pk").action == "plan.delete"
