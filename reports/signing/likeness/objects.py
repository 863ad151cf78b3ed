"""Whether two objects of two PDF files are the same, whatever their numbers and however they are packed."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pikepdf

PACKING = {"/Length", "/Filter", "/DecodeParms", "/DL"}
_ACTIVE = {"/JS", "/JavaScript", "/AA", "/A", "/OpenAction", "/OC", "/OCProperties", "/XFA", "/EF", "/Launch"}
_ELSEWHERE = {"/Alternates", "/OPI", "/Ref", "/F"}  # what draws something else than what stands there
_UP = {"/Parent", "/P", "/Pg", "/V", "/StructParent"}


class Pairs:
    """Pairs of objects of which is known that they are the same, as far as they are not assumed to be."""

    def __init__(self) -> None:
        self._known: set[tuple[Any, Any]] = set()

    def take_as_same(self, one: Any, other: Any) -> None:
        """For what is compared elsewhere: pages, and what stands on them."""
        if one.is_indirect and other.is_indirect:
            self._known.add((one.objgen, other.objgen))

    def are_same(self, one: Any, other: Any) -> bool:
        """Whether two objects and all that they lead to are the same."""
        assumed = set(self._known)
        waiting = [(one, other)]
        while waiting:
            left, right = waiting.pop()
            if _is_indirect(left) and _is_indirect(right):
                pair = (left.objgen, right.objgen)
                if pair in assumed:
                    continue
                assumed.add(pair)
            parts = list(_parts(left, right))
            if None in parts:
                return False
            waiting += [part for part in parts if part]
        self._known = assumed
        return True


def _is_indirect(value: Any) -> bool:
    return isinstance(value, pikepdf.Object) and bool(value.is_indirect)


def _parts(one: Any, other: Any) -> Iterator[tuple[Any, Any] | None]:
    """What has to be the same for two objects to be; None where they are not."""
    if isinstance(one, pikepdf.Array) and isinstance(other, pikepdf.Array):
        yield from zip(one, other, strict=True) if len(one) == len(other) else (None,)
    elif isinstance(one, pikepdf.Stream) and isinstance(other, pikepdf.Stream):
        yield from _entries(one, other, PACKING)
        if not same_data(one, other):
            yield None
    elif isinstance(one, pikepdf.Dictionary) and isinstance(other, pikepdf.Dictionary):
        yield from _entries(one, other, set())
    elif not _same_plain(one, other):
        yield None


def _entries(one: Any, other: Any, free: set[str]) -> Iterator[tuple[Any, Any] | None]:
    here, there = ({key: value for key, value in each.items() if key not in free} for each in (one, other))
    if here.keys() != there.keys():
        yield None
    else:
        yield from ((value, there[key]) for key, value in here.items())


def _same_plain(one: Any, other: Any) -> bool:
    if isinstance(one, int | Decimal | float) and isinstance(other, int | Decimal | float):
        return isinstance(one, bool) == isinstance(other, bool) and one == other
    return type(one) is type(other) and bool(one == other)


def same_data(one: Any, other: Any) -> bool:
    """Whether two streams carry the same, be they packed alike or not."""
    packed_alike = all(_unparsed(one.get(key)) == _unparsed(other.get(key)) for key in ("/Filter", "/DecodeParms"))
    if packed_alike and one.read_raw_bytes() == other.read_raw_bytes():
        return True
    try:
        return bool(one.read_bytes() == other.read_bytes())
    except pikepdf.PdfError:
        return False  # packed in a way that says what it is: a JPEG is the same only as the same bytes


def _unparsed(value: Any) -> bytes:
    return value.unparse(resolved=True) if isinstance(value, pikepdf.Object) else repr(value).encode()


def is_inert(value: Any) -> bool:
    """Whether what was added does nothing but draw: no action, script, layer, file or stand-in in all it leads to."""
    seen: set[Any] = set()
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if _is_indirect(item):
            if item.objgen in seen:
                continue
            seen.add(item.objgen)
        if isinstance(item, pikepdf.Array):
            waiting += list(item)
        elif isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
            entries = dict(item.items())
            draws_otherwise = isinstance(item, pikepdf.Stream) and bool(
                entries.keys() & _ELSEWHERE or entries.get("/Subtype") == "/PS"
            )
            if entries.keys() & _ACTIVE or draws_otherwise:
                return False
            waiting += [each for key, each in entries.items() if key not in _UP]
    return True
