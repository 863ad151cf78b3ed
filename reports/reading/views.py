"""The pages of who reads a report before signing: the notes left on it, and what differs between two versions."""

import logging
from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from offices.permissions import Action, fetch, may
from offices.requests import AuthedRequest, answered, status_of
from offices.sending.once import once
from offices.sending.pages import sent_from
from reports.addendum.frozen import thaw as thaw_addendum
from reports.addendum.texts import texts_of as addendum_texts
from reports.document.frozen import FrozenDataError, freeze, thaw
from reports.document.legible import texts_of
from reports.kinds.documents import document_now
from reports.models import ReaderNote, ReportKind
from reports.reading.forms import NoteForm
from reports.reading.notes import delete_note, finish_note, notes_of, write_note
from reports.reading.versions import is_closed, versions
from reports.survey_report.frozen import thaw as thaw_survey
from reports.survey_report.texts import texts_of as survey_texts
from reports.versions.comparing import OF_RESPONDENTS, Theme, document_differences, text_differences
from surveys.fetching import fetch_cycle
from surveys.models import Lock, Survey
from surveys.periods import of_period

log = logging.getLogger(__name__)
DRAFT = "draf"
_ONLY_TEXTS = "Selain teksnya, isi kedua versi tidak dapat dibandingkan di sini; bandingkan berkas PDF-nya."
_NO_TEXTS = "Isi dan teks kedua versi tidak dapat dibandingkan di sini; bandingkan berkas PDF-nya."
_WITHHELD = "Perubahan pada responden dan jenis layanan hanya ditampilkan di satuan kerja itu sendiri."


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@once
def reader_notes(
    request: AuthedRequest, code: str, period: str, kind: ReportKind = ReportKind.FOLLOW_UP
) -> HttpResponse:
    """All notes on a report; who signs writes one."""
    action = Action.REMARK if request.method == "POST" else Action.VIEW_CYCLE
    survey = fetch_cycle(request.user, action, code, period)
    form = NoteForm(request.POST if request.method == "POST" else None, kind=kind)
    if form.is_valid():
        with answered(form):
            write_note(survey, request.user, form.cleaned_data["part"], form.cleaned_data["text"], kind)
            messages.success(request, "Catatan tersimpan dan terlihat oleh admin.")
            return _back(request, survey, kind)
    context = {
        "survey": survey,
        "kind": kind,
        "tab": "report" if kind.locks_cycle else "signing",
        "notes": notes_of(survey, request.user, kind),
        "note_form": form,
    }
    return render(request, "reports/reading/notes.html", context, status=status_of(request))


@login_required
@require_POST
def reader_note_done(request: AuthedRequest, code: str, period: str, number: int) -> HttpResponse:
    survey, note = _note(request, Action.EDIT_TEXTS, code, period, number)
    with answered() as answer:
        finish_note(survey, request.user, note)
    answer.tell(request, "Catatan ditandai selesai.")
    return _back(request, survey, ReportKind(note.kind))


@login_required
@require_POST
def reader_note_delete(request: AuthedRequest, code: str, period: str, number: int) -> HttpResponse:
    survey, note = _note(request, Action.REMARK, code, period, number)
    with answered() as answer:
        delete_note(survey, request.user, note)
    answer.tell(request, "Catatan dihapus.")
    return _back(request, survey, ReportKind(note.kind))


@login_required
@require_safe
def versions_compare(
    request: AuthedRequest, code: str, period: str, kind: ReportKind = ReportKind.FOLLOW_UP
) -> HttpResponse:
    """Two versions beside each other; ``draf`` is the report as it would be now."""
    survey = fetch_cycle(request.user, Action.VIEW_CYCLE, code, period)
    known = versions(survey, kind).order_by("version")
    frozen = {str(report.version): report.document for report in known if report.document is not None}
    with answered() as answer:
        frozen[DRAFT] = freeze(document_now(survey, kind))
    if not frozen:
        answer.tell(request)
        return redirect("signing", code, period, kind)
    sides = list(frozen)
    # The latest version and the one before it; while one is open, what it would say and the latest version.
    is_open = survey.lock == Lock.OPEN if kind.locks_cycle else not is_closed(survey, kind)
    latest = len(sides) - (1 if is_open or len(sides) == 1 or DRAFT not in frozen else 2)
    before = request.GET.get("lama", sides[max(latest - 1, 0)])
    after = request.GET.get("baru", sides[latest])
    if before not in sides or after not in sides:
        raise Http404
    context: dict[str, Any] = {"survey": survey, "kind": kind, "tab": "signing", "sides": sides}
    context |= {"before": before, "after": after} | _differences(kind, frozen, before, after)
    if not may(request.user, Action.VIEW_RESPONDENTS, survey.office):
        context |= _without_respondents(context["themes"], context["refused"])
    return render(request, "reports/reading/compare.html", context)


_COMPARED: dict[ReportKind, Callable[[Any, Any], tuple[Theme, ...]]] = {
    ReportKind.FOLLOW_UP: lambda old, new: document_differences(thaw(old), thaw(new)),
    ReportKind.SURVEY: lambda *sides: text_differences(*(survey_texts(thaw_survey(side)) for side in sides)),
    ReportKind.ADDENDUM: lambda *sides: text_differences(*(addendum_texts(thaw_addendum(side)) for side in sides)),
}


def _without_respondents(themes: tuple[Theme, ...], refused: str) -> dict[str, Any]:
    """For who is not of the office: counts of few and results of services stand there as the office has them."""
    shown = tuple(theme for theme in themes if theme.key != OF_RESPONDENTS)
    withheld = shown != themes
    return {"themes": shown, "refused": f"{refused} {_WITHHELD}".strip() if withheld else refused}


def _differences(kind: ReportKind, frozen: Mapping[str, Any], before: str, after: str) -> dict[str, Any]:
    if before == after:
        return {"themes": (), "refused": ""}
    old = frozen[before]
    new = frozen[after]
    try:
        return {"themes": _COMPARED[kind](old, new), "refused": ""}
    except FrozenDataError as error:
        log.exception("versions %s and %s cannot be compared whole", before, after)
        refused = str(error)
    old_texts = texts_of(old)
    new_texts = texts_of(new)
    if not (old_texts and new_texts):
        return {"themes": (), "refused": f"{refused} {_NO_TEXTS}"}
    themes = text_differences(old_texts, new_texts)
    same = "" if themes else " Teks kedua versi sama."
    return {"themes": themes, "refused": f"{refused} {_ONLY_TEXTS}{same}"}


def _note(request: AuthedRequest, action: Action, code: str, period: str, number: int) -> tuple[Survey, ReaderNote]:
    notes = ReaderNote.objects.select_related("followup__survey__office")
    here = of_period(period, "followup__survey__")
    note = fetch(request.user, action, notes, pk=number, followup__survey__office__code=code, **here)
    return note.followup.survey, note


def _back(request: AuthedRequest, survey: Survey, kind: ReportKind) -> HttpResponse:
    """To the page of the portal from which the form was sent, else to the notes."""
    if page := sent_from(request):
        return redirect(page)
    return redirect("reader_notes", survey.office.code, survey.period, kind)
