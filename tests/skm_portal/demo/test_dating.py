"""The example on any day of the year: it looks as an office in mid-work does, and nothing of it is still to come."""

import json
import re
from datetime import date, timedelta
from functools import cache

import pytest

from followups.due import months_late
from followups.months import Month
from followups.progress import is_late
from reports.cycle.parse import parse_cycle
from reports.rules.case import case_of
from reports.rules.faults import place_of
from reports.rules.finding import notes_in
from reports.rules.registry import findings_of, stage_of
from skm_portal.demo.content import BEFORE, CURRENT, NEIGHBOUR
from skm_portal.demo.dating import CYCLES, TOLD_IN, cycle_on, working_day
from skm_portal.demo.history import DATED_ON
from tests.make_cycle import make_source
from tests.reports.cycle.files import INSTRUMENTS
from tests.reports.cycle.test_retold import texts_of

TODAYS = [
    *(date(2027, 1, 1), date(2027, 2, 28), date(2027, 6, 30), date(2027, 7, 1), date(2027, 12, 31)),
    *(date(2028, 2, 29), date(2027, 5, 31), date(2027, 6, 1), date(2027, 11, 30), date(2027, 12, 1)),
]
NAMES = (BEFORE, CURRENT, NEIGHBOUR)
NOT_OF_TIME = {"K32", "K37"}
"""What is not known of the offices: a staff number, a telephone, an address for mail."""
any_day = pytest.mark.parametrize("today", TODAYS, ids=str)


@cache
def told(today, name):
    return parse_cycle(json.dumps(cycle_on(today, name)), INSTRUMENTS)


def period_on(today, name):
    return told(today, name).survey.period


@cache
def case_on(today, name):
    return case_of(make_source(told(today, name)))


def found_on(today, name, stage=None):
    case = case_on(today, name)
    found = findings_of(case, stage or stage_of(case.document, today), examples_allowed=True)
    return [finding for finding in found if finding.id not in NOT_OF_TIME]


def happened(cycle):
    """Every day of what a cycle tells as past, the first of the months of which only that is known."""
    survey = cycle.survey
    days = [survey.start, survey.end, survey.report_date, *(each.report_date for each in cycle.earlier)]
    for plan in cycle.followup.plans:
        days += [plan.realisation.completed_on, *(month.first_day for month in plan.realisation.months)]
    photos = [photo for evidence in cycle.evidence.values() for photo in evidence.photos]
    return [day for day in (*days, *(photo.taken_on for photo in photos)) if day]


@any_day
@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_happened_is_still_to_come_and_it_was_lately(today, name):
    days = happened(told(today, name))
    assert max(days) < today
    assert max(days) > today - timedelta(days=366)
    assert [day for day in happened(told(today, name)) if day.weekday() > 4 and day.day != 1] == []


@any_day
def test_the_office_is_in_mid_work(today):
    followup = told(today, CURRENT).followup
    month = Month.of(today)
    assert followup.start < month < followup.end
    statuses = [plan.realisation.status for plan in followup.plans]
    assert [statuses.count(status) for status in ("done", "in_progress", "not_started")] == [5, 3, 2]
    assert all(followup.start <= month <= followup.end for plan in followup.plans for month in plan.months)
    ahead = [plan for plan in followup.plans if plan.realisation.status == "not_started"]
    assert all(min(plan.months) > month or max(plan.months) == followup.end for plan in ahead)


@any_day
@pytest.mark.parametrize(("name", "late"), [(CURRENT, [1]), (NEIGHBOUR, [])])
def test_at_most_one_plan_is_late_and_by_one_month(today, name, late):
    month = Month.of(today)
    plans = told(today, name).followup.plans
    open_plans = [plan for plan in plans if is_late(plan.realisation.status, plan.months, month)]
    assert [months_late(plan.months, month) for plan in open_plans] == late


@any_day
@pytest.mark.parametrize("name", [CURRENT, NEIGHBOUR])
def test_no_rule_finds_anything_in_what_is_under_way(today, name):
    assert found_on(today, name) == []


@any_day
@pytest.mark.parametrize("name", NAMES)
def test_when_it_is_reported_on_what_is_late_has_its_reason_strategy_and_target(today, name):
    assert found_on(today, name, "reporting") == []


