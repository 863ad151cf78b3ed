"""Which cycle comes next, which instrument and signatory it has, and how a change meanwhile is seen."""

from datetime import date

import pytest

from followups.cycles import (
    Window,
    first_free_after,
    instrument_on,
    next_period,
    save_survey,
    signatory_of,
    start_cycle,
    version_of,
)
from followups.models import FollowUp, MonthKind, PlanMonth
from followups.months import Month
from offices.declining import Declined, Overtaken
from offices.models import AuditEvent, Office
from surveys.locking import CycleLockedError, set_lock
from surveys.models import Instrument, Lock, Survey
from surveys.periods import Period
from surveys.scoring import Results, Signatory, results_of
from tests.conftest import make_survey

pytestmark = pytest.mark.django_db
SIGNER = Signatory("Sari Utami", "Sekretaris", "")
WINDOW = Window(Month(2025, 7), Month(2025, 12), None)


def version(survey):
    return version_of(survey, FollowUp.objects.get(survey=survey))


def results_from(survey):
    """What is stored, as a form would send it again."""
    stored = results_of(survey)
    signer = Signatory(**{name: stored.pop(name) for name in Signatory.__dataclass_fields__})
    return Results(**stored, signatory=signer)


# --- which period


@pytest.mark.parametrize(
    ("today", "period"), [("2025-07-01", "2025-S1"), ("2025-12-31", "2025-S1"), ("2026-01-01", "2025-S2")]
)
def test_an_office_that_begins_is_offered_the_semester_that_ended_last(ngawi, time_machine, today, period):
    time_machine.move_to(f"{today} 09:00+07:00", tick=False)
    assert next_period(ngawi).code == period


@pytest.mark.parametrize(
    ("begun", "period"),
    [
        (["2025-S1"], "2025-S2"),
        (["2025-S2", "2025-S1"], "2026-S1"),
        (["2025-S1", "2025-T3"], "2025-T4"),
        (["2025-T1", "2025-S2", "2024-T4"], "2025-T2"),
        (["2024", "2025-B12"], "2026-B01"),
    ],
)
def test_then_the_one_after_the_latest_of_the_kind_that_was_begun_last(ngawi, magetan, begun, period):
    make_survey(magetan, "2027-S1")
    for code in begun:
        make_survey(ngawi, code)
    assert next_period(ngawi).code == period


def test_the_first_free_period_passes_over_those_that_are_there(ngawi, magetan):
    first = make_survey(ngawi, "2025-S1")
    assert first_free_after(first).code == "2025-S2"
    make_survey(magetan, "2025-S2")
    assert first_free_after(first).code == "2025-S2"
    for code in ("2025-S2", "2026-S1", "2025-T3"):
        make_survey(ngawi, code)
    assert first_free_after(first).code == "2026-S2"


# --- how it begins


def test_a_cycle_begins_with_the_usual_months_and_one_event(ngawi, people):
    survey = start_cycle(ngawi, people.admin, Period.parse("2025-S1"), SIGNER)
    followup = FollowUp.objects.get(survey=survey)
    assert (followup.start, followup.end, followup.report_month) == (
        date(2025, 7, 1),
        date(2025, 11, 1),
        date(2025, 12, 1),
    )
    assert (survey.signatory_name, survey.lock, survey.scores.count()) == ("Sari Utami", Lock.OPEN, 0)
    assert [event.action for event in AuditEvent.objects.all()] == ["cycle.start"]


def test_the_same_period_does_not_begin_twice_and_leaves_nothing_behind(ngawi, people):
    make_survey(ngawi, "2025-S1")
    with pytest.raises(Declined, match="Siklus Semester I Tahun 2025 sudah ada") as refused:
        start_cycle(ngawi, people.admin, Period.parse("2025-S1"), SIGNER)
    assert list(refused.value.faults) == ["year"]
    assert (Survey.objects.count(), FollowUp.objects.count(), AuditEvent.objects.count()) == (1, 1, 0)


def test_a_window_that_ends_before_it_begins_is_refused(ngawi, people):
    backwards = Window(Month(2025, 8), Month(2025, 7), None)
    with pytest.raises(Declined, match="mendahului"):
        start_cycle(ngawi, people.admin, Period.parse("2025-S1"), SIGNER, backwards)
    assert not Survey.objects.exists()


def test_an_office_names_who_signs(ngawi):
    assert signatory_of(ngawi) == Signatory("", "", "")
    Office.objects.filter(pk=ngawi.pk).update(signatory_name="Dewi", signatory_title="Plt.", signatory_nip="1")
    assert signatory_of(Office.objects.get(pk=ngawi.pk)) == Signatory("Dewi", "Plt.", "1")


@pytest.mark.parametrize(
    ("day", "key"),
    [("1990-01-01", "lama"), ("2024-12-31", "lama"), ("2025-01-01", "baru"), ("2030-01-01", "baru")],
)
def test_a_survey_is_read_with_the_latest_instrument_in_force(db, day, key):
    Instrument.objects.all().delete()
    for name, year in (("baru", 2025), ("lama", 2017)):
        Instrument.objects.create(key=name, name=name, valid_from=date(year, 1, 1))
    assert instrument_on(date.fromisoformat(day)).key == key


def test_without_an_instrument_whoever_runs_the_server_is_asked(db):
    Instrument.objects.all().delete()
    with pytest.raises(Declined, match="pengelola server"):
        instrument_on(date(2025, 1, 1))


# --- how it is changed


def test_a_version_changes_with_whatever_is_saved_and_with_nothing_else(survey):
    before = version(survey)
    PlanMonth.objects.all().delete()
    assert version(survey) == before
    FollowUp.objects.update(report_month=date(2026, 1, 1))
    assert version(survey) != before
    FollowUp.objects.update(report_month=None)
    assert version(survey) == before
    survey.respondents = 110
    assert version(survey) != before


def test_months_that_are_planned_hold_the_window(survey, people):
    survey.refresh_from_db()
    results = results_from(survey)
    narrow = Window(Month(2025, 11), Month(2025, 12), None)
    with pytest.raises(Declined, match=r"1 a Program 1 \(Oktober 2025\); 1 b Program 2 \(Oktober 2025\)"):
        save_survey(survey, people.admin, results, narrow, version(survey))
    PlanMonth.objects.filter(kind=MonthKind.PLANNED).update(month=date(2025, 11, 1))
    save_survey(survey, people.admin, results, narrow, version(survey))
    assert FollowUp.objects.get(survey=survey).start == date(2025, 11, 1)


def test_who_saved_meanwhile_is_not_overwritten_and_a_frozen_cycle_not_at_all(survey, people):
    survey.refresh_from_db()
    results = results_from(survey)
    seen = version(survey)
    FollowUp.objects.update(end=date(2026, 1, 1))
    with pytest.raises(Overtaken):
        save_survey(survey, people.admin, results, WINDOW, seen)
    set_lock(survey, Lock.SIGNED)
    with pytest.raises(CycleLockedError):
        save_survey(survey, people.admin, results, WINDOW, version(survey))
    assert FollowUp.objects.get(survey=survey).end == date(2026, 1, 1)
