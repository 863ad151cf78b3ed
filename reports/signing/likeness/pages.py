"""Whether the pages of two files are the same by what they are made of, and which of them were added to."""

from collections.abc import Iterator
from typing import Any

import pikepdf

from reports.signing.likeness.difference import DiffersError, Kind
from reports.signing.likeness.drawing import Around, around, around_form, forms_drawn, steps_of
from reports.signing.likeness.fields import check_field, is_signature_field
from reports.signing.likeness.objects import Pairs, is_inert
from reports.signing.likeness.places import Addition, Box, block_at, box_of, strip_of

_WITHIN = {"/BleedBox", "/TrimBox", "/ArtBox"}
_INHERITED = ("/MediaBox", "/CropBox", "/Rotate", "/Resources")
_JUDGED = {*_INHERITED, "/Contents", "/Annots", "/Parent", "/Type", "/UserUnit"}
_LOSABLE = {"/StructParents", "/Tabs", *_WITHIN}
_DEFAULTS = {"/DefaultGray", "/DefaultRGB", "/DefaultCMYK"}
_UNDRAWN = {"/ProcSet"}


def places_on(page: Any, anchors: list[tuple[float, float]]) -> tuple[Box, ...]:
    """Where something may be added on a page; ``anchors``: of the signature blocks that stand on it."""
    whole = box_of([float(number) for number in _inherited(page, "/MediaBox")])
    return (strip_of(whole), *(block_at(left, top) for left, top in anchors))


def _inherited(page: Any, key: str) -> Any:
    node, steps = page, 0
    while key not in node and "/Parent" in node and steps < 50:
        node, steps = node["/Parent"], steps + 1
    return node.get(key)


class Page:
    """One page of the prepared file beside the same page of the other."""

    def __init__(self, number: int, prepared: Any, found: Any, pairs: Pairs) -> None:
        self.number, self.prepared, self.found, self._pairs = number, prepared, found, pairs
        # The upper left corners of the signature blocks of a prepared page: its empty fields.
        fields = (each for each in prepared.get("/Annots", ()) if is_signature_field(each))
        anchors = [(float(field["/Rect"][0]), float(field["/Rect"][3])) for field in fields]
        self.places = places_on(prepared, anchors)
        self.in_form = self.has_other_resources = False

    def addition(self) -> Addition | None:
        """What was drawn besides, if anything; raises DiffersError where the page is not the prepared one."""
        self._check_frame()
        drawn = self._is_drawn_besides()
        shown = self._is_annotated_besides()
        return Addition(self.places, self.in_form) if drawn or shown else None

    def _differs(self, kind: Kind) -> DiffersError:
        return DiffersError(kind, self.number)

    def _check_frame(self) -> None:
        """Size, way up and scale; whatever else a page may say must be as it was, or be gone without loss."""
        for key, default in (("/MediaBox", None), ("/CropBox", "/MediaBox"), ("/Rotate", 0), ("/UserUnit", 1)):
            before, after = (self._value(page, key, default) for page in (self.prepared, self.found))
            if not self._pairs.are_same(before, after):
                raise self._differs(Kind.SIZE)
        others = (self.prepared.keys() | self.found.keys()) - _JUDGED
        for key in others:
            if key in self.found and key in self.prepared:
                same = self._pairs.are_same(self.prepared[key], self.found[key])
            else:
                same = key in _LOSABLE and key in self.prepared
            if not same:
                raise self._differs(Kind.CATALOGUE)

    @staticmethod
    def _value(page: Any, key: str, default: Any) -> Any:
        value = _inherited(page, key)
        return (_inherited(page, default) if isinstance(default, str) else default) if value is None else value

    def _is_drawn_besides(self) -> bool:
        before, after = (self._value(page, "/Resources", pikepdf.Dictionary()) for page in (self.prepared, self.found))
        if self._content(self.prepared) == self._content(self.found):
            self._check_resources(before, after)
            return False
        added = self._added(before, after)
        if not added.is_harmless:
            raise self._differs(Kind.CONTENT)
        return bool(added.before or added.behind or self.in_form)

    @staticmethod
    def _content(page: Any) -> bytes:
        contents = page.get("/Contents", ())
        parts = contents if isinstance(contents, pikepdf.Array) else [contents]
        return b"\n".join(part.read_bytes() for part in parts if isinstance(part, pikepdf.Stream)).strip()

    def _added(self, before: Any, after: Any) -> Around:
        prepared, found = (steps_of(page) for page in (self.prepared, self.found))
        added = around(prepared, found)
        if added is not None:
            self._check_resources(before, after)
            return added
        return self._around_whole(prepared, found, before, after)

    def _around_whole(self, prepared: Any, found: Any, before: Any, after: Any) -> Around:
        """The page as it was, drawn as one form on a new page: so do services that put pages into a new file."""
        forms = after.get("/XObject", pikepdf.Dictionary())
        for name in forms_drawn(found):
            form = forms.get(name)
            if isinstance(form, pikepdf.Stream) and form.get("/Subtype") == "/Form" and steps_of(form) == prepared:
                self._check_resources(before, form.get("/Resources", pikepdf.Dictionary()))
                if "/OC" in form or "/Ref" in form:
                    raise self._differs(Kind.ACTION)
                self.in_form = True
                return around_form(found, name)
        raise self._differs(Kind.CONTENT)

    def _check_resources(self, before: Any, after: Any) -> None:
        """All that the prepared page draws with is as it was; what was added does nothing but draw."""
        for kind, entries in before.items():
            if kind in _UNDRAWN:
                continue
            there = after.get(kind, pikepdf.Dictionary())
            for name, value in entries.items():
                if name in there and self._pairs.are_same(value, there[name]):
                    continue
                if name.encode() in self._content(self.prepared):
                    raise self._differs(Kind.RESOURCE)
                self.has_other_resources = True  # pages share what they draw with: another one will be named
        for added in self._added_resources(before, after):
            if not is_inert(added):
                raise self._differs(Kind.ACTION)

    def _added_resources(self, before: Any, after: Any) -> Iterator[Any]:
        for kind, entries in after.items():
            if kind in _UNDRAWN:
                continue
            known = before.get(kind, pikepdf.Dictionary())
            for name, value in entries.items():
                if name in _DEFAULTS and name not in known:
                    raise self._differs(Kind.RESOURCE)
                if name not in known:
                    yield value

    def _is_annotated_besides(self) -> bool:
        """Links stay as they were or go; signature fields may come. Nothing else stands on a page."""
        links = [each for each in self.prepared.get("/Annots", ()) if not is_signature_field(each)]
        shown = False
        for annotation in self.found.get("/Annots", ()):
            if is_signature_field(annotation):
                shown = check_field(annotation, self.number, self.places) or shown
                continue
            while links and not self._pairs.are_same(links[0], annotation):
                links.pop(0)
            if not links:
                raise self._differs(Kind.ANNOTATION)
            links.pop(0)
        return shown
