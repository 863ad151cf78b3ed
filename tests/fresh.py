"""What a database holds when it has just been migrated, for the next run and after each test that commits.

To migrate takes ten seconds. Django's own way back, a flush and the signals after it, takes a third of a second: SQLite
takes a file back page by page; of PostgreSQL, rows are deleted, those of migrations copied in and sequences put back.
"""

import os
import shutil
import sqlite3
import subprocess
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


def copied(creation, kept):
    """The name of a test database made of the kept file, if there is one: another run may take it away meanwhile."""
    from django.conf import settings

    connection = creation.connection
    if not kept.exists() or not _has_programs(connection):
        return None
    creation._create_test_db(verbosity=0, autoclobber=True)
    name = creation._get_test_db_name()
    try:
        if connection.vendor == "sqlite":
            shutil.copyfile(kept, name)
        else:
            _run(connection, name, "psql", "--quiet", "--set=ON_ERROR_STOP=1", "--single-transaction", f"--file={kept}")
    except (FileNotFoundError, subprocess.CalledProcessError):
        return None
    connection.close()
    settings.DATABASES[connection.alias]["NAME"] = connection.settings_dict["NAME"] = name
    return name


def keep(connection, path):
    """Several workers may keep it at the same moment."""
    if not _has_programs(connection):
        return
    for old in path.parent.glob(f"*{path.suffix}"):
        old.unlink(missing_ok=True)
    own = path.with_suffix(f".{os.getpid()}")
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(own)])
    else:
        _run(connection, connection.settings_dict["NAME"], "pg_dump", f"--file={own}")
    own.replace(path)


def _has_programs(connection):
    return connection.vendor == "sqlite" or all(shutil.which(name) for name in ("psql", "pg_dump"))


def _run(connection, name, program, *arguments):
    """One of the programs of PostgreSQL, as whoever the tests are to the server."""
    settings = {**connection.settings_dict, "NAME": name}
    (_psql, *rest), env = connection.client.settings_to_cmd_args_env(settings, arguments)
    subprocess.run([program, *rest], env={**os.environ, **(env or {})}, stdout=subprocess.DEVNULL, check=True)


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
