"""What becomes of a form around its view: kept when the session has ended, marked as saved when it was done."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase, HttpResponseRedirectBase
from django.shortcuts import redirect
from django.urls import reverse

from offices.models import User
from offices.sending.kept import MARK, forget_saved, keep
from offices.sending.key import key_sent
from offices.sending.pages import page_of

COOKIE = "tersimpan"
SECONDS = 120
KEPT = "isian"
"""Said to the page for logging in: what was typed is kept."""


def saving_nothing(view: Any) -> Any:
    """A view that answers a POST and changes nothing, such as a preview: what was typed is still unsaved."""
    view.saves_nothing = True
    return view


class SendingMiddleware:
    """Leads who has to log in first back to the page, with what was typed; tells the browser what was saved."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        # Whether a log-in may lead to the very address that was asked for.
        is_page = request.method in ("GET", "HEAD") and not request.headers.get("HX-Request")
        if not is_page and self._leads_to_log_in(request, response):
            return to_log_in(request)
        if request.method == "POST" and isinstance(request.user, User) and self._is_saved(request, response):
            self._note_saved(request, request.user, response)
        return response

    def _leads_to_log_in(self, request: HttpRequest, response: HttpResponseBase) -> bool:
        """Whether a page, a part of one or a form was asked for by nobody."""
        if not isinstance(response, HttpResponseRedirectBase) or request.user.is_authenticated:
            return False
        target = urlsplit(response.url)
        return target.path == reverse(settings.LOGIN_URL) and "next" in parse_qs(target.query)

    def _is_saved(self, request: HttpRequest, response: HttpResponseBase) -> bool:
        """A page that leads on, something that was made, or the part of a page as it is now."""
        if getattr(request.resolver_match and request.resolver_match.func, "saves_nothing", False):
            return False
        is_part = bool(request.headers.get("HX-Request")) and response.status_code == 200
        return is_part or response.status_code == 201 or 300 <= response.status_code < 400

    def _note_saved(self, request: HttpRequest, user: User, response: HttpResponseBase) -> None:
        key = key_sent(request)
        if not key:
            return
        if request.session.get(MARK):
            forget_saved(user, request)
        response.set_cookie(
            COOKIE, key, max_age=SECONDS, samesite="Lax", secure=settings.CSRF_COOKIE_SECURE, httponly=False
        )


def to_log_in(request: HttpRequest) -> HttpResponse:
    """To the log-in and from there to the page on which the form stood; what was typed is kept till then."""
    way = {"next": page_of(request)}
    if request.method == "POST" and keep(request):
        way[KEPT] = COOKIE
    return redirect(f"{reverse(settings.LOGIN_URL)}?{urlencode(way, safe='/')}")
