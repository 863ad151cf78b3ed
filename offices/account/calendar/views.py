"""Akun saya, Kalender: make, renew and revoke the secret address under which one's days can be read."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_POST, require_safe

from offices.account.calendar.key import renew, revoke
from offices.models import CalendarKey
from offices.requests import AuthedRequest

CREATED = 201


@login_required
@require_safe
def account_calendar(request: AuthedRequest) -> HttpResponse:
    """Whether there is an address; which one nobody can say any more."""
    return _page(request)


@login_required
@require_POST
def account_calendar_renew(request: AuthedRequest) -> HttpResponse:
    """A new address; the answer shows it, once."""
    address = f"{settings.PUBLIC_URL}{reverse('calendar', args=(renew(request.user),))}"
    response = _page(request, address)
    add_never_cache_headers(response)
    return response


@login_required
@require_POST
def account_calendar_revoke(request: AuthedRequest) -> HttpResponse:
    """No address any more."""
    revoke(request.user)
    messages.success(request, "Alamat kalender dicabut. Kalender yang memakainya tidak diperbarui lagi.")
    return redirect("account_calendar")


def _page(request: AuthedRequest, address: str = "") -> HttpResponse:
    key = CalendarKey.objects.filter(user=request.user).first()
    context = {"key": key, "address": address}
    return render(request, "offices/account/calendar.html", context, status=CREATED if address else 200)
