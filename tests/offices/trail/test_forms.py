"""The filters of the trail: what is sound of them counts, what is not is left out and told at its field."""

from datetime import date

from offices.recording.words import GROUP_NAMES
from offices.trail.forms import TrailForm, groups
from tests.cases import in_one_test

PEOPLE = [(7, "Rina Contoh (operator)"), (8, "Budi Contoh (kasubbag)")]


def form(**typed):
    return TrailForm(typed, people=PEOPLE)


def test_it_offers_the_people_and_each_kind_of_event_by_name():
    shown = form()
    assert list(shown.fields["orang"].choices) == [("", "Semua"), *PEOPLE]
    assert list(shown.fields["jenis"].choices) == groups()
    names = [name for _key, name in groups()[1:]]
    assert names == sorted(names)
    assert {key for key, _name in groups()} == {"", *GROUP_NAMES}
    assert {"account", "office", "person", "unit", "trail"} <= set(GROUP_NAMES)


@in_one_test(
    ("typed", "filters"),
    [
        ({}, (None, "", None, None, "")),
        ({"orang": "7"}, (7, "", None, None, "")),
        ({"jenis": "person"}, (None, "person", None, None, "")),
        ({"dari": "1-3-2026", "sampai": "2026-03-31"}, (None, "", date(2026, 3, 1), date(2026, 3, 31), "")),
        ({"dari": "1-3-2026", "sampai": "1-3-2026"}, (None, "", date(2026, 3, 1), date(2026, 3, 1), "")),
        ({"objek": "  Papan jadwal "}, (None, "", None, None, "Papan jadwal")),
    ],
)
def test_what_is_chosen_is_what_is_asked(typed, filters):
    asked = form(**typed)
    found = asked.filters()
    assert (found.person, found.group, found.first, found.last, found.thing) == filters
    assert asked.errors == {}


@in_one_test(
    ("typed", "field"),
    [
        ({"orang": "9"}, "orang"),
        ({"orang": "x"}, "orang"),
        ({"jenis": "lain"}, "jenis"),
        ({"dari": "31-2-2026"}, "dari"),
        ({"sampai": "kemarin"}, "sampai"),
        ({"objek": "x" * 101}, "objek"),
        ({"dari": "2-3-2026", "sampai": "1-3-2026"}, "sampai"),
    ],
)
def test_what_is_unsound_is_left_out_and_the_rest_still_counts(typed, field):
    asked = form(**{"objek": "Papan", "orang": "7"} | typed)
    found = asked.filters()
    assert list(asked.errors) == [field]
    assert (found.person == 7, found.thing == "Papan") == (field != "orang", field != "objek")
    assert (found.group, found.last) in {("", None), (None, None)}


def test_days_in_the_wrong_order_are_told_at_the_second():
    assert form(dari="2-3-2026", sampai="1-3-2026").errors["sampai"] == ["Tanggal ini mendahului tanggal awal."]


def test_what_was_asked_for_is_said_in_words():
    asked = form(orang="7", jenis="person", dari="1-3-2026", objek="papan", sampai="entah")
    kind = GROUP_NAMES["person"]
    assert (
        asked.asked_for() == f"Pelaku: Rina Contoh (operator) · Jenis: {kind} · Dari tanggal: 1-3-2026 · Objek: papan"
    )
    assert form().asked_for() == ""
