"""Who changed a thing last, told to who wrote at the same time."""

import pytest

from offices.audit import record
from offices.sending.changes import change_of, last_change

pytestmark = pytest.mark.django_db


@pytest.fixture
def changed(people, ngawi, time_machine):
    """The office was renamed by an admin, then got a logo from its operator of the server."""
    time_machine.move_to("2026-03-02T09:12:00+07:00", tick=False)
    record(people.admin, "office.change", ngawi, ngawi)
    time_machine.move_to("2026-03-03T10:30:00+07:00", tick=False)
    record(None, "office.picture_set", ngawi, ngawi)
    return ngawi


def test_the_last_of_all_or_of_those_that_are_asked_about_counts(people, changed):
    assert last_change(changed, people.staff) == "terakhir oleh pengelola server, 3 Maret 2026, 10.30 WIB"
    assert last_change(changed, people.staff, "office.change") == "terakhir oleh Admin, 2 Maret 2026, 09.12 WIB"
    assert last_change(changed, people.staff, "office.change", "office.picture_set").startswith(
        "terakhir oleh pengelola server"
    )


def test_what_one_wrote_oneself_was_written_in_another_window(people, changed):
    told = last_change(changed, people.admin, "office.change")
    assert told == "terakhir oleh akun Anda sendiri di jendela lain, 2 Maret 2026, 09.12 WIB"


def test_what_was_never_changed_says_nothing(people, changed, magetan):
    assert last_change(magetan, people.staff) == ""
    assert last_change(changed, people.staff, "office.create") == ""
    assert last_change(people.staff, people.staff) == ""


def test_a_thing_that_is_gone_still_was_changed(people, changed, ngawi):
    unit = ngawi.units.get(key="tekhum")
    number = unit.pk
    record(people.admin, "unit.delete", unit, ngawi)
    unit.delete()
    found = change_of("unit", number)
    assert (found.actor, found.time) == (people.admin, "3 Maret 2026, 10.30 WIB")
    assert change_of("unit", number + 1) is None
    assert change_of("office", number) is None
