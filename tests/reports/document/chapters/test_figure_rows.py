"""Rows of pictures: of equal height, as many abreast as stay legible, none larger than its pixels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.document.chapters.figure_rows import (
    GAP,
    LARGEST_TALL,
    LARGEST_WIDE,
    LEAST_SHARE,
    TEXT,
    printed_sizes,
    row_lengths,
)

LANDSCAPE, PORTRAIT, SQUARE, PHONE, PANORAMA = (1600, 1200), (1200, 1600), (1200, 1200), (720, 1600), (1600, 500)
pictures = st.lists(st.tuples(st.integers(40, 4000), st.integers(40, 4000)), min_size=1, max_size=9)


@pytest.mark.parametrize(
    ("shapes", "lengths"),
    [
        ([LANDSCAPE] * 5, (2, 2, 1)),
        ([SQUARE] * 3, (2, 1)),
        ([PORTRAIT] * 4, (3, 1)),
        ([PHONE] * 7, (3, 3, 1)),
        ([PANORAMA] * 2, (1, 1)),
        ([LANDSCAPE, PANORAMA, LANDSCAPE], (1, 1, 1)),
        ([LANDSCAPE, PORTRAIT, LANDSCAPE], (2, 1)),
        ([LANDSCAPE, PHONE], (1, 1)),
        ([], ()),
    ],
)
def test_as_many_stand_abreast_as_stay_legible(shapes, lengths):
    assert row_lengths(shapes) == lengths


@given(pictures)
def test_a_row_has_one_height_and_keeps_to_the_text(shapes):
    rest = iter(shapes)
    for length in row_lengths(shapes):
        row = [next(rest) for _place in range(length)]
        sizes = printed_sizes(row, is_only=False)
        assert len({height for _width, height in sizes}) == 1
        room = TEXT / length - (GAP if length > 1 else 0)
        for (across, down), (width, height) in zip(row, sizes, strict=True):
            assert width <= room + 1e-6
            assert width / height == pytest.approx(across / down)
            assert height <= max(LARGEST_TALL[1], LARGEST_WIDE[1]) + 1e-6 and across / width >= 150 / 25.4 - 1e-6


@pytest.mark.parametrize(
    ("row", "is_only", "sizes"),
    [
        ([LANDSCAPE, LANDSCAPE], False, [(64, 48), (64, 48)]),
        ([LANDSCAPE], False, [(64, 48)]),
        ([LANDSCAPE], True, [(90, 68)]),
        ([PHONE] * 3, False, [(38, 84)] * 3),
        ([PANORAMA], False, [(150, 47)]),
        ([(320, 240)], True, [(54, 41)]),
        ([(40, 30)], True, [(7, 5)]),
    ],
)
def test_the_size_of_a_picture_follows_from_its_shape_and_its_pixels(row, is_only, sizes):
    assert [(round(width), round(height)) for width, height in printed_sizes(row, is_only=is_only)] == sizes


def test_a_picture_beside_another_shape_keeps_its_area():
    landscape, portrait = printed_sizes([LANDSCAPE, PORTRAIT], is_only=False)
    assert portrait[0] * portrait[1] > LEAST_SHARE * 48 * 64
    assert landscape[0] * landscape[1] > 64 * 48
