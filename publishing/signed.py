"""What a signed report says: the one source of all that strangers are told of a follow-up."""

from reports.document.frozen import FrozenDataError, thaw
from reports.document.model import ReportDocument
from reports.models import Report, ReportKind, State
from surveys.models import Survey


def report_in_force(survey: Survey) -> Report | None:
    """The version of the follow-up's report that is signed and neither replaced nor withdrawn."""
    signed = Report.objects.filter(followup__survey=survey, kind=ReportKind.FOLLOW_UP, state=State.SIGNED)
    return signed.exclude(dated=None).first()


def signed_document(survey: Survey) -> ReportDocument | None:
    """What it says; None where there is none, or where it was frozen by another release and cannot be read."""
    report = report_in_force(survey)
    try:
        return thaw(report.document) if report else None
    except FrozenDataError:
        return None
