"""Which sessions of a person are open, on which devices, and how one is ended from another.

A session carries the number of its row, never a row the key of its session: so Django may change the key,
and whoever reads the table can enter nothing. How long a session lasts is in sessions.py.
"""

from datetime import timedelta

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from offices.account.devices import device_of
from offices.account.events import note
from offices.models import NoticeKind, OpenSession, User
from offices.notices.telling import notify

ROW = "open_session"


def list_session(request: HttpRequest, user: User, *, stays: bool) -> None:
    """Put a session that begins into the list, in place of one that it takes over; forget those that are over."""
    unlist_session(request)
    OpenSession.objects.filter(user=user).exclude(pk__in=open_sessions(user).values("pk")).delete()
    longest = timezone.now() - timedelta(seconds=settings.SESSION_STAYING)
    OpenSession.objects.filter(begun__lte=longest).delete()
    _add(request, user, stays=stays)


def _add(request: HttpRequest, user: User, *, stays: bool = False) -> None:
    row = OpenSession.objects.create(
        user=user,
        stamp=user.get_session_auth_hash(),
        device=device_of(request.headers.get("User-Agent", "")),
        address=get_adapter().get_client_ip(request),
        stays=stays,
    )
    request.session[ROW] = row.pk


def unlist_session(request: HttpRequest) -> None:
    _row(request).delete()
    request.session.pop(ROW, None)


def is_listed(request: HttpRequest, user: User, *, note_use: bool) -> bool:
    """Whether nobody has ended this session from elsewhere; one of before the list is taken into it.

    One question to the database either way, as every page asks it.
    """
    if ROW not in request.session:
        _add(request, user)
        return True
    return bool(_row(request).update(seen=timezone.now())) if note_use else _row(request).exists()


def keep_this_session(request: HttpRequest, user: User) -> None:
    """After a change of the password, which ends all others: this one goes on as an ordinary one."""
    _row(request).update(stamp=user.get_session_auth_hash(), stays=False)


def open_sessions(user: User) -> QuerySet[OpenSession]:
    """Those that the next request would still find open, the one used last first."""
    now = timezone.now()
    used = Q(
        seen__gt=now - timedelta(seconds=settings.SESSION_COOKIE_AGE),
        begun__gt=now - timedelta(seconds=settings.SESSION_LONGEST),
    )
    stays = Q(stays=True, begun__gt=now - timedelta(seconds=settings.SESSION_STAYING))
    return OpenSession.objects.filter(used | stays, user=user, stamp=user.get_session_auth_hash()).order_by("-seen")


@transaction.atomic
def end_session(user: User, pk: int) -> bool:
    """End one session of the person; whether it was open."""
    ended, _by_kind = open_sessions(user).filter(pk=pk).delete()
    if ended:
        note(user, "account.session_end")
        notify(user, NoticeKind.SESSION_ENDED, user)
    return bool(ended)


@transaction.atomic
def end_other_sessions(request: HttpRequest, user: User) -> int:
    """End all sessions of the person but the one that asks; how many there were."""
    ended, _by_kind = open_sessions(user).exclude(pk__in=_row(request).values("pk")).delete()
    if ended:
        note(user, "account.sessions_end_others")
        notify(user, NoticeKind.SESSION_ENDED, user)
    return ended


def _row(request: HttpRequest) -> QuerySet[OpenSession]:
    """The row of this session, if it has one that nobody ended."""
    known: int = request.session.get(ROW, 0)
    return OpenSession.objects.filter(pk=known)
