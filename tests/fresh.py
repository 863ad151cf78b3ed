"""What a database holds when it has just been migrated, and the quick way back to it between tests that commit.

Django's own way, a flush and the signals after it, takes a third of a second each time. SQLite takes a file
back page by page; of PostgreSQL, rows are deleted, those of migrations copied in again and sequences put back.
"""

import sqlite3
from contextlib import closing

from tests.worker import until

TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"
SEQUENCES = "SELECT sequencename FROM pg_sequences WHERE schemaname = current_schema()"
BUSY = (
    "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    " AND backend_type = 'client backend' AND state <> 'idle'"
)


class FreshSqlite:
    """All of the database, in memory."""

    def __init__(self, connection):
        self.kept = sqlite3.connect(":memory:")
        connection.ensure_connection()
        connection.connection.backup(self.kept)

    def bring_back(self, connection):
        connection.ensure_connection()
        self.kept.backup(connection.connection, sleep=0.01)


class FreshPostgresql:
    """The rows that migrations made, and where sequences stood."""

    def __init__(self, connection):
        with connection.cursor() as cursor:
            tables = _names(cursor, TABLES)
            self.rows = {name: rows for name in tables if (rows := _copied_out(cursor, name))}
            self.steps = ["SET LOCAL session_replication_role = replica"]  # no trigger, and no order among tables
            self.steps += [f'DELETE FROM "{name}"' for name in tables]
            for name in _names(cursor, SEQUENCES):
                cursor.execute(f'SELECT last_value, is_called FROM "{name}"')
                self.steps.append("SELECT setval('\"{}\"', {}, {})".format(name, *cursor.fetchone()))

    def bring_back(self, connection):
        until_others_are_idle(connection)
        connection.ensure_connection()
        with connection.connection.transaction(), closing(connection.connection.cursor()) as cursor:
            cursor.execute(";".join(self.steps))
            for name, rows in self.rows.items():
                with cursor.copy(f'COPY "{name}" FROM STDIN') as copy:
                    copy.write(rows)


FRESH = {"sqlite": FreshSqlite, "postgresql": FreshPostgresql}


def until_others_are_idle(connection):
    """A server ends the statement of a client that was killed; its rows would come after those that are taken away."""

    def others_are_idle():
        with connection.cursor() as cursor:
            cursor.execute(BUSY)
            return not cursor.fetchall()

    until(others_are_idle)


def _names(cursor, query):
    cursor.execute(query)
    return [name for (name,) in cursor.fetchall()]


def _copied_out(cursor, name):
    with cursor.copy(f'COPY "{name}" TO STDOUT') as copy:
        return b"".join(copy)
