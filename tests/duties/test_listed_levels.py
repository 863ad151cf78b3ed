"""A level of PEKPPP that is soon out of reach, as one line of home."""

from datetime import date

import pytest
from django.db import connection
from django.db.models import prefetch_related_objects
from django.test.utils import CaptureQueriesContext

from duties.duty import CycleFace, Duty, Kind
from duties.listing import listing_of
from followups.models import FollowUp
from surveys.models import Lock, Survey

FACE = CycleFace("KPU Kabupaten Ngawi", "3521", "2025-S1", "Semester I Tahun 2025")


@pytest.fixture(autouse=True)
def _at_the_end_of_december(survey, time_machine):
    """The report of the survey is of 10 July, plans go on until December: the step of six months ends on 10 January."""
    Survey.objects.update(report_date=date(2025, 7, 10))
    time_machine.move_to("2025-12-28 09:00+07:00", tick=False)


def told(user, office):
    return [duty for duty in listing_of(user, [office]).duties if duty.kind is Kind.LEVEL]


def subjects(user, office):
    return [duty.subject for duty in told(user, office)]


def test_it_says_which_level_ends_when_and_whose_turn_it_is(people, ngawi):
    assert told(people.admin, ngawi) == [
        Duty(
            kind=Kind.LEVEL,
            cycle=FACE,
            place="/satuan-kerja/3521/pekppp/",
            turn="Admin atau Sekretaris",
            subject="Tingkat 3 kecepatan tindak lanjut hanya sampai 10 Januari 2026",
            sentence="Semester I Tahun 2025: tingkat 3 kecepatan tindak lanjut hanya sampai 10 Januari 2026.",
            mine=True,
            told="Semester I Tahun 2025 · bila seluruh RTL selesai dan laporannya ditandatangani",
        )
    ]
    assert len(told(people.secretary, ngawi)) == 1
    assert told(people.staff, ngawi) == told(people.head, ngawi) == []


@pytest.mark.parametrize(
    ("day", "subject"),
    [
        ("2025-12-09", None),
        ("2025-12-10", "Tingkat 3 kecepatan tindak lanjut hanya sampai 10 Januari 2026"),
        ("2026-01-10", "Tingkat 3 kecepatan tindak lanjut hanya sampai 10 Januari 2026"),
        ("2026-01-11", None),
        ("2026-03-20", "Tingkat 2 kecepatan tindak lanjut hanya sampai 10 April 2026"),
        ("2026-07-10", "Tingkat 1 kecepatan tindak lanjut hanya sampai 10 Juli 2026"),
        ("2026-07-11", None),
    ],
)
def test_it_is_told_in_the_month_before_and_no_longer(people, ngawi, time_machine, day, subject):
    time_machine.move_to(f"{day} 09:00+07:00", tick=False)
    assert subjects(people.admin, ngawi) == ([subject] if subject else [])


@pytest.mark.parametrize("day", ["2025-07-20", "2025-10-01"])
def test_no_level_is_told_of_that_the_plans_were_never_meant_to_reach(people, ngawi, time_machine, day):
    time_machine.move_to(f"{day} 09:00+07:00", tick=False)
    assert subjects(people.admin, ngawi) == []
    FollowUp.objects.update(end=date(2025, 8, 1))
    assert len(subjects(people.admin, ngawi)) == 1


@pytest.mark.parametrize(
    "facts",
    [{"lock": Lock.SIGNED}, {"report_date": None}, {"report_date": date(2025, 12, 29)}],
    ids=["signed", "of no known day", "to come"],
)
def test_what_is_signed_or_was_not_reported_yet_is_not_told_of(people, ngawi, facts):
    assert subjects(people.admin, ngawi)
    Survey.objects.update(**facts)
    assert subjects(people.admin, ngawi) == []


def test_a_report_that_is_prepared_still_waits(people, ngawi):
    Survey.objects.update(lock=Lock.PREPARED)
    assert len(subjects(people.admin, ngawi)) == 1


def test_it_costs_no_query(people, ngawi, django_assert_num_queries):
    prefetch_related_objects([people.admin], "memberships")
    with CaptureQueriesContext(connection) as queries:
        assert told(people.admin, ngawi)
    Survey.objects.update(report_date=None)
    with django_assert_num_queries(len(queries)):
        assert told(people.admin, ngawi) == []
