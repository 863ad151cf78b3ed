"""What leaves the portal in people's hands: reminders to be sent by WhatsApp or shown, and a calendar."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from duties.cycles import cycle_of
from duties.outward.reminders import late_reminders, reminder_of
from followups.models import ActionPlan
from offices.permissions import Action, fetch
from offices.requests import AuthedRequest
from surveys.fetching import fetch_cycle
from surveys.periods import of_period

PATH = "priority__followup__survey"


@login_required
@require_safe
def remind_of_plan(request: AuthedRequest, code: str, period: str, number: int) -> HttpResponse:
    """One plan: words, link and QR code."""
    plans = ActionPlan.objects.select_related(f"{PATH}__office")
    here = plans.filter(**{f"{PATH}__office__code": code}, **of_period(period, f"{PATH}__"))
    plan = fetch(request.user, Action.VIEW_CYCLE, here, pk=number)
    survey = plan.priority.followup.survey
    reminders = (reminder_of(plan, cycle_of(survey)),)
    context = {"survey": survey, "tab": "realisations", "plan": plan, "reminders": reminders}
    return render(request, "duties/outward/reminders.html", context)


@login_required
@require_safe
def remind_of_late(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """What is late in a cycle, by the unit that answers for it."""
    survey = fetch_cycle(request.user, Action.VIEW_CYCLE, code, period)
    reminders = late_reminders(request.user, cycle_of(survey))
    context = {"survey": survey, "tab": "realisations", "plan": None, "reminders": reminders}
    return render(request, "duties/outward/reminders.html", context)
