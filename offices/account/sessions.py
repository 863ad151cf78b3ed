"""How long a session lasts on a computer that an office shares, and what stands before everything else.

A session ends with the browser, after an hour without a request (``SESSION_COOKIE_AGE``, sliding), after a
working day in any case (``SESSION_LONGEST``), and as soon as the person is disabled. Operators and heads of units
may have one that stays on their own device (``SESSION_STAYING``). The list of open ones is in open_sessions.py.
"""

from collections.abc import Callable
from datetime import timedelta
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

from offices.account.open_sessions import is_listed, keep_this_session, list_session, unlist_session
from offices.account.second_factor import lead
from offices.models import UNIT_ROLES, User
from offices.sending.kept import remember
from offices.sending.pages import page_of

STARTED, SEEN = "session_started", "session_seen"
STAYS, WISHED = "session_stays", "session_wished_to_stay"
SEEN_EVERY = 60
ALWAYS_OPEN = {"account_change_password", "account_logout", "healthz", "readyz"}
ENDED_STAYING = "Sesi Anda berakhir karena sudah berlangsung 30 hari. Silakan masuk kembali."
ENDED_ELSEWHERE = "Sesi ini diakhiri melalui halaman Sesi saya. Silakan masuk kembali."
ENDED_BY_ROLE = (
    "Sesi Anda berakhir karena peran akun ini berubah: Tetap masuk hanya untuk operator dan kepala unit. "
    "Silakan masuk kembali."
)
NOT_FOR_YOU = (
    "Tetap masuk hanya untuk operator dan kepala unit. Sesi Anda berakhir bila peramban ditutup, sesudah satu jam "
    "tanpa kegiatan, dan sesudah delapan jam."
)
OF_THE_ACCOUNT = ("account", "mfa_", "second_factor", "notices", "healthz", "readyz")
ENDED = "Sesi Anda berakhir karena sudah berlangsung satu hari kerja. Silakan masuk kembali."


class SessionMiddleware:
    """Ends sessions that are too old, and leads to what an account lacks: a password of its own, a second factor."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, _view: Any, _args: Any, _kwargs: Any) -> HttpResponse | None:
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or not isinstance(request.user, User):
            return None
        if ended := self._reason_to_end(request, request.user):
            unlist_session(request)
            logout(request)
            messages.info(request, ended)
            return None
        if request.user.must_change_password and _name_of(request) not in ALWAYS_OPEN:
            return redirect(f"{reverse('account_change_password')}?{urlencode({'next': page_of(request)})}")
        if not _name_of(request).startswith(OF_THE_ACCOUNT) and (address := lead(request, request.user)):
            return redirect(address)
        return None

    def _reason_to_end(self, request: HttpRequest, user: User) -> str:
        """Why a session is over, in a sentence; empty if it is not."""
        now = timezone.now().timestamp()
        age = now - request.session.setdefault(STARTED, now)
        if request.session.get(STAYS):
            ended = ENDED_BY_ROLE if not may_stay(user) else ENDED_STAYING if age > settings.SESSION_STAYING else ""
        else:
            ended = ENDED if age > settings.SESSION_LONGEST else ""
        return ended or ("" if self._keep_alive(request, user) else ENDED_ELSEWHERE)

    def _keep_alive(self, request: HttpRequest, user: User) -> bool:
        """Note that the session is in use, once a minute at most; False if it was ended from elsewhere."""
        now = timezone.now().timestamp()
        is_due = now - request.session.get(SEEN, 0) > SEEN_EVERY
        if is_due:
            request.session[SEEN] = now
        return is_listed(request, user, note_use=is_due)


def wish_to_stay(request: HttpRequest, *, wished: bool) -> None:
    """Keep what was ticked at the password until every step of the way in is done."""
    request.session[WISHED] = wished


def begin(request: HttpRequest, user: User) -> None:
    """From this moment on counts the time of a session."""
    wished = request.session.pop(WISHED, False)
    stays = wished and may_stay(user)
    if wished and not stays:
        messages.info(request, NOT_FOR_YOU)
    request.session[STARTED] = timezone.now().timestamp()
    request.session[STAYS] = stays
    list_session(request, user, stays=stays)
    remember(request, user)
    set_end(request)


def set_end(request: HttpRequest) -> None:
    """A session that stays ends at a moment, any other with its browser."""
    days = timedelta(seconds=settings.SESSION_STAYING)
    request.session.set_expiry(timezone.now() + days if request.session.get(STAYS) else 0)


def become_ordinary(request: HttpRequest, user: User) -> None:
    """With a new password nothing stays; who changed it is let work on, for a working day."""
    request.session[STAYS] = False
    request.session[STARTED] = timezone.now().timestamp()
    set_end(request)
    keep_this_session(request, user)


def may_stay(user: User) -> bool:
    """Only who fills in and checks: nobody who signs, manages people or reads other offices."""
    roles = {membership.role for membership in user.memberships.all()}
    return bool(roles) and roles <= set(UNIT_ROLES) and not (user.is_staff or user.is_superuser)


def _name_of(request: HttpRequest) -> str:
    return (request.resolver_match.url_name or "") if request.resolver_match else ""
