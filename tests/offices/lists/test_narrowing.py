"""A list narrowed by words and choices: what is asked for is shown and told, what is unknown asks nothing."""

import pytest

from offices.lists.narrowing import Facet, narrowed

ROWS = (
    ("Menata loket", "waktu", ("kul",)),
    ("Mencetak tarif", "biaya", ("kul", "rendatin")),
    ("Melatih petugas LOKET", "waktu", ("rendatin",)),
)
FACETS = (
    Facet("unsur", "Unsur", [("waktu", "Waktu"), ("biaya", "Biaya"), ("sarana", "Sarana")], lambda row: [row[1]]),
    Facet("unit", "Unit", [("kul", "KUL"), ("rendatin", "Rendatin")], lambda row: row[2]),
)


def asked(**query):
    return narrowed(query, ROWS, "RTL", lambda row: row[0], FACETS)


@pytest.mark.parametrize(
    ("query", "shown", "told"),
    [
        ({}, [0, 1, 2], "3 RTL"),
        ({"cari": "  loket "}, [0, 2], "2 dari 3 RTL"),
        ({"cari": "loket petugas"}, [2], "1 dari 3 RTL"),
        ({"unsur": "waktu"}, [0, 2], "2 dari 3 RTL"),
        ({"unsur": "waktu", "unit": "rendatin"}, [2], "1 dari 3 RTL"),
        ({"cari": "tarif", "unit": "rendatin"}, [1], "1 dari 3 RTL"),
        ({"cari": "xyz"}, [], "0 dari 3 RTL"),
        ({"unsur": "entah", "halaman": "2"}, [0, 1, 2], "3 RTL"),
    ],
)
def test_rows_have_every_word_and_belong_to_every_choice(query, shown, told):
    found = asked(**query)
    assert (found.rows, found.told) == (tuple(ROWS[place] for place in shown), told)
    assert found.is_narrowed is (told != "3 RTL")


def test_what_was_asked_for_is_said_in_words():
    assert asked(cari=" loket ", unit="rendatin", unsur="entah").asked_for == "Cari: loket · Unit: Rendatin"
    assert asked().asked_for == ""


def test_only_what_rows_belong_to_is_offered_and_a_single_choice_is_none():
    offered = {choice.name: len(choice.choices) for choice in asked(unsur="biaya").choices}
    assert offered == {"unsur": 2, "unit": 2}
    alone = narrowed({"unit": "kul"}, ROWS[:1], "RTL", lambda row: row[0], FACETS)
    assert (alone.choices, alone.is_narrowed, len(alone.rows)) == ((), False, 1)
