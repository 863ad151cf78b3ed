"""Fields and proofs that an update adds: what they may be, where they may stand, and what becomes none of them."""

import pytest

from reports.signing.judging.judge import judged
from reports.signing.verify import Added
from tests.reports.signing.forgeries import fields
from tests.reports.signing.forgeries.draft import Draft, stream
from tests.reports.signing.forgeries.original import original_of

FREE, OTHER = Added.PROOFS, Added.OTHER


@pytest.fixture(scope="module", params=[False, True], ids=["streams", "table"])
def original(request, authority):
    return original_of(authority, table=request.param)


LOOKS = [
    *("looks_on_a_point", "looks_by_state", "looks_when_pressed", "on_no_page", "of_the_same_name", "caption"),
    *("area_as_line", "action", "tagged"),
]


@pytest.mark.parametrize("name", LOOKS)
def test_a_field_that_comes_shows_nothing_stands_on_a_page_and_has_a_name_of_its_own(original, name):
    assert judged(fields.FORGERIES[name](original), len(original.pdf)) == OTHER


def test_a_field_that_comes_may_have_a_surface_that_draws_nothing(original):
    assert judged(fields._empty_surface_with(b"")(original), len(original.pdf)) == FREE


FIELD = b"<< /Type /Annot /Subtype /Widget /FT /Sig /T %s /F 132 /Rect [0 0 0 0] %s >>"


def with_field(original, *pages, name=b"(Kosong)", more=b"", direct=False):
    """An empty signature field that comes, as each of these pages shows it."""
    draft = Draft(original)
    field = FIELD % (name, more)
    given = field if direct else b"%d 0 R" % draft.add(field)
    draft.edit(original.form, Fields=b"[%d 0 R %s]" % (original.field, given))
    for page in pages:
        shown = draft.entry(page, "Annots").strip(b"[] ") if page == original.pages[0] else b""
        draft.edit(page, Annots=b"[%s %s]" % (shown, given))
    return judged(draft.written(), len(original.pdf))


def test_an_empty_field_comes_as_an_object_with_a_name_of_its_own_on_one_page_at_most(original):
    first, second, _third = original.pages
    assert with_field(original) == FREE
    assert with_field(original, second) == FREE
    assert with_field(original, more=b"/P %d 0 R" % second) == FREE
    assert with_field(original, second, more=b"/P %d 0 R" % second) == FREE
    assert with_field(original, second, original.pages[2]) == OTHER
    assert with_field(original, direct=True) == OTHER
    assert with_field(original, name=b"(TandaTangan)") == OTHER
    assert with_field(original, name=b"<%s>" % "\ufeffTandaTangan".encode("utf-16-be").hex().encode()) == OTHER
    for place in (original.info, original.root, original.form, original.contents[0]):
        assert with_field(original, more=b"/P %d 0 R" % place) == OTHER
    assert first != second


def test_what_the_file_shows_already_is_shown_in_no_other_place(original):
    """No object is new here: the field of one page would stand on another, too."""
    draft = Draft(original)
    draft.edit(original.pages[1], Annots=b"[%d 0 R]" % original.field)
    assert judged(draft.written(), len(original.pdf)) == OTHER


@pytest.mark.parametrize("place", ["contents", "fonts", "pages"])
def test_nothing_that_the_file_has_becomes_a_proof_or_a_store_of_them(original, place):
    """What shows a page would be gone: its number now stands for something harmless."""
    number = getattr(original, place)[0]
    for body, store in ((b"<< /Type /DSS >>", b"%d 0 R"), (stream(b"\x30\x00"), b"<< /Certs [%d 0 R] >>")):
        draft = Draft(original)
        draft.put(number, body)
        draft.edit(original.root, DSS=store % number)
        assert judged(draft.written(), len(original.pdf)) == OTHER


@pytest.mark.parametrize("proofs", [b"/Cert [%d 0 R]", b"/CRL [%d 0 R]", b"/OCSP [%d 0 R]", b"/TS %d 0 R"])
def test_what_proves_one_signature_is_a_proof_as_well(original, proofs):
    for body, added in ((b"\x30\x00", FREE), (b"\x30\x00%", OTHER), (b"0 0 500 500 re f", OTHER)):
        draft = Draft(original)
        number = draft.stream(body)
        draft.edit(original.root, DSS=b"<< /VRI << /ABCD << %s >> >> >>" % (proofs % number))
        assert judged(draft.written(), len(original.pdf)) == added


def test_of_what_shows_a_page_nothing_is_written_anew_even_as_it_was(original):
    """Only a page itself may be, for it gains the fields."""
    draft = Draft(original)
    draft.edit(original.fonts[0])
    assert judged(draft.written(), len(original.pdf)) == OTHER
