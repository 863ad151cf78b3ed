"""A file up to the end of one of its updates: where it begins, and which sections it leads through."""

from dataclasses import replace

import pytest

from reports.signing.judging.revisions import FileState, state_at
from reports.signing.judging.sections import ObjectPlace
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


# --- what stands where a row leads


def state_with(body, **rows):
    """A file with these bytes, and rows that lead into them."""
    pdf = b"%PDF-1.7\n" + body
    return FileState(pdf, len(pdf), 0, {int(name[1:]): place for name, place in rows.items()}, {}, table=True)


NINE = ObjectPlace(len(b"%PDF-1.7\n"))


def test_a_row_leads_to_the_object_of_its_number():
    assert state_with(b"1 0 obj 5 endobj", _1=NINE).object(Reference(1, 0)).value == 5


@in_one_test(
    "body, number, generation",
    [
        (b"2 0 obj 5 endobj", 1, 0),
        (b"1 1 obj 5 endobj", 1, 0),
        (b"1 0 obj 5 endobj", 2, 0),
        (b"1 0 obj 5 endobj", 1, 1),
    ],
)
def test_a_row_that_leads_to_another_object_or_to_none_is_unclear(body, number, generation):
    with pytest.raises(UnclearError):
        state_with(body, _1=NINE).object(Reference(number, generation))


def test_what_stands_behind_the_end_of_a_file_is_none_of_its_objects():
    """A row that leads into what was added later."""
    state = state_with(b"1 0 obj 5 endobj", _1=NINE)
    with pytest.raises(UnclearError, match="another object"):
        replace(state, end=state.end - 1).object(Reference(1, 0))


def test_an_old_object_may_hold_remarks():
    """Some programs write them; only an update is held to have none."""
    length = ObjectPlace(NINE.at + len(STREAM) + 1)
    assert state_with(b"1 0 obj % lima\n5 endobj", _1=NINE).object(Reference(1, 0)).value == 5
    state = state_with(STREAM + b"\n2 0 obj % dua\n2 endobj", _1=NINE, _2=length)
    assert state.object(Reference(1, 0)).value.packed == b"ab"


STREAM = b"1 0 obj << /Length 2 0 R >> stream\nab\nendstream endobj"


def test_a_stream_is_as_long_as_the_object_that_says_so():
    at = ObjectPlace(NINE.at + len(STREAM) + 1)
    assert state_with(STREAM + b"\n2 0 obj 2 endobj", _1=NINE, _2=at).object(Reference(1, 0)).value.packed == b"ab"


def test_a_length_that_is_nowhere_is_unclear():
    with pytest.raises(UnclearError, match="nowhere"):
        state_with(STREAM, _1=NINE).object(Reference(1, 0))


def test_a_length_in_an_object_stream_is_unclear_though_its_place_in_there_is_a_byte_at_which_one_stands():
    at = NINE.at
    body = b"2 0 obj 2 endobj\n" + STREAM
    rows = {"_1": ObjectPlace(at + body.index(STREAM)), "_2": ObjectPlace(at, stream=3)}
    with pytest.raises(UnclearError, match="nowhere"):
        state_with(body, **rows).object(Reference(1, 0))


PACKED = b"3 0 obj << /Type /ObjStm /N 1 /First 4 /Length 5 >> stream\n7 0 5\nendstream endobj"


@pytest.mark.parametrize(("number", "holder"), [(8, 3), (7, 4), (7, 7)])
def test_what_is_said_to_lie_in_an_object_stream_lies_there(number, holder):
    state = state_with(PACKED, _3=NINE, _7=ObjectPlace(0, stream=3))
    assert state.object(Reference(7, 0)).value == 5
    state = state_with(PACKED, _3=NINE, **{f"_{number}": ObjectPlace(0, stream=holder)})
    with pytest.raises(UnclearError):
        state.object(Reference(number, 0))


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ((b"/ObjStm", b"/XObject"), "not a plain object stream"),
        ((b"/N 1", b"/N 1 /Extends 4 0 R"), "not a plain object stream"),
        ((b"stream\n7 0 5\nendstream", b""), "not a plain object stream"),
        ((b"/N 1", b"/N (1)"), "without head"),
        ((b"/First 4", b"/First (4)"), "without head"),
        ((b"/First 4", b""), "without head"),
        ((b"/N 1", b"/N 2"), "other numbers than it holds"),
        ((b"/N 1", b"/N 0"), "other numbers than it holds"),
        ((b"7 0 5", b"7 x 5"), "other numbers than it holds"),
        ((b"/First 4 /Length 5", b"/First 14 /Length 15"), "other numbers than it holds"),
    ],
)
def test_an_object_stream_says_at_its_beginning_what_it_holds(changed, told):
    body = PACKED.replace(*changed).replace(b"/Length 15 >> stream\n7 0 5", b"/Length 15 >> stream\n00000000007 0 5")
    with pytest.raises(UnclearError, match=told):
        state_with(body, _3=NINE, _7=ObjectPlace(0, stream=3)).object(Reference(7, 0))


