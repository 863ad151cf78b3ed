"""Who must have a second factor, and who has one. Keys ask for one, too: that is said where keys are (reports/issuing).

Whoever must have one and has none is led to set it up once in each session; until then only what it protects is closed.
"""

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from offices.models import Role, User

MANAGING = {Role.ADMIN, Role.SECRETARY}
SEVERAL = "Anda mengelola lebih dari satu satuan kerja."
FROM_ABOVE = "Anda memantau satuan kerja di bawahnya dan juga mengelola."
LED, WAY_BACK = "second_factor_led", "second_factor_way_back"


def is_on(user: User) -> bool:
    return bool(Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists())


def is_demonstration(user: User) -> bool:
    """Demonstration accounts show the whole way at the first try; outside DEBUG they cannot log in at all."""
    return user.is_demo and settings.DEBUG


def reasons(user: User) -> list[str]:
    """Why somebody must have one, each in a sentence; nothing for most people."""
    if is_demonstration(user):
        return []
    roles = list(user.memberships.all())
    managed = {row.office_id for row in roles if row.role in MANAGING}
    found = [SEVERAL] if len(managed) > 1 else []
    if managed and any(row.role == Role.SUPERVISOR for row in roles):
        found.append(FROM_ABOVE)
    asked = [row for row in roles if row.role in row.office.second_factor_roles]
    wanted = {(row.office.short_name, row.called) for row in asked}
    return found + [f"{office} mewajibkannya untuk peran {role}." for office, role in sorted(wanted)]


def is_missing(user: User) -> bool:
    return bool(reasons(user)) and not is_on(user)


def protects_keys_of(user: User) -> bool:
    """Whether a signing key may lie in the portal and be used."""
    return is_on(user) or is_demonstration(user)


def lead(request: HttpRequest, user: User) -> str:
    """Where to send somebody who has to set it up, once in a session, and only from a page to a page; else empty."""
    fetched_for = request.headers.get("Sec-Fetch-Dest", "document")
    is_page = request.method == "GET" and fetched_for == "document" and not request.headers.get("HX-Request")
    if request.session.get(LED) or not is_page or not is_missing(user):
        return ""
    request.session[LED] = True
    return f"{reverse('second_factor')}?{urlencode({'next': request.get_full_path()})}"
