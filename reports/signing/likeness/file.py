"""Two PDF files beside each other: the same pages, and around them nothing that acts, hides or hangs on."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf

from reports.signing.likeness.difference import DiffersError, Kind
from reports.signing.likeness.fields import check_form, is_signature_field
from reports.signing.likeness.objects import Pairs
from reports.signing.likeness.pages import Page
from reports.signing.likeness.places import Addition

_JUDGED = {"/Type", "/Pages", "/AcroForm", "/Perms", "/Metadata"}
_FREE = {"/DSS", "/Extensions", "/Version"}  # proofs, and what a file says of its format
_LOSABLE = {
    *("/StructTreeRoot", "/MarkInfo", "/Outlines", "/PageLabels", "/OutputIntents", "/ViewerPreferences"),
    *("/PageMode", "/PageLayout", "/Lang", "/Names", "/Dests"),
}
_ACTING = {"/OpenAction", "/AA", "/OCProperties", "/Collection", "/AF", "/Names"}
_HYBRID = b"/XRefStm"

Additions = dict[int, Addition]
"""By the numbers, from 1, of the pages that were added to."""


def differing_pages(prepared: bytes, found: bytes) -> Additions:
    """The pages to which something was added. Raises DiffersError where one is not what was prepared."""
    if found[:5] != b"%PDF-" or (_HYBRID in found and _HYBRID not in prepared):
        raise DiffersError(Kind.IRREGULAR)
    with _opened(prepared) as before, _opened(found) as after:
        try:
            additions = _Files(before, after).compared()
        except pikepdf.PdfError as error:
            raise DiffersError(Kind.UNREADABLE) from error
        if after.get_warnings():
            raise DiffersError(Kind.IRREGULAR)
        return additions


def _opened(content: bytes) -> Any:
    try:
        file = pikepdf.open(BytesIO(content), suppress_warnings=True)
    except pikepdf.PasswordError as error:
        raise DiffersError(Kind.LOCKED) from error
    except pikepdf.PdfError as error:
        raise DiffersError(Kind.UNREADABLE) from error
    if file.is_encrypted:
        raise DiffersError(Kind.LOCKED)
    return file


@dataclass(frozen=True, slots=True)
class _Files:
    """A file as it was prepared and as it came back, both open."""

    before: Any
    after: Any

    def compared(self) -> Additions:
        if len(self.before.pages) != len(self.after.pages):
            raise DiffersError(Kind.PAGE_COUNT, 0, f"{len(self.before.pages)} {len(self.after.pages)}")
        pairs = Pairs()
        pages = [(here.obj, there.obj) for here, there in zip(self.before.pages, self.after.pages, strict=True)]
        self._pair_up(pages, pairs)
        compared = [Page(at, here, there, pairs) for at, (here, there) in enumerate(pages, 1)]
        additions = {page.number: addition for page in compared if (addition := page.addition())}
        if any(page.has_other_resources for page in compared):
            raise DiffersError(Kind.RESOURCE)
        check_form(self.after.Root.get("/AcroForm", pikepdf.Dictionary()))
        self._check_catalogue(pairs)
        # What a reader shows above the pages.
        for title in (_title, _title_in_metadata):
            told = title(self.after)
            if told and told != title(self.before):
                raise DiffersError(Kind.TITLE)
        return additions

    def _pair_up(self, pages: list[tuple[Any, Any]], pairs: Pairs) -> None:
        """Pages, and the signature fields on them, are compared for themselves; other objects only point at them."""
        for here, there in pages:
            pairs.take_as_same(here, there)
            fields = {str(each.get("/T")): each for each in there.get("/Annots", ()) if is_signature_field(each)}
            for field in here.get("/Annots", ()):
                if is_signature_field(field) and str(field.get("/T")) in fields:
                    pairs.take_as_same(field, fields[str(field.get("/T"))])

    def _check_catalogue(self, pairs: Pairs) -> None:
        before = self.before.Root
        after = self.after.Root
        has_files = "/EmbeddedFiles" in before.get("/Names", pikepdf.Dictionary()) or "/AF" in before
        for key in (before.keys() | after.keys()) - _JUDGED - _FREE:
            if key in before and key in after:
                same = pairs.are_same(before[key], after[key])
            else:
                same = key in before and key in _LOSABLE and not has_files
            if not same:
                raise DiffersError(Kind.ACTION if key in _ACTING else Kind.CATALOGUE, 0, key)
        if after.get("/Perms", pikepdf.Dictionary()).keys() - {"/DocMDP"}:
            raise DiffersError(Kind.ACTION)


def _title(file: Any) -> str:
    return str(file.docinfo.get("/Title", "")) if "/Info" in file.trailer else ""


def _title_in_metadata(file: Any) -> str:
    with file.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        return str(metadata.get("dc:title") or "")
