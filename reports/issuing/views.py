"""The page Tanda Tangan of a cycle, and what its buttons do. The files of versions are in views_versions.py."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_POST, require_safe

from offices.account.confirming import asked_first, question_of
from offices.audit import record
from offices.models import User
from offices.people.hands import lately, was_taken_over
from offices.permissions import Action, fetch
from offices.requests import AuthedRequest, answered, status_of
from offices.sending.once import once
from reports.findings.kept import notes_of_findings
from reports.issuing import (
    Hindered,
    abandon,
    accept_scan,
    accept_signed,
    prepare,
    reopen,
    return_to_draft,
    sign_here,
    withdraw,
)
from reports.issuing.by_hand.pages import accept_pages
from reports.issuing.by_hand.written import record_number
from reports.issuing.forms import NumberForm, PrepareForm, ReasonForm, SentForm, SignHereForm, UploadForm
from reports.issuing.naming import told_of
from reports.issuing.page import context_of, end_of_window, job_of
from reports.models import Job, JobKind, JobState, Report, ReportKind, SigningWay
from reports.reading.versions import current, open_version
from reports.work.beats import is_left_alone
from reports.work.jobs import try_again
from surveys.fetching import fetch_cycle
from surveys.models import Survey

FOLLOW_UP = ReportKind.FOLLOW_UP
MOST_BYTES = 200 * 2**20
CHOOSE_AGAIN = (
    "Berkas belum diterima: konfirmasi diperlukan. Pilih lagi berkas yang sama, lalu isi konfirmasi di bawahnya."
)
CONFIRM_FIRST = "Berkas kirim belum dibuat: konfirmasi diperlukan. Isi konfirmasi di bawah, lalu buat berkasnya."
CHANGED = "Keadaan laporan ini sudah berubah. Halaman ini menunjukkan keadaannya sekarang."


@login_required
@require_safe
def signing(request: AuthedRequest, code: str, period: str, kind: ReportKind = FOLLOW_UP) -> HttpResponse:
    """From draft to signed: what hinders, the file to be signed, what was signed."""
    survey = fetch_cycle(request.user, Action.VIEW_CYCLE, code, period)
    if request.GET.get("pekerjaan"):
        return _progress(request, survey, kind)
    return _page(request, survey, kind)


@login_required
@require_POST
@once
def signing_prepare(request: AuthedRequest, code: str, period: str, kind: ReportKind = FOLLOW_UP) -> HttpResponse:
    """Freeze the report and have its file made."""
    survey = fetch_cycle(request.user, Action.PREPARE, code, period)
    if was_taken_over(request.user.pk, lately()) and (question := asked_first(request, "menyiapkan laporan")):
        return question
    form = PrepareForm(survey, end_of_window(survey, kind), request.POST)
    if not form.is_valid():
        return _page(request, survey, kind, {"form": form})
    return _done(request, survey, kind, lambda: prepare(survey, request.user, form.wish(), kind), {"form": form})


@login_required
@require_POST
def signing_retry(request: AuthedRequest, code: str, period: str, kind: ReportKind = FOLLOW_UP) -> HttpResponse:
    """Make the file once more after a failure."""
    survey = fetch_cycle(request.user, Action.PREPARE, code, period)
    report = open_version(survey, kind)
    job = job_of(report) if report else None
    if report is None or job is None or job.state != JobState.FAILED:
        return _page(request, survey, kind, {"refusal": CHANGED})
    try_again(job)
    record(request.user, "report.retry", report, survey.office, after=told_of(report))
    return redirect("signing", code, period, kind)


@login_required
@require_POST
@once
def signing_return(request: AuthedRequest, code: str, period: str, kind: ReportKind = FOLLOW_UP) -> HttpResponse:
    """Back to draft, with a reason."""
    survey = fetch_cycle(request.user, Action.PREPARE, code, period)
    return _with_reason(
        request, survey, kind, open_version(survey, kind), return_to_draft, prefix="kembali", form_name="return_form"
    )


@sensitive_post_parameters("passphrase")
@sensitive_variables("form")
@login_required
@require_POST
def signing_here(request: AuthedRequest, code: str, period: str, kind: ReportKind = FOLLOW_UP) -> HttpResponse:
    """Sign with the own key. The passphrase is in the form's memory for this one request."""
    survey = fetch_cycle(request.user, Action.SIGN, code, period)
    report = _waiting(survey, kind)
    if report is None:
        return _page(request, survey, kind, {"refusal": CHANGED})
    form = SignHereForm(report.version, request.POST)
    if not form.is_valid():
        return _page(request, survey, kind, {"sign_form": form})
    passphrase = form.cleaned_data["passphrase"]
    shown = {"sign_form": form}
    return _done(request, survey, kind, lambda: sign_here(report, request.user, passphrase, form.will()), shown)


