"""Names of persons, kept beside the trail: how they leave an event that is written, and come back to one that is read.

Which values and things are meant, words.py knows.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from django.db.models import CharField, Model, Value
from django.db.models.functions import Cast, Concat

from offices.models import AuditEvent, AuditName, User
from offices.recording.words import PERSONAL, PERSONS

REFERENCE = "name_key"
ERASED = "(nama dihapus)"
THING = Concat("object_kind", Value(":"), "object_id")
"""The key under which the name of an event's thing is kept."""
ACTOR = Concat(Value("user:"), Cast("actor_id", CharField()))


@dataclass(slots=True)
class Names:
    """The names of one event that is about to be written. ``kind`` and ``person``: of its thing."""

    kind: str = ""
    person: int | None = None
    labels: dict[str, AuditName] = field(default_factory=dict)
    values: dict[str, AuditName] = field(default_factory=dict)

    def add_person(self, user: User) -> None:
        self._add_label("user", user.pk, user.pk, f"{user.name} ({user.username})")

    def label_of(self, thing: Model) -> str:
        """What the event itself may keep as the name of a thing: nothing, where that is a person's."""
        self.kind = thing._meta.model_name or ""
        if self.kind not in PERSONS:
            return str(thing)
        self.person = getattr(thing, PERSONS[self.kind])
        if isinstance(thing, User):
            self.add_person(thing)
        else:
            self._add_label(self.kind, thing.pk, self.person, str(thing))
        return ""

    def taken_from(self, values: Any, key: str = "") -> Any:
        """The values with a reference in place of each that names a person; equal ones keep equal references."""
        if isinstance(values, Mapping):
            return {name: self.taken_from(value, name) for name, value in values.items()}
        if isinstance(values, list):
            return [self.taken_from(value, key) for value in values]
        is_name = key in PERSONAL or f"{self.kind}.{key}" in PERSONAL
        return self._reference(str(values)) if values and is_name else values

    def write(self) -> None:
        """Labels that are known already are left alone, so that two events at once do not wait for each other."""
        known = dict(AuditName.objects.filter(key__in=self.labels).values_list("key", "text"))
        rows = [row for key, row in self.labels.items() if known.get(key) != row.text] + list(self.values.values())
        if rows:
            AuditName.objects.bulk_create(
                rows, update_conflicts=True, unique_fields=["key"], update_fields=["person_id", "text"]
            )

    def _add_label(self, kind: str, number: Any, person: int | None, text: str) -> None:
        key = f"{kind}:{number}"
        self.labels[key] = AuditName(key=key, person_id=person, text=text)

    def _reference(self, text: str) -> dict[str, str]:
        if text not in self.values:
            self.values[text] = AuditName(key=uuid4().hex, person_id=self.person, text=text)
        return {REFERENCE: self.values[text].key}


@dataclass(frozen=True, slots=True)
class NamesOfEvents:
    """The names that some events tell, by their keys; what is not among them was erased."""

    names: Mapping[str, str]

    def actor(self, event: AuditEvent) -> str:
        """Empty where no account did it."""
        return "" if event.actor_id is None else self.names.get(f"user:{event.actor_id}", ERASED)

    def thing(self, event: AuditEvent) -> str:
        if event.object_kind in PERSONS:
            return self.names.get(thing_key(event), ERASED)
        return event.object_label

    def said(self, value: Any) -> Any:
        """A value as it was before its names were taken from it."""
        if is_reference(value):
            return self.names.get(value[REFERENCE], ERASED)
        if isinstance(value, Mapping):
            return {key: self.said(each) for key, each in value.items()}
        return [self.said(each) for each in value] if isinstance(value, list) else value


def told_by(events: Iterable[AuditEvent]) -> NamesOfEvents:
    """The names in these events; one query."""
    keys: set[str] = set()
    for event in events:
        keys |= {f"user:{event.actor_id}", thing_key(event), *references_in([event.before, event.after])}
    return NamesOfEvents(dict(AuditName.objects.filter(key__in=keys).values_list("key", "text")))


def thing_key(event: AuditEvent) -> str:
    return f"{event.object_kind}:{event.object_id}"


def is_reference(value: Any) -> bool:
    return isinstance(value, Mapping) and set(value) == {REFERENCE}


def references_in(value: Any) -> set[str]:
    """The keys of all names to which a value refers, however deep."""
    if is_reference(value):
        return {value[REFERENCE]}
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    return set().union(*map(references_in, inner))
