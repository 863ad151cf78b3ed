"""How an event enters the trail, the names of persons apart from it (recording/names.py).

The table and its refusal to change are in models/trail.py and the migrations.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Model

from offices.models import AuditEvent, Office, User
from offices.recording.names import Names

Values = Mapping[str, Any]


def record(
    actor: User | AnonymousUser | None,
    action: str,
    obj: Model | str,
    office: Office | None,
    *,
    before: Values | None = None,
    after: Values | None = None,
) -> AuditEvent:
    """Write one event: who did what to which thing of which office, with its values before and after.

    ``action`` is a word such as ``report.download``; ``obj`` a row, or only a label where there is none.
    Decimals and dates in the values are written as text; a name of a person becomes a reference to it.
    """
    names = Names()
    label = obj if isinstance(obj, str) else names.label_of(obj)
    if isinstance(actor, User):
        names.add_person(actor)
    event = AuditEvent(
        office_code=office.code if office else "",
        actor_id=actor.pk if actor else None,
        action=action,
        object_kind=names.kind,
        object_id="" if isinstance(obj, str) else str(obj.pk),
        object_label=label[:300],
        before=names.taken_from(_plain(before)),
        after=names.taken_from(_plain(after)),
    )
    names.write()
    event.save()
    return event


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return str(value) if isinstance(value, Decimal | date) else value
