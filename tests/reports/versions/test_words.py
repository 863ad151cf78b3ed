"""Two texts beside each other by words."""

import pytest

from reports.versions.words import CONTEXT, beside


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
