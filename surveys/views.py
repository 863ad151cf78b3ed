"""The reading of scores while they are typed. The page of a survey is in followups, which knows the whole cycle."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from offices.permissions import Action
from offices.requests import AuthedRequest
from surveys.fetching import fetch_cycle
from surveys.forms import ScoresForm
from surveys.reading import Reading, read_scores
from surveys.scoring import scale_of


@login_required
@require_safe
def survey_reading(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """Index, grades and bars of the scores in the query; saves nothing."""
    survey = fetch_cycle(request.user, Action.VIEW_CYCLE, code, period)
    form = ScoresForm(request.GET, scale=scale_of(survey.instrument))
    return render(request, "surveys/_reading.html", {"reading": reading_of(form)})


def reading_of(form: ScoresForm) -> Reading:
    """What the sound values of a form say so far; whatever is faulty counts as not yet typed."""
    form.is_valid()
    return read_scores(form.scale, form.scores(), form.cleaned_data.get("declared_index"), form.published())
