"""The trail as an office reads it: its own events, chosen by filters, each in Indonesian words."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import DecimalField, Field, Model, Q, QuerySet
from django.utils.formats import date_format
from django.utils.text import capfirst

from offices.models import AuditEvent, AuditName, Office
from offices.recording.names import ERASED, THING, NamesOfEvents, is_reference, told_by
from offices.recording.words import ACTION_NAMES, FIELD_NAMES, GROUP_NAMES, KINDS, UNNAMED
from offices.zones import moment_words

DECIMAL = re.compile(r"\d+\.\d+")
MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]*[+-]\d\d:\d\d")
NOTHING = "(kosong)"
SERVER = "Pengelola server"


@dataclass(frozen=True, slots=True)
class Change:
    """One value before and after, in words; None where there was none to tell."""

    label: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One event in words: when, who, what, to which thing."""

    at: datetime
    person: str
    action: str
    kind: str
    thing: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Filters:
    """What of the trail is wanted; every None or empty text means all."""

    person: int | None = None
    group: str = ""
    first: date | None = None
    last: date | None = None
    thing: str = ""


def events_of(office: Office, filters: Filters) -> QuerySet[AuditEvent]:
    """The events of this very office, the latest first. Days are days of the portal's time zone."""
    wanted = Q(office_code=office.code)
    if filters.person is not None:
        wanted &= Q(actor_id=filters.person)
    if filters.group:
        wanted &= Q(action__startswith=f"{filters.group}.")
    if filters.first:
        wanted &= Q(at__date__gte=filters.first)
    if filters.last:
        wanted &= Q(at__date__lte=filters.last)
    if filters.thing:
        named = AuditName.objects.filter(text__icontains=filters.thing).values("key")
        wanted &= Q(object_label__icontains=filters.thing) | Q(thing_key__in=named)
    return AuditEvent.objects.alias(thing_key=THING).filter(wanted)


def people_in(office: Office) -> list[tuple[int, str]]:
    """Whoever did something here, also those who left, in the order of their names; the erased by number."""
    rows = AuditEvent.objects.filter(office_code=office.code, actor_id__isnull=False).order_by()
    numbers = [number for number in rows.values_list("actor_id", flat=True).distinct() if number is not None]
    kept = AuditName.objects.filter(key__in=[f"user:{number}" for number in numbers])
    names = dict(kept.values_list("key", "text"))
    people = [(number, names.get(f"user:{number}", f"{ERASED} no. {number}")) for number in numbers]
    return sorted(people, key=lambda item: item[1].lower())


def entries_of(events: Iterable[AuditEvent]) -> list[Entry]:
    """Events in words, with one query for all their names; an action without a name is told by its code."""
    rows = list(events)
    told = told_by(rows)
    return [_EventInWords(event, told).entry() for event in rows]


@dataclass(frozen=True, slots=True)
class _EventInWords:
    """An event of the trail in words."""

    event: AuditEvent
    told: NamesOfEvents

    def entry(self) -> Entry:
        model = _model_of(self.event)
        return Entry(
            at=self.event.at,
            person=self.told.actor(self.event) or UNNAMED.get(self.event.action, SERVER),
            action=ACTION_NAMES.get(self.event.action, self.event.action),
            kind=capfirst(str(model._meta.verbose_name)) if model else "",
            thing=self.told.thing(self.event),
            changes=tuple(self._changes(model)),
        )

    def _changes(self, model: type[Model] | None) -> Iterator[Change]:
        """The values that differ, also where their names were erased; all of them where there is only one side."""
        before = self.event.before
        after = self.event.after
        old = _leaves(before)
        new = _leaves(after)
        for path in {**old, **new}:
            if before is not None and after is not None and old.get(path) == new.get(path):
                continue
            label = " – ".join(_label(model, part) for part in path)
            field = _field(model, path[-1])
            was = None if before is None else _words(self.told.said(old.get(path)), field)
            becomes = None if after is None else _words(self.told.said(new.get(path)), field)
            yield Change(label, was, becomes)


def unknown_names(event: AuditEvent) -> set[str]:
    """Names in an event for which there is no word: for the test that finds them."""
    model = _model_of(event)
    keys = {part for values in (event.before, event.after) for path in _leaves(values) for part in path}
    unknown = {key for key in keys if _field(model, key) is None and key not in FIELD_NAMES}
    return unknown | ({event.action} - set(ACTION_NAMES)) | ({event.action.split(".")[0]} - set(GROUP_NAMES))


def _model_of(event: AuditEvent) -> type[Model] | None:
    kind = event.object_kind or KINDS.get(event.action.split(".")[0], "")
    models = {model._meta.model_name: model for model in reversed(list(apps.get_models()))}
    return models.get(kind)


def _leaves(values: Any, path: tuple[str, ...] = ()) -> dict[tuple[str, ...], Any]:
    """Values within values by their path; a list is one value, a reference to a name too."""
    if not isinstance(values, Mapping) or is_reference(values):
        return {path: values} if path else {}
    found: dict[tuple[str, ...], Any] = {}
    for key, value in values.items():
        found |= _leaves(value, (*path, str(key)))
    return found


def _label(model: type[Model] | None, key: str) -> str:
    field = _field(model, key)
    return str(capfirst(str(field.verbose_name) if field else FIELD_NAMES.get(key, key.replace("_", " "))))


def _field(model: type[Model] | None, key: str) -> "Field[Any, Any] | None":
    """The column or the set of rows that a model declares by this name."""
    try:
        found = model._meta.get_field(key) if model else None
    except FieldDoesNotExist:
        return None
    return found if isinstance(found, Field) else None


def _words(value: Any, field: Any = None) -> str:
    if value in (None, "", []):
        return NOTHING
    if isinstance(value, bool):
        return "Ya" if value else "Tidak"
    if isinstance(value, list):
        return "; ".join(_words(item) for item in value)
    if isinstance(value, Mapping):
        return ", ".join(_words(item) for item in value.values())
    choices = dict(getattr(field, "flatchoices", None) or ())
    return str(choices.get(value) or _figure(str(value), field) or value)


def _figure(text: str, field: Any) -> str:
    """A date, a month, a time or a decimal that was written as text, as Indonesian writes it; nothing if it is none."""
    with suppress(ValueError):
        if DECIMAL.fullmatch(text) and (field is None or isinstance(field, DecimalField)):
            return text.replace(".", ",")
        if MONTH.fullmatch(text):
            return date_format(date.fromisoformat(f"{text}-01"), "F Y")
        if DAY.fullmatch(text):
            return date_format(date.fromisoformat(text), "j F Y")
        moment = datetime.fromisoformat(text) if TIME.fullmatch(text) else None
        return moment_words(moment) if moment and moment.tzinfo else ""
    return ""
