"""Things by what they have in common, in the order in which they come."""

from reports.findings.grouping import grouped


def test_groups_and_their_things_keep_their_order():
    assert grouped([3, 1, 4, 1, 5, 9, 2], lambda number: number % 2) == {1: [3, 1, 1, 5, 9], 0: [4, 2]}
    assert list(grouped("cab", str.upper)) == ["C", "A", "B"]


def test_nothing_makes_no_group():
    assert grouped([], str) == {}
