"""The evidence pages as people of every role meet them, with and without script."""

import gzip
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from followups.evidence import arranging as evidence
from followups.evidence.places import Place
from followups.models import ActionPlan, EvidencePhoto, EvidenceUse, Upkeep
from offices.models import AuditEvent
from surveys.models import Element, Lock, Survey
from surveys.periods import of_period
from tests.conftest import make_plan, make_user
from tests.followups.evidence.evidence import PAGE, at, file, swap, text, upload
from tests.followups.evidence.test_arranging import make_placeholder, order, stored
from tests.mass import sampled

TRAY = f"{PAGE}belum-ditempatkan/"


def test_everyone_of_the_office_sees_every_group_with_its_figures(as_user, people, survey):
    for person in (people.staff, people.admin, people.secretary, people.supervisor):
        page = text(as_user(person).get(PAGE))
        assert "RTL 1 a" in page
        assert "Gambar 1" in page
        assert "Belum ada foto." in page


@pytest.mark.parametrize("rest", ["", "rtl/{plan}/", "rtl/{plan}/foto/{photo}/", "belum-ditempatkan/"])
def test_a_stranger_is_told_nothing(as_user, people, place, rest):
    address = PAGE + rest.format(plan=place.plan.pk, photo=EvidencePhoto.objects.get().pk)
    assert as_user(people.admin).get(address).status_code == 200
    assert as_user(people.stranger).get(address).status_code == 404
    assert as_user(people.nobody).get(address).status_code == 404


@pytest.mark.parametrize("rest", ["rtl/999999/", "pemeliharaan/999999/", "rtl/0/", "lain/1/", f"rtl/{'9' * 18}/"])
def test_a_place_that_there_is_not_is_not_found(as_user, people, survey, rest):
    assert as_user(people.admin).get(PAGE + rest).status_code == 404


def test_before_there_is_a_plan_the_page_says_what_comes_first(as_user, people, ngawi, survey):
    empty = Survey.objects.create(
        office=ngawi, instrument=survey.instrument, **of_period("2025-S2"), signatory_name="S", signatory_title="S"
    )
    page = text(as_user(people.admin).get(f"/bukti-dukung/3521/{empty.period}/"))
    assert "Susun dahulu rencana tindak lanjut" in page


def test_one_place_is_shown_alone_with_its_upload_and_the_reminder(as_user, people, place):
    page = text(as_user(people.staff).get(at(place)))
    assert "Program 1" in page
    assert "Program 2" not in re.sub(r"<option.*?</option>", "", page)
    assert "wajah pengunjung dan anak, nomor telepon, serta NIK" in page
    assert 'enctype="multipart/form-data"' in page
    assert 'capture="environment"' in page


def test_who_may_not_change_a_place_reads_why_and_is_offered_nothing(as_user, people, place, other):
    for person, where in ((people.staff, other), (people.secretary, place), (people.supervisor, place)):
        page = text(as_user(person).get(at(where)))
        assert "Hanya Operator (untuk RTL unitnya)" in page
        assert "unggah/" not in page
        assert "urutan/" not in page


WRITES = {
    "upload": ("unggah/", lambda photo, other: {"photos": [file()]}),
    "note": ("keterangan/", lambda photo, other: {"note": "Arsip"}),
    "order": ("urutan/", lambda photo, other: {"turun": photo}),
    "move": ("pindah/", lambda photo, other: {"photo": photo, "to": other.address}),
    "describe": ("foto/{}/", lambda photo, other: {"caption": "Loket"}),
    "share": ("foto/{}/gunakan/", lambda photo, other: {"to": other.address}),
    "copy": ("foto/{}/salin/", lambda photo, other: {}),
    "remove": ("foto/{}/lepas/", lambda photo, other: {}),
    "delete": ("foto/{}/hapus/", lambda photo, other: {}),
    "replace": ("foto/{}/ganti/", lambda photo, other: {"photos": [file()]}),
}


@pytest.fixture
def writing(people, followup, place, other):
    """``writing(client, name)`` sends one of WRITES about the first of two photos of the plan that is done."""
    evidence.add_photos(people.admin, place, stored("green"))
    drawn = make_placeholder(followup)
    evidence.share_photo(people.admin, drawn, place)

    def send(client, name, **headers):
        rest, data = WRITES[name]
        photo = drawn.pk if name == "replace" else EvidencePhoto.objects.get(name="loket.jpg").pk
        return client.post(at(place, rest.format(photo)), data(photo, other), headers=headers)

    return send


@pytest.mark.parametrize("name", sampled(WRITES, every=3))
def test_every_change_works_without_script_and_is_one_event(as_user, people, writing, name):
    before = AuditEvent.objects.count()
    response = writing(as_user(people.admin), name)
    assert response.status_code == 302
    assert AuditEvent.objects.count() == before + 1
    assert AuditEvent.objects.first().actor_id == people.admin.pk


