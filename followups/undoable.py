"""What a person changed last in the rows of a cycle: kept in the session, offered on its page, undone by the trail."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any

from django.contrib.sessions.backends.base import SessionBase
from django.db.models import Model, QuerySet
from django.utils import timezone

from offices.declining import Declined
from offices.models import AuditEvent, Unit, User
from offices.recording.names import told_by
from offices.requests import AuthedRequest
from surveys.locking import open_cycle
from surveys.models import Service, Survey

KEY = "urungkan"
GONE = "Tidak ada lagi perubahan yang dapat diurungkan di sini."
_JUST_NOW = timedelta(minutes=1)
Undo = Callable[[Survey, User, AuditEvent], None]
"""Takes back what one event tells, for who holds the cycle; raises Declined."""


@dataclass(frozen=True, slots=True)
class Undoable:
    """What was done last to the rows of one cycle that stand on the page ``listed``, and its events in the trail."""

    survey: int
    listed: str
    told: str
    events: tuple[int, ...]

    @property
    def key(self) -> str:
        """By which the button says what it undoes."""
        return str(self.events[-1])


def remember(request: AuthedRequest, survey: Survey, listed: str, told: str, rows: Sequence[Model]) -> None:
    """Note that the latest events about these rows, which may be gone by now, are what one can undo next."""
    events = AuditEvent.objects.filter(
        at__gte=timezone.now() - _JUST_NOW,
        actor_id=request.user.pk,
        object_kind=rows[0]._meta.model_name,
        object_id__in=[str(row.pk) for row in rows],
    )
    latest = dict(events.order_by("pk").values_list("object_id", "pk"))
    if latest:
        request.session[KEY] = asdict(Undoable(survey.pk, listed, told, tuple(sorted(latest.values()))))


@contextmanager
def remembering(request: AuthedRequest, survey: Survey, listed: str, told: Mapping[str, str]) -> Iterator[None]:
    """Note that what the block records under these actions is what one can undo next; ``told`` names it."""
    own = AuditEvent.objects.filter(actor_id=request.user.pk).order_by("pk")
    before = own.values_list("pk", flat=True).last() or 0
    yield
    done = list(own.filter(pk__gt=before, action__in=told).values_list("pk", "action"))
    if done:
        events = tuple(pk for pk, _action in done)
        request.session[KEY] = asdict(Undoable(survey.pk, listed, told[done[0][1]], events))


def last_step(session: SessionBase, survey: Survey, listed: str) -> Undoable | None:
    """What this person did last, if that was to the rows of this page."""
    kept = session.get(KEY)
    if not kept or (kept["survey"], kept["listed"]) != (survey.pk, listed):
        return None
    return Undoable(**kept | {"events": tuple(kept["events"])})


def events_to_undo(request: AuthedRequest, survey: Survey, listed: str) -> list[AuditEvent]:
    """The events of the step that was asked for, the latest first, and nothing more to undo; else Declined."""
    step = last_step(request.session, survey, listed)
    if step is None or step.key != request.POST.get("langkah"):
        raise Declined(GONE)
    del request.session[KEY]
    return list(AuditEvent.objects.filter(pk__in=step.events, actor_id=request.user.pk).order_by("-pk"))


def undo_events(survey: Survey, actor: User, events: Iterable[AuditEvent], verbs: Mapping[str, Undo]) -> None:
    """Undo what these events tell, with the names in it, all of it or nothing: each by the verb of its action.

    Raises Declined where somebody changed it meanwhile.
    """
    steps = list(events)
    names = told_by(steps)
    with open_cycle(survey) as held:
        for event in steps:
            event.before = names.said(event.before)
            event.after = names.said(event.after)
            verbs[event.action](held, actor, event)


def units_named(survey: Survey, names: Sequence[str]) -> tuple[int, ...]:
    """The units that the trail tells by name; Declined where one is not to be found any more."""
    return _still_named(Unit.objects.filter(office=survey.office_id, short_name__in=names), names, "unitnya")


def services_named(survey: Survey, names: Sequence[str]) -> tuple[int, ...]:
    """The same of services."""
    return _still_named(Service.objects.filter(office=survey.office_id, name__in=names), names, "layanannya")


def _still_named(rows: QuerySet[Any], names: Sequence[str], whose: str) -> tuple[int, ...]:
    found = rows.values_list("pk", flat=True)
    if len(found) != len(names):
        raise Declined(f"Perubahan itu tidak dapat diurungkan, karena nama {whose} sudah berubah.")
    return tuple(sorted(found))


def meanwhile(what: str, change: str) -> Declined:
    """That somebody changed a row after what is to be undone; ``change`` says who and when."""
    when = f" ({change})" if change else ""
    return Declined(f"Perubahan Anda tidak diurungkan, karena {what} ini diubah lagi sesudahnya{when}. Periksa isinya.")
