"""The verbs of the publication log, without its pages: what is written, what is refused, what the trail then says."""

from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256

import pytest
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction

from followups.models import FollowUp, Medium, Publication, Published
from followups.papers.kept import Content
from followups.publications.noting import (
    FULL,
    GONE,
    NOT_YET,
    THERE_ALREADY,
    Announced,
    change,
    note,
    publications_of,
    take_out,
)
from offices.declining import Declined
from offices.models import AuditEvent
from offices.stored import NotKept
from offices.zones import today_of
from surveys.models import Lock, Survey
from tests.conftest import jpeg, make_survey

pytestmark = pytest.mark.usefixtures("own_media")
BOARD = Announced(Published.RESULTS, Medium.PRINTED, "Papan pengumuman", "", date(2025, 7, 15))
NAVY = Content(jpeg("navy"), 0, 240, 180)


def events(action="publication."):
    return list(AuditEvent.objects.filter(action__startswith=action).order_by("pk").values_list("action", flat=True))


@pytest.fixture
def noted(followup, people):
    return note(people.admin, followup, BOARD, NAVY)


def test_what_is_said_is_kept_with_who_noted_it_and_when(followup, people, noted):
    row = Publication.objects.get()
    assert (row.what, row.medium, row.place, row.address) == ("results", "printed", "Papan pengumuman", "")
    assert (row.noted_by, row.noted_on) == (people.admin, today_of(followup.survey.office))
    assert str(row) == "Hasil SKM: Papan pengumuman"


def test_the_proof_lies_in_the_storage_under_its_digest_and_as_it_came(noted):
    digest = sha256(NAVY.data).hexdigest()
    assert noted.proof.name == f"publications/3521/{digest[:2]}/{digest}.jpg"
    with default_storage.open(noted.proof.name) as file:
        assert file.read() == NAVY.data
    assert noted.proof_is_picture


def test_a_proof_may_follow_later(followup, people):
    row = note(people.admin, followup, BOARD, None)
    assert (row.proof.name, row.sha256, row.proof_is_picture) == ("", "", False)
    changed = change(people.secretary, row, BOARD, NAVY)
    assert changed.sha256 == sha256(NAVY.data).hexdigest()
    assert events() == ["publication.note", "publication.change"]


def test_a_pdf_is_told_by_its_pages_and_is_no_picture(followup, people):
    row = note(people.admin, followup, BOARD, Content(b"%PDF-1.7", 3))
    assert (row.pages, row.proof_is_picture) == (3, False)
    assert row.proof.name.endswith(".pdf")


def test_rows_stand_in_the_order_in_which_things_were_published(followup, people):
    for place, day in (("C", 20), ("A", 5), ("B", 12)):
        note(people.admin, followup, replace(BOARD, place=place, published_on=date(2025, 7, day)), None)
    assert [row.place for row in publications_of(followup)] == ["A", "B", "C"]


def test_the_log_of_another_cycle_is_another_log(ngawi, followup, people, noted):
    other = make_survey(ngawi, "2024-S2")
    note(people.admin, FollowUp.objects.get(survey=other), BOARD, NAVY)
    assert publications_of(followup).get() == noted


def test_tomorrow_is_refused_at_its_field_and_today_is_not(followup, people):
    today = today_of(followup.survey.office)
    with pytest.raises(Declined) as refused:
        note(people.admin, followup, replace(BOARD, published_on=today + timedelta(days=1)), None)
    assert str(refused.value) == NOT_YET
    assert list(refused.value.faults) == ["published_on"]
    assert note(people.admin, followup, replace(BOARD, published_on=today), None).pk


def test_the_same_thing_in_the_same_place_on_the_same_day_is_one_row(followup, people, noted):
    with pytest.raises(Declined) as refused:
        note(people.admin, followup, replace(BOARD, place="PAPAN PENGUMUMAN"), None)
    assert (str(refused.value), list(refused.value.faults)) == (THERE_ALREADY, ["place"])
    assert events() == ["publication.note"]


@pytest.mark.parametrize(
    "other",
    [
        {"what": Published.REPORT},
        {"medium": Medium.BILLBOARD},
        {"place": "Loket 2"},
        {"published_on": date(2025, 7, 16)},
    ],
    ids=["another thing", "another medium", "another place", "another day"],
)
def test_what_differs_in_one_point_is_another_row(followup, people, noted, other):
    assert note(people.admin, followup, replace(BOARD, **other), None).pk != noted.pk


def test_a_row_may_keep_its_own_words_when_it_is_changed(people, noted):
    change(people.admin, noted, BOARD, None)
    assert events() == ["publication.note"]


