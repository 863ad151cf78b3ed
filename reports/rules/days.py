"""The days that rules compare with: when a survey began, when its report is dated. Pure."""

from datetime import date, timedelta

from followups.months import Month
from followups.progress import target_base
from reports.rules.case import Case


def survey_began(case: Case) -> date:
    """The first day of the survey; where it is not known, that of its period."""
    survey = case.cycle.survey
    return survey.start or survey.span.first_day


def period_ended(case: Case) -> Month:
    return Month.of(case.cycle.survey.span.last_day)


def report_month(case: Case) -> Month | None:
    """The month of the report, as it is signed or planned; None while it is not known."""
    if case.document.signing:
        return Month.of(case.document.signing.day)
    return case.cycle.followup.report_month


def report_base(case: Case) -> Month:
    """The month in which the report looks back: its own, else the one after the window."""
    return target_base(report_month(case), case.cycle.followup.end)


def last_day(case: Case) -> date | None:
    """The last day of which a report can tell: its date, else the end of its month; None while neither is known."""
    if case.document.signing:
        return case.document.signing.day
    month = case.cycle.followup.report_month
    return month.plus(1).first_day - timedelta(days=1) if month else None
