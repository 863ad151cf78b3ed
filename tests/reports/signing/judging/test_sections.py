"""Cross-reference sections: rows of a table or a stream as every program reads them, and nothing that is unclear."""

import zlib

import pytest

from reports.signing.judging.sections import ObjectPlace, no_length, section_at
from reports.signing.judging.values import Reference, UnclearError
from tests.cases import in_one_test

FREE, FIRST, SECOND = b"0000000000 65535 f \n", b"0000000017 00000 n \n", b"0000000120 00002 n\r\n"
TRAILER = b"trailer\n<< /Size 3 >>\n"


def table(*rows, head=None, trailer=TRAILER, word=b"xref\n"):
    return word + (b"0 %d\n" % len(rows) if head is None else head) + b"".join(rows) + trailer


def read(pdf, at=0, remarks=True):
    return section_at(pdf, at, remarks=remarks)


def refused(pdf, at=0):
    with pytest.raises(UnclearError):
        read(pdf, at)


# --- tables


def test_a_table_says_where_each_number_stands_and_which_are_free():
    pdf = table(FREE, FIRST, SECOND)
    found = read(pdf + b"startxref")
    assert found.places == {0: None, 1: ObjectPlace(17), 2: ObjectPlace(120, 2)}
    assert (found.trailer, found.table) == ({"Size": 3}, True)
    assert pdf[: found.end] == pdf.rstrip()


def test_a_table_may_have_parts_and_stand_anywhere():
    pdf = b"%PDF-1.7\n" + table(head=b"")[: -len(TRAILER)] + b"0 1\n" + FREE + b"7 2\n" + FIRST + SECOND + TRAILER
    assert read(pdf, 9).places == {0: None, 7: ObjectPlace(17), 8: ObjectPlace(120, 2)}


@pytest.mark.parametrize("end", [b" \n", b" \r", b"\r\n"])
@pytest.mark.parametrize("word", [b"xref\n", b"xref\r\n", b"xref \n", b"xref\r"])
def test_lines_may_end_in_every_usual_way(end, word):
    assert read(table(FIRST[:18] + end, word=word)).places == {0: ObjectPlace(17)}


def test_a_table_without_rows_is_one():
    assert read(table()).places == {}


@in_one_test(
    "pdf",
    [
        table(FREE, FIRST, head=b"0 3\n"),
        table(FREE, FIRST, head=b"0 1\n"),
        table(FIRST, head=b"0 1"),
        table(FIRST, head=b"0  1\n"),
        table(FIRST, head=b"-1 1\n"),
        table(b"000000017 00000 n \n"),
        table(b"0000000017 0000 n \n"),
        table(b"0000000017 00000 x \n"),
        table(b"0000000017 00000 n\n"),
        table(b"0000000017  00000 n \n"),
        table(FIRST, trailer=b"0 1\n" + SECOND + TRAILER),  # a number twice
        table(FIRST, trailer=b""),
        table(FIRST, trailer=b"trailer"),
        table(FIRST, trailer=b"trailer [1]"),
        table(FIRST, trailer=b"trailer << /Size 3"),
        table(FIRST, trailer=b"trailer << /XRefStm 9 >>"),
        table(FIRST, trailer=b"trailer << /Encrypt 9 0 R >>"),
        table(FIRST, trailer=b"trailer << /Encrypt null >>"),
        table(FIRST, word=b"xref "),
        table(FIRST, word=b"xref"),
        table(head=b"0 500001\n"),
        table(head=b"499999 2\n"),
    ],
)
def test_what_is_no_plain_table_is_not_read(pdf):
    refused(pdf)


@pytest.mark.parametrize(("first", "reads"), [(499_999, True), (500_000, False)])
def test_numbers_end_at_half_a_million(first, reads):
    pdf = table(FIRST, head=b"%d 1\n" % first)
    if reads:
        assert read(pdf).places == {first: ObjectPlace(17)}
    else:
        refused(pdf)


def test_remarks_are_read_over_only_where_they_are_asked_for():
    pdf = table(FIRST, trailer=b"% kata\ntrailer\n<< /Size 1 % kata\n>>")
    assert read(table(FIRST, trailer=b"trailer\n<< /Size 1 % kata\n>>")).trailer == {"Size": 1}
    with pytest.raises(UnclearError):
        read(table(FIRST, trailer=b"trailer\n<< /Size 1 % kata\n>>"), remarks=False)
    assert read(pdf).trailer == {"Size": 1}


