"""The page on which a head reads the whole draft and gives a paraf, and the sheet of parafs and notes to print."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from offices.permissions import Action, may
from offices.requests import AuthedRequest, answered, status_of
from offices.sending.once import once
from offices.zones import now_of
from reports.models import ReportKind
from reports.paraf.forms import ParafNoteForm
from reports.paraf.parafs import SIGNED, give_paraf, is_used, lacking, lines_of, state_of, to_read
from reports.printing.html import report_context
from reports.reading.notes import notes_of
from reports.reading.versions import is_closed
from surveys.fetching import fetch_cycle
from surveys.models import Survey

FOLLOW_UP = ReportKind.FOLLOW_UP
AGREED = "setuju"
NOTED = "catatan"
UNDECIDED = "Belum ada paraf yang diberikan. Tekan Setuju, beri paraf, atau tulis catatan lalu tekan Simpan catatan."


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@once
def paraf(request: AuthedRequest, code: str, period: str, kind: ReportKind = FOLLOW_UP) -> HttpResponse:
    """The whole draft with who has given a paraf; who may give one agrees, or leaves a note."""
    survey = _survey(request, Action.PARAF if request.method == "POST" else Action.VIEW_CYCLE, code, period)
    sent = request.POST if request.method == "POST" else None
    decision = sent.get("putusan") if sent is not None else None
    form = ParafNoteForm(sent if decision == NOTED else None, kind=kind)
    if sent is not None and decision not in (AGREED, NOTED):
        return _page(request, survey, kind, form, fault=UNDECIDED)
    if sent is not None and (not form.is_bound or form.is_valid()):
        with answered(*([form] if form.is_bound else [])) as answer:
            note = (form.cleaned_data["part"], form.cleaned_data["text"]) if form.is_bound else None
            give_paraf(survey, request.user, sent.get("state", ""), note, kind)
            messages.success(request, "Catatan Anda tersimpan." if note else "Paraf Anda tersimpan.")
            return redirect("paraf", code, period, kind)
        return _page(request, survey, kind, form, fault="" if form.is_bound else answer.fault)
    return _page(request, survey, kind, form)


@login_required
@require_safe
def paraf_sheet(request: AuthedRequest, code: str, period: str, kind: ReportKind = FOLLOW_UP) -> HttpResponse:
    """Lembar paraf dan koreksi: who has given a paraf, all notes, and room for the pencil."""
    survey = _survey(request, Action.DOWNLOAD, code, period)
    with answered() as answer:
        state = state_of(survey, kind)
    if answer.declined:
        answer.tell(request)
        return redirect("signing", code, period, kind)
    notes = notes_of(survey, request.user, kind)
    context = _told(survey, kind, state) | {
        "notes": (*notes.open, *notes.done),
        "empty_rows": range(8),
        "now": now_of(survey.office),
    }
    return render(request, "reports/paraf/sheet.html", context)


def _page(
    request: AuthedRequest, survey: Survey, kind: ReportKind, form: ParafNoteForm, fault: str = ""
) -> HttpResponse:
    with answered() as answer:
        read = to_read(survey, kind)
    if answer.declined:
        answer.tell(request)
        return redirect("signing", survey.office.code, survey.period, kind)
    state = read.state
    if form.is_bound:
        again = request.POST.copy()
        again["state"] = state  # what is sent next was read as it is now
        form.data = again
    else:
        form = ParafNoteForm(initial={"state": state}, kind=kind)
    closed = is_closed(survey, kind)
    context = (
        report_context(read.document)
        | _told(survey, kind, state)
        | {
            "tab": "paraf" if kind.locks_cycle else "signing",
            "state": state,
            "form": form,
            "fault": fault,
            "notes": notes_of(survey, request.user, kind),
            "may_give": may(request.user, Action.PARAF, survey.office) and not closed,
            "obstacle": SIGNED if closed else "",
        }
    )
    return render(request, "reports/paraf/page.html", context, status=status_of(request))


def _told(survey: Survey, kind: ReportKind, state: str) -> dict[str, Any]:
    lines = lines_of(survey, state, kind)
    return {"survey": survey, "kind": kind, "parafs": lines, "lacking": lacking(lines)}


def _survey(request: AuthedRequest, action: Action, code: str, period: str) -> Survey:
    """The cycle; Http404 where its office uses no paraf."""
    survey = fetch_cycle(request.user, action, code, period)
    if not is_used(survey):
        raise Http404
    return survey
