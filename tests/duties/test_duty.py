from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duties.duty import SHOWN, CycleFace, Duty, Kind, groups_of, in_order

FACE = CycleFace("KPU Ngawi", "3521", "2025-S1", "Semester I Tahun 2025")


def duty(kind=Kind.DUE, **changes):
    return Duty(kind, FACE, "/rtl/", "Subbag kul", "Program", "RTL “Program”.", since=date(2025, 10, 1), **changes)


def test_what_is_late_comes_first_and_the_next_cycle_last():
    kinds = [each.kind for each in in_order([duty(Kind.NEXT), duty(Kind.DUE), duty(Kind.RETURNED), duty(Kind.LATE)])]
    assert kinds == [Kind.LATE, Kind.RETURNED, Kind.DUE, Kind.NEXT]


def test_of_what_is_late_the_longest_late_comes_first():
    assert [each.late for each in in_order([duty(Kind.LATE, late=1), duty(Kind.LATE, late=7)])] == [7, 1]


def test_things_of_one_kind_stay_as_they_came():
    first, second = duty(), replace(duty(), subject="Lain")
    assert in_order([first, second]) == (first, second)


@pytest.mark.parametrize(("number", "shown"), [(1, 1), (SHOWN, SHOWN), (SHOWN + 1, SHOWN + 1), (SHOWN + 2, SHOWN)])
def test_a_long_list_is_folded_but_never_for_a_single_line(number, shown):
    (group,) = groups_of([duty()] * number)
    assert (len(group.duties), len(group.more), group.count) == (shown, number - shown, number)


@given(st.lists(st.sampled_from(Kind)))
def test_every_duty_stands_in_one_group(kinds):
    groups = groups_of(duty(kind) for kind in kinds)
    assert [group.kind for group in groups] == [kind for kind in Kind if kind in kinds]
    assert sum(group.count for group in groups) == len(kinds)
    assert all(each.kind is group.kind for group in groups for each in group.duties + group.more)


def test_every_kind_has_a_heading_of_its_own():
    assert len({kind.title for kind in Kind}) == len(Kind)
