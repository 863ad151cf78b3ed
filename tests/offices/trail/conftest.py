"""What the tests of the trail share: the portal's own role, and whether the database refuses to change the trail."""

from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction

from offices.audit import record
from offices.models import AuditEvent
from tests.test_architecture import ROOT

ROLES = Path(ROOT, "docs/postgresql-roles.sql")
WAYS = {
    "postgresql": ["TRUNCATE offices_auditevent"],
    "sqlite": ["REPLACE INTO offices_auditevent SELECT * FROM offices_auditevent"],
}


@pytest.fixture
def guard():
    def stands():
        record(None, "report.download", "Laporan", None)
        known = list(AuditEvent.objects.order_by("id").values())
        changing = "UPDATE offices_auditevent SET action = 'x'"
        for statement in [changing, "DELETE FROM offices_auditevent", *WAYS[connection.vendor]]:
            with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
                connection.cursor().execute(statement)
        return list(AuditEvent.objects.order_by("id").values()) == known

    return stands


@pytest.fixture
def portal_role(db):
    """Until the test is undone, all is done as the portal's own role."""
    if connection.vendor != "postgresql":
        pytest.skip("roles are PostgreSQL's")
    with connection.cursor() as cursor:
        cursor.execute("CREATE ROLE skm_portal NOLOGIN")
        cursor.execute(ROLES.read_text())
        cursor.execute("SET ROLE skm_portal")
    yield
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
