"""The index is what docs/ikm.md says it is."""

import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.ikm import (
    Grade,
    converted,
    envelope_of,
    grade_of,
    grade_of_score,
    index_of,
    index_result,
    places_of,
    ranked,
    round_half_up,
    weights_for,
)
from surveys.workbooks.inquiry import Found
from surveys.workbooks.results import write_result
from tests.cases import in_one_test
from tests.make_cycle import make_instrument
from tests.surveys.instrument.built_in import built_in

DOC = (Path(__file__).parents[2] / "docs" / "ikm.md").read_text()
GRADES = make_instrument().grades
NGAWI = [Decimal(score) for score in ("3.27", "3.33", "3.25", "4.00", "3.31", "3.30", "3.33", "3.76", "3.89")]


def number(text):
    return Decimal(text.replace(",", "."))


def table_of(first_heading):
    """The rows of the table in the document whose first column has this heading."""
    lines = DOC.split(f"| {first_heading} |", 1)[1].splitlines()[2:]
    rows = []
    for line in lines:
        if not line.strip().startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip().strip("|").split("|")])
    return rows


def letter(index):
    return grade_of(Decimal(index), GRADES).letter


# The document's own numbers


def test_the_worked_example_is_the_instrument_in_its_order():
    assert [row[0] for row in table_of("element")] == [element.name for element in make_instrument().elements]


def test_the_worked_example_converts_and_grades_each_element():
    for _name, score, on_scale, grade in table_of("element"):
        assert converted(number(score)) == number(on_scale)
        assert grade_of_score(number(score), GRADES).letter == grade


def test_the_worked_example_gives_the_index_that_the_document_states():
    scores = [number(row[1]) for row in table_of("element")]
    steps = dict(table_of("step"))
    result = index_result(scores, number(steps["published index"]), GRADES)
    assert sum(scores) == number(steps["sum of the means"])
    assert result.computed == number(steps["computed index: 31,44 / 9 × 25"])
    assert result.envelope.lowest == number(steps["lowest index of the envelope"])
    assert result.envelope.highest == number(steps["highest index of the envelope"])
    assert result.printed == number(steps["printed index"])
    assert result.grade.letter == steps["grade of the printed index"]
    assert result.differs
    assert result.declared_is_explained


def test_the_documents_bands_are_those_of_the_instrument():
    rows = table_of("grade")
    assert {(row[0], row[1], number(row[2])) for row in rows} == {(g.letter, g.label, g.lowest) for g in GRADES}
    for grade, _label, lowest, highest in rows:
        assert letter(number(lowest)) == letter(number(highest)) == grade


def test_a_rounded_weight_gives_another_grade_as_the_document_shows():
    total = number(re.search(r"add up to ([\d,]+):", DOC)[1])
    for weight, index, grade in table_of("weight"):
        given_weight = Fraction(1, 9) if weight == "1/9" else Fraction(number(weight))
        assert round_half_up(Fraction(total) * given_weight * 25) == number(index)
        assert letter(number(index)) == grade


# Grades


@pytest.mark.parametrize(
    ("index", "grade"),
    [
        ("25.00", "D"),
        ("64.99", "D"),
        ("65.00", "C"),
        ("76.60", "C"),
        ("76.61", "B"),
        ("88.30", "B"),
        ("88.31", "A"),
        ("100.00", "A"),
    ],
)
def test_each_grade_holds_from_its_lower_bound_up_to_the_next(index, grade):
    assert letter(index) == grade


@pytest.mark.parametrize(
    ("index", "grade"),
    [("64.994", "D"), ("64.995", "C"), ("76.604", "C"), ("76.605", "B"), ("88.3049", "B"), ("88.305", "A")],
)
def test_the_gaps_of_the_table_are_closed_by_rounding_half_up(index, grade):
    assert letter(index) == grade


@in_one_test(
    ("score", "grade"),
    [
        ("1.00", "D"),
        ("2.5997", "D"),
        ("2.5998", "C"),
        ("2.60", "C"),
        ("3.064", "C"),
        ("3.0641", "C"),
        ("3.0642", "B"),
        ("3.532", "B"),
        ("3.5321", "B"),
        ("3.5322", "A"),
        ("3.76", "A"),
        ("4.00", "A"),
    ],
)
def test_an_element_is_graded_by_its_score_times_25(score, grade):
    assert grade_of_score(Decimal(score), GRADES).letter == grade


def test_an_index_below_every_grade_is_refused():
    with pytest.raises(ValueError, match="below every grade"):
        grade_of(Decimal("24.99"), GRADES)


def test_a_grade_is_printed_with_its_label():
    assert str(Grade("A", "Sangat Baik", Decimal("88.31"))) == "A (Sangat Baik)"


# Rounding


@pytest.mark.parametrize(
    ("score", "on_scale"),
    [("1.003", "25.08"), ("1.005", "25.13"), ("1.0002", "25.01"), ("3.275", "81.88"), ("3.5322", "88.31")],
)
def test_halves_go_up_where_a_binary_float_would_lose_them(score, on_scale):
    assert converted(Decimal(score)) == Decimal(on_scale)


