"""Objects that an update packs into a stream, each of which must lie there as its section says."""

import re

import pytest

from reports.signing.judging.judge import judged
from reports.signing.verify import Added
from tests.reports.signing.forgeries.draft import Draft
from tests.reports.signing.forgeries.original import original_of
from tests.reports.signing.judging.judging import redated

FREE, OTHER = Added.PROOFS, Added.OTHER


@pytest.fixture(scope="module")
def in_streams(authority):
    return original_of(authority, table=False)


def test_a_section_does_not_take_the_number_of_an_object_of_the_file(in_streams):
    """What shows a page would be gone, and nothing said of it."""
    end, draft = len(in_streams.pdf), redated(in_streams)
    usual = int(re.findall(rb"/Size (\d+)", draft.written()[end:])[-1])
    draft.next = in_streams.contents[0]
    assert judged(draft.written(size=usual - 1), end) == OTHER


STORE = b"<< /Type /DSS /Certs [] >>"


def packed(original, body=STORE, *, place=0, offset=0, first=None, holder=None, named=True, twice=False):
    """A store of proofs that lies in an object stream; each word changes what the stream or the section says."""
    draft = Draft(original)
    number, draft.next = draft.next, draft.next + 1
    head = b"%d %d " % (number, offset)
    told = len(head) if first is None else first
    stands_in = draft.stream(head + body, b"/Type /ObjStm /N 1 /First %d" % told)
    draft.edit(original.root, DSS=b"%d 0 R" % number)
    if twice:
        draft.put(number, STORE)
    rows = [(number, 2, holder or stands_in, place)] if named else []
    return judged(draft.written(rows=rows), len(original.pdf))


def test_what_lies_in_a_new_object_stream_at_its_very_place_is_read(in_streams):
    assert packed(in_streams) == FREE
    assert packed(in_streams, b"<< /Type /Catalog >>") == OTHER


@pytest.mark.parametrize(
    "changes",
    [
        {"place": 1},
        {"offset": 1},
        {"first": 0},
        {"first": 99},
        {"holder": 9999},
        {"named": False},
        {"twice": True},
        {"body": b"<< /Type /DSS /Certs [] /VRI << /A << /TU (7 0 obj) >> >> >>"},
        {"body": STORE[:-3]},
        {"body": b""},
    ],
)
def test_what_lies_at_another_place_of_its_stream_or_in_none_is_a_change(in_streams, changes):
    assert packed(in_streams, **changes) == OTHER


def test_an_object_stream_of_the_file_takes_nothing_more(in_streams):
    assert packed(in_streams, holder=in_streams.contents[0]) == OTHER
