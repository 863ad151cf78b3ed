"""Tabel 2.3 is solved as an attacker would, who knows every count and the whole exactly: no hidden mean follows."""

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from surveys.ikm import round_half_up
from surveys.offering.hiding import REST, Hidden, hidden_results
from surveys.respondents.disclosure import FEWEST
from tests.mass import examples

ELEMENTS = ("waktu", "biaya")
A_SCORE = st.integers(1, 4)
ANSWERS = (
    st.lists(A_SCORE, min_size=len(ELEMENTS), max_size=len(ELEMENTS))
    | st.just([4, 4])
    | st.tuples(A_SCORE, A_SCORE | st.none() | st.none()).map(list)
)
"""None where a person answered nothing."""
PEOPLE = st.lists(ANSWERS, min_size=1, max_size=4) | st.lists(ANSWERS, min_size=1, max_size=9)


@dataclass(frozen=True)
class Of:
    respondents: int
    scores: dict
    answers: dict = field(default_factory=dict)


def result_of(people):
    given = {key: [answers[at] for answers in people if answers[at]] for at, key in enumerate(ELEMENTS)}
    means = {key: round_half_up(Fraction(sum(own), len(own)), Decimal("0.000001")) for key, own in given.items() if own}
    return Of(len(people), means, {key: len(given[key]) for key in means})


def surveys(draw):
    """Services by name, and under no name those who are in none."""
    names = draw(st.lists(st.sampled_from("ABCDEF"), min_size=2, max_size=6, unique=True))
    return {name: draw(PEOPLE) for name in names} | {REST: draw(st.just([]) | PEOPLE)}


SURVEYS = st.composite(surveys)()


def hidden_of(survey):
    everybody = [answers for people in survey.values() for answers in people]
    services = {name: result_of(people) for name, people in survey.items() if name != REST}
    return hidden_results(services, result_of(everybody))


# --- The solver: sums of a hidden group, whose members' counts are known, too


def sums_left_open(sizes, total, wanted):
    """Every sum of answers that one service may have, where so many answers of each and all have this sum."""
    others = sum(sizes) - sizes[wanted]
    lowest = max(sizes[wanted], total - 4 * others)
    highest = min(4 * sizes[wanted], total - others)
    return range(lowest, highest + 1)


def recovered(survey, hidden, at):
    """The hidden groups of fewer than five answers whose mean of one element has one value only."""
    given = {name: [answers[at] for answers in survey[name] if answers[at]] for name in sorted(hidden)}
    names = [name for name, own in given.items() if own]
    sizes = [len(given[name]) for name in names]
    total = sum(sum(given[name]) for name in names)
    return [
        name
        for place, name in enumerate(names)
        if sizes[place] < FEWEST and len(sums_left_open(sizes, total, place)) == 1
    ]


def test_the_solver_recovers_what_one_hidden_service_and_an_extreme_group_give_away():
    survey = {"A": [[3, 4]], "B": [[2, 4]] * 6, "C": [[2, None]] * 6}
    assert recovered(survey, {"A"}, 0) == ["A"]
    assert recovered(survey, {"A", "B"}, 0) == []
    assert recovered(survey, {"A", "B"}, 1) == ["A"]
    assert recovered(survey, {"A", "C"}, 1) == ["A"]


@settings(deadline=None, max_examples=examples(500))
@given(SURVEYS)
def test_no_hidden_mean_is_recovered_from_the_whole_and_what_is_shown(survey):
    """Nor is what those said who are in no service: nobody prints it."""
    found = hidden_of(survey)
    named = survey.keys() - {REST}
    assert {name for name in named if len(survey[name]) < FEWEST} <= found.services
    assume(found.services < named)
    for at, key in enumerate(ELEMENTS):
        given = {name: [answers[at] for answers in survey[name] if answers[at]] for name in survey}
        hidden = found.services | {name for name, hidden_key in found.cells if hidden_key == key} | {REST}
        assert {name for name, own in given.items() if 0 < len(own) < FEWEST} <= hidden
        everybody = Counter(answer for own in given.values() for answer in own)
        is_told_by_the_whole = set(everybody) in ({1}, {4}) or not any(given[name] for name in named - hidden)
        if not is_told_by_the_whole:
            assert recovered(survey, hidden, at) == []


@given(SURVEYS)
def test_no_hidden_count_is_recovered(survey):
    found = hidden_of(survey)
    assume(found.services < survey.keys() - {REST})
    counts = [len(survey[name]) for name in {*found.services, REST} if survey[name]]
    if min(counts, default=FEWEST) < FEWEST:
        assert len(counts) > 1 and sum(counts) >= FEWEST and sum(counts) > len(counts)


@given(SURVEYS)
def test_what_is_hidden_does_not_hang_on_the_order_of_the_services(survey):
    assert len({hidden_of(dict(order)) for order in list(permutations(survey.items()))[:6]}) == 1


@given(st.dictionaries(st.sampled_from("ABCDEF"), st.lists(ANSWERS, min_size=FEWEST, max_size=9)))
def test_nothing_is_hidden_without_need(survey):
    whole = {name: [[3 if answer is None else answer for answer in row] for row in own] for name, own in survey.items()}
    assert hidden_of(whole) == Hidden(frozenset(), frozenset())


MIXED = {"waktu": Decimal("3.4"), "biaya": Decimal("3.2")}
FREE = {"waktu": Decimal("3.4"), "biaya": Decimal(4)}


