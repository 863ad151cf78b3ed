"""The versions of a cycle's reports, asked for by what one wants to know. What changes them is in issuing/.

Where no kind is named it is the follow-up report that is asked for.
"""

from collections.abc import Iterable

from django.db.models import QuerySet

from reports.models import OPEN, Report, ReportKind, State
from surveys.models import Lock, Survey


def versions(survey: Survey, kind: ReportKind = ReportKind.FOLLOW_UP) -> QuerySet[Report]:
    """All of this kind, the latest first."""
    return versions_of_each_kind(survey).filter(kind=kind)


def versions_of_each_kind(survey: Survey) -> QuerySet[Report]:
    """All that a cycle has, the latest of each kind first."""
    rows = Report.objects.filter(followup__survey=survey).order_by("-version")
    return rows.select_related("signed_by", "prepared_by", "followup__survey__office")


def open_version(survey: Survey, kind: ReportKind = ReportKind.FOLLOW_UP) -> Report | None:
    """The one that is not signed yet, if somebody began it."""
    return versions(survey, kind).filter(state__in=OPEN).first()


def current(survey: Survey, kind: ReportKind = ReportKind.FOLLOW_UP) -> Report | None:
    """The one that is in force: signed, and neither replaced nor withdrawn."""
    return versions(survey, kind).filter(state=State.SIGNED).first()


def is_closed(survey: Survey, kind: ReportKind = ReportKind.FOLLOW_UP) -> bool:
    """Whether what was signed stands and no version is open, so that nobody reads one before it is signed."""
    if kind.locks_cycle:
        return survey.lock == Lock.SIGNED
    return current(survey, kind) is not None and open_version(survey, kind) is None


def versions_in_force(surveys: Iterable[int]) -> dict[int, Report]:
    """The follow-up report in force of each of these surveys (by id) that has one; one query, without the documents."""
    signed = Report.objects.filter(followup__survey__in=surveys, kind=ReportKind.FOLLOW_UP, state=State.SIGNED)
    return {
        report.followup.survey_id: report for report in signed.select_related("followup").defer("document", "findings")
    }
