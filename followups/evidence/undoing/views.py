"""Urungkan on the pages of evidence."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from followups.evidence.undoing.steps import LISTED, UNDONE
from followups.models import ActionPlan
from followups.undoable import events_to_undo, undo_events
from offices.permissions import Action, refusal, visible
from offices.requests import AuthedRequest, answered
from offices.sending.pages import sent_from
from surveys.fetching import fetch_cycle


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def evidence_undo(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """Undo the last change that this person made to the photos of a cycle."""
    survey = fetch_cycle(request.user, Action.VIEW_CYCLE, code, period)
    plans = ActionPlan.objects.filter(priority__followup__survey=survey)
    if not visible(request.user, Action.EDIT_EVIDENCE, plans).exists():
        raise PermissionDenied(refusal(Action.EDIT_EVIDENCE, survey.office))
    if request.method == "POST":
        with answered() as answer:
            undo_events(survey, request.user, events_to_undo(request, survey, LISTED), UNDONE)
        answer.tell(request, "Perubahan terakhir Anda diurungkan.")
    if page := sent_from(request):
        return redirect(page)
    return redirect(LISTED, code, period)
