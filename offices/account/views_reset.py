"""A forgotten password: a link is asked for, comes by mail from the worker, and leads to a password of one's own.

What the page answers says nothing about whether an address is somebody's, nor does the time that it takes.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import views as account
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from offices.account.forms import ForgottenForm
from offices.account.throttling import Limit, is_within, take
from offices.models import NoticeKind, User
from offices.notices.telling import send_link
from offices.requests import status_of

HOUR = 60 * 60
FROM_ONE_NETWORK = 30
PER_ADDRESS = Limit("tautan kata sandi", 3, HOUR)
TOO_OFTEN = (
    "Terlalu banyak permintaan dari jaringan ini. Coba lagi satu jam lagi, atau hubungi admin satuan kerja Anda."
)
LOG_OUT_FIRST = "Anda sedang masuk. Keluar dahulu, lalu buka tautan dari surel itu sekali lagi."


@require_http_methods(["GET", "HEAD", "POST"])
def password_forgotten(request: HttpRequest) -> HttpResponse:
    """Ask for the link, at most three times in an hour for an address; without mail, whom to ask instead."""
    if request.method == "POST" and not settings.HAS_MAIL:
        return redirect("account_reset_password")
    form = ForgottenForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        if is_within(request, "lupa kata sandi", FROM_ONE_NETWORK, HOUR):
            address = form.cleaned_data["email"]
            if take(PER_ADDRESS, address.lower()):
                for user in User.objects.filter(is_active=True, email__iexact=address):
                    send_link(user, NoticeKind.RESET_ASKED)
            return redirect("account_reset_password_done")
        form.add_error(None, TOO_OFTEN)
    context = {"form": form, "has_mail": settings.HAS_MAIL}
    return render(request, "account/password_reset.html", context, status=status_of(request))


def logged_out(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """The page behind the link: who is inside would change a password that way without the one before."""

    @wraps(view)
    def asking(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated:
            messages.info(request, LOG_OUT_FIRST)
            return redirect("account")
        return view(request, *args, **kwargs)

    return asking


password_from_link = logged_out(account.password_reset_from_key)