def test_an_object_stream_holds_each_number_once_and_is_itself_in_none():
    twice = PACKED.replace(b"/N 1 /First 4 /Length 5", b"/N 2 /First 8 /Length 9").replace(b"7 0 5", b"7 0 7 0 5")
    with pytest.raises(UnclearError, match="a number twice"):
        state_with(twice, _3=NINE, _7=ObjectPlace(0, stream=3)).object(Reference(7, 0))
    for rows in ({"_7": ObjectPlace(0, stream=3)}, {"_3": ObjectPlace(0, stream=4), "_7": ObjectPlace(0, stream=3)}):
        with pytest.raises(UnclearError, match="no object stream"):
            state_with(PACKED, **rows).object(Reference(7, 0))
    with pytest.raises(UnclearError, match="not in its object stream"):
        state_with(PACKED, _3=NINE, _8=ObjectPlace(0, stream=3)).object(Reference(8, 0))


def test_a_file_leads_through_two_hundred_earlier_sections_and_no_further():
    assert state_of(file_of(None, *range(200))).end
    with pytest.raises(UnclearError, match="lead nowhere"):
        state_of(file_of(None, *range(201)))


def test_the_end_of_a_file_stands_within_its_last_kibibyte():
    pdf = file_of(None)
    last = len(pdf) - pdf.index(b"startxref")
    assert state_of(pdf + b"\n" * (1024 - last)).start == 9
    with pytest.raises(UnclearError, match="no file ends here"):
        state_of(pdf + b"\n" * (1025 - last))
    with pytest.raises(UnclearError, match="something stands before"):
        state_of(b" " + pdf)


@in_one_test(
    ("behind", "ends"), [(b"", True), (b"\n", True), (b"\r", True), (b"\r\n", True), (b"\n\n", False), (b" ", False)]
)
def test_an_update_ends_with_its_last_line_whether_or_not_that_is_ended(behind, ends):
    pdf = file_of(None).rstrip(b"\n")
    state = replace(state_of(pdf), pdf=pdf + behind)
    assert state.ends_at(len(pdf + behind)) is ends
    assert not state.ends_at(len(pdf) - 1)


def test_a_number_is_referred_to_in_its_generation_and_an_unknown_one_in_the_first():
    state = state_with(b"1 3 obj 5 endobj", _1=ObjectPlace(NINE.at, 3), _2=None)
    assert [state.reference(number) for number in (1, 2, 9)] == [Reference(1, 3), Reference(2, 0), Reference(9, 0)]
    assert [state.has(number) for number in (1, 2, 9)] == [True, False, False]


def test_a_value_is_given_by_one_reference_and_no_more():
    body = b"1 0 obj 2 0 R endobj\n"
    state = state_with(body + b"2 0 obj 5 endobj", _1=NINE, _2=ObjectPlace(NINE.at + len(body)))
    assert (state.value(Reference(2, 0)), state.value(7), state.value(None)) == (5, 7, None)
    with pytest.raises(UnclearError, match="a reference to a reference"):
        state.value(Reference(1, 0))


@in_one_test("gap", [b"(00)", b"<00)", b"[00>", b"0", b""])
def test_a_signature_leaves_out_one_hexadecimal_string(gap):
    state = state_with(b"<0aFF>" + gap)
    start = NINE.at
    assert state.gap([0, start, start + 6, 9]) == b"\x0a\xff"
    with pytest.raises(UnclearError, match="leaves out something else"):
        state.gap([0, start + 6, start + 6 + len(gap), 9])


def test_an_object_that_was_packed_long_ago_may_hold_remarks_too():
    body = PACKED.replace(b"/Length 5", b"/Length 9").replace(b"7 0 5", b"7 0 % x\n5")
    found = state_with(body, _3=NINE, _7=ObjectPlace(0, stream=3)).object(Reference(7, 0))
    assert (found.number, found.generation, found.value) == (7, 0, 5)
