"""The chunks of a WebP file (RFC 9649), as far as one sees from them whether its picture was damaged. Pure."""

_HEAD, _CHUNK_HEAD = 12, 8
_PICTURES = (b"VP8 ", b"VP8L")
_MOST_CHUNKS = 1000


def without_last_bytes(data: bytes, count: int) -> bytes | None:
    """The file with so many bytes less at the end of its one picture; None where it has several, or none so long."""
    at = _HEAD
    for _number in range(_MOST_CHUNKS):
        kind = data[at : at + 4]
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        end = at + _CHUNK_HEAD + size
        if len(kind) < 4 or end > len(data):
            return None
        if kind in _PICTURES:
            if size <= count:
                return None
            content = data[at + _CHUNK_HEAD : end - count]
            chunk = kind + len(content).to_bytes(4, "little") + content + bytes(len(content) % 2)
            before = data[8:at]
            return b"RIFF" + (len(before) + len(chunk)).to_bytes(4, "little") + before + chunk
        at = end + size % 2
    return None
