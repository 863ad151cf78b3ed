"""The page on which a cycle takes over what the last one left open: all of it seen before anything is written."""

from collections.abc import Collection

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from offices.declining import Overtaken
from offices.permissions import Action
from offices.requests import CONFLICT, DECLINED, AuthedRequest, answered
from offices.sending.once import once
from reports.carrying.carrying import brought_to, carry_over
from surveys.fetching import fetch_cycle
from surveys.locking import obstacle
from surveys.models import Survey

CHANGED = "Data kedua periode berubah sejak Anda membuka halaman ini. Periksa lagi, lalu pilih kembali."


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@once
def carried_over(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """Choose what to take from the last cycle, one by one or all at once."""
    survey = fetch_cycle(request.user, Action.EDIT_PLAN, code, period)
    if request.method != "POST":
        return _page(request, survey)
    chosen = request.POST.getlist("chosen")
    if "all" in request.POST:
        brought = brought_to(survey)
        chosen = list(brought.gaining) if brought else []
    try:
        with answered() as answer:
            count = carry_over(survey, request.user, chosen, request.POST.get("seen", ""))
            messages.success(request, f"{count} butir dibawa dari periode sebelumnya.")
            return redirect("plan_table", code, period)
    except Overtaken:
        return _page(request, survey, fault=CHANGED, status=CONFLICT)
    return _page(request, survey, chosen, answer.fault, DECLINED)


def _page(
    request: AuthedRequest,
    survey: Survey,
    chosen: Collection[str] | None = None,
    fault: str = "",
    status: int = 200,
) -> HttpResponse:
    brought = brought_to(survey)
    ticked = brought.proposed if brought and chosen is None else chosen
    context = {
        "survey": survey,
        "tab": "plan_table",
        "brought": brought,
        "ticked": ticked or (),
        "fault": fault,
        "obstacle": obstacle(request.user, Action.EDIT_PLAN, survey),
    }
    return render(request, "reports/carrying/page.html", context, status=status)
