"""What was added to a PDF after a revision: signatures, proofs, or something else."""

from collections.abc import Iterable, Iterator
from typing import Any

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

from reports.signing.plain_change import adds_plain_signatures

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
    if adds_plain_signatures(reader, revision):
        return "signature"
    return word_of(POLICY.review_file(reader, revision))


def word_of(result: object) -> str:
    """A finding of the library as a value of verify.Added; whatever it does not approve of is *other*."""
    return _WORDS.get(result.modification_level, "other") if isinstance(result, DiffResult) else "other"
