"""Where another service may draw on a page, in points."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.signing.likeness.places import (
    BLOCK_HEIGHT,
    BLOCK_WIDTH,
    SLACK,
    STRIP_HEIGHT,
    Box,
    block_at,
    box_of,
    strip_of,
)

A4 = Box(0, 0, 595, 842)
PLACE = Box(100, 200, 300, 400)
numbers = st.floats(-1000, 1000)
boxes = st.builds(lambda *corners: box_of(corners), numbers, numbers, numbers, numbers)


@pytest.mark.parametrize(("side", "outwards"), [("left", -1), ("bottom", -1), ("right", 1), ("top", 1)])
def test_a_box_may_lie_beyond_each_side_by_what_rounding_does_and_no_more(side, outwards):
    edge = getattr(PLACE, side)
    assert PLACE.holds(replace(PLACE, **{side: edge + outwards * SLACK}))
    assert not PLACE.holds(replace(PLACE, **{side: edge + outwards * (SLACK + 0.01)}))
    assert PLACE.holds(replace(PLACE, **{side: edge}), slack=0)
    assert not PLACE.holds(replace(PLACE, **{side: edge + outwards * 0.01}), slack=0)


@given(boxes, boxes)
def test_a_box_holds_another_only_where_it_holds_both_of_its_corners(box, other):
    corners = (
        Box(other.left, other.bottom, other.left, other.bottom),
        Box(other.right, other.top, other.right, other.top),
    )
    assert box.holds(other) == all(box.holds(corner) for corner in corners)
    assert box.holds(box, slack=0)


@pytest.mark.parametrize(
    ("box", "empty"),
    [
        (PLACE, False),
        (Box(10, 10, 10, 20), True),
        (Box(10, 10, 20, 10), True),
        (Box(10, 10, 9, 20), True),
        (Box(10, 10, 20, 9), True),
        (Box(10, 10, 10.1, 10.1), False),
        (Box(0, 0, 0, 0), True),
    ],
)
def test_a_box_without_an_area_is_empty(box, empty):
    assert box.is_empty is empty


@given(numbers, numbers, numbers, numbers)
def test_corners_are_named_in_any_order(one, two, three, four):
    known = {
        box_of(corners)
        for corners in (
            (one, two, three, four),
            [three, four, one, two],
            (one, four, three, two),
            (three, two, one, four),
        )
    }
    (box,) = known
    assert box.left <= box.right and box.bottom <= box.top
    assert {box.left, box.right} == {one, three} and {box.bottom, box.top} == {two, four}


def test_the_strip_lies_at_the_foot_over_the_whole_width():
    assert strip_of(A4) == Box(0, 0, 595, STRIP_HEIGHT)
    assert strip_of(Box(10, 20, 300, 400)) == Box(10, 20, 300, 20 + STRIP_HEIGHT)


def test_the_block_lies_right_of_and_below_its_anchor():
    assert block_at(340, 500) == Box(340, 500 - BLOCK_HEIGHT, 340 + BLOCK_WIDTH, 500)
