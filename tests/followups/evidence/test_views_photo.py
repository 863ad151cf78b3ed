from hashlib import sha256

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from tests.conftest import jpeg, make_photo

DIGEST = sha256(jpeg()).hexdigest()
PHOTO = f"/bukti-dukung/3521/2025-S1/foto/{DIGEST}.jpg"
LOGO = "/satuan-kerja/3521/gambar/logo"


@pytest.mark.parametrize("address", [PHOTO, PHOTO.replace(".jpg", "/kecil.jpg")])
def test_a_photo_is_served_as_it_is_stored_and_kept_by_the_own_browser_only(as_user, people, survey, address):
    response = as_user(people.staff).get(address)
    assert b"".join(response.streaming_content) == jpeg()
    assert response.headers["Content-Type"] == "image/jpeg"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cache-Control"] == "private, no-cache"


def test_who_has_it_already_is_told_so(as_user, people, survey):
    client = as_user(people.staff)
    etag = client.get(PHOTO).headers["ETag"]
    assert client.get(PHOTO, headers={"If-None-Match": etag}).status_code == 304
    assert client.get(PHOTO, headers={"If-None-Match": '"lain"'}).status_code == 200


def test_a_known_etag_opens_nothing_for_a_stranger(as_user, people, survey):
    etag = as_user(people.staff).get(PHOTO).headers["ETag"]
    assert as_user(people.stranger).get(PHOTO, headers={"If-None-Match": etag}).status_code == 404


def test_a_photo_is_found_under_its_own_cycle_only(as_user, people, survey):
    assert as_user(people.staff).get(PHOTO.replace("-S1", "-S2")).status_code == 404
    assert as_user(people.staff).get(PHOTO.replace(DIGEST, "cd" * 32)).status_code == 404


def test_a_photo_whose_file_is_gone_is_not_found(as_user, people, survey):
    photo = make_photo(survey_followup(survey), "lain.jpg")
    default_storage.delete(photo.file.name)
    type(photo).objects.exclude(pk=photo.pk).update(sha256="cd" * 32)
    assert as_user(people.staff).get(PHOTO).status_code == 404


def survey_followup(survey):
    from followups.models import FollowUp

    return FollowUp.objects.get(survey=survey)


def test_a_logo_is_served_and_asked_for_again_each_time(as_user, people, ngawi):
    ngawi.logo.save("logo.png", ContentFile(b"png"))
    response = as_user(people.staff).get(LOGO)
    assert b"".join(response.streaming_content) == b"png"
    assert response.headers["Content-Type"] == "image/png"
    assert response.headers["Cache-Control"] == "private, no-cache"


def test_a_changed_logo_is_seen_at_once(as_user, people, ngawi):
    ngawi.logo.save("satu.png", ContentFile(b"png"))
    client = as_user(people.staff)
    old = client.get(LOGO).headers["ETag"]
    ngawi.logo.save("dua.png", ContentFile(b"baru"))
    assert client.get(LOGO, headers={"If-None-Match": old}).status_code == 200


@pytest.mark.parametrize("address", [LOGO, "/satuan-kerja/3521/gambar/name", "/satuan-kerja/3521/gambar/parent"])
def test_a_picture_that_there_is_not_is_not_found(as_user, people, ngawi, address):
    assert as_user(people.staff).get(address).status_code == 404


def test_a_file_that_is_no_picture_is_never_served(as_user, people, ngawi):
    ngawi.logo.save("logo.svg", ContentFile(b"<svg onload='alert(1)'/>"))
    assert as_user(people.staff).get(LOGO).status_code == 404
