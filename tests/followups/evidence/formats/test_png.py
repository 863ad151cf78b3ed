"""The chunks of a PNG: what is kept of a file, which damage is a refusal, and which lost end is none."""

import zlib

from followups.evidence.formats.png import LARGEST_PROFILE, SIGNATURE, picture_alone
from tests.cases import in_one_test
from tests.followups.evidence.pictures import decoded, encode, flag

PNG = encode(flag((40, 30)), "PNG")


def chunk(kind, content=b"", check=None):
    return len(content).to_bytes(4) + kind + content + (check or zlib.crc32(kind + content).to_bytes(4))


def kinds_of(data):
    """The types of the chunks of a file, in their order."""
    found = []
    at = len(SIGNATURE)
    while at + 8 <= len(data):
        found.append(data[at + 4 : at + 8])
        at += int.from_bytes(data[at : at + 4]) + 12
    return found


def with_chunks(*chunks):
    """The picture with these behind its head."""
    behind = len(SIGNATURE) + 25
    return PNG[:behind] + b"".join(chunks) + PNG[behind:]


def profile(size=100):
    return b"sRGB\0\0" + zlib.compress(bytes(size))


def test_a_plain_picture_stays_as_it_is():
    assert picture_alone(PNG) == PNG


@in_one_test("kind", [b"tEXt", b"zTXt", b"iTXt", b"tIME", b"fcTL", b"fdAT", b"prVt"])
def test_what_is_not_needed_to_show_it_goes(kind):
    assert picture_alone(with_chunks(chunk(kind, b"Nama\0rahasia"))) == PNG


def test_what_stands_behind_its_end_goes():
    assert picture_alone(PNG + b"lampiran") == PNG


@in_one_test(
    ("extra", "kept"),
    [
        (chunk(b"eXIf", b"x" * 65_535), True),
        (chunk(b"eXIf", b"x" * 65_536), False),
        (chunk(b"iCCP", profile()), True),
        (chunk(b"iCCP", profile(LARGEST_PROFILE)), True),
        (chunk(b"iCCP", profile(LARGEST_PROFILE + 1)), False),
        (chunk(b"iCCP", profile()[:-6]), False),
        (chunk(b"iCCP", b"tanpa isi"), False),
        (chunk(b"iCCP", b"sRGB\0\0bukan zlib"), False),
        (chunk(b"tRNS", bytes(6)), True),
    ],
)
def test_what_belongs_to_a_picture_is_kept_if_it_is_of_the_size_that_one_has(extra, kept):
    found = picture_alone(with_chunks(extra))
    assert (len(kinds_of(found)) > len(kinds_of(PNG))) is kept
    assert decoded(found).size == (40, 30)


@in_one_test("kind", [b"IHDR", b"PLTE", b"IDAT"])
def test_a_damaged_part_of_the_picture_is_a_refusal(kind):
    assert picture_alone(with_chunks(chunk(kind, b"x" * 13, check=b"\0\0\0\0"))) is None


@in_one_test("kind", [b"eXIf", b"tRNS", b"tEXt"])
def test_a_damaged_note_goes_and_the_picture_stays(kind):
    assert picture_alone(with_chunks(chunk(kind, b"x" * 6, check=b"\0\0\0\0"))) == PNG


def test_a_file_that_lost_its_last_bytes_is_taken_if_its_rows_end():
    end = len(PNG) - 12
    for lost in (0, 2, 4):  # of the check sum of the rows
        assert picture_alone(PNG[: end - lost]) == PNG
    for lost in (5, 40):
        assert picture_alone(PNG[: end - lost]) is None


def test_rows_that_are_cut_in_the_middle_of_several_are_a_refusal():
    rows = PNG[PNG.index(b"IDAT") + 4 : -16]
    head = PNG[: PNG.index(b"IDAT") - 4]
    half = len(rows) // 2
    whole = head + chunk(b"IDAT", rows[:half]) + chunk(b"IDAT", rows[half:])
    assert decoded(picture_alone(whole)).tobytes() == decoded(PNG).tobytes()
    assert picture_alone(whole[: -8 - half // 2]) is None
