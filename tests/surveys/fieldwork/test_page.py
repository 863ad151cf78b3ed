"""The page on which is told how a survey was carried out."""

from datetime import date

import pytest

from offices.models import AuditEvent
from surveys.fieldwork.keeping import as_printed, fieldwork_of
from surveys.models import Fieldwork, Lock, Survey

PAGE = "/skm/3521/2025-S1/pelaksanaan/"
TYPED = {
    "team": "Sari Utami, ketua tim\nBudi Santoso, petugas",
    "manner": "Kuesioner daring",
    "places": "Ruang pelayanan",
    "collection_start": "2-6-2025",
    "collection_end": "13 Juni 2025",
    "reporting_days": "4",
}


@pytest.fixture
def page(followup, people, as_user):
    return as_user(people.admin)


def test_what_is_typed_is_kept_told_and_shown_with_its_working_days(page, survey):
    answer = page.post(PAGE, TYPED, follow=True)
    assert "Pelaksanaan survei tersimpan." in answer.content.decode()
    kept = fieldwork_of(survey)
    assert (kept["team"], kept["collection_end"], kept["collection_days"], kept["reporting_days"]) == (
        TYPED["team"],
        date(2025, 6, 13),
        None,
        4,
    )
    shown = page.get(PAGE).content.decode()
    assert "8 hari kerja menurut kalender" in shown and "Cuti Bersama Hari Raya Idul Adha" in shown
    assert "menurut daftar hari libur dalam portal" in shown
    event = AuditEvent.objects.get(action="survey.fieldwork")
    assert event.after["manner"] == "Kuesioner daring" and "Sari" not in str(event.after)
    page.post(PAGE, TYPED)
    assert AuditEvent.objects.filter(action="survey.fieldwork").count() == 1


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"collection_end": "1-6-2025"}, "mendahului tanggal mulainya"),
        ({"collection_days": "13"}, "hanya ada 12 hari"),
        ({"collection_start": "31-6-2025"}, "31-6-2025"),
    ],
)
def test_days_that_cannot_be_are_named_and_nothing_typed_is_lost(page, typed, told):
    answer = page.post(PAGE, TYPED | typed)
    shown = answer.content.decode()
    assert answer.status_code == 422 and told in shown and "Budi Santoso, petugas" in shown
    assert not Fieldwork.objects.exists()


def test_a_row_that_says_nothing_is_not_kept(page):
    page.post(PAGE, TYPED)
    assert Fieldwork.objects.count() == 1
    page.post(PAGE, dict.fromkeys(TYPED, ""))
    assert not Fieldwork.objects.exists()


def test_two_people_keep_what_each_changed(page, survey):
    opened = page.get(PAGE).context["form"]
    old = {name: opened[name].value() for name in ("revision", "asal")}
    page.post(PAGE, TYPED)
    page.post(PAGE, old | {"manner": "", "preparation_start": "26-5-2025"})
    kept = fieldwork_of(survey)
    assert kept["team"] == TYPED["team"] and kept["preparation_start"] == date(2025, 5, 26)


def test_a_locked_cycle_is_only_read(page, survey):
    Survey.objects.filter(pk=survey.pk).update(lock=Lock.SIGNED)
    assert "Simpan pelaksanaan survei" not in page.get(PAGE).content.decode()
    assert page.post(PAGE, TYPED).status_code == 403
    assert not Fieldwork.objects.exists()


def test_the_days_of_the_survey_stand_for_the_collection_of_data_that_nobody_told(survey):
    survey.start, survey.end = date(2025, 6, 2), date(2025, 6, 30)
    told = as_printed(survey, fieldwork_of(survey))
    assert (told["collection_start"], told["collection_end"]) == (survey.start, survey.end)
    own = as_printed(survey, told | {"collection_start": date(2025, 6, 3), "collection_end": None})
    assert (own["collection_start"], own["collection_end"]) == (date(2025, 6, 3), None)