@login_required
@require_POST
def signing_upload(request: AuthedRequest, code: str, period: str, kind: ReportKind = FOLLOW_UP) -> HttpResponse:
    """What was signed elsewhere, or the scan of what was signed by hand."""
    survey = fetch_cycle(request.user, Action.SIGN, code, period)
    report = _waiting(survey, kind)
    if report is None:
        return _page(request, survey, kind, {"refusal": CHANGED})
    form = UploadForm(report, request.POST, request.FILES)
    question = question_of(request)
    shown: dict[str, Any] = {"upload_form": form}
    if question and not question.is_answered():
        return _page(request, survey, kind, shown | {"refusal": CHOOSE_AGAIN, "question": question})
    if not form.is_valid():
        return _page(request, survey, kind, shown)
    if form.cleaned_data["file"].size > MOST_BYTES:
        refusal = f"Berkas terlalu besar; paling besar {MOST_BYTES // 2**20} MB."
        return _page(request, survey, kind, shown | {"refusal": refusal})
    content = form.cleaned_data["file"].read()
    if report.way == SigningWay.BY_HAND:
        return _done(request, survey, kind, lambda: accept_scan(report, request.user, content, form.written()), shown)
    return _done(request, survey, kind, lambda: accept_signed(report, request.user, content, form.declared()), shown)


@login_required
@require_POST
def signing_pages(request: AuthedRequest, code: str, period: str, kind: ReportKind = FOLLOW_UP) -> HttpResponse:
    """Make the file that is sent of the pages that came back signed."""
    survey = fetch_cycle(request.user, Action.SIGN, code, period)
    report = _waiting(survey, kind)
    if report is None:
        return _page(request, survey, kind, {"refusal": CHANGED})
    form = SentForm(report, request.POST)
    shown: dict[str, Any] = {"sent_form": form}
    question = question_of(request)
    if question and not question.is_answered():
        return _page(request, survey, kind, shown | {"refusal": CONFIRM_FIRST, "question": question})
    if not form.is_valid():
        return _page(request, survey, kind, shown)
    return _done(request, survey, kind, lambda: accept_pages(report, request.user, form.written()), shown)


@login_required
@require_POST
def signing_number(request: AuthedRequest, code: str, period: str, kind: ReportKind = FOLLOW_UP) -> HttpResponse:
    """Record the number that the report in force got after it was signed."""
    survey = fetch_cycle(request.user, Action.HAND_ON, code, period)
    report = current(survey, kind)
    if report is None:
        return _page(request, survey, kind, {"refusal": CHANGED})
    form = NumberForm(request.POST)
    if not form.is_valid():
        return _page(request, survey, kind, {"number_form": form})
    number = form.cleaned_data["number"]
    shown = {"number_form": form}
    return _done(request, survey, kind, lambda: record_number(report, request.user, number), shown)


