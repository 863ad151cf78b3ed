"""The judge of updates itself: bytes turned at random, files that wait for an object, hostile updates, and titles."""

import os
import random
import zlib
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from offices.fence import fenced
from reports.printing.pdf import pdf_of
from reports.signing import reading
from reports.signing.field import add_field
from reports.signing.judging.judge import BLANKS, judged
from reports.signing.sign import sign
from reports.signing.verify import HARMLESS, Added, added_behind, inspect
from tests.mass import examples, sampled
from tests.programs import needed
from tests.reports.signing.authority import NOW
from tests.reports.signing.conftest import PAGE
from tests.reports.signing.foreign import signed_by, with_other_words, with_proofs
from tests.reports.signing.forgeries import covers, honest
from tests.reports.signing.forgeries.draft import Draft, dictionary
from tests.reports.signing.forgeries.original import described, original_of
from tests.reports.signing.forgeries.pictures import shown
from tests.reports.signing.judging.judging import flipped

PATIENCE = 20  # seconds of the processor, of which the fence takes fifteen
COVERED = 60
ROUNDS = 1500
VALUES = {added.value for added in Added}
QUICK = settings(deadline=None, max_examples=examples(150), suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def original(authority):
    return original_of(authority, table=False)


@pytest.fixture(scope="module")
def with_tails(original):
    """The signed file with what honest and other people put behind it."""
    return [
        covers.proofs(original, original.pdf),
        covers.stamped(original, covers.proofs(original, original.pdf)),
        honest.FILES["by_hand"](original),
        covers.strangers_signature(original, original.pdf),
        with_other_words(original.pdf),
    ]


# --- whatever stands in an update -----------------------------------------------------------------


@QUICK
@given(data=st.data())
def test_turned_bytes_of_an_update_never_raise(original, with_tails, data):
    pdf = bytearray(data.draw(st.sampled_from(with_tails)))
    for _turn in range(data.draw(st.integers(1, 6))):
        pdf[data.draw(st.integers(len(original.pdf), len(pdf) - 1))] = data.draw(st.integers(0, 255))
    assert judged(bytes(pdf), len(original.pdf)) in VALUES


@QUICK
@given(tail=st.binary(min_size=1, max_size=300), at=st.integers(0, 4))
def test_any_bytes_behind_a_file_are_a_change_unless_they_are_blank(original, with_tails, tail, at):
    pdf = with_tails[at] + tail
    said = judged(pdf, len(original.pdf))
    assert said in VALUES
    assert said == "other" or not tail.strip(BLANKS)


@pytest.mark.prove
@QUICK
@given(data=st.data())
def test_pieces_of_an_update_left_out_or_doubled_are_a_change(original, with_tails, data):
    """Any cut but that of line ends and blanks: every other byte of an update belongs to something."""
    pdf = with_tails[data.draw(st.integers(0, 2))]
    begin = data.draw(st.integers(len(original.pdf), len(pdf) - 1))
    end = data.draw(st.integers(begin + 1, min(begin + 400, len(pdf))))
    piece = pdf[begin:end]
    for changed in (pdf[:begin] + pdf[end:], pdf[:end] + piece + pdf[end:]):
        said = judged(changed, len(original.pdf))
        assert said in {"other", "ltv", "metadata", ""}
        assert said != "ltv" or not piece.strip() or len(changed) != len(pdf)


def test_turned_bytes_of_what_was_signed_are_never_green_whatever_stands_behind(with_tails, original):
    """All of them in one fence."""
    chance = random.Random(4711)
    start, end = original.gap
    places = [at for at in chance.sample(range(len(original.pdf)), COVERED * 2) if not start <= at < end][:COVERED]

    def judge():
        held = []
        for at in places:
            *_earlier, last = reading.signatures(flipped(chance.choice(with_tails), at, 1 << chance.randrange(8)), [])
            held.append(any(row["intact"] and row["changed_after"] in HARMLESS for row in last["signatures"][:1]))
        yield held

    assert fenced(judge, seconds=120) == [False] * COVERED


@pytest.mark.prove
def test_turned_bytes_of_an_update_that_stays_green_show_nothing(original, with_tails):
    for program in ("pdftoppm", "mutool"):
        needed(program)
    chance, pictures, green = random.Random(815), shown(original.pdf), 0
    for _round in range(ROUNDS):
        pdf = bytearray(chance.choice(with_tails[:3]))
        pdf[chance.randrange(len(original.pdf), len(pdf))] = chance.choice(b"0123456789 /<>[]()%\nRobjAsn")
        if judged(bytes(pdf), len(original.pdf)) in HARMLESS:
            green += 1
            assert {name: pages for name, pages in shown(bytes(pdf)).items() if pages != pictures[name]} == {}
    assert green


# --- what the file may not have waited for --------------------------------------------------------


GAPS = {
    "a blank": b" %d 0 R",
    "no character": b" %d\0000\0R",
    "sixty blanks": b" %d" + b" " * 60 + b"0 R",
    "a thousand blanks": b" %d" + b" " * 1000 + b"0" + b" " * 1000 + b"R",
    "a remark": b" %d%%x\n0 R",
    "a remark behind the second number": b" %d 0%%x\rR",
    "a long remark": b" %d %%" + b"x" * 1000 + b"\n0 R",
    "many remarks": b" %d" + b"%%9\n" * 300 + b"0 R",
    "a string with the sign of a remark": b" %d%%) \n0 R",
    "a number before a remark": b" (1 %%) %d\n0 R",
    "a number with zeros": b" 00000000000%d 0 R",
    "a number at the edge of what is looked at first": b" %d" + b" " * 61 + b"0 R",
}


@pytest.mark.parametrize("gap", GAPS)
def test_a_file_that_names_an_object_before_it_is_there_was_waiting_for_it(original, authority, gap):
    """A page's content leads to a number that stands for nothing; a certificate then takes that number."""
    draft = Draft(original)
    waited = original.size + 3
    content = b"[%d 0 R" % original.contents[0] + GAPS[gap] % waited + b"]"
    draft.edit(original.pages[0], Contents=content)
    waiting = described(draft.written(), authority, table=False)
    for shift, expected in ((0, Added.PROOFS), (1, Added.OTHER)):
        later = Draft(waiting)
        later.next = waited - 1 if shift else waited + 1
        certificate = later.stream(b"\x30\x00")
        certificate = later.stream(b"\x30\x00") if shift else certificate
        certificates = b" ".join(b"%d 0 R" % number for number in later.objects)
        later.edit(waiting.root, DSS=b"<< /Certs [%s] >>" % certificates)
        assert certificate in later.objects
        assert judged(later.written(), len(waiting.pdf)) == expected


# --- values that only look the same ----------------------------------------------------------------


@pytest.mark.parametrize(("rotation", "added"), [(b"90", Added.PROOFS), (b"90.0", Added.OTHER), (b"/90", Added.OTHER)])
def test_a_page_that_is_turned_by_a_number_of_another_kind_is_changed(original, authority, rotation, added):
    """A page that lies on its side is written anew with 90.0, by which Poppler does not turn it."""
    draft = Draft(original)
    draft.edit(original.pages[1], Rotate=b"90")
    turned = described(draft.written(), authority, table=False)
    later = Draft(turned)
    later.edit(turned.pages[1], Rotate=rotation)
    assert added_behind(later.written(), len(turned.pdf)) == added


@pytest.mark.parametrize("prev", [b"%d.0", b"%d 0 R"])
def test_a_chain_by_a_number_of_another_kind_is_a_change(original, prev):
    draft = Draft(original)
    draft.edit(original.info, ModDate=b"(D:20260101000000Z)")
    pdf = draft.written()
    assert added_behind(pdf, len(original.pdf)) == Added.PROOFS
    tail = pdf[len(original.pdf) :].replace(b"/Prev %d " % original.start, b"/Prev " + prev % original.start + b" ")
    assert added_behind(original.pdf + tail, len(original.pdf)) == Added.OTHER


# --- hostile updates ------------------------------------------------------------------------------


def _nested(original):
    draft = Draft(original)
    draft.edit(original.root, DSS=b"[" * 50_000 + b"]" * 50_000)
    return draft.written()


def _bomb(original):
    packed = zlib.compress(b"\x30" + bytes(2**26), 9)
    draft = Draft(original)
    number = draft.stream(packed, b"/Filter /FlateDecode")
    draft.edit(original.root, DSS=b"<< /Certs [%d 0 R] >>" % number)
    return draft.written()


def _packed_bomb(original):
    packed = zlib.compress(b"1 0 " + b" " * 2**26, 9)
    draft = Draft(original)
    holder = draft.add(
        b"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream"
        % (len(packed), packed)
    )
    return draft.written(rows=[(original.root, 2, holder, 0)])


def _bomb_of_rows(original):
    packed = zlib.compress(bytes(2**26), 9)
    head = dictionary({"Type": b"/XRef", "W": b"[1 4 2]", "Size": b"38347922", "Filter": b"/FlateDecode"})[:-2]
    at = len(original.pdf)
    body = b"%d 0 obj\n%s /Root %d 0 R /Prev %d /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (
        original.size, head, original.root, original.start, len(packed), packed,
    )  # fmt: skip
    return original.pdf + body + b"startxref\n%d\n%%%%EOF\n" % at


