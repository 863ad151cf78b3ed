"""Values out of bytes: what a careful program writes is read, what two programs may read in two ways is not."""

from decimal import Decimal

import pytest

from reports.signing.judging.values import (
    Reference,
    Scanner,
    Stream,
    UnclearError,
    Word,
    object_at,
    same,
    unpacked,
)
from tests.cases import in_one_test


def read(text, *, remarks=False):
    return Scanner(text, 0, remarks=remarks).value()


@in_one_test(
    ("text", "value"),
    [
        (b"17 ", 17),
        (b"-3", -3),
        (b"+.5", Decimal("0.5")),
        (b"62.25]", Decimal("62.25")),
        (b"true", Word.TRUE),
        (b"12 0 R", Reference(12, 0)),
        (b"[12 0 R 3 4]", [Reference(12, 0), 3, 4]),
        (b"/Adobe.PPKLite", "Adobe.PPKLite"),
        (b"/A#20B", "A B"),
        (b"<48 61 6C 6>", b"Hal`"),
        (b"(a\\(b\\051(c)\\n\\\nd)", b"a(b)(c)\nd"),
        (b"(a\r\nb\\053\\5)", b"a\nb+\x05"),
        (b"<< /A 1 /B null /C << /D [] >> >>", {"A": 1, "C": {"D": []}}),
    ],
)
def test_what_a_careful_program_writes_is_read(text, value):
    assert read(text) == value


@in_one_test(
    "text",
    [
        b"<< /A 1 /A 1 >>",
        b"<< /Annots [] /#41nnots [] >>",
        b"/Ann#6fts",
        b"/A#2",
        b"<< /A >>",
        b"<< /A 1",
        b"[1 2",
        b"(a",
        b"<4G>",
        b"--1",
        b"1-2",
        b"1.2.3",
        b"truely",
        b"R",
        b"",
        b"[" * 100 + b"]" * 100,
        b"[1 % remark\n 2]",
    ],
)
def test_what_is_unclear_is_not_read(text):
    with pytest.raises(UnclearError):
        read(text)


def test_remarks_are_read_over_only_where_they_may_stand():
    assert read(b"[1 % remark ]\n 2]", remarks=True) == [1, 2]


@pytest.mark.parametrize(
    ("was", "became", "expected"),
    [
        (b"90", b"90", True),
        (b"90.0", b"90", True),
        (b"90", b"90.0", False),
        (b"[1 << /A 2.50 >>]", b"[1 << /A 2.5 >>]", True),
        (b"[1 2]", b"[1]", False),
        (b"<< /A 1 >>", b"<< /A 1 /B 2 >>", False),
        (b"<41>", b"(A)", True),
        (b"/A", b"(A)", False),
        (b"true", b"1", False),
        (b"[1 0 R]", b"[1 1 R]", False),
    ],
)
def test_values_are_compared_as_every_program_takes_them(was, became, expected):
    assert same(read(was), read(became)) is expected


def test_true_is_not_one():
    assert read(b"[true]") != read(b"[1]")


# --- objects and streams --------------------------------------------------------------------------


def length_of(_reference):
    return 3


def test_an_object_ends_behind_its_last_word():
    text = b"7 0 obj\n<< /A 1 >>\nendobj\nmore"
    found = object_at(text, 0, length_of, remarks=False)
    assert (found.number, found.generation, found.value, text[found.end :]) == (7, 0, {"A": 1}, b"\nmore")


@pytest.mark.parametrize("length", [b"3", b"9 0 R"])
def test_a_stream_is_as_long_as_it_says(length):
    text = b"7 0 obj << /Length %s >> stream\nabc\nendstream endobj" % length
    assert object_at(text, 0, length_of, remarks=False).value.packed == b"abc"


@pytest.mark.parametrize(
    "text",
    [
        b"7 0 obj << /Length 2 >> stream\nabc\nendstream endobj",
        b"7 0 obj << /Length 99 >> stream\nabc\nendstream endobj",
        b"7 0 obj << /Length -1 >> stream\nabc\nendstream endobj",
        b"7 0 obj << >> stream\nabc\nendstream endobj",
        b"7 0 obj << /Length 3 >> stream abc\nendstream endobj",
        b"7 0 obj << /A 1 >>",
        b"7 0 obj << /A 1 >> 5 endobj",
        b"x 0 obj 1 endobj",
    ],
)
def test_an_object_that_is_not_as_it_says_is_not_read(text):
    with pytest.raises(UnclearError):
        object_at(text, 0, length_of, remarks=False)


def test_streams_are_unpacked_with_the_predictor_of_cross_references():
    import zlib

    rows = b"\x02\x01\x02" + b"\x02\x01\x01" + b"\x00\x09\x09"
    head = {"Filter": "FlateDecode", "DecodeParms": {"Predictor": 12, "Columns": 2}}
    assert unpacked(Stream(head, zlib.compress(rows))) == b"\x01\x02\x02\x03\x09\x09"
    assert unpacked(Stream({}, b"plain")) == b"plain"
    assert unpacked(Stream({"Filter": ["FlateDecode"]}, zlib.compress(b"a"))) == b"a"


@pytest.mark.parametrize(
    ("head", "packed"),
    [
        ({"Filter": "LZWDecode"}, b"x"),
        ({"Filter": ["FlateDecode", "FlateDecode"]}, b"x"),
        ({"Filter": "FlateDecode"}, b"x"),
        ({"Filter": "FlateDecode"}, b"x\x9c\x03\x00\x00\x00\x00\x01behind"),
        ({"Filter": "FlateDecode", "DecodeParms": {"Predictor": 2}}, b"x\x9c\x03\x00\x00\x00\x00\x01"),
    ],
)
def test_other_packings_are_not_read(head, packed):
    if head.get("DecodeParms"):
        head = head | {"DecodeParms": {"Predictor": 2, "Columns": 0}}
    with pytest.raises(UnclearError):
        unpacked(Stream(head, packed))


def test_nothing_is_unpacked_beyond_its_budget():
    import zlib

    with pytest.raises(UnclearError):
        unpacked(Stream({"Filter": "FlateDecode"}, zlib.compress(bytes(2000))), 1000)
