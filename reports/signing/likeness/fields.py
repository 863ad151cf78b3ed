"""Signature fields as another service adds or fills them: where they stand, and that they do nothing but sign."""

from typing import Any

import pikepdf

from reports.signing.likeness.difference import DiffersError, Kind
from reports.signing.likeness.objects import is_inert
from reports.signing.likeness.places import Box, box_of

_FIELD = {
    *(
        "/Type",
        "/Subtype",
        "/FT",
        "/T",
        "/TU",
        "/F",
        "/Ff",
        "/Rect",
        "/P",
        "/V",
        "/AP",
        "/M",
        "/MK",
        "/DA",
        "/DR",
        "/Q",
    ),
    *("/Lock", "/SV", "/NM", "/StructParent", "/Border", "/BS"),
}
_FORM = {"/Fields", "/SigFlags", "/DA", "/DR", "/NeedAppearances", "/Q"}


def is_signature_field(annotation: Any) -> bool:
    """Whether an annotation is the widget of a signature field, in one piece with it."""
    return isinstance(annotation, pikepdf.Dictionary) and (
        annotation.get("/FT") == "/Sig" and annotation.get("/Subtype", "/Widget") == "/Widget"
    )


def check_field(field: Any, page: int, places: tuple[Box, ...]) -> bool:
    """Whether a signature field shows something; raises DiffersError where it does what a signature need not do."""
    entries = dict(field.items())
    if entries.keys() - _FIELD or not is_inert(pikepdf.Dictionary({k: entries[k] for k in entries if k != "/V"})):
        raise DiffersError(Kind.FORM, page)
    if len(entries.get("/MK", {})):
        raise DiffersError(Kind.APPEARANCE, page)
    box = _rectangle(entries.get("/Rect"), page)
    face = _face(entries.get("/AP"), page)
    if box.is_empty:
        # A field without an area has no picture: programs disagree about one whose picture has an area.
        if face is not None and face.read_bytes().strip() and not _rectangle(face.get("/BBox"), page).is_empty:
            raise DiffersError(Kind.APPEARANCE, page)
        return False
    if not any(place.holds(box) for place in places):
        raise DiffersError(Kind.APPEARANCE, page)
    return True


def _rectangle(numbers: Any, page: int) -> Box:
    if not isinstance(numbers, pikepdf.Array) or len(numbers) != 4:
        raise DiffersError(Kind.FORM, page)
    try:
        return box_of([float(number) for number in numbers])
    except (TypeError, ValueError) as error:
        raise DiffersError(Kind.FORM, page) from error


def _face(appearance: Any, page: int) -> Any:
    """The one picture of a field: neither states nor what is shown under a pointer."""
    if appearance is None:
        return None
    if appearance.keys() != {"/N"} or not isinstance(appearance["/N"], pikepdf.Stream):
        raise DiffersError(Kind.APPEARANCE, page)
    face = appearance["/N"]
    if face.get("/Subtype", "/Form") != "/Form" or not is_inert(face):
        raise DiffersError(Kind.APPEARANCE, page)
    return face


def check_form(form: Any) -> None:
    """A form has signature fields only; each that stands on no page is asked here, the others page by page."""
    others = pikepdf.Dictionary({key: value for key, value in form.items() if key != "/Fields"})
    if form.keys() - _FORM or form.get("/NeedAppearances", False) or not is_inert(others):
        raise DiffersError(Kind.FORM)
    for field in form.get("/Fields", ()):
        if not is_signature_field(field):
            raise DiffersError(Kind.FORM)
        if "/P" not in field:
            check_field(field, 0, ())
