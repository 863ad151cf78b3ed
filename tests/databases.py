"""The test database, in a file as in use, its emptying between tests that commit, and rows that a module shares.

To migrate an empty database takes seconds; of SQLite the outcome is kept in pytest's cache until a migration changes.
Django empties it with a flush. Here a flush also gets past the triggers that keep the audit trail, and
the rows that migrations seeded (instrument, legal bases) are back when it ends. Loaded before Django is
set up, hence the late imports.
"""

import ast
import os
from contextlib import contextmanager
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from shutil import copyfile

import pytest

from tests.worker import until

IN_MEMORY = "PRAGMA temp_store=MEMORY; PRAGMA cache_spill=OFF;"
"""An open transaction of SQLite stays in memory until it is committed, however much it writes. Else what it has no room
for, and what a savepoint may bring back, goes to files: a test that limits their size, as a full disk does
(``smallest_file``), failed by chance with "disk I/O error"."""
NEEDS_A_DATABASE = {"db", "transactional_db", "live_server"}


def pytest_addoption(parser):
    parser.addoption(
        "--database-only",
        action="store_true",
        help="only what asks a database, without a browser (bin/prove, elsewhere)",
    )
    parser.addoption(
        "--where-databases-differ",
        action="store_true",
        help="of that, only what databases may answer differently: the second run of bin/test",
    )


def pytest_collection_modifyitems(config, items):
    if config.getoption("--where-databases-differ"):
        asked = may_differ
    elif config.getoption("--database-only"):
        asked = asks_a_database
    else:
        return
    kept = [item for item in items if asked(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(kept)])
    items[:] = kept


def asks_a_database(item):
    if "chromium" in item.fixturenames or item.get_closest_marker("any_database"):
        return False
    return bool(item.get_closest_marker("django_db") or NEEDS_A_DATABASE & set(item.fixturenames))


def may_differ(item):
    """What commits; what uses something from ``django.db`` itself; what carries the marker ``each_database``.

    So races, constraints, transactions, migrations, numbers of queries; and with the marker, queries over many rows and
    the walk through every address.
    """
    if not asks_a_database(item):
        return False
    asking = {item.originalname, *item.fixturenames} & names_that_speak_of_the_database(item.path)
    return commits(item) or bool(item.get_closest_marker("each_database")) or bool(asking)


SIGNS = ("django.db", "committed_db", "transactional_db", "live_server", "transaction=True", "each_database")


def pytest_ignore_collect(collection_path, config):
    """A module without any of these signs has no such test; it need not even be read."""
    if config.getoption("--where-databases-differ") and collection_path.suffix == ".py":
        text = collection_path.read_text(encoding="utf-8")
        return True if not any(sign in text for sign in SIGNS) else None
    return None


