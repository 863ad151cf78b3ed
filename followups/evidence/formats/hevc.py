"""The coded pictures of a HEIC file, as far as bytes that no encoder writes tell of damage. Pure.

What is coded by HEVC never holds two zero bytes before a third below 3 (ISO/IEC 23008-2, 7.4.2: it would look like a
start code), so a sector of zeros is always seen; and its units fill their place exactly.
"""

import re
from collections.abc import Iterator

from followups.evidence.formats.heif import boxes, inside

_IMPOSSIBLE = re.compile(rb"\x00\x00[\x00-\x02]")
_CODED = (b"hvc1",)
_LENGTH = 4
"""Bytes before each unit that say how long it is; files with fewer are not judged."""
_MOST = 5000


def is_damaged(data: bytes) -> bool:
    """Whether a coded picture of the file cannot be what an encoder wrote."""
    meta = inside(data, b"meta")[4:]
    coded = set(_items_of_kind(inside(meta, b"iinf")))
    kept = [content for kind, content in boxes(inside(inside(meta, b"iprp"), b"ipco")) if kind == b"hvcC"]
    has_long_lengths = all(len(content) > 21 and (content[21] & 3) + 1 == _LENGTH for content in kept)
    if not coded or not kept or not has_long_lengths:
        return False
    return any(_is_impossible(data, extents) for item, extents in _places(inside(meta, b"iloc")) if item in coded)


def _is_impossible(data: bytes, extents: list[tuple[int, int]]) -> bool:
    content = b"".join(data[start : start + length] for start, length in extents)
    if len(content) < sum(length for _start, length in extents):
        return True
    at = 0
    while at < len(content):
        end = at + _LENGTH + int.from_bytes(content[at : at + _LENGTH])
        if end > len(content) or end == at + _LENGTH or _IMPOSSIBLE.search(content, at + _LENGTH, end):
            return True
        at = end
    return False


def _items_of_kind(content: bytes) -> Iterator[int]:
    """The numbers of the coded pictures, single ones and tiles."""
    for kind, entry in boxes(content[6 if content[:1] == b"\0" else 8 :]):
        wide = entry[:1] == b"\3"
        if kind == b"infe" and entry[:1] in (b"\2", b"\3"):
            number = entry[4:8] if wide else entry[4:6]
            if entry[10 if wide else 8 :][:4] in _CODED:
                yield int.from_bytes(number)


def _places(content: bytes) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """Each item that lies in the file itself with its extents: where they begin, and how many bytes."""
    reader = _Reader(content, 6)
    version = content[0] if content else 9
    if version > 2 or len(content) < 8:
        return
    of_offset, of_length, of_base = content[4] >> 4, content[4] & 15, content[5] >> 4
    of_index = content[5] & 15 if version else 0
    for _item in range(min(reader.number(4 if version == 2 else 2), _MOST)):
        item = reader.number(4 if version == 2 else 2)
        way = reader.number(2) & 15 if version else 0
        reader.number(2)
        base = reader.number(of_base)
        extents = []
        for _extent in range(min(reader.number(2), _MOST)):
            reader.number(of_index)
            extents.append((base + reader.number(of_offset), reader.number(of_length)))
        if way == 0:
            yield item, extents


class _Reader:
    """Numbers one behind the other; zero behind the end."""

    def __init__(self, data: bytes, at: int) -> None:
        self._data, self._at = data, at

    def number(self, width: int) -> int:
        self._at += width
        return int.from_bytes(self._data[self._at - width : self._at])
