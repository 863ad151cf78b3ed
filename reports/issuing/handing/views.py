"""The page of a report's handing on: sent, returned, published; and a new version because of a return."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from offices.models import User
from offices.permissions import Action, fetch
from reports.issuing import IssuingRefused, reopen
from reports.issuing.handing.forms import HandoverForm
from reports.issuing.handing.handovers import (
    HandoverRefusedError,
    handing_on_of,
    reason_of_return,
    record_handover,
    remove_handover,
)
from reports.models import Handover, HandoverKind
from surveys.fetching import fetch_cycle
from surveys.models import Survey
from surveys.periods import of_period


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def handovers(request: HttpRequest, code: str, period: str) -> HttpResponse:
    """Where the signed versions went; admin and secretary record it."""
    action = Action.HAND_ON if request.method == "POST" else Action.VIEW_CYCLE
    survey = fetch_cycle(request.user, action, code, period)
    handing_on = handing_on_of(survey, request.user)
    form = HandoverForm(request.POST or None, versions=handing_on.versions)
    if request.method == "POST" and form.is_valid():
        try:
            record_handover(survey, cast(User, request.user), form.handing())
        except HandoverRefusedError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "Penyampaian laporan tercatat.")
            return redirect("handovers", code, period)
    context = {"survey": survey, "tab": "signing", "handing_on": handing_on, "form": form}
    return render(request, "reports/reading/handovers.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def handover_remove(request: HttpRequest, code: str, period: str, number: int) -> HttpResponse:
    survey, row = _handover(request, Action.HAND_ON, code, period, number)
    try:
        remove_handover(survey, cast(User, request.user), row)
    except HandoverRefusedError as error:
        messages.warning(request, str(error))
    else:
        messages.success(request, "Catatan penyampaian dihapus.")
    return redirect("handovers", code, period)


@login_required
@require_POST
def handover_reopen(request: HttpRequest, code: str, period: str, number: int) -> HttpResponse:
    """Open a new version for the reason that a return gave."""
    _survey, row = _handover(request, Action.REISSUE, code, period, number, kind=HandoverKind.RETURNED)
    try:
        reopen(row.report, cast(User, request.user), reason_of_return(row))
    except IssuingRefused as error:
        messages.warning(request, str(error))
        return redirect("handovers", code, period)
    messages.success(request, "Siklus dibuka kembali untuk versi baru. Versi lama tetap berlaku sampai digantikan.")
    return redirect("signing", code, period)


def _handover(
    request: HttpRequest, action: Action, code: str, period: str, number: int, **more: str
) -> tuple[Survey, Handover]:
    rows = Handover.objects.select_related("report__followup__survey__office")
    here = of_period(period, "report__followup__survey__")
    row = fetch(request.user, action, rows, pk=number, report__followup__survey__office__code=code, **here, **more)
    return row.report.followup.survey, row
