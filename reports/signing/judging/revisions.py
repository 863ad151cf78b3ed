"""What a PDF is at one of its ends, and what each later update defines, told from the bytes of that update alone.

An update is read strictly: no byte of it may belong to nothing, or be seen by a program that repairs files.
What its objects mean is judged in judge.py.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from reports.signing.judging.marks import END, check_closeness, check_gap, check_words, has_hidden_object
from reports.signing.judging.sections import ObjectPlace, XrefSection, no_length, section_at
from reports.signing.judging.values import (
    BLANK,
    PdfObject,
    Reference,
    Scanner,
    Stream,
    UnclearError,
    object_at,
    same,
    unpacked,
)

MOST_SECTIONS = 200
MOST_OBJECTS = 5000  # of one update
_START_WITHIN = 1024
_START = re.compile(END + BLANK + rb"*\Z")
_END_OF_UPDATE = re.compile(END)
_REFERENCE_MARK = re.compile(rb"R(?<=[\x00\s]R)")  # looks back from a letter: a hundred times as fast in a large file
_GAP = rb"(?:[\x00\s]|%[^\r\n]*+[\r\n])"
"""A blank, or a remark with the end of its line: as many as one likes may stand between the parts of a reference."""
_REFERENCE_LIKE = re.compile(rb"(?<!\d)(?=(\d++)" + _GAP + rb"++\d++" + _GAP + rb"++\Z)\d")
_MAY_BEGIN_EARLIER = re.compile(rb"(?:[^\r\n]*+[\r\n])?+\d*+" + _GAP + rb"*+\d*+" + _GAP + rb"*+\Z")
_REFERENCE_WITHIN = 64  # bytes that are looked at first
_REMARK = re.compile(rb"%(?!%EOF|PDF-)[ -~]{0,100}(?:\r\n|\n|\r)")
_WORDS_OF_STRUCTURE = (b"obj", b"stream", b"xref", b"trailer")


@dataclass(slots=True)
class FileState:
    """A file as it is at one of its ends: what each number stands for, however many updates say so."""

    pdf: bytes
    end: int
    start: int  # of its newest cross-reference section
    places: dict[int, ObjectPlace | None]
    trailer: dict[str, Any]
    table: bool
    known: dict[int, PdfObject] = field(default_factory=dict)
    streams: dict[int, tuple[bytes, dict[int, int]]] = field(default_factory=dict)

    def has(self, number: int) -> bool:
        return self.places.get(number) is not None

    def object(self, reference: Reference) -> PdfObject:
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

    def fresh(self, earlier: "FileState") -> set[int]:
        """The numbers that stood for nothing before."""
        return {number for number, place in self.places.items() if place and not earlier.has(number)}

    def names_any(self, numbers: set[int]) -> bool:
        """Whether one of these numbers is referred to anywhere in the file, even where nothing stood for it."""
        texts = [self.pdf[: self.end], *(data for data, _offsets in self._object_streams())]
        return any(
            not numbers.isdisjoint(_numbers_before(text, mark.start()))
            for text in texts
            for mark in _REFERENCE_MARK.finditer(text)
        )

    def _object_streams(self) -> Iterator[tuple[bytes, dict[int, int]]]:
        for number in {place.stream for place in self.places.values() if place and place.stream is not None}:
            yield self._unpacked(number)

    def _read(self, reference: Reference, place: ObjectPlace) -> PdfObject:
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
        return object_at(self.pdf, place.at, no_length, remarks=True).value

    def _packed(self, number: int, stream: int) -> PdfObject:
        data, offsets = self._unpacked(stream)
        if number not in offsets:
            raise UnclearError("not in its object stream")
        return PdfObject(number, 0, Scanner(data, offsets[number], remarks=True).value(), -1, -1)

    def _unpacked(self, stream: int) -> tuple[bytes, dict[int, int]]:
        if stream not in self.streams:
            place = self.places.get(stream)
            if place is None or place.stream is not None:
                raise UnclearError("no object stream")
            self.streams[stream] = contents_of(self.object(Reference(stream, 0)).value)
        return self.streams[stream]


def _numbers_before(text: bytes, end: int) -> set[int]:
    """Of what a reference may lead to whose R stands at ``end``: a remark may be one, or stand within a string."""
    within = _REFERENCE_WITHIN
    while True:
        begin = max(0, end - within)
        if not begin or not _MAY_BEGIN_EARLIER.match(text, begin, end):
            return {int(found[1]) for found in _REFERENCE_LIKE.finditer(text, begin, end)}
        within *= 2


def contents_of(stream: Any) -> tuple[bytes, dict[int, int]]:
    """An object stream's content, and where in it each object begins."""
    if not isinstance(stream, Stream) or stream.head.get("Type") != "ObjStm" or "Extends" in stream.head:
        raise UnclearError("not a plain object stream")
    data = unpacked(stream)
    first = stream.head.get("First")
    count = stream.head.get("N")
    if not isinstance(first, int) or not isinstance(count, int):
        raise UnclearError("an object stream without head")
    head = data[:first].split()
    if len(head) != 2 * count or not all(part.isdigit() and len(part) <= 10 for part in head):
        raise UnclearError("an object stream that says other numbers than it holds")
    offsets = {int(number): first + int(offset) for number, offset in zip(head[::2], head[1::2], strict=True)}
    if len(offsets) != count:
        raise UnclearError("an object stream that holds a number twice")
    return data, offsets


