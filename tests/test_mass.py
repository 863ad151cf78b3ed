"""What the marker leaves in the usual run, and that nothing is lost between it and the proof."""

import pytest

from tests.mass import examples, in_full_of, sample_and_whole, sampled


@pytest.fixture
def usual(monkeypatch):
    monkeypatch.delenv("PROVING", raising=False)


@pytest.fixture
def proving(monkeypatch):
    monkeypatch.setenv("PROVING", "1")


def test_a_tenth_stays(usual):
    assert sampled(range(25)) == [0, 10, 20]
    assert sampled(["a", "b", "c", "d"], every=3) == ["a", "d"]


def test_all_are_proven(proving):
    cases = sampled(range(25))
    assert [case for case in cases if isinstance(case, int)] == [0, 10, 20]
    others = [case for case in cases if not isinstance(case, int)]
    assert [case.values[0] for case in others] == [n for n in range(25) if n % 10]
    assert all([mark.name for mark in case.marks] == ["prove"] for case in others)


def test_a_tuple_is_several_values(proving):
    assert [case.values for case in sampled([(0, 0), (1, 2), pytest.param((3, 4))])[1:]] == [(1, 2), ((3, 4),)]


def test_names_and_marks_of_a_case_are_kept(proving):
    _first, second = sampled([pytest.param(1, 2, id="a"), pytest.param(3, 4, id="b", marks=pytest.mark.browser)])
    assert (second.values, second.id) == ((3, 4), "b")
    assert [mark.name for mark in second.marks] == ["browser", "prove"]


def test_cases_are_named_as_they_stand_whether_they_are_tried_or_not(usual):
    assert [case.id for case in sampled([1, 2, 3], every=2, ids=["a", "b", "c"])] == ["a", "c"]


def test_of_names_there_are_as_many_as_cases(usual):
    with pytest.raises(ValueError, match="shorter"):
        sampled([1, 2, 3], ids=["a"])


def test_a_test_draws_its_own_sample(usual):
    assert [case.values for case in sample_and_whole().args[1]] == [(False,)]


def test_the_same_test_runs_on_a_sample_and_in_full(proving):
    sample, full = sample_and_whole().args[1]
    assert (sample.values, sample.marks) == ((False,), ())
    assert (full.values, [mark.name for mark in full.marks]) == ((True,), ["prove"])


def test_of_many_cases_one_draws_its_sample(usual):
    assert [case.values for case in in_full_of(["a", "b", "c"], every=2)] == [("a", False), ("c", False)]


def test_of_many_cases_all_are_proven_in_full(proving):
    cases = in_full_of(["a", "b", "c"], every=2)
    assert [case.values for case in cases if not case.marks] == [("a", False), ("c", False)]
    assert [case.values for case in cases if case.marks] == [("a", True), ("b", True), ("c", True)]


def test_a_property_is_tried_on_a_fifth(usual):
    assert [examples(100), examples(15)] == [20, 5]


def test_a_property_is_proven_on_all(proving):
    assert [examples(100), examples(15)] == [100, 15]
