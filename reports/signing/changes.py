"""What was added to a PDF after a revision: signatures, proofs, or something else."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.generic import DictionaryObject
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import RawPdfPath
from pyhanko.sign.diff_analysis import (
    CatalogModificationRule,
    DiffResult,
    DocInfoRule,
    DSSCompareRule,
    FormUpdatingRule,
    GenericFieldModificationRule,
    MetadataUpdateRule,
    ModificationLevel,
    ObjectStreamRule,
    SigFieldCreationRule,
    SigFieldModificationRule,
    StandardDiffPolicy,
    XrefStreamRule,
)
from pyhanko.sign.diff_analysis.rules_api import Context, ReferenceUpdate, WhitelistRule

_WORDS = {ModificationLevel.NONE: "", ModificationLevel.LTA_UPDATES: "ltv", ModificationLevel.FORM_FILLING: "signature"}


class _TaggedFieldRule(WhitelistRule):  # type: ignore[misc]
    """A signature field may be filled although the structure tree names it too, as accessible files must."""

    def apply(self, old: Any, new: Any) -> Iterable[ReferenceUpdate]:  # noqa: ARG002
        try:
            fields = old.root["/AcroForm"]["/Fields"]
            numbers = old.root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
        except (KeyError, PdfError):
            return
        for at in range(len(fields)):
            yield from _through_structure(fields.raw_get(at), numbers)


def _through_structure(field: Any, numbers: Any) -> Iterator[ReferenceUpdate]:
    widget = field.get_object()
    if widget.get("/FT") != "/Sig" or "/StructParent" not in widget or widget["/StructParent"] not in numbers:
        return
    element = numbers[numbers.index(widget["/StructParent"]) + 1]
    for at, content in enumerate(element["/K"]):
        if content.raw_get("/Obj").reference == field.reference:
            place = Context.relative_to(element, RawPdfPath("/K", at, "/Obj"))
            yield ReferenceUpdate(field.reference, context_checked=place)


_PROOF_RULES = (
    CatalogModificationRule(),
    *(
        rule.as_qualified(ModificationLevel.LTA_UPDATES)
        for rule in (DocInfoRule(), XrefStreamRule(), ObjectStreamRule(), DSSCompareRule(), MetadataUpdateRule())
    ),
    _TaggedFieldRule().as_qualified(ModificationLevel.LTA_UPDATES),
)
POLICY = StandardDiffPolicy(
    global_rules=list(_PROOF_RULES),
    form_rule=FormUpdatingRule(
        field_rules=[SigFieldCreationRule(), SigFieldModificationRule(), GenericFieldModificationRule()]
    ),
)


def added_since(reader: Any, revision: int) -> str:
    """What came after a revision: a value of verify.Added."""
    if _only_fills_a_field(reader, revision):
        return "signature"
    return word_of(POLICY.review_file(reader, revision))


def _only_fills_a_field(reader: Any, revision: int) -> bool:
    """Whether one update gives empty signature fields their value and changes nothing else that was there.

    New objects can then be reached through those values alone. It spares reading every object of a long report.
    """
    if reader.total_revisions != revision + 2:
        return False
    old, new = (reader.get_historical_resolver(at) for at in (revision, revision + 1))
    if new.refs_freed_in_revision() or _entrances(old) != _entrances(new):
        return False
    was_there = (ref for ref in new.explicit_refs_in_revision() if reader.xrefs.get_historical_ref(ref, revision))
    return all(_is_kept_or_filled(old(ref), new(ref)) for ref in was_there)


def _entrances(resolver: Any) -> list[bytes]:
    """By which references one enters a revision."""
    trailer = resolver.trailer_view
    return [_written(trailer.raw_get(key)) if key in trailer else b"" for key in ("/Root", "/Info", "/Encrypt")]


def _is_kept_or_filled(before: Any, after: Any) -> bool:
    if _written(before) == _written(after):
        return True
    if not isinstance(before, DictionaryObject) or before.get("/FT") != "/Sig" or "/V" in before:
        return False
    return before.keys() == after.keys() - {"/V"} and all(
        _written(before.raw_get(key)) == _written(after.raw_get(key)) for key in before
    )


def _written(value: Any) -> bytes:
    target = BytesIO()
    value.write_to_stream(target)
    return target.getvalue()


def word_of(result: object) -> str:
    """A finding of the library as a value of verify.Added; whatever it does not approve of is *other*."""
    return _WORDS.get(result.modification_level, "other") if isinstance(result, DiffResult) else "other"
