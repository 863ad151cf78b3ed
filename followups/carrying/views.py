"""The page that tells what becomes of a plan which a signed report left open, and takes it into the next cycle."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from followups.carrying.continuing import PATH, UNSIGNED, continue_in_next, next_home
from followups.cycles import first_free_after
from followups.models import ActionPlan
from followups.numbering import month_words
from followups.realising.completing import fetch_to_take_up
from followups.realising.rows import owed_months
from offices.requests import DECLINED, AuthedRequest, answered
from offices.sending.once import once
from surveys.models import Lock
from surveys.periods import of_period


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@once
def plan_continue(request: AuthedRequest, code: str, period: str, number: int) -> HttpResponse:
    """One press: the plan goes on in the next cycle, which is begun if need be. The signed report stays as it is."""
    rows = ActionPlan.objects.select_related(
        "priority__element", f"{PATH}__office", f"{PATH}__instrument", "completion"
    )
    found = rows.select_related(f"continued_by__{PATH}").filter(**of_period(period, f"{PATH}__"))
    plan = fetch_to_take_up(request.user, found.filter(**{f"{PATH}__office__code": code}), number)
    survey = plan.priority.followup.survey
    later = getattr(plan, "continued_by", None)
    fault = ""
    if later is None and request.method == "POST":
        with answered() as answer:
            later = continue_in_next(plan, request.user)
            messages.success(request, "RTL diteruskan. Isi realisasinya di sini.")
        fault = answer.fault
    if later is not None:
        return redirect("realisation", code, later.priority.followup.survey.period, later.pk)
    home = next_home(survey)
    context = {
        "survey": survey,
        "tab": "realisations",
        "plan": plan,
        "months": [month_words(month) for month in owed_months(plan)],
        "home": home,
        "label": home.period_label if home else first_free_after(survey).label,
        "unsigned": UNSIGNED.get(Lock(survey.lock), ""),
        "fault": fault,
    }
    return render(request, "followups/carrying/continue.html", context, status=DECLINED if fault else 200)
