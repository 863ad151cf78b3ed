"""The files of a report's versions, each checked against its digest before it leaves the portal."""

from dataclasses import dataclass
from io import BytesIO

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from offices.audit import record
from offices.permissions import Action, fetch
from offices.requests import AuthedRequest, answered
from offices.serving import ASK_AGAIN
from reports.issuing.keeping import read
from reports.issuing.naming import file_name_of, told_of
from reports.models import FINAL, Report, ReportKind, SignedPage, State
from surveys.periods import of_period

TYPES = {"pdf": "application/pdf", "jpg": "image/jpeg"}


@dataclass(frozen=True, slots=True)
class Handed:
    """A file that is handed out, under which name, and what it is in the trail."""

    file: FieldFile
    digest: str
    suffix: str


@login_required
@require_safe
def signing_file(
    request: AuthedRequest, code: str, period: str, kind: ReportKind = ReportKind.FOLLOW_UP
) -> HttpResponseBase:
    """The very file that is to be signed; with ``?lihat`` for the browser to show."""
    report = fetch(request.user, Action.DOWNLOAD, _reports(code, period, kind), state=State.PREPARED)
    return _handed(request, report, Handed(report.prepared_file, report.prepared_sha256, "-siap-ditandatangani"))


@login_required
@require_safe
def version_file(
    request: AuthedRequest, code: str, period: str, version: int, kind: ReportKind = ReportKind.FOLLOW_UP
) -> HttpResponseBase:
    """The signed file, byte for byte as it was signed; of a version signed by hand, the file that was printed."""
    report = fetch(request.user, Action.DOWNLOAD, _reports(code, period, kind), version=version, state__in=FINAL)
    if report.signed_sha256:
        return _handed(request, report, Handed(report.signed_file, report.signed_sha256, ""))
    return _handed(request, report, Handed(report.prepared_file, report.prepared_sha256, "-tercetak"))


@login_required
@require_safe
def version_scan(
    request: AuthedRequest, code: str, period: str, version: int, kind: ReportKind = ReportKind.FOLLOW_UP
) -> HttpResponseBase:
    """The scan of a version that was signed by hand: the whole of it, or the file made with its signed pages."""
    report = fetch(request.user, Action.DOWNLOAD, _reports(code, period, kind), version=version, state__in=FINAL)
    if not report.scan_sha256:
        raise Http404
    suffix = "-berkas-kirim" if SignedPage.objects.filter(report=report).exists() else "-pindaian"
    return _handed(request, report, Handed(report.scan, report.scan_sha256, suffix))


def _reports(code: str, period: str, kind: ReportKind) -> QuerySet[Report]:
    lookup = of_period(period, "followup__survey__")
    reports = Report.objects.select_related("followup__survey__office")
    return reports.filter(followup__survey__office__code=code, kind=kind, **lookup)


def _handed(request: AuthedRequest, report: Report, handed: Handed) -> HttpResponseBase:
    survey = report.followup.survey
    with answered() as answer:
        content = read(handed.file, handed.digest)
    if answer.declined:
        answer.tell(request)
        return redirect("signing", survey.office.code, survey.period, report.kind)
    ending = "jpg" if (handed.file.name or "").endswith(".jpg") else "pdf"
    shown = "lihat" in request.GET
    if not (shown and report.state == State.PREPARED):  # which stands on the page itself
        told = told_of(report) | {"sha256": handed.digest}
        record(request.user, "report.download", report, survey.office, after=told)
    response = FileResponse(
        BytesIO(content),
        as_attachment=not shown,
        filename=file_name_of(report, handed.suffix, ending),
        content_type=TYPES[ending],
    )
    response.headers["Cache-Control"] = ASK_AGAIN
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
