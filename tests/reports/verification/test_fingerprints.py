"""What a file says of itself without being read as PDF: where it may have ended, whether it was cut, which codes."""

import zlib
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.verification.fingerprints import (
    Beginning,
    beginnings_of,
    codes_in,
    codes_in_text,
    codes_typed,
    digest_of,
    first_codes,
    has_frame,
    is_cut,
    normal_code,
)
from tests.cases import in_one_test

MOST_ENDS, MOST_CODES, MOST_UNPACKED = 64, 20, 16 * 2**20
CODE = "ABCD-EFGH-JKMN-PQRS-TUVW"
OTHER = "2345-6789-ABCD-EFGH-JKMN"
LINK = f"/verifikasi/{CODE}/".encode()
letters = st.text("23456789ABCDEFGHJKMNPQRSTUVWXYZ", min_size=20, max_size=20)
codes = letters.map(lambda plain: "-".join(plain[at : at + 4] for at in range(0, 20, 4)))


# --- where a file may have ended


def test_a_beginning_ends_behind_each_mark_with_and_without_its_line_break_the_latest_first():
    pdf = b"%PDF\n%%EOF\r\nlagi%%EOF\n"
    assert beginnings_of(pdf) == tuple(Beginning(sha256(pdf[:end]).hexdigest(), end) for end in (21, 12, 11, 10))


def test_the_whole_file_is_no_beginning_of_itself():
    assert [each.end for each in beginnings_of(b"%%EOF")] == []
    assert [each.end for each in beginnings_of(b"%%EOF\n")] == [5]
    assert [each.end for each in beginnings_of(b"%%EOF\r\n")] == [6, 5]


@given(st.lists(st.sampled_from([b"%%EOF", b"\n", b"\r\n", b"% lain", b"%%EO", b"F"]), max_size=12))
def test_whatever_ended_with_a_mark_is_found_again_by_its_digest(parts):
    pdf = b"".join(parts)
    found = {each.end: each.digest for each in beginnings_of(pdf)}
    assert list(found) == sorted(found, reverse=True)
    for end in range(len(pdf)):
        begun = pdf[:end]
        known = any(begun[: end - more].endswith(b"%%EOF") for more in (0, 1, 2))
        assert (end in found) == known
        assert not known or found[end] == digest_of(begun)


@pytest.mark.parametrize(("marks", "found"), [(MOST_ENDS, 3 * MOST_ENDS), (MOST_ENDS + 1, 3 * MOST_ENDS)])
def test_the_first_marks_count_and_no_more(marks, found):
    ends = [each.end for each in beginnings_of(b"%%EOF###" * marks + b"####")]
    assert (len(ends), ends[-1], ends[0]) == (found, 5, 8 * MOST_ENDS - 1)


# --- whether it was cut


def framed(length, again, rest, opening=b"<", closing=b">", more=b"\n%%EOF\n"):
    """A file with a signature that says ``[0 length again rest]``, and stands from ``length`` to ``again``."""
    head = b"%%PDF-1.7 /ByteRange [0 %d %d %d] " % (length, again, rest)
    hole = opening + b"0" * (again - length - 2) + closing
    return head.ljust(length) + hole + more


WHOLE = framed(60, 80, 7)


@in_one_test(
    ("pdf", "cut"),
    [
        (b"%PDF-1.7 tanpa akhir", True),
        (b"%PDF-1.7\n%%EO", True),
        (b"%%EOF", False),
        (b"%PDF-1.7\n%%EOF\n", False),
        (b"%PDF-1.7\n%%EOF\n\n  \n", False),
        (b"%PDF-1.7\n%%EOF\n% catatan", False),
        (b"%PDF-1.7\n%%EOF\n12 0 obj", True),
        (b"%PDF-1.7\n%%EOF\r\n  xref", True),
        (b"%PDF-1.7\n%%EOF7 0 obj", True),
        (b"%PDF-1.7\n%%EOF\n7 0 obj\n%%EOF\n", False),
        (WHOLE, False),
        (framed(60, 80, 8), True),
        (framed(60, 80, 6), False),
        (framed(60, 80, 5000), True),
        (framed(60, 80, 5000, opening=b"("), False),  # no signature stands there, so its numbers say nothing
        (framed(60, 80, 5000, closing=b")"), False),
    ],
)
def test_a_file_is_cut_where_it_stops_before_its_end_mark_its_update_or_its_signed_bytes(pdf, cut):
    assert is_cut(pdf) is cut


def test_one_cut_signature_of_several_is_enough():
    second = b" /ByteRange [0 60 80 9000] "
    assert not is_cut(WHOLE) and is_cut(WHOLE[:-1] + second + b"%%EOF\n")


@given(st.integers(0, len(WHOLE) - 1))
def test_what_was_signed_is_cut_wherever_it_is_cut(end):
    assert is_cut(WHOLE[:end])


# --- whether a signature stands where it says


@pytest.mark.parametrize(
    ("pdf", "stands"),
    [
        (WHOLE, True),
        (WHOLE.replace(b"/ByteRange [", b"/ByteRange[ "), True),
        (b" " + WHOLE, False),
        (WHOLE.replace(b"[0 60", b"[0 61"), False),
        (WHOLE.replace(b" 80 ", b" 81 "), False),
        (WHOLE.replace(b" 80 ", b" 79 "), False),
        (framed(60, 80, 7, opening=b"0"), False),
        (framed(60, 80, 7, closing=b"0"), False),
        (WHOLE.replace(b"/ByteRange", b"/ByteRage"), False),
        (b"%PDF-1.7\n%%EOF\n", False),
    ],
)
def test_a_signature_stands_only_where_it_says_that_it_stands(pdf, stands):
    assert has_frame(pdf) is stands


