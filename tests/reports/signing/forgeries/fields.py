"""Form fields: their values, looks and areas, and everything with which a field may draw or act."""

from tests.reports.signing.forgeries.certified import LOOKS, _signature_field
from tests.reports.signing.forgeries.covers import PAINT, proofs
from tests.reports.signing.forgeries.draft import Draft, dictionary

POINT = b"[0 0 0 0]"


def _field(**entries):
    """An empty signature field as proofs bring one, but for some entries; with proofs behind it."""
    return lambda original: proofs(
        original, _signature_field(original, **{"Rect": POINT, "AP": None} | entries).written()
    )


def _looks_of_the_file(original):
    """The area has five numbers, and the surface is a form that the file has."""
    draft = _signature_field(original, Rect=b"[20 20 300 300 0]")
    return proofs(original, draft.written())


def _text_field(original, *, value=b"(Rp9.000.000)", need=False):
    draft = Draft(original)
    looks = draft.stream(PAINT, LOOKS)
    entries = {
        "Type": b"/Annot",
        "Subtype": b"/Widget",
        "FT": b"/Tx",
        "T": b"(Nilai)",
        "V": value,
        "Rect": b"[20 20 300 300]",
        "F": b"4",
        "DA": b"(/Helv 30 Tf 1 0 0 rg)",
        "AP": None if need else b"<< /N %d 0 R >>" % looks,
    }
    number = draft.add(dictionary(entries))
    draft.edit(original.pages[1], Annots=b"[%d 0 R]" % number)
    more = {"NeedAppearances": b"true"} if need else {}
    draft.edit(original.form, Fields=b"[%d 0 R %d 0 R]" % (original.field, number), **more)
    return draft.written()


def _own_field(**entries):
    def forge(original):
        draft = Draft(original)
        if "AP" in entries:
            entries["AP"] = b"<< /N %d 0 R >>" % draft.stream(PAINT, LOOKS)
        draft.edit(original.field, **entries)
        return draft.written()

    return forge


def _form(**entries):
    def forge(original):
        draft = Draft(original)
        draft.edit(original.form, **entries)
        return proofs(original, draft.written())

    return forge


def _dropped(original, *, signed):
    """The field dropped, a page replaced, and a stranger signs."""
    from tests.reports.signing.forgeries.covers import strangers_signature

    draft = Draft(original)
    draft.edit(original.form, Fields=b"[]")
    draft.put(original.contents[1], b"<< /Length %d >>\nstream\n%s\nendstream" % (len(PAINT), PAINT))
    return strangers_signature(original, draft.written()) if signed else draft.written()


def _empty_surface_with(more):
    """A surface that seems empty, and is not."""

    def forge(original):
        draft = _signature_field(original, Rect=POINT)
        looks = max(draft.objects, key=lambda number: PAINT in draft.objects[number])
        draft.put(looks, b"<< /Length 0 %s %s >>\nstream\n\nendstream" % (LOOKS, more))
        return proofs(original, draft.written())

    return forge


FORGERIES = {
    "five_numbers_and_looks": _looks_of_the_file,
    "three_numbers": _field(Rect=b"[0 0 0]"),
    "area_by_reference": _field(Rect=b"2 0 R"),
    "area_of_names": _field(Rect=b"[/A /B /A /B]"),
    "area_as_line": _field(Rect=b"[20 20 300 20]"),
    "area_turned": _field(Rect=b"[300 300 20 20]"),
    "no_area": _field(Rect=None),
    "looks_on_a_point": _field(AP=b"<< /N 6 0 R >>"),
    "looks_by_state": _field(AP=b"<< /N << /On 6 0 R >> >>", AS=b"/On"),
    "looks_when_pressed": _field(AP=b"<< /D 6 0 R >>"),
    "caption": _field(MK=b"<< /CA (Rp9.000.000) /BG [1 0 0] >>"),
    "border": _field(Border=b"[0 0 40]", BS=b"<< /W 40 >>"),
    "action": _field(A=b"<< /S /JavaScript /JS (app.alert\\(1\\)) >>"),
    "more_actions": _field(AA=b"<< /PO << /S /Hide /T (x) /H false >> >>"),
    "with_kids": _field(Kids=b"[6 0 R]"),
    "with_parent": _field(Parent=b"6 0 R"),
    "optional": _field(OC=b"6 0 R"),
    "of_the_same_name": _field(T=b"(TandaTangan)"),
    "without_name": _field(T=None),
    "of_text": _field(FT=b"/Tx"),
    "value_of_the_file": lambda original: _field(V=b"%d 0 R" % original.signature)(original),
    "on_no_page": lambda original: _field(P=b"%d 0 R" % original.info)(original),
    "tagged": _field(StructParent=b"0"),
    "text_over_page": _text_field,
    "text_drawn_by_the_reader": lambda original: _text_field(original, need=True),
    "own_field_moved": _own_field(Rect=b"[20 20 300 300]"),
    "own_field_with_looks": _own_field(Rect=b"[20 20 300 300]", AP=b""),
    "own_field_emptied": _own_field(V=None),
    "own_field_of_text": _own_field(FT=b"/Tx", Rect=b"[20 20 300 300]", V=b"(Rp9.000.000)"),
    "own_field_with_action": _own_field(AA=b"<< /E << /S /URI /URI (https://contoh.com) >> >>"),
    "need_appearances": _form(NeedAppearances=b"true"),
    "resources": _form(DR=b"<< /Font << >> >>"),
    "xfa": _form(XFA=b"(<xdp/>)"),
    "calculation": _form(CO=b"[]"),
    "other_flags": _form(SigFlags=b"9"),
    "fields_gone": _form(Fields=b"[]"),
    "dropped_and_page_replaced": lambda original: _dropped(original, signed=False),
    "dropped_and_page_replaced_and_signed": lambda original: _dropped(original, signed=True),
    "surface_with_resources": _empty_surface_with(b"/Resources << /Font << >> >>"),
    "surface_with_group": _empty_surface_with(b"/Group << /S /Transparency >>"),
    "surface_with_reference": _empty_surface_with(b"/Ref << /Page 0 >>"),
    "surface_elsewhere": _empty_surface_with(b"/F (lain.bin)"),
}