def test_a_float_would_indeed_have_lost_them():
    assert round(1.005 * 25, 2) == 25.12


def test_the_index_is_rounded_once_at_the_very_end():
    scores = [Decimal("3.334"), Decimal("3.334"), Decimal("3.333")]
    assert index_of(scores) == Decimal("83.34")
    assert index_of([round_half_up(Fraction(score)) for score in scores]) == Decimal("83.25")


def test_an_index_has_two_decimals_and_reaches_both_ends_of_its_scale():
    assert str(index_of([Decimal(4)] * 9)) == "100.00"
    assert str(index_of([Decimal(1)] * 9)) == "25.00"


def test_no_scores_make_no_index():
    with pytest.raises(ValueError, match="needs scores"):
        index_of([])


# The envelope


def test_two_decimals_stand_for_half_a_cent_either_way():
    assert envelope_of([Decimal("3.27")]) == envelope_of([Decimal("3.270")])
    assert (envelope_of([Decimal("3.27")]).lowest, envelope_of([Decimal("3.27")]).highest) == (
        round_half_up(Fraction("3.265") * 25),
        round_half_up(Fraction("3.275") * 25),
    )


def test_four_decimals_leave_less_room():
    envelope = envelope_of([Decimal("3.2715")] * 9)
    assert (envelope.lowest, envelope.highest) == (Decimal("81.79"), Decimal("81.79"))
    assert envelope_of([Decimal("3.27")] * 9).highest - envelope_of([Decimal("3.27")] * 9).lowest == Decimal("0.25")


@pytest.mark.parametrize(("score", "lowest", "highest"), [("4.00", "99.88", "100.00"), ("1", "25.00", "25.13")])
def test_no_mean_leaves_its_scale(score, lowest, highest):
    envelope = envelope_of([Decimal(score)] * 9)
    assert (envelope.lowest, envelope.highest) == (Decimal(lowest), Decimal(highest))


# Which index is printed


def test_a_published_index_within_the_envelope_is_printed():
    result = index_result(NGAWI, Decimal("87.36"), GRADES)
    assert (result.printed, result.computed, result.differs) == (Decimal("87.36"), Decimal("87.33"), True)


@pytest.mark.parametrize("bound", ["87.21", "87.44"])
def test_the_bounds_of_the_envelope_belong_to_it(bound):
    assert index_result(NGAWI, Decimal(bound), GRADES).printed == Decimal(bound)


@pytest.mark.parametrize("outside", ["87.20", "87.45", "90.00", "25.00"])
def test_a_published_index_outside_the_envelope_gives_way_to_the_computed_one(outside):
    result = index_result(NGAWI, Decimal(outside), GRADES)
    assert (result.printed, result.declared) == (Decimal("87.33"), Decimal(outside))
    assert not result.declared_is_explained
    assert not result.differs


def test_without_a_published_index_the_computed_one_is_printed():
    result = index_result(NGAWI, None, GRADES)
    assert (result.printed, result.declared, result.differs) == (Decimal("87.33"), None, False)
    assert result.declared_is_explained


def test_the_grade_follows_the_printed_index():
    scores = [Decimal("3.53")] * 9
    assert index_result(scores, None, GRADES).grade.letter == "B"
    assert index_result(scores, Decimal("88.35"), GRADES).grade.letter == "A"


# Ranks


def test_ties_share_the_lower_rank_and_stand_in_the_order_of_the_questionnaire():
    scores = {"a": Decimal("3.5"), "b": Decimal("3.2"), "c": Decimal("3.5"), "d": Decimal("3.1"), "e": Decimal("4")}
    assert ranked(scores) == (("d", 1), ("b", 2), ("a", 3), ("c", 3), ("e", 5))
    assert [rank for _key, rank in ranked({"a": 1, "b": 2, "c": 2, "d": 4})] == [1, 2, 2, 4]


def test_a_tie_is_one_of_value_not_of_writing():
    assert ranked({"a": Decimal("3.30"), "b": Decimal("3.3"), "c": Decimal("3.299")}) == (("c", 1), ("a", 2), ("b", 2))


# What holds for every survey

means = st.decimals(Decimal(1), Decimal(4), places=4) | st.decimals(Decimal(1), Decimal(4), places=2)
surveys = st.lists(means, min_size=1, max_size=16)


@given(surveys)
def test_an_index_stays_on_its_scale_and_within_its_envelope(scores):
    index = index_of(scores)
    assert Decimal(25) <= index <= Decimal(100)
    assert index in envelope_of(scores)
    assert grade_of(index, GRADES)


@given(surveys.flatmap(lambda scores: st.tuples(st.just(scores), st.permutations(scores))))
def test_the_order_of_the_elements_does_not_matter(pair):
    scores, shuffled = pair
    assert index_of(scores) == index_of(shuffled)
    assert envelope_of(scores) == envelope_of(shuffled)


@given(surveys, st.none() | st.decimals(Decimal(25), Decimal(100), places=2))
def test_the_printed_index_always_lies_within_the_envelope(scores, declared):
    result = index_result(scores, declared, GRADES)
    assert result.printed in result.envelope
    assert result.printed in (declared, result.computed)


