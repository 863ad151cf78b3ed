"""The pages of an office itself: its profile and its units."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import BaseFormSet
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from offices.models import Membership, Office, Unit
from offices.permissions import Action, fetch, may, refusal
from offices.profile.forms import (
    CloseForm,
    ProfileForm,
    SocialForm,
    UnitForm,
    profile_forms,
    profile_values,
    socials_in,
)
from offices.profile.holding import held_office
from offices.profile.references import names_of_users
from offices.profile.saving import save_profile
from offices.profile.units import (
    add_unit,
    close_unit,
    delete_unit,
    move_unit,
    rename_unit,
    reopen_unit,
)
from offices.requests import AuthedRequest, answered, status_of
from offices.sending.changes import last_change
from offices.sending.once import once
from offices.sending.versions import choice, met, opened_on


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def office_profile(request: AuthedRequest, code: str) -> HttpResponse:
    """What the office says of itself; everyone of the office reads it, an admin changes it."""
    office = fetch(request.user, _wanted(request), Office.objects.all(), code=code)
    if request.method != "POST":
        return _profile_page(request, office, *profile_forms(office))
    with held_office(office) as held:
        stored = profile_values(held)
        meeting = met(request.POST, [profile_forms(held)[0]], stored)
        form, rows = profile_forms(held, meeting.data)
        if meeting.differences:
            asked = choice(meeting, last_change(held, request.user, "office.change"))
            return _profile_page(request, held, form, rows, asked)
        if all([form.is_valid(), not rows.is_bound or rows.is_valid()]):
            save_profile(held, request.user, form.profile(socials_in(rows)))
            messages.success(request, f"Profil satuan kerja tersimpan.{meeting.told}")
            return redirect("office_profile", code)
        return _profile_page(request, held, form, rows)


def _profile_page(
    request: AuthedRequest,
    office: Office,
    form: ProfileForm,
    rows: "BaseFormSet[SocialForm]",
    asked: dict[str, Any] | None = None,
) -> HttpResponse:
    context = frame(request, office, "office_profile") | {"form": form, "rows": rows, "differences": ()}
    asked = asked or {}
    return render(request, "offices/profile/profile.html", context | asked, status=status_of(request, asked))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@once
def office_units(request: AuthedRequest, code: str) -> HttpResponse:
    """The units in their order, and a form for a new one."""
    office = fetch(request.user, _wanted(request), Office.objects.all(), code=code)
    form = UnitForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with answered(form):
            unit = add_unit(office, request.user, **form.names())
            messages.success(request, f"{unit} ditambahkan.")
            return redirect("office_units", code)
    context = frame(request, office, "office_units") | {"form": form, "units": list(office.units.all())}
    return render(request, "offices/profile/units.html", context, status=status_of(request))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def unit(request: AuthedRequest, code: str, pk: int) -> HttpResponse:
    """One unit: its names, and whether it is open."""
    found = _unit(request, code, pk)
    if request.method != "POST":
        return _unit_page(request, found, _names(found), CloseForm())
    with held_office(found.office):
        found = _unit(request, code, pk)
        meeting = met(request.POST, [_names(found)], _stored_names(found))
        form = _names(found, meeting.data)
        if meeting.differences:
            change = last_change(found, request.user, "unit.rename", "unit.add")
            return _unit_page(request, found, form, CloseForm(), **choice(meeting, change))
        if form.is_valid():
            with answered(form):
                rename_unit(found.office, request.user, found, **form.names())
                messages.success(request, f"{found} tersimpan.{meeting.told}")
                return redirect("office_units", code)
        return _unit_page(request, found, form, CloseForm())


@login_required
@require_POST
def unit_move(request: AuthedRequest, code: str, pk: int) -> HttpResponse:
    """One place up, or down."""
    found = _unit(request, code, pk)
    with answered() as answer:
        move_unit(found.office, request.user, found, "up" if request.POST.get("arah") == "naik" else "down")
    answer.tell(request)
    return redirect("office_units", code)


@login_required
@require_POST
def unit_close(request: AuthedRequest, code: str, pk: int) -> HttpResponse:
    """Close a unit from a day on."""
    found = _unit(request, code, pk)
    form = CloseForm(request.POST)
    if not form.is_valid():
        return _unit_page(request, found, _names(found), form)
    with answered() as answer:
        close_unit(found.office, request.user, found, form.cleaned_data["closed_on"])
    answer.tell(request, f"{found} ditutup.")
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
    return _unit_page(request, found, _names(found), CloseForm(), fault=answer.fault)


@login_required
@require_POST
def unit_delete(request: AuthedRequest, code: str, pk: int) -> HttpResponse:
    """Remove a unit that nothing names."""
    found = _unit(request, code, pk)
    with answered() as answer:
        delete_unit(found.office, request.user, found)
        messages.success(request, f"{found} dihapus.")
        return redirect("office_units", code)
    return _unit_page(request, found, _names(found), CloseForm(), fault=answer.fault)


def frame(request: AuthedRequest, office: Office, tab: str) -> dict[str, Any]:
    """What every page of an office shows around its content; ``obstacle`` in place of the controls."""
    may_edit = may(request.user, Action.EDIT_OFFICE, office)
    return {
        "office": office,
        "tab": tab,
        "obstacle": "" if may_edit else refusal(Action.EDIT_OFFICE, office),
        "may_manage_people": may(request.user, Action.MANAGE_PEOPLE, office),
        "may_view_audit": may(request.user, Action.VIEW_AUDIT, office),
        "may_view_evaluation": may(request.user, Action.VIEW_EVALUATION, office),
        "may_take_evidence": may(request.user, Action.TAKE_EVIDENCE, office),
    }


def _wanted(request: AuthedRequest) -> Action:
    return Action.EDIT_OFFICE if request.method == "POST" else Action.VIEW_OFFICE


def _unit(request: AuthedRequest, code: str, pk: int) -> Unit:
    units = Unit.objects.select_related("office")
    return fetch(request.user, Action.EDIT_OFFICE, units, office__code=code, pk=pk)


def _names(found: Unit, data: QueryDict | None = None) -> UnitForm:
    stored = _stored_names(found)
    return UnitForm(data, initial=stored | opened_on(stored))


def _stored_names(found: Unit) -> dict[str, str]:
    return {"name": found.name, "short_name": found.short_name}


def _unit_page(
    request: AuthedRequest,
    found: Unit,
    form: UnitForm,
    closing: CloseForm,
    **more: Any,
) -> HttpResponse:
    context = frame(request, found.office, "office_units") | {
        "unit": found,
        "form": form,
        "closing": closing,
        "fault": "",
        "users": names_of_users(found),
        "members": [row.user for row in Membership.objects.filter(unit=found).select_related("user")],
        "differences": (),
    }
    return render(request, "offices/profile/unit.html", context | more, status=status_of(request, more))
