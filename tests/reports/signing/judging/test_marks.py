"""Where words of structure may stand in an update, and how close together its parts have to be."""

import pytest

from reports.signing.judging.marks import (
    MOST_BETWEEN,
    MOST_BLANKS_BETWEEN,
    MOST_BLANKS_IN_END,
    check_closeness,
    check_gap,
    check_words,
    has_hidden_object,
)
from reports.signing.judging.sections import XrefSection
from reports.signing.judging.values import PdfObject, Stream, UnclearError
from tests.cases import in_one_test

OBJECT = b"7 0 obj\n<< /A 1 >>\nendobj\n"
STREAM = b"8 0 obj\n<< >>\nstream\nabc\nendstream\nendobj\n"
END = b"startxref\n99\n%%EOF\n"
TABLE = b"xref\n0 0\ntrailer\n<< >>\n" + END
AS_TABLE, AS_STREAM = (XrefSection({}, {}, table=table, end=0) for table in (True, False))


def objects_of(update, offset=0):
    """The objects of an update as they were read; their ends do not matter here."""
    found = []
    for text, value in ((OBJECT, {"A": 1}), (STREAM, Stream({}, b"abc"))):
        at = update.find(text)
        if at >= 0:
            found.append(PdfObject(int(text[:1]), 0, value, at + offset, at + offset + len(text)))
    return found


def is_clear(update, section=AS_TABLE, offset=0, objects=None):
    try:
        check_words(update, offset, objects_of(update, offset) if objects is None else objects, section)
    except UnclearError:
        return False
    return True


@pytest.mark.parametrize("offset", [0, 5000])
def test_an_update_as_programs_write_it_is_clear(offset):
    assert is_clear(OBJECT + STREAM + TABLE, offset=offset)
    assert is_clear(OBJECT + END, AS_STREAM, offset)
    assert is_clear(TABLE) and is_clear(END, AS_STREAM)


def test_a_table_has_its_words_and_a_stream_has_none_of_them():
    assert not is_clear(OBJECT + TABLE, AS_STREAM)
    assert not is_clear(OBJECT + END, AS_TABLE)


@in_one_test(
    "more",
    [
        b"endobj",
        b"endstream",
        b"trailer",
        b"xref",
        b"startxref",
        b"%%EOF",
        b"%PDF-",
        b"9 0 obj",
        b"9\n0\x00obj",
        b"% kata\n0 obj",
        b"% kata\r 9 obj",
        b"% kata\nobj",
    ],
)
def test_no_word_of_structure_stands_anywhere_else(more):
    for update in (OBJECT + more + b"\n" + TABLE, more + b"\n" + OBJECT + TABLE, OBJECT + TABLE + more):
        assert not is_clear(update), update


@pytest.mark.parametrize("word", [b"endobj", b"trailer", b"%%EOF", b"startxref"])
def test_nor_is_one_missing(word):
    assert not is_clear((OBJECT + TABLE).replace(word, b"kata", 1), objects=objects_of(OBJECT + TABLE))


@pytest.mark.parametrize("more", [b"% kata", b"19 objek", b"obyek", b"(9 0 R)", b"x9 0 Obj"])
def test_other_words_do_no_harm(more):
    assert is_clear(OBJECT + more + b"\n" + TABLE)
    assert not has_hidden_object(more)


def test_an_object_that_was_not_read_is_one_too_many_and_one_that_is_not_there_too_few():
    update = OBJECT + STREAM + TABLE
    assert not is_clear(update, objects=objects_of(update)[:1])
    moved = [PdfObject(7, 0, {}, each.start + 1, each.end) for each in objects_of(update)]
    assert not is_clear(update, objects=moved)


@pytest.mark.parametrize(
    ("data", "hidden"),
    [
        (b"7 0 obj", True),
        (b"7\x000\tobj", True),
        (b"70 0obj", True),
        (b"7 0 R", False),
        (b"obj", False),
        (b"% a\n7 obj", True),
        (b"% a\nobj", True),
        (b"% a\n7\n0 obj", True),
        (b"% a obj", False),
        (b"", False),
    ],
)
def test_what_looks_like_an_object_to_who_repairs_files_is_one(data, hidden):
    assert has_hidden_object(data) is hidden


# --- closeness


def is_close(pdf, start=0, end=None):
    try:
        check_gap(pdf, start, len(pdf) if end is None else end)
    except UnclearError:
        return False
    return True


@pytest.mark.parametrize(
    ("gap", "close"),
    [
        (b"", True),
        (b" " * MOST_BLANKS_BETWEEN, True),
        (b" " * (MOST_BLANKS_BETWEEN + 1), False),
        (b"\n\0\t\r" * 16, True),
        (b"\n\0\t\r" * 16 + b" ", False),
        (b"x" * MOST_BETWEEN, True),
        (b"x" * (MOST_BETWEEN + 1), False),
        ((b" " * MOST_BLANKS_BETWEEN + b"x") * 7, True),
    ],
)
def test_objects_stand_close_to_each_other(gap, close):
    assert (MOST_BLANKS_BETWEEN, MOST_BETWEEN, MOST_BLANKS_IN_END) == (64, 512, 8)
    assert is_close(gap) is close
    assert is_close(b" " * 999 + gap + b" " * 999, 999, 999 + len(gap)) is close


def ends_close(before, behind, table=True):
    """A section of these bytes, and what stands from it to the end mark."""
    pdf = b"....." + before + behind
    section = XrefSection({}, {}, table=table, end=5 + len(before))
    try:
        check_closeness(pdf, 5, section, len(pdf))
    except UnclearError:
        return False
    return True


BLANKS = b" " * MOST_BLANKS_IN_END


@pytest.mark.parametrize(
    ("before", "behind", "close"),
    [
        (b"xref" + BLANKS + b"trailer", b"startxref", True),
        (b"xref" + BLANKS + b" trailer", b"startxref", False),
        (b"xref trailer", BLANKS + b"startxref", True),
        (b"xref trailer", BLANKS + b" startxref", False),
        (b"xref trailer", b"x" * 512, True),
        (b"xref trailer", b"x" * 513, False),
        (b"x" * 600, b"startxref", True),
    ],
)
def test_a_section_and_its_end_stand_close_together(before, behind, close):
    assert ends_close(before, behind) is close


def test_in_the_data_of_a_stream_any_bytes_may_stand_and_in_its_head_none_far_apart():
    data = b"stream\n" + b" " * 99 + b"\nendstream endobj"
    assert ends_close(b"9 0 obj << >> " + data, b"startxref", table=False)
    assert not ends_close(b"9 0 obj" + BLANKS + b" << >> " + data, b"startxref", table=False)
    assert not ends_close(b"9 0 obj << >> " + data, b"startxref", table=True)
    assert not ends_close(b"9 0 obj << >> " + data, BLANKS + b" startxref", table=False)
