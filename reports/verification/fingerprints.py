"""What a file that somebody sent says of itself without being read as PDF: digests, codes, whether it was cut. Pure.

Every step is bounded. A hostile file may still make the whole of it slow, so it runs inside the fence (traces.py).
"""

import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain, islice
from unicodedata import normalize

MOST_ENDS = 64
MOST_CODES = 20  # of one file or text
MOST_UNPACKED = 16 * 2**20  # bytes, of all streams together
_STREAM_UNPACKED = 2 * 2**20
_MOST_STREAMS = 2000
_MOST_FRAMES = 60
_EOF = b"%%EOF"
_END = re.compile(re.escape(_EOF))
_STREAM = re.compile(rb"stream\r?\n(?=\x78)")  # 0x78 begins what zlib packed
_FRAME = re.compile(
    rb"/ByteRange\s{0,9}\[\s{0,9}(\d{1,12})\s{1,9}(\d{1,12})\s{1,9}(\d{1,12})\s{1,9}(\d{1,12})\s{0,9}\]"
)
_UPDATE = re.compile(rb"\s*[0-9x]")  # how an object or a table of objects begins
_LINKED = re.compile(rb"/verifikasi/([0-9A-Z]{4}(?:-[0-9A-Z]{4}){4})(?![0-9A-Z-])")
_HYPHENED = re.compile(r"(?<![0-9A-Z])[0-9A-Z]{4}(?:\s?[-‐‑–]\s{0,2}[0-9A-Z]{4}){4}(?![0-9A-Z])")
_UNBROKEN = re.compile(r"(?<![0-9A-Z])[0-9A-Z]{20}(?![0-9A-Z])")
_SPACED = re.compile(r"(?<![0-9A-Z])(?=([0-9A-Z]{4}(?:[ \t]{1,3}[0-9A-Z]{4}){4})(?![0-9A-Z]))")
_IN_ADDRESS = re.compile(r"/verifikasi/([^/?#\s]{4,60})", re.IGNORECASE)
_NEITHER = re.compile(r"[^0-9A-Z]")
_GROUP = 4


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a file was before a later update: SHA-256 (hex) of its first ``end`` bytes."""

    digest: str
    end: int


def digest_of(content: bytes) -> str:
    return sha256(content).hexdigest()


def beginnings_of(pdf: bytes) -> tuple[Beginning, ...]:
    """What a file may have been before it was signed again or changed by an update, the latest first.

    It may have ended behind each end mark, with or without its line break.
    """
    marks = [match.end() for match in islice(_END.finditer(pdf), MOST_ENDS)]
    ends = {mark + more for mark in marks for more in (0, 1, 2)}
    digest = sha256()
    at = 0
    found = []
    for end in sorted(end for end in ends if end < len(pdf)):
        digest.update(memoryview(pdf)[at:end])
        at = end
        found.append(Beginning(digest.hexdigest(), end))
    return tuple(reversed(found))


def is_cut(pdf: bytes) -> bool:
    """Whether a file stops before its end: no end mark, a begun update behind the last one, or too few bytes signed."""
    last = pdf.rfind(_EOF)
    if last < 0 or _UPDATE.match(pdf, last + len(_EOF)):
        return True
    return any(again + rest > len(pdf) for _start, _length, again, rest in _standing_frames(pdf))


def has_frame(pdf: bytes) -> bool:
    """Whether a signature stands where it says that it stands; a program that writes a file anew moves it."""
    return any(True for _frame in _standing_frames(pdf))


def _standing_frames(pdf: bytes) -> Iterator[tuple[int, int, int, int]]:
    for match in islice(_FRAME.finditer(pdf), _MOST_FRAMES):
        start, length, again, rest = (int(number) for number in match.groups())
        if pdf[length : length + 1] + pdf[again - 1 : again] == b"<>":
            yield start, length, again, rest


def codes_in(pdf: bytes) -> tuple[str, ...]:
    """Verification codes in the links of a file, plain or packed; each once."""
    contents = chain((pdf,), _streams(pdf))
    return first_codes(match[1].decode() for content in contents for match in _LINKED.finditer(content))


def first_codes(found: Iterable[str]) -> tuple[str, ...]:
    """The first MOST_CODES different codes."""
    codes: dict[str, None] = {}
    for code in found:
        codes[code] = None
        if len(codes) == MOST_CODES:
            break
    return tuple(codes)


def _streams(pdf: bytes) -> Iterator[bytes]:
    left = MOST_UNPACKED
    for match in islice(_STREAM.finditer(pdf), _MOST_STREAMS):
        if left <= 0:
            return
        most = min(left, _STREAM_UNPACKED)
        unpacked = _unpacked(pdf, match.end(), most)
        left -= len(unpacked) or most // 16  # what failed was work, too
        yield unpacked


def _unpacked(pdf: bytes, start: int, most: int) -> bytes:
    """What one stream holds, as far as it can be unpacked."""
    try:
        return zlib.decompressobj().decompress(memoryview(pdf)[start : start + most], most)
    except zlib.error:
        return b""


def codes_in_text(text: str) -> tuple[str, ...]:
    """Codes as they are printed or typed somewhere in a text: in any case, with hyphens, blanks or neither."""
    upper = normalize("NFKC", text).upper()
    found = [match[0] for kind in (_HYPHENED, _UNBROKEN) for match in islice(kind.finditer(upper), MOST_CODES)]
    found += [match[1] for match in islice(_SPACED.finditer(upper), MOST_CODES)]
    return first_codes(_grouped(each) for each in found)


def codes_typed(text: str) -> tuple[str, ...]:
    """The codes that somebody may have meant by what was typed or pasted: an address, a sentence, a code."""
    in_addresses = (normal_code(match[1]) for match in islice(_IN_ADDRESS.finditer(text), MOST_CODES))
    found = first_codes((*in_addresses, *codes_in_text(text)))
    alone = normal_code(text)
    return found or ((alone,) if alone and len(text.split()) == 1 else ())


def normal_code(text: str) -> str:
    """A code as it stands in an address (any case, no hyphens) as it is printed."""
    return _grouped(text.strip().rstrip("/").rpartition("/")[2].upper())


def _grouped(text: str) -> str:
    plain = _NEITHER.sub("", text)
    return "-".join(plain[start : start + _GROUP] for start in range(0, len(plain), _GROUP))
