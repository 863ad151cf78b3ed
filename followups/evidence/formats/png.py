"""The chunks of a PNG file (ISO/IEC 15948), read without decoding its pixels. Pure."""

import zlib
from collections.abc import Iterator
from itertools import islice

SIGNATURE = b"\x89PNG\r\n\x1a\n"
LARGEST_PROFILE = 2**20
MOST_CHUNKS = 50_000
_PICTURE = {b"IHDR", b"PLTE", b"IDAT"}
_KEPT = _PICTURE | {b"tRNS", b"eXIf", b"iCCP"}
_MOST_EXIF = 65_535
_AT_ONCE = 2**20


def picture_alone(data: bytes) -> bytes | None:
    """The same picture without what is not needed to show it, such as texts of any length and further frames.

    None where a chunk of the picture itself is damaged. A last one that lost its end is taken if its data end by
    themselves.
    """
    kept = [SIGNATURE]
    rows, is_cut = [], False
    for kind, content, whole in islice(_chunks(data), MOST_CHUNKS):
        if kind == b"IDAT":
            rows.append(content)
            is_cut = not whole
        if kind in _PICTURE and whole is False:
            return None
        if kind in _KEPT and whole is not False and _is_of_use(kind, content):
            kept.append(_chunk(kind, content))
    if is_cut and not _ends(rows):
        return None
    return b"".join([*kept, _chunk(b"IEND", b"")])


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes, bool | None]]:
    """Type and content of each chunk, and whether its check sum is right; None where ``data`` end before that."""
    position = len(SIGNATURE)
    while position + 8 <= len(data):
        length = int.from_bytes(data[position : position + 4])
        kind = data[position + 4 : position + 8]
        end = position + 8 + length
        content, stated = data[position + 8 : end], data[end : end + 4]
        yield kind, content, stated == _check_sum(kind, content) if end + 4 <= len(data) else None
        if kind == b"IEND":
            return
        position = end + 4


def _ends(rows: list[bytes]) -> bool:
    """Whether packed rows reach the end that they themselves have, and are what their own check sum says."""
    unpacking = zlib.decompressobj()
    try:
        for part in rows:
            unpacking.decompress(part, _AT_ONCE)
            while unpacking.unconsumed_tail:
                unpacking.decompress(unpacking.unconsumed_tail, _AT_ONCE)
    except zlib.error:
        return False
    return unpacking.eof


def _is_of_use(kind: bytes, content: bytes) -> bool:
    """Whether a chunk is kept: EXIF as cameras write it, a colour profile that unpacks to a size that one has."""
    if kind == b"eXIf":
        return len(content) <= _MOST_EXIF
    if kind != b"iCCP":
        return True
    _name, _nul, packed = content.partition(b"\0")
    unpacking = zlib.decompressobj()
    try:
        unpacking.decompress(packed[1:], LARGEST_PROFILE)
    except zlib.error:
        return False
    return unpacking.eof


def _chunk(kind: bytes, content: bytes) -> bytes:
    return len(content).to_bytes(4) + kind + content + _check_sum(kind, content)


def _check_sum(kind: bytes, content: bytes) -> bytes:
    return zlib.crc32(kind + content).to_bytes(4)
