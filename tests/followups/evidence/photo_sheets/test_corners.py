"""Where a sheet lies in a picture, by how light its squares are; and how it is bent straight."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from followups.evidence.photo_sheets.corners import Corners, corners_of, perspective, threshold

WIDE, HIGH = 40, 60


def picture(is_paper, paper=230, table=60):
    return [paper if is_paper(x, y) else table for y in range(HIGH) for x in range(WIDE)]


def test_a_sheet_is_found_between_its_four_corners():
    leaning = picture(lambda x, y: 6 + y // 15 <= x <= 33 + y // 15 and 5 <= y <= 54)
    (left, top), (right, _), (_, below), (bottom, _) = corners_of(leaning, WIDE).points
    assert abs(left - 6 * 1000 / 39) <= 26 and abs(top - 5 * 1000 / 59) <= 18
    assert right > left + 600 and below > 880 and bottom > left


@pytest.mark.parametrize(
    "greys",
    [
        picture(lambda x, y: True),
        picture(lambda x, y: x < 20, paper=90),
        picture(lambda x, y: x < 8 and y < 8),
        picture(lambda x, y: 15 <= x <= 24 or 25 <= y <= 34),
        picture(lambda x, y: not (x == 0 and y == 0)),
    ],
    ids=["nothing but paper", "no contrast", "too small", "a cross", "the whole picture"],
)
def test_what_is_no_sheet_on_a_table_is_none(greys):
    assert corners_of(greys, WIDE) is None


def test_the_border_between_dark_and_light_lies_between_both():
    assert 60 <= threshold(picture(lambda x, y: x < 20)) < 230
    assert threshold([128] * 100) is None


def test_corners_are_written_and_read_the_same():
    text = "100,90;880,110;900,950;80,930"
    assert str(Corners.of(text)) == text
    assert Corners.of(text).within(2000, 500)[0] == (200, 45)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1,2;3,4",
        "a,b;c,d;e,f;g,h",
        "0,0;1001,0;1000,1000;0,1000",
        "0,0;20,0;20,20;0,20",
        "0,0;1000,1000;1000,0;0,1000",
    ],
)
def test_what_is_no_quadrangle_is_refused(text):
    with pytest.raises(ValueError):
        Corners.of(text)


NEAR = some.integers(0, 150)


@given(some.tuples(*[NEAR] * 8))
def test_a_perspective_leads_each_corner_of_the_page_to_its_corner_in_the_picture(off):
    corners = ((off[0], off[1]), (1000 - off[2], off[3]), (1000 - off[4], 1000 - off[5]), (off[6], 1000 - off[7]))
    a, b, c, d, e, f, g, h = perspective(corners, 210, 297)
    for (x, y), (u, v) in zip(((0, 0), (210, 0), (210, 297), (0, 297)), corners, strict=True):
        below = g * x + h * y + 1
        assert abs((a * x + b * y + c) / below - u) < 1e-6 and abs((d * x + e * y + f) / below - v) < 1e-6
