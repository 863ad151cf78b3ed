"""Akun saya: what protects the own account, and what one was told. Most forms behind it are django-allauth's."""

from allauth.mfa.models import Authenticator
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from offices.account.second_factor import WAY_BACK, is_on, reasons
from offices.models import Office
from offices.notices.telling import kept, understand
from offices.notices.words import worded
from offices.permissions import Action, visible
from offices.requests import AuthedRequest

LATEST = 5
MOST = 200


@login_required
@require_safe
def account(request: AuthedRequest) -> HttpResponse:
    """What protects the own account, and the latest of what was done to it."""
    user = request.user
    factors = {row.type: row for row in Authenticator.objects.filter(user=user)}
    codes = factors.get(Authenticator.Type.RECOVERY_CODES)
    notices = list(kept(user)[: LATEST + 1])
    context = {
        "has_factor": Authenticator.Type.TOTP in factors,
        "reasons": reasons(user),
        "signs": visible(user, Action.SIGN, Office.objects.all()).exists(),
        "codes_left": len(codes.wrap().get_unused_codes()) if codes else 0,
        "notices": worded(notices[:LATEST]),
        "has_more": len(notices) > LATEST,
    }
    return render(request, "offices/account.html", context)


@login_required
@require_safe
def second_factor(request: AuthedRequest) -> HttpResponse:
    """Why this person must have one, and the two ways on: set it up now, or first what was wanted."""
    user = request.user
    back = safe_address(request.GET.get("next", ""), "home")
    request.session[WAY_BACK] = back
    return render(request, "offices/second_factor.html", {"reasons": reasons(user), "is_on": is_on(user), "back": back})


@login_required
@require_safe
def notices(request: AuthedRequest) -> HttpResponse:
    """Everything that one was told, of the account and of the work."""
    told = worded(kept(request.user)[:MOST])
    context = {"notices": told, "has_new": any(notice.is_new for notice in told)}
    return render(request, "offices/notices.html", context)


@login_required
@require_POST
def notices_understood(request: AuthedRequest) -> HttpResponse:
    """Saya mengerti, or opened: those that were shown are read; they stay in the list."""
    numbers = [int(number) for number in request.POST.getlist("notice") if number.isdecimal() and len(number) < 19]
    understand(request.user, numbers)
    if request.headers.get("HX-Request"):
        return HttpResponse()
    return redirect(safe_address(request.POST.get("next", ""), "account"))


def safe_address(address: str, otherwise: str) -> str:
    """An address within the portal, or the page of that name."""
    return address if url_has_allowed_host_and_scheme(address, allowed_hosts=None) else reverse(otherwise)
