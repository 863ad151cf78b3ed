"""Pemeliharaan: what keeps a high element high, planned and done, in its order."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from followups.models import EvidenceGroup, FollowUp, Upkeep
from offices.models import AuditEvent
from surveys.models import Element, Lock, Survey

PAGE = "/pemeliharaan/3521/2025-S1/"


@pytest.fixture
def admin(as_user, people, survey):
    return as_user(people.admin)


@pytest.fixture
def fees(survey):
    return make_upkeep("biaya", 1)


@pytest.fixture
def rooms(fees):
    return make_upkeep("sarana", 2)


def make_upkeep(element, position):
    followup = FollowUp.objects.get()
    return Upkeep.objects.create(
        followup=followup, element=Element.objects.get(key=element), position=position, plan=f"Menjaga {element}"
    )


def at(row, verb):
    return f"{PAGE}{row.pk}/{verb}/"


def care(row=None, **changes):
    values = {"element": "biaya", "plan": "Mengumumkan bebas biaya", "activity": "Dipasang di loket", "units": ["*"]}
    return values | {"revision": row.revision if row else ""} | changes


def test_an_admin_adds_one_and_high_scores_are_offered_first(admin):
    form = admin.get(f"{PAGE}baru/").context["form"]
    offered = [name for _key, name in form.fields["element"].choices]
    assert offered[:2] == [
        "Biaya/Tarif · 4,00 · A (Sangat Baik)",
        "Penanganan Pengaduan, Saran dan Masukan · 3,89 · A (Sangat Baik)",
    ]
    response = admin.post(f"{PAGE}baru/", care())
    row = Upkeep.objects.get()
    assert (response.status_code, response.url) == (302, f"{PAGE}#pemeliharaan-{row.pk}")
    assert (row.element.key, row.activity, row.all_units, row.position) == ("biaya", "Dipasang di loket", True, 1)
    (event,) = AuditEvent.objects.all()
    assert (event.action, event.after["plan"]) == ("upkeep.add", "Mengumumkan bebas biaya")


def test_an_admin_changes_one(admin, fees, ngawi):
    kul = ngawi.units.get(key="kul")
    assert admin.post(at(fees, "ubah"), care(fees, element="sarana", units=[kul.pk])).status_code == 302
    fees.refresh_from_db()
    assert (fees.element.key, fees.all_units, list(fees.units.all()), fees.revision) == ("sarana", False, [kul], 2)
    (event,) = AuditEvent.objects.all()
    assert (event.before["element"], event.after["units"]) == ("biaya", ["Subbag kul"])


def test_a_refused_form_keeps_every_field(admin, fees):
    response = admin.post(at(fees, "ubah"), care(fees, element="bukan", activity="Tetap ada"))
    assert response.status_code == 422
    assert "Tetap ada" in response.content.decode()
    assert not AuditEvent.objects.exists()


def test_the_second_of_two_people_sees_both_versions_and_chooses(admin, fees):
    admin.post(at(fees, "ubah"), care(fees, plan="Versi pertama"))
    response = admin.post(at(fees, "ubah"), care(fees, plan="Versi kedua"))
    assert response.status_code == 409
    page = response.content.decode()
    assert "Versi pertama" in page
    assert "Versi kedua" in page
    revision = re.search(r'name="revision" value="(\d+)"', page)[1]
    assert admin.post(at(fees, "ubah"), care(plan="Versi kedua", revision=revision)).status_code == 302
    fees.refresh_from_db()
    assert fees.plan == "Versi kedua"


def test_one_changes_places_with_its_neighbour(admin, fees, rooms):
    admin.post(at(rooms, "pindah"), {"direction": "up"})
    assert list(Upkeep.objects.values_list("pk", flat=True)) == [rooms.pk, fees.pk]
    admin.post(at(rooms, "pindah"), {"direction": "down"})
    assert list(Upkeep.objects.values_list("pk", flat=True)) == [fees.pk, rooms.pk]
    assert AuditEvent.objects.filter(action="upkeep.move").count() == 2


def test_one_is_deleted_after_a_question_and_the_rest_stays_in_order(admin, fees, rooms):
    assert "dapat diurungkan di halaman Pemeliharaan" in admin.get(at(fees, "hapus")).content.decode()
    assert admin.post(at(fees, "hapus")).url == PAGE
    rooms.refresh_from_db()
    assert (Upkeep.objects.count(), rooms.position) == (1, 1)
    assert AuditEvent.objects.get().action == "upkeep.delete"


def test_one_with_proof_is_kept_and_the_reason_is_said(admin, fees):
    EvidenceGroup.objects.create(followup=fees.followup, upkeep=fees, note="Foto papan biaya.")
    response = admin.post(at(fees, "hapus"))
    assert response.status_code == 422
    assert "karena sudah ada bukti dukungnya" in response.content.decode()
    assert Upkeep.objects.exists()


def test_an_empty_page_says_what_to_do_first(admin):
    assert "Belum ada pemeliharaan" in admin.get(PAGE).content.decode()


def test_only_an_admin_writes_and_everyone_of_the_office_reads(as_user, people, fees):
    posts = {"ubah": care(fees), "pindah": {"direction": "up"}, "hapus": {}}
    for person in (people.staff, people.head, people.secretary, people.supervisor):
        client = as_user(person)
        page = client.get(PAGE).content.decode()
        assert "Menjaga biaya" in page
        assert "Hanya Admin yang dapat mengubah pemeliharaan unsur." in page
        assert "Tambah pemeliharaan" not in page
        assert client.post(f"{PAGE}baru/", care()).status_code == 403
        assert [client.post(at(fees, verb), data).status_code for verb, data in posts.items()] == [403] * 3
    stranger = as_user(people.stranger)
    assert stranger.get(PAGE).status_code == 404
    assert [stranger.post(at(fees, verb), data).status_code for verb, data in posts.items()] == [404] * 3
    assert not AuditEvent.objects.exists()


def test_a_locked_cycle_is_not_changed(admin, fees):
    Survey.objects.update(lock=Lock.PREPARED)
    assert "sudah disiapkan untuk ditandatangani" in admin.get(PAGE).content.decode()
    posts = {"ubah": care(fees), "pindah": {"direction": "up"}, "hapus": {}}
    assert [admin.post(at(fees, verb), data).status_code for verb, data in posts.items()] == [403] * 3
    assert admin.post(f"{PAGE}baru/", care()).status_code == 403
    assert not AuditEvent.objects.exists()


def test_the_page_costs_the_same_with_many(admin, fees):
    admin.get(PAGE)
    with CaptureQueriesContext(connection) as few:
        admin.get(PAGE)
    for position in range(2, 20):
        make_upkeep("sarana", position)
    with CaptureQueriesContext(connection) as many:
        admin.get(PAGE)
    assert len(many) == len(few) <= 25
