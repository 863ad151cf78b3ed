"""Bytes that no encoder of HEVC writes, found where the pictures of a HEIC file lie, and nowhere else."""

from hypothesis import given
from hypothesis import strategies as st

from followups.evidence.formats.hevc import is_damaged
from followups.evidence.formats.webp import without_last_bytes
from tests.followups.evidence.pictures import encode, noise

HEIC = encode(noise((320, 240)), "HEIF", quality=80)
WEBP = encode(noise((320, 240)), "WEBP", quality=80)


def test_a_whole_file_is_not_damaged_whatever_hangs_behind_it():
    assert not is_damaged(HEIC)
    assert not is_damaged(HEIC + bytes(600))


def test_three_zeros_within_a_picture_are_seen_and_elsewhere_not():
    at = len(HEIC) * 3 // 4
    assert is_damaged(HEIC[:at] + bytes(3) + HEIC[at + 3 :])
    assert is_damaged(HEIC[:at] + b"\0\0\1" + HEIC[at + 3 :])
    assert not is_damaged(HEIC[:at] + b"\0\0\3" + HEIC[at + 3 :])


def test_a_unit_that_ends_behind_its_place_is_seen():
    start = HEIC.index(b"mdat") + 4
    assert is_damaged(HEIC[:start] + b"\x7f" + HEIC[start + 1 :])


@given(st.binary(max_size=60), st.integers(0, len(HEIC)))
def test_nothing_breaks_it(overwritten, at):
    assert is_damaged(HEIC[:at] + overwritten + HEIC[at + len(overwritten) :]) in (True, False)
    assert is_damaged(overwritten) in (True, False)


@given(st.binary(max_size=60), st.integers(0, 200))
def test_nothing_breaks_the_shortening_of_a_webp(overwritten, at):
    shorter = without_last_bytes(WEBP[:at] + overwritten + WEBP[at + len(overwritten) :], 16)
    assert shorter is None or len(shorter) < len(WEBP) + len(overwritten)


def test_a_shortened_webp_says_its_own_length():
    shorter = without_last_bytes(WEBP, 16)
    assert shorter is not None
    assert len(WEBP) - 18 < len(shorter) <= len(WEBP) - 15
    assert int.from_bytes(shorter[4:8], "little") == len(shorter) - 8
