"""What became of one plan, step by step: who changed what, when, with the words that changed. Read from the trail."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from followups.evidence.places import Place
from followups.fields import DESCRIPTION, OBSTACLE, PLAN_TEXTS, REASON, STRATEGY
from followups.models import ActionPlan
from offices.models import AuditEvent
from offices.recording.changed_words import Piece, beside
from offices.trail.entries import Entry, entries_of

DONE_TEXTS = (DESCRIPTION, OBSTACLE, REASON, STRATEGY)
TEXTS = {field.key: field for field in (*PLAN_TEXTS, *DONE_TEXTS)}
"""What can be brought back, by its key: the texts of what is promised and of what was done."""
SHOWN = 60
"""How many of the latest steps a page shows."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A text that a step replaced: of which field, and by which event the trail knows it."""

    field: str
    label: str
    text: str
    event: int


@dataclass(frozen=True, slots=True)
class Words:
    """One value before and after; texts in pieces that say which words went and came."""

    label: str
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One change of a plan. ``earlier``: texts that it replaced and that are not those of today."""

    at: datetime
    person: str
    action: str
    words: tuple[Words, ...]
    earlier: tuple[Earlier, ...]


def events_of(plan: ActionPlan) -> list[AuditEvent]:
    """The latest of what the trail tells of a plan and of web pages that prove it, the latest first."""
    place = Place(plan.priority.followup, plan=plan).address
    of_pages = Q(before__place=place) | Q(after__place=place)
    told = Q(object_kind="actionplan", object_id=str(plan.pk)) | Q(of_pages, object_kind="webproof")
    return list(AuditEvent.objects.filter(told)[:SHOWN])


def steps_of(plan: ActionPlan) -> tuple[Step, ...]:
    """Two queries, however many steps there are; ``plan`` with its completion."""
    events = events_of(plan)
    now = texts_of(plan)
    return tuple(_step(event, entry, now) for event, entry in zip(events, entries_of(events), strict=True))


def texts_of(plan: ActionPlan) -> dict[str, str]:
    """The texts of a plan as they are, by the keys of their fields."""
    completion = getattr(plan, "completion", None)
    owners: dict[str, Any] = {"completion": completion}
    return {key: getattr(owners.get(field.of, plan), key, "") or "" for key, field in TEXTS.items()}


def earlier_text(event: AuditEvent, field: str) -> str:
    """The text of a field before an event; nothing where the event did not replace one."""
    before = (event.before or {}).get(field)
    after = (event.after or {}).get(field)
    return before if isinstance(before, str) and before and before != after and field in TEXTS else ""


def _step(event: AuditEvent, entry: Entry, now: dict[str, str]) -> Step:
    replaced = ((field, earlier_text(event, field)) for field in TEXTS)
    return Step(
        at=entry.at,
        person=entry.person,
        action=entry.action,
        words=tuple(Words(change.label, *beside(change.before or "", change.after or "")) for change in entry.changes),
        earlier=tuple(
            Earlier(field, TEXTS[field].label, text, event.pk)
            for field, text in replaced
            if text and text != now[field]
        ),
    )