@cache
def names_that_speak_of_the_database(path):
    """What a module takes from ``django.db``, and what of its own uses that, itself or by another."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    speaking = {
        name.asname or name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for name in node.names
        if f"{node.module}.{name.name}.".startswith("django.db.")
    }
    used_by = dict(_own_names(tree))
    while more := {name for name, used in used_by.items() if name not in speaking and used & speaking}:
        speaking |= more
    return speaking


def _own_names(tree):
    """Functions, classes and values of a module, each with all names in it, also of arguments, which fixtures fill."""
    for node in ast.walk(tree):
        used = {getattr(part, kind, None) for part in ast.walk(node) for kind in ("id", "arg", "name")}
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name, used
        elif isinstance(node, ast.Assign):
            yield from ((target.id, used) for target in node.targets if isinstance(target, ast.Name))


@pytest.hookimpl(trylast=True)
def pytest_configure():
    from django.db import connection

    if connection.vendor == "sqlite" and not connection.settings_dict["TEST"]["NAME"]:
        name = Path(connection.settings_dict["NAME"])
        connection.settings_dict["TEST"]["NAME"] = str(name.with_name("test.sqlite3"))
    if connection.vendor == "sqlite":
        options = connection.settings_dict["OPTIONS"]
        options["init_command"] = f"{options.get('init_command', '')} {IN_MEMORY}"


@pytest.fixture(autouse=True, scope="session")
def migrated_once(request, tmp_path_factory, flush_that_leaves_a_fresh_database):
    """What migrations left behind is brought back as a file; a migration that it lacks is then applied to it."""
    from django.apps import apps
    from django.db.backends.sqlite3.creation import DatabaseCreation

    digest = digest_of_migrations([Path(app.path) for app in apps.get_app_configs()])
    cache = getattr(request.config, "cache", None)  # a run may have none
    folder = cache.mkdir("migrated") if cache else tmp_path_factory.mktemp("migrated")
    kept = folder / f"{digest}.sqlite3"
    make, create = DatabaseCreation._create_test_db, DatabaseCreation.create_test_db

    def make_from_kept(creation, *arguments):
        name = make(creation, *arguments)
        if kept.exists():
            copyfile(kept, name)
        return name

    def create_and_keep(creation, **options):
        name = create(creation, **options)
        if not kept.exists():
            for old in folder.glob("*.sqlite3"):
                old.unlink(missing_ok=True)
            _keep(creation.connection, kept)
        return name

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DatabaseCreation, "_create_test_db", make_from_kept)
        patch.setattr(DatabaseCreation, "create_test_db", create_and_keep)
        yield


def digest_of_migrations(folders):
    """Of all that makes an empty database what it is: the files beside migrations, and the data that they bring in."""
    files = {path for folder in folders for path in (*folder.rglob("migrations/**/*.*"), *folder.rglob("*.json"))}
    ours = sorted(path for path in files if path.suffix != ".pyc")
    return sha256(b"\0".join(bytes(path) + path.read_bytes() for path in ours)).hexdigest()


def _keep(connection, path):
    """Several workers may keep it at the same moment."""
    own = path.with_suffix(f".{os.getpid()}")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(own)])
    own.replace(path)


@pytest.fixture(autouse=True, scope="session")
def flush_that_leaves_a_fresh_database():
    from django.db.backends.base.creation import BaseDatabaseCreation
    from django.db.backends.base.operations import BaseDatabaseOperations

    with pytest.MonkeyPatch.context() as patch:
        create = BaseDatabaseCreation.create_test_db
        flush = BaseDatabaseOperations.execute_sql_flush

        def create_test_db(creation, **options):
            return create(creation, **{**options, "serialize": True})

        def execute_sql_flush(operations, statements):
            with _without_triggers(operations.connection):
                flush(operations, statements)
            _seed_again(operations.connection)

        patch.setattr(BaseDatabaseCreation, "create_test_db", create_test_db)
        patch.setattr(BaseDatabaseOperations, "execute_sql_flush", execute_sql_flush)
        yield


class Sharing:
    """The rows that the tests of a module share, in a transaction around those of the tests; at most one is open."""

    def __init__(self):
        self.end = None

    def close(self):
        if self.end:
            self.end()
        self.end = None


SHARING = Sharing()


@pytest.fixture(scope="module")
def shared_db(request, django_db_setup, django_db_blocker):
    """For a fixture of a module's scope that makes rows: ``with shared_db(): …``. What a test changes, it leaves so.

    The test itself asks for ``db`` besides, and takes copies of objects that it may change.
    """
    from django.db import transaction

    SHARING.end = partial(request._fixturedef.finish, request)
    around = transaction.atomic()
    around._from_testcase = True  # a durable block may begin inside
    with django_db_blocker.unblock():
        around.__enter__()
    yield django_db_blocker.unblock
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        around.__exit__(None, None, None)
    SHARING.end = None


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    """A test that commits finds nothing of what others share."""
    if commits(item):
        SHARING.close()


def commits(item):
    marker = item.get_closest_marker("django_db")
    return bool(
        {"transactional_db", "live_server"} & set(item.fixturenames) or (marker and marker.kwargs.get("transaction"))
    )


@contextmanager
def _without_triggers(connection):
    """SQLite empties a table with DELETE, PostgreSQL with TRUNCATE; the triggers refuse both."""
    if connection.vendor != "sqlite":
        _until_others_are_idle(connection)
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE offices_auditevent DISABLE TRIGGER USER")
            try:
                yield
            finally:
                cursor.execute("ALTER TABLE offices_auditevent ENABLE TRIGGER USER")
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = cursor.fetchall()
        for name, _sql in triggers:
            cursor.execute(f'DROP TRIGGER "{name}"')
        try:
            yield
        finally:
            for _name, sql in triggers:
                cursor.execute(sql)


def _until_others_are_idle(connection):
    """A server ends the statement of a client that was killed; emptying meanwhile could lock both of them for good."""
    busy = (
        "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        " AND backend_type = 'client backend' AND state <> 'idle'"
    )

    def others_are_idle():
        with connection.cursor() as cursor:
            cursor.execute(busy)
            return not cursor.fetchall()

    until(others_are_idle)


def _seed_again(connection):
    from django.apps import apps
    from django.core.management.color import no_style

    connection.creation.deserialize_db_from_string(connection._test_serialized_contents)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), apps.get_models()):
            cursor.execute(statement)
