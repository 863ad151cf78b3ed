"""What a PDF is at one of its ends, and what each later update defines, told from the bytes of that update alone.

An update is read strictly: no byte of it may belong to nothing, or be seen by a program that repairs files.
What its objects mean is judged in updates.py.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from reports.signing.values import (
    BLANK,
    Object,
    Reference,
    Scanner,
    Stream,
    UnclearError,
    object_at,
    unpacked,
)

MOST_SECTIONS = 200
MOST_ENTRIES = 500_000
MOST_OBJECTS = 5000  # of one update
_START_WITHIN = 1024
_START = re.compile(rb"startxref" + BLANK + rb"+(\d{1,10})" + BLANK + rb"+%%EOF" + BLANK + rb"*\Z")
_END_OF_UPDATE = re.compile(rb"startxref\s+(\d{1,10})\s+%%EOF")
_TABLE = re.compile(rb"xref" + BLANK + rb"*[\r\n]" + BLANK + rb"*")
_PART = re.compile(rb"(\d{1,10}) (\d{1,7}) ?(?:\r\n|\n|\r)")
_ROW = re.compile(rb"(\d{10}) (\d{5}) ([nf])(?: \n| \r|\r\n)")
_TRAILER = re.compile(BLANK + rb"*trailer")
_OBJECT_LIKE = re.compile(rb"(?<!\d)\d++[\x00\s]++\d++[\x00\s]++obj")
_REFERENCE_LIKE = re.compile(rb"(?<!\d)(\d{1,10})[\x00\s]++\d++[\x00\s]++R")
_REMARK = re.compile(rb"%(?!%EOF|PDF-)[ -~]{0,100}(?:\r\n|\n|\r)")
_WORDS_OF_STRUCTURE = (b"obj", b"stream", b"xref", b"trailer")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an object stands: at a byte of the file, or (``stream``) at a place in an object stream."""

    at: int
    generation: int = 0
    stream: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """One cross-reference section; ``places``: None for a free number. ``table``: not a stream."""

    places: dict[int, Place | None]
    trailer: dict[str, Any]
    table: bool
    end: int


