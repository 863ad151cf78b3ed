"""A cycle's first pages: begin one, and its survey with the months of its follow-up."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from followups.choosing import carried, differences, settled
from followups.cycles import save_survey, start_cycle, version_of
from followups.models import FollowUp
from followups.window_forms import CycleForm, WindowForm, window_values
from offices.declining import Overtaken
from offices.models import Office, User
from offices.nip import needs_pppk
from offices.permissions import Action, fetch
from offices.requests import AuthedRequest, answered, status_of
from offices.sending.once import once
from offices.zones import today_of
from surveys.fetching import fetch_cycle
from surveys.forms import SurveyForm
from surveys.locking import obstacle
from surveys.models import Survey
from surveys.scoring import results_of
from surveys.views import reading_of, scale_of


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@once
def survey_new(request: AuthedRequest, code: str) -> HttpResponse:
    """Begin the cycle of a period."""
    office = fetch(request.user, Action.EDIT_SURVEY, Office.objects.all(), code=code)
    today = today_of(office)
    form = CycleForm(request.POST or None, initial=_offered(office), this_year=today.year)
    if request.method == "POST" and form.is_valid():
        period = (form.cleaned_data["year"], form.cleaned_data["semester"])
        with answered(form):
            survey = start_cycle(office, request.user, period, form.signatory(), form.window())
            messages.success(request, "Siklus baru dimulai. Lanjutkan dengan mengisi hasil survei.")
            return redirect("survey", code, survey.period)
    context = {"office": office, "form": form}
    return render(request, "followups/survey_new.html", context, status=status_of(request))


def _offered(office: Office) -> dict[str, Any]:
    """What a new cycle is offered: the semester that has ended last, and the office's signatory."""
    today = today_of(office)
    year, semester = (today.year, 1) if today.month > 6 else (today.year - 1, 2)
    return {
        "year": year,
        "semester": semester,
        "signatory_name": office.signatory_name,
        "signatory_title": office.signatory_title,
        "signatory_nip": office.signatory_nip,
        "pppk": needs_pppk(office.signatory_nip),
    }


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def survey(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """The results of a survey, how it was held, who signs, and the months of the follow-up."""
    action = Action.EDIT_SURVEY if request.method == "POST" else Action.VIEW_CYCLE
    found = fetch_cycle(request.user, action, code, period)
    followup = FollowUp.objects.get(survey=found)
    stored, version = _values(found) | window_values(followup), version_of(found, followup)
    data = settled(request.POST, stored) if request.method == "POST" else None
    form = SurveyForm(data, initial=stored | {"revision": version}, scale=scale_of(found.instrument))
    window = WindowForm(data, initial=stored, year=found.year)
    context = {
        "survey": found,
        "tab": "survey",
        "form": form,
        "window": window,
        "obstacle": obstacle(request.user, Action.EDIT_SURVEY, found),
        "draft": f"survei:{request.user.pk}:{found.pk}",
        "differences": None,
    }
    try:
        if data is not None and _saved(found, request.user, form, window):
            messages.success(request, "Data survei tersimpan.")
            return redirect(f"{reverse('survey', args=(code, period))}#tersimpan")
    except Overtaken:
        context |= _two_versions(form, window, stored) | {"carried": carried(version, form, window)}
    context["reading"] = reading_of(_as_typed(form))
    return render(request, "followups/survey.html", context, status=status_of(request))


def _two_versions(form: SurveyForm, window: WindowForm, stored: dict[str, Any]) -> dict[str, Any]:
    """What both forms, which are sound, hold otherwise than what is stored."""
    months = {name: str(month) for name, month in window.cleaned_data.items() if month}
    return {"differences": differences(form.fields | window.fields, form.cleaned_data | months, stored)}


def _saved(found: Survey, actor: User, form: SurveyForm, window: WindowForm) -> bool:
    sound = form.is_valid()
    if not (window.is_valid() and sound):
        return False
    with answered(form, window):
        save_survey(found, actor, form.results(), window.window(), form.cleaned_data["revision"])
        return True
    return False


def _as_typed(form: SurveyForm) -> SurveyForm:
    """The form as if what it shows had just been sent, so that it can be read."""
    if form.is_bound:
        return form
    shown = {name: form[name].value() for name in form.fields if "data-hitung" in form.fields[name].widget.attrs}
    return SurveyForm(shown, scale=form.scale)


def _values(found: Survey) -> dict[str, Any]:
    """The present values of a survey in the names of its form."""
    values = results_of(found)
    scores, grades = values.pop("scores"), values.pop("declared_grades") or {}
    values |= {f"score_{key}": score for key, score in scores.items()}
    values |= {f"grade_{key}": letter for key, letter in grades.items()}
    return values | {"pppk": needs_pppk(found.signatory_nip)}
