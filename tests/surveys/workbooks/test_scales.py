"""Words become scores by the question's own labels, else by one usual scale that knows all of them — or not at all."""

from decimal import Decimal

import pytest

from surveys.instrument.form import Question
from surveys.workbooks.scales import NoScaleError, is_missing, number_score, plain, scores_of
from tests.surveys.instrument.built_in import built_in

TIME = built_in()[0].questions[2]
OWN = [plain(label) for label in TIME.labels]


@pytest.mark.parametrize("cell", ["", "-", " – ", "0", "N/A", "Tidak diisi", "tidak menjawab", Decimal(0), "null"])
def test_what_is_no_answer(cell):
    assert is_missing(cell)


@pytest.mark.parametrize("cell", ["1", "tidak", "tidak sesuai", Decimal(1), "00123"])
def test_what_is_one(cell):
    assert not is_missing(cell)


@pytest.mark.parametrize(
    ("cell", "score"),
    [
        ("1", 1),
        ("4", 4),
        ("(3)", 3),
        ("3.", 3),
        ("2)", 2),
        ("3,0", 3),
        (Decimal("3.0"), 3),
        (Decimal(4), 4),
        ("0", None),
        ("5", None),
        ("2,5", None),
        ("tiga", None),
        ("", None),
        ("3 orang", None),
    ],
)
def test_a_number_is_a_score_only_where_it_is_one_of_four(cell, score):
    assert number_score(cell) == score


@pytest.mark.parametrize(
    "cell",
    [
        "Sangat Sesuai",
        "4. Sangat sesuai",
        "(4) sangat sesuai",
        "d) Sangat sesuai",
        "sangat  sesuai (4)",
        "4 = sangat sesuai",
    ],
)
def test_a_number_or_letter_beside_the_words_does_not_matter(cell):
    assert plain(cell) == "sangat sesuai"


def test_the_labels_of_the_question_itself_count_first():
    assert scores_of(TIME, OWN) == {word: score for score, word in enumerate(OWN, 1)}
    assert scores_of(TIME, OWN[2:]) == {OWN[2]: 3, OWN[3]: 4}
    assert scores_of(TIME, []) == {}


def test_a_slip_of_the_pen_is_forgiven_and_a_missing_word_is_not():
    slipped = OWN[3].replace("t", "tt", 1)
    assert scores_of(TIME, [slipped]) == {slipped: 4}
    with pytest.raises(NoScaleError):
        scores_of(TIME, [f"{OWN[3]} sekali"])


@pytest.mark.parametrize(
    ("answers", "scores"),
    [
        (("sangat tidak puas", "tidak puas", "puas", "sangat puas"), (1, 2, 3, 4)),
        (("tidak setuju", "kurang setuju", "setuju", "sangat setuju"), (1, 2, 3, 4)),
        (("tidak baik", "cukup baik", "baik", "sangat baik"), (1, 2, 3, 4)),
        (("sangat tidak jelas", "kurang jelas", "jelas"), (1, 2, 3)),
        (("puas",), (3,)),
        (("tidak wajar",), (2,)),
        (("tidak wajar", "kurang wajar"), (1, 2)),
    ],
)
def test_else_one_usual_scale_knows_all_of_them(answers, scores):
    assert scores_of(Question("U1", "Apa?", ("a", "b", "c", "d")), answers) == dict(zip(answers, scores, strict=True))


@pytest.mark.parametrize(
    "answers",
    [
        ("puas", "setuju"),
        ("lumayan",),
        ("sangat tidak puas", "cukup puas"),
        ("tidak puas", "kurang puas", "sangat tidak puas", "cukup puas"),
    ],
)
def test_words_of_no_scale_or_of_two_are_refused_and_one_of_them_is_said(answers):
    with pytest.raises(NoScaleError) as refused:
        scores_of(Question("U1", "Apa?", ("a", "b", "c", "d")), answers)
    assert str(refused.value) in answers


def test_words_that_the_instrument_gives_beside_its_labels_are_its_own():
    question = Question("U1", "Apa?", ("a", "b", "c", "d"), also={"Gratis": 4})
    assert scores_of(question, ["gratis", "a"]) == {"gratis": 4, "a": 1}
