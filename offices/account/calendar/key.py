"""The secret address of a person's calendar: shown once, kept as a digest, gone when it is revoked."""

import secrets
from hashlib import sha256

from django.db import transaction

from offices.account.adapter import is_refused_demo
from offices.account.events import note
from offices.models import CalendarKey, User


def renew(user: User) -> str:
    """A new secret in place of the one before, returned and kept nowhere."""
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        CalendarKey.objects.update_or_create(user=user, defaults={"digest": digest_of(token)})
        note(user, "account.calendar_on")
    return token


def revoke(user: User) -> None:
    """The address is nobody's from now on."""
    with transaction.atomic():
        if CalendarKey.objects.filter(user=user).delete()[0]:
            note(user, "account.calendar_off")


def holder_of(token: str) -> User | None:
    """Whose calendar this is; nobody's where the account is shut or its password still is somebody else's too."""
    known = User.objects.filter(is_active=True, must_change_password=False, calendar_key__digest=digest_of(token))
    user = known.first()
    return None if is_refused_demo(user) else user


def digest_of(token: str) -> str:
    """256 bits of chance need no salt and no slow hash."""
    return sha256(token.encode()).hexdigest()
