"""How often something may be done in a stretch of time: counters in a table of their own, which nobody can sweep away.

Whose log-in counts where is in guessing.py.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from allauth.core.internal.ratelimit import get_ip
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from offices.models import Counter

EVERYBODY = ""
PRUNED_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Limit:
    """At most ``most`` times within ``seconds``, which begin with the first time."""

    what: str
    most: int
    seconds: int


def is_within(request: HttpRequest, what: str, most: int, seconds: int) -> bool:
    """Count this request; False where its address has asked ``most`` times already in this stretch of time.

    An office, or a whole ministry, may share one address: let ``most`` be generous.
    """
    return take(Limit(what, most, seconds), address_of(request))


def is_within_in_all(what: str, most: int, seconds: int) -> bool:
    """The same for all addresses together: what the server as a whole can bear."""
    return take(Limit(f"{what} (semua)", most, seconds), EVERYBODY)


def address_of(request: HttpRequest) -> str:
    """The visitor's address on the network; of IPv6 the part that one subscriber holds."""
    return str(get_ip(request))


def take(limit: Limit, who: str) -> bool:
    """Count once more; False, and nothing counted, where the limit is reached. Exact among concurrent requests."""
    now = timezone.now()
    if _count(limit, who, now):
        return True
    _begin(limit, who, now)
    return _count(limit, who, now)


def give_back(limit: Limit, who: str) -> None:
    """Undo one ``take``."""
    Counter.objects.filter(key=_key(limit, who), count__gt=0).update(count=F("count") - 1)


def _count(limit: Limit, who: str, now: datetime) -> bool:
    """One conditional UPDATE: of two requests for the last place the database lets one through."""
    running = Counter.objects.filter(key=_key(limit, who), ends_at__gt=now, count__lt=limit.most)
    return bool(running.update(count=F("count") + 1))


def _begin(limit: Limit, who: str, now: datetime) -> None:
    """Begin a stretch of time unless one is running."""
    key = _key(limit, who)
    ends_at = now + timedelta(seconds=limit.seconds)
    if not Counter.objects.filter(key=key, ends_at__lte=now).update(count=0, ends_at=ends_at):
        new = Counter(key=key, count=0, ends_at=ends_at)
        Counter.objects.bulk_create([new], ignore_conflicts=True)
        _prune(now)


@transaction.atomic
def _prune(now: datetime) -> None:
    """Delete what has ended; rows that another request holds are left to the next time."""
    ended = Counter.objects.select_for_update(skip_locked=True).filter(ends_at__lte=now)
    Counter.objects.filter(pk__in=list(ended.values_list("pk", flat=True)[:PRUNED_AT_ONCE])).delete()


def _key(limit: Limit, who: str) -> str:
    """Not readable: people type passwords into the field for the name."""
    return salted_hmac("offices.account.throttling", f"{limit.what}:{who}", algorithm="sha256").hexdigest()
