"""The pages of the report's texts: every section, its standard text, its own text and a preview."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from offices.declining import Overtaken
from offices.invisible import tidied
from offices.permissions import Action
from offices.requests import CONFLICT, DECLINED, AuthedRequest, answered
from offices.sending.changes import last_change
from offices.sending.middleware import saving_nothing
from reports.document.facts import Facts, facts_of
from reports.document.gather import source_of
from reports.document.placeholders import resolve
from reports.document.sections import SECTIONS, name_of, section
from reports.document.standard import standard_text
from reports.document.vocabulary import GROUPS, PASSAGES, element_words
from reports.editing.narratives import (
    LONGEST_TEXT,
    Written,
    placeholder_complaint,
    restore_standard,
    write_text,
)
from reports.editing.remarks import case_with, mended, remarks_on
from reports.editing.settling import settling_to_undo, text_ledger
from reports.editing.takeover import earlier_texts
from reports.findings.answers import answers_of
from reports.models import Narrative
from surveys.fetching import fetch_cycle
from surveys.locking import obstacle
from surveys.models import Survey

EXCERPT = 180
REMARKS = {
    "kata_pengantar": "Dicetak sebelum daftar isi, di atas tanda tangan kata pengantar.",
    "3": "Dicetak pada awal Bab III, sebelum bagian 3.1. Tidak memiliki judul sendiri.",
    "4": "Dicetak pada awal Bab IV, sebelum butir-butir kesimpulan. Butir itu sendiri dihitung dari data dan tidak "
    "ditulis di sini.",
    "4.penutup": "Dicetak pada akhir Bab IV, sesudah butir-butir kesimpulan dan tabel strategi penyelesaian, di atas "
    "tanda tangan laporan. Tidak memiliki judul sendiri.",
}


@dataclass(frozen=True, slots=True)
class TextRow:
    """A section in the list of texts, with how it begins at present."""

    key: str
    name: str
    own: bool
    remark: str
    excerpt: str
    earlier: bool


class TextForm(forms.Form):
    """An own text in our small markup; ``seen`` is the own text that the writer had before."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput, strip=False)
    text = forms.CharField(
        label="Teks bagian ini",
        required=False,
        strip=False,
        widget=forms.Textarea({"rows": 14, "maxlength": LONGEST_TEXT}),
        help_text="Pisahkan paragraf dengan baris kosong. Daftar: awali baris dengan 1., a., atau -, atau "
        "tempel dari Word atau WhatsApp. Tebal: *kata*. Miring: _kata_.",
    )


@login_required
@require_safe
def texts(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """Every section of the report, and which of them the office wrote itself."""
    survey = fetch_cycle(request.user, Action.VIEW_CYCLE, code, period)
    facts = facts_of(source_of(survey))
    earlier = earlier_texts(survey)
    there = earlier.texts if earlier else {}
    context = {
        "survey": survey,
        "tab": "texts",
        "rows": [_row(key, facts, earlier=key in there) for key in SECTIONS],
        "earlier": earlier,
        "obstacle": obstacle(request.user, Action.EDIT_TEXTS, survey),
    }
    return render(request, "reports/editing/texts.html", context)


def _row(key: str, facts: Facts, *, earlier: bool) -> TextRow:
    found = section(key, facts)
    words = found.text.replace("\n", " ")
    excerpt = words if len(words) <= EXCERPT else f"{words[:EXCERPT].rsplit(' ', 1)[0]} …"
    return TextRow(key, name_of(key), found.own, REMARKS.get(key, ""), excerpt, earlier)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def text(request: AuthedRequest, code: str, period: str, key: str) -> HttpResponse:
    """One section: read it, write an own text for it."""
    action = Action.EDIT_TEXTS if request.method == "POST" else Action.VIEW_CYCLE
    survey, facts = section_of(request, action, code, period, key)
    stored = facts.source.cycle.narrative.get(key, "")
    given = {"seen": stored, "text": stored or standard_text(key, facts)}
    form = TextForm(request.POST if request.method == "POST" else None, initial=given)
    if request.method != "POST":
        return text_page(request, (survey, facts, key), form, {})
    form.is_valid()
    written = Written(key, form.cleaned_data["text"], form.cleaned_data["seen"])
    try:
        with answered(form):
            write_text(survey, request.user, written, facts)
            messages.success(request, f"Teks {name_of(key)} tersimpan.")
            return redirect(f"{reverse('text', args=(code, period, key))}#tersimpan")
    except Overtaken as changed:
        return overtaken_page(request, (survey, facts, key), form, changed)
    return text_page(request, (survey, facts, key), form, {}, DECLINED)


@saving_nothing
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def text_preview(request: AuthedRequest, code: str, period: str, key: str) -> HttpResponse:
    """A typed text as it would be printed with the present values; saves nothing, hence leaves no trace."""
    survey, facts = section_of(request, Action.EDIT_TEXTS, code, period, key)
    if request.method != "POST":  # who had to log in first comes back with a GET
        return redirect("text", code, period, key)
    form = TextForm(request.POST)
    form.is_valid()
    typed = tidied(form.cleaned_data["text"])
    if wish := request.POST.get("mend", ""):
        typed = mended(facts.source, key, typed, wish)
        form = TextForm({"seen": form.cleaned_data["seen"], "text": typed})
    shown = {
        "survey": survey,
        "key": key,
        "preview": resolve(typed, facts).blocks,
        "complaint": placeholder_complaint(typed, facts),
    } | _told_of(survey, facts, key, typed)
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "reports/editing/_preview.html", shown)
    return text_page(request, (survey, facts, key), form, shown)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def text_restore(request: AuthedRequest, code: str, period: str, key: str) -> HttpResponse:
    """Go back to the standard text of a section."""
    survey, _facts = section_of(request, Action.EDIT_TEXTS, code, period, key)
    if request.method == "POST":
        restore_standard(survey, request.user, key)
        messages.success(request, f"{name_of(key)} kembali memakai teks baku.")
    return redirect("text", code, period, key)


