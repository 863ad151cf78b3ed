"""Prioritas: proposed from the ranking, chosen, put in order, each with its reason."""

import pytest

from followups.models import ActionPlan, EvidenceGroup, Priority
from offices.models import AuditEvent
from surveys.models import ElementScore, Lock, Survey

pytestmark = pytest.mark.each_database

PAGE = "/skm/3521/2025-S1/prioritas/"


@pytest.fixture
def admin(as_user, people, survey):
    return as_user(people.admin)


def choice(*keys, seen="waktu", **more):
    return {"seen": seen, "chosen": keys} | more


def chosen():
    return list(Priority.objects.values_list("element__key", flat=True))


def row_of(page, name):
    return next(" ".join(row.split()) for row in page.split("<li ") if name in row)


def test_an_admin_chooses_and_gives_reasons(admin):
    response = admin.post(PAGE, choice("waktu", "persyaratan", rationale_persyaratan="Sering ditanyakan."))
    assert (response.status_code, response.url) == (302, PAGE)
    assert chosen() == ["waktu", "persyaratan"]
    assert Priority.objects.get(element__key="persyaratan").rationale == "Sering ditanyakan."
    (event,) = AuditEvent.objects.all()
    assert event.action == "priority.choose"
    assert list(event.before) == ["waktu"]
    assert event.after["persyaratan"] == {"position": 2, "rationale": "Sering ditanyakan."}


def test_new_ones_follow_from_the_lowest_score_up(admin):
    admin.post(PAGE, choice("biaya", "kompetensi", "persyaratan", "waktu"))
    assert chosen() == ["waktu", "persyaratan", "kompetensi", "biaya"]


def test_a_button_moves_one_and_saves_the_page(admin):
    admin.post(PAGE, choice("waktu", "persyaratan", "kompetensi"))
    seen = "waktu,persyaratan,kompetensi"
    admin.post(PAGE, choice("waktu", "persyaratan", "kompetensi", seen=seen, move="kompetensi:up", rationale_waktu="X"))
    assert chosen() == ["waktu", "kompetensi", "persyaratan"]
    assert Priority.objects.get(element__key="waktu").rationale == "X"
    seen = "waktu,kompetensi,persyaratan"
    admin.post(PAGE, choice("waktu", "persyaratan", "kompetensi", seen=seen, move="waktu:down"))
    assert chosen() == ["kompetensi", "waktu", "persyaratan"]
    assert AuditEvent.objects.count() == 3


def test_one_with_plans_is_not_let_go_and_the_reason_is_said(admin):
    response = admin.post(PAGE, choice("persyaratan", rationale_persyaratan="Tetap di sini."))
    assert response.status_code == 422
    page = response.content.decode()
    assert "Waktu Penyelesaian (2 RTL)" in page
    assert "Tetap di sini." in page
    assert chosen() == ["waktu"]
    assert not AuditEvent.objects.exists()


def test_one_without_plans_goes(admin):
    admin.post(PAGE, choice("waktu", "biaya"))
    assert admin.post(PAGE, choice("waktu", seen="waktu,biaya")).status_code == 302
    assert chosen() == ["waktu"]


def test_the_second_of_two_people_is_told(admin):
    admin.post(PAGE, choice("waktu", "biaya"))
    response = admin.post(PAGE, choice("waktu", "sarana", seen="waktu"))
    assert response.status_code == 422
    page = response.content.decode()
    assert "disimpan lagi sejak Anda membukanya" in page
    assert 'name="seen" value="waktu,biaya"' in page
    assert chosen() == ["waktu", "biaya"]


def test_the_three_lowest_are_proposed_with_their_ties(admin):
    EvidenceGroup.objects.all().delete()
    ActionPlan.objects.all().delete()
    Priority.objects.all().delete()
    ElementScore.objects.filter(element__key="produk").update(score="3.30")
    page = admin.get(PAGE).content.decode()
    assert "sudah dicentang sebagai usulan" in page
    for name in ("Waktu Penyelesaian", "Persyaratan", "Kompetensi Pelaksana", "Produk Spesifikasi"):
        assert "checked" in row_of(page, name)
    assert "Terendah ke-3, sama dengan Kompetensi Pelaksana." in row_of(page, "Produk Spesifikasi")
    assert "checked" not in row_of(page, "Perilaku Pelaksana")
    assert not Priority.objects.exists()


def test_without_scores_the_page_says_what_to_do_first(admin):
    ElementScore.objects.all().delete()
    page = admin.get(PAGE).content.decode()
    assert "Isi hasil survei" in page
    assert 'href="/skm/3521/2025-S1/"' in page


def test_only_an_admin_chooses(as_user, people, survey):
    for person in (people.staff, people.head, people.secretary, people.supervisor):
        assert as_user(person).post(PAGE, choice("waktu", "biaya")).status_code == 403
        page = as_user(person).get(PAGE).content.decode()
        assert "Hanya Admin yang dapat mengubah unsur prioritas." in page
        assert "Simpan unsur prioritas" not in page
    assert as_user(people.stranger).post(PAGE, choice("waktu", "biaya")).status_code == 404
    assert chosen() == ["waktu"]


def test_a_locked_cycle_is_not_changed(admin):
    Survey.objects.update(lock=Lock.SIGNED)
    response = admin.post(PAGE, choice("waktu", "biaya"))
    assert response.status_code == 403
    assert "sudah ditandatangani" in response.content.decode()
    assert chosen() == ["waktu"]
