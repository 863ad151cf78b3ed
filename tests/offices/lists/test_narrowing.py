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


def test_words_are_found_whatever_their_case_blanks_and_signs_that_nobody_sees():
    for words in ("LOKET  menata", "lo\u200bket", "ｌｏｋｅｔ", "\u00a0loket\u00a0"):
        assert ROWS[0] in asked(cari=words).rows
    assert asked(cari=" \u200b ").rows == ROWS


def test_of_what_is_looked_for_a_hundred_letters_count():
    """A word that is cut there is looked for as it is left."""
    assert asked(cari="x" * 500).words == "x" * 100
    assert asked(cari="loket " + " " * 94 + "entah").rows == asked(cari="loket").rows


def test_a_list_that_can_be_gone_through_once_is_told_whole():
    found = narrowed({"unsur": "waktu"}, iter(ROWS), "RTL", lambda row: row[0], FACETS)
    assert (found.total, len(found.rows), found.told) == (3, 2, "2 dari 3 RTL")


def test_a_choice_says_what_it_is_called_and_an_unknown_one_nothing():
    chosen = {
        choice.name: (choice.chosen, choice.chosen_label) for choice in asked(unsur="waktu", unit="entah").choices
    }
    assert chosen == {"unsur": ("waktu", "Waktu"), "unit": ("", "")}
    assert asked(unsur="waktu", unit="kul").asked_for == "Unsur: Waktu · Unit: KUL"


def test_a_facet_that_is_not_offered_narrows_nothing():
    """A single choice that all rows belong to, and one that no row belongs to."""
    one = narrowed({"unsur": "waktu"}, (ROWS[0], ROWS[2]), "RTL", lambda row: row[0], FACETS)
    assert ([choice.name for choice in one.choices], one.is_narrowed, len(one.rows)) == (["unit"], False, 2)
    assert asked(unsur="sarana").rows == ROWS
    assert narrowed({}, (), "RTL", str, FACETS).told == "0 RTL"