@pytest.mark.parametrize("name", sampled(WRITES, every=3))
def test_every_change_answers_a_swap_with_the_groups_and_their_numbers(as_user, people, writing, name):
    headers = {"HX-Request": "true", "HX-Target": "bukti-semua"}
    response = writing(as_user(people.admin), name, **headers)
    assert response.status_code == (302 if name == "upload" else 200)
    if name != "upload":
        assert 'id="bukti-semua"' in text(response)
        assert "<html" not in text(response)


@pytest.mark.parametrize("name", WRITES)
def test_the_wrong_role_is_refused_with_the_reason_and_a_stranger_finds_nothing(as_user, people, writing, name):
    before = AuditEvent.objects.count()
    for person in (people.secretary, people.supervisor):
        response = writing(as_user(person), name)
        assert response.status_code == 403
        assert "Hanya Operator (untuk RTL unitnya)" in text(response)
    assert writing(as_user(people.stranger), name).status_code == 404
    assert AuditEvent.objects.count() == before


@pytest.mark.parametrize("name", sampled(WRITES, every=3))
def test_who_is_not_logged_in_is_asked_to(client, people, writing, name):
    assert writing(client, name).url.startswith("/akun/masuk/")


@pytest.mark.parametrize("name", sampled(WRITES, every=3))
def test_a_locked_cycle_refuses_every_change_and_says_why(as_user, people, writing, name):
    Survey.objects.update(lock=Lock.PREPARED)
    before = AuditEvent.objects.count()
    response = writing(as_user(people.admin), name)
    assert response.status_code == 403
    assert "sudah disiapkan untuk ditandatangani" in text(response)
    assert AuditEvent.objects.count() == before


def test_in_a_locked_cycle_nothing_is_offered_and_the_reason_stands(as_user, people, place):
    Survey.objects.update(lock=Lock.SIGNED)
    for address in (PAGE, at(place), at(place, f"foto/{EvidencePhoto.objects.get().pk}/")):
        page = text(as_user(people.admin).get(address))
        assert "sudah ditandatangani" in page
        assert 'enctype="multipart/form-data"' not in page
        assert "urutan/" not in page
        assert ">Ubah<" not in page


def test_an_operator_changes_what_the_own_unit_answers_for_and_nothing_else(as_user, people, place, other):
    client = as_user(people.staff)
    assert upload(client, place, file("red")).status_code == 302
    assert upload(client, other, file("blue")).status_code == 403
    everyones = ActionPlan.objects.get(position=2)
    assert client.post(f"{PAGE}rtl/{everyones.pk}/unggah/", {"photos": [file("navy")]}).status_code == 302


def test_the_unit_that_leads_answers_alone(as_user, people, place, followup):
    place.plan.lead = followup.survey.office.units.get(key="rendatin")
    place.plan.save()
    assert upload(as_user(people.staff), place, file()).status_code == 403
    leading = make_user("pemimpin", "staff", followup.survey.office, "rendatin")
    assert upload(as_user(leading), place, file()).status_code == 302


def test_tray_and_upkeep_are_the_whole_offices(as_user, people, tray, followup):
    element = Element.objects.get(instrument=followup.survey.instrument, key="biaya")
    upkeep = Place(followup, upkeep=Upkeep.objects.create(followup=followup, element=element, position=1))
    for where, colour in ((tray, "red"), (upkeep, "blue")):
        assert upload(as_user(people.head), where, file(colour)).status_code == 403
        assert upload(as_user(people.admin), where, file(colour)).status_code == 302
    assert 'name="photo"' not in text(as_user(people.head).get(TRAY))


def test_a_photo_is_moved_only_to_where_one_may_change(as_user, people, place, other):
    upload(as_user(people.staff), place, file())
    photo = EvidencePhoto.objects.get(name="loket.jpg").pk
    data = {"photo": photo, "to": other.address}
    assert as_user(people.staff).post(at(place, "pindah/"), data).status_code == 403
    assert as_user(people.admin).post(at(place, "pindah/"), data).status_code == 302


@pytest.mark.parametrize("to", ["", "rtl/999999", "rtl/x", "sampah"])
def test_a_target_that_there_is_not_is_not_found(as_user, people, place, to):
    photo = EvidencePhoto.objects.get().pk
    response = as_user(people.admin).post(at(place, "pindah/"), {"photo": photo, "to": to})
    assert response.status_code == 404


def test_a_photo_that_others_use_is_deleted_only_by_who_answers_for_all_of_them(as_user, people, place, other):
    [photo] = evidence.add_photos(people.admin, place, stored("red")).photos
    evidence.share_photo(people.admin, photo, other)
    client = as_user(people.staff)
    address = at(place, f"foto/{photo.pk}/")
    assert "hapus/" not in text(client.get(address))
    refused = client.post(f"{address}hapus/")
    assert (refused.status_code, "bukan tanggung jawab unit Anda" in text(refused)) == (403, True)
    assert client.post(f"{address}lepas/").status_code == 302
    assert order(other) == ["photos/red.jpg"]


