"""The page on which the respondents' profile of a survey is read and typed."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from offices.permissions import Action
from offices.requests import AuthedRequest, answered, status_of
from offices.sending.changes import last_change
from offices.sending.versions import choice, met, opened_on
from surveys.fetching import fetch_cycle
from surveys.locking import held_cycle, results_obstacle
from surveys.models import Survey
from surveys.respondents.counts import profile_of, save_profile
from surveys.respondents.forms import ProfileForm, values_of


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def survey_respondents(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """How many respondents there are of each sex, age, education, occupation and disability."""
    if request.method != "POST":
        found = fetch_cycle(request.user, Action.VIEW_RESPONDENTS, code, period)
        return _page(request, found, _form(found))
    with held_cycle(fetch_cycle(request.user, Action.EDIT_SURVEY, code, period)) as held:
        stored = values_of(profile_of(held))
        meeting = met(request.POST, [_form(held)], stored)
        form = _form(held, meeting.data)
        if meeting.differences:
            change = last_change(held, request.user, "survey.profile", "survey.import")
            return _page(request, held, form, **choice(meeting, change))
        if form.is_valid():
            with answered(form):
                save_profile(held, request.user, form.profile())
                messages.success(request, f"Profil responden tersimpan.{meeting.told}")
                return redirect("survey_respondents", code, period)
        return _page(request, held, form)


def _form(found: Survey, data: QueryDict | None = None) -> ProfileForm:
    stored = values_of(profile_of(found))
    return ProfileForm(data, respondents=found.respondents, initial=stored | opened_on(stored))


def _page(request: AuthedRequest, found: Survey, form: ProfileForm, **more: Any) -> HttpResponse:
    context: dict[str, Any] = {
        "survey": found,
        "tab": "survey",
        "form": form,
        "obstacle": results_obstacle(request.user, found),
        "differences": None,
    }
    return render(request, "surveys/respondents/profile.html", context | more, status=status_of(request, more))
