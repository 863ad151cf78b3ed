"""What the trail says of accounts: the pages of django-allauth write no event themselves."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from allauth.mfa.models import Authenticator
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from offices.account.browsers import remember
from offices.audit import record
from offices.models import NoticeKind, Office, User
from offices.notices.telling import notify

View = Callable[..., HttpResponseBase]


def note(user: User | AnonymousUser, action: str) -> None:
    """One event about an account by its own person, in the trail of the office where the person came first."""
    if isinstance(user, User):
        office = Office.objects.filter(memberships__user=user).order_by("memberships__pk").first()
        record(user, action, user, office)


def noted(view: View, action: str, kind: NoticeKind) -> View:
    """A page that changes the second factor of whoever asks; the change and its event are one transaction."""

    @wraps(view)
    def noting(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        with transaction.atomic():
            before = _factors(request)
            response = view(request, *args, **kwargs)
            if _factors(request) != before:
                note(request.user, action)
                notify(cast(User, request.user), kind, cast(User, request.user))
        return response

    return noting


def keeping_browser(view: View) -> View:
    """A page that changes the password: the browser at hand stays one that is known."""

    @wraps(view)
    def keeping(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        before = getattr(request.user, "password", "")
        response = view(request, *args, **kwargs)
        if isinstance(request.user, User) and request.user.password != before:
            remember(request, response, request.user)
        return response

    return keeping


def _factors(request: HttpRequest) -> list[int]:
    if not isinstance(request.user, User):
        return []
    return list(Authenticator.objects.filter(user=request.user).order_by("pk").values_list("pk", flat=True))
