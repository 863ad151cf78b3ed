"""An empty signature field that is filled in: it gets its value, and says and shows nothing else than before."""

import io
import re
from dataclasses import replace

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from reports.signing.judging.judge import judged
from reports.signing.verify import Added
from tests.reports.signing.foreign import signed_by
from tests.reports.signing.forgeries.draft import Draft
from tests.reports.signing.forgeries.original import original_of

LARGE = generic.ArrayObject(map(generic.NumberObject, (20, 20, 500, 500)))


def filled(prepared, authority, **entries):
    """The field signed by another program, which writes these entries of it anew in the same update."""

    def change(writer):
        field = writer.root["/AcroForm"]["/Fields"][0].get_object()
        for name, value in entries.items():
            field[generic.pdf_name(f"/{name}")] = value
        writer.update_container(field)

    pdf = signed_by(prepared, *authority.issue("Sri Contoh"), "TandaTangan", existing=True, before=change)
    return judged(pdf, len(prepared))


def test_an_empty_field_takes_a_signature(prepared, authority):
    assert filled(prepared, authority) == Added.SIGNATURE


@pytest.mark.parametrize(
    "entries",
    [
        {"Rect": LARGE},
        {"F": generic.NumberObject(0)},
        {"TU": generic.pdf_string("Disetujui")},
        {"MK": generic.DictionaryObject({generic.pdf_name("/CA"): generic.pdf_string("Disetujui")})},
        {"AA": generic.DictionaryObject()},
    ],
    ids=lambda entries: next(iter(entries)),
)
def test_a_field_that_is_filled_in_does_not_change_besides(prepared, authority, entries):
    assert filled(prepared, authority, **entries) == Added.OTHER


def certified(prepared, authority, before=lambda writer: None):
    options = {"existing": True, "certify": True, "before": before}
    return signed_by(prepared, *authority.issue("Sri Contoh"), "TandaTangan", **options)


def test_a_signature_may_certify_the_file_and_the_catalogue_then_names_that_very_one(prepared, authority):
    pdf = certified(prepared, authority)
    assert b"/DocMDP" in pdf[len(prepared) :]
    assert judged(pdf, len(prepared)) == Added.SIGNATURE


def test_what_the_catalogue_permits_besides_is_a_change(prepared, authority):
    def permit_more(writer):
        permitted = writer.root.get("/Perms") or generic.DictionaryObject()
        permitted[generic.pdf_name("/UR3")] = generic.DictionaryObject()
        writer.root[generic.pdf_name("/Perms")] = permitted
        writer.update_root()

    pdf = certified(prepared, authority, before=permit_more)
    assert judged(pdf, len(prepared)) == Added.OTHER


# --- its surface


def surfaced(drawn, states=("/N",)):
    """Gives the field a surface that draws this, in each of these states."""

    def change(writer):
        head = {"/Type": generic.pdf_name("/XObject"), "/Subtype": generic.pdf_name("/Form"), "/BBox": LARGE}
        looks = writer.add_object(generic.StreamObject(head, stream_data=drawn))
        field = writer.root["/AcroForm"]["/Fields"][0].get_object()
        field[generic.pdf_name("/AP")] = generic.DictionaryObject(dict.fromkeys(map(generic.pdf_name, states), looks))
        writer.update_container(field)

    return change


def signed_with(known, authority, *surface):
    pdf = signed_by(known, *authority.issue("Sri Contoh"), "TandaTangan", existing=True, before=surfaced(*surface))
    return judged(pdf, len(known))


@pytest.mark.parametrize(("drawn", "added"), [(b"", Added.SIGNATURE), (b"0 0 500 500 re f", Added.OTHER)])
def test_a_field_without_a_surface_takes_an_empty_one_and_none_that_draws(prepared, authority, drawn, added):
    assert signed_with(prepared, authority, drawn) == added


@pytest.mark.parametrize("state", ["/D", "/R"])
def test_a_field_has_no_further_surface_for_when_it_is_pressed(prepared, authority, state):
    assert signed_with(prepared, authority, b"", ("/N", state)) == Added.OTHER


def test_a_field_that_has_a_surface_keeps_it(prepared, authority):
    writer, target = IncrementalPdfFileWriter(io.BytesIO(prepared)), io.BytesIO()
    surfaced(b"")(writer)
    writer.write(target)
    assert signed_with(target.getvalue(), authority, b"0 0 500 500 re f") == Added.OTHER


# --- what is no empty signature field


@pytest.mark.parametrize("entries", [{}, {"V": None}, {"V": None, "Kids": b"[]"}, {"FT": b"/Tx", "V": None}])
def test_only_an_empty_signature_field_is_written_anew(signed_in_a_table, entries):
    """Not one that is signed, be it to empty it; not one of text; not one that has others below it."""
    known = with_field(signed_in_a_table, **entries)
    draft = Draft(known)
    draft.edit(known.field, V=None)
    assert judged(draft.written(), len(known.pdf)) == (Added.PROOFS if entries == {"V": None} else Added.OTHER)


@pytest.fixture(scope="module")
def signed_in_a_table(authority):
    return original_of(authority, table=True)


def with_field(original, **entries):
    """A file whose field has these entries from the beginning of what is judged."""
    draft = Draft(original)
    draft.edit(original.field, **entries)
    pdf = draft.written()
    return replace(original, pdf=pdf, start=int(re.findall(rb"startxref\s+(\d+)", pdf)[-1]))
