"""Tampilan laporan: how an office's reports look, and what it lays down for the offices below it."""

from dataclasses import asdict
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from offices.appearance.chosen import (
    NAMES,
    Chosen,
    apart_from_portal,
    chosen_for,
    laid_down_by,
    row_of,
    save_choice,
)
from offices.appearance.forms import AppearanceForm, BelowForm, as_sent
from offices.appearance.values import Appearance
from offices.models import Office
from offices.permissions import Action, fetch, may
from offices.profile.holding import held_office
from offices.profile.views import frame
from offices.requests import AuthedRequest, status_of
from offices.sending.changes import last_change
from offices.sending.versions import choice, met, opened_on


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def office_appearance(request: AuthedRequest, code: str) -> HttpResponse:
    """How the office's reports look; everyone of the office reads it, an admin changes it."""
    wanted = Action.EDIT_OFFICE if request.method == "POST" else Action.VIEW_OFFICE
    office = fetch(request.user, wanted, Office.objects.all(), code=code)
    if request.method != "POST":
        chosen = chosen_for(office)
        return _page(request, office, chosen, _own_form(chosen))
    with held_office(office) as held:
        chosen = chosen_for(held)
        meeting = met(request.POST, [_own_form(chosen)], as_sent(asdict(chosen.appearance)))
        form = _own_form(chosen, meeting.data)
        if meeting.differences:
            asked = choice(meeting, _last_change(held, request, for_below=False))
            return _page(request, held, chosen, form, asked)
        if form.is_valid():
            beneath = {name: chosen.own[name] for name in chosen.fixed if name in chosen.own}
            save_choice(held, request.user, beneath | apart_from_portal(form.said()), for_below=False)
            messages.success(request, f"Tampilan laporan tersimpan.{meeting.told}")
            return redirect("office_appearance", code)
        return _page(request, held, chosen, form)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def appearance_below(request: AuthedRequest, code: str) -> HttpResponse:
    """What an office lays down for the reports of all offices below it."""
    office = fetch(request.user, Action.LAY_DOWN_BELOW, Office.objects.all(), code=code)
    if request.method != "POST":
        return _below_page(request, office, _below_form(office))
    with held_office(office) as held:
        meeting = met(request.POST, [_below_form(held)], _below_values(held))
        form = _below_form(held, meeting.data)
        if meeting.differences:
            asked = choice(meeting, _last_change(held, request, for_below=True))
            return _below_page(request, held, form, asked)
        if form.is_valid():
            save_choice(held, request.user, form.said(), for_below=True)
            messages.success(request, f"Tampilan laporan satuan kerja di bawah tersimpan.{meeting.told}")
            return redirect("appearance_below", code)
        return _below_page(request, held, form)


def _last_change(office: Office, request: AuthedRequest, *, for_below: bool) -> str:
    row = row_of(office, for_below=for_below)
    return last_change(row, request.user) if row else ""


def _own_form(chosen: Chosen, data: Any = None) -> AppearanceForm:
    stored = as_sent(asdict(chosen.appearance))
    return AppearanceForm(data, fixed=chosen.fixed, initial=stored | opened_on(stored))


def _below_values(office: Office) -> dict[str, str]:
    return dict.fromkeys(NAMES, "") | as_sent(laid_down_by(office))


def _below_form(office: Office, data: Any = None) -> BelowForm:
    stored = _below_values(office)
    return BelowForm(data, initial=stored | opened_on(stored))


def _page(
    request: AuthedRequest,
    office: Office,
    chosen: Chosen,
    form: AppearanceForm,
    asked: dict[str, Any] | None = None,
) -> HttpResponse:
    asked = asked or {}
    context = frame(request, office, "office_appearance") | {
        "form": form,
        "look": chosen.appearance,
        "fixed": [(form.fields[name].label, laid_down) for name, laid_down in chosen.fixed.items()],
        "may_lay_down": office.children.exists() and may(request.user, Action.LAY_DOWN_BELOW, office),
        "differences": (),
    }
    if context["obstacle"]:
        form.lock()
    return render(request, "offices/appearance/own.html", context | asked, status=status_of(request, asked))


def _below_page(
    request: AuthedRequest, office: Office, form: BelowForm, asked: dict[str, Any] | None = None
) -> HttpResponse:
    asked = asked or {}
    context = {
        "office": office,
        "form": form,
        "look": Appearance(**laid_down_by(office)),
        "below": list(office.children.order_by("code")),
        "differences": (),
    }
    return render(request, "offices/appearance/below.html", context | asked, status=status_of(request, asked))
