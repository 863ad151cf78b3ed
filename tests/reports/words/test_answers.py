"""What is typed into a field that asks for something: that there is nothing, no answer at all, or an answer. Pure."""

import pytest

from reports.words.answers import only_fills, points_at_photos, same_words, says_none


@pytest.mark.parametrize(
    "text", ["-", " – ", "—", "Nihil", "NIHIL.", "Tidak ada", "tidak  ada.", "Tidak ada hambatan!"]
)
def test_that_there_is_nothing_is_an_answer(text):
    assert says_none(text)


@pytest.mark.parametrize("text", ["", "ada", "Tidak ada petugas di loket.", "--", "Nihil anggaran", "hambatan"])
def test_what_says_more_or_nothing_does_not_say_so(text):
    assert not says_none(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "x", "XXX", "...", "aaaa", "?!", "-", "— —"),
        *("test", "tes tes", "Lorem ipsum dolor sit amet", "isi di sini", "Isi disini.", "diisi nanti"),
        *("belum diisi", "menyusul", "Akan menyusul.", "tulis teks di sini", "ketikkan disini", "isi uraian di sini"),
        *("contoh teks", "asdf qwerty", "isi strateginya"),
    ],
)
def test_what_only_fills_its_field_is_no_answer(text):
    assert only_fills(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Loket dibuka pukul 7.", "11", "2025", "1.000", "Diisi petugas loket.", "Contoh formulir dipasang di loket."),
        *("Tes kesehatan petugas", "Isi formulir disederhanakan", "Surat menyusul dari provinsi", "Teks papan diganti"),
    ],
)
def test_an_answer_is_not_taken_for_a_filling_because_of_a_word_in_it(text):
    assert not only_fills(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lihat foto berikut.", "foto berikut"),
        ("Terlihat pada Gambar di bawah ini.", "Gambar di bawah ini"),
        ("Foto-foto berikut ini menunjukkan loket.", "Foto-foto berikut ini"),
        ("dokumentasi kegiatan berikut", "dokumentasi kegiatan berikut"),
        ("Berikut adalah foto loket.", "Berikut adalah foto"),
        ("berikut ini dokumentasi", "berikut ini dokumentasi"),
        ("Foto loket terpasang di papan.", ""),
        ("Pada hari berikutnya foto diambil.", ""),
        ("Potofoto berikut", ""),
        ("", ""),
    ],
)
def test_words_that_lead_to_photos_beside_a_text_are_found(text, words):
    assert points_at_photos(text) == words


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Tidak ada.", "tidak  ADA", True),
        ("a, b; c", "a b c", True),
        ("loket-1", "loket 1", True),
        ("loket", "loket 1", False),
        ("", "...", True),
    ],
)
def test_marks_blanks_and_capitals_do_not_tell_texts_apart(one, other, same):
    assert (same_words(one) == same_words(other)) is same
