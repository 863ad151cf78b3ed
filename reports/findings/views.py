"""Catatan Kelengkapan: its page, the reasons given there, and what of it stands beside the fields of a page."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from offices.permissions import Action
from offices.requests import AuthedRequest, answered, status_of
from offices.zones import today_of
from reports.findings.answers import (
    answer,
    answers_of,
    case_now,
    findings_now,
    judged,
    judged_by,
    lapsed,
)
from reports.findings.page import beside_fields, chapters_of, counts_of, lines_of, tab_counts
from reports.findings.places import Whereabouts
from reports.findings.reasons import LONGEST_REASON
from reports.rules.finding import notes_in
from reports.rules.registry import asides_of, stage_of
from surveys.fetching import fetch_cycle
from surveys.locking import obstacle
from surveys.models import Survey

AT_SIGNING = "penyiapan"


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def findings(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """What must be mended, explained, or could be better; with ``?saat=penyiapan`` as the preparation judges."""
    action = Action.ANSWER if request.method == "POST" else Action.VIEW_CYCLE
    survey = fetch_cycle(request.user, action, code, period)
    if request.method != "POST":
        return _page(request, survey)
    chosen = request.POST.getlist("subject")
    reason = request.POST.get("reason", "")
    with answered() as refusal:
        count = answer(survey, request.user, chosen, reason)
        messages.success(request, f"Penjelasan untuk {count} catatan tersimpan.")
        return redirect("findings", code, period)
    return _page(request, survey, chosen=chosen, reason=reason, fault=refusal.fault)


def _page(
    request: AuthedRequest, survey: Survey, *, chosen: Sequence[str] = (), reason: str = "", fault: str = ""
) -> HttpResponse:
    case = case_now(survey)
    at_signing = request.GET.get("saat") == AT_SIGNING
    today = today_of(survey.office)
    answers = answers_of(survey)
    final = findings_now(case, today, at_signing=True)
    findings = judged_by(answers, final if at_signing else findings_now(case, today))
    chapters = chapters_of(findings, Whereabouts(survey, case, request.user))
    context = tab_counts([item.finding for item in findings]) | {
        "survey": survey,
        "tab": "findings",
        "chapters": chapters,
        "counts": counts_of(chapters),
        "answerable": any(line.can_be_answered for chapter in chapters for line in chapter.lines),
        "lapsed": lapsed(answers, judged_by(answers, final)),
        "at_signing": at_signing,
        "obstacle": obstacle(request.user, Action.ANSWER, survey),
        "chosen": chosen,
        "reason": reason,
        "fault": fault,
        "longest": LONGEST_REASON,
    }
    return render(request, "reports/findings/page.html", context, status=status_of(request))


@login_required
@require_safe
def findings_beside(request: AuthedRequest, code: str, period: str, tab: str) -> HttpResponse:
    """The findings of one tab, and those that stand beside the fields of the page from which they are asked for."""
    survey = fetch_cycle(request.user, Action.VIEW_CYCLE, code, period)
    case = case_now(survey)
    places = Whereabouts(survey, case, request.user)
    findings = judged(survey, case)
    asides = judged_by((), asides_of(case, stage_of(case.document, today_of(survey.office))))
    here = [item for item in findings if places.of(item.finding.place).tab == tab]
    path = urlsplit(request.headers.get("HX-Current-URL", "")).path
    context = {
        "lines": lines_of(here, places),
        "count": notes_in(item.finding for item in here),
        "beside": beside_fields((*findings, *asides), places, path),
    }
    return render(request, "reports/findings/_beside.html", context)
