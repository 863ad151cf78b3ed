"""From rows to what an office has to show."""

from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from followups.models import FollowUp, Medium, Paper, Publication, Published, RecordedPeriod, RecordedScore
from followups.progress import Progress
from oversight.levels.gather import record_of
from oversight.levels.records import CycleRecord, PublishedResults, SignedFollowUp
from reports.cycle.model import PriorityData
from reports.models import Report, ReportKind, State
from surveys.models import Element, Instrument, Survey
from surveys.periods import Period, of_period
from tests.conftest import make_survey
from tests.make_cycle import make_plan
from tests.publishing.results import document
from tests.reports.addendum.addenda import addendum
from tests.reports.issued import make_report, make_signing

DAY = date(2026, 3, 5)
DATED = date(2026, 1, 9)
FIRST = Period.parse("2025-S1")


def told(*statuses):
    """A signed document whose plans stand so."""
    plans = tuple(make_plan(f"Program {number}", status) for number, status in enumerate(statuses))
    return document((PriorityData("waktu", None, plans),), signing=make_signing())


def the_cycle(office):
    (found,) = record_of(office, DAY).cycles
    return found


def publication(survey, medium=Medium.PRINTED, day="2025-07-20", what=Published.RESULTS, **more):
    followup = FollowUp.objects.get(survey=survey)
    values = {"place": "Papan", "published_on": day, "noted_on": day, "what": what, "medium": medium}
    return Publication.objects.create(followup=followup, **values | more)


def test_a_survey_is_read_with_what_is_known_of_it(ngawi, survey):
    assert the_cycle(ngawi) == CycleRecord(
        period=FIRST,
        instrument="permenpanrb-14-2017",
        elements=9,
        scored=9,
        has_respondents=False,
        reported=None,
        has_report=False,
        planned=2,
        done=1,
    )
    survey.scores.first().delete()
    Survey.objects.update(respondents=110, report_date=date(2025, 7, 10))
    changed = the_cycle(ngawi)
    assert (changed.scored, changed.has_respondents, changed.reported) == (8, True, date(2025, 7, 10))


def test_what_is_of_another_office_or_too_old_is_left_out(ngawi, magetan, survey):
    other = make_survey(magetan)
    make_survey(ngawi, "2024-S2")
    publication(other)
    RecordedPeriod.objects.create(office=magetan, instrument=Instrument.objects.first(), **of_period("2025-T1"))
    found = record_of(ngawi, DAY)
    assert [cycle.period for cycle in found.cycles] == [FIRST]
    assert found.published == ()
    assert [cycle.period.code for cycle in record_of(ngawi, date(2025, 3, 1)).cycles] == ["2025-S1", "2024-S2"]


@pytest.mark.parametrize(
    ("statuses", "signed"),
    [
        (("done", "done"), SignedFollowUp(DATED, 2, 2, DATED)),
        (("done", "in_progress", "not_started"), SignedFollowUp(DATED, 3, 1, None)),
        (("done", "impossible"), SignedFollowUp(DATED, 2, 1, None)),
        ((), SignedFollowUp(DATED, 0, 0, None)),
    ],
)
def test_the_follow_up_is_what_the_report_in_force_says(ngawi, followup, people, statuses, signed):
    make_report(followup, people.secretary, document=told(*statuses))
    assert the_cycle(ngawi).signed == signed


@pytest.mark.parametrize("state", [State.PREPARED, State.SUPERSEDED, State.WITHDRAWN])
def test_a_report_that_is_not_in_force_proves_nothing(ngawi, followup, people, state):
    make_report(followup, people.secretary, state, document=told("done"))
    assert the_cycle(ngawi).signed is None


def test_what_was_typed_after_the_signature_proves_nothing(ngawi, followup, people):
    make_report(followup, people.secretary, document=told("done", "not_started"))
    followup.priorities.get().plans.update(status="done")
    found = the_cycle(ngawi)
    assert (found.done, found.proven, found.promised) == (2, 1, 2)


def test_a_report_that_no_release_can_read_proves_nothing(ngawi, followup, people):
    report = make_report(followup, people.secretary, document=told("done"))
    Report.objects.filter(pk=report.pk).update(document={"schema": 999})
    assert the_cycle(ngawi).signed is None


@pytest.mark.parametrize(
    ("then", "signed"),
    [
        (Progress(4, 1), SignedFollowUp(DATED, 4, 2, None)),
        (Progress(4, 3), SignedFollowUp(DATED, 4, 4, date(2026, 3, 2))),
    ],
)
def test_the_report_of_what_was_completed_later_adds_to_it(ngawi, followup, people, then, signed):
    make_report(followup, people.secretary, document=told(*["done"] * then.done, *["in_progress"] * then.open))
    whole = addendum()
    whole = replace(whole, source=replace(whole.source, then=then))
    later = {"kind": ReportKind.ADDENDUM, "code": "ZZZZ-YYYY-XXXX-WWWW-VVVV", "dated": date(2026, 3, 2)}
    made = make_report(followup, people.secretary, document=whole, **later)
    assert the_cycle(ngawi).signed == signed
    Report.objects.filter(pk=made.pk).update(document={"schema": 999})
    assert the_cycle(ngawi).signed == SignedFollowUp(DATED, 4, then.done, None)


