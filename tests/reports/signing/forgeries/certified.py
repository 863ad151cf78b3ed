"""Attacks on certified files: evil annotations (EAA), and sneaky signatures (SSA) that paint over a page."""

from tests.reports.signing.forgeries.covers import COVERS, PAINT
from tests.reports.signing.forgeries.draft import Draft, dictionary

LOOKS = b"/Type /XObject /Subtype /Form /BBox [0 0 500 500]"
SUBTYPES = (
    "FreeText", "Stamp", "Square", "Circle", "Ink", "Line", "Polygon", "Highlight", "Underline", "StrikeOut",
    "Squiggly", "Caret", "Text", "FileAttachment", "Redact", "Watermark", "Popup", "Screen", "Link", "Widget",
)  # fmt: skip


def _annotation(original, subtype, cover=None):
    draft = Draft(original)
    looks = draft.stream(PAINT, LOOKS)
    entries = {
        "Type": b"/Annot",
        "Subtype": b"/" + subtype.encode(),
        "Rect": b"[20 20 300 300]",
        "F": b"4",
        "C": b"[1 0 0]",
        "IC": b"[1 0 0]",
        "QuadPoints": b"[20 300 300 300 20 20 300 20]",
        "InkList": b"[[20 20 300 300 20 300]]",
        "Vertices": b"[20 20 300 300 20 300]",
        "L": b"[20 20 300 300]",
        "DA": b"(/Helv 40 Tf 1 0 0 rg)",
        "Contents": b"(Rp9.000.000)",
        "AP": b"<< /N %d 0 R >>" % looks,
    }
    _on_page(draft, draft.add(dictionary(entries)))
    return cover(original, draft.written()) if cover else draft.written()


def _on_page(draft, annotation):
    draft.edit(draft.original.pages[1], Annots=b"[%d 0 R]" % annotation)


def _signature_field(original, *, on_form=True, **entries):
    """A signature field of somebody else with a surface."""
    draft = Draft(original)
    looks = draft.stream(PAINT, LOOKS)
    field = {
        "Type": b"/Annot",
        "Subtype": b"/Widget",
        "FT": b"/Sig",
        "T": b"(Lain)",
        "F": b"4",
        "P": b"%d 0 R" % original.pages[1],
        "Rect": b"[20 20 300 300]",
        "AP": b"<< /N %d 0 R >>" % looks,
    } | entries
    number = draft.add(dictionary(field))
    _on_page(draft, number)
    if on_form:
        draft.edit(original.form, Fields=b"[%d 0 R %d 0 R]" % (original.field, number))
    return draft


def _visible_signature(original):
    """A stranger's signature fills the visible field."""
    from tests.reports.signing.foreign import signed_by

    return signed_by(_signature_field(original).written(), *original.stranger, "Lain", existing=True)


def _one_update(original):
    """Field, surface and signature in one update, as the library makes them."""
    import io

    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import signers
    from pyhanko.sign.fields import SigFieldSpec
    from pyhanko.stamp import TextStampStyle

    from tests.reports.signing.foreign import library_signer

    writer = IncrementalPdfFileWriter(io.BytesIO(original.pdf))
    signer = signers.PdfSigner(
        signers.PdfSignatureMetadata(field_name="Lain", md_algorithm="sha256"),
        library_signer(*original.stranger),
        stamp_style=TextStampStyle(stamp_text="Rp9.000.000", border_width=4),
        new_field_spec=SigFieldSpec("Lain", on_page=1, box=(20, 300, 300, 500)),
    )
    return signer.sign_pdf(writer).getvalue()


FORGERIES = {
    f"annotation_{subtype}": lambda original, subtype=subtype: _annotation(original, subtype) for subtype in SUBTYPES
} | {
    "annotation_proofs": lambda original: _annotation(original, "Stamp", COVERS["proofs"]),
    "annotation_stranger": lambda original: _annotation(original, "FreeText", COVERS["stranger"]),
    "annotation_timestamp": lambda original: _annotation(original, "Square", COVERS["timestamp"]),
    "visible_empty_field": lambda original: _signature_field(original).written(),
    "visible_empty_field_proofs": lambda original: COVERS["proofs"](original, _signature_field(original).written()),
    "visible_widget_off_the_form": lambda original: _signature_field(original, on_form=False).written(),
    "visible_signature": _visible_signature,
    "visible_signature_in_one_update": _one_update,
}
