"""The days that rules compare with: when a survey began, when its report is dated. Pure."""

from datetime import date, timedelta

from followups.months import Month
from followups.progress import target_base
from reports.document.model import ReportDocument


def survey_began(document: ReportDocument) -> date:
    """The first day of the survey; where it is not known, that of its semester."""
    survey = document.source.survey
    return survey.start or date(survey.year, 6 * survey.semester - 5, 1)


def semester_ended(document: ReportDocument) -> Month:
    survey = document.source.survey
    return Month(survey.year, 6 * survey.semester)


def report_month(document: ReportDocument) -> Month | None:
    """The month of the report, as it is signed or planned; None while it is not known."""
    if document.signing:
        return Month.of(document.signing.dated)
    return document.source.followup.report_month


def report_base(document: ReportDocument) -> Month:
    """The month in which the report looks back: its own, else the one after the window."""
    return target_base(report_month(document), document.source.followup.end)


def last_day(document: ReportDocument) -> date | None:
    """The last day of which a report can tell: its date, else the end of its month; None while neither is known."""
    if document.signing:
        return document.signing.dated
    month = document.source.followup.report_month
    return month.plus(1).first_day - timedelta(days=1) if month else None