def test_buttons_and_dragging_save_the_order_and_the_numbers_follow(as_user, people, place):
    evidence.add_photos(people.admin, place, stored("red", "blue"))
    client = as_user(people.staff)
    first, red, blue = [use.photo_id for use in EvidenceUse.objects.all()]
    client.post(at(place, "urutan/"), {"urutan": "", "naik": blue})
    assert order(place) == ["loket.jpg", "photos/blue.jpg", "photos/red.jpg"]
    client.post(at(place, "urutan/"), {"urutan": "", "turun": first})
    assert order(place) == ["photos/blue.jpg", "loket.jpg", "photos/red.jpg"]
    response = swap(client, at(place, "urutan/"), {"urutan": f"{red},{first},{blue}"}, f"bukti-rtl-{place.plan.pk}")
    assert order(place) == ["photos/red.jpg", "loket.jpg", "photos/blue.jpg"]
    assert text(response).index("Gambar 1") < text(response).index("Gambar 2") < text(response).index("Gambar 3")


def test_an_order_of_photos_that_are_no_longer_there_is_refused(as_user, people, place):
    response = as_user(people.staff).post(at(place, "urutan/"), {"urutan": "1,2,3"})
    assert response.status_code == 422
    assert "sudah berubah sejak halaman ini dibuka" in text(response)


def test_the_last_proof_of_a_plan_that_is_done_stays_and_the_page_says_why(as_user, people, place, other):
    photo = EvidencePhoto.objects.get().pk
    client = as_user(people.admin)
    for rest, data in (
        (f"foto/{photo}/lepas/", {}),
        (f"foto/{photo}/hapus/", {}),
        ("pindah/", {"photo": photo, "to": other.address}),
    ):
        response = client.post(at(place, rest), data)
        assert response.status_code == 422
        assert "bukti dukung terakhir" in text(response)
        response = swap(client, at(place, rest), data)
        assert response.status_code == 422
        assert 'role="alert"' in text(response)
    assert order(place) == ["loket.jpg"]


def test_a_caption_is_saved_and_a_refused_form_keeps_what_was_typed(as_user, people, place):
    address = at(place, f"foto/{EvidencePhoto.objects.get().pk}/")
    client = as_user(people.staff)
    response = client.post(address, {"caption": "Loket ramah anak", "taken_on": "2999-01-01"})
    assert response.status_code == 422
    assert "Loket ramah anak" in text(response)
    assert "2999-01-01" in text(response)
    assert "belum tiba" in text(response)
    assert client.post(address, {"caption": "Loket\nramah", "taken_on": "2025-10-17"}).status_code == 302
    photo = EvidencePhoto.objects.get()
    assert (photo.caption, str(photo.taken_on)) == ("Loket ramah", "2025-10-17")


def test_a_photo_opens_under_its_tile_and_a_refusal_comes_back_there(as_user, people, place):
    photo = EvidencePhoto.objects.get().pk
    address = at(place, f"foto/{photo}/")
    client = as_user(people.staff)
    opened = client.get(address, headers={"HX-Request": "true"})
    assert "<html" not in text(opened)
    assert f'data-hx-post="{address}"' in text(opened)
    refused = swap(client, address, {"caption": "x" * 501})
    assert refused.headers["HX-Retarget"] == f"#panel-bukti-rtl-{place.plan.pk}-{photo}"
    assert "<html" not in text(refused)


def test_a_note_that_is_too_long_is_refused_and_kept(as_user, people, place):
    response = as_user(people.staff).post(at(place, "keterangan/"), {"note": "y" * 2001})
    assert response.status_code == 422
    assert "y" * 2001 in text(response)


@pytest.mark.prove
def test_two_hundred_photos_stay_light_and_cost_no_further_query(as_user, people, followup, place):
    client = as_user(people.admin)
    client.get(PAGE)
    with CaptureQueriesContext(connection) as few:
        client.get(PAGE)
    priority = place.plan.priority
    plans = [make_plan(priority, position) for position in range(3, 33)]
    for number in range(200):
        photo = copy_of(EvidencePhoto.objects.get(name="loket.jpg"), number)
        evidence.share_photo(people.admin, photo, Place(followup, plan=plans[number % 30]))
    with CaptureQueriesContext(connection) as many:
        page = client.get(PAGE)
    assert len(many) == len(few) <= 25
    assert page.content.count(b"<img") >= 201
    assert page.content.count(b'loading="lazy"') >= 201
    assert len(gzip.compress(page.content)) < 100_000


def copy_of(photo, number):
    photo.pk, photo.name, photo.sha256 = None, f"photos/{number}.jpg", f"{number:064x}"
    photo.caption = f"Kegiatan pelayanan nomor {number} pada loket utama"
    photo.save()
    return photo
