"""The triggers by which the database refuses to change the trail, lifted for a moment; only its owner may do so."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from offices.models import AuditEvent

TABLE = AuditEvent._meta.db_table


def is_owner() -> bool:
    """Whether this process is connected as a role that owns the trail. A file of SQLite has no roles."""
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = %s::regclass", [TABLE])
        return bool(cursor.fetchone()[0])


@contextmanager
def lifted() -> Iterator[None]:
    """One transaction without the triggers; at its end they stand again, whatever happened."""
    with transaction.atomic():
        triggers = _lift()
        yield
        _set(triggers)


def _lift() -> list[tuple[str, str]]:
    """Lift the triggers; what was lifted, by name and statement, where they had to be dropped."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"ALTER TABLE {TABLE} DISABLE TRIGGER USER")
            return []
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [TABLE])
        triggers: list[tuple[str, str]] = cursor.fetchall()
        for name, _statement in triggers:
            cursor.execute(f"DROP TRIGGER {name}")
    return triggers


def _set(triggers: list[tuple[str, str]]) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"ALTER TABLE {TABLE} ENABLE TRIGGER USER")
        for _name, statement in triggers:
            cursor.execute(statement)