@login_required
@require_POST
@once
def signing_reopen(request: AuthedRequest, code: str, period: str, kind: ReportKind = FOLLOW_UP) -> HttpResponse:
    """Begin the next version of what was signed."""
    survey = fetch_cycle(request.user, Action.REISSUE, code, period)
    return _with_reason(request, survey, kind, current(survey, kind), reopen, prefix="buka", form_name="reopen_form")


@login_required
@require_POST
def signing_withdraw(request: AuthedRequest, code: str, period: str, kind: ReportKind = FOLLOW_UP) -> HttpResponse:
    """Take what was signed out of force."""
    survey = fetch_cycle(request.user, Action.REISSUE, code, period)
    if question := asked_first(request, "menarik laporan"):
        return question
    return _with_reason(
        request, survey, kind, current(survey, kind), withdraw, prefix="tarik", form_name="withdraw_form"
    )


@login_required
@require_POST
def signing_abandon(request: AuthedRequest, code: str, period: str, kind: ReportKind = FOLLOW_UP) -> HttpResponse:
    """Close a new version that was opened by mistake."""
    survey = fetch_cycle(request.user, Action.REISSUE, code, period)
    report = open_version(survey, kind)
    if report is None:
        return _page(request, survey, kind, {"refusal": CHANGED})
    return _done(request, survey, kind, lambda: abandon(report, request.user), {})


def _waiting(survey: Survey, kind: ReportKind) -> Report | None:
    """The version that waits for its signature, or the one that was just signed: its verb says by whom."""
    return open_version(survey, kind) or current(survey, kind)


def _with_reason(
    request: AuthedRequest,
    survey: Survey,
    kind: ReportKind,
    report: Report | None,
    verb: Callable[[Report, User, str], Report],
    *,
    prefix: str,
    form_name: str,
) -> HttpResponse:
    form = ReasonForm(prefix, request.POST)
    if report is None:
        return _page(request, survey, kind, {"refusal": CHANGED})
    if not form.is_valid():
        return _page(request, survey, kind, {form_name: form})
    reason = form.cleaned_data["reason"]
    return _done(request, survey, kind, lambda: verb(report, request.user, reason), {form_name: form})


def _done(
    request: AuthedRequest, survey: Survey, kind: ReportKind, verb: Callable[[], Report], shown: dict[str, Any]
) -> HttpResponse:
    """Do it and show the page anew; where it is refused, the page with the reason and what was typed."""
    with answered() as answer:
        verb()
        return redirect("signing", survey.office.code, survey.period, kind)
    shown["refusal"] = answer.fault
    if isinstance(answer.declined, Hindered):
        shown["raised"] = notes_of_findings(answer.declined.findings)
    return _page(request, survey, kind, shown)


def _page(
    request: AuthedRequest, survey: Survey, kind: ReportKind, shown: dict[str, Any] | None = None
) -> HttpResponse:
    context = context_of(survey, kind, request.user, shown or {})
    if "upload_form" in context and "question" not in context:
        context["question"] = question_of(request)
    templates = {ReportKind.SURVEY: "page_of_survey_report.html", ReportKind.ADDENDUM: "page_of_addendum.html"}
    template = templates.get(kind, "page.html")
    return render(request, f"reports/issuing/{template}", context, status=status_of(request))


def _progress(request: AuthedRequest, survey: Survey, kind: ReportKind) -> HttpResponse:
    """The part of the page that tells how far the work is; the whole page once it ended."""
    number = request.GET["pekerjaan"]
    jobs = Job.objects.filter(followup__survey=survey, kind=JobKind.PREPARE, report_kind=kind)
    job = fetch(request.user, Action.VIEW_CYCLE, jobs, pk=int(number) if number.isdecimal() else 0)
    context = {"survey": survey, "kind": kind, "job": job, "is_left_alone": is_left_alone(job)}
    response = render(request, "reports/issuing/_progress.html", context)
    if job.state in (JobState.DONE, JobState.FAILED):
        response.headers["HX-Refresh"] = "true"
    return response
