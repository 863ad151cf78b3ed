"""PDF values out of bytes, read strictly: what two programs might read in two ways is not read at all.

Pure: nothing of files or revisions in here. Names are ``str``, strings ``bytes``, numbers ``int`` or ``Decimal``.
"""

import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any, NamedTuple

DEEPEST = 40
MOST_UNPACKED = 32 * 2**20
BLANK = rb"[\x00\t\n\x0c\r ]"
_DELIMITED = rb"(?=[\x00\t\n\x0c\r ()<>\[\]{}/%]|\Z)"
_SKIP = re.compile(rb"(?:[\x00\t\n\x0c\r ]|%[^\r\n]*+)*+")
_BLANKS = re.compile(BLANK + rb"*+")
_REFERENCE = re.compile(rb"(\d{1,10})" + BLANK + rb"++(\d{1,5})" + BLANK + rb"++R" + _DELIMITED)
_NUMBER = re.compile(rb"[+-]?(?:\d{1,20}(?:\.\d{0,20})?|\.\d{1,20})" + _DELIMITED)
_NAME = re.compile(rb"/([^\x00\t\n\x0c\r ()<>\[\]{}/%]*+)")
_NAME_ESCAPE = re.compile(rb"#.{0,2}", re.DOTALL)
_NEEDLESS = re.compile(rb"[A-Za-z]")
_WORD = re.compile(rb"(?:true|false|null)" + _DELIMITED)
_HEX = re.compile(rb"<([0-9A-Fa-f\x00\t\n\x0c\r ]*+)>")
_PLAIN_TEXT = re.compile(rb"[^()\\\r]*+")
_OCTAL = re.compile(rb"[0-7]{1,3}")
_HEAD = re.compile(rb"(\d{1,10})" + BLANK + rb"++(\d{1,5})" + BLANK + rb"++obj" + _DELIMITED)
_STREAM = re.compile(rb"stream\r?\n")
_END_OF_STREAM = re.compile(rb"(?:\r\n|\n|\r)?endstream" + _DELIMITED)
_END_OF_OBJECT = re.compile(rb"endobj" + _DELIMITED)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"(": b"(", b")": b")", b"\\": b"\\"}


class UnclearError(ValueError):
    """The bytes are not what a careful program writes; nothing is said of what they show."""


class Reference(NamedTuple):
    number: int
    generation: int


class Word(Enum):
    """Not Python's own: there True equals 1."""

    TRUE = "true"
    FALSE = "false"
    NULL = "null"


@dataclass(frozen=True, slots=True)
class Stream:
    """``packed``: the bytes as they stand in the file."""

    head: dict[str, Any]
    packed: bytes


@dataclass(frozen=True, slots=True)
class PdfObject:
    """An indirect object and where it stands, from its number to behind ``endobj``."""

    number: int
    generation: int
    value: Any
    start: int
    end: int


class Scanner:
    """Reads values one behind the other. ``remarks``: whether comments may stand between tokens."""

    def __init__(self, data: bytes, at: int, *, remarks: bool) -> None:
        self.data, self.at = data, at
        self._skip = _SKIP if remarks else _BLANKS

    def skip(self) -> None:
        found = self._skip.match(self.data, self.at)
        self.at = found.end() if found else self.at

    def take(self, pattern: re.Pattern[bytes]) -> re.Match[bytes] | None:
        """What stands here, behind blanks, if it is that."""
        self.skip()
        found = pattern.match(self.data, self.at)
        if found:
            self.at = found.end()
        return found

    def value(self, depth: int = 0) -> Any:
        """The value that stands here. Raises UnclearError."""
        self.skip()
        if depth > DEEPEST:
            raise UnclearError("too deep")
        first = self.data[self.at : self.at + 1]
        if first == b"<":
            return self._dictionary(depth) if self.data[self.at + 1 : self.at + 2] == b"<" else self._hexadecimal()
        if first == b"[":
            return self._array(depth)
        if first == b"(":
            return self._string()
        if first == b"/":
            return self.name()
        return self._atom()

    def name(self) -> str:
        found = self.take(_NAME)
        if not found:
            raise UnclearError("a name was expected")
        # A name as it is meant. One that is written in another way than it need be is not read: programs may differ.
        name = found[1]
        for escape in _NAME_ESCAPE.findall(name):
            if not re.fullmatch(rb"#[0-9A-Fa-f]{2}", escape) or _NEEDLESS.fullmatch(bytes.fromhex(escape[1:].decode())):
                raise UnclearError("a name in disguise")
        return _NAME_ESCAPE.sub(lambda found: bytes.fromhex(found[0][1:].decode()), name).decode("latin-1")

    def _dictionary(self, depth: int) -> dict[str, Any]:
        self.at += 2
        found: dict[str, Any] = {}
        seen: set[str] = set()
        while not self._closes(b">>"):
            key = self.name()
            if key in seen:
                raise UnclearError(f"{key} twice")
            seen.add(key)
            value = self.value(depth + 1)
            if value is not Word.NULL:
                found[key] = value
        return found

    def _array(self, depth: int) -> list[Any]:
        self.at += 1
        found = []
        while not self._closes(b"]"):
            found.append(self.value(depth + 1))
        return found

    def _closes(self, mark: bytes) -> bool:
        self.skip()
        if self.at >= len(self.data):
            raise UnclearError("no end")
        closes = self.data.startswith(mark, self.at)
        self.at += len(mark) if closes else 0
        return closes

    def _atom(self) -> Any:
        if found := self.take(_REFERENCE):
            return Reference(int(found[1]), int(found[2]))
        if found := self.take(_NUMBER):
            return Decimal(found[0].decode()) if b"." in found[0] else int(found[0])
        if found := self.take(_WORD):
            return Word(found[0].decode())
        raise UnclearError(f"no value at {self.at}")

    def _hexadecimal(self) -> bytes:
        found = self.take(_HEX)
        if not found:
            raise UnclearError("a hexadecimal string of something else")
        digits = bytes(byte for byte in found[1] if byte not in b"\0\t\n\f\r ")
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())

    def _string(self) -> bytes:
        self.at += 1
        parts: list[bytes] = []
        depth = 1
        while True:
            parts.append(self._plain_text())
            mark = self.data[self.at : self.at + 1]
            self.at += 1
            depth += {b"(": 1, b")": -1}.get(mark, 0)
            if depth == 0:
                return b"".join(parts)
            parts.append(self._marked(mark))

    def _plain_text(self) -> bytes:
        found = _PLAIN_TEXT.match(self.data, self.at)
        self.at = found.end() if found else self.at
        return found[0] if found else b""

    def _marked(self, mark: bytes) -> bytes:
        if mark in (b"(", b")"):
            return mark
        if mark == b"\r":
            self._line_end()
            return b"\n"
        if mark == b"\\":
            return self._escape()
        raise UnclearError("a string without end")

    def _escape(self) -> bytes:
        if octal := _OCTAL.match(self.data, self.at):
            self.at = octal.end()
            return bytes([int(octal[0], 8) & 255])
        mark = self.data[self.at : self.at + 1]
        self.at += 1
        if mark == b"\r":
            self._line_end()
        if mark in (b"\r", b"\n"):
            return b""
        return _ESCAPED.get(mark, mark)

    def _line_end(self) -> None:
        self.at += self.data.startswith(b"\n", self.at)