def test_a_change_may_not_make_two_rows_the_same(followup, people, noted):
    other = note(people.admin, followup, replace(BOARD, place="Loket 2"), None)
    with pytest.raises(Declined, match="sudah dicatat"):
        change(people.admin, other, BOARD, None)
    assert Publication.objects.get(pk=other.pk).place == "Loket 2"


def test_one_picture_is_no_proof_of_a_second_medium(followup, people, noted):
    social = replace(BOARD, medium=Medium.SOCIAL, place="Instagram @kpu.ngawi")
    with pytest.raises(Declined) as refused:
        note(people.admin, followup, social, NAVY)
    assert "Papan pengumuman" in str(refused.value)
    assert list(refused.value.faults) == ["file"]
    assert Publication.objects.count() == 1


def test_one_picture_may_show_two_things_that_hang_in_one_place(followup, people, noted):
    second = note(people.admin, followup, replace(BOARD, what=Published.FOLLOW_UP), NAVY)
    assert second.proof.name == noted.proof.name


def test_what_was_published_before_it_was_noted_may_be_moved_to_a_later_day(people, noted):
    day = noted.noted_on
    row = change(people.admin, noted, replace(BOARD, published_on=day), None)
    assert row.published_on == row.noted_on == day


def test_a_row_that_somebody_took_out_meanwhile_is_neither_changed_nor_taken_out_again(people, noted):
    take_out(people.admin, noted)
    for again in (lambda: change(people.admin, noted, BOARD, None), lambda: take_out(people.admin, noted)):
        with pytest.raises(Declined, match="sudah dihapus") as refused:
            again()
        assert str(refused.value) == GONE
    assert events() == ["publication.note", "publication.delete"]


def test_the_trail_says_what_stood_there_and_what_stands_there_now(people, noted):
    change(people.secretary, noted, replace(BOARD, place="Papan lobi", medium=Medium.BILLBOARD), None)
    event = AuditEvent.objects.get(action="publication.change")
    assert (event.before["place"], event.after["place"]) == ("Papan pengumuman", "Papan lobi")
    assert (event.before["medium"], event.after["medium"]) == ("Media cetak/non-elektronik", "Papan reklame")
    assert (event.actor_id, event.office_code) == (people.secretary.pk, "3521")
    take_out(people.admin, noted)
    assert AuditEvent.objects.get(action="publication.delete").before["place"] == "Papan lobi"


@pytest.mark.parametrize("lock", Lock)
def test_the_log_is_written_whatever_state_the_report_is_in(followup, people, lock):
    Survey.objects.update(lock=lock)
    row = note(people.admin, followup, BOARD, None)
    change(people.admin, row, replace(BOARD, place="Loket"), None)
    take_out(people.admin, row)
    assert events() == ["publication.note", "publication.change", "publication.delete"]


def test_a_full_log_takes_no_more_and_what_is_in_it_can_be_changed(followup, people, noted, monkeypatch):
    monkeypatch.setattr("followups.publications.noting.MOST", 1)
    with pytest.raises(Declined) as refused:
        note(people.admin, followup, replace(BOARD, place="Loket"), None)
    assert str(refused.value) == FULL
    assert change(people.admin, noted, replace(BOARD, place="Loket"), None).place == "Loket"


def test_a_storage_that_fails_leaves_neither_row_nor_event(followup, people, monkeypatch):
    def fail(*_arguments):
        raise NotKept("Penyimpanan penuh.")

    monkeypatch.setattr("followups.publications.noting.keep_exactly", fail)
    with pytest.raises(NotKept):
        note(people.admin, followup, BOARD, NAVY)
    assert not Publication.objects.exists()
    assert events() == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"place": ""},
        {"what": "siaran"},
        {"address": "kpu.go.id"},
        {"sha256": "a" * 64},
        {"published_on": date(2031, 1, 1)},
    ],
    ids=["nowhere", "nothing known", "no address", "a digest of nothing", "before it was"],
)
def test_the_database_itself_refuses_what_cannot_be(noted, wrong):
    if "sha256" in wrong:
        wrong = wrong | {"proof": ""}
    with pytest.raises(IntegrityError), transaction.atomic():
        Publication.objects.filter(pk=noted.pk).update(**wrong)


def test_of_a_photo_it_is_known_how_large_it_is_and_of_a_pdf_that_it_is_no_picture(followup, people, noted):
    assert (noted.width, noted.height, noted.size) == (240, 180, len(NAVY.data))
    paper = Content(b"%PDF-1.7", 2)
    site = replace(BOARD, medium=Medium.WEBSITE, place="Laman")
    row = note(people.admin, followup, site, paper)
    assert (row.width, row.height, row.size, row.pages) == (0, 0, 8, 2)
    changed = change(people.admin, noted, BOARD, Content(b"%PDF-1.6", 1))
    assert (changed.width, changed.height) == (0, 0) and not changed.proof_is_picture