def _many_objects(original):
    draft = Draft(original)
    for _each in range(20_000):
        draft.add(b"null")
    return draft.written()


def _many_updates(original):
    pdf, start, size = original.pdf, original.start, original.size
    for _each in range(300):
        draft = Draft(original, pdf)
        draft.start, draft.next = start, size
        draft.edit(original.info, ModDate=b"(D:20260101000000Z)")
        pdf = draft.written()
        start, size = int(pdf.rsplit(b"startxref\n", 1)[1].split()[0]), size + 1
    return pdf


def _long_digits(original):
    return original.pdf + b"1" * 2_000_000 + b" 0 obj"


def _long_blanks(original):
    return original.pdf + b" " * 4_000_000 + b"1 0 obj"


def _open_strings(original):
    return original.pdf + b"1 0 obj\n" + b"(" * 200_000


def _huge_subsection(original):
    return (
        original.pdf + b"xref\n0 4999999999\n" + b"0000000000 65535 f \n" * 10 + b"trailer\n<<>>\nstartxref\n1\n%%EOF\n"
    )


def _references_in_a_ring(original):
    draft = Draft(original)
    ring = draft.add(b"%d 0 R" % draft.next)
    draft.edit(original.root, DSS=b"%d 0 R" % ring)
    return draft.written()


