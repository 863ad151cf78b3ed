"""A long picture cut into parts: they stand where it stood, in their order, and the picture is kept or deleted."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from followups.evidence.places import Place
from followups.models import ActionPlan, EvidencePhoto, EvidenceUse, Review
from offices.models import AuditEvent
from offices.trail.entries import unknown_names
from surveys.models import Lock, Survey
from tests.followups.evidence.evidence import at, file, text, upload
from tests.followups.evidence.photo_parts.screenshots import screenshot

LINES = {"garis": ["590", "1190"]}


@pytest.fixture
def admin(as_user, people, survey):
    return as_user(people.admin)


def long_photo(client, place, **said):
    upload(client, place, SimpleUploadedFile("layar.png", screenshot()))
    photo = EvidencePhoto.objects.get(name="photos/layar.jpg")
    EvidencePhoto.objects.filter(pk=photo.pk).update(**said)
    return photo


def page_of(place, photo):
    return at(place, f"foto/{photo.pk}/bagian/")


def shown(place):
    uses = EvidenceUse.objects.filter(group__plan=place.plan).order_by("position")
    return list(uses.values_list("photo__caption", "photo__height"))


def test_it_is_offered_beneath_the_photo_and_where_it_is_retouched_and_for_no_other(admin, done):
    photo = long_photo(admin, done)
    assert text(admin.get(at(done))).count("Bagi gambar panjang") == 1
    retouching = f"/bukti-dukung/3521/2025-S1/foto/{photo.pk}/ubah/"
    assert page_of(done, photo) in text(admin.get(retouching))
    other = EvidencePhoto.objects.exclude(pk=photo.pk).get()
    assert "Bagi gambar panjang" not in text(admin.get(f"/bukti-dukung/3521/2025-S1/foto/{other.pk}/ubah/"))


def test_lines_are_proposed_for_the_number_of_parts_that_is_asked_for(admin, done):
    page = page_of(done, long_photo(admin, done))
    for asked, lines in (("", 1), ("?bagian=4", 3), ("?bagian=99", 5), ("?bagian=x", 1)):
        assert len(re.findall(r'name="garis"', text(admin.get(page + asked)))) == lines, asked


def test_moved_lines_are_shown_before_anything_is_done(admin, done):
    photo = long_photo(admin, done)
    response = admin.post(page_of(done, photo), LINES | {"lihat": "1"})
    page = text(response)
    assert response.status_code == 200 and 'y1="590"' in page and 'value="1190"' in page
    assert EvidencePhoto.objects.count() == 2


def test_the_parts_stand_where_the_picture_stood_with_its_caption_and_day(admin, done):
    photo = long_photo(admin, done, caption="Grup WhatsApp", taken_on="2025-10-03")
    upload(admin, done, file("blue"))
    response = admin.post(page_of(done, photo), LINES | {"asli": "simpan"}, follow=True)
    assert "Gambar dibagi menjadi 3 bagian." in text(response)
    assert shown(done) == [
        ("", 180),
        ("Grup WhatsApp (bagian 1 dari 3)", 590),
        ("Grup WhatsApp (bagian 2 dari 3)", 600),
        ("Grup WhatsApp (bagian 3 dari 3)", 810),
        ("", 180),
    ]
    parts = EvidencePhoto.objects.filter(caption__contains="bagian")
    assert {str(part.taken_on) for part in parts} == {"2025-10-03"} and len({part.sha256 for part in parts}) == 3
    assert not photo.uses.exists() and EvidencePhoto.objects.filter(pk=photo.pk).exists()
    event = AuditEvent.objects.get(action="evidence.divide")
    assert len(event.after["photos"]) == 3 and not unknown_names(event)


@pytest.mark.parametrize("asked", ["simpan", "hapus"])
def test_a_form_that_is_sent_twice_gets_one_answer(admin, done, asked):
    photo = long_photo(admin, done)
    sent = LINES | {"asli": asked, "kiriman": "kunci-uji"}
    first, second = (admin.post(page_of(done, photo), sent) for _time in range(2))
    assert (first.status_code, second.status_code, second.url) == (302, 302, first.url)
    assert len(shown(done)) == 4


def test_the_picture_goes_where_the_person_says_so(admin, done):
    photo = long_photo(admin, done)
    admin.post(page_of(done, photo), LINES | {"asli": "hapus"})
    assert not EvidencePhoto.objects.filter(pk=photo.pk).exists()
    assert "Tangkapan layar (bagian 1 dari 3)" in dict(shown(done))


def test_the_picture_stays_where_another_plan_shows_it(admin, done, followup):
    other = Place(followup, plan=ActionPlan.objects.get(position=2))
    photo = long_photo(admin, done)
    admin.post(at(done, f"foto/{photo.pk}/gunakan/"), {"to": other.address})
    admin.post(page_of(done, photo), LINES | {"asli": "hapus"})
    assert shown(other) == [("", 2000)] and len(shown(done)) == 4


def test_a_unit_cuts_its_own_use_of_a_picture_that_another_unit_shows_too(
    admin, as_user, people, done, followup, ngawi
):
    other = Place(followup, plan=ActionPlan.objects.get(position=2))
    ActionPlan.objects.filter(pk=other.plan.pk).update(all_units=False)
    other.plan.units.set([ngawi.units.get(key="rendatin")])
    photo = long_photo(admin, done)
    admin.post(at(done, f"foto/{photo.pk}/gunakan/"), {"to": other.address})
    response = as_user(people.staff).post(page_of(done, photo), LINES | {"asli": "hapus"})
    assert response.status_code == 302
    assert shown(other) == [("", 2000)] and len(shown(done)) == 4


def test_parts_of_what_lies_in_the_tray_lie_there_too(admin, followup):
    tray = Place(followup)
    photo = long_photo(admin, tray)
    admin.post(page_of(tray, photo), LINES | {"asli": "hapus"})
    assert EvidencePhoto.objects.filter(followup=followup, uses=None).count() == 3


def test_a_plan_that_was_approved_waits_again(admin, done):
    photo = long_photo(admin, done)
    ActionPlan.objects.filter(pk=done.plan.pk).update(review=Review.APPROVED)
    admin.post(page_of(done, photo), LINES)
    assert ActionPlan.objects.get(pk=done.plan.pk).review == Review.PENDING


@pytest.mark.parametrize("way", [{}, {"lihat": "1"}])
def test_what_is_no_place_of_a_line_stays_as_it_was_typed(admin, done, way):
    page = text(admin.post(page_of(done, long_photo(admin, done)), {"garis": ["590", "-5", "12.5"]} | way))
    assert re.findall(r'name="garis".*?value="([^"]*)"', page, re.DOTALL) == ["590", "-5", "12.5"]
    assert "sebagai bilangan bulat" in page


def test_lines_that_make_no_parts_are_refused_and_shown_again(admin, done):
    photo = long_photo(admin, done)
    response = admin.post(page_of(done, photo), {"garis": ["1190", "590"]})
    page = text(response)
    assert response.status_code == 422 and "80 piksel tingginya" in page and 'value="1190"' in page
    again = text(admin.post(page_of(done, photo), LINES | {"lihat": "1", "asli": "hapus"}))
    assert re.search(r'value="hapus"\s+checked', again) and not re.search(r'value="simpan"\s+checked', again)
    assert EvidencePhoto.objects.count() == 2


def test_nobody_cuts_what_is_prepared(admin, done):
    photo = long_photo(admin, done)
    Survey.objects.update(lock=Lock.PREPARED)
    assert admin.post(page_of(done, photo), LINES).status_code == 403
    assert "sudah disiapkan" in text(admin.get(page_of(done, photo)))
    assert EvidencePhoto.objects.count() == 2


def test_lines_in_a_picture_that_changed_meanwhile_cut_nothing(admin, done):
    photo = long_photo(admin, done)
    answer = admin.post(page_of(done, photo), LINES | {"seen": "0" * 64})
    assert answer.status_code == 422 and "berubah sejak halaman dibuka" in text(answer)
    assert list(EvidencePhoto.objects.filter(name=photo.name).values_list("sha256", flat=True)) == [photo.sha256]
    assert f'name="seen" value="{photo.sha256}"' in text(admin.get(page_of(done, photo)))
