"""The one picture of a WebP with fewer bytes at its end: so it is seen whether a decoder misses them."""

from io import BytesIO

import pytest
from PIL import Image

from followups.evidence.formats.webp import without_last_bytes
from tests.cases import in_one_test
from tests.followups.evidence.pictures import decoded, encode, flag

SIMPLE = encode(flag((40, 30)), "WEBP")
LOSSLESS = encode(flag((40, 30)), "WEBP", lossless=True)
EXTENDED = encode(flag((40, 30)), "WEBP", exif=b"Exif\0\0" + b"x" * 9)


def picture_in(data):
    """Start and length of the picture's chunk."""
    at = next(data.index(kind) for kind in (b"VP8L", b"VP8 ") if kind in data)
    return at, int.from_bytes(data[at + 4 : at + 8], "little")


@pytest.mark.parametrize("data", [SIMPLE, LOSSLESS, EXTENDED])
@pytest.mark.parametrize("count", [1, 2, 7])
def test_the_picture_is_shorter_by_so_many_bytes_and_the_file_still_one(data, count):
    found = without_last_bytes(data, count)
    at, length = picture_in(found)
    assert length == picture_in(data)[1] - count
    assert int.from_bytes(found[4:8], "little") == len(found) - 8
    assert len(found) % 2 == 0
    assert found[:4] + found[8:at] == data[:4] + data[8:at]
    assert Image.open(BytesIO(found)).size == (40, 30)  # as its head says


def test_with_none_less_the_picture_is_the_same():
    assert decoded(without_last_bytes(SIMPLE, 0)).tobytes() == decoded(SIMPLE).tobytes()


def test_a_picture_has_more_than_all_its_bytes_to_lose():
    length = picture_in(SIMPLE)[1]
    assert without_last_bytes(SIMPLE, length) is None
    assert without_last_bytes(SIMPLE, length - 1) is not None


@in_one_test(
    "data",
    [
        b"",
        SIMPLE[:12],
        SIMPLE[:-2],  # breaks off within its picture
        b"RIFF\x0c\0\0\0WEBPANIM" + bytes(4),  # moves, and has no picture of its own
        b"RIFF\x08\0\0\0WEBPVP8 ",
    ],
)
def test_where_there_is_no_whole_picture_nothing_is_made(data):
    assert without_last_bytes(data, 1) is None