# --- streams


def row(kind, second, third, widths=(1, 2, 1)):
    return b"".join(value.to_bytes(width, "big") for value, width in zip((kind, second, third), widths, strict=True))


def stream(rows, head=b"/W [1 2 1] /Size 3", kind=b"/XRef", packed=True):
    content = zlib.compress(rows) if packed else rows
    filtered = b"/Filter /FlateDecode " if packed else b""
    told = b"<< /Type %s %s%s /Length %d >>" % (kind, filtered, head, len(content))
    return b"9 0 obj\n" + told + b"\nstream\n" + content + b"\nendstream\nendobj\n"


ROWS = row(0, 0, 255) + row(1, 300, 2) + row(2, 8, 5)


@pytest.mark.parametrize("packed", [True, False])
def test_a_stream_says_where_each_number_stands(packed):
    pdf = stream(ROWS, packed=packed)
    found = read(pdf)
    assert found.places == {0: None, 1: ObjectPlace(300, 2), 2: ObjectPlace(5, 0, stream=8)}
    assert (found.table, found.trailer["Size"], pdf[found.end :]) == (False, 3, b"\n")


def test_an_index_tells_which_numbers_the_rows_are_of():
    found = read(stream(ROWS, b"/W [1 2 1] /Size 99 /Index [4 1 70 2]"))
    assert list(found.places) == [4, 70, 71]


def test_without_a_width_every_row_is_an_object():
    rows = row(0, 300, 2, (0, 2, 1)) + row(0, 17, 0, (0, 2, 1))
    assert read(stream(rows, b"/W [0 2 1] /Size 2")).places == {0: ObjectPlace(300, 2), 1: ObjectPlace(17)}


def test_widths_reach_as_far_as_every_program_reads():
    rows = row(1, 2**63, 65535, (1, 8, 2))
    assert read(stream(rows, b"/W [1 8 2] /Size 1")).places == {0: ObjectPlace(2**63, 65535)}


@in_one_test(
    ("rows", "head"),
    [
        (ROWS, b"/W [2 2 1] /Size 3"),
        (row(1, 1, 1, (2, 2, 1)) * 3, b"/W [2 2 1] /Size 3"),
        (row(1, 1, 1, (1, 2, 3)), b"/W [1 2 3] /Size 1"),
        (ROWS, b"/W [1 2] /Size 3"),
        (ROWS, b"/W [1 2 1 0] /Size 3"),
        (ROWS, b"/W [1 2 -1] /Size 3"),
        (ROWS, b"/W [1 9 1] /Size 3"),
        (ROWS, b"/Size 3"),
        (ROWS, b"/W [1 2 1]"),
        (ROWS, b"/W [1 2 1] /Size 2"),
        (ROWS, b"/W [1 2 1] /Size 4"),
        (ROWS[:-1], b"/W [1 2 1] /Size 3"),
        (ROWS, b"/W [1 2 1] /Size 3 /Index [0 3 9]"),
        (ROWS, b"/W [1 2 1] /Size 3 /Index [0 2 1 1]"),
        (ROWS, b"/W [1 2 1] /Size 3 /Index [0 2.0 7 1]"),
        (ROWS, b"/W [1 2 1] /Size 3 /Index 3"),
        (row(3, 0, 0), b"/W [1 2 1] /Size 1"),
        (ROWS, b"/W [1 2 1] /Size 3 /XRefStm 4"),
        (ROWS, b"/W [1 2 1] /Size 3 /Encrypt null"),
    ],
)
def test_what_is_no_plain_stream_is_not_read(rows, head):
    refused(stream(rows, head))


@pytest.mark.parametrize(
    "pdf",
    [
        stream(ROWS, kind=b"/ObjStm"),
        b"9 0 obj\n<< /Type /XRef >>\nendobj\n",
        b"9 0 obj\n[1]\nendobj\n",
        b"startxref",
        b"",
        stream(ROWS).replace(b"/Length ", b"/Length 7 0 R /L "),
    ],
)
def test_what_is_no_stream_of_places_is_not_read(pdf):
    refused(pdf)


def test_a_length_that_stands_elsewhere_is_not_looked_for():
    with pytest.raises(UnclearError):
        no_length(Reference(7, 0))
