"""The page on which an office has a released copy of its signed report made, and decides what of it is public."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from offices.audit import record
from offices.declining import Declined
from offices.permissions import Action, may, refusal
from offices.requests import AuthedRequest, answered
from offices.serving import CONTENT_TYPES, serve_stored
from publishing.copies.making import Copyable, copy_of, copyable, job_of, request_copy
from publishing.copies.opening import show_copy, show_original
from publishing.models import PublicOriginal
from publishing.open.face import is_open
from reports.models import Job, JobKind, JobState
from reports.work.beats import is_left_alone
from surveys.fetching import fetch_cycle
from surveys.models import Survey

UNKNOWN = "Pilihan ini tidak dikenal. Muat ulang halaman, lalu coba lagi."
STALE = "Laporan atau pilihan fotonya berubah sejak halaman ini dibuka. Periksa dahulu yang tertulis di sini sekarang."
REQUESTED = "Salinan rilis sedang dibuat."
SAID = {
    "salinan-buka": "Salinan rilis terbuka untuk umum.",
    "salinan-tutup": "Salinan rilis tidak lagi terbuka untuk umum.",
    "asli-buka": "Laporan bertanda tangan terbuka untuk umum.",
    "asli-tutup": "Laporan bertanda tangan tidak lagi terbuka untuk umum.",
}
OPENING = ("buat", "salinan-buka", "asli-buka")
"""What shows more to anybody counts for the version and the photos that the page told of, and for no others."""


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def released_copy(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """How it stands with the copy of the report in force, and what is done about it."""
    action = Action.PUBLISH if request.method == "POST" else Action.DOWNLOAD
    survey = fetch_cycle(request.user, action, code, period)
    if request.method == "POST":
        done = ""
        with answered() as answer:
            done = _done(request, copyable(survey), request.POST.get("aksi", ""))
        answer.tell(request, done)
        return redirect("released_copy", code, period)
    if "pekerjaan" in request.GET:
        return _followed(request, survey, request.GET["pekerjaan"])
    return render(request, "publishing/copies/page.html", _told(request, survey))


def _done(request: AuthedRequest, wanted: Copyable, what: str) -> str:
    """Do what was asked for, and say it."""
    user = request.user
    if what in OPENING and request.POST.get("dilihat") != wanted.inputs:
        raise Declined(STALE)
    if what == "buat":
        request_copy(wanted, user)
        survey = wanted.report.followup.survey
        record(user, "public.copy_ask", wanted.report, survey.office, after={"version": wanted.report.version})
        return REQUESTED
    if what not in SAID:
        raise Declined(UNKNOWN)
    thing, _, way = what.partition("-")
    (show_copy if thing == "salinan" else show_original)(user, wanted, is_public=way == "buka")
    return SAID[what]


def _followed(request: AuthedRequest, survey: Survey, number: str) -> HttpResponse:
    """How far a job is; done, the whole page is asked for, since it says more then."""
    jobs = Job.objects.filter(followup__survey=survey, kind=JobKind.COPY)
    job = jobs.filter(pk=int(number) if number.isdecimal() and len(number) < 19 else 0).first()
    if job is None:
        raise Http404
    response = render(request, "publishing/copies/_job.html", {"survey": survey} | _progress(job))
    if job.state in (JobState.DONE, JobState.FAILED):
        response.headers["HX-Refresh"] = "true"
    return response


def _told(request: AuthedRequest, survey: Survey) -> dict[str, Any]:
    allowed = may(request.user, Action.PUBLISH, survey.office)
    frame: dict[str, Any] = {
        "survey": survey,
        "tab": "publication_sheets",
        "obstacle": "" if allowed else refusal(Action.PUBLISH, survey.office),
    }
    with answered() as answer:
        wanted = copyable(survey)
        return frame | {
            "wanted": wanted,
            "copy": copy_of(wanted),
            "shown_count": len(wanted.shown),
            "kept_back": len({figure.picture.sha256 for figure in wanted.document.annex.figures} - wanted.shown),
            "original_is_public": PublicOriginal.objects.filter(report=wanted.report).exists(),
            "page_is_open": is_open(survey.office),
            **_progress(job_of(wanted)),
        }
    return frame | {"wanted": None, "lacking": answer.fault}


def _progress(job: Job | None) -> dict[str, Any]:
    underway = job is not None and job.state in (JobState.QUEUED, JobState.RUNNING)
    return {"job": job, "is_underway": underway, "is_left_alone": is_left_alone(job)}


@login_required
@require_safe
def released_copy_file(request: AuthedRequest, code: str, period: str) -> HttpResponseBase:
    """The copy itself, to be read before anybody else may."""
    survey = fetch_cycle(request.user, Action.DOWNLOAD, code, period)
    with answered():
        copy = copy_of(copyable(survey))
        if copy is not None:
            sent = serve_stored(request, copy.file, etag=copy.sha256, content_type=CONTENT_TYPES["pdf"])
            name = f"salinan-rilis-{code}-{period}-v{copy.report.version}.pdf"
            sent.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
            return sent
    raise Http404
