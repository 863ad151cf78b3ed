"""What signed reports say: the one source of all that strangers are told of a follow-up."""

from collections.abc import Iterable

from django.db.models import QuerySet

from reports.document.frozen import FrozenDataError, thaw
from reports.document.model import ReportDocument
from reports.models import Report, ReportKind, State
from reports.survey_report.frozen import thaw as thaw_survey_report
from reports.survey_report.model import SurveyReportDocument
from surveys.models import Survey


def reports_in_force() -> QuerySet[Report]:
    """Follow-up reports that are signed, and neither replaced nor withdrawn."""
    return Report.objects.filter(kind=ReportKind.FOLLOW_UP, state=State.SIGNED).exclude(dated=None)


def results_in_force(offices: Iterable[int]) -> QuerySet[Report]:
    """What says the results of these offices (ids): reports of surveys, then those of follow-ups, which say more."""
    kinds = (ReportKind.SURVEY, ReportKind.FOLLOW_UP)
    signed = Report.objects.filter(kind__in=kinds, state=State.SIGNED, followup__survey__office__in=offices)
    instrument = "followup__survey__instrument"
    related = signed.select_related(instrument).prefetch_related(f"{instrument}__elements", f"{instrument}__bands")
    return related.exclude(dated=None).order_by("-kind", "pk")


def survey_document_in(report: Report) -> SurveyReportDocument | None:
    """The same of a survey report."""
    try:
        return thaw_survey_report(report.document)
    except FrozenDataError:
        return None


def document_in(report: Report) -> ReportDocument | None:
    """What a report says; None where another release froze it, until there is one that can read it."""
    try:
        return thaw(report.document)
    except FrozenDataError:
        return None


def signed_document(survey: Survey) -> ReportDocument | None:
    """What the follow-up's report in force says; None where there is none that can be read."""
    report = reports_in_force().filter(followup__survey=survey).first()
    return document_in(report) if report else None
