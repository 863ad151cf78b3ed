"""Words that offices often misspell: which are named with their standard form, and which are left in peace."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.rules.spelling import STANDARD, misspellings
from tests.cases import in_one_test


def found(text):
    return list(misspellings(text))


@in_one_test("wrong", sorted(STANDARD))
def test_each_word_of_the_list_is_found_alone_in_a_sentence_and_in_capitals(wrong):
    expected = [(wrong, STANDARD[wrong])]
    assert found(wrong) == found(f"Kami menata {wrong}, lalu selesai.") == found(f"{wrong.upper()}!") == expected


@in_one_test("right", sorted(set(STANDARD.values())))
def test_no_standard_form_is_itself_called_misspelt(right):
    assert found(f"Kami menata {right}.") == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Standardisasi pelayanan.",
        "standartnya",
        "izin@kpu.go.id dan jadual@contoh.id",
        "https://contoh.go.id/ijin/resiko",
        "lihat www.jadual.id",
        "antar jemput berkas",
        "antarunit dan antarbagian",
        "diantar petugas",
        "petugas antar",
    ],
)
def test_parts_of_words_and_addresses_are_no_misspellings(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("antar unit", [("antar unit", "antarunit")]),
        ("Koordinasi Antar Bagian dan antar bagian", [("antar bagian", "antarbagian")]),
        ("antar unit, antar pegawai", [("antar unit", "antarunit"), ("antar pegawai", "antarpegawai")]),
        ("ijin antar daerah", [("ijin", "izin"), ("antar daerah", "antardaerah")]),
        ("resiko, ijin, resiko", [("resiko", "risiko"), ("ijin", "izin")]),
        ("Surat ijin ada di loket@contoh.id", [("ijin", "izin")]),
        ("Versi 1.2 memuat resiko", [("resiko", "risiko")]),
    ],
)
def test_each_is_named_once_in_the_order_of_the_text(text, words):
    assert found(text) == words


@given(st.lists(st.sampled_from(["ijin", "izin", "antar", "unit", "resiko", "loket", "dan"]), max_size=8))
def test_what_is_named_stands_in_the_text_and_is_another_word_than_its_standard_form(parts):
    text = " ".join(parts)
    for wrong, right in found(text):
        assert wrong in text and wrong != right
        assert found(right) == []
