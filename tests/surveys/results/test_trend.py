"""Where results of an office can be compared, in which order they stand, and what changed between them."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from surveys.periods import Period, PeriodKind
from surveys.results.trend import ASPECTS, MAY_DIFFER, Footing, Point, as_printed, change_of, place_in_time, runs_of

NAMES = st.sampled_from(["", "lama", "baru"])
FOOTINGS = st.builds(
    Footing, instrument=st.sampled_from(["lama", "baru"]), questionnaire=NAMES, mapping=NAMES, method=NAMES
)
COMPOSED = {"questionnaire": "Enam belas", "mapping": "B", "method": "rata-rata pertanyaan", "is_composed": True}
PERIODS = st.sampled_from(PeriodKind).flatmap(
    lambda kind: st.builds(Period, st.integers(2019, 2026), st.just(kind), st.integers(1, kind.in_a_year))
)
INDEXES = st.decimals(25, 100, places=2)
SCORES = st.decimals(1, 4, places=6)


def point(code, index="80.00", **footing):
    known = {"instrument": "lama"} | footing
    return Point(Period.parse(code), index and Decimal(index), "B (Baik)", {}, Footing(**known))


POINTS = st.lists(
    st.builds(Point, PERIODS, st.none() | INDEXES, st.just("B"), st.just({}), FOOTINGS),
    unique_by=lambda made: made.period,
    max_size=8,
)


def told(made, aspect):
    return getattr(made.footing, aspect)


@given(POINTS)
def test_every_point_stands_once_and_in_the_order_of_time(points):
    shown = [made for run in runs_of(points) for made in run.points]
    assert sorted(shown, key=lambda made: made.period.code) == sorted(points, key=lambda made: made.period.code)
    assert [place_in_time(made.period) for made in shown] == sorted(place_in_time(made.period) for made in points)


@given(POINTS)
def test_within_a_run_nothing_that_is_known_contradicts(points):
    for run in runs_of(points):
        for aspect in ASPECTS:
            assert len({told(made, aspect) for made in run.points} - {""}) <= 1


@given(POINTS)
def test_a_run_ends_only_where_what_follows_contradicts_it_and_says_in_what(points):
    runs = runs_of(points)
    for run, following in pairwise(runs):
        first = following.points[0]
        changed = tuple(
            words
            for aspect, words in ASPECTS.items()
            if told(first, aspect) and {told(made, aspect) for made in run.points} - {"", told(first, aspect)}
        )
        assert following.changed == changed != ()
    assert not runs or runs[0].changed == ()


def test_what_is_not_known_hides_no_change():
    """Between two forms lies a survey of which the form was not kept: the line breaks before the second form."""
    runs = runs_of(
        [
            point("2024-S1", questionnaire="Sembilan"),
            point("2024-S2"),
            point("2025-S1", questionnaire="Enam belas", method="rata-rata unsur"),
        ]
    )
    assert [[made.period.code for made in run.points] for run in runs] == [["2024-S1", "2024-S2"], ["2025-S1"]]
    assert runs[1].changed == ("kuesioner",)


def test_a_form_of_several_questions_is_compared_with_none_that_is_not_known():
    """Typed values may be of any form; only of one with a question for each element they can be no other values."""
    runs = runs_of([point("2024-S1"), point("2024-S2", **COMPOSED), point("2025-S1", **COMPOSED), point("2025-S2")])
    assert [[made.period.code for made in run.points] for run in runs] == [
        ["2024-S1"],
        ["2024-S2", "2025-S1"],
        ["2025-S2"],
    ]
    assert [run.changed for run in runs] == [(), (MAY_DIFFER,), (MAY_DIFFER,)]


def test_a_known_change_is_told_instead_of_one_that_may_be():
    runs = runs_of([point("2024-S1", questionnaire="Sembilan"), point("2024-S2", **COMPOSED)])
    assert [run.changed for run in runs] == [(), ("kuesioner",)]


@given(POINTS, st.data())
def test_no_run_has_both_a_form_of_several_questions_and_one_that_is_not_known(points, data):
    made = [
        replace(
            each,
            footing=replace(each.footing, is_composed=bool(each.footing.questionnaire) and data.draw(st.booleans())),
        )
        for each in points
    ]
    for run in runs_of(made):
        footings = [each.footing for each in run.points]
        assert not any(each.is_composed for each in footings) or all(each.questionnaire for each in footings)


def test_each_kind_of_period_finds_its_place():
    codes = ["2025", "2025-S2", "2025-T4", "2025-B12", "2025-S1", "2025-T2", "2025-B06", "2025-B01", "2024"]
    (run,) = runs_of([point(code) for code in codes])
    assert [made.period.code for made in run.points] == [
        *("2024", "2025-B01", "2025-B06", "2025-T2", "2025-S1"),
        *("2025-B12", "2025-T4", "2025-S2", "2025"),
    ]


def test_the_point_before_is_the_last_that_has_an_index():
    (run,) = runs_of([point("2023"), point("2024", index=None), point("2025")])
    first, empty, last = run.points
    assert run.before(last) is first
    assert run.before(first) is None
    assert run.before(empty) is first


@given(st.lists(INDEXES | SCORES, min_size=2, max_size=8))
def test_differences_add_up(values):
    steps = [change_of(before, after).difference for before, after in pairwise(values)]
    assert sum(steps) == change_of(values[0], values[-1]).difference


@given(SCORES, SCORES)
def test_a_change_is_what_a_reader_finds_between_the_printed_values(before, after):
    change = change_of(before, after)
    assert as_printed(before) + change.difference == as_printed(after)
    assert change.direction == {-1: "turun", 0: "tetap", 1: "naik"}[int(change.difference.compare(Decimal(0)))]
    back = change_of(after, before)
    assert back.difference == -change.difference


def test_a_change_in_words():
    assert change_of(Decimal("3.25"), Decimal("3.37")).words == "naik 0,12"
    assert change_of(Decimal("87.36"), Decimal("86.31")).words == "turun 1,05"
    assert change_of(Decimal("3.333333"), Decimal("3.334")).words == "tetap"