def state_at(pdf: bytes, end: int) -> FileState:
    """The file whose last byte stands before ``end``. Raises UnclearError where that is no whole file."""
    if not pdf.startswith(b"%PDF-"):
        raise UnclearError("something stands before the file")
    found = _START.search(pdf[max(0, end - _START_WITHIN) : end])
    if not found:
        raise UnclearError("no file ends here")
    start = at = int(found[1])
    newest = section_at(pdf, at)
    places = dict(newest.places)
    section = newest
    seen = {at}
    while "Prev" in section.trailer:
        at = section.trailer["Prev"]
        if not isinstance(at, int) or not 0 < at < end or at in seen or len(seen) > MOST_SECTIONS:
            raise UnclearError("sections that lead nowhere")
        seen.add(at)
        section = section_at(pdf, at)
        for number, place in section.places.items():
            places.setdefault(number, place)
    return FileState(pdf, end, start, places, newest.trailer, newest.table)


def next_state(before: FileState) -> tuple[FileState, set[int]]:
    """The file with the update that stands behind ``before``, and the numbers that the update defines.

    Raises UnclearError where the update is not exactly its objects, one section that names each of them, and an end.
    """
    pdf = before.pdf
    at = _behind_remarks(before.pdf, before.end)
    objects: list[PdfObject] = []
    while not pdf.startswith(b"xref", at):
        objects.append(object_at(pdf, at, no_length, remarks=False))
        behind = _behind_remarks(pdf, objects[-1].end)
        if pdf.startswith(b"startxref", behind):
            break
        if len(objects) > MOST_OBJECTS:
            raise UnclearError("too many objects")
        at = behind
    section = section_at(pdf, at, remarks=False)
    return _Update(before, objects, section).joined(at)


def _behind_remarks(pdf: bytes, at: int) -> int:
    """Behind blanks, and lines in which some programs name themselves."""
    scanner = Scanner(pdf, at, remarks=False)
    while remark := scanner.take(_REMARK):
        if any(word in remark[0] for word in _WORDS_OF_STRUCTURE):
            raise UnclearError("a remark that is more")
    check_gap(pdf, at, scanner.at)
    return scanner.at


@dataclass(frozen=True, slots=True)
class _Update:
    """The objects and the section of one update."""

    before: FileState
    objects: list[PdfObject]
    section: XrefSection

    def joined(self, start: int) -> tuple[FileState, set[int]]:
        closing = _END_OF_UPDATE.match(self.before.pdf, _behind_remarks(self.before.pdf, self.section.end))
        if not closing or int(closing[1]) != start:
            raise UnclearError("an update without end")
        if self.section.table != self.before.table or not same(self.before.start, self.section.trailer.get("Prev")):
            raise UnclearError("an update of something else")
        check_words(self.before.pdf[self.before.end : closing.end()], self.before.end, self.objects, self.section)
        check_closeness(self.before.pdf, start, self.section, closing.end())
        holder = None if self.section.table else self.objects[-1].number
        known = self._defined(holder)
        self._check_size(known)
        places = self.before.places | self.section.places
        after = FileState(
            self.before.pdf,
            closing.end(),
            start,
            places,
            self.section.trailer,
            self.section.table,
            known=dict(self.before.known),
        )
        after.streams = dict(self.before.streams)
        after.known |= known
        return after, set(known) - ({holder} if holder is not None else set())

    def _defined(self, holder: int | None) -> dict[int, PdfObject]:
        """Each object of the update by its number, those in object streams included."""
        found = {each.number: each for each in self.objects}
        if len(found) != len(self.objects) or (holder is not None and self.before.has(holder)):
            raise UnclearError("a number twice")
        packed = self._packed_objects(found)
        for number, place in self.section.places.items():
            if place is None:
                if number in found or self.before.has(number):
                    raise UnclearError("a number that is set free")
            elif place.stream is None and place != self.before.places.get(number):
                given = found.get(number)
                if given is None or (given.start, given.generation) != (place.at, place.generation):
                    raise UnclearError("a row that leads elsewhere")
        if found.keys() - self.section.places.keys() - {holder}:
            raise UnclearError("an object that the section does not name")
        holders = {place.stream for place in self.section.places.values() if place}
        return {number: each for number, each in found.items() if number not in holders} | packed

    def _packed_objects(self, plain: dict[int, PdfObject]) -> dict[int, PdfObject]:
        """The objects in object streams of the update, each named by the section at its very place."""
        places = {number: place for number, place in self.section.places.items() if place and place.stream is not None}
        found: dict[int, PdfObject] = {}
        for holder in {place.stream for place in places.values()}:
            if holder not in plain or self.before.has(holder):
                raise UnclearError("an object stream that is not new in this update")
            data, offsets = contents_of(plain[holder].value)
            if has_hidden_object(data):
                raise UnclearError("words of structure within an object stream")
            scanner = Scanner(data, min(offsets.values(), default=0), remarks=False)
            for at, (number, offset) in enumerate(offsets.items()):
                scanner.skip()
                if number in plain or places.get(number) != ObjectPlace(at, 0, holder) or scanner.at != offset:
                    raise UnclearError("an object at another place of its stream")
                found[number] = PdfObject(number, 0, scanner.value(), -1, -1)
        if found.keys() != places.keys():
            raise UnclearError("an object that is in no stream")
        return found

    def _check_size(self, known: dict[int, PdfObject]) -> None:
        size = self.section.trailer.get("Size")
        earlier = self.before.trailer.get("Size")
        if not isinstance(size, int) or not isinstance(earlier, int):
            raise UnclearError("no size")
        most = max([*known, *self.section.places, earlier - 1], default=0) + 1
        if not most <= size <= most + len(self.section.places) + 1:
            raise UnclearError("another size")
        for number, each in known.items():
            place = self.before.places.get(number)
            if place is not None and place.generation != each.generation:
                raise UnclearError("another generation")
            if place is None and (each.generation != 0 or number < earlier):
                raise UnclearError("a number that was not new")
