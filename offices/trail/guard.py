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
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"ALTER TABLE {TABLE} DISABLE TRIGGER USER")
            yield
            cursor.execute(f"ALTER TABLE {TABLE} ENABLE TRIGGER USER")
            return
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [TABLE])
        triggers = cursor.fetchall()
        for name, _statement in triggers:
            cursor.execute(f"DROP TRIGGER {name}")
        yield
        for _name, statement in triggers:
            cursor.execute(statement)
