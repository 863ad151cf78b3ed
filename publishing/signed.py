"""What signed reports say: the one source of all that strangers are told of a follow-up."""

from django.db.models import QuerySet

from reports.document.frozen import FrozenDataError, thaw
from reports.document.model import ReportDocument
from reports.models import Report, ReportKind, State
from surveys.models import Survey


def reports_in_force() -> QuerySet[Report]:
    """Follow-up reports that are signed, and neither replaced nor withdrawn."""
    return Report.objects.filter(kind=ReportKind.FOLLOW_UP, state=State.SIGNED).exclude(dated=None)


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
