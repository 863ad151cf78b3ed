"""Which bytes a signature covers, of files of a few bytes: all but its own value, from the first to the last."""

import pytest

from reports.signing.frame import is_framed, ranges_in
from tests.cases import in_one_test

VALUE = b"\x30\x03\x02\x01\x05" + bytes(3)
"""One DER sequence, filled up with zeros."""


def file_with(value=VALUE, *, marks=b"<>", head=b"%PDF", tail=b"akhir"):
    """A file with a gap, and what a signature that leaves out just the gap covers."""
    gap = marks[:1] + value.hex().encode() + marks[1:]
    return head + gap + tail, [0, len(head), len(head) + len(gap), len(tail)]


def test_all_but_the_value_is_covered():
    pdf, covered = file_with()
    assert is_framed(pdf, covered, VALUE) is True
    assert is_framed(pdf + b"lagi", covered, VALUE)


@in_one_test(
    ("at", "by"),
    [
        (0, 1),
        (0, -1),
        (1, 1),
        (1, -1),
        (2, 1),
        (2, -1),
        (3, 1),
        (1, -4),
        (1, 100),
        (2, 100),
        (3, 100),
        (3, -5),
        (3, -6),
    ],
)
def test_a_range_that_begins_or_ends_elsewhere_covers_something_else(at, by):
    pdf, covered = file_with()
    covered[at] += by
    assert not is_framed(pdf, covered, VALUE)


def test_one_byte_is_enough_on_either_side():
    for sides in ({"head": b"%"}, {"tail": b"x"}):
        pdf, covered = file_with(**sides)
        assert is_framed(pdf, covered, VALUE)


def test_a_range_may_end_before_the_file_does():
    """What stands behind it was added later, and is judged there."""
    pdf, covered = file_with()
    covered[3] -= 1
    assert is_framed(pdf, covered, VALUE)


@in_one_test("covered", [[], [0, 4, 22], [0, 4, 22, 5, 0], [0, 4, 4, 23], [0, 22, 4, 5]])
def test_what_is_no_range_of_two_parts_around_a_gap_covers_nothing(covered):
    pdf, sound = file_with()
    assert sound == [0, 4, 22, 5]
    assert not is_framed(pdf, covered, VALUE)


@pytest.mark.parametrize("marks", [b"()", b"<)", b"(>"])
def test_a_gap_that_is_no_hexadecimal_string_is_none(marks):
    pdf, covered = file_with(marks=marks)
    assert not is_framed(pdf, covered, VALUE)


def test_the_value_in_the_gap_is_the_one_that_was_judged():
    pdf, covered = file_with()
    assert not is_framed(pdf, covered, b"\x30\x03\x02\x01\x06" + bytes(3))
    assert not is_framed(pdf, covered, VALUE[:-1])


@pytest.mark.parametrize(
    ("behind", "framed"), [(bytes(0), True), (bytes(9), True), (b"\0\x01", False), (b"\x01\0", False)]
)
def test_behind_the_value_stand_zeros_and_nothing_else(behind, framed):
    value = VALUE[:5] + behind
    pdf, covered = file_with(value)
    assert is_framed(pdf, covered, value) is framed


# --- signatures that stand in the bytes


def told(first, length, again, rest, *, blanks=b" "):
    return b"/ByteRange" + blanks + b"[%d %d %d %d]" % (first, length, again, rest)


def with_range(length, again, gap=b"<00>"):
    """A file whose gap stands at ``length``, and that says so."""
    body = b"%PDF".ljust(length, b".") + gap
    return body.ljust(again, b".") + told(0, length, again, 3)


def test_a_signature_is_found_where_its_gap_stands():
    assert ranges_in(with_range(10, 14)) == {(0, 10, 14, 3)}
    assert ranges_in(with_range(10, 14) + told(0, 10, 14, 3, blanks=b"")) == {(0, 10, 14, 3)}


@in_one_test(
    "pdf", [with_range(10, 14, b"(00>"), with_range(10, 14, b"<00)"), with_range(10, 15), with_range(9, 14)[1:]]
)
def test_words_that_name_no_gap_are_no_signature(pdf):
    assert ranges_in(pdf) == set()


def test_each_signature_is_told_once():
    first = with_range(10, 14)
    pdf = first.ljust(60, b".") + b"<11>" + told(0, 60, 64, 9) * 2
    assert ranges_in(pdf) == {(0, 10, 14, 3), (0, 60, 64, 9)}


@in_one_test(
    "said",
    [
        b"/ByteRange [1 10 14 3]",
        b"/ByteRange [0 10 14]",
        b"/ByteRange [0 10 14 -3]",
        b"/ByteRange (0 10 14 3)",
        b"/ByteRang [0 10 14 3]",
    ],
)
def test_what_is_no_range_from_the_first_byte_is_none(said):
    assert ranges_in(b"%PDF......<00>" + said) == set()
