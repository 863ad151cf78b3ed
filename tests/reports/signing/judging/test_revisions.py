"""A file up to the end of one of its updates: where it begins, and which sections it leads through."""

import pytest

from reports.signing.judging.revisions import state_at
from reports.signing.judging.values import Reference, UnclearError
from tests.cases import in_one_test

ROW = b"0000000000 65535 f \n"


def section(previous=None, *, size=1, rows=ROW):
    """A cross-reference table with its trailer; ``previous``: where the one before it stands."""
    led = b"" if previous is None else b" /Prev %010d" % previous
    return b"xref\n0 %d\n%strailer\n<< /Size %d /Root 1 0 R%s >>\n" % (size, rows, size, led)


def file_of(*sections, start=None):
    """A file with these sections behind its head, each given as where its ``Prev`` leads (the number of a section)."""
    places = []
    at = len(b"%PDF-1.7\n")
    for leads in sections:
        places.append(at)
        at += len(section(None if leads is None else 0))
    body = b"".join(section(None if leads is None else places[leads]) for leads in sections)
    begin = places[-1 if start is None else start]
    return b"%%PDF-1.7\n%sstartxref\n%d\n%%%%EOF\n" % (body, begin)


def state_of(pdf):
    return state_at(pdf, len(pdf))


def test_a_file_leads_from_its_last_section_to_its_first():
    state = state_of(file_of(None, 0, 1))
    assert (state.end, state.table) == (len(file_of(None, 0, 1)), True)
    assert state.trailer["Root"] == Reference(1, 0)


@in_one_test(
    "pdf",
    [
        file_of(0),  # itself
        file_of(0, 0),  # one that leads to itself
        file_of(1, 0),  # two that lead to each other
        file_of(2, 0, 1),
        file_of(1, None, 0, start=2)[:-1] + b"x",  # no end
        b" " + file_of(None),  # something before it
        file_of(None).replace(b"startxref\n9", b"startxref\n99999"),
        b"",
        b"%PDF-1.7\n",
    ],
)
def test_sections_in_a_ring_and_what_is_no_whole_file_are_unclear(pdf):
    with pytest.raises(UnclearError):
        state_of(pdf)


def test_an_earlier_end_is_one_as_well():
    first = file_of(None)
    update = section(9)
    whole = first + update + b"startxref\n%d\n%%%%EOF\n" % len(first)
    assert state_at(whole, len(first)).end == len(first)
    assert state_of(whole).start == len(first)
    for end in (len(first) - 3, len(first) + 9):
        with pytest.raises(UnclearError):
            state_at(whole, end)