@given(st.dictionaries(st.text(max_size=3), means, min_size=1))
def test_a_rank_counts_the_lower_scores(scores):
    for key, rank in ranked(scores):
        assert rank == 1 + sum(other < scores[key] for other in scores.values())


@pytest.mark.parametrize(
    ("scores", "places"),
    [
        ((), 2),
        (("3.27", "4", "3.5"), 2),
        (("3.5324", "3.53", "3.50"), 4),  # 3,53 × 25 is 88,25, B; the first is an A
        (("3.334", "3.3349"), 4),
        (("3.275", "3.28"), 3),  # both would be 3,28
        (("3.3", "3.30", "3.31"), 2),  # a tie is shown as one
        (("3.12339601", "3.12339602"), 8),
    ],
)
def test_means_beside_each_other_have_the_decimals_that_one_of_them_takes(scores, places):
    assert places_of(map(Decimal, scores)) == places


@given(st.lists(st.decimals(1, 4, places=6), min_size=1, max_size=9))
def test_printed_means_hide_neither_grade_nor_rank_nor_tie(scores):
    printed = [round_half_up(Fraction(s), Decimal(1).scaleb(-places_of(scores))) for s in scores]
    assert [converted(p) for p in printed] == [converted(s) for s in scores]
    assert [grade_of_score(p, GRADES) for p in printed] == [grade_of_score(s, GRADES) for s in scores]
    for one, shown in zip(scores, printed, strict=True):
        for other, beside in zip(scores, printed, strict=True):
            assert (one < other, one == other) == (shown < beside, shown == beside)


# The document's example of both methods


SIXTEEN = next(form for form in built_in() if form.key == "skm-2025-tatap-muka")


def of_the_example(mapping, method):
    found = Found(kind="summary", method=method)
    means = {code: Fraction(number(mean)) for code, mean, *_elements in table_of("question")}
    write_result(found, means=means, counts={}, mapping=SIXTEEN.mapping(mapping), grades=GRADES)
    return found


def test_the_example_maps_its_questions_as_the_portal_does():
    for at, mapping in ((2, "A"), (3, "B")):
        told = {row[0]: row[at] for row in table_of("question")}
        elements = SIXTEEN.mapping(mapping).elements
        assert told == {code: key for key, codes in elements.items() for code in codes}


def test_the_example_gives_what_the_document_states_for_each_mapping_and_method():
    rows = table_of("mapping and method")
    assert len({row[1] for row in rows}) == 3 and {row[2] for row in rows} == {"A", "B"}
    for label, index, grade, biaya, perilaku, lowest in rows:
        found = of_the_example(*label.split(", "))
        scores = {key: Decimal(score) for key, score in found.scores.items()}
        assert (found.index, found.grade) == (str(number(index)), grade)
        assert (scores["biaya"], scores["perilaku"]) == (number(biaya), number(perilaku))
        assert min(scores, key=scores.get) == lowest


def test_the_index_of_all_questions_is_their_plain_mean():
    means = [Fraction(number(row[1])) for row in table_of("question")]
    plain = round_half_up(sum(means) / len(means) * 25)
    assert {of_the_example(mapping, "questions").index for mapping in "AB"} == {str(plain)}


@given(st.lists(st.integers(1, 4), min_size=16, max_size=16), st.sampled_from("AB"))
def test_scores_weighed_by_their_questions_give_the_mean_of_the_questions(answers, mapping):
    means = dict(zip(SIXTEEN.codes, map(Fraction, answers), strict=True))
    found = Found(kind="summary", method="questions")
    write_result(found, means=means, counts={}, mapping=SIXTEEN.mapping(mapping), grades=GRADES)
    assert Decimal(found.index) == round_half_up(sum(means.values()) / 16 * 25)
    stored = {key: Decimal(score) for key, score in found.stored.items()}
    questions = {key: len(codes) for key, codes in SIXTEEN.mapping(mapping).elements.items()}
    kept = index_of(list(stored.values()), weights_for(stored, questions))
    assert abs(kept - Decimal(found.index)) <= Decimal("0.01")


def test_a_question_that_nobody_answered_counts_as_the_others_of_its_element():
    means = {code: Fraction(3) for code in SIXTEEN.codes} | {"P7": Fraction(2), "P8": Fraction(4)}
    del means["P9"]
    found = Found(kind="summary", method="questions")
    write_result(found, means=means, counts={}, mapping=SIXTEEN.mapping("A"), grades=GRADES)
    assert found.index == "75.00"


def test_without_weights_every_element_counts_alike():
    assert weights_for(["a", "b"], {}) == ()
    assert index_of([Decimal(2), Decimal(4)]) == index_of([Decimal(2), Decimal(4)], (5, 5)) == Decimal("75.00")
    assert index_of([Decimal(2), Decimal(4)], (3, 1)) == Decimal("62.50")


def test_the_envelope_is_weighed_as_the_index_is():
    envelope = envelope_of([Decimal("2.00"), Decimal("3.00")], (3, 1))
    assert (envelope.lowest, envelope.highest) == (Decimal("56.13"), Decimal("56.38"))
