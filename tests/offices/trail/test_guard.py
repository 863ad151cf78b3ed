"""The guard of the trail is lifted for its owner for one transaction, and stands again whatever happened in it."""

import pytest
from django.db import DatabaseError, transaction

from offices.audit import record
from offices.models import AuditEvent
from offices.trail.guard import lifted

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    record(None, "report.download", "Laporan", None)
    return AuditEvent.objects.get()


def test_what_is_changed_while_it_is_lifted_is_changed(event, guard):
    with lifted():
        AuditEvent.objects.all().delete()
    assert not AuditEvent.objects.exists()
    assert guard()


def test_after_a_fault_everything_is_as_it_was_and_the_guard_stands(event, guard):
    with pytest.raises(RuntimeError, match="rusak"), lifted():
        AuditEvent.objects.all().delete()
        raise RuntimeError("rusak")
    assert AuditEvent.objects.get() == event
    assert guard()


def test_it_can_be_lifted_again_and_again(event, guard):
    for _time in range(2):
        with lifted():
            pass
        assert guard()


def test_without_it_nobody_changes_the_trail(event):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        AuditEvent.objects.update(action="lain")
    assert AuditEvent.objects.get().action == "report.download"