@dataclass(slots=True)
class State:
    """A file as it is at one of its ends: what each number stands for, however many updates say so."""

    pdf: bytes
    end: int
    start: int  # of its newest cross-reference section
    places: dict[int, Place | None]
    trailer: dict[str, Any]
    table: bool
    known: dict[int, Object] = field(default_factory=dict)
    streams: dict[int, tuple[bytes, dict[int, int]]] = field(default_factory=dict)

    def has(self, number: int) -> bool:
        return self.places.get(number) is not None

    def object(self, reference: Reference) -> Object:
        """Raises UnclearError where there is none."""
        place = self.places.get(reference.number)
        if place is None or place.generation != reference.generation:
            raise UnclearError(f"{reference} is not there")
        if reference.number not in self.known:
            self.known[reference.number] = self._read(reference, place)
        return self.known[reference.number]

    def value(self, given: Any) -> Any:
        """What a value is, if it is given by reference; a reference to a reference is not followed."""
        found = self.object(given).value if isinstance(given, Reference) else given
        if isinstance(found, Reference):
            raise UnclearError("a reference to a reference")
        return found

    def reference(self, number: int) -> Reference:
        place = self.places.get(number)
        return Reference(number, place.generation if place else 0)

    def gap(self, covered: list[int]) -> bytes:
        """The hexadecimal string that a signature leaves out."""
        gap = self.pdf[covered[1] : covered[2]]
        if gap[:1] + gap[-1:] != b"<>":
            raise UnclearError("leaves out something else")
        return bytes.fromhex(gap[1:-1].decode("ascii"))

    def ends_at(self, at: int) -> bool:
        """Whether the newest update ends there; its last line may be ended, too."""
        return self.end <= at and self.pdf[self.end : at] in (b"", b"\n", b"\r", b"\r\n")

    def names_any(self, numbers: set[int]) -> bool:
        """Whether one of these numbers is referred to anywhere in the file; now and then noise looks so, too."""
        texts = [self.pdf[: self.end], *(data for data, _offsets in self._object_streams())]
        return any(int(found[1]) in numbers for text in texts for found in _REFERENCE_LIKE.finditer(text))

    def _object_streams(self) -> Iterator[tuple[bytes, dict[int, int]]]:
        for number in {place.stream for place in self.places.values() if place and place.stream is not None}:
            yield self._unpacked(number)

    def _read(self, reference: Reference, place: Place) -> Object:
        if place.stream is not None:
            return self._packed(reference.number, place.stream)
        found = object_at(self.pdf, place.at, self._length, remarks=True)
        if (found.number, found.generation) != reference or found.end > self.end:
            raise UnclearError(f"another object stands where {reference} should")
        return found

    def _length(self, reference: Reference) -> Any:
        place = self.places.get(reference.number)
        if place is None or place.stream is not None:
            raise UnclearError("a length that is nowhere")
        return object_at(self.pdf, place.at, _no_length, remarks=True).value

    def _packed(self, number: int, stream: int) -> Object:
        data, offsets = self._unpacked(stream)
        if number not in offsets:
            raise UnclearError("not in its object stream")
        return Object(number, 0, Scanner(data, offsets[number], remarks=True).value(), -1, -1)

    def _unpacked(self, stream: int) -> tuple[bytes, dict[int, int]]:
        if stream not in self.streams:
            place = self.places.get(stream)
            if place is None or place.stream is not None:
                raise UnclearError("no object stream")
            self.streams[stream] = contents_of(self.object(Reference(stream, 0)).value)
        return self.streams[stream]


def _no_length(_reference: Reference) -> Any:
    raise UnclearError("a length that is a stream")


def contents_of(stream: Any) -> tuple[bytes, dict[int, int]]:
    """An object stream's content, and where in it each object begins."""
    if not isinstance(stream, Stream) or stream.head.get("Type") != "ObjStm" or "Extends" in stream.head:
        raise UnclearError("not a plain object stream")
    data, first, count = unpacked(stream), stream.head.get("First"), stream.head.get("N")
    if not isinstance(first, int) or not isinstance(count, int):
        raise UnclearError("an object stream without head")
    numbers = [int(part) for part in data[:first].split()]
    offsets = {number: first + offset for number, offset in zip(numbers[::2], numbers[1::2], strict=True)}
    if len(offsets) != count or len(numbers) != 2 * count:
        raise UnclearError("an object stream that says other numbers than it holds")
    return data, offsets


def state_at(pdf: bytes, end: int) -> State:
    """The file whose last byte stands before ``end``. Raises UnclearError where that is no whole file."""
    if not pdf.startswith(b"%PDF-"):
        raise UnclearError("something stands before the file")
    found = _START.search(pdf[max(0, end - _START_WITHIN) : end])
    if not found:
        raise UnclearError("no file ends here")
    start = at = int(found[1])
    newest = section_at(pdf, at)
    places, section, seen = dict(newest.places), newest, {at}
    while "Prev" in section.trailer:
        at = section.trailer["Prev"]
        if not isinstance(at, int) or not 0 < at < end or at in seen or len(seen) > MOST_SECTIONS:
            raise UnclearError("sections that lead nowhere")
        seen.add(at)
        section = section_at(pdf, at)
        for number, place in section.places.items():
            places.setdefault(number, place)
    return State(pdf, end, start, places, newest.trailer, newest.table)


def section_at(pdf: bytes, at: int, *, remarks: bool = True) -> Section:
    """The cross-reference section, table or stream, that begins at a byte."""
    if not pdf.startswith(b"xref", at):
        return _section_of(object_at(pdf, at, _no_length, remarks=remarks))
    scanner = Scanner(pdf, at, remarks=remarks)
    places = _table(scanner)
    return Section(places, _checked_trailer(scanner.value()), table=True, end=scanner.at)


