"""Who changed a thing last, and when, as the trail knows it."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Model

from offices.models import AuditEvent, User
from offices.zones import moment_words


@dataclass(frozen=True, slots=True)
class LastChange:
    """One change: who (nobody: the operator of the server), and when."""

    actor: User | None
    at: datetime

    def told_to(self, reader: User) -> str:
        """Who and when, for somebody who wrote at the same time: ``terakhir oleh Sari Utami, 29 November …``."""
        who = "akun Anda sendiri di jendela lain" if self.actor == reader else str(self.actor or "pengelola server")
        return f"terakhir oleh {who}, {self.time}"

    @property
    def time(self) -> str:
        """``29 November 2026, 09.12 WIB``, in the zone in which the page is written."""
        return moment_words(self.at)


def last_change(thing: Model, reader: User, *actions: str) -> str:
    """Who changed a thing last, and when, told to who wrote at the same time; empty where the trail knows nothing."""
    change = change_of(thing._meta.model_name or "", thing.pk, *actions)
    return change.told_to(reader) if change else ""


def change_of(kind: str, number: object, *actions: str) -> LastChange | None:
    """The last event about a thing, which may be gone; of these ``actions``, if any are named."""
    events = AuditEvent.objects.filter(object_kind=kind, object_id=str(number))
    event = (events.filter(action__in=actions) if actions else events).first()
    if event is None:
        return None
    return LastChange(User.objects.filter(pk=event.actor_id).first() if event.actor_id else None, event.at)
