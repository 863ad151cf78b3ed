"""What a PDF that somebody sent says of itself without being read as PDF: digests, and codes in its links. Pure.

Every step is bounded by the file's size, so a hostile file costs no more than a large one.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

MOST_ENDS = 64
MOST_UNPACKED = 16 * 2**20  # bytes, of all streams together
_STREAM_UNPACKED = 2 * 2**20
_MOST_STREAMS = 2000
_END = re.compile(rb"%%EOF")
_STREAM = re.compile(rb"stream\r?\n(?=\x78)")  # 0x78 begins what zlib packed
_CODE = re.compile(rb"/verifikasi/([0-9A-Z-]{4,40})/")
_NEITHER = re.compile(r"[^0-9A-Z]")
_GROUP = 4


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """SHA-256 (hex) of the whole file, and of what it was before each later update: the latest first."""

    whole: str
    earlier: tuple[str, ...]


def fingerprints_of(pdf: bytes) -> Fingerprints:
    """A file that was signed again, or changed by an update, still begins with the file that it was."""
    digest, at, found = sha256(), 0, []
    for end in sorted(_ends(pdf)):
        digest.update(memoryview(pdf)[at:end])
        at = end
        found.append(digest.hexdigest())
    digest.update(memoryview(pdf)[at:])
    return Fingerprints(digest.hexdigest(), tuple(reversed(found)))


def _ends(pdf: bytes) -> set[int]:
    """Where a file may have ended: behind each end mark, with or without its line break."""
    marks = [match.end() for match in _END.finditer(pdf)]
    ends = {mark + more for mark in marks[:MOST_ENDS] for more in (0, 1, 2)}
    return {end for end in ends if end < len(pdf)}


def codes_in(pdf: bytes) -> tuple[str, ...]:
    """Verification codes in the links of a file, plain or packed; each once."""
    found = dict.fromkeys(match[1].decode() for match in _CODE.finditer(pdf))
    for unpacked in _streams(pdf):
        found |= dict.fromkeys(match[1].decode() for match in _CODE.finditer(unpacked))
    return tuple(found)


def _streams(pdf: bytes) -> Iterator[bytes]:
    left = MOST_UNPACKED
    for number, match in enumerate(_STREAM.finditer(pdf)):
        if left <= 0 or number > _MOST_STREAMS:
            return
        unpacked = _unpacked(pdf, match.end(), min(left, _STREAM_UNPACKED))
        left -= len(unpacked)
        yield unpacked


def _unpacked(pdf: bytes, start: int, most: int) -> bytes:
    """What one stream holds, as far as it can be unpacked."""
    try:
        return zlib.decompressobj().decompress(memoryview(pdf)[start : start + most], most)
    except zlib.error:
        return b""


def normal_code(text: str) -> str:
    """A code as people type or paste it (any case, blanks, no hyphens, a whole address) as it is printed."""
    last = text.strip().rstrip("/").rpartition("/")[2]
    plain = _NEITHER.sub("", last.upper())
    return "-".join(plain[start : start + _GROUP] for start in range(0, len(plain), _GROUP))
