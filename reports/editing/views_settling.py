"""What agrees with the data in one text becomes placeholders by one press, and figures again by another."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from offices.declining import Overtaken
from offices.invisible import tidied
from offices.permissions import Action
from offices.requests import DECLINED, AuthedRequest, answered
from reports.document.sections import name_of
from reports.editing.narratives import Written
from reports.editing.settling import settle, undo_settling
from reports.editing.views import TextForm, overtaken_page, section_of, text_page


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def text_settle(request: AuthedRequest, code: str, period: str, key: str) -> HttpResponse:
    """Keep what was typed, with placeholders in the place of what agrees with the data."""
    survey, facts = section_of(request, Action.EDIT_TEXTS, code, period, key)
    if request.method != "POST":  # who had to log in first comes back with a GET
        return redirect("text", code, period, key)
    form = TextForm(request.POST)
    form.is_valid()
    written = Written(key, tidied(form.cleaned_data["text"]), form.cleaned_data["seen"])
    try:
        with answered(form):
            count = settle(survey, request.user, written, facts)
            messages.success(request, f"{count} angka atau nama dalam {name_of(key)} kini mengikuti data.")
            return redirect(f"{reverse('text', args=(code, period, key))}#tersimpan")
    except Overtaken as changed:
        return overtaken_page(request, (survey, facts, key), form, changed)
    return text_page(request, (survey, facts, key), form, {}, DECLINED)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def text_unsettle(request: AuthedRequest, code: str, period: str, key: str) -> HttpResponse:
    """Undo that: figures and names as they were typed."""
    survey, facts = section_of(request, Action.EDIT_TEXTS, code, period, key)
    if request.method == "POST":
        with answered() as answer:
            undo_settling(survey, request.user, key, facts)
        answer.tell(request, f"Angka dan nama dalam {name_of(key)} kembali seperti diketik.")
    return redirect("text", code, period, key)
