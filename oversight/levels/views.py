"""The page on which an office reads how ready it is for PEKPPP."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from offices.models import Office
from offices.permissions import Action, fetch, may, roles_in
from offices.profile.views import frame
from offices.requests import AuthedRequest
from offices.zones import today_of
from oversight.levels.gather import record_of
from oversight.levels.standing import standings_of

OF_ADMINS = ("survey_new",)
"""Pages that are closed to who may read all others that are led to."""


@login_required
@require_safe
def pekppp(request: AuthedRequest, code: str) -> HttpResponse:
    """The level of each indicator today, on what it rests, until when it lasts and what reaches the next."""
    office = fetch(request.user, Action.VIEW_EVALUATION, Office.objects.all(), code=code)
    today = today_of(office)
    context = frame(request, office, "pekppp") | {
        "standings": standings_of(record_of(office, today), today),
        "is_own": bool(roles_in(request.user, office)),
        "closed": () if may(request.user, Action.EDIT_SURVEY, office) else OF_ADMINS,
    }
    return render(request, "oversight/levels/page.html", context)