@pytest.mark.parametrize(
    ("found", "hidden"),
    [
        ({"A": Of(3, MIXED), "B": Of(7, MIXED), "C": Of(50, MIXED)}, "AB"),
        ({"A": Of(3, MIXED), "B": Of(4, MIXED), "C": Of(50, MIXED)}, "AB"),
        ({"C": Of(7, MIXED), "A": Of(3, MIXED), "B": Of(7, MIXED)}, "AB"),
        ({"A": Of(3, MIXED), "B": Of(60, MIXED)}, "AB"),
        ({"A": Of(1, MIXED), "B": Of(2, MIXED)}, "AB"),
        ({"A": Of(3, FREE), "B": Of(7, FREE), "C": Of(50, FREE)}, "AB"),
        ({"A": Of(3, FREE), "B": Of(7, FREE), "C": Of(8, FREE), "D": Of(50, MIXED)}, "AB"),
        ({"A": Of(3, {}), "B": Of(7, MIXED), "C": Of(50, MIXED)}, "AB"),
        ({"A": Of(0, {}), "B": Of(7, MIXED), "C": Of(50, MIXED)}, ""),
        ({"A": Of(3, MIXED)}, "A"),
        ({}, ""),
    ],
    ids=[
        "the next smallest with it",
        "two small ones hide each other",
        "of two alike the first by name",
        "of two both",
        "fewer than five in all",
        "free everywhere: the whole says so",
        "one is added that differs",
        "nobody answered",
        "a service of nobody",
        "one alone",
        "none",
    ],
)
def test_as_few_are_hidden_as_it_takes(found, hidden):
    everybody = Of(sum(result.respondents for result in found.values()), {})
    assert hidden_results(found, everybody).services == set(hidden)


def test_where_all_hidden_ones_are_at_an_end_the_score_of_one_that_differs_goes_too():
    found = {"A": Of(3, FREE), "B": Of(7, FREE), "C": Of(8, FREE), "D": Of(50, MIXED)}
    hidden = hidden_results(found, Of(68, {}))
    assert hidden.cells == {("D", "biaya")}
    assert [hidden.lacks_index(name) for name in "ABCD"] == [True, True, False, True]


@pytest.mark.parametrize(
    ("counts", "everybody", "hidden"),
    [
        ({"A": 12, "B": 8, "C": 5}, 26, "C"),
        ({"A": 16, "B": 12}, 30, "B"),
        ({"A": 14, "B": 6}, 24, "B"),
        ({"A": 14, "B": 6}, 25, ""),
        ({"A": 14, "B": 6, "C": 3}, 29, "C"),
        ({"A": 14, "B": 6, "C": 3}, 24, "C B"),
        ({"A": 14, "B": 6}, 19, ""),
    ],
    ids=["one", "two", "four", "five may be told", "they cover", "too few to cover", "more than the whole"],
)
def test_who_is_in_no_service_is_hidden_as_a_service_is(counts, everybody, hidden):
    """From the whole and all that is printed of services their answers follow."""
    found = {name: Of(count, MIXED) for name, count in counts.items()}
    whole = Of(everybody, {"waktu": Decimal("3.3"), "biaya": Decimal("3.1")})
    assert hidden_results(found, whole) == Hidden(frozenset(hidden.split()), frozenset())


def test_a_service_of_which_nobody_knows_how_many_they_were_hides_and_covers_nothing():
    found = {"A": Of(None, MIXED), "B": Of(7, MIXED), "C": Of(8, MIXED)}
    assert hidden_results(found, Of(15, MIXED)) == Hidden(frozenset(), frozenset())
    assert hidden_results(found, Of(None, MIXED)) == Hidden(frozenset(), frozenset())


@pytest.mark.parametrize(
    ("answered", "cells"), [(20, set()), (21, {("B", "biaya")}), (24, {("B", "biaya")}), (25, set())]
)
def test_few_answers_of_those_in_no_service_are_covered_by_a_score(answered, cells):
    """Five people are in no service; of them one to four answered this."""
    found = {"A": Of(14, MIXED), "B": Of(6, MIXED)}
    whole = Of(25, MIXED, {"waktu": 25, "biaya": answered})
    assert hidden_results(found, whole) == Hidden(frozenset(), frozenset(cells))


def test_scores_of_few_answers_are_hidden_with_the_smallest_that_cover_them():
    found = {"A": Of(13, MIXED, {"biaya": 1}), "B": Of(9, MIXED), "C": Of(8, MIXED, {"biaya": 2})}
    assert hidden_results(found, Of(30, MIXED, {"biaya": 12})).cells == {("A", "biaya"), ("B", "biaya"), ("C", "biaya")}


def test_a_service_without_answers_covers_nothing():
    found = {"A": Of(3, MIXED), "B": Of(7, {"waktu": Decimal(3)}), "C": Of(20, MIXED), "D": Of(30, MIXED)}
    hidden = hidden_results(found, Of(60, MIXED, {"biaya": 53}))
    assert hidden == Hidden(frozenset("AB"), frozenset({("C", "biaya")}))


def test_answers_to_several_questions_of_an_element_are_of_fewer_people():
    found = {"A": Of(12, MIXED, {"waktu": 36, "biaya": 9}), "B": Of(20, MIXED, {"waktu": 60, "biaya": 60})}
    whole = Of(32, MIXED, {"waktu": 96, "biaya": 69})
    assert hidden_results(found, whole).cells == {("A", "biaya"), ("B", "biaya")}
