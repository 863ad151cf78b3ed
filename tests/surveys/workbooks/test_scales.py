"""Words become scores by one scale for all files: the questions' own labels, else a usual one — or somebody says."""

from decimal import Decimal

import pytest

from surveys.instrument.form import Question
from surveys.workbooks.scales import OWN, STRANGE, is_missing, number_score, plain, possible_scales, scores_of
from tests.cases import in_one_test
from tests.surveys.instrument.built_in import built_in

TIME = built_in()[0].questions[2]
OWN_WORDS = [plain(label) for label in TIME.labels]
ANY = Question("U1", "Apa?", ("a", "b", "c", "d"))


@pytest.mark.parametrize("cell", ["", "-", " – ", "0", "N/A", "Tidak diisi", "tidak menjawab", Decimal(0), "null"])
def test_what_is_no_answer(cell):
    assert is_missing(cell)


@pytest.mark.parametrize("cell", ["1", "tidak", "tidak sesuai", Decimal(1), "00123"])
def test_what_is_one(cell):
    assert not is_missing(cell)


@in_one_test(
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


def told(question, answers, *others, is_named=True):
    """The score of each answer to the first question by each scale that it may be; ``others``: what others answered."""
    said = [(question, dict.fromkeys(answers, 1)), *((question, dict.fromkeys(other, 1)) for other in others)]
    return [scores_of(question, said[0][1], scale) for scale in possible_scales(said, is_named=is_named)]


def test_the_labels_of_the_question_itself_count_first():
    assert told(TIME, OWN_WORDS) == [{word: score for score, word in enumerate(OWN_WORDS, 1)}]
    assert told(TIME, OWN_WORDS[2:]) == [{OWN_WORDS[2]: 3, OWN_WORDS[3]: 4}]
    assert told(TIME, []) == [{}]


def test_a_slip_of_the_pen_is_forgiven_and_a_missing_word_is_not():
    slipped = OWN_WORDS[3].replace("t", "tt", 1)
    assert told(TIME, [slipped]) == [{slipped: 4}]
    assert told(TIME, [f"{OWN_WORDS[3]} sekali"]) == [{}]


@pytest.mark.parametrize(
    ("answers", "scores"),
    [
        (("sangat tidak puas", "tidak puas", "puas", "sangat puas"), (1, 2, 3, 4)),
        (("tidak setuju", "kurang setuju", "setuju", "sangat setuju"), (1, 2, 3, 4)),
        (("tidak baik", "cukup baik", "baik", "sangat baik"), (1, 2, 3, 4)),
        (("sangat tidak jelas", "kurang jelas", "jelas"), (1, 2, 3)),
        (("kurang jelas", "jelas"), (2, 3)),
        (("sangat tidak sopan dan ramah",), (1,)),
        (("puas",), (3,)),
        (("tidak wajar", "kurang wajar"), (1, 2)),
    ],
)
def test_else_one_usual_scale_knows_all_of_them(answers, scores):
    assert told(ANY, answers) == [dict(zip(answers, scores, strict=True))]


@pytest.mark.parametrize(
    ("others", "score"),
    [
        (["kurang puas"], 1),
        (["cukup mudah"], 1),
        (["sangat tidak baik"], 2),
        (["kurang puas", "puas", "sangat puas"], 1),
    ],
)
def test_where_nobody_used_a_step_the_words_of_other_columns_tell_the_scale(others, score):
    assert told(ANY, ["tidak puas", "puas"], others) == [{"tidak puas": score, "puas": 3}]


@pytest.mark.parametrize("is_named", [True, False])
def test_where_no_column_tells_whether_tidak_is_the_lowest_both_readings_are_left(is_named):
    assert told(ANY, ["tidak puas", "puas"], is_named=is_named) == [
        {"tidak puas": 1, "puas": 3},
        {"tidak puas": 2, "puas": 3},
    ]


def test_own_words_tell_it_if_the_questionnaire_is_sure_or_some_of_them_belong_to_no_usual_scale():
    own = Question("U1", "Apa?", ("Sangat tidak sesuai", "Tidak sesuai", "Sesuai", "Gratis"))
    assert told(own, ["tidak sesuai"]) == [{"tidak sesuai": 2}]
    assert told(own, ["tidak sesuai", "gratis"], is_named=False) == [{"tidak sesuai": 2, "gratis": 4}]
    assert told(own, ["tidak sesuai"], is_named=False) == [{"tidak sesuai": 1}, {"tidak sesuai": 2}]
    assert told(own, ["tidak sesuai", "setuju"]) == [{"tidak sesuai": 2, "setuju": 3}]
    assert told(own, ["tidak sesuai"], ["kurang sesuai"]) == [{"tidak sesuai": 1}]


@pytest.mark.parametrize(
    ("answer", "score"), [("1. Tidak puas", 1), ("Tidak puas (2)", 2), ("(4) Tidak puas", 1), ("3 - Tidak puas", 2)]
)
def test_a_number_beside_the_word_tells_which_step_it_is_from_either_end(answer, score):
    assert told(ANY, [answer, "Puas"]) == [{"tidak puas": score, "puas": 3}]


def test_words_of_no_scale_have_no_score_and_the_fewer_of_two_scales_are_strange():
    assert told(ANY, ["lumayan", "puas"]) == [{"puas": 3}]
    many = {"tidak puas": 5, "kurang puas": 4, "sangat tidak puas": 2}
    (scale,) = possible_scales([(ANY, many)], is_named=False)
    assert scores_of(ANY, many, scale) == {"tidak puas": 1, "kurang puas": 2, "sangat tidak puas": STRANGE}


def test_words_that_the_instrument_gives_beside_its_labels_are_its_own():
    question = Question("U1", "Apa?", ("a", "b", "c", "d"), also={"Gratis": 4})
    assert possible_scales([(question, {"gratis": 1, "a": 1})], is_named=False) == [OWN]
    assert told(question, ["gratis", "a"]) == [{"gratis": 4, "a": 1}]


COUNTED = Question("U1", "Apa?", ("satu", "dua", "tiga", "empat"))


def of(*texts):
    return [(COUNTED, dict.fromkeys(texts, 3))]


@pytest.mark.parametrize(
    ("texts", "scores"),
    [
        (("SB", "B", "KB", "TB"), {"sb": 4, "b": 3, "kb": 2, "tb": 1}),
        (("SS", "S", "TS", "STS"), {"ss": 4, "s": 3, "ts": 2, "sts": 1}),
        (("SM", "M", "CM"), {"sm": 4, "m": 3, "cm": 2}),
    ],
    ids=["good", "with a lowest of its own", "easy"],
)
def test_initials_of_one_scale_are_its_words(texts, scores):
    (scale,) = possible_scales(of(*texts), is_named=False)
    assert scores_of(COUNTED, dict.fromkeys(texts, 3), scale) == scores


@pytest.mark.parametrize("texts", [("M", "S", "W"), ("S",), ("SB", "KM"), ("SX", "X")])
def test_letters_that_are_no_scale_score_nothing(texts):
    assert scores_of(COUNTED, dict.fromkeys(texts, 3), OWN) == {}


def test_a_reason_behind_an_answer_does_not_matter():
    assert plain("Gratis karena BPJS") == "gratis"
    assert plain("karena murah") == "karena murah"
