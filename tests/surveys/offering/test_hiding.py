"""Tabel 2.3 is solved as an attacker would, who knows every count and the whole exactly: no hidden mean follows."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from surveys.ikm import round_half_up
from surveys.offering.hiding import hidden_services
from surveys.respondents.disclosure import FEWEST

ELEMENTS = ("waktu", "biaya")
ANSWERS = st.lists(st.integers(1, 4), min_size=len(ELEMENTS), max_size=len(ELEMENTS)) | st.just([4, 4])
PEOPLE = st.lists(ANSWERS, min_size=1, max_size=4) | st.lists(ANSWERS, min_size=1, max_size=9)


@dataclass(frozen=True)
class Of:
    respondents: int
    scores: dict


def result_of(people):
    sums = [sum(answers[at] for answers in people) for at in range(len(ELEMENTS))]
    means = {
        key: round_half_up(Fraction(total, len(people)), Decimal("0.000001"))
        for key, total in zip(ELEMENTS, sums, strict=True)
    }
    return Of(len(people), means)


def surveys(draw):
    names = draw(st.lists(st.sampled_from("ABCDEF"), min_size=2, max_size=6, unique=True))
    return {name: draw(PEOPLE) for name in names}


SURVEYS = st.composite(surveys)()


# --- The solver: sums of a hidden group, whose members' counts are known, too


def sums_left_open(sizes, total, wanted):
    """Every sum of answers that one service may have, where so many people of each answered and all have this sum."""
    others = sum(sizes) - sizes[wanted]
    lowest = max(sizes[wanted], total - 4 * others)
    highest = min(4 * sizes[wanted], total - others)
    return range(lowest, highest + 1)


def recovered(survey, hidden, at):
    """The hidden services whose mean of one element has one value only."""
    names = sorted(hidden)
    sizes = [len(survey[name]) for name in names]
    total = sum(answers[at] for name in names for answers in survey[name])
    return [name for place, name in enumerate(names) if len(sums_left_open(sizes, total, place)) == 1]


def test_the_solver_recovers_what_one_hidden_service_and_an_extreme_group_give_away():
    survey = {"A": [[3, 4]], "B": [[2, 4]] * 6}
    assert recovered(survey, {"A"}, 0) == ["A"]
    assert recovered(survey, {"A", "B"}, 0) == []
    assert recovered(survey, {"A", "B"}, 1) == ["A", "B"]


@settings(deadline=None, max_examples=300)
@given(SURVEYS)
def test_no_hidden_mean_is_recovered_from_the_whole_and_what_is_shown(survey):
    hidden = hidden_services({name: result_of(people) for name, people in survey.items()})
    assert {name for name, people in survey.items() if len(people) < FEWEST} <= hidden
    assume(0 < len(hidden) < len(survey))
    assert sum(len(survey[name]) for name in hidden) >= FEWEST
    for at in range(len(ELEMENTS)):
        everybody = Counter(answers[at] for people in survey.values() for answers in people)
        if set(everybody) not in ({1}, {4}):  # else the result of the whole says it of everybody
            assert recovered(survey, hidden, at) == []


@given(SURVEYS)
def test_what_is_hidden_does_not_hang_on_the_order_of_the_services(survey):
    found = {name: result_of(people) for name, people in survey.items()}
    orders = list(permutations(found.items()))[:6]
    assert len({hidden_services(dict(order)) for order in orders}) == 1


@given(st.dictionaries(st.sampled_from("ABCDEF"), st.lists(ANSWERS, min_size=FEWEST, max_size=9)))
def test_nothing_is_hidden_without_need(survey):
    assert hidden_services({name: result_of(people) for name, people in survey.items()}) == frozenset()


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
        ({"A": Of(3, FREE), "B": Of(7, FREE), "C": Of(8, FREE), "D": Of(50, MIXED)}, "ABD"),
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
    assert hidden_services(found) == set(hidden)
