"""Two texts beside each other by words."""

import pytest

from offices.recording.changed_words import CONTEXT, beside


def written(pieces):
    return "".join(piece.text if piece.mark == "same" else f"[{piece.text}]" for piece in pieces)


@pytest.mark.parametrize(
    ("before", "after", "old", "new"),
    [
        ("Satu dua tiga", "Satu empat tiga", "Satu [dua] tiga", "Satu [empat] tiga"),
        ("Satu dua", "Satu dua tiga", "Satu dua", "Satu dua [tiga]"),
        ("Satu dua tiga", "Satu tiga", "Satu [dua] tiga", "Satu tiga"),
        ("", "Satu", "", "[Satu]"),
        ("Satu", "", "[Satu]", ""),
        ("Satu\ndua", "Satu dua", "Satu[\n]dua", "Satu dua"),
    ],
)
def test_what_went_and_what_came_is_marked(before, after, old, new):
    assert tuple(map(written, beside(before, after))) == (old, new)


def test_no_words_are_lost_near_a_change():
    before, after = beside("a b c d e", "a b x d e")
    assert "".join(piece.text for piece in before) == "a b c d e"
    assert "".join(piece.text for piece in after) == "a b x d e"


def test_long_runs_that_stay_are_cut_to_those_near_a_change():
    words = " ".join(f"kata{number}" for number in range(200))
    before, _after = beside(f"{words} lama {words}", f"{words} baru {words}")
    text = written(before)
    assert "…" in text and "[lama] " in text
    assert text.count("kata") <= 2 * CONTEXT + 2


def test_texts_that_differ_in_blanks_alone_are_told_whole():
    assert tuple(map(written, beside("a  b", "a b"))) == ("[a  b]", "[a b]")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Satu dua tiga empat", "Satu tiga empat lima"),
        ("Baris satu.\nBaris dua.", "Baris satu.\nBaris tiga.\nBaris dua."),
        ("a b c", "x y z"),
        ("“Kutipan”, tanda; baca.", "“Kutipan” tanda baca!"),
        ("satu satu satu", "satu satu"),
    ],
)
def test_both_sides_say_their_whole_text_in_its_order(before, after):
    left, right = beside(before, after)
    assert "".join(piece.text for piece in left) == before
    assert "".join(piece.text for piece in right) == after
    assert {piece.mark for piece in left} <= {"same", "removed"}
    assert {piece.mark for piece in right} <= {"same", "added"}


def test_what_stays_is_the_same_on_both_sides():
    left, right = beside("Satu dua tiga empat lima", "Satu dua enam empat lima")
    stays = [[piece.text for piece in side if piece.mark == "same"] for side in (left, right)]
    assert " ".join("".join(stays[0]).split()) == " ".join("".join(stays[1]).split()) == "Satu dua empat lima"


def test_a_blank_behind_a_word_is_not_marked_with_it():
    left, _right = beside("Satu dua tiga", "Satu tiga")
    assert [(piece.text, piece.mark) for piece in left] == [
        ("Satu ", "same"),
        ("dua", "removed"),
        (" ", "same"),
        ("tiga", "same"),
    ]


def test_no_text_beside_no_text_is_nothing():
    assert beside("", "") == ((), ())
