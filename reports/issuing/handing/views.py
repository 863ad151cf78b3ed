"""The page of a report's handing on: sent, returned, published; and a new version because of a return."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from offices.permissions import Action, fetch
from offices.requests import AuthedRequest, answered, status_of
from offices.sending.once import once
from reports.issuing import reopen
from reports.issuing.handing.forms import HandoverForm
from reports.issuing.handing.handovers import (
    handing_on_of,
    reason_of_return,
    record_handover,
    remove_handover,
)
from reports.models import Handover, HandoverKind, ReportKind
from surveys.fetching import fetch_cycle
from surveys.models import Survey
from surveys.periods import of_period


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@once
def handovers(request: AuthedRequest, code: str, period: str, kind: ReportKind = ReportKind.FOLLOW_UP) -> HttpResponse:
    """Where the signed versions went; admin and secretary record it."""
    action = Action.HAND_ON if request.method == "POST" else Action.VIEW_CYCLE
    survey = fetch_cycle(request.user, action, code, period)
    handing_on = handing_on_of(survey, request.user, kind)
    form = HandoverForm(request.POST or None, versions=handing_on.versions)
    if form.is_valid():
        with answered(form):
            record_handover(survey, request.user, kind, form.handing())
            messages.success(request, "Penyampaian laporan tercatat.")
            return redirect("handovers", code, period, kind)
    context = {"survey": survey, "kind": kind, "tab": "signing", "handing_on": handing_on, "form": form}
    return render(request, "reports/reading/handovers.html", context, status=status_of(request))


@login_required
@require_POST
def handover_remove(request: AuthedRequest, code: str, period: str, number: int) -> HttpResponse:
    survey, row = _handover(request, Action.HAND_ON, code, period, number)
    with answered() as answer:
        remove_handover(survey, request.user, row)
    answer.tell(request, "Catatan penyampaian dihapus.")
    return redirect("handovers", code, period, row.report.kind)


@login_required
@require_POST
@once
def handover_reopen(request: AuthedRequest, code: str, period: str, number: int) -> HttpResponse:
    """Open a new version for the reason that a return gave."""
    _survey, row = _handover(request, Action.REISSUE, code, period, number, kind=HandoverKind.RETURNED)
    with answered() as answer:
        reopen(row.report, request.user, reason_of_return(row))
    kind = ReportKind(row.report.kind)
    opened = "Siklus dibuka kembali untuk versi baru." if kind.locks_cycle else "Versi baru dibuka."
    answer.tell(request, f"{opened} Versi lama tetap berlaku sampai digantikan.")
    return redirect("handovers" if answer.declined else "signing", code, period, kind)


def _handover(
    request: AuthedRequest, action: Action, code: str, period: str, number: int, **more: str
) -> tuple[Survey, Handover]:
    rows = Handover.objects.select_related("report__followup__survey__office")
    here = of_period(period, "report__followup__survey__")
    row = fetch(request.user, action, rows, pk=number, report__followup__survey__office__code=code, **here, **more)
    return row.report.followup.survey, row
