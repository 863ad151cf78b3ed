"""Ponsel hilang: where an office opens the accounts of admins and secretaries of an office below it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from offices.account.confirming import asked_first
from offices.models import Office
from offices.people.factor_removal import managers_with_factor, release_second_factor
from offices.people.roster import PersonRefusedError
from offices.permissions import Action, fetch
from offices.profile.views import REFUSED, actor_of


@login_required
@require_safe
def lost_phones(request: HttpRequest, code: str) -> HttpResponse:
    """Whose second factor could be removed from above."""
    return _page(request, _office(request, code))


@login_required
@require_POST
def lost_phone_release(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Remove it, for somebody who was recognised in another way."""
    office = _office(request, code)
    user = get_object_or_404(managers_with_factor(office), pk=pk)
    if question := asked_first(request, f"menghapus verifikasi dua langkah {user.name}"):
        return question
    try:
        release_second_factor(office, actor_of(request), user)
    except PersonRefusedError as error:
        return _page(request, office, str(error))
    messages.success(request, f"Verifikasi dua langkah {user.name} dihapus. Mintalah untuk mengaktifkannya lagi.")
    return redirect("lost_phones", code)


def _office(request: HttpRequest, code: str) -> Office:
    return fetch(request.user, Action.RELEASE_BELOW, Office.objects.all(), code=code)


def _page(request: HttpRequest, office: Office, fault: str = "") -> HttpResponse:
    context = {"office": office, "people": managers_with_factor(office), "fault": fault}
    return render(request, "offices/people/lost_phones.html", context, status=REFUSED if fault else 200)
