"""What each thing that an update may add looks like, to the last entry: proofs, an empty field, a signature."""

from decimal import Decimal
from typing import Any

from asn1crypto import parser

from reports.signing.judging.revisions import FileState
from reports.signing.judging.stamps import check_stamp
from reports.signing.judging.values import PdfObject, Reference, Stream, UnclearError, unpacked

MOST_PROOF = 8 * 2**20
_SEQUENCE = 0x30
_FIELD = {"Type", "Subtype", "FT", "T", "TU", "F", "Ff", "Rect", "P", "V", "AP", "MK"}
_SIGNATURE = {
    "Type", "Filter", "SubFilter", "Contents", "ByteRange", "M", "Name", "Reason", "Location", "ContactInfo",
    "Reference", "Prop_Build", "Prop_AuthTime", "Prop_AuthType", "R", "V", "Changes", "Cert",
}  # fmt: skip
_EXTENSION = {"Type", "BaseVersion", "ExtensionLevel", "URL", "ExtensionRevision"}
_SURFACE = {"Type", "Subtype", "FormType", "BBox", "Matrix", "Resources", "Length", "Filter"}


def is_plain(value: Any) -> bool:
    """Whether a value leads to no other object."""
    if isinstance(value, dict):
        return all(map(is_plain, value.values()))
    if isinstance(value, list):
        return all(map(is_plain, value))
    return not isinstance(value, Reference | Stream)


def check_proof(found: Any) -> None:
    """A certificate, a revocation list or an answer of a responder: one DER sequence and not a byte more."""
    if not isinstance(found, Stream) or not found.head.keys() <= {"Length", "Filter", "Type"}:
        raise UnclearError("no proof")
    content = unpacked(found, MOST_PROOF)
    try:
        whole = parser.peek(content) == len(content)
    except ValueError:
        whole = False
    if not whole or content[0] != _SEQUENCE:
        raise UnclearError("no proof")


def check_extensions(content: Any) -> None:
    if not isinstance(content, dict):
        raise UnclearError("no extensions")
    for key, given in content.items():
        entries = given if isinstance(given, list) else [given]
        if key == "Type" and given == "Extensions":
            continue
        if not all(isinstance(each, dict) and each.keys() <= _EXTENSION and is_plain(each) for each in entries):
            raise UnclearError("no extension")


def check_field(content: Any) -> None:
    """A signature field that covers nothing and does nothing."""
    if not isinstance(content, dict) or not content.keys() <= _FIELD:
        raise UnclearError("a field with more than it needs")
    kinds = (content.get("FT"), content.get("Type", "Annot"), content.get("Subtype"))
    if kinds != ("Sig", "Annot", "Widget") or content.get("MK", {}) != {}:
        raise UnclearError("not a plain signature field")
    flags = (content.get("F", 0), content.get("Ff", 0))
    if not all(isinstance(flag, int) for flag in flags) or not isinstance(content.get("TU", b""), bytes):
        raise UnclearError("not a plain signature field")
    if not isinstance(content.get("P"), Reference | None):
        raise UnclearError("a field on no page")
    if not isinstance(content.get("T"), bytes) or b"." in content["T"]:
        raise UnclearError("a field without a name")
    if not _is_point(content.get("Rect")):
        raise UnclearError("a field with a surface")


def _is_point(area: Any) -> bool:
    if not isinstance(area, list) or len(area) != 4 or not all(isinstance(each, int | Decimal) for each in area):
        return False
    return bool(area[:2] == area[2:])


def check_empty_surface(found: Any) -> None:
    """A form that draws nothing and has nothing to draw with."""
    if not isinstance(found, Stream) or not found.head.keys() <= _SURFACE or not is_plain(found.head):
        raise UnclearError("a surface with more than nothing")
    if unpacked(found).strip(b" \t\r\n") or found.head.get("Resources", {}) != {}:
        raise UnclearError("a surface that draws")


def check_signature(content: Any, holder: PdfObject, state: FileState, before: int) -> bool:
    """Whether it is a document timestamp. It covers all to the end of the very update that brings it."""
    if not isinstance(content, dict) or not content.keys() <= _SIGNATURE:
        raise UnclearError("a signature with more than it needs")
    if not all(is_plain(value) for key, value in content.items() if key != "Reference"):
        raise UnclearError("a signature that leads elsewhere")
    _check_references(content.get("Reference", []))
    _check_coverage(content, holder, state, before)
    kind = (content.get("Type", "Sig"), content.get("SubFilter"))
    if "DocTimeStamp" in kind or "ETSI.RFC3161" in kind:
        if kind != ("DocTimeStamp", "ETSI.RFC3161") or "Reference" in content:
            raise UnclearError("half a timestamp")
        start, length, again, rest = content["ByteRange"]
        check_stamp(content, state.pdf[start:length] + state.pdf[again : again + rest])
        return True
    if kind[0] != "Sig":
        raise UnclearError("no signature")
    return False


def _check_references(given: Any) -> None:
    """What a certifying signature says of later changes; ``Data`` may name the catalogue, which nobody follows."""
    if not isinstance(given, list):
        raise UnclearError("no references")
    for each in given:
        if not isinstance(each, dict) or each.get("TransformMethod") not in ("DocMDP", "FieldMDP"):
            raise UnclearError("another way to sign")
        if not all(is_plain(value) for key, value in each.items() if key != "Data"):
            raise UnclearError("a reference that leads elsewhere")


def _check_coverage(content: dict[str, Any], holder: PdfObject, state: FileState, before: int) -> None:
    covered = content.get("ByteRange")
    value = content.get("Contents")
    if not isinstance(covered, list) or len(covered) != 4 or not all(isinstance(n, int) for n in covered):
        raise UnclearError("covers nothing")
    if not isinstance(value, bytes) or holder.start < before or state.gap(covered) != value:
        raise UnclearError("covers something else")
    start, length, again, rest = covered
    if start != 0 or not holder.start < length < again < holder.end or not state.ends_at(again + rest):
        raise UnclearError("covers a part")
