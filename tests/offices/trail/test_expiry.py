"""Old events expire by the owner of the database alone, counted first, and leave one event in each office's trail."""

import json
from datetime import datetime
from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection
from django.utils.timezone import get_current_timezone

from offices.audit import record
from offices.models import AuditEvent, AuditName
from offices.trail.guard import lifted

OLD, NEW = datetime(2024, 3, 1, 23, 30), datetime(2024, 3, 2, 0, 30)


def expire(*args):
    said = StringIO()
    call_command("expire_trail", "--before", *args, stdout=said)
    return said.getvalue()


@pytest.fixture
def events(people, ngawi, magetan):
    """On the last day that goes: one by the operator, one about the head, one of another office; on the next, one."""

    def at(moment):
        return time_machine.travel(moment.replace(tzinfo=get_current_timezone()), tick=False)

    with at(OLD):
        record(people.staff, "office.change", ngawi, ngawi, after={"signatory_name": "Nama Lama"})
        record(people.admin, "person.disable", people.head, ngawi)
        record(people.stranger, "office.change", magetan, magetan)
    with at(NEW):
        record(people.admin, "office.change", ngawi, ngawi, after={"signatory_name": "Nama Baru"})
    with at(datetime(2026, 1, 5)):
        yield AuditEvent.objects.order_by("id")


def test_it_only_counts_at_first(events):
    before = list(events.values())
    assert "3 catatan akan dihapus" in expire("2024-03-02")
    assert list(events.values()) == before


def test_what_is_older_goes_with_the_names_that_nothing_tells_any_more(people, ngawi, events, guard):
    last = events.last()
    assert "3 catatan dihapus" in expire("2024-03-02", "--delete")
    assert [event.action for event in events] == ["office.change", "trail.expire", "trail.expire"]
    assert events.first() == last
    assert set(AuditName.objects.values_list("text", flat=True)) == {"Admin (admin)", "Nama Baru"}
    assert guard()


def test_each_office_reads_how_many_of_its_own_went(as_user, people, events):
    expire("2024-03-02", "--delete")
    told = {event.office_code: event.after for event in events.filter(action="trail.expire")}
    assert told == {"3521": {"until": "2024-03-02", "events": 2}, "3520": {"until": "2024-03-02", "events": 1}}
    page = " ".join(as_user(people.admin).get("/riwayat/3521/?jenis=trail").content.decode().split())
    for words in ("Menghapus riwayat lama", "Pengelola server", "2 Maret 2024"):
        assert words in page


def test_nothing_of_the_last_year_expires(events):
    with pytest.raises(CommandError, match="365 hari terakhir"):
        expire("2025-01-06", "--delete")
    assert "4 catatan akan dihapus" in expire("2025-01-05")
    assert len(events) == 4


def test_what_fails_midway_leaves_events_and_guard_as_they_were(events, guard):
    before = list(events.values())
    with pytest.raises(DatabaseError), lifted():
        AuditEvent.objects.all().delete()
        connection.cursor().execute("SELECT * FROM tidak_ada")
    assert list(events.values()) == before
    assert guard()


def test_the_portals_own_role_is_refused_with_a_sentence(events, portal_role):
    before = json.dumps(list(events.values()), default=str)
    for args in (["2024-03-02"], ["2024-03-02", "--delete"]):
        with pytest.raises(CommandError, match="hanya dapat dihapus dengan peran pemilik basis data"):
            expire(*args)
    assert json.dumps(list(events.values()), default=str) == before