def test_the_report_of_a_survey_is_at_hand_when_it_was_signed_here_kept_or_is_on_the_web(ngawi, followup, people):
    assert not the_cycle(ngawi).has_report
    kept = Paper.objects.create(followup=followup, kind="minutes", file="a.pdf", sha256="a", size=1, pages=1)
    assert not the_cycle(ngawi).has_report
    Paper.objects.filter(pk=kept.pk).update(kind="survey_report")
    assert the_cycle(ngawi).has_report
    kept.delete()
    Survey.objects.update(report_url="https://ngawi.go.id/skm.pdf")
    assert the_cycle(ngawi).has_report
    Survey.objects.update(report_url="")
    made = make_report(followup, people.secretary)
    Report.objects.filter(pk=made.pk).update(kind=ReportKind.SURVEY)
    assert the_cycle(ngawi).has_report
    assert the_cycle(ngawi).signed is None


def test_only_results_are_read_of_the_publication_log_the_latest_first(ngawi, survey):
    publication(survey)
    publication(survey, Medium.WEBSITE, "2025-08-01", proof="publications/a.jpg", sha256="a" * 64)
    publication(survey, Medium.SOCIAL, what=Published.FOLLOW_UP)
    publication(survey, Medium.BILLBOARD, what=Published.REPORT)
    assert record_of(ngawi, DAY).published == (
        PublishedResults(FIRST, "website", "Papan", date(2025, 8, 1), is_proven=True),
        PublishedResults(FIRST, "printed", "Papan", date(2025, 7, 20), is_proven=False),
    )


def test_results_of_an_older_survey_count_where_they_were_published_since(ngawi, survey):
    old = make_survey(ngawi, "2024-S2")
    publication(old, day="2024-12-30")
    publication(old, Medium.WEBSITE, day="2025-01-15")
    found = record_of(ngawi, DAY)
    assert [(each.period.code, each.medium) for each in found.published] == [("2024-S2", "website")]


def by_hand(office, period, **more):
    return RecordedPeriod.objects.create(
        office=office, instrument=Instrument.objects.first(), **of_period(period), **more
    )


def test_a_period_recorded_by_hand_is_read_with_its_report_as_the_proof(ngawi):
    file = {"report": "earlier/a.pdf", "sha256": sha256(b"a").hexdigest(), "size": 1}
    row = by_hand(ngawi, "2025-T2", plans_total=5, plans_done=4, report_date="2025-07-02", **file)
    RecordedScore.objects.create(
        recorded=row, element=Element.objects.get(key="waktu", instrument=row.instrument), score=3
    )
    assert the_cycle(ngawi) == CycleRecord(
        period=Period.parse("2025-T2"),
        instrument=row.instrument.key,
        elements=9,
        scored=1,
        has_respondents=True,
        reported=date(2025, 7, 2),
        has_report=True,
        planned=5,
        done=4,
        signed=SignedFollowUp(None, 5, 4, None),
        is_recorded=True,
    )
    RecordedPeriod.objects.update(report="", sha256="", size=0)
    without = the_cycle(ngawi)
    assert (without.signed, without.has_report, without.has_respondents) == (None, False, False)


def test_a_cycle_of_the_portal_stands_before_what_was_recorded_of_its_period(ngawi, survey):
    by_hand(ngawi, "2025-S1")
    by_hand(ngawi, "2025-T4")
    assert [(cycle.period.code, cycle.is_recorded) for cycle in record_of(ngawi, DAY).cycles] == [
        ("2025-T4", True),
        ("2025-S1", False),
    ]


def test_it_costs_the_same_with_one_cycle_and_with_six(ngawi, people, django_assert_num_queries):
    def full(period, code):
        survey = make_survey(ngawi, period)
        publication(survey)
        make_report(FollowUp.objects.get(survey=survey), people.secretary, code=code, document=told("done"))

    full("2025-S1", "CODE-0")
    with CaptureQueriesContext(connection) as few:
        assert len(record_of(ngawi, DAY).cycles) == 1
    for number, period in enumerate(["2025-S2", "2025-T1", "2025-T2", "2026-B01", "2026-B02"], start=1):
        full(period, f"CODE-{number}")
    with django_assert_num_queries(len(few)):
        found = record_of(ngawi, DAY)
    assert [cycle.proven for cycle in found.cycles] == [1] * 6
    assert len(found.published) == 6
    assert len(few) <= 9
