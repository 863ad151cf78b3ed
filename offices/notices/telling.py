"""What the person behind an account is told of what was done to it: kept, shown until understood, and mailed."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from offices.audit import record
from offices.models import Notice, NoticeKind, Office, Role, User

OWN_ACTS = {
    NoticeKind.PASSWORD_CHANGED,
    NoticeKind.FACTOR_ON,
    NoticeKind.FACTOR_OFF,
    NoticeKind.RECOVERY_CODES,
    NoticeKind.SESSION_ENDED,
    NoticeKind.SIGNER_GRANTED,
    NoticeKind.REPORT_ISSUED,
}
"""What one has just done oneself stands in the list and goes out by mail, but does not wait to be understood."""


def notify(user: User, kind: NoticeKind, actor: User | None, **told: Any) -> Notice:
    """Tell a person what ``actor`` (nobody: the server's operator) did to their account, with its values."""
    is_own = kind in OWN_ACTS and actor is not None and actor.pk == user.pk
    now = timezone.now()
    return Notice.objects.create(
        user=user,
        kind=kind,
        at=now,
        actor=actor,
        told=told,
        understood_at=now if is_own else None,
        mail_due_at=now if settings.HAS_MAIL else None,
    )


def notify_managers(office: Office, kind: NoticeKind, actor: User | None, /, **told: Any) -> None:
    """Tell every active admin and secretary of an office what was done in its name."""
    managing = {"memberships__office": office, "memberships__role__in": (Role.ADMIN, Role.SECRETARY)}
    for user in User.objects.filter(is_active=True, **managing).distinct():
        notify(user, kind, actor, **told)


def kept(user: User) -> QuerySet[Notice]:
    """All of a person's notices, the newest first."""
    return Notice.objects.filter(user=user).select_related("actor")


def waiting(user: User) -> QuerySet[Notice]:
    """Those that were not yet understood."""
    return kept(user).filter(understood_at=None)


def understand(user: User, numbers: Iterable[int]) -> int:
    """Take notices off the pages, only the own ones and only those that were shown; returns how many."""
    with transaction.atomic():
        count = waiting(user).filter(pk__in=list(numbers)).update(understood_at=timezone.now())
        if count:
            office = Office.objects.filter(memberships__user=user).order_by("memberships__pk").first()
            record(user, "account.understand", user, office, after={"notices": count})
    return count
