"""Ponsel hilang: where an office opens the accounts of admins and secretaries of an office below it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from offices.account.confirming import asked_first
from offices.models import Office
from offices.people.factor_removal import managers_with_factor, release_second_factor
from offices.permissions import Action, fetch
from offices.requests import AuthedRequest, answered, status_of


@login_required
@require_safe
def lost_phones(request: AuthedRequest, code: str) -> HttpResponse:
    """Whose second factor could be removed from above."""
    return _page(request, _office(request, code))


@login_required
@require_POST
def lost_phone_release(request: AuthedRequest, code: str, pk: int) -> HttpResponse:
    """Remove it, for somebody who was recognised in another way."""
    office = _office(request, code)
    user = get_object_or_404(managers_with_factor(office), pk=pk)
    if question := asked_first(request, f"menghapus verifikasi dua langkah {user.name}"):
        return question
    with answered() as answer:
        release_second_factor(office, request.user, user)
        messages.success(request, f"Verifikasi dua langkah {user.name} dihapus. Mintalah untuk mengaktifkannya lagi.")
        return redirect("lost_phones", code)
    return _page(request, office, answer.fault)


def _office(request: AuthedRequest, code: str) -> Office:
    return fetch(request.user, Action.RELEASE_BELOW, Office.objects.all(), code=code)


def _page(request: AuthedRequest, office: Office, fault: str = "") -> HttpResponse:
    context = {"office": office, "people": managers_with_factor(office), "fault": fault}
    return render(request, "offices/people/lost_phones.html", context, status=status_of(request))