def _checked_trailer(trailer: Any) -> dict[str, Any]:
    if not isinstance(trailer, dict) or "XRefStm" in trailer or "Encrypt" in trailer:
        raise UnclearError("a trailer that is not plain")
    return trailer


def _table(scanner: Scanner) -> dict[int, Place | None]:
    """The rows of a table; the trailer's dictionary is left to be read."""
    places: dict[int, Place | None] = {}
    if not scanner.take(_TABLE):
        raise UnclearError("no table")
    while part := scanner.take(_PART):
        first, count = int(part[1]), int(part[2])
        if first + count > MOST_ENTRIES:
            raise UnclearError("too many numbers")
        for number in range(first, first + count):
            row = _ROW.match(scanner.data, scanner.at)
            if not row or number in places:
                raise UnclearError("a row that is none")
            scanner.at = row.end()
            places[number] = Place(int(row[1]), int(row[2])) if row[3] == b"n" else None
    if not scanner.take(_TRAILER):
        raise UnclearError("a table without trailer")
    return places


def _section_of(holder: Object) -> Section:
    stream = holder.value
    if not isinstance(stream, Stream) or stream.head.get("Type") != "XRef":
        raise UnclearError("no cross-reference stream")
    head = _checked_trailer(stream.head)
    return Section(_rows(unpacked(stream), head), head, table=False, end=holder.end)


def _rows(data: bytes, head: dict[str, Any]) -> dict[int, Place | None]:
    size = head.get("Size")
    widths, index = _numbers(head.get("W"), 8), _numbers(head.get("Index", [0, size]), MOST_ENTRIES)
    if len(widths) != 3 or len(index) % 2:
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


def _place(row: bytes, ends: tuple[int, int, int]) -> Place | None:
    kind = int.from_bytes(row[: ends[0]], "big") if ends[0] else 1
    second, third = int.from_bytes(row[ends[0] : ends[1]], "big"), int.from_bytes(row[ends[1] :], "big")
    if kind == 1:
        return Place(second, third)
    if kind == 2:
        return Place(third, 0, stream=second)
    if kind == 0:
        return None
    raise UnclearError("an unknown kind of row")


def next_state(before: State) -> tuple[State, set[int]]:
    """The file with the update that stands behind ``before``, and the numbers that the update defines.

    Raises UnclearError where the update is not exactly its objects, one section that names each of them, and an end.
    """
    pdf, at = before.pdf, _behind_remarks(before.pdf, before.end)
    objects: list[Object] = []
    while not pdf.startswith(b"xref", at):
        objects.append(object_at(pdf, at, _no_length, remarks=False))
        behind = _behind_remarks(pdf, objects[-1].end)
        if pdf.startswith(b"startxref", behind):
            break
        if len(objects) > MOST_OBJECTS:
            raise UnclearError("too many objects")
        at = behind
    section = section_at(pdf, at, remarks=False)
    return _joined(before, objects, section, at)


def _behind_remarks(pdf: bytes, at: int) -> int:
    """Behind blanks, and lines in which some programs name themselves."""
    scanner = Scanner(pdf, at, remarks=False)
    while remark := scanner.take(_REMARK):
        if any(word in remark[0] for word in _WORDS_OF_STRUCTURE):
            raise UnclearError("a remark that is more")
    return scanner.at


