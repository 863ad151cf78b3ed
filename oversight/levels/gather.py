"""From rows to what an office has to show; as many queries for one cycle as for many."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Self

from django.db.models import Count, Q

from followups.models import ActionPlan, Paper, Publication, Published, RecordedPeriod
from followups.progress import DONE, Progress, progress_of
from offices.models import Office
from oversight.levels.records import CycleRecord, OfficeRecord, PublishedResults, SignedFollowUp
from publishing.signed import document_in, reports_in_force
from reports.addendum.frozen import thaw
from reports.document.frozen import FrozenDataError
from reports.models import Report, ReportKind, State
from surveys.models import LATEST_FIRST, Survey

YEARS_BEFORE = 1
"""No survey counts that is older than the year before that of the evaluation."""
SURVEY_REPORT = "survey_report"


def record_of(office: Office, day: date) -> OfficeRecord:
    """What there is to show on a day, of its year and of the one before."""
    year = day.year - YEARS_BEFORE
    composed = _composed(office, year)
    known = {cycle.period for cycle in composed}
    by_hand = (cycle for cycle in _by_hand(office, year) if cycle.period not in known)
    cycles = sorted((*composed, *by_hand), key=lambda cycle: cycle.period.last_day, reverse=True)
    rows = Publication.objects.filter(what=Published.RESULTS, followup__survey__office=office)
    recent = rows.filter(Q(published_on__year__gte=year) | Q(followup__survey__year__gte=year))
    published = (
        PublishedResults(row.followup.survey.span, row.medium, row.place, row.published_on, bool(row.proof))
        for row in recent.select_related("followup__survey").order_by("-published_on", "pk")
    )
    return OfficeRecord(tuple(cycles), tuple(published))


def _composed(office: Office, year: int) -> list[CycleRecord]:
    rows = Survey.objects.filter(office=office, year__gte=year).select_related("instrument").order_by(*LATEST_FIRST)
    counted = rows.annotate(
        scored=Count("scores", distinct=True), elements=Count("instrument__elements", distinct=True)
    )
    beside = _Beside.of(office, year)
    return [
        CycleRecord(
            period=survey.span,
            instrument=survey.instrument.key,
            elements=survey.elements,
            scored=survey.scored,
            has_respondents=bool(survey.respondents),
            reported=survey.report_date,
            has_report=bool(survey.report_url) or survey.pk in beside.reported,
            planned=beside.statuses[survey.pk].total(),
            done=beside.statuses[survey.pk][DONE],
            signed=beside.signed(survey.pk),
        )
        for survey in counted
    ]


@dataclass(frozen=True, slots=True)
class _Beside:
    """What is read of all cycles at once, by the id of the survey."""

    statuses: Mapping[int, Counter[str]]
    reports: Mapping[int, Report]
    addenda: Mapping[int, Report]
    reported: frozenset[int]

    @classmethod
    def of(cls, office: Office, year: int) -> Self:
        here = {"followup__survey__office": office, "followup__survey__year__gte": year}
        statuses: dict[int, Counter[str]] = defaultdict(Counter)
        plans = ActionPlan.objects.filter(**{f"priority__{path}": value for path, value in here.items()}).order_by()
        for survey, status in plans.values_list("priority__followup__survey", "status"):
            statuses[survey][status] += 1
        of_survey = Report.objects.filter(kind=ReportKind.SURVEY, state=State.SIGNED, **here)
        papers = Paper.objects.filter(kind=SURVEY_REPORT, **here)
        reported = (rows.order_by().values_list("followup__survey", flat=True) for rows in (of_survey, papers))
        addenda = Report.objects.filter(kind=ReportKind.ADDENDUM, state=State.SIGNED, **here)
        return cls(
            statuses,
            {row.followup.survey_id: row for row in reports_in_force().filter(**here).select_related("followup")},
            {row.followup.survey_id: row for row in addenda.select_related("followup")},
            frozenset(survey for each in reported for survey in each),
        )

    def signed(self, survey: int) -> SignedFollowUp | None:
        """None where no report is in force, or another release froze it."""
        report = self.reports.get(survey)
        document = document_in(report) if report else None
        if report is None or report.dated is None or document is None:
            return None
        priorities = document.source.followup.priorities
        then = progress_of(plan.realisation.status for priority in priorities for plan in priority.plans)
        if then.total and not then.open:
            return SignedFollowUp(report.dated, then.total, then.done, report.dated)
        now, day = self._completed(survey, then)
        return SignedFollowUp(report.dated, now.total, now.done, None if now.open else day)

    def _completed(self, survey: int, then: Progress) -> tuple[Progress, date | None]:
        """With what the Laporan Penyelesaian RTL in force adds, and its day."""
        addendum = self.addenda.get(survey)
        try:
            return (thaw(addendum.document).source.now, addendum.dated) if addendum else (then, None)
        except FrozenDataError:
            return then, None


def _by_hand(office: Office, year: int) -> list[CycleRecord]:
    rows = RecordedPeriod.objects.filter(office=office, year__gte=year).select_related("instrument")
    counted = rows.annotate(
        scored=Count("scores", distinct=True), elements=Count("instrument__elements", distinct=True)
    )
    return [_recorded(row, row.scored, row.elements) for row in counted.order_by()]


def _recorded(row: RecordedPeriod, scored: int, elements: int) -> CycleRecord:
    """Its signed report is the proof of what is typed beside it."""
    total, done = row.plans_total or 0, row.plans_done or 0
    return CycleRecord(
        period=row.span,
        instrument=row.instrument.key,
        elements=elements,
        scored=scored,
        has_respondents=bool(row.report),
        reported=row.report_date,
        has_report=bool(row.report),
        planned=total,
        done=done,
        signed=SignedFollowUp(None, total, done, None) if row.report and total else None,
        is_recorded=True,
    )
