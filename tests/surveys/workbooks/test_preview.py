"""What files of scores would change in a survey, in words: pure, from values."""

from decimal import Decimal

import pytest

from surveys.ikm import Grade
from surveys.reading import Scale
from surveys.workbooks.inquiry import Found, ScoreFile
from surveys.workbooks.preview import KINDS, digest_of, preview_of

GRADES = tuple(
    Grade(letter, letter, Decimal(lowest))
    for letter, lowest in (("A", "88.31"), ("B", "76.61"), ("C", "65"), ("D", "25"))
)
SCALE = Scale((("a", "Satu"), ("b", "Dua")), GRADES)
STORED = {"a": Decimal("3.27"), "b": Decimal("3.5")}


def preview(stored=None, scale=SCALE, **found):
    """Of what was read; ``scores``: also what would be stored."""
    read = Found().as_json() | found
    read["stored"] = found.get("stored", read["scores"])
    return preview_of(scale, STORED if stored is None else stored, read, "d" * 24)


@pytest.mark.parametrize(
    ("stored", "scores", "shown"),
    [
        ({}, {}, ("", "", "", "", False)),
        (STORED, {}, ("3,27", "", "", "", False)),
        (STORED, {"a": "3.2700"}, ("3,27", "3,27", "81,75", "B", False)),
        (STORED, {"a": "3.28"}, ("3,27", "3,28", "82,00", "B", True)),
        (STORED, {"a": "3.270001"}, ("3,27", "3,270001", "81,75", "B", True)),
        ({}, {"a": "4"}, ("", "4,00", "100,00", "A", True)),
        ({}, {"a": "1"}, ("", "1,00", "25,00", "D", True)),
    ],
)
def test_each_element_shows_what_is_there_and_what_would_come(stored, scores, shown):
    row = preview(stored, scores=scores).rows[0]
    assert (row.name, (row.stored, row.found, row.converted, row.grade, row.changed)) == ("Satu", shown)


@pytest.mark.parametrize(
    ("stored", "found", "ranks"),
    [
        ({}, {}, ["", ""]),
        ({}, {"a": "3.1", "b": "3.2"}, ["1", "2"]),
        (STORED, {"a": "3.1", "b": "3.2"}, ["1", "2"]),
        (STORED, {"a": "3.3", "b": "3.2"}, ["2 (tersimpan 1)", "1 (tersimpan 2)"]),
        (STORED, {}, ["", ""]),
    ],
)
def test_a_rank_is_told_with_the_stored_one_where_that_is_another(stored, found, ranks):
    assert [row.rank for row in preview(stored, scores=found).rows] == ranks


def test_the_stored_index_is_told_only_where_every_element_has_a_score():
    assert preview(STORED).stored_index == "84,63"
    assert preview({"a": Decimal("3.27")}).stored_index == ""
    assert preview({}).stored_index == ""


def test_questions_count_in_the_stored_index_as_often_as_they_were_asked():
    weighted = Scale(SCALE.elements, GRADES, {"a": 3, "b": 1})
    assert preview(STORED, weighted).stored_index != preview(STORED).stored_index


@pytest.mark.parametrize(("kind", "words"), [*KINDS.items(), (None, ""), ("lain", "")])
def test_what_was_read_is_called_by_its_kind(kind, words):
    told = preview(kind=kind)
    assert (told.kind, told.of_answers) == (words, kind == "answers")


def test_counts_and_errors_are_shown_where_they_are_known():
    assert not preview(counts={}).counted
    told = preview(scores={"a": "3.1"}, counts={"a": 12}, errors={"a": "0.0449"}, index_error="1.005")
    assert told.counted
    assert (told.rows[0].count, told.rows[1].count) == (12, None)
    assert (told.rows[0].error, told.rows[1].error, told.index_error) == ("0,04", "", "1,01")


FILES = [ScoreFile("a.xlsx", b"satu")]
READ = Found().as_json()


def test_accepting_means_these_very_files_with_this_very_result():
    digest = digest_of(FILES, READ)
    assert digest_of([ScoreFile("nama-lain.xlsx", b"satu")], READ) == digest, "a name changes nothing"
    assert digest_of([ScoreFile("a.xlsx", b"dua")], READ) != digest
    assert digest_of([*FILES, ScoreFile("b.xlsx", b"dua")], READ) != digest
    for key in ("form", "mapping", "method", "kind"):
        assert digest_of(FILES, READ | {key: "lain"}) != digest, key
    assert digest_of(FILES, READ | {"respondents": 7}) != digest
    assert digest_of(FILES, READ | {"stored": {"a": "3.1"}}) != digest
