"""Choosing photos for the public, on the page: what can be ticked, and what becomes of a choice that cannot be."""

import re

import pytest

from followups.models import EvidencePhoto
from offices.models import AuditEvent
from publishing.models import ReleasedPhoto
from publishing.released import photos
from tests.conftest import make_photo

CHOOSE = "/skm/3521/2025-S1/publikasi/foto/"


@pytest.fixture
def admin(as_user, published):
    return as_user(published.people.admin)


def ticks(answer):
    """Each photo that can be chosen, by key, and whether it is ticked."""
    boxes = re.findall(r'<input type="checkbox"[^>]*>', answer.content.decode())
    return {int(re.search(r'value="(\d+)"', box)[1]): "checked" in box for box in boxes}


def test_every_photo_that_proves_something_can_be_chosen_and_what_is_released_is_ticked(admin, published):
    loose = make_photo(published.shown.followup, "lepas.jpg", "red")
    found = ticks(admin.get(CHOOSE))
    assert found == {published.shown.pk: True, published.kept_back.pk: False, published.elsewhere.pk: True}
    assert loose.pk not in found


def test_a_photo_that_was_changed_since_has_to_be_ticked_again(admin, published):
    EvidencePhoto.objects.filter(pk=published.shown.pk).update(sha256="f" * 64)
    assert ticks(admin.get(CHOOSE))[published.shown.pk] is False
    admin.post(CHOOSE, {"foto": [published.shown.pk]})
    assert ReleasedPhoto.objects.get(photo=published.shown).sha256 == "f" * 64


def test_a_choice_takes_the_place_of_the_one_before_and_is_counted_in_words(admin, published):
    answer = admin.post(CHOOSE, {"foto": [published.kept_back.pk]}, follow=True)
    assert "1 foto boleh dipublikasikan." in answer.content.decode()
    assert [row.photo for row in ReleasedPhoto.objects.filter(photo__followup=published.shown.followup)] == [
        published.kept_back
    ]
    event = AuditEvent.objects.get(action="public.photos")
    assert event.after["photos"] == ["ruang.jpg"]
    assert sorted(event.before["photos"]) == ["lain.jpg", "loket.jpg"]


def test_one_more_than_there_may_be_is_refused_and_the_ticks_stay(admin, published, monkeypatch):
    monkeypatch.setattr(photos, "MOST", 2)
    keys = [published.shown.pk, published.kept_back.pk, published.elsewhere.pk]
    answer = admin.post(CHOOSE, {"foto": keys})
    assert answer.status_code == 422
    assert photos.TOO_MANY in answer.content.decode()
    assert ticks(answer) == dict.fromkeys(keys, True)
    assert ReleasedPhoto.objects.count() == 2


def test_the_same_tick_sent_twice_is_one_photo(admin, published):
    admin.post(CHOOSE, {"foto": [published.shown.pk, published.shown.pk]})
    assert ReleasedPhoto.objects.filter(photo=published.shown).count() == 1


@pytest.mark.parametrize("wrong", ["0", "999999", "9" * 30])
def test_a_photo_that_is_not_there_is_named_and_nothing_is_changed(admin, published, wrong):
    answer = admin.post(CHOOSE, {"foto": [published.kept_back.pk, wrong]})
    assert answer.status_code == 422
    assert photos.OTHER_PHOTOS in answer.content.decode()
    assert ticks(answer)[published.kept_back.pk] is True
    assert not ReleasedPhoto.objects.filter(photo=published.kept_back).exists()


def test_a_photo_of_another_office_cannot_be_released_here(admin, published):
    theirs = EvidencePhoto.objects.get(followup__survey__office=published.magetan)
    assert admin.post(CHOOSE, {"foto": [theirs.pk]}).status_code == 422
    assert not ReleasedPhoto.objects.filter(photo=theirs).exists()


def test_without_any_proof_the_page_says_what_would_stand_there(admin, published):
    EvidencePhoto.objects.update(is_placeholder=True)
    page = admin.get(CHOOSE).content.decode()
    assert "Belum ada foto" in page
    assert "checkbox" not in page


@pytest.mark.parametrize(("who", "status"), [("staff", 403), ("head", 403), ("supervisor", 403), ("stranger", 404)])
def test_who_may_not_choose_changes_nothing(as_user, published, who, status):
    other = as_user(getattr(published.people, who))
    assert other.post(CHOOSE, {"foto": []}).status_code == status
    assert ReleasedPhoto.objects.count() == 2


def test_a_cycle_that_is_not_there_has_no_photos(admin, published):
    assert admin.get("/skm/3521/2019-S1/publikasi/foto/").status_code == 404
