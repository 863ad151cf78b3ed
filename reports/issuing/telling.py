"""Who is told of what happens to a report: that it can be signed, that it is signed."""

from django.urls import reverse

from offices.models import UNIT_ROLES, NoticeKind, Role, User
from offices.notices.telling import notify_managers, settle, tell
from reports.issuing.naming import title_of
from reports.models import Report, ReportKind, SigningWay
from surveys.models import Survey

WAYS_TOLD = {
    SigningWay.HERE: "ditandatangani dengan kunci di portal",
    SigningWay.ELSEWHERE: "ditandatangani pada layanan lain",
    SigningWay.BY_HAND: "ditandatangani dengan tangan lalu dipindai",
}


def tell_prepared(report: Report) -> None:
    """Tell those who sign, also who asked for it: the worker has let them wait."""
    secretaries = _people(report.followup.survey, Role.SECRETARY)
    tell(secretaries, NoticeKind.TO_SIGN, None, _signing_page(report), report=title_of(report))


def tell_signed(actor: User | None, report: Report) -> None:
    """Tell admins and secretaries what was done in the name of their office, and everybody else whose work is in it."""
    survey = report.followup.survey
    way = WAYS_TOLD[SigningWay(report.way)]
    waits_no_more(report)
    notify_managers(survey.office, NoticeKind.REPORT_ISSUED, actor, report=title_of(report), way=way)
    managers = set(_people(survey, Role.ADMIN, Role.SECRETARY))
    others = set(_people(survey, *UNIT_ROLES)) - managers
    page = _signing_page(report)
    if report.kind == ReportKind.FOLLOW_UP:
        page = reverse("report", args=(survey.office.code, survey.period))
    tell(others, NoticeKind.SIGNED, actor, page, report=title_of(report))


def waits_no_more(report: Report) -> None:
    """It was signed, or became a draft again: nobody is asked for a signature."""
    settle(NoticeKind.TO_SIGN, _signing_page(report))


def _people(survey: Survey, *roles: Role) -> list[User]:
    held = {"memberships__office": survey.office, "memberships__role__in": roles}
    return list(User.objects.filter(is_active=True, **held).distinct())


def _signing_page(report: Report) -> str:
    survey = report.followup.survey
    where = (survey.office.code, survey.period, report.kind)
    return reverse("signing", urlconf="reports.urls", args=where)  # the worker would import every page of the portal