@any_day
def test_three_periods_follow_each_other_and_so_do_their_reports(today):
    before, current = told(today, BEFORE), told(today, CURRENT)
    (recorded,) = before.earlier
    assert recorded.span.next == before.survey.span and before.survey.span.next == current.survey.span
    assert before.followup.end.plus(1) == before.followup.report_month == current.followup.start
    assert before.followup.report_month.first_day.replace(day=DATED_ON) < today
    assert told(today, NEIGHBOUR).survey.period == current.survey.period == period_on(today, CURRENT)


@any_day
def test_what_was_left_open_goes_on(today):
    (plan,) = [plan for plan in told(today, CURRENT).followup.plans if plan.continues]
    before = {place_of(fact).row: fact.plan for fact in case_on(today, BEFORE).facts.open}
    assert plan.continues.period == told(today, BEFORE).survey.period
    assert {point: left.programme for point, left in before.items()} == {plan.continues.point: plan.programme}


def test_the_number_of_an_skm_report_is_of_its_year():
    for today in TODAYS:
        survey = told(today, CURRENT).survey
        assert survey.report_number.endswith(f"/{survey.report_date.year}")


def test_as_the_files_stand_they_tell_of_their_first_month():
    for name in NAMES:
        written = json.loads((CYCLES / f"{name}.cycle.json").read_text(encoding="utf-8"))
        assert facts_but_days(cycle_on(TOLD_IN.first_day, name)) == facts_but_days(written)


def facts_but_days(cycle):
    """Its text with the days of all months left out: those of a weekend become Fridays."""
    return re.sub(r"(\d{4}-\d\d)-\d\d", r"\1", json.dumps(cycle))


def test_the_half_year_changes_in_june_and_december_and_the_work_goes_on_every_month():
    periods = [period_on(date(2027, month, 15), CURRENT) for month in range(1, 13)]
    assert periods == ["2026-S2"] * 5 + ["2027-S1"] * 6 + ["2027-S2"]
    ends = [max(happened(told(date(2027, month, 15), CURRENT))) for month in range(1, 13)]
    assert [(day.year, day.month) for day in ends] == [(2026, 12), *((2027, month) for month in range(1, 12))]


@pytest.mark.parametrize(("day", "worked"), [(5, 5), (6, 6), (7, 6), (8, 6), (9, 9)])
def test_nobody_worked_on_a_weekend(day, worked):
    assert working_day(date(2026, 11, day)) == date(2026, 11, worked)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_left_out_that_an_office_would_tell(name):
    cycle = told(TODAYS[0], name)
    assert all(priority.rationale for priority in cycle.followup.priorities)
    assert all(plan.indicator and plan.target for plan in cycle.followup.plans)
    assert all(plan.completion for plan in cycle.followup.plans if plan.realisation.status != "done")
    assert all(item.plan and item.activity and item.evidence.photos for item in cycle.followup.upkeep)
    photos = [photo for evidence in cycle.evidence.values() for photo in evidence.photos]
    assert all(photo.caption and photo.taken_on for photo in photos)
    assert len({photo.file for photo in photos}) == len(photos) >= 2


@pytest.mark.parametrize("name", NAMES)
def test_its_sentences_are_whole(name):
    texts = texts_of(cycle_on(TODAYS[0], name))
    assert texts and [text for text in texts if not text.endswith(".") or "  " in text] == []


def test_no_photo_proves_two_things():
    files = [
        photo.file
        for name in NAMES
        for evidence in told(TODAYS[0], name).evidence.values()
        for photo in evidence.photos
    ]
    assert len(set(files)) == len(files)


def test_what_would_be_wrong_with_a_day_is_found():
    cycle = cycle_on(TODAYS[0], CURRENT)
    done = cycle["followup"]["priorities"][0]["plans"][1]
    done["realisation"]["completed_on"] = cycle["survey"]["start"]
    case = case_of(make_source(parse_cycle(json.dumps(cycle), INSTRUMENTS)))
    assert "K21" in {finding.id for finding in findings_of(case, "running", examples_allowed=True)}


@any_day
def test_a_complete_report_shows_five_lines_at_most_and_a_young_one_two(today):
    """As Cek kelengkapan counts them, with the days judged by today."""
    most = {BEFORE: 5, CURRENT: 2}
    for name, limit in most.items():
        case = case_of(make_source(told(today, name)), today=today)
        found = findings_of(case, stage_of(case.document, today), examples_allowed=True)
        assert notes_in(found) <= limit, [(finding.id, finding.message) for finding in found]
        assert "block" not in {finding.severity for finding in found}
