"""The page Riwayat of one plan, and the button that brings an earlier text back."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from followups.gone_on import gone_on
from followups.models import ActionPlan
from followups.numbering import plan_labels
from followups.realising.rows import plans_for_rows
from followups.timeline.bringing_back import PROMISED, action_for, bring_back
from followups.timeline.steps import TEXTS, steps_of
from offices.permissions import Action, fetch, visible
from offices.requests import AuthedRequest, answered
from surveys.locking import lock_reason
from surveys.periods import of_period


@login_required
@require_safe
def plan_timeline(request: AuthedRequest, code: str, period: str, number: int) -> HttpResponse:
    """Who changed what of a plan, the latest first."""
    plan = fetch(request.user, Action.VIEW_HISTORY, _plans(code, period), pk=number)
    survey = plan.priority.followup.survey
    own = ActionPlan.objects.filter(pk=plan.pk)
    may_promise = visible(request.user, Action.EDIT_PLAN, own).exists()
    may_realise = visible(request.user, Action.EDIT_REALISATION, own).exists()
    is_open = not (lock_reason(survey) or gone_on(plan))
    context = {
        "survey": survey,
        "tab": "realisations",
        "plan": plan,
        "point": plan_labels(plan.priority.followup)[plan.pk],
        "steps": steps_of(plan),
        "returnable": frozenset(
            field for field in TEXTS if is_open and (may_promise if field in PROMISED else may_realise)
        ),
    }
    return render(request, "followups/timeline/page.html", context)


@login_required
@require_POST
def plan_bring_back(request: AuthedRequest, code: str, period: str, number: int) -> HttpResponse:
    """Write a text again that a change replaced."""
    field = request.POST.get("isian", "")
    plan = fetch(request.user, action_for(field), _plans(code, period), pk=number)
    event = request.POST.get("peristiwa", "")
    revision = request.POST.get("revision", "")
    with answered() as answer:
        label = bring_back(request.user, plan, _number(event), field, _number(revision))
        messages.success(request, f"{label} dikembalikan ke teks sebelumnya.")
    answer.tell(request)
    return redirect("plan_timeline", code, period, plan.pk)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 16 else 0


def _plans(code: str, period: str) -> QuerySet[ActionPlan]:
    path = "priority__followup__survey__"
    rows = plans_for_rows().prefetch_related("services")
    return rows.filter(**{f"{path}office__code": code}, **of_period(period, path))
