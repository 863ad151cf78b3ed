"""Scores are read at once while one types them: their grades, the index when all are there, and what to think of it."""

from decimal import Decimal

import pytest

from surveys.ikm import Grade
from surveys.reading import LINE, ROW, TOP, TRACK, Scale, read_scores

GRADES = (Grade("A", "Baik", Decimal(75)), Grade("B", "Kurang", Decimal(25)))
TWO = Scale((("u1", "Waktu"), ("u2", "Biaya")), GRADES, also={"u1": ("Waktu Pelayanan",)})
EXPLAINED = "tetapi pembulatan nilai unsur dapat menghasilkan IKM antara"
UNEXPLAINED = "tidak dapat dijelaskan oleh pembulatan nilai unsur"


def read(first=None, second=None, *, declared=None, scale=TWO, **published):
    given = {"u1": first, "u2": second}
    scores = {key: Decimal(score) for key, score in given.items() if score}
    return read_scores(scale, scores, declared and Decimal(declared), published)


def test_what_has_no_score_has_no_words_and_no_bar():
    row, other = read("3.50").rows
    assert (row.value, row.grade.letter, row.width) == ("3,50 · 87,50 · A", "A", 191)
    assert (other.value, other.grade, other.width, other.disagrees) == ("", None, 0, False)


@pytest.mark.parametrize(("score", "width"), [("1", 2), ("1.02", 2), ("1.04", 3), ("2.5", TRACK // 2), ("4", TRACK)])
def test_a_bar_is_as_long_as_its_score_is_above_one(score, width):
    assert read(score).rows[0].width == width


def test_the_index_waits_for_every_score():
    assert [(found.filled, found.index is None) for found in (read(), read("3.00"), read("3.00", "4.00"))] == [
        (0, True),
        (1, True),
        (2, False),
    ]
    assert read("3.00", "4.00").index.computed == Decimal("87.50")
    assert read_scores(Scale((), GRADES), {}, None, {}).index is None


def test_an_element_of_three_questions_counts_three_times():
    assert read("3.00", "4.00", scale=Scale(TWO.elements, GRADES, {"u1": 3, "u2": 1})).index.computed == Decimal(
        "81.25"
    )


def test_a_published_grade_is_held_against_the_computed_one():
    found = read("3.50", "2.00", u1="A", u2="A")
    assert [row.key for row in found.disagreeing] == ["u2"]
    assert [row.key for row in read("3.50", u2="A").disagreeing] == []


@pytest.mark.parametrize(
    ("declared", "words"),
    [
        (None, ""),
        ("87.50", "IKM yang dipublikasikan sama dengan hasil perhitungan."),
        ("87.56", f"berbeda dari hasil perhitungan (87,50), {EXPLAINED} 87,38 dan 87,56"),
        ("87.57", f"{UNEXPLAINED}, yang hanya dapat menghasilkan IKM antara 87,38 dan 87,56"),
        ("87.37", UNEXPLAINED),
    ],
)
def test_a_published_index_is_explained_or_not(declared, words):
    remark = read("3.00", "4.00", declared=declared).remark
    assert words in remark and bool(words) == bool(remark)


def test_nothing_is_said_of_a_published_index_while_a_score_is_missing():
    assert read("3.00", declared="87.50").remark == ""


def test_a_long_name_takes_lines_and_moves_what_stands_below():
    long = "Kompetensi Pelaksana dalam Pelayanan Administrasi Kependudukan dan Catatan Sipil"
    found = read("3.00", "4.00", scale=Scale((("u1", long), ("u2", "Biaya")), GRADES))
    first, second = found.rows
    assert [at for at, _words in first.lines] == [TOP + 13, TOP + 13 + LINE]
    assert " ".join(words for _at, words in first.lines) == long
    assert (first.y, first.value_y) == (TOP + 13 + LINE + 7, TOP + 13 + LINE + 18)
    assert second.lines == ((TOP + ROW + LINE + 13, "Biaya"),)
    assert found.height == TOP + 2 * ROW + LINE


def test_an_element_is_known_by_its_name_first():
    assert TWO.names == {"u1": ("Waktu", "Waktu Pelayanan"), "u2": ("Biaya",)}
