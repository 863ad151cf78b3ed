from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, connection, transaction

from offices.audit import record
from offices.models import AuditEvent
from offices.trail.entries import entries_of


def test_an_event_says_who_did_what_to_which_thing(people, ngawi):
    record(
        people.admin,
        "office.edit",
        ngawi,
        ngawi,
        before={"phone": "", "index": Decimal("87.36")},
        after={"phone": "0351", "day": date(2026, 1, 5), "units": [Decimal(1)]},
    )
    event = AuditEvent.objects.get()
    assert (event.office_code, event.actor_id) == ("3521", people.admin.pk)
    assert (event.object_kind, event.object_id) == ("office", str(ngawi.pk))
    assert event.before == {"phone": "", "index": "87.36"}
    assert event.after == {"phone": "0351", "day": "2026-01-05", "units": ["1"]}


def test_an_event_outlives_its_actor_and_its_thing(people, magetan):
    record(people.nobody, "office.remove", magetan, magetan)
    people.nobody.delete()
    people.stranger.memberships.all().delete()
    magetan.delete()
    event = AuditEvent.objects.get()
    (entry,) = entries_of([event])
    assert (entry.person, entry.thing) == ("Tanpa-Peran (tanpa-peran)", "KPU Kabupaten Magetan")


@pytest.mark.parametrize("change", [lambda rows: rows.update(action="x"), lambda rows: rows.delete()])
def test_the_database_itself_refuses_to_change_or_delete_an_event(db, change):
    record(None, "report.download", "Laporan", None)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        change(AuditEvent.objects.all())
    assert AuditEvent.objects.get().action == "report.download"


def test_the_database_refuses_to_empty_the_trail_or_to_replace_a_row(db):
    event = record(None, "report.download", "Laporan", None)
    columns = "id, at, office_code, action, object_kind, object_id, object_label"
    row = f"SELECT {columns.replace('action', repr('x'))} FROM offices_auditevent"
    ways = {
        "postgresql": ["TRUNCATE offices_auditevent", "TRUNCATE offices_auditevent CASCADE"],
        "sqlite": [
            f"INSERT OR REPLACE INTO offices_auditevent ({columns}) {row}",
            f"REPLACE INTO offices_auditevent ({columns}) {row}",
        ],
    }
    for statement in ways[connection.vendor]:
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    assert AuditEvent.objects.get(pk=event.pk).action == "report.download"
    assert record(None, "report.download", "Laporan", None).pk != event.pk
