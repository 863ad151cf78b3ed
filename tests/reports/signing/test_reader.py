"""Objects in a stream of objects: read there, and refused where the stream or the object is none of that kind."""

import pytest
from pyhanko.pdf_utils import generic, misc

from reports.signing.reader import reader_of
from tests.reports.signing.forgeries.draft import Draft
from tests.reports.signing.forgeries.original import original_of


@pytest.fixture(scope="module")
def original(authority):
    return original_of(authority, table=False)


def packed(original, body, *, told=None, holder=None, kind=b"/ObjStm"):
    """What is read of a number that an update puts into a stream: ``told`` is the number that stands there."""
    draft = Draft(original)
    number, draft.next = draft.next, draft.next + 1
    head = b"%d 0 " % (told or number)
    stream = draft.stream(head + body, b"/Type %s /N 1 /First %d" % (kind, len(head)))
    pdf = draft.written(rows=[(number, 2, holder or stream, 0)])
    return reader_of(pdf).get_object(generic.Reference(number, 0))


def test_what_lies_in_a_stream_of_objects_is_read(original):
    assert packed(original, b"<< /A 7 >>") == {"/A": 7}


def test_each_of_several_is_read_at_its_own_place(original):
    """The head is read once; of a number that stands there twice the first counts."""
    draft = Draft(original)
    first, second = draft.next, draft.next + 1
    draft.next += 2
    head = b"%d 0 %d 2 %d 4 " % (first, second, first)
    stream = draft.stream(head + b"5 6 7 ", b"/Type /ObjStm /N 3 /First %d" % len(head))
    reader = reader_of(draft.written(rows=[(first, 2, stream, 0), (second, 2, stream, 1)]))
    assert [reader.get_object(generic.Reference(number, 0)) for number in (second, first)] == [6, 5]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"kind": b"/XObject"}, "not an object stream"),
        ({"told": 9999}, "is not in stream"),
        ({"body": b"1 0 R << >>"}, "may not lie in an object stream"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_what_is_no_such_stream_or_does_not_lie_in_it_is_not_read(original, changes, told):
    with pytest.raises(misc.PdfReadError, match=told):
        packed(original, **{"body": b"<< /A 7 >>"} | changes)


def test_the_contents_of_a_page_are_no_stream_of_objects(original):
    with pytest.raises((misc.PdfReadError, KeyError)):
        packed(original, b"<< /A 7 >>", holder=original.contents[0])


def test_an_object_that_is_no_stream_holds_none(original):
    with pytest.raises(misc.PdfReadError, match="not an object stream"):
        packed(original, b"<< /A 7 >>", holder=original.root)


def test_a_file_is_read_strictly_unless_it_is_said_otherwise(original):
    assert reader_of(original.pdf).strict
    assert not reader_of(original.pdf, strict=False).strict
    torn = original.pdf.replace(b"startxref", b"startxxxx")
    with pytest.raises(misc.PdfError):
        reader_of(torn)
