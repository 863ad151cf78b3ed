"""Where a long picture is cut: near equal heights, between its lines of text, never in parts too low to be read."""

import pytest

from followups.evidence.photo_parts.lines import LOWEST, is_long, lines_in, parts_for, proposed
from followups.evidence.photo_parts.rows import spreads_of
from followups.evidence.photos import normalise
from offices.declining import Declined
from tests.followups.evidence.photo_parts.screenshots import GAPS, screenshot

EVEN, TEXT = 0, 200


def test_what_is_more_than_two_fifths_taller_than_a_page_is_long():
    assert is_long(1000, 2201) and not is_long(1000, 2200)
    assert [parts_for(100, height) for height in (230, 320, 480, 2000)] == [2, 2, 3, 6]


def test_a_line_lies_in_the_middle_of_the_gap_that_is_nearest_to_equal_parts():
    spreads = [TEXT] * 1000
    spreads[440:460] = [EVEN] * 20
    spreads[580:600] = [EVEN] * 20
    assert proposed(spreads, 2) == [449]


def test_without_a_gap_the_evenest_row_around_is_taken():
    spreads = [TEXT] * 900
    spreads[320] = spreads[880] = 40
    assert proposed(spreads, 3) == [320, 600]


@pytest.mark.parametrize("parts", [2, 3, 4, 5, 6])
def test_lines_of_a_flat_picture_make_parts_in_their_order(parts):
    lines = proposed([EVEN] * 2400, parts)
    assert lines_in([str(line) for line in lines], 2400) == lines


def test_the_rows_of_a_screenshot_tell_its_gaps_from_its_text():
    spreads = spreads_of(normalise(screenshot()).jpeg)
    assert len(spreads) == 2000
    for line in proposed(spreads, 3):
        assert any(above < line < below for above, below in GAPS), line


def test_what_is_no_picture_is_refused_by_the_child_that_reads_it():
    with pytest.raises(Declined):
        spreads_of(b"\xff\xd8 bukan gambar")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ([], "bilangan bulat"),
        (["a"], "bilangan bulat"),
        (["-5"], "bilangan bulat"),
        (["1000000"], "bilangan bulat"),
        ([str(100 * number) for number in range(1, 7)], "bilangan bulat"),
        (["600", "300"], f"{LOWEST} piksel"),
        ([str(LOWEST - 1)], f"{LOWEST} piksel"),
        (["990"], f"{LOWEST} piksel"),
        (["5000"], f"{LOWEST} piksel"),
    ],
)
def test_lines_that_make_no_parts_are_refused(typed, said):
    with pytest.raises(Declined, match=said):
        lines_in(typed, 1000)
