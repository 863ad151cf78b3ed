"""The page on which the results of each service are read and typed."""

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
from surveys.offering.forms import ServiceResultsForm, values_of
from surveys.offering.results import save_service_results, service_results, typable_services
from surveys.scoring import scale_of


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def survey_services(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """How many answered for each service, and the means of its elements."""
    if request.method != "POST":
        found = fetch_cycle(request.user, Action.VIEW_RESPONDENTS, code, period)
        return _page(request, found, _form(found))
    with held_cycle(fetch_cycle(request.user, Action.EDIT_SURVEY, code, period)) as held:
        stored = _stored(held)
        meeting = met(request.POST, [_form(held)], stored)
        form = _form(held, meeting.data)
        if meeting.differences:
            change = last_change(held, request.user, "survey.services", "survey.import", "survey.change")
            return _page(request, held, form, **choice(meeting, change))
        if form.is_valid():
            with answered(form):
                save_service_results(held, request.user, form.results())
                messages.success(request, f"Hasil per layanan tersimpan.{meeting.told}")
                return redirect("survey_services", code, period)
        return _page(request, held, form)


def _stored(found: Survey) -> dict[str, Any]:
    return values_of(service_results(found), typable_services(found), scale_of(found.instrument))


def _form(found: Survey, data: QueryDict | None = None) -> ServiceResultsForm:
    stored = _stored(found)
    return ServiceResultsForm(
        data,
        services=typable_services(found),
        scale=scale_of(found.instrument),
        respondents=found.respondents,
        initial=stored | opened_on(stored),
    )


def _page(request: AuthedRequest, found: Survey, form: ServiceResultsForm, **more: Any) -> HttpResponse:
    context: dict[str, Any] = {
        "survey": found,
        "tab": "survey",
        "form": form,
        "obstacle": results_obstacle(request.user, found),
        "differences": None,
    }
    return render(request, "surveys/offering/typed.html", context | more, status=status_of(request, more))
