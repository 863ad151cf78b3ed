"""The pages of an office itself: its profile and its units."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from offices.models import Membership, Office, Unit
from offices.permissions import Action, fetch, may, refusal
from offices.profile.forms import CloseForm, UnitForm, profile_forms, socials_in
from offices.profile.saving import save_profile
from offices.profile.units import (
    add_unit,
    close_unit,
    delete_unit,
    move_unit,
    names_of_users,
    rename_unit,
    reopen_unit,
)
from offices.requests import AuthedRequest, answered, status_of
from offices.sending.once import once


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def office_profile(request: AuthedRequest, code: str) -> HttpResponse:
    """What the office says of itself; everyone of the office reads it, an admin changes it."""
    office = fetch(request.user, _wanted(request), Office.objects.all(), code=code)
    data = request.POST if request.method == "POST" else None
    form, rows = profile_forms(office, data)
    sound = data is not None and all([form.is_valid(), rows.is_valid()])
    if sound:
        save_profile(office, request.user, form.profile(socials_in(rows)))
        messages.success(request, "Profil satuan kerja tersimpan.")
        return redirect("office_profile", code)
    context = frame(request, office, "office_profile") | {"form": form, "rows": rows}
    return render(request, "offices/profile/profile.html", context, status=status_of(request))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@once
def office_units(request: AuthedRequest, code: str) -> HttpResponse:
    """The units in their order, and a form for a new one."""
    office = fetch(request.user, _wanted(request), Office.objects.all(), code=code)
    form = UnitForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with answered(form):
            unit = add_unit(office, request.user, **form.cleaned_data)
            messages.success(request, f"{unit} ditambahkan.")
            return redirect("office_units", code)
    context = frame(request, office, "office_units") | {"form": form, "units": list(office.units.all())}
    return render(request, "offices/profile/units.html", context, status=status_of(request))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def unit(request: AuthedRequest, code: str, pk: int) -> HttpResponse:
    """One unit: its names, and whether it is open."""
    found = _unit(request, code, pk)
    form = _names(found, request.POST if request.method == "POST" else None)
    if form.is_valid():
        with answered(form):
            rename_unit(found.office, request.user, found, **form.cleaned_data)
            messages.success(request, f"{found} tersimpan.")
            return redirect("office_units", code)
    return _unit_page(request, found, form, CloseForm())


@login_required
@require_POST
def unit_move(request: AuthedRequest, code: str, pk: int) -> HttpResponse:
    """One place up, or down."""
    found = _unit(request, code, pk)
    move_unit(found.office, request.user, found, "up" if request.POST.get("arah") == "naik" else "down")
    return redirect("office_units", code)


@login_required
@require_POST
def unit_close(request: AuthedRequest, code: str, pk: int) -> HttpResponse:
    """Close a unit from a day on."""
    found = _unit(request, code, pk)
    form = CloseForm(request.POST)
    if not form.is_valid():
        return _unit_page(request, found, _names(found), form)
    close_unit(found.office, request.user, found, form.cleaned_data["closed_on"])
    messages.success(request, f"{found} ditutup.")
    return redirect("office_units", code)


@login_required
@require_POST
def unit_reopen(request: AuthedRequest, code: str, pk: int) -> HttpResponse:
    """Offer a closed unit again."""
    found = _unit(request, code, pk)
    with answered() as answer:
        reopen_unit(found.office, request.user, found)
        messages.success(request, f"{found} dibuka kembali.")
        return redirect("office_units", code)
    return _unit_page(request, found, _names(found), CloseForm(), answer.fault)


@login_required
@require_POST
def unit_delete(request: AuthedRequest, code: str, pk: int) -> HttpResponse:
    """Remove a unit that nothing names."""
    found = _unit(request, code, pk)
    with answered() as answer:
        delete_unit(found.office, request.user, found)
        messages.success(request, f"{found} dihapus.")
        return redirect("office_units", code)
    return _unit_page(request, found, _names(found), CloseForm(), answer.fault)


def frame(request: AuthedRequest, office: Office, tab: str) -> dict[str, Any]:
    """What every page of an office shows around its content; ``obstacle`` in place of the controls."""
    may_edit = may(request.user, Action.EDIT_OFFICE, office)
    return {
        "office": office,
        "tab": tab,
        "obstacle": "" if may_edit else refusal(Action.EDIT_OFFICE),
        "may_manage_people": may(request.user, Action.MANAGE_PEOPLE, office),
        "may_view_audit": may(request.user, Action.VIEW_AUDIT, office),
    }


def _wanted(request: AuthedRequest) -> Action:
    return Action.EDIT_OFFICE if request.method == "POST" else Action.VIEW_OFFICE


def _unit(request: AuthedRequest, code: str, pk: int) -> Unit:
    units = Unit.objects.select_related("office")
    return fetch(request.user, Action.EDIT_OFFICE, units, office__code=code, pk=pk)


def _names(found: Unit, data: Any = None) -> UnitForm:
    return UnitForm(data, initial={"name": found.name, "short_name": found.short_name})


def _unit_page(
    request: AuthedRequest, found: Unit, form: UnitForm, closing: CloseForm, fault: str = ""
) -> HttpResponse:
    context = frame(request, found.office, "office_units") | {
        "unit": found,
        "form": form,
        "closing": closing,
        "fault": fault,
        "users": names_of_users(found),
        "members": [row.user for row in Membership.objects.filter(unit=found).select_related("user")],
    }
    return render(request, "offices/profile/unit.html", context, status=status_of(request))
