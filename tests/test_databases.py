"""What every test may rely on, whatever ran before it. The tests of each group run in this order."""

import pytest
from django.core.cache import cache
from django.db import DatabaseError, connection, transaction

from offices.models import AuditEvent, Office
from reports.models import LegalBasis
from surveys.models import Element, Instrument
from tests.databases import (
    asks_a_database,
    digest_of_migrations,
    may_differ,
    names_that_speak_of_the_database,
    proof_of_databases,
    where_databases_differ,
)
from tests.fresh import copied, keep

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def shared_office(shared_db):
    with shared_db():
        return Office.objects.create(code="9", name="Bersama", short_name="Bersama", place="Kota")


@pytest.mark.parametrize("time", [1, 2])
def test_what_a_module_shares_is_as_it_was_for_every_test(shared_office, time):
    office = Office.objects.get(pk=shared_office.pk)
    assert office.name == "Bersama"
    with transaction.atomic(durable=True):
        office.name = "Diubah"
        office.save()
    assert Office.objects.get().name == "Diubah"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", [1, 2])
def test_a_test_that_commits_starts_from_a_fresh_database(time):
    assert not AuditEvent.objects.exists()
    assert not Office.objects.exists()
    assert Element.objects.filter(instrument__key="permenpanrb-14-2017").count() == 9
    assert LegalBasis.objects.exists()
    AuditEvent.objects.create(action="test")
    Office.objects.create(code="9", name="Kantor", short_name="Kantor", place="Kota")


@pytest.mark.django_db(transaction=True)
def test_new_rows_do_not_collide_with_seeded_ones():
    Instrument.objects.create(key="lain", name="Lain", valid_from="2030-01-01")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", [1, 2])
def test_the_audit_trail_is_append_only_after_a_flush_too(time):
    event = AuditEvent.objects.create(action="test")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        AuditEvent.objects.update(action="other")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        event.delete()
    assert AuditEvent.objects.get().action == "test"


def test_the_cache_has_its_table():
    cache.set("key", "value")
    assert cache.get("key") == "value"


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite folds and sorts by bytes")
def test_postgresql_folds_and_sorts_letters_as_a_server_does():
    words = ["zebra", "Ébène", "ebony", "Zaman"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT lower('ÉÑ'), array(SELECT word FROM unnest(%s::text[]) word ORDER BY word)", [words])
        assert cursor.fetchone() == ("éñ", ["Ébène", "ebony", "Zaman", "zebra"])


def test_the_second_run_takes_what_speaks_of_the_database_itself_or_by_a_helper(tmp_path):
    module = tmp_path / "test_module.py"
    module.write_text(MODULE)
    names = names_that_speak_of_the_database(module)
    assert {name for name in names if name.startswith("test_")} == {"test_by_itself", "test_inside", "test_by_fixture"}


@pytest.mark.each_database
@pytest.mark.parametrize("case", range(5))
def test_of_many_cases_the_second_run_takes_some(request, case):
    own = [item for item in request.session.items if item.originalname == request.node.originalname]
    asked = where_databases_differ(own)
    assert [item.callspec.params["case"] for item in asked] == [item.callspec.params["case"] for item in own[::4]]


@pytest.mark.prove
def test_usual_run_and_proof_ask_together_all_that_may_differ_and_the_proof_a_fifth_of_the_rest(request):
    items = request.session.items
    usual, proof = where_databases_differ(items), proof_of_databases(items)
    assert not set(usual) & set(proof)
    assert {*usual, *(item for item in proof if may_differ(item))} == {item for item in items if may_differ(item)}
    rest = [item for item in items if asks_a_database(item) and not may_differ(item)]
    assert [item for item in proof if not may_differ(item)] == [
        item for item in rest if not item.get_closest_marker("prove")
    ][::5]


def test_a_database_that_was_never_kept_is_not_copied(tmp_path):
    assert copied(connection.creation, tmp_path / f"nie.{connection.vendor}") is None


@pytest.mark.django_db(transaction=True)
def test_what_is_kept_holds_what_migrations_made_and_replaces_what_was_kept_before(tmp_path):
    (tmp_path / f"lama.{connection.vendor}").write_text("")
    keep(connection, tmp_path / f"baru.{connection.vendor}")
    (kept,) = tmp_path.iterdir()
    assert kept.name.startswith("baru")
    assert b"permenpanrb-14-2017" in kept.read_bytes()


MODULE = """
from django.db import connection
from django.dbms import F
from offices.models import Office

COUNTED = [lambda: connection.queries]

@pytest.fixture
def counted():
    return COUNTED[0]

def test_by_itself():
    assert connection.vendor

def test_inside():
    from django.db.models import Q

def test_by_fixture(counted):
    pass

def test_silent(people):
    assert F(Office)
"""


def test_another_migration_or_other_data_of_one_is_another_database(tmp_path):
    folder = tmp_path / "kamar"
    for name in ("migrations/0001_initial.py", "dokumen/kuesioner.json", "views.py"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("1")

    def after(name, text):
        (folder / name).write_text(text)
        return digest_of_migrations([folder])

    first = digest_of_migrations([folder])
    assert after("views.py", "2") == first
    changed = [first, after("migrations/0001_initial.py", "2"), after("dokumen/kuesioner.json", "2")]
    assert len({*changed, after("migrations/0002_kolom.py", "1")}) == 4
