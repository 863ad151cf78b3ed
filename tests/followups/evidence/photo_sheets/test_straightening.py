"""A phone's photo of a page becomes the page: upright, filling it, evenly white, and small enough."""

import io

import pytest
from PIL import Image, ImageStat

from followups.evidence.photo_sheets.corners import Corners
from followups.evidence.photo_sheets.straightening import Sheet, corners_in, sheet_drawn
from offices.declining import Declined
from tests.followups.evidence.photo_sheets.sheets import LIES, SIZE, page, photo

A4 = (595.28, 841.89)
MOST = 350_000


@pytest.fixture(scope="module")
def taken():
    return photo()


def drawn(data, corners, turn=0, most=MOST, shape=A4):
    return Image.open(io.BytesIO(sheet_drawn(data, Sheet(corners, turn, shape, most)).jpeg))


def grey_at(image, x, y, around=0.01):
    """The mean grey around a place, as shares of width and height."""
    box = [
        (x - around) * image.width,
        (y - around) * image.height,
        (x + around) * image.width,
        (y + around) * image.height,
    ]
    return ImageStat.Stat(image.convert("L").crop(tuple(map(round, box)))).mean[0]


def test_the_sheet_is_found_cut_out_and_evenly_lit(taken):
    corners = corners_in(taken)
    for (x, y), (u, v) in zip(corners.within(*SIZE), LIES, strict=True):
        assert abs(x - u) < 0.015 * SIZE[0] and abs(y - v) < 0.015 * SIZE[1]
    result = drawn(taken, corners)
    assert result.size == (1400, 1980)
    assert grey_at(result, 0.5, 0.09, 0.005) < 60
    assert all(grey_at(result, x, y) > 245 for x, y in ((0.05, 0.05), (0.95, 0.05), (0.95, 0.95), (0.05, 0.95)))
    red, _green, blue = ImageStat.Stat(result.crop((1010, 1620, 1080, 1690))).mean
    assert blue > red + 60


def test_without_corners_the_whole_picture_stands_on_the_page(taken):
    assert corners_in(photo(page(), lies=((-9, -9), (809, -9), (809, 1075), (-9, 1075)))) is None
    assert drawn(taken, None).size == (1400, 1980)
    lying = drawn(taken, None, turn=1)
    assert lying.size == (1400, 1980) and grey_at(lying, 0.5, 0.03) > 250


def test_a_sheet_on_its_side_is_turned_upright():
    top_is_left = Corners.of("0,0;1000,0;1000,1000;0,1000")
    target = io.BytesIO()
    page().transpose(Image.Transpose.ROTATE_90).save(target, "JPEG", quality=95)
    result = drawn(target.getvalue(), top_is_left, turn=1)
    assert grey_at(result, 0.5, 0.09, 0.005) < 60 and grey_at(result, 0.5, 0.95) > 245


def test_it_is_as_small_as_it_has_to_be(taken):
    sizes = [len(sheet_drawn(taken, Sheet(None, 0, A4, most)).jpeg) for most in (MOST, 45_000)]
    assert sizes[1] <= 45_000 < sizes[0] <= MOST


def test_what_is_no_picture_is_declined():
    assert corners_in(b"tidak ada") is None
    with pytest.raises(Declined):
        sheet_drawn(b"tidak ada", Sheet(None, 0, A4, MOST))
