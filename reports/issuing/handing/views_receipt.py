"""The page of one receipt: kept, shown to its own office, replaced, taken out again."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from offices.permissions import Action, fetch
from offices.requests import AuthedRequest, answered, status_of
from offices.serving import proof_of
from reports.issuing.handing.forms import ReceiptForm
from reports.issuing.handing.receipts import drop_receipt, expect_no_receipt, keep_receipt
from reports.models import Handover, HandoverKind
from surveys.periods import of_period


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def handover_receipt(request: AuthedRequest, code: str, period: str, number: int) -> HttpResponse:
    """Keep the photo of a slip with what was sent, or another one in its place."""
    row = _sent(request, Action.HAND_ON, code, period, number)
    form = ReceiptForm(request.POST or None, request.FILES or None, handover=row)
    if form.is_valid():  # reading the file takes its time, hence before anything is held
        with answered(form):
            keep_receipt(row, request.user, form.receipt())
            messages.success(request, "Tanda terima tersimpan.")
            return redirect("handovers", code, period, row.report.kind)
    form.ask_again()
    context: dict[str, Any] = {"survey": row.report.followup.survey, "tab": "signing", "row": row, "form": form}
    context |= {"kind": row.report.kind, "may_read_receipts": True}
    return render(request, "reports/reading/receipt.html", context, status=status_of(request))


@login_required
@require_safe
def handover_receipt_file(request: AuthedRequest, code: str, period: str, number: int) -> HttpResponseBase:
    """A photo as it is shown; a PDF is saved and not opened here."""
    row = _sent(request, Action.VIEW_PAPERS, code, period, number)
    return proof_of(request, row.receipt, row.receipt_sha256, f"tanda-terima-{code}-{period}-{row.pk}")


@login_required
@require_POST
def handover_receipt_drop(request: AuthedRequest, code: str, period: str, number: int) -> HttpResponse:
    row = _sent(request, Action.HAND_ON, code, period, number)
    with answered() as answer:
        drop_receipt(row, request.user, request.POST.get("sha256", ""))
    answer.tell(request, "Tanda terima dihapus.")
    return redirect("handovers", code, period, row.report.kind)


@login_required
@require_POST
def handover_no_receipt(request: AuthedRequest, code: str, period: str, number: int) -> HttpResponse:
    """No slip will come back."""
    row = _sent(request, Action.HAND_ON, code, period, number)
    with answered() as answer:
        expect_no_receipt(row, request.user)
    answer.tell(request, "Penyampaian selesai tanpa tanda terima.")
    return redirect("handovers", code, period, row.report.kind)


def _sent(request: AuthedRequest, action: Action, code: str, period: str, number: int) -> Handover:
    rows = Handover.objects.select_related("report__followup__survey__office", "report__followup__survey__instrument")
    here = of_period(period, "report__followup__survey__") | {"report__followup__survey__office__code": code}
    return fetch(request.user, action, rows.filter(kind=HandoverKind.SENT), pk=number, **here)
