"""The usual ways in which a signature is added to a PDF, told object by object; unusual ones are for changes.py.

An object that was there before may gain a signature and nothing else. New ones can then be reached only through that.
"""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

_INFO = {"/Title", "/Author", "/Subject", "/Keywords", "/Creator", "/Producer", "/CreationDate", "/ModDate", "/Trapped"}
_FREE_IN_CATALOGUE = {"/Extensions", "/Version"}  # what a file says of its format


def adds_plain_signatures(reader: Any, revision: int) -> bool:
    """Whether every update since a revision adds signatures, in fields of their own or not, and nothing else.

    False means that it is not known. It reads changed objects only, where changes.py reads all of a long report.
    """
    steps = range(revision, reader.total_revisions - 1)
    return bool(steps) and all(_is_plain(reader, at) for at in steps)


def _is_plain(reader: Any, at: int) -> bool:
    old, new = reader.get_historical_resolver(at), reader.get_historical_resolver(at + 1)
    if new.refs_freed_in_revision() or _entrances(old) != _entrances(new):
        return False
    changed = [ref for ref in new.explicit_refs_in_revision() if reader.xrefs.get_historical_ref(ref, at) is not None]
    fields = _new_fields(old, new)
    return all(_may_become(old(ref), new(ref), fields) for ref in changed)


def _entrances(resolver: Any) -> list[bytes]:
    """By which references one enters a revision."""
    trailer = resolver.trailer_view
    return [_written(trailer.raw_get(key)) if key in trailer else b"" for key in ("/Root", "/Info", "/Encrypt")]


def _new_fields(old: Any, new: Any) -> set[bytes]:
    """References of the signature fields that the form has gained, as they are written."""
    gained = set(_fields(new)) - set(_fields(old))
    return {name for name, field in _fields(new).items() if name in gained and field.get("/FT") == "/Sig"}


def _fields(resolver: Any) -> dict[bytes, Any]:
    if "/AcroForm" not in resolver.root or "/Fields" not in resolver.root["/AcroForm"]:
        return {}
    fields = resolver.root["/AcroForm"]["/Fields"]
    return {_written(fields.raw_get(at)): fields[at] for at in range(len(fields))}


def _may_become(before: Any, after: Any, fields: set[bytes]) -> bool:
    if _written(before) == _written(after):
        return True
    if isinstance(before, ArrayObject) and isinstance(after, ArrayObject):
        return _gained_only(before, after, fields)
    if not isinstance(before, DictionaryObject) or type(before) is not type(after):
        return False
    return any(kind(before, after, fields) for kind in _KINDS)


def _gained_only(before: ArrayObject, after: ArrayObject, fields: set[bytes]) -> bool:
    """Whether a list kept what it had, in order, and gained new signature fields behind it."""
    was, became = (list(_items(each)) for each in (before, after))
    return became[: len(was)] == was and set(became[len(was) :]) <= fields


def _items(values: ArrayObject) -> Iterator[bytes]:
    return (_written(values.raw_get(at)) for at in range(len(values)))


def _filled(before: DictionaryObject, after: DictionaryObject, _fields: set[bytes]) -> bool:
    """An empty signature field has its value."""
    return before.get("/FT") == "/Sig" and "/V" not in before and _same_but(before, after, {"/V"})


def _form(before: DictionaryObject, after: DictionaryObject, fields: set[bytes]) -> bool:
    return (
        "/Fields" in before
        and _same_but(before, after, {"/Fields", "/SigFlags"})
        and _grew(before, after, "/Fields", fields)
    )


def _page(before: DictionaryObject, after: DictionaryObject, fields: set[bytes]) -> bool:
    return (
        before.get("/Type") == "/Page"
        and _same_but(before, after, {"/Annots"})
        and _grew(before, after, "/Annots", fields)
    )


def _about(before: DictionaryObject, after: DictionaryObject, _fields: set[bytes]) -> bool:
    """What a file says of itself, which no page shows: its metadata stream or its information dictionary."""
    if before.get("/Type") == after.get("/Type") == "/Metadata":
        return bool(before.get("/Subtype") == after.get("/Subtype") == "/XML")
    return not isinstance(before, StreamObject) and bool(before) and before.keys() | after.keys() <= _INFO


def _catalogue(before: DictionaryObject, after: DictionaryObject, fields: set[bytes]) -> bool:
    """The form may stand in the catalogue itself."""
    if before.get("/Type") != "/Catalog" or not _same_but(before, after, {*_FREE_IN_CATALOGUE, "/AcroForm"}):
        return False
    forms = [each.raw_get("/AcroForm") for each in (before, after) if "/AcroForm" in each]
    if len(forms) != 2 or any(isinstance(form, IndirectObject) for form in forms):
        return len(forms) == 2 and _written(forms[0]) == _written(forms[1])
    return _form(forms[0], forms[1], fields)


_KINDS: tuple[Callable[[DictionaryObject, DictionaryObject, set[bytes]], bool], ...] = (
    _filled,
    _form,
    _page,
    _about,
    _catalogue,
)


def _grew(before: DictionaryObject, after: DictionaryObject, key: str, fields: set[bytes]) -> bool:
    """A list within an object grew, or stands elsewhere as its own object, which is then judged itself."""
    was, became = (each.raw_get(key) if key in each else ArrayObject() for each in (before, after))
    if isinstance(was, ArrayObject) and isinstance(became, ArrayObject):
        return _gained_only(was, became, fields)
    return _written(was) == _written(became)


def _same_but(before: DictionaryObject, after: DictionaryObject, free: set[str]) -> bool:
    return before.keys() - free == after.keys() - free and all(
        _written(before.raw_get(key)) == _written(after.raw_get(key)) for key in before.keys() - free
    )


def _written(value: Any) -> bytes:
    target = BytesIO()
    value.write_to_stream(target)
    return target.getvalue()
