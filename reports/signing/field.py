"""The empty signature field of a rendered report: tagged, so that the file stays PDF/A-3a and PDF/UA-1.

What the reader sees (name, time, code) is drawn by the renderer; the field itself has no surface.
"""

from dataclasses import dataclass
from typing import Any

from pyhanko.pdf_utils.extensions import DeveloperExtension, DevExtensionMultivalued
from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NumberObject,
    PdfObject,
    TextStringObject,
    pdf_name,
)
from pyhanko.pdf_utils.misc import PdfError

from reports.signing.update import update_of, written

FIELD = "TandaTangan"
ANCHOR = "tanda-tangan"
TOOLTIP = "Tanda tangan elektronik pejabat penanda tangan laporan"
_PRINT_LOCKED = 4 + 128  # annotation flags of ISO 32000-1, table 165
_PADES = DeveloperExtension(
    prefix_name=pdf_name("/ESIC"),
    base_version=pdf_name("/1.7"),
    extension_level=1,
    compare_by_level=True,
    multivalued=DevExtensionMultivalued.NEVER,
)
"""The library's own, whose module imports all that signing needs: half a second, for a file that is not yet signed."""
_SIGNED_AND_APPEND_ONLY = 1 + 2  # table 219; as the signature itself would set it, which then changes nothing here


class NoPlaceForSignatureError(ValueError):
    """The file has no anchor for a signature, is not tagged, or has a form already."""


def add_field(pdf: bytes) -> bytes:
    """The rendered report with an empty signature field at its anchor, as an incremental update.

    The same bytes give the same bytes. Raises NoPlaceForSignatureError.
    """
    try:
        update = update_of(pdf)
        if "/AcroForm" in update.root:
            raise NoPlaceForSignatureError("the file has a form already")
        names = update.root["/Names"]["/Dests"]["/Names"]
        if ANCHOR not in names:
            raise NoPlaceForSignatureError(f"the file has no anchor {ANCHOR}")
        target = names[names.index(ANCHOR) + 1]
        _SignatureField(update, page=target.raw_get(0)).add(left=target[2], top=target[3])
    except (PdfError, KeyError, IndexError) as error:
        raise NoPlaceForSignatureError(f"no place for a signature: {error!r}") from error
    return written(update)


@dataclass(frozen=True, slots=True)
class _SignatureField:
    """The empty field that an update adds to a page."""

    update: Any
    page: IndirectObject

    def add(self, left: PdfObject, top: PdfObject) -> None:
        """Put it at the place that the renderer named, in points."""
        widget = self._widget(left, top)
        place = self.update.add_object(widget)
        self._tag(widget, place)
        self.update.register_annotation(self.page, place)
        form = _dictionary(Fields=ArrayObject([place]), SigFlags=NumberObject(_SIGNED_AND_APPEND_ONLY))
        self.update.root[pdf_name("/AcroForm")] = self.update.add_object(form)
        self.update.register_extension(_PADES)  # now, so that the signature leaves the catalogue as it is
        self.update.update_root()

    def _tag(self, widget: DictionaryObject, place: IndirectObject) -> None:
        """Put the field into the structure behind the block's last line, and into the tree that leads back."""
        tree = self.update.root["/StructTreeRoot"]
        numbers = tree["/ParentTree"]["/Nums"]
        groups = tree["/IDTree"]["/Names"]
        if ANCHOR not in groups:
            raise NoPlaceForSignatureError(f"no element is called {ANCHOR}")
        group = groups.raw_get(groups.index(ANCHOR) + 1)
        content = _dictionary(Type=pdf_name("/OBJR"), Obj=place, Pg=self.page)
        element = self.update.add_object(
            _dictionary(
                Type=pdf_name("/StructElem"), S=pdf_name("/Form"), P=group, Pg=self.page, K=ArrayObject([content])
            )
        )
        group.get_object()["/K"].append(element)
        self.update.mark_update(group)
        key = NumberObject(numbers[-2] + 1)
        numbers += [key, element]
        self.update.update_container(numbers)
        widget[pdf_name("/StructParent")] = key

    def _widget(self, left: PdfObject, top: PdfObject) -> DictionaryObject:
        """A field without width and height needs no appearance of its own (PDF/A-3, 6.3.3)."""
        return _dictionary(
            Type=pdf_name("/Annot"),
            Subtype=pdf_name("/Widget"),
            FT=pdf_name("/Sig"),
            T=TextStringObject(FIELD),
            TU=TextStringObject(TOOLTIP),
            F=NumberObject(_PRINT_LOCKED),
            Rect=ArrayObject([left, top, left, top]),
            P=self.page,
        )


def _dictionary(**entries: PdfObject) -> DictionaryObject:
    return DictionaryObject({pdf_name(f"/{key}"): value for key, value in entries.items()})
