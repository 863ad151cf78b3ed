"""How office texts are read before they are compared: names, sentences, and the way back."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.rules.truth.element_names import MERGED, Named, names_of, plain
from reports.rules.truth.sayings.plan_words import carrying, flat, likeness
from reports.rules.truth.sayings.saying import against
from reports.rules.truth.tokens.sentences import read
from tests.cases import in_one_test

# --- names

OFFICIAL = {
    "waktu": "Waktu Penyelesaian",
    "biaya": "Biaya/Tarif",
    "prosedur": "Sistem, Mekanisme, dan Prosedur",
    "sarana": "Sarana dan Prasarana",
}
NAMES = names_of(OFFICIAL)


@pytest.mark.parametrize(
    ("text", "key", "official"),
    [
        ("unsur waktu penyelesaian naik", "waktu", True),
        ("unsur kecepatan pelayanan naik", "waktu", False),
        ("biaya / tarif", "biaya", True),
        ("biaya/tarif", "biaya", True),
        ("biaya dan tarif", "biaya", False),
        ("biaya & tarif", "biaya", False),
        ("sistem mekanisme dan prosedur", "prosedur", True),
        ("sistem, mekanisme & prosedur", "prosedur", True),
        ("mekanisme dan prosedur", "prosedur", False),
        ("sarana  dan\nprasarana", "sarana", True),
        ("sarpras", "sarana", False),
    ],
)
def test_an_element_is_found_by_its_own_name_and_by_those_that_offices_give_it(text, key, official):
    (found,) = NAMES.mentions(text)
    assert (found.key, found.official, found.short) == (key, official, False)
    assert plain(text[found.start : found.end]) in {plain(text), plain(text[found.start : found.end])}


@pytest.mark.parametrize("text", ["waktu", "tarif", "fasilitas", "prosedur kerja"])
def test_a_mere_word_is_a_name_only_where_names_are_expected(text):
    assert NAMES.mentions(text) == []
    assert [mention.short for mention in NAMES.all_mentions(text)] == [True]


@pytest.mark.parametrize("text", ["perwaktuan", "biaya/tarifnya", "kompetensi petugas", "x/waktu penyelesaian"])
def test_parts_of_words_and_elements_of_other_instruments_are_none(text):
    assert [mention for mention in NAMES.mentions(text) if not mention.short] == []


def test_the_longest_name_counts_and_names_stand_in_their_order():
    text = "sistem, mekanisme, dan prosedur serta waktu penyelesaian"
    assert [(found.key, text[found.start : found.end]) for found in NAMES.mentions(text)] == [
        ("prosedur", "sistem, mekanisme, dan prosedur"),
        ("waktu", "waktu penyelesaian"),
    ]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Waktu Penyelesaian", Named("waktu", 0, 18, official=True, short=False)),
        ("WAKTU PELAYANAN", Named("waktu", 0, 15, official=False, short=False)),
        ("waktu", Named("waktu", 0, 5, official=False, short=True)),
        ("waktu tunggu", None),
        ("", None),
    ],
)
def test_a_whole_name_means_one_element_or_none(name, found):
    assert NAMES.whole(name) == found


def test_an_unofficial_name_that_is_official_for_another_is_the_others():
    names = names_of({"waktu": "Waktu", "cepat": "Kecepatan Pelayanan"})
    assert [found.key for found in names.mentions("kecepatan pelayanan")] == ["cepat"]
    assert names_of({}).mentions("waktu penyelesaian") == []


@pytest.mark.parametrize(
    "text", ["kompetensi dan perilaku", "sikap serta kemampuan petugas", "keahlian & sikap pelaksana"]
)
def test_two_elements_told_as_one_are_known(text):
    assert MERGED.fullmatch(text)
    assert not MERGED.search(text.replace(" dan ", ", ").replace(" serta ", ", ").replace(" & ", ", "))


# --- sentences and the way back


def sentences(text, values=None, passages=frozenset()):
    return [sentence.text.strip() for sentence in read("1.1", text, values or {}, passages).sentences]


@in_one_test(
    ("text", "expected"),
    [
        ("Satu. Dua! Tiga?", ["Satu.", "Dua!", "Tiga?"]),
        ("Nilai 3.27 naik. Baik.", ["Nilai 3.27 naik.", "Baik."]),
        ("Jl. Pemuda No. 1 ramai. Loket buka.", ["Jl. Pemuda No. 1 ramai.", "Loket buka."]),
        ("Oleh Drs. Budi, S.H. M.Si. hadir.", ["Oleh Drs. Budi, S.H. M.Si. hadir."]),
        ("Bermutu B. Loket buka.", ["Bermutu B.", "Loket buka."]),
        ("Bapak A. Yani hadir. Selesai.", ["Bapak A. Yani hadir.", "Selesai."]),
        ("Satu\n\nDua", ["Satu", "Dua"]),
        ("Satu\ndua", ["Satu dua"]),
        ("*Tebal* dan **kuat**.", ["Tebal dan kuat."]),
        ("dimulai. lalu selesai", ["dimulai. lalu selesai"]),
        ("Katanya (baik.) Lalu selesai.", ["Katanya (baik.", "Lalu selesai."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text, expected):
    assert [" ".join(each.split()) for each in sentences(text)] == expected


def test_items_know_what_announced_them_and_sentences_what_stood_before():
    found = read("1.1", "Yaitu:\n- satu\n- dua\n\nSelesai. Baik.", {}, frozenset()).sentences
    assert [(each.low.strip("\x1e\n "), each.lead.strip(), each.paragraph) for each in found][:3] == [
        ("yaitu:", "", 0),
        ("satu", "yaitu:", found[1].paragraph),
        ("dua", "yaitu:", found[2].paragraph),
    ]
    last = found[-1]
    assert (last.text.strip(), last.before.strip(), last.lead) == ("Baik.", "selesai.", "")


def test_what_a_placeholder_gave_leads_back_to_nothing_typed():
    typed = "IKM {{ ikm }} atau **87,36** saja."
    reading = read("1.1", typed, {"ikm": "85,00"}, frozenset())
    assert reading.text == "IKM 85,00 atau 87,36 saja."
    at = reading.text.index("87,36")
    start, end = reading.typed_span(at, at + 5)
    assert typed[start:end] == "87,36"
    value = reading.text.index("85,00")
    assert reading.typed_span(value, value + 5) is reading.typed_span(value - 2, value + 1) is None
    assert typed[slice(*reading.typed_span(0, 3))] == "IKM"


def test_an_unknown_placeholder_stays_and_a_passage_goes_and_is_remembered():
    reading = read("1.1", "{{ uraian }}\n\nNilai {{ lain }}.", {}, frozenset({"uraian"}))
    assert reading.passages == {"uraian"}
    assert reading.text.strip() == "Nilai {{ lain }}."


MARKED = st.lists(
    st.sampled_from(["IKM ", "**", "*", "{{ ikm }}", "87,36", "\n", "\n\n", "- ", "1. ", ". ", "İ"]), max_size=12
)


@given(MARKED.map("".join))
def test_whatever_was_typed_is_found_again_where_it_stands(typed):
    reading = read("1.1", typed, {"ikm": "85,00"}, frozenset())
    for found in re.finditer("87,36|IKM", reading.text):
        assert typed[slice(*reading.typed_span(*found.span()))] == found[0]
    for sentence in reading.sentences:
        assert reading.text[sentence.start : sentence.start + len(sentence.text)] == sentence.text
        assert len(sentence.low) == len(sentence.text)


# --- words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Menata & merapikan loket, di Ngawi!", ["menata", "merapikan", "loket", "ngawi"]),
        ("dan untuk dengan", []),
        ("", []),
    ],
)
def test_the_words_that_carry_a_name_are_those_that_say_something(text, words):
    assert carrying(text) == words
    assert flat("A & B–C.") == "a dan b c"


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [("ab", "ab", 1.0), ("ab", "cd", 0.0), ("ab", "bc", 0.5), ("a", "abc", 0.5), ("", "", 0.0), ("a", "", 0.0)],
)
def test_likeness_is_what_both_share_of_what_both_have(one, other, share):
    assert likeness(frozenset(one), frozenset(other)) == likeness(frozenset(other), frozenset(one)) == share


@pytest.mark.parametrize(
    ("suggestion", "mend"), [("", "perbaiki teksnya."), ("{{ ikm }}", "perbaiki atau ganti dengan {{ ikm }}.")]
)
def test_what_is_said_against_a_text_quotes_it_and_says_what_to_do(suggestion, mend):
    (sentence,) = read("1.1", "IKM sebesar 86,50.", {}, frozenset()).sentences
    said = against(sentence, "K40", (12, 17), "87,36", suggestion)
    assert said.message == f"Tertulis “86,50”, sedangkan menurut data 87,36; {mend}"
    assert (said.rule, said.start, said.end, said.suggestion) == ("K40", 12, 17, suggestion)
