"""The pages of a cycle's papers: the shelf, one paper, its file, and its pages on the way to being evidence."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from followups.evidence.arranging import add_photos
from followups.evidence.gallery import read_gallery
from followups.evidence.places import fetch_place
from followups.evidence.uploads import StoredPhoto
from followups.models import PRINTED_KINDS, FollowUp, Paper
from followups.papers.forms import PagesForm, PaperForm
from followups.papers.kept import MOST, MOST_BYTES, bytes_of, keep_paper, let_go, pages_as_photos, papers_of
from offices.permissions import Action, fetch, may, refusal
from offices.requests import AuthedRequest, answered, status_of
from offices.sending.once import answered_once
from offices.serving import file_to_keep, serve_bytes, sound
from surveys.fetching import fetch_cycle
from surveys.locking import lock_reason, refuse_locked
from surveys.models import Survey
from surveys.periods import of_period

TYPES = {"pdf": "application/pdf", "jpg": "image/jpeg"}


@dataclass(frozen=True, slots=True)
class Room:
    """How full the shelf of a cycle is; bytes are told in whole megabytes, rounded up."""

    papers: int
    megabytes: int
    most_papers: int = MOST
    most_megabytes: int = MOST_BYTES // 2**20

    @property
    def is_full(self) -> bool:
        return self.papers >= self.most_papers


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def papers(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """Every paper of a cycle, and a form to keep one more."""
    wanted = Action.KEEP_PAPERS if request.method == "POST" else Action.VIEW_PAPERS
    survey = fetch_cycle(request.user, wanted, code, period)
    followup = get_object_or_404(FollowUp, survey=survey)
    form = PaperForm(request.POST or None, request.FILES or None)
    if form.is_valid():  # reading the file takes its time, hence before anything is held
        return answered_once(request, lambda: _kept(request, followup, form))
    return _shelf(request, followup, form)


def _kept(request: AuthedRequest, followup: FollowUp, form: PaperForm) -> HttpResponse:
    with answered(form):
        paper = keep_paper(request.user, followup, form.said(), form.cleaned_data["file"])
        messages.success(request, f"{paper} disimpan.")
        return redirect("papers", followup.survey.office.code, followup.survey.period)
    return _shelf(request, followup, form)


@login_required
@require_safe
def paper(request: AuthedRequest, code: str, period: str, pk: int) -> HttpResponse:
    """One paper: what is known of it, and its pages that may become evidence."""
    return _page(request, _paper(request, Action.VIEW_PAPERS, code, period, pk))


@login_required
@require_safe
def paper_file(request: AuthedRequest, code: str, period: str, pk: int) -> HttpResponse:
    """The file, to be saved and not to be opened here."""
    found = _paper(request, Action.VIEW_PAPERS, code, period, pk)
    content = sound(found.file.name, found.sha256)
    ending = "jpg" if found.is_picture else "pdf"
    return file_to_keep(content, f"{found.kind}-{code}-{period}-{found.pk}.{ending}", TYPES[ending])


@login_required
@require_safe
def paper_picture(request: AuthedRequest, code: str, period: str, sha256: str) -> HttpResponseBase:
    """A picture that the survey report prints, for who may read the report."""
    printed = Paper.objects.filter(kind__in=PRINTED_KINDS, **of_period(period, "followup__survey__"))
    found = fetch(request.user, Action.VIEW_CYCLE, printed, sha256=sha256, followup__survey__office__code=code)
    content = sound(found.file.name, found.sha256)
    return serve_bytes(request, lambda: content, etag=sha256, content_type=TYPES["jpg"])


@login_required
@require_POST
def paper_delete(request: AuthedRequest, code: str, period: str, pk: int) -> HttpResponse:
    """Let a paper go."""
    found = _paper(request, Action.KEEP_PAPERS, code, period, pk)
    with answered() as answer:
        let_go(request.user, found)
    answer.tell(request, f"{found} dihapus.")
    return redirect("papers", code, period)


@login_required
@require_POST
def paper_pages(request: AuthedRequest, code: str, period: str, pk: int) -> HttpResponse:
    """Make photos of some pages and put them where they prove something."""
    found = _paper(request, Action.VIEW_PAPERS, code, period, pk)
    fetch_place(request.user, Action.EDIT_EVIDENCE, code, period, request.POST.get("to", ""))
    refuse_locked(found.followup.survey)
    with answered() as answer:
        stored = pages_as_photos(found, request.POST.get("pages", ""))
        return answered_once(request, lambda: _placed(request, code, period, stored))
    return _page(request, found, answer.fault)


def _placed(request: AuthedRequest, code: str, period: str, stored: list[StoredPhoto]) -> HttpResponse:
    where = fetch_place(request.user, Action.EDIT_EVIDENCE, code, period, request.POST.get("to", ""))
    added = add_photos(request.user, where, stored)
    if added.photos:
        messages.success(request, f"{len(added.photos)} halaman menjadi foto bukti dukung.")
    if added.doubles:
        messages.warning(request, f"{len(added.doubles)} halaman sudah ada dalam siklus ini, jadi tidak disimpan lagi.")
    return redirect("evidence_place", code, period, where.address)


def _paper(request: AuthedRequest, action: Action, code: str, period: str, pk: int) -> Paper:
    rows = Paper.objects.select_related("followup__survey__office__parent", "followup__survey__instrument", "kept_by")
    here = of_period(period, "followup__survey__")
    return fetch(request.user, action, rows, pk=pk, followup__survey__office__code=code, **here)


def _shelf(request: AuthedRequest, followup: FollowUp, form: PaperForm) -> HttpResponse:
    survey = followup.survey
    rows = papers_of(followup)
    context = _frame(request, survey) | {
        "papers": rows,
        "room": Room(len(rows), -(-bytes_of(followup) // 2**20)),
        "form": form,
    }
    return render(request, "followups/papers/page.html", context, status=status_of(request))


def _page(request: AuthedRequest, found: Paper, error: str = "") -> HttpResponse:
    survey = found.followup.survey
    places = _places(request, survey)
    context = _frame(request, survey) | {
        "paper": found,
        "targets": places,
        "form": PagesForm(request.POST or None, initial={"pages": "1"}, places=places),
        "error": error,
        "lock": lock_reason(survey),
        "address": reverse("paper_pages", args=[survey.office.code, survey.period, found.pk]),
    }
    return render(request, "followups/papers/paper.html", context, status=status_of(request))


def _places(request: AuthedRequest, survey: Survey) -> list[tuple[str, str]]:
    gallery = read_gallery(request.user, survey)
    shelves = (*gallery.shelves, gallery.tray) if gallery.tray else gallery.shelves
    return [
        (shelf.place.address, shelf.label if shelf.place.is_tray else f"{shelf.label}: {shelf.subject}")
        for shelf in shelves
        if shelf.editable
    ]


def _frame(request: AuthedRequest, survey: Survey) -> dict[str, Any]:
    may_keep = may(request.user, Action.KEEP_PAPERS, survey.office)
    obstacle = "" if may_keep else refusal(Action.KEEP_PAPERS, survey.office)
    return {"survey": survey, "tab": "papers", "obstacle": obstacle}
