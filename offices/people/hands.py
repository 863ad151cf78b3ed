"""In whose hands an account was lately: who gave somebody access, took a factor away, or changed their roles.

Told by the trail. What follows from it, for whom, is not said here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from offices.models import AuditEvent

LATELY = timedelta(days=30)
ACTIONS = (
    "person.add",
    "person.change",
    "person.disable",
    "person.enable",
    "person.reset_password",
    "person.reset_second_factor",
    "person.release_second_factor",
)
TELLING = ("name", "email", "roles")
"""Of what ``person.change`` says: that by which one becomes, or is taken for, somebody else."""


@dataclass(frozen=True, slots=True)
class Handling:
    """That one account (``hand``) did something to the access of another (``person``); both are primary keys."""

    hand: int
    person: int


def lately(now: datetime | None = None) -> tuple[Handling, ...]:
    """What was done to accounts in the last thirty days, by whom a person of the portal can be named."""
    events = AuditEvent.objects.filter(
        action__in=ACTIONS,
        at__gte=(now or timezone.now()) - LATELY,
        object_kind="user",
        actor_id__isnull=False,
    )
    rows = events.values_list("actor_id", "object_id", "action", "before", "after")
    return tuple(
        Handling(actor, int(person))
        for actor, person, action, before, after in rows
        if actor is not None
        and (action != "person.change" or any((before or {}).get(name) != (after or {}).get(name) for name in TELLING))
    )


def behind(person: int, handlings: Iterable[Handling]) -> frozenset[int]:
    """The person, and everybody through whose hands the account went: also who had a hand on such a one."""
    by_person: dict[int, set[int]] = {}
    for handling in handlings:
        by_person.setdefault(handling.person, set()).add(handling.hand)
    known, open_ends = {person}, [person]
    while open_ends:
        further = by_person.get(open_ends.pop(), set()) - known
        known |= further
        open_ends += further
    return frozenset(known)


def was_taken_over(person: int, handlings: Iterable[Handling]) -> bool:
    """Whether somebody else gave a person the account, its roles or a way into it."""
    return any(each.person == person and each.hand != person for each in handlings)
