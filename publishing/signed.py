"""What a signed report says: the one source of all that strangers are told of a follow-up."""

from reports.document.frozen import FrozenDataError, thaw
from reports.document.model import ReportDocument
from reports.models import Report, ReportKind, State
from surveys.models import Survey


def signed_document(survey: Survey) -> ReportDocument | None:
    """What the follow-up's report in force says: signed, neither replaced nor withdrawn.

    None where there is none, or where it was frozen by another release and cannot be read.
    """
    signed = Report.objects.filter(followup__survey=survey, kind=ReportKind.FOLLOW_UP, state=State.SIGNED)
    report = signed.exclude(dated=None).first()
    try:
        return thaw(report.document) if report else None
    except FrozenDataError:
        return None
