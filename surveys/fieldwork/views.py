"""The page on which is read and typed how a survey was carried out."""

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
from surveys.fields import ACTIVITIES, MANNER, OWN_TEXTS, PLACES, TEAM, activity_fields
from surveys.fieldwork.activities import activities_of
from surveys.fieldwork.forms import FieldworkForm
from surveys.fieldwork.keeping import as_printed, fieldwork_of, save_fieldwork
from surveys.fieldwork.workdays import SOURCE
from surveys.locking import held_cycle, results_obstacle
from surveys.models import Survey


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def survey_fieldwork(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """Who carried a survey out, how, where and on which days."""
    if request.method != "POST":
        found = fetch_cycle(request.user, Action.VIEW_CYCLE, code, period)
        return _page(request, found, _form(found))
    with held_cycle(fetch_cycle(request.user, Action.EDIT_SURVEY, code, period)) as held:
        stored = fieldwork_of(held)
        meeting = met(request.POST, [_form(held)], stored)
        form = _form(held, meeting.data)
        if meeting.differences:
            return _page(request, held, form, **choice(meeting, last_change(held, request.user, "survey.fieldwork")))
        if form.is_valid():
            with answered(form):
                save_fieldwork(held, request.user, form.values())
                messages.success(request, f"Pelaksanaan survei tersimpan.{meeting.told}")
                return redirect("survey_fieldwork", code, period)
        return _page(request, held, form)


def _form(found: Survey, data: QueryDict | None = None) -> FieldworkForm:
    stored = fieldwork_of(found)
    return FieldworkForm(data, initial=stored | opened_on(stored))


def _page(request: AuthedRequest, found: Survey, form: FieldworkForm, **more: Any) -> HttpResponse:
    told = activities_of(as_printed(found, fieldwork_of(found)))
    inputs = ([form[field.key] for field in activity_fields(key)] for key in ACTIVITIES)
    context: dict[str, Any] = {
        "survey": found,
        "tab": "survey",
        "form": form,
        "texts": [form[field.key] for field in (TEAM, MANNER, PLACES)],
        "own_texts": [form[field.key] for field in OWN_TEXTS],
        "activities": list(zip(told, inputs, strict=True)),
        "source": SOURCE,
        "obstacle": results_obstacle(request.user, found),
        "differences": None,
    }
    return render(request, "surveys/fieldwork/page.html", context | more, status=status_of(request, more))
