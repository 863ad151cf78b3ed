"""The empty field: where it is, that the tags know it, and that the file stays what it claims to be."""

import io
import subprocess
import sys

import pikepdf
import pytest
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, append_signature_field

from reports.printing.pdf import pdf_of
from reports.signing.field import FIELD, NoPlaceForSignatureError, add_field
from reports.signing.sign import sign
from tests.reports.signing.authority import NOW
from tests.reports.signing.judging.judging import failures


@pytest.fixture
def opened(report):
    with pikepdf.open(io.BytesIO(add_field(report("one").data))) as file:
        yield file


def test_a_report_with_its_field_and_signature_is_accessible_and_archivable(report, key):
    prepared = add_field(report("one").data)
    assert failures(prepared) == set()
    assert failures(sign(prepared, key, at=NOW, reason="Uji", location="Ngawi")) == set()


def test_a_field_as_the_library_makes_it_would_be_neither(rendered):
    assert failures(rendered) == set()
    writer, target = IncrementalPdfFileWriter(io.BytesIO(rendered)), io.BytesIO()
    append_signature_field(writer, SigFieldSpec(FIELD))
    writer.write(target)
    assert failures(target.getvalue()) != set()


def test_the_same_file_gives_the_same_bytes_and_begins_with_the_rendered_ones(rendered, prepared):
    assert add_field(rendered) == prepared
    assert prepared.startswith(rendered)


def test_the_field_is_empty_and_has_no_surface(opened):
    (field,) = opened.Root.AcroForm.Fields
    left, bottom, right, top = field.Rect
    assert (field.FT, str(field.T), "/V" in field) == ("/Sig", FIELD, False)
    assert (left, bottom) == (right, top)


def test_the_field_is_printed_and_locked_and_the_form_says_that_it_is_signed_and_only_grows(opened):
    """Bits of ISO 32000-1: a field that could be moved or hidden is refused by some programs, and by PDF/A."""
    form = opened.Root.AcroForm
    assert (int(form.Fields[0].F), int(form.SigFlags)) == (0b1000_0100, 0b11)


def test_the_field_lies_on_the_page_of_the_signature_block(opened):
    names = opened.Root.Names.Dests.Names
    target = next(names[at + 1] for at in range(0, len(names), 2) if names[at] == "tanda-tangan")
    (field,) = opened.Root.AcroForm.Fields
    assert field.P.objgen == target[0].objgen
    assert list(field.Rect) == [target[2], target[3]] * 2
    assert field.objgen in [annotation.objgen for annotation in field.P.Annots]


def test_the_structure_leads_to_the_field_and_back(opened):
    (field,) = opened.Root.AcroForm.Fields
    numbers = opened.Root.StructTreeRoot.ParentTree.Nums
    element = numbers[[int(number) for number in numbers[::2]].index(int(field.StructParent)) * 2 + 1]
    assert (element.S, element.K[0].Obj.objgen) == ("/Form", field.objgen)
    assert element.objgen in [kid.objgen for kid in element.P.K]
    assert str(field.TU)


def test_the_field_stands_last_in_the_block_of_who_signs_though_the_annex_follows_on_its_page(opened):
    (field,) = opened.Root.AcroForm.Fields
    numbers = opened.Root.StructTreeRoot.ParentTree.Nums
    element = numbers[-1]
    assert element.P.ID == "tanda-tangan"
    assert element.P.K[-1].objgen == element.objgen
    kinds = []
    while "/S" in element:
        kinds.append(str(element.S))
        element = element.P
    assert numbers[-2] == field.StructParent == numbers[-4] + 1
    assert kinds == ["/Form", "/Div", "/Sect", "/Art", "/Document"]


def test_what_a_signature_needs_is_declared_with_the_field_so_that_it_leaves_the_catalogue_as_it_is(opened, key):
    assert int(opened.Root.Extensions.ESIC.ExtensionLevel) == 1
    before = io.BytesIO()
    opened.save(before)
    prepared = before.getvalue()
    added = sign(prepared, key, at=NOW, reason="Uji", location="Ngawi")[len(prepared) :]
    assert b"/Sig" in added
    assert b"/Catalog" not in added


def test_a_file_that_declares_it_already_gets_its_field(rendered):
    known = io.BytesIO()
    with pikepdf.open(io.BytesIO(rendered)) as file:
        file.Root.Extensions = pikepdf.Dictionary(
            ESIC=pikepdf.Dictionary(BaseVersion=pikepdf.Name("/1.7"), ExtensionLevel=1)
        )
        file.save(known)
    with pikepdf.open(io.BytesIO(add_field(known.getvalue()))) as file:
        assert [str(field.T) for field in file.Root.AcroForm.Fields] == [FIELD]


def test_a_second_field_is_refused(prepared):
    with pytest.raises(NoPlaceForSignatureError, match="form"):
        add_field(prepared)


@pytest.mark.parametrize("text", ["Tanpa blok.", '<a href="#lain">Lain</a></p><p id="lain">Tanpa blok.'])
def test_a_file_without_the_anchor_is_refused_whether_or_not_it_has_others(text):
    with pytest.raises(NoPlaceForSignatureError, match=r"anchor|no place"):
        add_field(pdf_of(f'<html lang="id"><title>A</title><p>{text}</p></html>', {}))


def test_who_adds_a_field_imports_nothing_that_signs():
    """It is half a second of each worker that has prepared one report."""
    code = "import sys, reports.signing.field; print([name for name in sys.modules if name.startswith('pyhanko.sign')])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
