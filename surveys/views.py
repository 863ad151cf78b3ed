"""The reading of scores while they are typed. The page of a survey is in followups, which knows the whole cycle."""

from dataclasses import replace

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from offices.permissions import Action
from offices.requests import AuthedRequest
from surveys.basis import ways_of, weights_of, weights_on
from surveys.fetching import fetch_cycle
from surveys.forms import ScoresForm
from surveys.models import Survey
from surveys.reading import Reading, read_scores
from surveys.scoring import scale_of, scores_of


@login_required
@require_safe
def survey_reading(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """Index, grades and bars of the scores in the query; saves nothing."""
    survey = fetch_cycle(request.user, Action.VIEW_CYCLE, code, period)
    form = ScoresForm(request.GET, scale=scale_of(survey.instrument))
    return render(request, "surveys/_reading.html", {"reading": reading_of(form, survey, request.GET.get("way", ""))})


def reading_of(form: ScoresForm, survey: Survey, way: str) -> Reading:
    """What the sound values of a form say so far; whatever is faulty counts as not yet typed.

    The index is taken in this way, a key of ``ways_of``; where none is said, as that of the survey while the scores are
    those that are stored.
    """
    form.is_valid()
    scores = form.scores()
    if way in {known.key for known in ways_of(survey.instrument)}:
        questions = weights_on(survey.instrument, way)
    else:
        questions = weights_of(survey) if scores == scores_of(survey) else {}
    scale = replace(form.scale, questions=questions)
    return read_scores(scale, scores, form.cleaned_data.get("declared_index"), form.published())
