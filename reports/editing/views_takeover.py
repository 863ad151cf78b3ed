"""The page on which texts of the last period are taken over: what comes, with present values and what is said of it."""

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from offices.declining import Overtaken
from offices.permissions import Action
from offices.requests import CONFLICT, DECLINED, AuthedRequest, answered
from offices.sending.once import once
from reports.document.facts import facts_of
from reports.document.gather import source_of
from reports.document.placeholders import resolve
from reports.document.sections import SECTIONS, name_of
from reports.document.source import Source
from reports.editing.narratives import placeholder_complaint
from reports.editing.remarks import Remark, remarks_of
from reports.editing.takeover import EarlierTexts, earlier_texts, fingerprint, take_over
from reports.words.prose import Blocks
from surveys.fetching import fetch_cycle
from surveys.locking import obstacle
from surveys.models import Survey

CHANGED = "Teks periode ini atau periode lalu berubah sejak Anda membuka halaman ini. Periksa lagi, lalu pilih kembali."


@dataclass(frozen=True, slots=True)
class Coming:
    """A text that may be taken over: as it would print now, what is said of it, and whether it replaces another."""

    key: str
    name: str
    blocks: Blocks
    remarks: tuple[Remark, ...]
    complaint: str
    replaces: bool
    same: bool
    chosen: bool


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@once
def texts_takeover(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """Choose from the own texts of the latest earlier period; ``?bagian=`` looks at one section."""
    survey = fetch_cycle(request.user, Action.EDIT_TEXTS, code, period)
    source = source_of(survey)
    if request.method != "POST":
        return _page(request, survey, source)
    chosen = request.POST.getlist("chosen")
    seen = request.POST.get("seen", "")
    try:
        with answered() as answer:
            count = take_over(survey, request.user, chosen, seen, facts_of(source))
            messages.success(request, f"{count} teks diambil dari periode lalu. Periksa catatannya sebelum dipakai.")
            return redirect("texts", code, period)
    except Overtaken:
        return _page(request, survey, source, CHANGED, CONFLICT)
    return _page(request, survey, source, answer.fault, DECLINED)


def _page(request: AuthedRequest, survey: Survey, source: Source, fault: str = "", status: int = 200) -> HttpResponse:
    earlier = earlier_texts(survey)
    present = source.cycle.narrative
    one = request.GET.get("bagian", "")
    context = {
        "survey": survey,
        "tab": "texts",
        "earlier": earlier.survey if earlier else None,
        "coming": _coming(request, source, earlier) if earlier else [],
        "one": one in SECTIONS,
        "seen": fingerprint(present, earlier.texts) if earlier else "",
        "fault": fault,
        "obstacle": obstacle(request.user, Action.EDIT_TEXTS, survey),
    }
    return render(request, "reports/editing/takeover.html", context, status=status)


def _coming(request: AuthedRequest, source: Source, earlier: EarlierTexts) -> list[Coming]:
    one = request.GET.get("bagian", "")
    texts = {key: text for key, text in earlier.texts.items() if one not in earlier.texts or key == one}
    remarks = remarks_of(source, texts)
    ticked = request.POST.getlist("chosen") if request.method == "POST" else None
    facts = facts_of(source)
    sections = []
    for key, text in texts.items():
        present = source.cycle.narrative.get(key, "")
        complaint = placeholder_complaint(text, facts)
        sections.append(
            Coming(
                key=key,
                name=name_of(key),
                blocks=resolve(text, facts).blocks,
                remarks=remarks[key],
                complaint=complaint,
                replaces=bool(present) and present != text,
                same=present == text,
                chosen=(not present and not complaint) if ticked is None else key in ticked,
            )
        )
    return sections
