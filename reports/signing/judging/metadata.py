"""Whether two texts or metadata streams (XMP) say the same of a file, but for when and with what it was written."""

from typing import Any
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring
from pyhanko.pdf_utils.generic import decode_pdfdocencoding

from reports.signing.judging.values import Stream, UnclearError, unpacked

MOST_XMP = 2**20
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_LISTS = {f"{_RDF}{name}" for name in ("Alt", "Bag", "Seq")}
_FREE = {
    "{http://ns.adobe.com/xap/1.0/}ModifyDate",
    "{http://ns.adobe.com/xap/1.0/}MetadataDate",
    "{http://ns.adobe.com/pdf/1.3/}Producer",
    "{http://ns.adobe.com/xap/1.0/mm/}InstanceID",
    "{http://ns.adobe.com/xap/1.0/mm/}DocumentID",
}


def says_the_same(was: Stream, became: Stream) -> bool:
    """False, too, where one of them cannot be read."""
    try:
        return _facts(was) == _facts(became)
    except (UnclearError, ValueError, SyntaxError):
        return False


def text_of(value: Any) -> Any:
    """A text string as it reads, in whichever of the three ways it is written; other values as they are."""
    if not isinstance(value, bytes):
        return value
    for mark, encoding in ((b"\xfe\xff", "utf-16-be"), (b"\xef\xbb\xbf", "utf-8")):
        if value.startswith(mark):
            return value[len(mark) :].decode(encoding, "replace")
    return "".join(map(_letter, value))


def _letter(byte: int) -> str:
    try:
        return str(decode_pdfdocencoding(bytes([byte])))
    except UnicodeDecodeError:
        return f"\\{byte:o}"


def _facts(stream: Stream) -> dict[str, Any]:
    root = fromstring(unpacked(stream, MOST_XMP), forbid_dtd=True)
    described = root.find(f"{_RDF}RDF") if root.tag != f"{_RDF}RDF" else root
    found: dict[str, Any] = {}
    for description in described if described is not None else ():
        if description.tag != f"{_RDF}Description":
            raise UnclearError("metadata of another kind")
        for key, value in _properties(description):
            if found.setdefault(key, value) != value:
                raise UnclearError("metadata that say two things")
    return {key: value for key, value in found.items() if key not in _FREE}


def _properties(element: Element) -> list[tuple[str, Any]]:
    """Entries may stand as attributes or as elements; both say the same."""
    own = [(key, value.strip()) for key, value in element.items() if not key.startswith((_RDF, _XML))]
    return sorted(own + [(child.tag, _value(child)) for child in element], key=lambda each: each[0])


def _value(element: Element) -> Any:
    language = element.get(f"{_XML}lang", "")
    children = list(element)
    if len(children) == 1 and children[0].tag in _LISTS:
        return (children[0].tag, language, [_value(item) for item in children[0]])
    if len(children) == 1 and children[0].tag == f"{_RDF}Description":
        return _properties(children[0])
    if children or element.get(f"{_RDF}parseType") or _properties(element):
        return _properties(element)
    text = (element.text or "").strip() or element.get(f"{_RDF}resource", "")
    return (language, text) if language else text
