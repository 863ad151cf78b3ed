"""A cycle's first pages: begin one, and its survey with the months of its follow-up."""

from dataclasses import asdict
from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from followups.cycles import next_period, save_survey, signatory_of, start_cycle, version_of
from followups.models import FollowUp
from followups.web_addresses import fault_of, plain
from followups.window_forms import CycleForm, WindowForm, window_values
from offices.models import Office, User
from offices.nip import needs_pppk
from offices.permissions import Action, fetch, may
from offices.requests import AuthedRequest, answered, status_of
from offices.sending.changes import last_change
from offices.sending.once import once
from offices.sending.versions import OpenedForm, choice, met, opened_on
from offices.zones import today_of
from surveys.basis import basis_of, scale_of_survey, told_basis, way_of, ways_of
from surveys.fetching import earlier_surveys, fetch_cycle
from surveys.fields import SIGNATORY_FIELDS
from surveys.forms import SurveyForm
from surveys.locking import held_cycle, is_frozen, lock_reason, obstacle, results_reason
from surveys.models import Lock, Survey
from surveys.offering.results import service_results, typable_services, whole_result
from surveys.offering.tables import service_lines
from surveys.period_choices import part_of
from surveys.scoring import results_of, scale_of
from surveys.views import reading_of


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@once
def survey_new(request: AuthedRequest, code: str) -> HttpResponse:
    """Begin the cycle of a period."""
    office = fetch(request.user, Action.EDIT_SURVEY, Office.objects.all(), code=code)
    form = CycleForm(request.POST or None, initial=_offered(office), this_year=today_of(office).year)
    if request.method == "POST" and form.is_valid():
        with answered(form):
            survey = start_cycle(
                office,
                request.user,
                form.period(),
                form.signatory(),
                form.window(),
                form.cleaned_data.get("instrument"),
            )
            if earlier_surveys(survey).exists():
                messages.success(request, "Siklus baru dimulai. Pilih yang dibawa dari periode sebelumnya.")
                return redirect("carried_over", code, survey.period)
            messages.success(request, "Siklus baru dimulai. Lanjutkan dengan mengisi hasil survei.")
            return redirect("survey", code, survey.period)
    context = {"office": office, "form": form}
    return render(request, "followups/survey_new.html", context, status=status_of(request))


def _offered(office: Office) -> dict[str, Any]:
    """What a new cycle is offered: the next period, the instrument of the last cycle, and the office's signatory."""
    period = next_period(office)
    last = Survey.objects.filter(office=office).select_related("instrument").order_by("pk").last()
    offered = {
        "instrument": last.instrument.key if last else "",
        "year": period.year,
        "part": part_of(period),
        "pppk": needs_pppk(office.signatory_nip),
    }
    return offered | asdict(signatory_of(office))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def survey(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """The results of a survey, how it was held, who signs, and the months of the follow-up."""
    if request.method != "POST":
        found = fetch_cycle(request.user, Action.VIEW_CYCLE, code, period)
        return _survey_page(request, found, *_forms_of(found))
    with held_cycle(fetch_cycle(request.user, Action.EDIT_SURVEY, code, period)) as held:
        sent = _forms_of(held, request.POST)
        spread = cast(QueryDict, sent[0].data)  # a pasted column meets what is stored field by field
        meeting = met(spread, sent, *_stored(held))
        form, window = _forms_of(held, meeting.data)
        if meeting.differences:
            change = last_change(held, request.user, "survey.change")
            return _survey_page(request, held, form, window, **choice(meeting, change))
        if _saved(held, request.user, form, window):
            _tell(request, held, form, spread, meeting.told)
            return redirect(f"{reverse('survey', args=(code, period))}#tersimpan")
        return _survey_page(request, held, form, window)


def _tell(request: AuthedRequest, found: Survey, form: SurveyForm, sent: QueryDict, told: str) -> None:
    """What was saved, and what of it a survey report keeps as it is."""
    if found.results_lock == Lock.OPEN:
        messages.success(request, f"Data survei tersimpan.{told}")
        return
    messages.success(request, f"Penanda tangan dan masa tindak lanjut tersimpan.{told}")
    if refused := list(form.refused(_form_of(found, sent))):
        messages.warning(request, f"Tidak disimpan: {'; '.join(refused)}. {results_reason(found)}")


def _forms_of(found: Survey, data: QueryDict | None = None) -> tuple[SurveyForm, WindowForm]:
    form = _form_of(found, data)
    if found.results_lock != Lock.OPEN:
        form.hold(keep=[field.key for field in SIGNATORY_FIELDS if not is_frozen(found, field)])
    return form, WindowForm(data, initial=_stored(found)[0], year=found.year)


def _form_of(found: Survey, data: QueryDict | None) -> SurveyForm:
    stored, version = _stored(found)
    initial = stored | opened_on(stored, version)
    return SurveyForm(data, initial=initial, scale=scale_of(found.instrument), ways=ways_of(found.instrument))


def _stored(found: Survey) -> tuple[dict[str, Any], str]:
    """Everything that the page saves, in the names of its forms, and its version."""
    followup = FollowUp.objects.get(survey=found)
    return _values(found) | window_values(followup), version_of(found, followup)


def _survey_page(
    request: AuthedRequest, found: Survey, form: SurveyForm, window: WindowForm, **asked: Any
) -> HttpResponse:
    scale = scale_of_survey(found)
    in_office = may(request.user, Action.VIEW_RESPONDENTS, found.office)
    context = {
        "survey": found,
        "tab": "survey",
        "services": service_lines(service_results(found), scale, whole_result(found), in_office=in_office),
        "may_view_respondents": in_office,
        "has_services": bool(typable_services(found)),
        "form": form,
        "window": window,
        "obstacle": obstacle(request.user, Action.EDIT_SURVEY, found),
        "held": "" if lock_reason(found) else results_reason(found),
        "draft": f"survei:{request.user.pk}:{found.pk}",
        "differences": None,
        "reading": reading_of(_as_typed(form), found, form["way"].value() or ""),
        "basis": told_basis(found),
    }
    return render(request, "followups/survey.html", context | asked, status=status_of(request, asked))


def _saved(found: Survey, actor: User, form: SurveyForm, window: WindowForm) -> bool:
    sound = form.is_valid()
    if not (window.is_valid() and sound):
        return False
    address = plain(form.cleaned_data["report_url"])
    if address and (fault := fault_of(address)):  # as a cycle file asks, so that what is dumped can be loaded
        form.add_error("report_url", fault)
        return False
    form.cleaned_data["report_url"] = address
    with answered(form, window):
        save_survey(
            found,
            actor,
            form.results(),
            window.window(),
            version_of(found, FollowUp.objects.get(survey=found)),
            form.cleaned_data["way"],
        )
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
    names = SurveyForm(scale=scale_of(found.instrument)).fields
    empty: dict[str, Any] = {name: None for name in names if name not in OpenedForm.base_fields}
    values = empty | results_of(found)
    scores = values.pop("scores")
    grades = values.pop("declared_grades") or {}
    values |= {f"score_{key}": score for key, score in scores.items()}
    values |= {f"grade_{key}": letter for key, letter in grades.items()}
    return values | {"way": way_of(basis_of(found)), "pppk": needs_pppk(found.signatory_nip)}