def _far_too_long(original):
    return original.pdf + b"%" + b"x" * (17 * 2**20)


HOSTILE = {
    make.__name__.strip("_"): make
    for make in (
        _nested,
        _bomb,
        _packed_bomb,
        _bomb_of_rows,
        _many_objects,
        _many_updates,
        _long_digits,
        _long_blanks,
        _open_strings,
        _huge_subsection,
        _references_in_a_ring,
        _far_too_long,
    )
}


@pytest.mark.parametrize("name", sampled(HOSTILE, every=4))
def test_a_hostile_update_gets_its_answer_in_time_and_is_not_green(original, name):
    pdf = HOSTILE[name](original)
    began = sum(os.times()[:4])  # with the processes that are fenced
    assert added_behind(pdf, len(original.pdf)) in {Added.OTHER, Added.UNKNOWN}
    assert not inspect(pdf).holds
    assert sum(os.times()[:4]) - began < PATIENCE


# --- honest programs write texts in their own way --------------------------------------------------


def test_a_title_with_letters_of_its_own_is_no_change_when_it_is_written_anew(prepared, key, authority):
    """The library writes a dash as one byte where the renderer wrote UTF-16, and the metadata in another form."""

    page = PAGE.replace("<title>Laporan contoh</title>", "<title>Laporan – “Ngawi” … é ✓</title>")
    signed = sign(add_field(pdf_of(page, {})), key, at=NOW, reason="Uji", location="Ngawi")
    pdf = with_proofs(signed, [authority.root])
    assert added_behind(pdf, len(signed)) == Added.PROOFS
    assert inspect(pdf).holds


def test_proofs_behind_a_signature_of_another_program_are_proofs(prepared, authority):
    signed = signed_by(prepared, *authority.issue("Sri Contoh"), "TandaTangan", existing=True)
    assert inspect(with_proofs(signed, [authority.root])).holds
    assert added_behind(with_proofs(signed, [authority.root]), len(prepared)) == Added.SIGNATURE


@pytest.mark.prove
def test_proofs_behind_a_whole_report_are_proofs(report, key, authority):
    """Outlines, destinations, a title with dashes, hundreds of objects in streams."""

    signed = sign(add_field(report("ordinary").data), key, at=NOW, reason="Uji", location="Ngawi")
    end = len(signed)
    proven = with_proofs(signed, [authority.root])
    assert added_behind(proven, end) == Added.PROOFS
    stamped = covers.stamped(SimpleNamespace(stamper=authority.stamping_key()), proven)
    assert added_behind(stamped, end) == Added.PROOFS
    assert added_behind(with_other_words(stamped), end) == Added.OTHER
    assert inspect(stamped).holds
