"""The letters that go with a report: a page that offers them, the form of each, and each as a file."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from offices.audit import record
from offices.models import Role, role_name
from offices.permissions import Action, may
from offices.requests import AuthedRequest, answered, status_of
from offices.sending.changes import last_change
from offices.sending.versions import choice, met, opened_on
from offices.serving import CONTENT_TYPES, file_to_keep
from reports.document.frozen import thaw
from reports.document.gather import document_of
from reports.letters.forms import LetterForm
from reports.letters.own import Kept, earlier_letters, kept_letter, write_letter
from reports.letters.printing import WRITTEN
from reports.letters.standard import NAMES, PURPOSES, LetterKind, standard_texts
from reports.letters.values import MEANINGS, InForce
from reports.letters.wording import letter_of
from reports.models import OwnLetter, Report, ReportKind, State
from surveys.fetching import fetch_cycle
from surveys.locking import held_cycle
from surveys.models import Survey

READING = {
    LetterKind.NOTE: Action.VIEW_NOTE,
    LetterKind.LETTER: Action.DOWNLOAD,
    LetterKind.COVER: Action.DOWNLOAD,
}
"""A note stays in its office: it names who asks for the signature."""
OTHER_VERSION = (
    "Laporan kini versi {now}, sedangkan surat ini dibuka sebelumnya. Belum ada yang disimpan; periksa nomor, tanggal, "
    "dan isinya untuk versi itu, lalu simpan lagi."
)


@login_required
@require_safe
def letters(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """Which letters there are, what was recorded of each, and each as Word and as PDF; to each who may read it."""
    survey = fetch_cycle(request.user, Action.DOWNLOAD, code, period)
    shown = [kind for kind in LetterKind if may(request.user, READING[kind], survey.office)]
    head = role_name(Role.HEAD, survey.office)
    offered = [
        {"kind": kind.value, "name": NAMES[kind], "purpose": PURPOSES[kind].format(head=head)}
        | {"kept": kept_letter(survey, kind)}
        for kind in shown
    ]
    context: dict[str, Any] = {"survey": survey, "tab": "signing", "letters": offered, "kind": ReportKind.FOLLOW_UP}
    context |= {"signed": _in_force(survey) is not None, "earlier": earlier_letters(survey, shown)}
    context["may_write"] = may(request.user, Action.WRITE_LETTERS, survey.office)
    return render(request, "reports/letters/page.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def letter(request: AuthedRequest, code: str, period: str, which: str) -> HttpResponse:
    """Number, day and texts of a letter; of two writers at once each keeps what the other did not change."""
    survey = fetch_cycle(request.user, Action.WRITE_LETTERS, code, period)
    kind = _kind_of(which)
    if request.method != "POST":
        kept = kept_letter(survey, kind)
        return _edit_page(request, survey, kept, _form_of(survey, kind, kept))
    with held_cycle(survey) as held:
        kept = kept_letter(held, kind)
        meeting = met(request.POST, [_form_of(held, kind, kept)], _stored(held, kind, kept))
        form = _form_of(held, kind, kept, meeting.data)
        if meeting.differences:
            row = OwnLetter.objects.filter(followup__survey=held, which=kind).first()
            change = last_change(row, request.user) if row else ""
            return _edit_page(request, held, kept, form, **choice(meeting, change))
        opened = request.POST.get("version", "")
        meeting.data["version"] = str(kept.version)
        if opened not in ("", str(kept.version)):
            form.add_error(None, OTHER_VERSION.format(now=kept.version))
        if form.is_valid():
            write_letter(held, request.user, kind, form.own(), form.standard)
            messages.success(request, f"{NAMES[kind]} tersimpan.{meeting.told}")
            return redirect("letters", code, period)
    return _edit_page(request, survey, kept, form)


def _stored(survey: Survey, kind: LetterKind, kept: Kept) -> dict[str, Any]:
    """What the form shows of a letter as it is kept, by the names of its fields."""
    texts = standard_texts(kind, role_name(Role.HEAD, survey.office))
    told = {key: kept.own.texts.get(key, text) for key, text in texts.items()}
    return {"number": kept.own.number, "dated": kept.own.dated} | told


def _form_of(survey: Survey, kind: LetterKind, kept: Kept, data: QueryDict | None = None) -> LetterForm:
    stored = _stored(survey, kind, kept)
    opened = opened_on(stored) | {"version": str(kept.version)}
    head = role_name(Role.HEAD, survey.office)
    signed = None if kind == LetterKind.NOTE else _in_force(survey)
    sends = signed.dated if signed else None
    return LetterForm(data, initial=stored | opened, kind=kind, head=head, sends=sends)


def _edit_page(request: AuthedRequest, survey: Survey, kept: Kept, form: LetterForm, **asked: Any) -> HttpResponse:
    context = {"survey": survey, "tab": "signing", "name": NAMES[form.kind], "form": form, "kept": kept}
    context["meanings"] = [(f"{{{{ {name} }}}}", meaning) for name, meaning in MEANINGS.items()]
    return render(request, "reports/letters/edit.html", context | asked, status=status_of(request, asked))


@login_required
@require_safe
def letter_file(request: AuthedRequest, code: str, period: str, which: str, ending: str) -> HttpResponse:
    """Made anew each time, one page; nothing of it is kept."""
    kind = _kind_of(which)
    survey = fetch_cycle(request.user, READING[kind], code, period)
    if ending not in WRITTEN:
        raise Http404
    head = role_name(Role.HEAD, survey.office)
    with answered() as answer:
        written = letter_of(kind, document_of(survey), _named_in(survey), head, kept_letter(survey, kind).own)
    if answer.declined:
        answer.tell(request)
        return redirect("letters", code, period)
    content = WRITTEN[ending](written)
    record(request.user, "report.letter", survey, survey.office, after={"letter": NAMES[kind]})
    name = f"{NAMES[kind].replace(' ', '-')}-{survey.office.code}-{survey.period}.{ending}"
    return file_to_keep(content, name, CONTENT_TYPES[ending])


def _kind_of(which: str) -> LetterKind:
    if which not in set(LetterKind):
        raise Http404
    return LetterKind(which)


def _named_in(survey: Survey) -> InForce | None:
    """The signed report that a letter names; raises FrozenDataError where it cannot be read."""
    report = _in_force(survey)
    return InForce(report.number, report.dated, thaw(report.document)) if report and report.dated else None


def _in_force(survey: Survey) -> Report | None:
    signed = Report.objects.filter(followup__survey=survey, kind=ReportKind.FOLLOW_UP, state=State.SIGNED)
    return signed.exclude(dated=None).first()
