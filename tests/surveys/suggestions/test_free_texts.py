"""What respondents wrote freely: which columns ask for it, what says nothing, what is one text, how long it may be."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from surveys.models import MOST_LETTERS
from surveys.suggestions.free_texts import asks_for_suggestions, gathered
from tests.cases import in_one_test


@pytest.mark.parametrize(
    "heading",
    [
        "saran",
        "kritik dan saran",
        "saran / masukan (teks)",
        "saran/aduan/komentar",
        "masukan",
        "apakah ada saran untuk perbaikan layanan kami?",
        "saran dan pengaduan",
        "10. komentar",
    ],
)
def test_a_column_of_free_texts_is_known_by_its_heading(heading):
    assert asks_for_suggestions(heading)


@pytest.mark.parametrize(
    "heading",
    [
        "",
        "nama",
        "sarana dan prasarana",
        "penanganan pengaduan, saran dan masukan",
        "jumlah saran",
        "kategori masukan",
        "jenis layanan",
    ],
)
def test_an_element_or_something_counted_is_none(heading):
    assert not asks_for_suggestions(heading)


@in_one_test(
    "text",
    [
        *("", " ", "-", "–", "...", "0", "4", "n/a", "N.A.", "🙂"),
        *("tidak ada", "Tidak ada.", "TIDAK ADA SARAN", "tdk ada", "ga ada kak", "belum ada saran dan kritik"),
        *("nihil", "Tidak", "belum ada untuk saat ini", "Tidak ada\u200b", "no"),
    ],
)
def test_what_says_nothing_is_counted_and_left_out(text):
    found = gathered({text: 3})
    assert (found.texts, found.empty) == ({}, 3)


@pytest.mark.parametrize("text", ["Tidak ada kursi.", "Baik", "Belum ada jalur difabel", "Notaris lambat", "Ada"])
def test_what_says_something_stays(text):
    assert gathered({text: 1}).texts == {text: 1}


def test_texts_that_differ_in_case_and_signs_only_are_one_as_it_was_written_first():
    found = gathered({"Tambah loket!": 2, "tambah  loket": 1, "TAMBAH LOKET...": 1, "Tambah kursi": 1})
    assert found.texts == {"Tambah loket!": 4, "Tambah kursi": 1}


def test_lines_stay_and_what_nobody_sees_goes():
    found = gathered({"  Petugas\u200b ramah.\r\n\r\n  Ruang\u00a0 panas. \n": 1})
    assert found.texts == {"Petugas ramah.\nRuang panas.": 1}


def test_what_looks_like_markup_or_a_formula_is_kept_as_it_was_written():
    texts = {'=HYPERLINK("http://x")': 1, "<script>alert(1)</script>": 1, "**tebal**": 1}
    assert gathered(texts).texts == texts


def test_a_long_text_is_cut_and_counted():
    found = gathered({"a" * (MOST_LETTERS + 1): 1, "b" * MOST_LETTERS: 1})
    cut, whole = found.texts
    assert (found.cut, len(cut), cut[-2:], len(whole)) == (1, MOST_LETTERS, " …", MOST_LETTERS)


WRITTEN = st.dictionaries(st.text(max_size=20) | st.text("abAB -.", max_size=5), st.integers(1, 5), max_size=12)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(WRITTEN)
def test_everybody_is_counted_once_and_no_text_is_blank_or_too_long(written):
    found = gathered(written)
    assert sum(found.texts.values()) + found.empty == sum(written.values())
    assert all(text.strip() == text and 0 < len(text) <= MOST_LETTERS for text in found.texts)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(WRITTEN)
def test_to_gather_again_changes_nothing(written):
    once = gathered(written).texts
    assert Counter(gathered(once).texts) == Counter(once)
