"""The letters that go with a report: a page that offers them, the form of each, and each as a file."""

from dataclasses import dataclass
from typing import Any, cast

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
from reports.kinds.documents import document_now, frozen_document
from reports.letters.forms import LetterForm
from reports.letters.own import Kept, about_letter, earlier_letters, kept_letter, write_letter
from reports.letters.printing import WRITTEN
from reports.letters.standard import FOLLOW_UP_REPORT, NAMES, PURPOSES, SURVEY_REPORT, LetterKind, standard_texts
from reports.letters.values import MEANINGS, Carried, InForce
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
CALLED = {ReportKind.FOLLOW_UP: FOLLOW_UP_REPORT, ReportKind.SURVEY: SURVEY_REPORT}
"""What letters call the report that they carry."""
FOLLOW_UP = ReportKind.FOLLOW_UP
OTHER_VERSION = (
    "Laporan kini versi {now}, sedangkan surat ini dibuka sebelumnya. Belum ada yang disimpan; periksa nomor, tanggal, "
    "dan isinya untuk versi itu, lalu simpan lagi."
)


@login_required
@require_safe
def letters(request: AuthedRequest, code: str, period: str, kind: ReportKind = FOLLOW_UP) -> HttpResponse:
    """Which letters there are, what was recorded of each, and each as Word and as PDF; to each who may read it."""
    survey = fetch_cycle(request.user, Action.DOWNLOAD, code, period)
    _refuse_without_letters(kind)
    shown = [which for which in LetterKind if may(request.user, READING[which], survey.office)]
    head = role_name(Role.HEAD, survey.office)
    offered = [
        {"kind": which.value, "name": NAMES[which], "purpose": PURPOSES[which].format(head=head)}
        | {"kept": kept_letter(survey, which, kind)}
        for which in shown
    ]
    context: dict[str, Any] = {"survey": survey, "tab": "signing", "letters": offered, "kind": kind}
    context |= {"signed": _in_force(survey, kind) is not None, "earlier": earlier_letters(survey, shown, kind)}
    context["may_write"] = may(request.user, Action.WRITE_LETTERS, survey.office)
    return render(request, "reports/letters/page.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def letter(request: AuthedRequest, code: str, period: str, which: str, kind: ReportKind = FOLLOW_UP) -> HttpResponse:
    """Number, day and texts of a letter; of two writers at once each keeps what the other did not change."""
    survey = fetch_cycle(request.user, Action.WRITE_LETTERS, code, period)
    asked = Wanted(_kind_of(which), kind)
    if request.method != "POST":
        kept = asked.kept(survey)
        return _edit_page(request, survey, asked, kept, _form_of(survey, asked, kept))
    with held_cycle(survey) as held:
        kept = asked.kept(held)
        meeting = met(request.POST, [_form_of(held, asked, kept)], _stored(held, asked, kept))
        form = _form_of(held, asked, kept, meeting.data)
        if meeting.differences:
            row = OwnLetter.objects.filter(followup__survey=held, kind=kind, which=asked.which).first()
            change = last_change(row, request.user) if row else ""
            return _edit_page(request, held, asked, kept, form, **choice(meeting, change))
        opened = request.POST.get("version", "")
        meeting.data["version"] = str(kept.version)
        if opened not in ("", str(kept.version)):
            form.add_error(None, OTHER_VERSION.format(now=kept.version))
        if form.is_valid():
            write_letter(held, request.user, kind, asked.which, form.own(), form.standard)
            messages.success(request, f"{NAMES[asked.which]} tersimpan.{meeting.told}")
            return redirect("letters", code, period, kind)
    return _edit_page(request, survey, asked, kept, form)


def _stored(survey: Survey, asked: "Wanted", kept: Kept) -> dict[str, Any]:
    """What the form shows of a letter as it is kept, by the names of its fields."""
    texts = standard_texts(asked.which, role_name(Role.HEAD, survey.office), CALLED[asked.report])
    told = {key: kept.own.texts.get(key, text) for key, text in texts.items()}
    return {"number": kept.own.number, "dated": kept.own.dated} | told


def _form_of(survey: Survey, asked: "Wanted", kept: Kept, data: QueryDict | None = None) -> LetterForm:
    stored = _stored(survey, asked, kept)
    opened = opened_on(stored) | {"version": str(kept.version)}
    head = role_name(Role.HEAD, survey.office)
    signed = None if asked.which == LetterKind.NOTE else _in_force(survey, asked.report)
    sends = signed.dated if signed else None
    return LetterForm(
        data, initial=stored | opened, kind=asked.which, head=head, carries=CALLED[asked.report], sends=sends
    )


def _edit_page(
    request: AuthedRequest, survey: Survey, asked: "Wanted", kept: Kept, form: LetterForm, **more: Any
) -> HttpResponse:
    context = {"survey": survey, "tab": "signing", "name": NAMES[form.kind], "form": form, "kept": kept}
    context["kind"] = asked.report
    context["meanings"] = [(f"{{{{ {name} }}}}", meaning) for name, meaning in MEANINGS[form.carries].items()]
    return render(request, "reports/letters/edit.html", context | more, status=status_of(request, more))


@login_required
@require_safe
def letter_file(
    request: AuthedRequest, code: str, period: str, which: str, ending: str, kind: ReportKind = FOLLOW_UP
) -> HttpResponse:
    """Made anew each time, one page; nothing of it is kept."""
    asked = Wanted(_kind_of(which), kind)
    survey = fetch_cycle(request.user, READING[asked.which], code, period)
    if ending not in WRITTEN:
        raise Http404
    head = role_name(Role.HEAD, survey.office)
    with answered() as answer:
        report = cast(Carried, document_now(survey, kind))
        written = letter_of(asked.which, report, _named_in(survey, kind), head, asked.kept(survey).own)
    if answer.declined:
        answer.tell(request)
        return redirect("letters", code, period, kind)
    content = WRITTEN[ending](written)
    record(request.user, "report.letter", survey, survey.office, after=about_letter(asked.which, kind))
    of_report = "-Laporan-SKM" if kind is ReportKind.SURVEY else ""
    name = f"{NAMES[asked.which].replace(' ', '-')}{of_report}-{survey.office.code}-{survey.period}.{ending}"
    return file_to_keep(content, name, CONTENT_TYPES[ending])


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which letter is asked for, and the kind of report that it carries; 404 where none goes with it."""

    which: LetterKind
    report: ReportKind

    def __post_init__(self) -> None:
        _refuse_without_letters(self.report)

    def kept(self, survey: Survey) -> Kept:
        return kept_letter(survey, self.which, self.report)


def _refuse_without_letters(kind: ReportKind) -> None:
    if not kind.has_letters:
        raise Http404


def _kind_of(which: str) -> LetterKind:
    if which not in set(LetterKind):
        raise Http404
    return LetterKind(which)


def _named_in(survey: Survey, kind: ReportKind) -> InForce | None:
    """The signed report that a letter names; raises FrozenDataError where it cannot be read."""
    report = _in_force(survey, kind)
    if report is None or report.dated is None:
        return None
    return InForce(report.number, report.dated, cast(Carried, frozen_document(report)))


def _in_force(survey: Survey, kind: ReportKind) -> Report | None:
    signed = Report.objects.filter(followup__survey=survey, kind=kind, state=State.SIGNED)
    return signed.exclude(dated=None).first()
