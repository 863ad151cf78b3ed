"""What the database itself refuses: for each constraint of a room a write that breaks it and no other."""

from collections.abc import Callable, Mapping

from django.apps import apps
from django.db import DataError, IntegrityError, connection, transaction
from django.db.models import CheckConstraint, UniqueConstraint
from django.db.models.lookups import LessThanOrEqual

Writes = Mapping[str, Callable[[], object]]
"""By the name of a constraint."""


def sets(model, **values):
    """A write that changes the first row of a table."""
    return lambda: model.objects.filter(pk=_first(model).pk).update(**values)


def again(model, **changes):
    """A write that adds the first row of a table once more, changed."""

    def write():
        row = _first(model)
        row.pk = None
        row._state.adding = True
        for name, value in changes.items():
            setattr(row, name, value)
        row.save(force_insert=True)

    return write


def _first(model):
    return model.objects.order_by("pk")[0]


def unguarded(room: str, writes: Writes) -> dict[str, str]:
    """The constraints of a room that no write breaks, with what the database said instead."""
    models = apps.get_app_config(room).get_models()
    held = {each.name: (model, each) for model in models for each in model._meta.constraints}
    told = dict.fromkeys(held.keys() - writes.keys(), "no write breaks it")
    told |= dict.fromkeys(writes.keys() - held.keys(), "there is no such constraint")
    for name in held.keys() & writes.keys():
        said = refusal_of(writes[name])
        if not any(sign in said for sign in _signs(*held[name])):
            told[name] = said or "it was written"
    return told


def refusal_of(write: Callable[[], object]) -> str:
    """What the database says against a write; nothing where it was written."""
    try:
        with transaction.atomic():
            write()
    except (IntegrityError, DataError) as error:
        return str(error)
    return ""


def _signs(model, constraint) -> list[str]:
    """How a database names a constraint; SQLite calls one over columns by these, and PostgreSQL asks the type first."""
    if isinstance(constraint, CheckConstraint) and isinstance(constraint.condition, LessThanOrEqual):
        return [constraint.name, "value too long for type"]
    fields = constraint.fields if isinstance(constraint, UniqueConstraint) else ()
    if not fields or connection.vendor != "sqlite":
        return [constraint.name]
    columns = ", ".join(f"{model._meta.db_table}.{model._meta.get_field(field).column}" for field in fields)
    return [constraint.name, f"UNIQUE constraint failed: {columns}"]
