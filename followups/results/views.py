"""The page on which the results of a survey are read."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from followups.earlier.history import past_of
from followups.models import Priority
from followups.results.comparing import element_table, period_lines
from followups.results.efforts import stretches_of
from offices.permissions import Action, may
from offices.requests import AuthedRequest
from surveys.answers.keeping import kept_answers
from surveys.answers.questions import question_lines
from surveys.basis import scale_of_survey, told_basis
from surveys.fetching import fetch_cycle
from surveys.locking import lock_reason
from surveys.models import Decision, Survey
from surveys.offering.hiding import hidden_results
from surveys.offering.results import OfService, service_results, whole_result
from surveys.offering.tables import service_lines
from surveys.respondents.bars import profile_bars, service_bars
from surveys.respondents.counts import profile_of
from surveys.results.bars import bars_of
from surveys.results.curve import curve_of
from surveys.results.sample import sample_told
from surveys.results.trend import as_printed, runs_of
from surveys.scoring import behind_of
from surveys.suggestions.deciding import counts_of, released_suggestions
from surveys.typed_numbers import decimal_words

MOST_SUGGESTIONS = 5
"""So many stand on the page; the rest has one of its own."""


@login_required
@require_safe
def results(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """Index, elements and services of a survey, and how they stand beside earlier periods."""
    survey = fetch_cycle(request.user, Action.VIEW_CYCLE, code, period)
    scale = scale_of_survey(survey)
    past = past_of(survey)
    runs = runs_of(period.point for period in past)
    now = past[-1].point
    of_services = service_results(survey)
    whole = whole_result(survey)
    in_office = may(request.user, Action.VIEW_RESPONDENTS, survey.office)
    priorities = Priority.objects.filter(followup__survey=survey).values_list("element__key", flat=True)
    context = {
        "survey": survey,
        "tab": "results",
        "now": now,
        "index": "" if now.index is None else decimal_words(as_printed(now.index)),
        "sample": sample_told(survey.respondents, survey.population),
        "bars": bars_of(scale.elements, now.scores, scale.grades, set(priorities), behind_of(survey)),
        "kept": kept_answers(survey),
        "may_take_out": may(request.user, Action.EDIT_SURVEY, survey.office),
        "questions": question_lines(survey, scale.grades),
        "basis": told_basis(survey),
        "services": service_lines(of_services, scale, whole, in_office=in_office),
        "suggested": _suggested(survey, reads_all=may(request.user, Action.READ_SUGGESTIONS, survey.office)),
        "respondents": _respondents(survey, of_services, whole, in_office=in_office),
        "runs": runs,
        "curve": curve_of(runs, scale.grades) if len(past) > 1 else None,
        "periods": period_lines(past, runs),
        "elements": element_table(runs[-1], scale),
        "stretches": stretches_of(past, runs),
        "may_edit": not lock_reason(survey) and may(request.user, Action.EDIT_SURVEY, survey.office),
    }
    return render(request, "followups/results/page.html", context)


def _suggested(survey: Survey, *, reads_all: bool) -> dict[str, Any]:
    """The first of what was released, and what there is beside it for who may read it."""
    counts = counts_of(survey)
    released = counts[Decision.RELEASED]
    return {
        "released": released_suggestions(survey)[:MOST_SUGGESTIONS] if released else (),
        "any": released or (reads_all and sum(counts.values())),
        "has_more": released > MOST_SUGGESTIONS,
        "reads_all": reads_all,
        "unread": counts[Decision.UNREAD],
    }


def _respondents(
    survey: Survey, of_services: Mapping[str, OfService], whole: OfService, *, in_office: bool
) -> dict[str, Any]:
    """Who answered, by class and by service, as far as the reader may know it."""
    counted = profile_bars(profile_of(survey), in_office=in_office)
    hidden = () if in_office else hidden_results(of_services, whole).services
    by_service = service_bars({name: result.respondents for name, result in of_services.items()}, hidden)
    margins = (*counted, *([by_service] if of_services else []))
    return {
        "margins": margins,
        "has_hidden": any(margin.has_hidden for margin in margins),
        "is_counted": bool(counted),
    }
