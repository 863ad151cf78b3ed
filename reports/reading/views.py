"""The pages of who reads a report before signing: the notes left on it, and what differs between two versions."""

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from offices.models import User
from offices.permissions import Action, fetch
from reports.document.frozen import FrozenDataError, thaw
from reports.document.gather import document_of
from reports.document.model import ReportDocument
from reports.models import ReaderNote, Report
from reports.reading.forms import NoteForm
from reports.reading.notes import NoteRefusedError, delete_note, finish_note, notes_of, write_note
from reports.reading.versions import versions
from reports.versions.comparing import document_differences
from surveys.fetching import fetch_cycle
from surveys.models import Lock, Survey
from surveys.periods import of_period

DRAFT = "draf"
_UNREADABLE = "Salah satu versi ini disimpan oleh portal versi lama, sehingga isinya tidak dapat dibandingkan di sini."


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def reader_notes(request: HttpRequest, code: str, period: str) -> HttpResponse:
    """All notes on a report; who signs writes one."""
    action = Action.REMARK if request.method == "POST" else Action.VIEW_CYCLE
    survey = fetch_cycle(request.user, action, code, period)
    form = NoteForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            write_note(survey, cast(User, request.user), form.cleaned_data["part"], form.cleaned_data["text"])
        except NoteRefusedError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "Catatan tersimpan dan terlihat oleh admin.")
            return _back(request, survey)
    context = {"survey": survey, "tab": "report", "notes": notes_of(survey, request.user), "note_form": form}
    return render(request, "reports/reading/notes.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def reader_note_done(request: HttpRequest, code: str, period: str, number: int) -> HttpResponse:
    survey, note = _note(request, Action.EDIT_TEXTS, code, period, number)
    try:
        finish_note(survey, cast(User, request.user), note)
    except NoteRefusedError as error:
        messages.warning(request, str(error))
    else:
        messages.success(request, "Catatan ditandai selesai.")
    return _back(request, survey)


@login_required
@require_POST
def reader_note_delete(request: HttpRequest, code: str, period: str, number: int) -> HttpResponse:
    survey, note = _note(request, Action.REMARK, code, period, number)
    try:
        delete_note(survey, cast(User, request.user), note)
    except NoteRefusedError as error:
        messages.warning(request, str(error))
    else:
        messages.success(request, "Catatan dihapus.")
    return _back(request, survey)


@login_required
@require_safe
def versions_compare(request: HttpRequest, code: str, period: str) -> HttpResponse:
    """Two versions beside each other; ``draf`` is the cycle as it is now."""
    survey = fetch_cycle(request.user, Action.VIEW_CYCLE, code, period)
    known = [report for report in versions(survey).order_by("version") if report.document is not None]
    sides = [str(report.version) for report in known] + [DRAFT]
    usual = _usual(survey, sides)
    before, after = request.GET.get("lama", usual[0]), request.GET.get("baru", usual[1])
    if before not in sides or after not in sides:
        raise Http404
    context = {"survey": survey, "tab": "signing", "sides": sides, "before": before, "after": after}
    return render(request, "reports/reading/compare.html", context | _differences(survey, known, before, after))


def _usual(survey: Survey, sides: list[str]) -> tuple[str, str]:
    """The latest version and the one before it; of an open cycle, its data and the latest version."""
    latest = len(sides) - (1 if survey.lock == Lock.OPEN or len(sides) == 1 else 2)
    return sides[max(latest - 1, 0)], sides[latest]


def _differences(survey: Survey, known: list[Report], before: str, after: str) -> dict[str, Any]:
    if before == after:
        return {"themes": (), "refused": ""}
    try:
        themes = document_differences(_document(survey, known, before), _document(survey, known, after))
    except FrozenDataError:
        return {"themes": (), "refused": _UNREADABLE}
    return {"themes": themes, "refused": ""}


def _document(survey: Survey, known: list[Report], side: str) -> ReportDocument:
    if side == DRAFT:
        return document_of(survey)
    return thaw(next(report.document for report in known if str(report.version) == side))


def _note(request: HttpRequest, action: Action, code: str, period: str, number: int) -> tuple[Survey, ReaderNote]:
    notes = ReaderNote.objects.select_related("followup__survey__office")
    here = of_period(period, "followup__survey__")
    note = fetch(request.user, action, notes, pk=number, followup__survey__office__code=code, **here)
    return note.followup.survey, note


def _back(request: HttpRequest, survey: Survey) -> HttpResponse:
    """To the page of the portal from which the form was sent, else to the notes."""
    page = request.POST.get("kembali", "")
    if page.startswith("/") and url_has_allowed_host_and_scheme(page, allowed_hosts=None):
        return redirect(page)
    return redirect("reader_notes", survey.office.code, survey.period)