def object_at(data: bytes, at: int, length_of: Callable[[Reference], Any], *, remarks: bool) -> PdfObject:
    """The indirect object that begins at this very byte; ``length_of`` resolves the length of a stream."""
    head = _HEAD.match(data, at)
    if not head:
        raise UnclearError(f"no object at {at}")
    scanner = Scanner(data, head.end(), remarks=remarks)
    value = scanner.value()
    if isinstance(value, dict) and scanner.take(_STREAM):
        value = _stream(scanner, value, length_of)
    if not scanner.take(_END_OF_OBJECT):
        raise UnclearError(f"object {int(head[1])} has no end")
    return PdfObject(int(head[1]), int(head[2]), value, at, scanner.at)


def _stream(scanner: Scanner, head: dict[str, Any], length_of: Callable[[Reference], Any]) -> Stream:
    length = head.get("Length")
    if isinstance(length, Reference):
        length = length_of(length)
    if not isinstance(length, int) or not 0 <= length <= len(scanner.data) - scanner.at:
        raise UnclearError("a stream without length")
    packed = scanner.data[scanner.at : scanner.at + length]
    end = _END_OF_STREAM.match(scanner.data, scanner.at + length)
    if not end:
        raise UnclearError("a stream that is not as long as it says")
    scanner.at = end.end()
    return Stream(head, packed)


def same(was: Any, became: Any) -> bool:
    """Whether a value was written anew as it was. A real number may become an integer, but not the other way:
    some programs do not turn a page by 90.0.
    """
    if isinstance(was, Decimal) and type(became) is int:
        return was == became
    if type(was) is not type(became):
        return False
    if isinstance(was, dict):
        return was.keys() == became.keys() and all(same(value, became[key]) for key, value in was.items())
    if isinstance(was, list):
        return len(was) == len(became) and all(map(same, was, became))
    return bool(was == became)


def unpacked(stream: Stream, most: int = MOST_UNPACKED) -> bytes:
    """What a stream holds: plain or deflated, with a predictor or without. Raises UnclearError for all else."""
    names = stream.head.get("Filter")
    hints = stream.head.get("DecodeParms")
    names, hints = (given[0] if isinstance(given, list) and len(given) == 1 else given for given in (names, hints))
    if names in (None, []):
        return stream.packed
    if names != "FlateDecode" or not isinstance(hints, dict | None):
        raise UnclearError("a filter that is not read here")
    plain = _inflated(stream.packed, most)
    return _predicted(plain, hints) if hints and hints.get("Predictor", 1) != 1 else plain


def _inflated(packed: bytes, most: int) -> bytes:
    engine = zlib.decompressobj()
    try:
        plain = engine.decompress(packed, most)
    except zlib.error as error:
        raise UnclearError("not deflated") from error
    if not engine.eof or engine.unused_data.strip(b"\r\n"):
        raise UnclearError("deflated too large, or in part")
    return plain


def _predicted(rows: bytes, hints: dict[str, Any]) -> bytes:
    """Undo the row filters *none* and *up* of PNG, with which cross-reference streams are written."""
    width = hints.get("Columns", 1)
    plain = {"Colors": 1, "BitsPerComponent": 8}
    if (
        not isinstance(width, int)
        or not 0 < width < 100
        or any(hints.get(key, plain[key]) != plain[key] for key in plain)
    ):
        raise UnclearError("a predictor that is not read here")
    above = bytes(width)
    lines = []
    for at in range(0, len(rows), width + 1):
        kind, line = rows[at], rows[at + 1 : at + 1 + width]
        if kind not in (0, 2) or len(line) != width:
            raise UnclearError("a row filter that is not read here")
        above = line if kind == 0 else bytes((a + b) & 255 for a, b in zip(line, above, strict=True))
        lines.append(above)
    return b"".join(lines)