def section_of(request: AuthedRequest, action: Action, code: str, period: str, key: str) -> tuple[Survey, Facts]:
    survey = fetch_cycle(request.user, action, code, period)
    if key not in SECTIONS:
        raise Http404
    return survey, facts_of(source_of(survey))


def text_page(
    request: AuthedRequest, about: tuple[Survey, Facts, str], form: TextForm, more: dict[str, Any], status: int = 200
) -> HttpResponse:
    survey, facts, key = about
    present = section(key, facts)
    stored = facts.source.cycle.narrative.get(key, "")
    context = {
        "survey": survey,
        "tab": "texts",
        "key": key,
        "name": name_of(key),
        "remark": REMARKS.get(key, ""),
        "own": present.own,
        "present": present.blocks,
        "standard": resolve(standard_text(key, facts), facts).blocks,
        "form": form,
        "preview": present.blocks,
        "undo": settling_to_undo(survey, request.user, key, stored),
        "groups": _groups(facts),
        "passages": [(f"{{{{ {name} }}}}", meaning) for name, (meaning, _value) in PASSAGES.items()],
        "obstacle": obstacle(request.user, Action.EDIT_TEXTS, survey),
    } | _told_of(survey, facts, key, stored)
    return render(request, "reports/editing/edit.html", context | more, status=status)


def overtaken_page(
    request: AuthedRequest, about: tuple[Survey, Facts, str], form: TextForm, changed: Overtaken
) -> HttpResponse:
    """What was typed beside what was stored meanwhile, for who did not see that."""
    survey, _facts, key = about
    row = Narrative.objects.filter(followup__survey=survey, section=key).first()
    change = last_change(row, request.user) if row else ""
    shown = {"stored": changed.stored, "changed": True, "change": change}
    return text_page(request, about, form, shown, CONFLICT)


def _told_of(survey: Survey, facts: Facts, key: str, typed: str) -> dict[str, Any]:
    """What the rules say of a text, and what of it the portal could not check or could keep up to date."""
    case = case_with(facts.source, {key: typed} if typed else {})
    return {"remarks": remarks_on(case, key, answers_of(survey)), "ledger": text_ledger(case, key)}


def _groups(facts: Facts) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """Every placeholder for words by what it speaks of: as it is typed, what it means, what it stands for now."""
    groups = GROUPS | {"Setiap unsur": element_words(facts)}
    return [
        (title, [(f"{{{{ {name} }}}}", meaning, value(facts)) for name, (meaning, value) in words.items()])
        for title, words in groups.items()
    ]
