"""Two PDF files beside each other: the same pages, and around them nothing that acts, hides or hangs on."""

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
            additions = _compared(before, after)
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


def _compared(before: Any, after: Any) -> Additions:
    if len(before.pages) != len(after.pages):
        raise DiffersError(Kind.PAGE_COUNT, 0, f"{len(before.pages)} {len(after.pages)}")
    pairs = Pairs()
    pages = [(here.obj, there.obj) for here, there in zip(before.pages, after.pages, strict=True)]
    _pair_up(pages, pairs)
    compared = [Page(at, here, there, pairs) for at, (here, there) in enumerate(pages, 1)]
    additions = {page.number: addition for page in compared if (addition := page.addition())}
    if any(page.has_other_resources for page in compared):
        raise DiffersError(Kind.RESOURCE)
    check_form(after.Root.get("/AcroForm", pikepdf.Dictionary()))
    _check_catalogue(before.Root, after.Root, pairs)
    _check_title(before, after)
    return additions


def _pair_up(pages: list[tuple[Any, Any]], pairs: Pairs) -> None:
    """Pages, and the signature fields on them, are compared for themselves; other objects only point at them."""
    for here, there in pages:
        pairs.take_as_same(here, there)
        fields = {str(each.get("/T")): each for each in there.get("/Annots", ()) if is_signature_field(each)}
        for field in here.get("/Annots", ()):
            if is_signature_field(field) and str(field.get("/T")) in fields:
                pairs.take_as_same(field, fields[str(field.get("/T"))])


def _check_catalogue(before: Any, after: Any, pairs: Pairs) -> None:
    for key in (before.keys() | after.keys()) - _JUDGED - _FREE:
        if key in before and key in after:
            same = pairs.are_same(before[key], after[key])
        else:
            same = key in before and key in _LOSABLE and not _has_files(before)
        if not same:
            raise DiffersError(Kind.ACTION if key in _ACTING else Kind.CATALOGUE, 0, key)
    if after.get("/Perms", pikepdf.Dictionary()).keys() - {"/DocMDP"}:
        raise DiffersError(Kind.ACTION)


def _has_files(root: Any) -> bool:
    return "/EmbeddedFiles" in root.get("/Names", pikepdf.Dictionary()) or "/AF" in root


def _check_title(before: Any, after: Any) -> None:
    """What a reader shows above the pages."""
    for title in (_title, _title_in_metadata):
        told = title(after)
        if told and told != title(before):
            raise DiffersError(Kind.TITLE)


def _title(file: Any) -> str:
    return str(file.docinfo.get("/Title", "")) if "/Info" in file.trailer else ""


def _title_in_metadata(file: Any) -> str:
    with file.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        return str(metadata.get("dc:title") or "")
