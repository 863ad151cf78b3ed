"""The letters that go with a report: a page that offers them, and each as a file."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from offices.audit import record
from offices.models import Role, role_name
from offices.permissions import Action
from offices.requests import AuthedRequest, answered
from offices.serving import CONTENT_TYPES, file_to_keep
from reports.document.frozen import thaw
from reports.document.gather import document_of
from reports.letters.printing import WRITTEN
from reports.letters.wording import NAMES, PURPOSES, InForce, LetterKind, letter_of
from reports.models import Report, ReportKind, State
from surveys.fetching import fetch_cycle
from surveys.models import Survey


@login_required
@require_safe
def letters(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """Which letters there are, each as Word and as PDF."""
    survey = fetch_cycle(request.user, Action.DOWNLOAD, code, period)
    head = role_name(Role.HEAD, survey.office)
    offered = [
        {"kind": kind.value, "name": NAMES[kind], "purpose": PURPOSES[kind].format(head=head)} for kind in LetterKind
    ]
    context = {"survey": survey, "tab": "signing", "letters": offered, "kind": ReportKind.FOLLOW_UP}
    return render(request, "reports/letters/page.html", context | {"signed": _in_force(survey) is not None})


@login_required
@require_safe
def letter_file(request: AuthedRequest, code: str, period: str, which: str, ending: str) -> HttpResponse:
    """Made anew each time, one page; nothing of it is kept."""
    survey = fetch_cycle(request.user, Action.DOWNLOAD, code, period)
    if which not in set(LetterKind) or ending not in WRITTEN:
        raise Http404
    kind = LetterKind(which)
    with answered() as answer:
        letter = letter_of(kind, document_of(survey), _named_in(survey), role_name(Role.HEAD, survey.office))
    if answer.declined:
        answer.tell(request)
        return redirect("letters", code, period)
    content = WRITTEN[ending](letter)
    record(request.user, "report.letter", survey, survey.office, after={"letter": NAMES[kind]})
    name = f"{NAMES[kind].replace(' ', '-')}-{survey.office.code}-{survey.period}.{ending}"
    return file_to_keep(content, name, CONTENT_TYPES[ending])


def _named_in(survey: Survey) -> InForce | None:
    """The signed report that a letter names; raises FrozenDataError where it cannot be read."""
    report = _in_force(survey)
    return InForce(report.number, report.dated, thaw(report.document)) if report and report.dated else None


def _in_force(survey: Survey) -> Report | None:
    signed = Report.objects.filter(followup__survey=survey, kind=ReportKind.FOLLOW_UP, state=State.SIGNED)
    return signed.exclude(dated=None).first()
