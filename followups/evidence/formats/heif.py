"""The boxes of a HEIC or AVIF file (ISO/IEC 23008-12), and how its picture is turned. Pure."""

from collections.abc import Iterator

_TURNS = {b"irot", b"imir"}
_MOST_BOXES = 5000
_HEVC = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"}
_AV1 = {b"avif", b"avis"}
_CONTAINERS = {b"mif1", b"msf1"}
_LONGEST_TYPE = 400  # bytes of the box that names the brands


def coding_of(data: bytes) -> str:
    """HEIF or AVIF, by the brands that a file names; empty if it names none of them."""
    if data[4:8] != b"ftyp":
        return ""
    end = min(int.from_bytes(data[:4]), _LONGEST_TYPE)
    first = data[8:12]
    others = {data[at : at + 4] for at in range(16, end, 4)}
    if first in _HEVC or (first in _CONTAINERS and not others & _AV1):
        return "HEIF"
    return "AVIF" if first in _AV1 | _CONTAINERS else ""


def turns_itself(data: bytes) -> bool:
    """Whether the file itself says how its first picture is turned or mirrored; its EXIF then says nothing."""
    meta = inside(data, b"meta")[4:]
    properties = inside(meta, b"iprp")
    kinds = [kind for kind, _content in boxes(inside(properties, b"ipco"))]
    content = inside(meta, b"pitm")
    primary = int.from_bytes(content[4:6] if content[:1] == b"\0" else content[4:8])
    found = {place for item, place in _associations(inside(properties, b"ipma")) if item == primary}
    return any(kinds[place - 1] in _TURNS for place in found if 0 < place <= len(kinds))


def boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Type and content of each box, up to the first that does not end within ``data``."""
    position = 0
    for _number in range(_MOST_BOXES):
        size = int.from_bytes(data[position : position + 4])
        head = 8
        if size == 1:
            size = int.from_bytes(data[position + 8 : position + 16])
            head = 16
        if size < head or position + size > len(data):
            return
        yield data[position + 4 : position + 8], data[position + head : position + size]
        position += size


def inside(data: bytes, kind: bytes) -> bytes:
    return next((content for found, content in boxes(data) if found == kind), b"")


def _associations(content: bytes) -> Iterator[tuple[int, int]]:
    """Pairs of an item and the place (from 1) of a property that it has."""
    wide_item = content[:1] > b"\0"
    wide_place = bool(content[3:4] and content[3] & 1)
    position = 8
    for _entry in range(min(int.from_bytes(content[4:8]), _MOST_BOXES)):
        item = int.from_bytes(content[position : position + (4 if wide_item else 2)])
        position += 4 if wide_item else 2
        count = int.from_bytes(content[position : position + 1])
        position += 1
        for _property in range(count):
            width = 2 if wide_place else 1
            place = int.from_bytes(content[position : position + width])
            position += width
            yield item, place & (0x7FFF if wide_place else 0x7F)
