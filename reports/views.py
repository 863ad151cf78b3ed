"""The pages of one cycle's report: the document as it stands, and its PDF."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from followups.models import ActionPlan, Review
from offices.audit import record
from offices.permissions import Action, fetch
from offices.requests import AuthedRequest
from offices.serving import ASK_AGAIN
from offices.zones import today_of
from reports.document.gather import document_of
from reports.document.model import digest_of
from reports.findings.answers import case_now, findings_now
from reports.findings.page import tab_counts
from reports.models import Job, JobKind, JobState
from reports.printing.html import report_context
from reports.reading.forms import NoteForm
from reports.reading.notes import notes_of
from reports.rules.case import Case
from reports.work.beats import is_left_alone
from reports.work.drafts import draft_pdf_of, request_draft_pdf
from reports.work.jobs import result_of
from surveys.fetching import fetch_cycle
from surveys.models import Survey

QUERIES = {JobKind.DRAFT_PDF: "", JobKind.MARGIN_PDF: "?tepi=lebar"}
"""How each kind of draft is asked for in the address of the page and of the file."""


@login_required
@require_safe
def report(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """The report as it stands now, as a page: the same document that the PDF prints."""
    survey = fetch_cycle(request.user, Action.VIEW_CYCLE, code, period)
    case = case_now(survey)
    waiting = ActionPlan.objects.filter(priority__followup__survey=survey, review=Review.PENDING).count()
    context = report_context(case.document) | _frame(survey, case, "report") | {"waiting": waiting}
    context |= {"notes": notes_of(survey, request.user), "note_form": NoteForm()}
    return render(request, "reports/report.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def report_pdf(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """Ask for the PDF of the draft (POST), and see how far it is."""
    survey = fetch_cycle(request.user, Action.DOWNLOAD, code, period)
    kind = _kind(request)
    if request.method == "POST":
        job = request_draft_pdf(survey, request.user, kind)  # type: ignore[arg-type]
        record(request.user, "report.request_pdf", survey, survey.office, after={"digest": job.digest})
        return redirect(f"{reverse('report_pdf', args=(code, period))}{QUERIES[kind]}")
    if number := request.GET.get("pekerjaan"):
        jobs = Job.objects.filter(followup__survey=survey)
        followed = fetch(request.user, Action.DOWNLOAD, jobs, pk=int(number) if number.isdecimal() else 0)
        return render(
            request, "reports/work/_job.html", {"survey": survey} | _told_of(followed, JobKind(followed.kind))
        )
    case = case_now(survey)
    wanted = draft_pdf_of(survey, digest_of(case.document), kind)
    gone = wanted is not None and wanted.state == JobState.DONE and result_of(wanted) is None
    context = _frame(survey, case, "report_pdf") | _told_of(None if gone else wanted, kind)
    return render(request, "reports/report_pdf.html", context)


@login_required
@require_safe
def report_pdf_file(request: AuthedRequest, code: str, period: str) -> HttpResponseBase:
    """The finished draft of the cycle as it is now; with ``?lihat`` for the browser to show."""
    survey = fetch_cycle(request.user, Action.DOWNLOAD, code, period)
    kind = _kind(request)
    job = draft_pdf_of(survey, digest_of(document_of(survey)), kind)
    file = result_of(job)
    if job is None or file is None:
        return redirect(f"{reverse('report_pdf', args=(code, period))}{QUERIES[kind]}")
    record(request.user, "report.download", survey, survey.office, after={"digest": job.digest})
    name = f"Laporan-TL-SKM-{code}-{period}-draf{'-tepi-lebar' if kind == JobKind.MARGIN_PDF else ''}.pdf"
    response = FileResponse(
        file.open("rb"),
        as_attachment="lihat" not in request.GET,
        filename=name,
        content_type="application/pdf",
    )
    response.headers["Cache-Control"] = ASK_AGAIN
    return response


def _kind(request: AuthedRequest) -> JobKind:
    return JobKind.MARGIN_PDF if "tepi" in request.GET else JobKind.DRAFT_PDF


def _told_of(job: Job | None, kind: JobKind) -> dict[str, Any]:
    return {"job": job, "is_left_alone": is_left_alone(job), "query": QUERIES[kind]}


def _frame(survey: Survey, case: Case, tab: str) -> dict[str, Any]:
    """What every page of a cycle shows around its content."""
    return {"survey": survey, "tab": tab} | tab_counts(findings_now(case, today_of(survey.office)))
