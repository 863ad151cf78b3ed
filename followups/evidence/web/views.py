"""Web pages as proof of a place: added, changed, taken out."""

from dataclasses import asdict
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from followups.evidence.places import Place, fetch_place
from followups.evidence.undoing import steps
from followups.evidence.web import citing as verbs
from followups.evidence.web.forms import WebProofForm
from followups.models import WebProof
from followups.undoable import remembering
from offices.permissions import Action
from offices.requests import AuthedRequest, answered, status_of
from offices.sending.changes import last_change
from offices.sending.once import once
from offices.sending.pages import sent_from
from offices.sending.versions import choice, met, opened_on
from surveys.locking import held_cycle, lock_reason


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@once
def web_proof_new(request: AuthedRequest, code: str, period: str, place: str) -> HttpResponse:
    """Add a web page to the proofs of a place."""
    where = _place(request, code, period, place)
    form = WebProofForm(request.POST) if request.method == "POST" else WebProofForm()
    if request.method == "POST" and form.is_valid():
        with answered(form) as answer:
            with remembering(request, where.survey, steps.LISTED, steps.TOLD):
                verbs.cite(request.user, where, _said_in(form))
            answer.tell(request, "Laman disimpan sebagai bukti dukung.")
            return _back(request, where)
    return _page(request, where, form)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def web_proof(request: AuthedRequest, code: str, period: str, place: str, pk: int) -> HttpResponse:
    """Change what is said of a page."""
    where = _place(request, code, period, place)
    if request.method != "POST":
        proof = _proof(where, pk)
        return _page(request, where, _form(proof, opened=True), proof)
    with held_cycle(where.survey):
        proof = _proof(where, pk)
        meeting = met(request.POST, [_form(proof)], asdict(verbs.cited_of(proof)))
        form = WebProofForm(meeting.data)
        if meeting.differences:
            return _page(request, where, form, proof, **choice(meeting, last_change(proof, request.user)))
        if form.is_valid():
            with answered(form) as answer:
                with remembering(request, where.survey, steps.LISTED, steps.TOLD):
                    verbs.change_cited(request.user, proof, _said_in(form))
                answer.tell(request, f"Laman bukti disimpan.{meeting.told}")
                return _back(request, where)
    return _page(request, where, form, proof)


@login_required
@require_POST
def web_proof_delete(request: AuthedRequest, code: str, period: str, place: str, pk: int) -> HttpResponse:
    """Take a page out of the proofs."""
    where = _place(request, code, period, place)
    proof = _proof(where, pk)
    with answered() as answer, remembering(request, where.survey, steps.LISTED, steps.TOLD):
        verbs.take_out(request.user, proof)
    answer.tell(request, "Laman bukti dihapus.")
    return _back(request, where)


def _place(request: AuthedRequest, code: str, period: str, place: str) -> Place:
    """A place that has proofs; the tray has photos alone."""
    where = fetch_place(request.user, Action.EDIT_EVIDENCE, code, period, place)
    if where.is_tray:
        raise Http404
    return where


def _proof(where: Place, pk: int) -> WebProof:
    of_place = WebProof.objects.filter(group__plan=where.plan, group__upkeep=where.upkeep)
    rows = of_place.select_related("group__plan", "group__upkeep", "group__followup__survey__office")
    return get_object_or_404(rows, pk=pk)


def _form(proof: WebProof, *, opened: bool = False) -> WebProofForm:
    stored = asdict(verbs.cited_of(proof))
    return WebProofForm(initial=stored | (opened_on(stored) if opened else {}))


def _said_in(form: WebProofForm) -> verbs.Cited:
    said = form.cleaned_data
    return verbs.Cited(said["address"], said["caption"], said["opened_on"])


def _back(request: AuthedRequest, where: Place) -> HttpResponse:
    if page := sent_from(request):
        return redirect(page)
    survey = where.survey
    return redirect("evidence_place", survey.office.code, survey.period, where.address)


def _page(
    request: AuthedRequest, where: Place, form: WebProofForm, proof: WebProof | None = None, **asked: Any
) -> HttpResponse:
    context = {
        "survey": where.survey,
        "tab": "evidence",
        "place": where,
        "subject": where.plan or where.upkeep,
        "form": form,
        "proof": proof,
        "lock": lock_reason(where.survey),
        "back": sent_from(request),
        "differences": (),
    }
    return render(request, "followups/evidence/web/page.html", context | asked, status=status_of(request, asked))
