"""Cross-reference sections, tables and streams: which number stands where, and the trailer that says so.

Hybrid sections and locked files are not read.
"""

import re
from dataclasses import dataclass
from typing import Any

from reports.signing.judging.values import (
    BLANK,
    Reference,
    Scanner,
    Stream,
    UnclearError,
    object_at,
    unpacked,
)

MOST_ENTRIES = 500_000
_WIDEST = (1, 8, 2)  # bytes of a kind, a place, a generation; wider ones are not read by every program
_TABLE = re.compile(rb"xref" + BLANK + rb"*[\r\n]" + BLANK + rb"*")
_PART = re.compile(rb"(\d{1,10}) (\d{1,7}) ?(?:\r\n|\n|\r)")
_ROW = re.compile(rb"(\d{10}) (\d{5}) ([nf])(?: \n| \r|\r\n)")
_TRAILER = re.compile(BLANK + rb"*trailer")


@dataclass(frozen=True, slots=True)
class ObjectPlace:
    """Where an object stands: at a byte of the file, or (``stream``) at a place in an object stream."""

    at: int
    generation: int = 0
    stream: int | None = None


@dataclass(frozen=True, slots=True)
class XrefSection:
    """One cross-reference section; ``places``: None for a free number. ``table``: not a stream."""

    places: dict[int, ObjectPlace | None]
    trailer: dict[str, Any]
    table: bool
    end: int


def no_length(_reference: Reference) -> Any:
    raise UnclearError("a length that is a stream")


def section_at(pdf: bytes, at: int, *, remarks: bool = True) -> XrefSection:
    """The cross-reference section, table or stream, that begins at a byte."""
    section = _section_at(pdf, at, remarks=remarks)
    if b"/Encrypt" in pdf[at : section.end]:  # with null, too: some programs take the file for a locked one
        raise UnclearError("a trailer that is not plain")
    return section


def _section_at(pdf: bytes, at: int, *, remarks: bool) -> XrefSection:
    if not pdf.startswith(b"xref", at):
        holder = object_at(pdf, at, no_length, remarks=remarks)
        stream = holder.value
        if not isinstance(stream, Stream) or stream.head.get("Type") != "XRef":
            raise UnclearError("no cross-reference stream")
        head = _checked_trailer(stream.head)
        return XrefSection(_rows(unpacked(stream), head), head, table=False, end=holder.end)
    scanner = Scanner(pdf, at, remarks=remarks)
    places = _table(scanner)
    return XrefSection(places, _checked_trailer(scanner.value()), table=True, end=scanner.at)


def _checked_trailer(trailer: Any) -> dict[str, Any]:
    if not isinstance(trailer, dict) or "XRefStm" in trailer:
        raise UnclearError("a trailer that is not plain")
    return trailer


def _table(scanner: Scanner) -> dict[int, ObjectPlace | None]:
    """The rows of a table; the trailer's dictionary is left to be read."""
    places: dict[int, ObjectPlace | None] = {}
    if not scanner.take(_TABLE):
        raise UnclearError("no table")
    while part := scanner.take(_PART):
        first = int(part[1])
        count = int(part[2])
        if first + count > MOST_ENTRIES:
            raise UnclearError("too many numbers")
        for number in range(first, first + count):
            row = _ROW.match(scanner.data, scanner.at)
            if not row or number in places:
                raise UnclearError("a row that is none")
            scanner.at = row.end()
            places[number] = ObjectPlace(int(row[1]), int(row[2])) if row[3] == b"n" else None
    if not scanner.take(_TRAILER):
        raise UnclearError("a table without trailer")
    return places


def _rows(data: bytes, head: dict[str, Any]) -> dict[int, ObjectPlace | None]:
    size = head.get("Size")
    widths = _numbers(head.get("W"), 8)
    index = _numbers(head.get("Index", [0, size]), MOST_ENTRIES)
    if len(widths) != 3 or any(width > most for width, most in zip(widths, _WIDEST, strict=True)) or len(index) % 2:
        raise UnclearError("a cross-reference stream without order")
    numbers = [n for first, count in zip(index[::2], index[1::2], strict=True) for n in range(first, first + count)]
    width = sum(widths)
    if len(numbers) > MOST_ENTRIES or len(set(numbers)) != len(numbers) or width * len(numbers) != len(data):
        raise UnclearError("a cross-reference stream of another length")
    ends = (widths[0], widths[0] + widths[1], width)
    rows = (data[at : at + width] for at in range(0, len(data), width))
    return {number: _place(row, ends) for number, row in zip(numbers, rows, strict=True)}


def _numbers(values: Any, most: int) -> list[int]:
    if not isinstance(values, list) or not all(isinstance(each, int) and 0 <= each <= most for each in values):
        raise UnclearError("no list of numbers")
    return values


def _place(row: bytes, ends: tuple[int, int, int]) -> ObjectPlace | None:
    kind = int.from_bytes(row[: ends[0]], "big") if ends[0] else 1
    second = int.from_bytes(row[ends[0] : ends[1]], "big")
    third = int.from_bytes(row[ends[1] :], "big")
    if kind == 1:
        return ObjectPlace(second, third)
    if kind == 2:
        return ObjectPlace(third, 0, stream=second)
    if kind == 0:
        return None
    raise UnclearError("an unknown kind of row")
