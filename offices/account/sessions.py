"""How long a session lasts on a computer that an office shares, and what stands before everything else.

A session ends with the browser, after an hour without a request (``SESSION_COOKIE_AGE``, sliding), after a
working day in any case (``SESSION_LONGEST``), and as soon as the person is disabled.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from offices.models import User

STARTED, SEEN = "session_started", "session_seen"
SEEN_EVERY = 60
ALWAYS_OPEN = {"account_change_password", "account_logout", "healthz", "readyz"}
ENDED = "Sesi Anda berakhir karena sudah berlangsung satu hari kerja. Silakan masuk kembali."


class SessionMiddleware:
    """Ends sessions that are too old, and leads whoever has a temporary password to the page that changes it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, _view: Any, _args: Any, _kwargs: Any) -> HttpResponse | None:
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or not isinstance(request.user, User):
            return None
        if not keep_alive(request):
            logout(request)
            messages.info(request, ENDED)
        elif request.user.must_change_password and _name_of(request) not in ALWAYS_OPEN:
            return redirect(f"{reverse('account_change_password')}?{urlencode({'next': _way_back(request)})}")
        return None


def begin(request: HttpRequest) -> None:
    """From this moment on counts the working day of a session."""
    request.session[STARTED] = timezone.now().timestamp()


def keep_alive(request: HttpRequest) -> bool:
    """Note that the session is in use, once a minute at most; False if it has lasted too long."""
    now = timezone.now().timestamp()
    if now - request.session.setdefault(STARTED, now) > settings.SESSION_LONGEST:
        return False
    if now - request.session.get(SEEN, 0) > SEEN_EVERY:
        request.session[SEEN] = now
    return True


def _name_of(request: HttpRequest) -> str | None:
    return request.resolver_match.url_name if request.resolver_match else None


def _way_back(request: HttpRequest) -> str:
    return request.get_full_path() if request.method == "GET" else reverse("home")
