"""The table of plans: its months and its order are changed in place, and the last change is undone there."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from followups.models import ActionPlan, FollowUp
from followups.months import Month
from followups.planning import plans as planning
from followups.planning.pages import PAGES, fetch_plan
from followups.planning.rows import plan_table_of
from followups.planning.undoing import UNDONE
from followups.undoable import last_step, remember
from offices.declining import Declined
from offices.permissions import Action
from offices.requests import CONFLICT, AuthedRequest
from surveys.fetching import earlier_surveys, fetch_cycle
from surveys.locking import obstacle
from surveys.models import Survey

UNREADABLE = "Bulan itu tidak dapat dibaca. Pilih bulan dari tabel."


@login_required
@require_safe
def plan_table(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """Tabel 2.2 as it is printed; who may edits it in place. ``baru``: the priority to which one goes on adding."""
    survey = fetch_cycle(request.user, Action.VIEW_CYCLE, code, period)
    context = _context(request, survey) | {
        "tab": "plan_table",
        "adding_to": request.GET.get("baru", ""),
        "has_earlier": earlier_surveys(survey).exists(),
        "obstacle": obstacle(request.user, Action.EDIT_PLAN, survey),
    }
    return render(request, "followups/planning/table.html", context)


def _context(request: AuthedRequest, survey: Survey) -> dict[str, Any]:
    return {
        "survey": survey,
        "table": plan_table_of(FollowUp.objects.get(survey=survey), survey.office),
        "units": [unit for unit in survey.office.units.all() if unit.closed_on is None],
        "undo_address": "plan_undo",
        "step": last_step(request.session, survey, PAGES.listed),
    }


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def plan_month(request: AuthedRequest, code: str, period: str, number: int) -> HttpResponse:
    """Promise a plan for months (``add``, repeated), or not any more (``remove``): YYYY-MM."""
    plan = fetch_plan(request, code, period, number)
    survey = plan.priority.followup.survey
    planned = "add" in request.POST
    if request.method != "POST":  # who had to log in first comes back with a GET
        return redirect(PAGES.address_of(survey, plan))
    try:
        months = [Month.parse(month) for month in request.POST.getlist("add" if planned else "remove") or [""]]
        planning.plan_months(survey, request.user, plan, months, planned)
    except Declined as error:
        return _refused(request, survey, plan, str(error))
    except ValueError:
        return _refused(request, survey, plan, UNREADABLE)
    remember(request, survey, PAGES.listed, "Bulan RTL diubah.", [plan])
    return _changed_parts(request, survey, plan, "followups/planning/_row.html")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def plan_move(request: AuthedRequest, code: str, period: str, number: int) -> HttpResponse:
    """Let a plan change places with the one above (``up``) or below (``down``), or stand at a ``place``."""
    plan = fetch_plan(request, code, period, number)
    survey = plan.priority.followup.survey
    moved = PAGES.move(request, survey, plan, partial(planning.move_plan, survey, request.user, plan))
    if request.method != "POST" or not request.htmx:  # type: ignore[attr-defined]
        return moved
    return _changed_parts(request, survey, plan, "followups/planning/_group.html")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def plan_undo(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """Undo the last change that this person made to the plans of a cycle."""
    survey = fetch_cycle(request.user, Action.EDIT_PLAN, code, period)
    return PAGES.undo(request, survey, UNDONE)


def _changed_parts(request: AuthedRequest, survey: Survey, plan: ActionPlan, template: str) -> HttpResponse:
    """Back to where the plan stands; who changes it in place gets the row, or the rows of its priority, anew."""
    if not request.htmx:  # type: ignore[attr-defined]
        return redirect(PAGES.address_of(survey, plan))
    context = _context(request, survey)
    table = context["table"]
    more = {"group": table.group_of(plan), "row": table.row_of(plan), "obstacle": "", "part": template}
    return render(request, "followups/_changed.html", context | more)


def _refused(request: AuthedRequest, survey: Survey, plan: ActionPlan, reason: str) -> HttpResponse:
    """Say why on the page of the table; who changes it in place is told to load it anew."""
    messages.error(request, reason)
    if request.htmx:  # type: ignore[attr-defined]
        return HttpResponse(status=CONFLICT, headers={"HX-Refresh": "true"})
    return redirect(PAGES.address_of(survey, plan))
