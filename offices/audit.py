"""How an event enters the trail. The table and its refusal to change are in models.py and the migrations."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Model

from offices.models import AuditEvent, Office, User

Values = Mapping[str, Any]


def record(  # noqa: PLR0913 (the six things an event is made of)
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
    Decimals and dates in the values are written as text.
    """
    kind, key = ("", "") if isinstance(obj, str) else (obj._meta.model_name or "", str(obj.pk))
    known = actor if isinstance(actor, User) else None
    return AuditEvent.objects.create(
        office_code=office.code if office else "",
        actor_id=known.pk if known else None,
        actor_label=f"{known.name} ({known.username})"[:200] if known else "",
        action=action,
        object_kind=kind,
        object_id=key,
        object_label=str(obj)[:300],
        before=_plain(before),
        after=_plain(after),
    )


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return str(value) if isinstance(value, Decimal | date) else value
