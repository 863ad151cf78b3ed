"""The versions of a cycle's report, asked for by what one wants to know. What changes them is in issuing/."""

from collections.abc import Iterable

from django.db.models import QuerySet

from reports.models import OPEN, Report, State
from surveys.models import Survey


def versions(survey: Survey) -> QuerySet[Report]:
    """All of them, the latest first."""
    rows = Report.objects.filter(followup__survey=survey).order_by("-version")
    return rows.select_related("signed_by", "prepared_by", "followup__survey__office")


def open_version(survey: Survey) -> Report | None:
    """The one that is not signed yet, if somebody began it."""
    return versions(survey).filter(state__in=OPEN).first()


def current(survey: Survey) -> Report | None:
    """The one that is in force: signed, and neither replaced nor withdrawn."""
    return versions(survey).filter(state=State.SIGNED).first()


def versions_in_force(surveys: Iterable[int]) -> dict[int, Report]:
    """The version in force of each of these surveys (by id) that has one; one query, without the documents."""
    rows = Report.objects.filter(followup__survey__in=surveys, state=State.SIGNED).select_related("followup")
    return {report.followup.survey_id: report for report in rows.defer("document", "findings")}
