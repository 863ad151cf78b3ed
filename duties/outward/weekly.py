"""The weekly letter: what waits for a person, as their home page shows it, once for each week that began on a Monday.

A worker that stood still writes it when it is back, in the same week; of a week that is over nobody is told.
"""

import logging
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone

from duties.duty import DutyGroup
from duties.listing import listing_of
from duties.places import places_of
from offices.models import Notice, NoticeKind, UnwantedMail, User

HOUR = 6
log = logging.getLogger(__name__)


def write_next() -> bool:
    """Write the letter of one person who has none for this week; whether there was one. Two workers write one."""
    if not settings.HAS_MAIL:
        return False
    begun = _begin_of_week()
    key = f"weekly:{begun:%Y-%m-%d}"
    user = _waiting(begun, key)
    if user is None:
        return False
    groups = _groups(user)
    now = timezone.now()
    notice = Notice(
        user=user,
        kind=NoticeKind.WEEKLY,
        key=key,
        at=now,
        place=reverse("home"),
        told={"groups": groups},
        understood_at=now,
        mail_due_at=now if groups else None,
    )
    Notice.objects.bulk_create([notice], ignore_conflicts=True)
    Notice.objects.filter(user=user, kind=NoticeKind.WEEKLY, at__lt=begun).delete()
    return True


def _groups(user: User) -> list[dict[str, Any]]:
    """What waits for this person; none where that cannot be told, as others wait for their letters behind."""
    try:
        places = places_of(user)
        return [_told(group) for group in listing_of(user, places.own, places.keys_wait_in).groups]
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        log.exception("the weekly letter of account %s could not be written", user.pk)
        return []


def _begin_of_week() -> datetime:
    """The last Monday at six, in the zone of the server."""
    now = timezone.localtime()
    monday = (now - timedelta(days=now.weekday())).replace(hour=HOUR, minute=0, second=0, microsecond=0)
    return monday if monday <= now else monday - timedelta(days=7)


def _waiting(begun: datetime, key: str) -> User | None:
    """Somebody who wants the letter and has not got it; who came in this week has just seen the home page."""
    written = Notice.objects.filter(user=OuterRef("pk"), key=key)
    unwanted = UnwantedMail.objects.filter(user=OuterRef("pk"), kind=NoticeKind.WEEKLY)
    reachable = User.objects.filter(is_active=True, memberships__isnull=False, date_joined__lt=begun).exclude(email="")
    return reachable.filter(~Exists(written), ~Exists(unwanted)).order_by("pk").first()


def _told(group: DutyGroup) -> dict[str, Any]:
    """Plans by their names; whatever else may name a person is counted alone."""
    lines = [{"text": duty.subject, "place": duty.place} for duty in group.duties if duty.plan]
    more = group.count - len(lines) if lines else 0
    return {"title": group.kind.title, "count": group.count, "lines": lines, "more": more}