def _joined(before: State, objects: list[Object], section: Section, start: int) -> tuple[State, set[int]]:
    closing = _END_OF_UPDATE.match(before.pdf, _behind_remarks(before.pdf, section.end))
    if not closing or int(closing[1]) != start:
        raise UnclearError("an update without end")
    if section.table != before.table or section.trailer.get("Prev") != before.start:
        raise UnclearError("an update of something else")
    _check_words(before.pdf[before.end : closing.end()], before.end, objects, section)
    holder = None if section.table else objects[-1].number
    known = _defined(before, objects, section, holder)
    _check_size(before, section, known)
    places = before.places | section.places
    after = State(before.pdf, closing.end(), start, places, section.trailer, section.table, known=dict(before.known))
    after.streams = dict(before.streams)
    after.known |= known
    return after, set(known) - ({holder} if holder is not None else set())


def _check_words(update: bytes, offset: int, objects: list[Object], section: Section) -> None:
    """A program that repairs files looks for these words wherever they stand: they stand only where they count."""
    starts = {found.start() + offset for found in _OBJECT_LIKE.finditer(update)}
    streams = sum(isinstance(each.value, Stream) for each in objects)
    expected = {
        b"endobj": len(objects),
        b"endstream": streams,
        b"trailer": int(section.table),
        b"startxref": 1,
        b"%%EOF": 1,
        b"%PDF-": 0,
    }
    if starts != {each.start for each in objects} or any(update.count(word) != n for word, n in expected.items()):
        raise UnclearError("words of structure where they do not count")


def _defined(before: State, objects: list[Object], section: Section, holder: int | None) -> dict[int, Object]:
    """Each object of the update by its number, those in object streams included."""
    found = {each.number: each for each in objects}
    if len(found) != len(objects) or (holder is not None and before.has(holder)):
        raise UnclearError("a number twice")
    packed = _packed_objects(before, found, section)
    for number, place in section.places.items():
        if place is None:
            _check_free(before, number, found)
        elif place.stream is None and place != before.places.get(number):
            _check_place(found, number, place)
    if found.keys() - section.places.keys() - {holder}:
        raise UnclearError("an object that the section does not name")
    holders = {place.stream for place in section.places.values() if place}
    return {number: each for number, each in found.items() if number not in holders} | packed


def _check_free(before: State, number: int, found: dict[int, Object]) -> None:
    if number in found or before.has(number):
        raise UnclearError("a number that is set free")


def _check_place(plain: dict[int, Object], number: int, place: Place) -> None:
    given = plain.get(number)
    if given is None or (given.start, given.generation) != (place.at, place.generation):
        raise UnclearError("a row that leads elsewhere")


def _packed_objects(before: State, plain: dict[int, Object], section: Section) -> dict[int, Object]:
    """The objects in object streams of the update, each named by the section at its very place."""
    places = {number: place for number, place in section.places.items() if place and place.stream is not None}
    found: dict[int, Object] = {}
    for holder in {place.stream for place in places.values()}:
        if holder not in plain or before.has(holder):
            raise UnclearError("an object stream that is not new in this update")
        data, offsets = contents_of(plain[holder].value)
        if _OBJECT_LIKE.search(data):
            raise UnclearError("words of structure within an object stream")
        for at, (number, offset) in enumerate(offsets.items()):
            if number in plain or places.get(number) != Place(at, 0, holder):
                raise UnclearError("an object at another place of its stream")
            found[number] = Object(number, 0, Scanner(data, offset, remarks=False).value(), -1, -1)
    if found.keys() != places.keys():
        raise UnclearError("an object that is in no stream")
    return found


def _check_size(before: State, section: Section, known: dict[int, Object]) -> None:
    size, earlier = section.trailer.get("Size"), before.trailer.get("Size")
    if not isinstance(size, int) or not isinstance(earlier, int):
        raise UnclearError("no size")
    most = max([*known, *section.places, earlier - 1], default=0) + 1
    if not most <= size <= most + len(section.places) + 1:
        raise UnclearError("another size")
    for number, each in known.items():
        place = before.places.get(number)
        if place is not None and place.generation != each.generation:
            raise UnclearError("another generation")
        if place is None and (each.generation != 0 or number < earlier):
            raise UnclearError("a number that was not new")
