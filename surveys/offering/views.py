"""The pages of the services of an office."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from offices.models import Office
from offices.permissions import Action, fetch
from offices.profile.holding import held_office
from offices.profile.references import names_of_users
from offices.profile.views import frame
from offices.requests import AuthedRequest, answered, status_of
from offices.sending.changes import last_change
from offices.sending.once import once
from offices.sending.versions import choice, met, opened_on
from surveys.models import Service
from surveys.offering.forms import ServiceForm
from surveys.offering.kinds import (
    add_service,
    delete_service,
    fixed_in,
    move_service,
    rename_service,
    services_of,
    use_service,
)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@once
def services(request: AuthedRequest, code: str) -> HttpResponse:
    """The services in their order, and a form for a new one."""
    wanted = Action.EDIT_OFFICE if request.method == "POST" else Action.VIEW_OFFICE
    office = fetch(request.user, wanted, Office.objects.all(), code=code)
    form = ServiceForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with answered(form):
            service = add_service(office, request.user, form.cleaned_data["name"])
            messages.success(request, f"{service} ditambahkan.")
            return redirect("services", code)
    context = frame(request, office, "services") | {"form": form, "services": services_of(office)}
    return render(request, "surveys/offering/kinds.html", context, status=status_of(request))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def service(request: AuthedRequest, code: str, pk: int) -> HttpResponse:
    """One service: its name, and whether it is in use."""
    found = _service(request, code, pk)
    if request.method != "POST":
        return _page(request, found, _named(found))
    with held_office(found.office):
        found = _service(request, code, pk)
        stored = {"name": found.name}
        meeting = met(request.POST, [_named(found)], stored)
        form = _named(found, meeting.data)
        if meeting.differences:
            change = last_change(found, request.user, "service.rename", "service.add")
            return _page(request, found, form, **choice(meeting, change))
        if form.is_valid():
            with answered(form):
                rename_service(found.office, request.user, found, form.cleaned_data["name"])
                named = ", ".join(fixed_in(found))
                kept = f" Nama lama tetap tercetak dalam laporan {named}." if named else ""
                messages.success(request, f"{found} tersimpan.{meeting.told}{kept}")
                return redirect("services", code)
        return _page(request, found, form)


@login_required
@require_POST
def service_move(request: AuthedRequest, code: str, pk: int) -> HttpResponse:
    """One place up, or down."""
    found = _service(request, code, pk)
    with answered() as answer:
        move_service(found.office, request.user, found, "up" if request.POST.get("arah") == "naik" else "down")
    answer.tell(request)
    return redirect("services", code)


@login_required
@require_POST
def service_use(request: AuthedRequest, code: str, pk: int) -> HttpResponse:
    """Offer a service again, or no longer."""
    found = _service(request, code, pk)
    in_use = request.POST.get("pakai") == "ya"
    with answered() as answer:
        use_service(found.office, request.user, found, in_use=in_use)
    answer.tell(request, f"{found} {'dipakai kembali' if in_use else 'tidak dipakai lagi'}.")
    return redirect("services", code)


@login_required
@require_POST
def service_delete(request: AuthedRequest, code: str, pk: int) -> HttpResponse:
    """Remove a service that nothing names."""
    found = _service(request, code, pk)
    with answered() as answer:
        delete_service(found.office, request.user, found)
        messages.success(request, f"{found} dihapus.")
        return redirect("services", code)
    return _page(request, found, _named(found), fault=answer.fault)


def _service(request: AuthedRequest, code: str, pk: int) -> Service:
    rows = Service.objects.select_related("office")
    return fetch(request.user, Action.EDIT_OFFICE, rows, office__code=code, pk=pk)


def _named(found: Service, data: QueryDict | None = None) -> ServiceForm:
    stored = {"name": found.name}
    return ServiceForm(data, initial=stored | opened_on(stored))


def _page(request: AuthedRequest, found: Service, form: ServiceForm, **more: Any) -> HttpResponse:
    context = frame(request, found.office, "services") | {
        "service": found,
        "form": form,
        "fault": "",
        "users": names_of_users(found),
        "fixed": fixed_in(found),
        "differences": (),
    }
    return render(request, "surveys/offering/kind.html", context | more, status=status_of(request, more))
