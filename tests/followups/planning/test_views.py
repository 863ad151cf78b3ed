"""Rencana: the table as it is printed, its months at a click, add, change, order, delete."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from followups.models import ActionPlan, Completion, EvidenceGroup, MonthKind, Priority, Status
from offices.models import AuditEvent
from surveys.models import Element, Lock, Survey
from tests.conftest import make_plan
from tests.mass import sampled

PAGE = "/rtl/3521/2025-S1/"


@pytest.fixture
def admin(as_user, people, survey):
    return as_user(people.admin)


@pytest.fixture
def plan(survey):
    return ActionPlan.objects.get(position=2)


@pytest.fixture
def done(survey):
    return ActionPlan.objects.get(status=Status.DONE)


def at(plan, verb):
    return f"{PAGE}{plan.pk}/{verb}/"


def promise(plan=None, **changes):
    values = {"programme": "Menata loket", "indicator": "Loket tertata", "target": "Satu loket"}
    values |= {"months": ["2025-08", "2025-09"], "units": ["*"], "lead": "", "revision": plan.revision if plan else ""}
    return values | changes


def months(plan, kind=MonthKind.PLANNED):
    return [f"{row.month:%Y-%m}" for row in plan.months.filter(kind=kind)]


def test_the_table_stands_as_it_is_printed(admin):
    page = " ".join(admin.get(PAGE).content.decode().split())
    for words in ("1 a.", "1 b.", "Waktu Penyelesaian", "Program 1", "Subbag kul", "Seluruh Subbagian"):
        assert words in page
    assert [(c["name"], c["pressed"]) for c in _cells(page)][:4] == [
        ("Juli 2025, RTL 1 a", "false"),
        ("Agustus 2025, RTL 1 a", "false"),
        ("September 2025, RTL 1 a", "false"),
        ("Oktober 2025, RTL 1 a", "true"),
    ]


def _cells(page):
    pattern = r'aria-pressed="(?P<pressed>\w+)" aria-label="(?P<name>[^"]+)"'
    return [match.groupdict() for match in re.finditer(pattern, page)]


# --- months ---------------------------------------------------------------------------------------


def test_a_month_is_promised_and_taken_back_without_javascript(admin, plan):
    response = admin.post(at(plan, "bulan"), {"add": "2025-12"})
    assert (response.status_code, response.url) == (302, f"{PAGE}#rtl-{plan.pk}")
    assert months(plan) == ["2025-10", "2025-12"]
    admin.post(at(plan, "bulan"), {"remove": "2025-10"})
    assert months(plan) == ["2025-12"]
    first, second = AuditEvent.objects.order_by("pk")
    assert (first.before, first.after) == ({"months": ["2025-10"]}, {"months": ["2025-10", "2025-12"]})
    assert second.after == {"months": ["2025-12"]}


def test_who_changes_in_place_gets_the_row_alone(admin, plan):
    response = admin.post(at(plan, "bulan"), {"add": "2025-12"}, headers={"HX-Request": "true"})
    page = " ".join(response.content.decode().split())
    assert page.startswith(f'<template> <tr id="rtl-{plan.pk}"')
    assert page.count("<tr") == 1
    assert {"name": "Desember 2025, RTL 1 b", "pressed": "true"} in _cells(page)
    assert "Urungkan" in page


def test_several_months_come_and_go_as_one_change(admin, plan):
    admin.post(at(plan, "bulan"), {"add": ["2025-10", "2025-11", "2025-12"]})
    assert months(plan) == ["2025-10", "2025-11", "2025-12"]
    admin.post(at(plan, "bulan"), {"remove": ["2025-11", "2025-12"]})
    assert months(plan) == ["2025-10"]
    assert AuditEvent.objects.count() == 2


def test_pressing_twice_is_harmless(admin, plan):
    for _ in range(2):
        admin.post(at(plan, "bulan"), {"add": "2025-12"})
    assert months(plan) == ["2025-10", "2025-12"]
    plan.refresh_from_db()
    assert plan.revision == 2


@pytest.mark.parametrize("month", sampled(["2025-06", "2026-01", "2025-13", "Desember", ""], every=3))
def test_a_month_outside_the_window_is_refused(admin, plan, month):
    response = admin.post(at(plan, "bulan"), {"add": month}, follow=True)
    assert "luar masa tindak lanjut" in response.content.decode() or "tidak dapat dibaca" in response.content.decode()
    assert months(plan) == ["2025-10"]
    refused = admin.post(at(plan, "bulan"), {"add": month}, headers={"HX-Request": "true"})
    assert (refused.status_code, refused.headers["HX-Refresh"]) == (409, "true")
    assert not AuditEvent.objects.exists()


def test_realised_months_are_left_in_peace(admin, done):
    done.months.create(kind=MonthKind.REALISED, month=date(2025, 11, 1))
    admin.post(at(done, "bulan"), {"remove": "2025-10"})
    assert months(done, MonthKind.REALISED) == ["2025-11"]


# --- add and change -------------------------------------------------------------------------------


def test_an_admin_adds_a_plan_at_the_end_of_its_priority(admin, ngawi):
    priority = Priority.objects.get()
    kul = ngawi.units.get(key="kul")
    assert f'value="{priority.pk}" selected' in admin.get(f"{PAGE}baru/?unsur={priority.pk}").content.decode()
    response = admin.post(f"{PAGE}baru/", promise(priority=priority.pk, units=[kul.pk], lead=kul.pk))
    plan = ActionPlan.objects.get(programme="Menata loket")
    assert (response.status_code, response.url) == (302, f"{PAGE}#rtl-{plan.pk}")
    assert (plan.position, plan.lead, list(plan.units.all())) == (3, kul, [kul])
    assert (plan.indicator, plan.target, months(plan)) == ("Loket tertata", "Satu loket", ["2025-08", "2025-09"])
    (event,) = AuditEvent.objects.all()
    assert (event.action, event.after["units"], event.after["lead"]) == ("plan.add", ["Subbag kul"], "Subbag kul")


def test_an_admin_changes_a_plan(admin, plan):
    response = admin.post(at(plan, "ubah"), promise(plan))
    assert response.status_code == 302
    plan.refresh_from_db()
    assert (plan.programme, plan.all_units, plan.revision) == ("Menata loket", True, 2)
    (event,) = AuditEvent.objects.all()
    assert (event.before["programme"], event.after["programme"]) == ("Program 2", "Menata loket")


def test_a_refused_form_keeps_every_field(admin, plan, ngawi):
    kul = ngawi.units.get(key="kul")
    wrong = promise(plan, programme="", indicator="Tetap ada", units=["*", kul.pk], months=["2025-11"])
    response = admin.post(at(plan, "ubah"), wrong)
    assert response.status_code == 422
    page = " ".join(response.content.decode().split())
    assert "Pilih seluruh unit, atau unit tertentu saja" in page
    assert "Tetap ada" in page
    assert re.search(r'value="2025-11"[^>]* checked', page)
    plan.refresh_from_db()
    assert plan.programme == "Program 2"
    assert not AuditEvent.objects.exists()


def test_a_unit_of_another_office_is_refused(admin, plan, magetan):
    other = magetan.units.get(key="kul")
    assert admin.post(at(plan, "ubah"), promise(plan, units=[other.pk])).status_code == 422
    assert admin.post(at(plan, "ubah"), promise(plan, lead=other.pk)).status_code == 422


def test_the_second_of_two_people_sees_both_versions_and_chooses(admin, plan):
    admin.post(at(plan, "ubah"), promise(plan, programme="Versi pertama"))
    response = admin.post(at(plan, "ubah"), promise(plan, programme="Versi kedua"))
    assert response.status_code == 409
    page = response.content.decode()
    assert "disimpan lagi ketika Anda mengisinya" in page
    assert "Versi pertama" in page
    assert "Versi kedua" in page
    plan.refresh_from_db()
    assert plan.programme == "Versi pertama"
    revision = re.search(r'name="revision" value="(\d+)"', page)[1]
    assert admin.post(at(plan, "ubah"), promise(plan, programme="Versi kedua", revision=revision)).status_code == 302
    plan.refresh_from_db()
    assert plan.programme == "Versi kedua"
    assert AuditEvent.objects.count() == 2


def test_without_priorities_the_page_says_what_to_do_first(admin):
    EvidenceGroup.objects.all().delete()
    ActionPlan.objects.all().delete()
    Priority.objects.all().delete()
    assert "Belum ada unsur prioritas" in admin.get(PAGE).content.decode()
    assert "Pilih unsur prioritas terlebih dahulu" in admin.get(f"{PAGE}baru/").content.decode()


# --- order and delete -----------------------------------------------------------------------------


def test_a_plan_changes_places_with_its_neighbour(admin, plan, done):
    response = admin.post(at(plan, "pindah"), {"direction": "up"})
    assert response.url == f"{PAGE}#rtl-{plan.pk}"
    assert list(ActionPlan.objects.values_list("pk", flat=True)) == [plan.pk, done.pk]
    admin.post(at(plan, "pindah"), {"direction": "up"})
    assert list(ActionPlan.objects.values_list("pk", flat=True)) == [plan.pk, done.pk]
    admin.post(at(plan, "pindah"), {"direction": "down"})
    assert list(ActionPlan.objects.values_list("pk", flat=True)) == [done.pk, plan.pk]
    assert AuditEvent.objects.filter(action="plan.move").count() == 3


def test_a_plan_is_put_at_a_place_and_its_priority_comes_back_in_the_new_order(admin, plan, done):
    last = make_plan(plan.priority, 3)
    response = admin.post(at(last, "pindah"), {"place": "1"}, headers={"HX-Request": "true"})
    assert list(ActionPlan.objects.values_list("pk", flat=True)) == [last.pk, done.pk, plan.pk]
    assert re.findall(r'id="rtl-(\d+)"', response.content.decode()) == [str(last.pk), str(done.pk), str(plan.pk)]
    for place in ("0", "4", "99999", "dua"):
        admin.post(at(last, "pindah"), {"place": place})
    assert ActionPlan.objects.first() == last


def test_a_plan_added_in_the_table_leads_to_the_next_one(admin, plan):
    typed = {"di_tabel": "1", "priority": plan.priority_id, "programme": "Menata loket", "units": ""}
    response = admin.post(f"{PAGE}baru/", typed | {"months": ["2025-08", "2025-09"]})
    assert (response.status_code, response.url) == (302, f"{PAGE}?baru={plan.priority_id}")
    new = ActionPlan.objects.get(programme="Menata loket")
    assert (months(new), new.all_units, new.units.count()) == (["2025-08", "2025-09"], False, 0)
    page = admin.get(response.url).content.decode()
    assert re.search(rf'<details id="tambah-{plan.priority_id}"[^>]* open>', page)
    refused = admin.post(f"{PAGE}baru/", typed | {"programme": " ", "months": ["2025-08"]})
    assert refused.status_code == 422
    assert re.search(r'value="2025-08"[^>]* checked', refused.content.decode())


def test_a_plan_on_which_nothing_depends_is_deleted_after_a_question(admin, plan):
    assert "dapat diurungkan di halaman Rencana" in admin.get(at(plan, "hapus")).content.decode()
    assert ActionPlan.objects.filter(pk=plan.pk).exists()
    assert admin.post(at(plan, "hapus")).url == PAGE
    assert not ActionPlan.objects.filter(pk=plan.pk).exists()
    (event,) = AuditEvent.objects.all()
    assert (event.action, event.object_label, event.before["programme"]) == ("plan.delete", "Program 2", "Program 2")


def test_after_a_deletion_the_rest_stays_in_order(admin, plan):
    last = make_plan(plan.priority, 3)
    admin.post(at(plan, "hapus"))
    last.refresh_from_db()
    assert last.position == 2


def test_a_plan_with_status_text_and_proof_is_kept_and_all_reasons_are_said(admin, done):
    response = admin.post(at(done, "hapus"))
    assert response.status_code == 422
    page = response.content.decode()
    assert "statusnya Sudah, realisasinya sudah diisi dan sudah ada bukti dukungnya" in page
    assert ActionPlan.objects.filter(pk=done.pk).exists()
    assert not AuditEvent.objects.exists()


def test_a_plan_with_a_strategy_is_kept(admin, plan):
    Completion.objects.create(plan=plan, reason="Anggaran belum cair.")
    response = admin.post(at(plan, "hapus"))
    assert response.status_code == 422
    assert "alasan atau strategi penyelesaiannya sudah diisi" in response.content.decode()


@pytest.mark.parametrize("verb", ["bulan", "pindah"])
def test_who_had_to_log_in_first_comes_back_to_the_row(admin, plan, verb):
    assert admin.get(at(plan, verb)).url == f"{PAGE}#rtl-{plan.pk}"
    assert not AuditEvent.objects.exists()


# --- rights, lock, cost ---------------------------------------------------------------------------


def test_only_an_admin_writes_and_everyone_of_the_office_reads(as_user, people, plan):
    posts = {"ubah": promise(plan), "bulan": {"add": "2025-12"}, "pindah": {"direction": "up"}, "hapus": {}}
    for person in (people.staff, people.head, people.secretary, people.supervisor):
        client = as_user(person)
        page = client.get(PAGE).content.decode()
        assert "Hanya Admin yang dapat mengubah rencana tindak lanjut." in page
        assert "Tambah RTL" not in page
        assert "aria-pressed" not in page
        assert client.post(f"{PAGE}baru/", promise()).status_code == 403
        for verb, data in posts.items():
            assert client.post(at(plan, verb), data).status_code == 403, verb
    stranger = as_user(people.stranger)
    assert stranger.get(PAGE).status_code == 404
    assert [stranger.post(at(plan, verb), data).status_code for verb, data in posts.items()] == [404] * 4
    assert not AuditEvent.objects.exists()


def test_a_plan_is_not_found_under_another_cycle(admin, plan):
    assert admin.post(f"/rtl/3521/2025-S2/{plan.pk}/bulan/", {"add": "2025-12"}).status_code == 404


def test_a_locked_cycle_is_not_changed(admin, plan):
    Survey.objects.update(lock=Lock.PREPARED)
    page = admin.get(PAGE).content.decode()
    assert "sudah disiapkan untuk ditandatangani" in page
    assert "aria-pressed" not in page
    posts = {"ubah": promise(plan), "bulan": {"add": "2025-12"}, "pindah": {"direction": "up"}, "hapus": {}}
    for verb, data in posts.items():
        assert admin.post(at(plan, verb), data).status_code == 403, verb
    assert admin.post(f"{PAGE}baru/", promise(priority=plan.priority_id)).status_code == 403
    assert not AuditEvent.objects.exists()


@pytest.mark.parametrize("address", [PAGE, "/skm/3521/2025-S1/prioritas/"])
def test_a_page_costs_the_same_with_3_and_with_30_plans(admin, plan, address):
    make_plan(plan.priority, 3)
    admin.get(address)
    with CaptureQueriesContext(connection) as few:
        admin.get(address)
    other = Priority.objects.create(
        followup=plan.priority.followup, element=Element.objects.get(key="biaya"), position=2
    )
    for number in range(27):
        make_plan(other, number + 1).units.add(*plan.priority.followup.survey.office.units.all())
    with CaptureQueriesContext(connection) as many:
        admin.get(address)
    assert len(many) == len(few) <= 25
