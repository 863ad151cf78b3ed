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
from reports.letters.own import earlier_letters, kept_letter, write_letter
from reports.letters.printing import WRITTEN
from reports.letters.standard import NAMES, PURPOSES, LetterKind, standard_texts
from reports.letters.values import MEANINGS, InForce
from reports.letters.wording import letter_of
from reports.models import OwnLetter, Report, ReportKind, State
from surveys.fetching import fetch_cycle
from surveys.locking import held_cycle
from surveys.models import Survey


@login_required
@require_safe
def letters(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """Which letters there are, what was recorded of each, and each as Word and as PDF."""
    survey = fetch_cycle(request.user, Action.DOWNLOAD, code, period)
    head = role_name(Role.HEAD, survey.office)
    offered = [
        {"kind": kind.value, "name": NAMES[kind], "purpose": PURPOSES[kind].format(head=head)}
        | {"kept": kept_letter(survey, kind)}
        for kind in LetterKind
    ]
    context: dict[str, Any] = {"survey": survey, "tab": "signing", "letters": offered, "kind": ReportKind.FOLLOW_UP}
    context |= {"signed": _in_force(survey) is not None, "earlier": earlier_letters(survey)}
    context["may_write"] = may(request.user, Action.WRITE_LETTERS, survey.office)
    return render(request, "reports/letters/page.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def letter(request: AuthedRequest, code: str, period: str, which: str) -> HttpResponse:
    """Number, day and texts of a letter; of two writers at once each keeps what the other did not change."""
    survey = fetch_cycle(request.user, Action.WRITE_LETTERS, code, period)
    kind = _kind_of(which)
    if request.method != "POST":
        return _edit_page(request, survey, kind, _form_of(survey, kind))
    with held_cycle(survey) as held:
        form = _form_of(held, kind)
        meeting = met(request.POST, [form], _stored(held, kind))
        form = _form_of(held, kind, meeting.data)
        if meeting.differences:
            row = OwnLetter.objects.filter(followup__survey=held, which=kind).first()
            change = last_change(row, request.user) if row else ""
            return _edit_page(request, held, kind, form, **choice(meeting, change))
        if form.is_valid():
            write_letter(held, request.user, kind, form.own(), form.standard)
            messages.success(request, f"{NAMES[kind]} tersimpan.{meeting.told}")
            return redirect("letters", code, period)
    return _edit_page(request, survey, kind, form)


def _stored(survey: Survey, kind: LetterKind) -> dict[str, Any]:
    """What the form shows of a letter as it is kept, by the names of its fields."""
    own = kept_letter(survey, kind).own
    texts = standard_texts(kind, role_name(Role.HEAD, survey.office))
    return {"number": own.number, "dated": own.dated} | {key: own.texts.get(key, text) for key, text in texts.items()}


def _form_of(survey: Survey, kind: LetterKind, data: QueryDict | None = None) -> LetterForm:
    stored = _stored(survey, kind)
    head = role_name(Role.HEAD, survey.office)
    return LetterForm(data, initial=stored | opened_on(stored), kind=kind, head=head)


def _edit_page(
    request: AuthedRequest, survey: Survey, kind: LetterKind, form: LetterForm, **asked: Any
) -> HttpResponse:
    context = {"survey": survey, "tab": "signing", "kind": kind.value, "name": NAMES[kind], "form": form}
    context |= {"kept": kept_letter(survey, kind)}
    context["meanings"] = [(f"{{{{ {name} }}}}", meaning) for name, meaning in MEANINGS.items()]
    return render(request, "reports/letters/edit.html", context | asked, status=status_of(request, asked))


@login_required
@require_safe
def letter_file(request: AuthedRequest, code: str, period: str, which: str, ending: str) -> HttpResponse:
    """Made anew each time, one page; nothing of it is kept."""
    survey = fetch_cycle(request.user, Action.DOWNLOAD, code, period)
    kind = _kind_of(which)
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