@pytest.mark.parametrize(("before", "stands"), [(59, True), (60, False)])
def test_the_first_sixty_claims_of_a_file_are_read(before, stands):
    false, begin = b"/ByteRange [0 9 19 9] ", 3000
    claim = b"/ByteRange [0 %d %d 9]" % (begin, begin + 20)
    pdf = (false * before + claim).ljust(begin) + b"<" + b"0" * 18 + b">"
    assert has_frame(pdf) is stands


# --- codes in a file


def packed(content, line=b"\n"):
    return b"1 0 obj\nstream" + line + zlib.compress(content, 9) + b"\nendstream\n"


BROKEN = b"stream\n\x78\xff\xff\xff\xff\n"
TWO_MEGABYTES = packed(b"\0" * (2 * 2**20))


@pytest.mark.parametrize(
    "pdf",
    [
        LINK,
        b"(https://skm.example.go.id" + LINK + b")",
        LINK[:-1] + b"?x=1",
        packed(LINK),
        packed(LINK, b"\r\n"),
        packed(b"\0" * (2 * 2**20 - len(LINK)) + LINK),
        BROKEN + packed(LINK),
        BROKEN * 128 + packed(LINK),
        BROKEN + packed(b"\0" * 2**20 + LINK),
        TWO_MEGABYTES * 7 + packed(LINK),
        packed(b"x") * 1999 + packed(LINK),
    ],
)
def test_a_code_is_read_in_links_plain_or_packed(pdf):
    assert codes_in(pdf) == (CODE,)


@pytest.mark.parametrize(
    "pdf",
    [
        CODE.encode(),
        LINK.lower(),
        LINK[:-1] + b"X/",
        LINK[:-1] + b"-/",
        LINK.replace(b"-TUVW", b""),
        packed(LINK, b"\r"),
        packed(b"\0" * (2 * 2**20 - len(LINK) + 2) + LINK),  # of one stream, two megabytes are read
        BROKEN * 128 + packed(b"\0" * 2**20 + LINK),  # what failed was work, too
        TWO_MEGABYTES * (MOST_UNPACKED // (2 * 2**20)) + packed(LINK),
        packed(b"x") * 2000 + packed(LINK),
    ],
)
def test_what_is_no_link_or_lies_beyond_the_bounds_is_no_code(pdf):
    assert codes_in(pdf) == ()


def test_plain_links_come_before_packed_ones_and_each_code_once():
    packed_link = packed(f"/verifikasi/{OTHER}/ /verifikasi/{CODE}/".encode())
    assert codes_in(packed_link + LINK + LINK) == (CODE, OTHER)


def test_the_first_codes_are_kept_in_their_order_and_the_rest_is_not_even_read():
    read = []

    def endless():
        for number in range(10**6):
            read.append(number)
            yield str(number // 2)

    assert first_codes(endless()) == tuple(map(str, range(MOST_CODES)))
    assert len(read) == 2 * MOST_CODES - 1


@pytest.mark.parametrize("number", [0, 1, MOST_CODES - 1, MOST_CODES])
def test_fewer_codes_are_all_kept(number):
    assert first_codes(map(str, range(number))) == tuple(map(str, range(number)))


# --- codes as people write them


@given(codes, st.sampled_from(["-", "‐", "‑", "–", " - ", "", " ", "\t", "   ", "- "]), st.booleans())
def test_a_code_is_read_however_its_groups_are_parted(code, between, small):
    written = code.replace("-", between)
    assert codes_in_text(f"Kode: {written.lower() if small else written}.") == (code,)


@pytest.mark.parametrize(
    "text",
    [
        CODE[:-1],
        f"X{CODE}",
        f"{CODE}X",
        CODE.replace("-", "/"),
        CODE.replace("-", "    "),
        CODE.replace("-", "---"),
        f"X{CODE.replace('-', '')}",
        CODE.replace("-", "")[:-1],
        "",
    ],
)
def test_what_only_resembles_a_code_is_none(text):
    assert codes_in_text(text) == ()


def test_letters_of_full_width_are_those_of_the_keyboard():
    assert codes_in_text("".join(chr(ord(letter) + 0xFEE0) for letter in CODE.replace("-", ""))) == (CODE,)


def test_the_code_of_an_address_counts_before_one_in_the_text_around_it():
    assert codes_typed(f"{OTHER} https://skm.example.go.id/verifikasi/{CODE}/ terima kasih") == (CODE, OTHER)
    assert codes_typed(f"HTTPS://SKM.EXAMPLE.GO.ID/VERIFIKASI/{CODE}/?a={OTHER}") == (CODE, OTHER)


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("abcd", ("ABCD",)),
        (" abcd-e ", ("ABCD-E",)),
        ("abcd efgh", ()),
        ("–", ()),
        ("https://skm.example.go.id/verifikasi/abc/", ("ABC",)),
        ("https://skm.example.go.id/verifikasi/abcd/", ("ABCD",)),
    ],
)
def test_a_single_word_is_taken_as_it_was_typed(typed, codes):
    assert codes_typed(typed) == codes


@given(codes)
def test_every_way_to_write_an_address_is_one_code(code):
    plain = code.replace("-", "")
    for written in (code, code.lower(), plain, f"  {code}\n", f"/verifikasi/{code}/", f"https://a.go.id/b/{plain}///"):
        assert normal_code(written) == code
    assert normal_code(normal_code(plain[:7])) == f"{plain[:4]}-{plain[4:7]}"
