"""Which photos may be published: those that were chosen, while they are what was chosen."""

import pytest

from followups.models import EvidencePhoto, EvidenceUse
from offices.declining import Declined
from offices.models import AuditEvent
from publishing.released import photos
from publishing.released.photos import photos_to_choose, release_photos, released_photos
from surveys.models import Lock, Survey
from tests.conftest import make_photo, make_survey

pytestmark = pytest.mark.django_db


@pytest.fixture
def proof(followup):
    return EvidencePhoto.objects.get()


def test_only_what_proves_something_and_is_real_can_be_chosen(followup, proof):
    make_photo(followup, "lepas.jpg", "orange")
    assert list(photos_to_choose(followup)) == [proof]
    EvidencePhoto.objects.update(is_placeholder=True)
    assert not photos_to_choose(followup)


def test_a_photo_that_was_changed_since_is_not_released_any_more(people, followup, proof):
    release_photos(people.admin, followup, [proof.pk])
    assert list(released_photos(followup)) == [proof]
    EvidencePhoto.objects.update(sha256="f" * 64)
    assert not released_photos(followup)


def test_one_that_was_taken_off_its_proof_is_not_shown(people, followup, proof):
    release_photos(people.admin, followup, [proof.pk])
    EvidenceUse.objects.all().delete()
    assert not released_photos(followup)


@pytest.mark.parametrize("lock", Lock)
def test_one_chooses_whatever_state_the_report_is_in(people, followup, proof, lock):
    Survey.objects.update(lock=lock)
    release_photos(people.admin, followup, [proof.pk])
    release_photos(people.admin, followup, [proof.pk])
    event = AuditEvent.objects.get(action="public.photos")
    assert (event.before["photos"], event.after["photos"]) == ([], [proof.name])


def test_photos_of_another_cycle_cannot_be_chosen(people, followup, proof, magetan):
    other = make_survey(magetan)
    theirs = EvidencePhoto.objects.get(followup__survey=other)
    with pytest.raises(Declined, match="diganti atau dihapus"):
        release_photos(people.admin, followup, [theirs.pk])


@pytest.mark.parametrize(("key", "status"), [("1" * 5000, 422), ("²", 302), ("-1", 302)])
def test_what_is_the_number_of_no_photo_is_no_error_of_the_server(as_user, people, followup, proof, key, status):
    address = f"/skm/3521/{followup.survey.period}/publikasi/foto/"
    assert as_user(people.admin).post(address, {"foto": [key, str(proof.pk)]}).status_code == status


def test_so_many_and_no_more(people, followup, proof, monkeypatch):
    monkeypatch.setattr(photos, "MOST", 0)
    with pytest.raises(Declined, match="paling banyak"):
        release_photos(people.admin, followup, [proof.pk])
