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
from offices.requests import AuthedRequest, answered
from offices.serving import ASK_AGAIN, CONTENT_TYPES
from offices.zones import today_of
from reports.document.model import digest_of
from reports.findings.answers import case_now, findings_now
from reports.findings.page import tab_counts
from reports.issuing.naming import draft_name_of
from reports.kinds.documents import Document, document_now
from reports.models import Job, JobKind, ReportKind
from reports.printing.html import report_context
from reports.reading.forms import NoteForm
from reports.reading.notes import notes_of
from reports.rules.case import Case
from reports.work.beats import is_left_alone
from reports.work.drafts import draft_of, request_draft
from reports.work.jobs import is_gone, result_of
from surveys.fetching import fetch_cycle
from surveys.models import Survey

QUERIES = {JobKind.DRAFT_PDF: "", JobKind.MARGIN_PDF: "?tepi=lebar", JobKind.DRAFT_WORD: "?bentuk=word"}
"""How each kind of draft is asked for in the address of the page and of the file."""


@login_required
@require_safe
def report(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """The report as it stands now, as a page: the same document that the PDF prints."""
    survey = fetch_cycle(request.user, Action.VIEW_CYCLE, code, period)
    case = case_now(survey)
    waiting = ActionPlan.objects.filter(priority__followup__survey=survey, review=Review.PENDING).count()
    context = report_context(case.document) | _frame(survey, case, "report") | {"waiting": waiting}
    context |= {"notes": notes_of(survey, request.user), "note_form": NoteForm(), "kind": ReportKind.FOLLOW_UP}
    return render(request, "reports/report.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def report_pdf(request: AuthedRequest, code: str, period: str, kind: ReportKind = ReportKind.FOLLOW_UP) -> HttpResponse:
    """Ask for the draft as a file (POST), and see how far it is."""
    survey = fetch_cycle(request.user, Action.DOWNLOAD, code, period)
    wanted = _kind(request)
    if number := request.GET.get("pekerjaan"):
        jobs = Job.objects.filter(followup__survey=survey, report_kind=kind)
        followed = fetch(request.user, Action.DOWNLOAD, jobs, pk=int(number) if number.isdecimal() else 0)
        told = _told_of(followed, JobKind(followed.kind))
        return render(request, "reports/work/_job.html", {"survey": survey, "kind": kind} | told)
    with answered() as answer:
        if request.method == "POST":
            job = request_draft(survey, request.user, wanted, kind)  # type: ignore[arg-type]
            told = {"draft": draft_name_of(survey, kind, wanted), "digest": job.digest}
            record(request.user, "report.request_pdf", survey, survey.office, after=told)
            return redirect(f"{reverse('report_pdf', args=(code, period, kind))}{QUERIES[wanted]}")
        return render(request, "reports/report_pdf.html", _pdf_page(survey, kind, wanted))
    answer.tell(request)
    return redirect("signing", code, period, kind)


def _pdf_page(survey: Survey, kind: ReportKind, wanted: JobKind) -> dict[str, Any]:
    """How far the draft is; Declined where there is nothing that the report would say."""
    if kind == ReportKind.FOLLOW_UP:
        case = case_now(survey)
        document: Document = case.document
        frame = _frame(survey, case, "report_pdf")
    else:
        document = document_now(survey, kind)
        frame = {"survey": survey, "tab": "signing"}
    job = draft_of(survey, digest_of(document), wanted)
    return frame | {"kind": kind} | _told_of(None if job and is_gone(job) else job, wanted)


@login_required
@require_safe
def report_pdf_file(
    request: AuthedRequest, code: str, period: str, kind: ReportKind = ReportKind.FOLLOW_UP
) -> HttpResponseBase:
    """The finished draft of the report as it is now; with ``?lihat`` a PDF for the browser to show."""
    survey = fetch_cycle(request.user, Action.DOWNLOAD, code, period)
    wanted = _kind(request)
    with answered() as answer:
        job = draft_of(survey, digest_of(document_now(survey, kind)), wanted)
    if answer.declined:
        answer.tell(request)
        return redirect("signing", code, period, kind)
    file = result_of(job)
    if job is None or file is None:
        return redirect(f"{reverse('report_pdf', args=(code, period, kind))}{QUERIES[wanted]}")
    name = draft_name_of(survey, kind, wanted)
    record(request.user, "report.download", survey, survey.office, after={"draft": name, "digest": job.digest})
    response = FileResponse(
        file.open("rb"),
        as_attachment="lihat" not in request.GET,
        filename=name,
        content_type=CONTENT_TYPES[wanted.ending],
    )
    response.headers["Cache-Control"] = ASK_AGAIN
    return response


def _kind(request: AuthedRequest) -> JobKind:
    if request.GET.get("bentuk") == "word":
        return JobKind.DRAFT_WORD
    return JobKind.MARGIN_PDF if "tepi" in request.GET else JobKind.DRAFT_PDF


def _told_of(job: Job | None, kind: JobKind) -> dict[str, Any]:
    told = {"job": job, "is_left_alone": is_left_alone(job), "query": QUERIES[kind]}
    return told | {"is_word": kind == JobKind.DRAFT_WORD}


def _frame(survey: Survey, case: Case, tab: str) -> dict[str, Any]:
    """What every page of a cycle shows around its content."""
    return {"survey": survey, "tab": tab} | tab_counts(findings_now(case, today_of(survey.office)))
