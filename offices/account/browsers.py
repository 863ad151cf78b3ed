"""Browsers from which somebody has come in before: a signed cookie says so, until the password changes.

It opens nothing; it only gives its browser a counter of its own (guessing.py).
"""

import secrets
from dataclasses import dataclass, field

from django.conf import settings
from django.core import signing
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.crypto import salted_hmac

from offices.models import User

COOKIE = "known_browser"
SALT = "offices.browsers"
KEPT_SECONDS = 365 * 24 * 60 * 60
MOST_PEOPLE = 20


@dataclass(frozen=True, slots=True)
class Browser:
    """``marks`` by the primary key of a user: what proves that this browser was let in with today's password."""

    key: str
    marks: dict[str, str] = field(default_factory=dict)


def browser_of(request: HttpRequest) -> Browser:
    """The browser that asks; a new one where there is no cookie, or not one of ours."""
    try:
        kept = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=KEPT_SECONDS)
        return Browser(kept["key"], kept["marks"])
    except (signing.BadSignature, KeyError, TypeError):
        return Browser(secrets.token_urlsafe(12))


def knows(browser: Browser, user: User) -> bool:
    """Whether this person has come in from here since the password was last set."""
    return secrets.compare_digest(browser.marks.get(str(user.pk), ""), _mark(browser.key, user))


def remember(request: HttpRequest, response: HttpResponseBase, user: User) -> None:
    """Have the browser keep that this person has come in; those who came in last are kept."""
    browser = browser_of(request)
    others = [(pk, mark) for pk, mark in browser.marks.items() if pk != str(user.pk)]
    marks = dict(others[1 - MOST_PEOPLE :]) | {str(user.pk): _mark(browser.key, user)}
    response.set_cookie(
        COOKIE,
        signing.dumps({"key": browser.key, "marks": marks}, salt=SALT, compress=True),
        max_age=KEPT_SECONDS,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )


def _mark(key: str, user: User) -> str:
    return salted_hmac(SALT, f"{key}:{user.pk}:{user.password}", algorithm="sha256").hexdigest()[:32]
