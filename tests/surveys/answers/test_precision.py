"""Standard errors of means of answers, held against the textbook and against an independent computation."""

from decimal import Decimal
from fractions import Fraction
from math import sqrt
from pathlib import Path
from statistics import stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.answers.precision import standard_error
from surveys.ikm import NO_ANSWER
from tests.processor import processor

CLOSE = 2e-6


def equal_weights(number):
    return {place: Fraction(1, number) for place in range(number)}


@given(st.text("1234", min_size=2, max_size=60))
def test_of_one_question_it_is_the_deviation_over_the_root_of_how_many(rows):
    expected = stdev(map(int, rows)) / sqrt(len(rows))
    assert float(standard_error(rows, {0: Fraction(1)})) == pytest.approx(expected, abs=CLOSE)


@given(st.lists(st.text("1234", min_size=5, max_size=5), min_size=2, max_size=40))
def test_of_several_that_all_answered_it_is_that_of_each_persons_own_mean(rows):
    own = [sum(map(int, row)) / 5 for row in rows]
    expected = stdev(own) / sqrt(len(rows))
    assert float(standard_error(rows, equal_weights(5))) == pytest.approx(expected, abs=CLOSE)


@given(st.lists(st.text(f"1234{NO_ANSWER}", min_size=3, max_size=3), min_size=2, max_size=30), st.data())
def test_with_missing_answers_it_is_what_each_person_moves_the_sum(rows, data):
    """Computed the long way: over people, in floating numbers, without patterns or a common denominator."""
    parts = data.draw(st.lists(st.integers(1, 9), min_size=3, max_size=3))
    weights = {place: Fraction(part, sum(parts)) for place, part in enumerate(parts)}
    given_of = [[int(row[at]) for row in rows if row[at] != NO_ANSWER] for at in range(3)]
    people = [row for row in rows if row != NO_ANSWER * 3]
    found = standard_error(rows, weights)
    if len(people) < 2 or not all(given_of):
        assert found is None
        return
    means = [sum(own) / len(own) for own in given_of]
    moved = [
        sum(
            float(weights[at]) * (int(row[at]) - means[at]) / len(given_of[at])
            for at in range(3)
            if row[at] != NO_ANSWER
        )
        for row in people
    ]
    expected = sqrt(len(people) / (len(people) - 1) * sum(value**2 for value in moved))
    assert float(found) == pytest.approx(expected, abs=CLOSE)


def test_who_answered_nothing_of_it_does_not_count():
    rows = ["31", "42", "23"]
    more = [*rows, *[f"{NO_ANSWER}{sign}" for sign in "1234"]]
    assert standard_error(more, {0: Fraction(1)}) == standard_error(rows, {0: Fraction(1)})
    assert standard_error(more, {1: Fraction(1)}) != standard_error(rows, {1: Fraction(1)})


def test_places_are_those_of_the_questions_and_not_of_the_weights():
    rows = ["1432", "2431", "4433"]
    assert standard_error(rows, {3: Fraction(1, 2), 0: Fraction(1, 2)}) == standard_error(
        [row[0] + row[3] for row in rows], equal_weights(2)
    )


def test_where_all_answered_alike_nothing_is_off():
    assert standard_error(["333", "333", "333"], equal_weights(3)) == Decimal("0.000000")


@pytest.mark.parametrize(
    ("rows", "weights"),
    [
        ([], {0: Fraction(1)}),
        (["3"], {0: Fraction(1)}),
        (["3", NO_ANSWER], {0: Fraction(1)}),
        ([f"3{NO_ANSWER}", f"4{NO_ANSWER}"], equal_weights(2)),
        (["34", "43"], {}),
    ],
    ids=["nobody", "one person", "one person who answered", "a question without answers", "no question"],
)
def test_of_too_few_it_is_not_known(rows, weights):
    assert standard_error(rows, weights) is None


def test_the_worked_example_of_the_documentation():
    """docs/ikm.md: five people, two questions of one element."""
    rows = ["33", "34", "44", "2-", "43"]
    assert standard_error(rows, equal_weights(2)) == Decimal("0.233519")
    page = (Path(__file__).parents[3] / "docs/ikm.md").read_text()
    assert "3 3, 3 4, 4 4, 2 –, 4 3" in page and "its root 0,2335." in page


def test_twenty_thousand_people_cost_little():
    rows = ["".join(str(1 + (at * 7 + place * place * at) % 4) for place in range(16)) for at in range(20_000)]
    with processor() as used:
        standard_error(rows, equal_weights(16))
        for place in range(16):
            standard_error(rows, {place: Fraction(1)})
    assert used.seconds <= 0.6
