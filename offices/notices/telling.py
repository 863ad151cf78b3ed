"""What people are told of what was done to their accounts and of their work: kept, shown until read, and mailed.

What happens to a plan tells of it in followups/telling.py, what happens to a report in reports/issuing/telling.py.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Case, QuerySet, Value, When
from django.utils import timezone

from offices.audit import record
from offices.models import BY_MAIL_ALONE, WORK, Notice, NoticeKind, Office, Role, User

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

MOST_UNREAD = 100


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


def tell(people: Iterable[User], kind: NoticeKind, actor: User | None, place: str, **told: Any) -> None:
    """Tell people of their work at ``place`` (a path); who did it knows it already."""
    tell_each(((user, place) for user in people), kind, actor, **told)


def tell_each(places: Iterable[tuple[User, str]], kind: NoticeKind, actor: User | None, **told: Any) -> None:
    """The same of work that each person has at a place of their own."""
    now = timezone.now()
    due = now if settings.HAS_MAIL else None
    Notice.objects.bulk_create(
        Notice(user=user, kind=kind, at=now, actor=actor, place=place, told=told, mail_due_at=due)
        for user, place in places
        if user != actor
    )


def send_link(user: User, kind: NoticeKind) -> None:
    """Mail somebody a link to a password of their own. The row keeps no secret: the link is made with the letter."""
    now = timezone.now()
    Notice.objects.create(user=user, kind=kind, at=now, understood_at=now, mail_due_at=now)


@dataclass(frozen=True, slots=True)
class Unread:
    """What a person has not read: of the account and of the work. At most ``MOST_UNREAD`` are looked at."""

    account: tuple[Notice, ...]
    work: tuple[Notice, ...]

    @property
    def number(self) -> str:
        count = len(self.account) + len(self.work)
        return f"{MOST_UNREAD}+" if count >= MOST_UNREAD else str(count or "")


def unread(user: User) -> Unread:
    """One query; what was done to the account comes first, so that no number of works can hide it."""
    rows = waiting(user).order_by(Case(When(kind__in=WORK, then=Value(1)), default=Value(0)), "-at", "-pk")
    found = tuple(rows[:MOST_UNREAD])
    of_work = tuple(notice for notice in found if notice.kind in WORK)
    return Unread(found[: len(found) - len(of_work)], of_work)


def kept(user: User) -> QuerySet[Notice]:
    """All of a person's notices, the newest first, but for what is only a letter."""
    return Notice.objects.filter(user=user).exclude(kind__in=BY_MAIL_ALONE).select_related("actor")


def waiting(user: User) -> QuerySet[Notice]:
    """Those that were not yet read."""
    return kept(user).filter(understood_at=None)


def understand(user: User, numbers: Iterable[int]) -> int:
    """Call notices read, only the own ones and only those that were shown; returns how many."""
    with transaction.atomic():
        count = waiting(user).filter(pk__in=list(numbers)).update(understood_at=timezone.now())
        if count:
            office = Office.objects.filter(memberships__user=user).order_by("memberships__pk").first()
            record(user, "account.understand", user, office, after={"notices": count})
    return count


def settle(kind: NoticeKind, place: str) -> None:
    """What waited at a place is done or taken back: it is new to nobody any more."""
    Notice.objects.filter(kind=kind, place=place, understood_at=None).update(understood_at=timezone.now())
