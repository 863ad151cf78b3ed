"""On PostgreSQL the portal may log in as a role that owns nothing: it writes the trail and can undo none of it."""

import pytest
from django.db import DatabaseError, connection, transaction

from offices.audit import record
from offices.models import AuditEvent, Office


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE offices_auditevent SET action = 'x'",
        "DELETE FROM offices_auditevent",
        "TRUNCATE offices_auditevent",
        "ALTER TABLE offices_auditevent DISABLE TRIGGER ALL",
        "DROP TRIGGER offices_auditevent_append_only ON offices_auditevent",
        "DROP TRIGGER offices_auditevent_no_truncate ON offices_auditevent",
        "CREATE OR REPLACE FUNCTION offices_auditevent_refuse() RETURNS trigger LANGUAGE plpgsql AS ''",
        "DROP TABLE offices_auditevent",
        "ALTER TABLE offices_auditevent RENAME TO lain",
        "SET session_replication_role = replica",
    ],
)
def test_the_portals_role_cannot_touch_what_was_written(portal_role, statement):
    record(None, "report.download", "Laporan", None)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert AuditEvent.objects.get().action == "report.download"


def test_the_portals_role_can_do_its_work(portal_role):
    office = Office.objects.create(code="9", name="Kantor", short_name="Kantor", place="Ngawi")
    office.name = "Kantor Lain"
    office.save()
    office.delete()
    assert record(None, "report.download", "Laporan", None).pk
