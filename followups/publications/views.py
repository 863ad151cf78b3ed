"""The pages of a cycle's publication log: its rows, one of them, and the proof of one."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Subquery
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from followups.models import FollowUp, Publication
from followups.publications.counting import media_told
from followups.publications.forms import PublicationForm, stored_values
from followups.publications.noting import MOST, change, note, publications_of, take_out
from offices.permissions import Action, fetch, may, refusal
from offices.requests import AuthedRequest, answered, status_of
from offices.sending.once import answered_once
from offices.serving import proof_of, serve_bytes, sound
from surveys.fetching import fetch_cycle
from surveys.models import Survey
from surveys.periods import of_period

SURVEY = "followup__survey__"


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def publications(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """Everything that was published of a cycle, and a form to note one more."""
    wanted = Action.NOTE_PUBLICATION if request.method == "POST" else Action.VIEW_CYCLE
    survey = fetch_cycle(request.user, wanted, code, period)
    followup = get_object_or_404(FollowUp, survey=survey)
    form = PublicationForm(request.POST or None, request.FILES or None)
    if form.is_valid():  # reading the file takes its time, hence before anything is held
        return answered_once(request, lambda: _noted(request, followup, form))
    return _log(request, followup, form)


def _noted(request: AuthedRequest, followup: FollowUp, form: PublicationForm) -> HttpResponse:
    with answered(form):
        row = note(request.user, followup, form.said(), form.cleaned_data["file"])
        messages.success(request, f"Publikasi dicatat: {row.place}.")
        return redirect("publications", followup.survey.office.code, followup.survey.period)
    return _log(request, followup, form)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def publication(request: AuthedRequest, code: str, period: str, pk: int) -> HttpResponse:
    """Change what is said of one publication, or give it a proof."""
    row = _row(request, Action.NOTE_PUBLICATION, code, period, pk)
    form = PublicationForm(request.POST or None, request.FILES or None, initial=stored_values(row))
    if form.is_valid():
        with answered(form):
            change(request.user, row, form.said(), form.cleaned_data["file"])
            messages.success(request, "Catatan publikasi disimpan.")
            return redirect("publications", code, period)
    context = _frame(request, row.followup.survey) | {"row": row, "form": form}
    return render(request, "followups/publications/one.html", context, status=status_of(request))


@login_required
@require_safe
def publication_proof(request: AuthedRequest, code: str, period: str, pk: int) -> HttpResponseBase:
    """A photo as it is shown; a PDF is saved and not opened here."""
    row = _row(request, Action.VIEW_PAPERS, code, period, pk)
    return proof_of(request, row.proof, row.sha256, f"publikasi-{code}-{period}-{row.pk}")


@login_required
@require_safe
def publication_picture(request: AuthedRequest, code: str, period: str, sha256: str) -> HttpResponseBase:
    """A photo that the report prints as proof, for who may read the report; several rows may have the same."""
    here = {"followup__survey__office__code": code, "sha256": sha256, "pages": 0, **of_period(period, SURVEY)}
    first = Publication.objects.filter(**here).exclude(proof="").order_by("pk").values("pk")[:1]
    found = fetch(request.user, Action.VIEW_CYCLE, Publication.objects.all(), pk=Subquery(first))
    content = sound(found.proof.name, found.sha256)
    return serve_bytes(request, lambda: content, etag=sha256, content_type="image/jpeg")


@login_required
@require_POST
def publication_delete(request: AuthedRequest, code: str, period: str, pk: int) -> HttpResponse:
    """Take a publication out of the log."""
    row = _row(request, Action.NOTE_PUBLICATION, code, period, pk)
    with answered() as answer:
        take_out(request.user, row)
    answer.tell(request, "Catatan publikasi dihapus.")
    return redirect("publications", code, period)


def _row(request: AuthedRequest, action: Action, code: str, period: str, pk: int) -> Publication:
    rows = Publication.objects.select_related(
        "followup__survey__office__parent", "followup__survey__instrument", "noted_by"
    )
    here = of_period(period, SURVEY)
    return fetch(request.user, action, rows, pk=pk, followup__survey__office__code=code, **here)


def _log(request: AuthedRequest, followup: FollowUp, form: PublicationForm) -> HttpResponse:
    rows = tuple(publications_of(followup))
    context = _frame(request, followup.survey) | {
        "rows": rows,
        "media": media_told(rows),
        "is_full": len(rows) >= MOST,
        "form": form,
    }
    return render(request, "followups/publications/page.html", context, status=status_of(request))


def _frame(request: AuthedRequest, survey: Survey) -> dict[str, Any]:
    may_note = may(request.user, Action.NOTE_PUBLICATION, survey.office)
    return {
        "survey": survey,
        "tab": "publications",
        "obstacle": "" if may_note else refusal(Action.NOTE_PUBLICATION, survey.office),
        "may_view_evaluation": may(request.user, Action.VIEW_EVALUATION, survey.office),
        "may_see_proofs": may(request.user, Action.VIEW_PAPERS, survey.office),
    }
