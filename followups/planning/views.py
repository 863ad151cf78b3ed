"""The pages of what is promised: priorities, and the forms of a plan. Their table is in views_table.py."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from followups.gone_on import gone_on, later_of
from followups.models import ActionPlan, FollowUp
from followups.numbering import plan_labels
from followups.planning import plans as planning
from followups.planning.forms import PlanForm, PrioritiesForm, promise_values
from followups.planning.pages import PAGES, fetch_plan
from followups.planning.rows import Standing, standings_of
from followups.row_pages import Deletion
from offices.permissions import Action
from offices.requests import CONFLICT, DECLINED, AuthedRequest, answered
from offices.sending.changes import last_change
from offices.sending.once import once
from offices.sending.versions import choice, met, opened_on
from surveys.fetching import fetch_cycle
from surveys.locking import held_cycle, obstacle
from surveys.models import Survey


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@once
def priorities(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """Choose the elements to be acted on, and put them in order; every button saves the whole page."""
    if request.method != "POST":
        return _priorities_page(request, fetch_cycle(request.user, Action.VIEW_CYCLE, code, period))
    with held_cycle(fetch_cycle(request.user, Action.EDIT_PRIORITIES, code, period)) as survey:
        ranking = standings_of(survey)
        stored = _stored_priorities(survey)
        values = _version_of_priorities(ranking, stored)
        elements = [(row.key, row.name) for row in ranking]
        meeting = met(request.POST, [PrioritiesForm(elements=elements)], values)
        if meeting.is_late:
            meeting.data["seen"] = ",".join(stored)
        form = PrioritiesForm(meeting.data, elements=elements)
        if meeting.differences:
            asked = choice(meeting, last_change(survey, request.user, "priority.choose"))
            return _priorities_page(request, survey, form, CONFLICT, asked)
        if _priorities_saved(request, survey, form, ranking):
            messages.success(request, f"Unsur prioritas tersimpan.{meeting.told}")
            return redirect("priorities", code, period)
        return _priorities_page(request, survey, form, DECLINED)


def _priorities_page(
    request: AuthedRequest,
    survey: Survey,
    form: PrioritiesForm | None = None,
    status: int = 200,
    more: dict[str, Any] | None = None,
) -> HttpResponse:
    ranking = standings_of(survey)
    stored = _stored_priorities(survey)
    # What the page shows at first: the stored priorities, or the proposal while there are none.
    chosen = list(stored) or [row.key for row in ranking if row.proposed]
    rationales = {f"rationale_{key}": row.rationale for key, row in stored.items()}
    values = {"chosen": chosen} | rationales
    form = form or PrioritiesForm(
        initial=values | {"seen": ",".join(stored)} | opened_on(_version_of_priorities(ranking, stored)),
        elements=[(row.key, row.name) for row in ranking],
    )
    known = {row.key: row for row in ranking}
    ordered = [*(known[key] for key in stored), *(row for row in ranking if row.key not in stored)]
    rows = [(row, form[f"rationale_{row.key}"], stored.get(row.key)) for row in ordered]
    context = {
        "survey": survey,
        "tab": "priorities",
        "form": form,
        "rows": rows,
        "stored": stored,
        "chosen": form["chosen"].value() or [],
        "scored": any(row.rank for row in ranking),
        "obstacle": obstacle(request.user, Action.EDIT_PRIORITIES, survey),
        "differences": (),
    }
    return render(request, "followups/planning/priorities.html", context | (more or {}), status=status)


def _stored_priorities(survey: Survey) -> dict[str, Any]:
    """The priorities by element key in their order, each with its ``plans``."""
    rows = FollowUp.objects.get(survey=survey).priorities.select_related("element").prefetch_related("plans")
    return {row.element.key: row for row in rows}


def _version_of_priorities(ranking: list[Standing], stored: dict[str, Any]) -> dict[str, Any]:
    """Everything that is stored of the priorities, in the names of the form."""
    reasons = {f"rationale_{row.key}": stored[row.key].rationale if row.key in stored else "" for row in ranking}
    return {"chosen": list(stored)} | reasons


def _priorities_saved(request: AuthedRequest, survey: Survey, form: PrioritiesForm, ranking: list[Standing]) -> bool:
    if not form.is_valid():
        return False
    chosen = form.in_order([row.key for row in ranking])
    key, _, direction = request.POST.get("move", "").partition(":")
    keys = [item.element for item in chosen]
    if key in keys:
        here = keys.index(key)
        there = here + (1 if direction == "down" else -1)
        if 0 <= there < len(chosen):
            chosen[here], chosen[there] = chosen[there], chosen[here]
    with answered(form):
        planning.choose_priorities(survey, request.user, chosen, form.seen_keys())
        return True
    return False


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@once
def plan_new(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """Add a plan to a priority."""
    survey = fetch_cycle(request.user, Action.EDIT_PLAN, code, period)
    followup = FollowUp.objects.get(survey=survey)
    priorities = {row.pk: row for row in followup.priorities.select_related("element")}
    form = PlanForm(
        request.POST or None,
        initial={"priority": request.GET.get("unsur")},
        office=survey.office,
        followup=followup,
        priorities=priorities.values(),
    )
    if form.is_valid():
        with answered(form):
            plan = planning.add_plan(survey, request.user, priorities[form.cleaned_data["priority"]], form.promise())
            saved = PAGES.saved(request, survey, plan, "RTL ditambahkan.")
            table = reverse("plan_table", args=(survey.office.code, survey.period))
            # a fragment would keep the focus from the field where one goes on with the next plan of the priority
            return redirect(f"{table}?baru={plan.priority_id}") if "di_tabel" in request.POST else saved
    return PAGES.form(request, survey, form, None, has_priorities=bool(priorities))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def plan_edit(request: AuthedRequest, code: str, period: str, number: int) -> HttpResponse:
    """Change what a plan promises; of two writers at once each keeps what the other did not change."""
    plan = fetch_plan(request, code, period, number)
    if request.method != "POST":
        return _edit_page(request, plan, _form_of(plan))
    with held_cycle(plan.priority.followup.survey) as survey:
        plan = fetch_plan(request, code, period, number)
        stored = promise_values(planning.promise_of(plan))
        meeting = met(request.POST, [_form_of(plan)], stored, plan.revision)
        form = _form_of(plan, meeting.data)
        if meeting.differences:
            change = last_change(plan, request.user, "plan.change", "plan.month")
            return _edit_page(request, plan, form, **choice(meeting, change))
        if form.is_valid():
            with answered(form):
                planning.change_plan(survey, request.user, plan, form.promise(), plan.revision)
                return PAGES.saved(request, survey, plan, f"RTL tersimpan.{meeting.told}")
        return _edit_page(request, plan, form)


def _form_of(plan: ActionPlan, data: QueryDict | None = None) -> PlanForm:
    stored = promise_values(planning.promise_of(plan))
    followup = plan.priority.followup
    initial = stored | opened_on(stored, plan.revision)
    return PlanForm(data, initial=initial, office=followup.survey.office, followup=followup, priorities=(), plan=plan)


def _edit_page(request: AuthedRequest, plan: ActionPlan, form: PlanForm, **more: Any) -> HttpResponse:
    priority = plan.priority
    more["later"] = later_of(plan)
    if reason := gone_on(plan):
        more |= {"obstacle": reason, "differences": ()}
    return PAGES.form(request, priority.followup.survey, form, plan, element=priority.element.name, **more)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def plan_delete(request: AuthedRequest, code: str, period: str, number: int) -> HttpResponse:
    """Ask before deleting a plan, or say what depends on it."""
    plan = fetch_plan(request, code, period, number)
    survey = plan.priority.followup.survey
    label = plan_labels(plan.priority.followup)[plan.pk]
    deletion = Deletion(plan, label, plan.programme, planning.reason_to_keep(plan))
    return PAGES.delete(request, survey, deletion, partial(planning.delete_plan, survey, request.user, plan))
