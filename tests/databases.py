"""The test database, in a file as in use, which tests ask it in the second run, and rows that a module shares.

To migrate an empty database takes seconds; the outcome is kept in pytest's cache until a migration changes.
After a test that commits it is as migrations made it, with the rows that they seeded (instrument, legal bases).
Loaded before Django is set up, hence the late imports.
"""

import ast
from collections import defaultdict
from fcntl import LOCK_EX, flock
from functools import cache, partial
from hashlib import sha256
from pathlib import Path

import pytest

from tests.fresh import FRESH, copied, keep

IN_MEMORY = "PRAGMA temp_store=MEMORY; PRAGMA cache_spill=OFF;"
"""An open transaction of SQLite stays in memory until it is committed, however much it writes. Else what it has no room
for, and what a savepoint may bring back, goes to files: a test that limits their size, as a full disk does
(``smallest_file``), failed by chance with "disk I/O error"."""
NEEDS_A_DATABASE = {"db", "transactional_db", "live_server"}


def pytest_addoption(parser):
    parser.addoption(
        "--where-databases-differ",
        action="store_true",
        help="only what databases may answer differently, without a browser (the second run of bin/test)",
    )
    parser.addoption(
        "--proof-of-databases",
        action="store_true",
        help="of that, what only proves; and a fifth of all else that asks a database (bin/prove)",
    )


def pytest_collection_modifyitems(config, items):
    if config.getoption("--where-databases-differ"):
        kept = where_databases_differ(items)
    elif config.getoption("--proof-of-databases"):
        kept = proof_of_databases(items)
    else:
        return
    config.hook.pytest_deselected(items=[item for item in items if item not in set(kept)])
    items[:] = kept


def where_databases_differ(items):
    """What databases may answer differently; of the many cases of one test, one in four."""
    cases = defaultdict(list)
    for item in items:
        if may_differ(item) and not item.get_closest_marker("prove"):
            cases[item.parent, item.originalname].append(item)
    return [item for like in cases.values() for item in like[::4]]


def proof_of_databases(items):
    """What the usual run did not ask the other database: all that may differ, and of the rest one in five."""
    asked = set(where_databases_differ(items))
    differing = [item for item in items if may_differ(item) and item not in asked]
    rest = [item for item in items if asks_a_database(item) and not may_differ(item)]
    return differing + [item for item in rest if not item.get_closest_marker("prove")][::5]


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
def migrated_once(request, tmp_path_factory):
    """What migrations leave behind is remembered, and kept as a file until one of them changes."""
    from django.apps import apps
    from django.db.backends.base.creation import BaseDatabaseCreation

    digest = digest_of_migrations([Path(app.path) for app in apps.get_app_configs()])
    cache = getattr(request.config, "cache", None)  # a run may have none
    folder = cache.mkdir("migrated") if cache else tmp_path_factory.mktemp("migrated")
    create = BaseDatabaseCreation.create_test_db

    def create_or_copy(creation, **options):
        connection = creation.connection
        kept = folder / f"{digest}.{connection.vendor}"
        with (folder / f"{connection.vendor}.turn").open("w") as turn:
            flock(turn, LOCK_EX)  # of several workers one migrates, the others copy
            name = copied(creation, kept)
            if name is None:
                name = create(creation, **{**options, "serialize": False})
                keep(connection, kept)
        connection.fresh = FRESH[connection.vendor](connection)
        return name

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseCreation, "create_test_db", create_or_copy)
        yield


@pytest.fixture(autouse=True, scope="session")
def fresh_after_a_commit():
    """What a test that commits leaves behind is taken away in the quick way of ``fresh.py``."""
    from django.db import connection
    from django.test import TransactionTestCase

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _case: connection.fresh.bring_back(connection))
        yield


def digest_of_migrations(folders):
    """Of all that makes an empty database what it is: the files beside migrations, and the data that they bring in."""
    files = {path for folder in folders for path in (*folder.rglob("migrations/**/*.*"), *folder.rglob("*.json"))}
    ours = sorted(path for path in files if path.suffix != ".pyc")
    return sha256(b"\0".join(bytes(path) + path.read_bytes() for path in ours)).hexdigest()


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
