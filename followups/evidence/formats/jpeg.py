"""The marker segments of a JPEG file (ITU-T T.81, annex B), read without decoding its pixels.

Knows which file is bare, that is, carries nothing but a picture, which one a decoder must hold as a whole, and how
one may be read that lost its end marker.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise, takewhile

MAX_SEGMENTS = 5000
MAX_SCANS = 50
_SOI, _EOI, _SOS, _APP0 = 0xD8, 0xD9, 0xDA, 0xE0
_BASELINE = 0xC0
_DHT, _DQT = 0xC4, 0xDB
_SEQUENTIAL = {_BASELINE, 0xC1}
_FRAMES = {marker for marker in range(0xC0, 0xD0) if marker not in {_DHT, 0xC8, 0xCC}}
_BARE = {_SOI, _APP0, _DHT, _DQT, _BASELINE, _SOS, _EOI}
_RESTART = re.compile(rb"\xff+[\xd0-\xd7]")
MOST_TABLES = 4
_WITHOUT_PAYLOAD = {_SOI, _EOI, 0x01}
_JFIF_SIZE = 14
_QUANTISER = 65  # bytes of a table of eight bits, with its place
_FRAME_OF_THREE = 15
_PROGRESSIVE = {0xC2, 0xC6, 0xCA, 0xCE}
_NOTES = {*range(0xE0, 0xF0), 0xFE}
_WHOLE_BLOCKS = bytes([0, 63, 0])  # from the first to the last coefficient, all their bits
_PADDING = b"\0\xff"
_STRAY_BYTES = 4
_WORDS = re.compile(rb"(?:\xff[\xd0-\xd7])?[\t\n\r\x20-\x7e\0\xff]*")
# A marker is any byte but 00 (a stuffed FF), FF (filling) and D0-D7 (restarts inside a scan) behind an FF.
_MARKER = re.compile(rb"\xff([^\x00\xff\xd0-\xd7])")


@dataclass(frozen=True, slots=True)
class Segment:
    """A marker, the offset of its first byte, that behind its payload, and the payload without its length."""

    marker: int
    start: int
    end: int
    payload: bytes


def segments(data: bytes) -> Iterator[Segment]:
    """The segments of the first picture in ``data`` up to its end marker, or to where the file breaks off."""
    position = 0
    while found := _MARKER.search(data, position):
        marker = found[1][0]
        position = found.end()
        if marker not in _WITHOUT_PAYLOAD:
            position += max(2, int.from_bytes(data[position : position + 2]))
        if position > len(data):
            return
        yield Segment(marker, found.start(), position, data[found.end() + 2 : position])
        if marker == _EOI:
            return


def readings(data: bytes) -> Iterator[bytes]:
    """The first picture in ``data`` with an end marker: as it stands, then without what may be padding at its end.

    Nothing where the file has no scan, breaks off before the last one, or has more segments or scans than a camera
    would write: each progressive scan walks over every block, so that thousands keep a decoder busy for hours.
    Whether a reading holds every row is seen when it is decoded.
    """
    found = list(islice(segments(data), MAX_SEGMENTS))
    scans = [segment for segment in found if segment.marker == _SOS]
    if not 0 < len(scans) <= MAX_SCANS:
        return
    if found[-1].marker == _EOI:
        body = data[: found[-1].start]
    elif found[-1].marker == _SOS and _Segments(found).is_refined():
        body = data
    else:
        return
    yield from (body[:end] + b"\xff\xd9" for end in dict.fromkeys(_ends(body)) if scans[-1].end < end <= len(body))


def scan_alone(data: bytes) -> bytes:
    """The picture with nothing that a decoder may find fault with but its own data: no notes, plain parameters."""
    found = list(islice(segments(data), MAX_SEGMENTS))
    in_steps = any(segment.marker in _PROGRESSIVE for segment in found)
    parts = []
    scans = set()
    for segment, after in zip(found, [*found[1:], None], strict=True):
        if segment.marker == _SOS:
            head = data[segment.start : segment.end]
            head = head if in_steps else head[:-3] + _WHOLE_BLOCKS
            scan = head + data[segment.end : after.start if after else len(data)]
            parts += [scan] if scan not in scans else []  # one that is repeated changes nothing
            scans.add(scan)
        elif segment.marker not in _NOTES:
            parts.append(data[segment.start : segment.end])
    return b"".join(parts)


def is_no_data(behind: bytes) -> bool:
    """Whether bytes before an end marker are words, padding or a restart, as data of a scan never are."""
    return bool(_WORDS.fullmatch(behind))


def size(data: bytes) -> tuple[int, int]:
    """Width and height of the first frame, zero without one."""
    frames = (segment for segment in islice(segments(data), MAX_SEGMENTS) if segment.marker in _FRAMES)
    frame = next(frames, None)
    if frame is None:
        return 0, 0
    return int.from_bytes(frame.payload[3:5]), int.from_bytes(frame.payload[1:3])


def is_bare(data: bytes, box: tuple[int, int]) -> bool:
    """Whether ``data`` is a JFIF picture of three channels within ``box`` (pixels) and nothing else.

    Nothing else: no EXIF, XMP, IPTC, colour profile, comment, embedded thumbnail, or bytes between
    or behind the segments; one scan without restarts, and no more tables than it can use. Whether its pixels can
    be decoded, and whether they need all bytes of the scan, is not told.
    """
    found = list(islice(takewhile(lambda segment: segment.marker in _BARE, segments(data)), MAX_SEGMENTS))
    markers = [segment.marker for segment in found]
    if markers[:2] != [_SOI, _APP0] or markers[-1] != _EOI or found[-1].end != len(data):
        return False
    frames = [segment for segment in found if segment.marker == _BASELINE]
    whole = _Segments(found)
    # Of this length it has no room for a thumbnail.
    plain = len(found[1].payload) == _JFIF_SIZE and found[1].payload.startswith(b"JFIF\0")
    return (
        markers.count(_APP0) == len(frames) == markers.count(_SOS) == 1
        and whole.has_few_tables()
        and not _RESTART.search(data, found[-2].end)
        and plain
        and _fits(frames[0].payload, box, len(data))
        and whole.has_no_gaps()
    )


def without_last_bytes(data: bytes, number: int) -> bytes | None:
    """A bare file whose scan ends ``number`` bytes earlier; None if it has not that many."""
    *_others, scan, end = segments(data)
    if end.start - scan.end <= number:
        return None
    return data[: end.start - number] + data[end.start :]


def is_decoded_in_passing(data: bytes) -> bool:
    """Whether the first scan is the only one and brings all channels, so that no decoder keeps the whole picture."""
    found = list(islice(segments(data), MAX_SEGMENTS))
    scans = [segment for segment in found if segment.marker == _SOS]
    frames = [segment for segment in found if segment.marker in _FRAMES]
    return (
        len(scans) == len(frames) == 1
        and frames[0].marker in _SEQUENTIAL
        and scans[0].payload[:1] == frames[0].payload[5:6]
    )


def channels(data: bytes) -> int:
    """How many channels the largest of the frames has; 0 without a frame."""
    found = islice(segments(data), MAX_SEGMENTS)
    return max(
        (segment.payload[5] for segment in found if segment.marker in _FRAMES and len(segment.payload) > 5), default=0
    )


def _ends(body: bytes) -> Iterator[int]:
    """Where the data of the last scan may end: padding is zeros and FF, but either may be data too."""
    yield len(body)
    bare = len(body.rstrip(_PADDING))
    yield from (bare, bare + 1, bare + 2)
    yield from (len(body) - number for number in range(1, _STRAY_BYTES + 1))


@dataclass(frozen=True, slots=True)
class _Segments:
    """The segments of one file."""

    found: list[Segment]

    def is_refined(self) -> bool:
        """Whether the scans bring every coefficient of every channel to its last bit; one scan without steps does."""
        frames = [segment for segment in self.found if segment.marker in _FRAMES]
        if not any(frame.marker in _PROGRESSIVE for frame in frames):
            return True
        wanted = {number for frame in frames for number in frame.payload[6::3]}
        done: dict[int, set[int]] = {number: set() for number in wanted}
        for scan in (segment.payload for segment in self.found if segment.marker == _SOS):
            first, last, bits = scan[-3:]
            for number in scan[1:-3:2]:
                if bits & 0x0F == 0:
                    done.setdefault(number, set()).update(range(first, last + 1))
        return all(len(places) == 64 for places in done.values())

    def has_few_tables(self) -> bool:
        """Each table stands in its place once: a second one for the same place could be anything."""
        quantisers = b"".join(segment.payload for segment in self.found if segment.marker == _DQT)[::_QUANTISER]
        codes = list(self._places_of_codes())
        return all(len(places) == len(set(places)) <= MOST_TABLES for places in (list(quantisers), codes))

    def _places_of_codes(self) -> Iterator[int]:
        for payload in (segment.payload for segment in self.found if segment.marker == _DHT):
            position = 0
            while position < len(payload):
                yield payload[position]
                position += 17 + sum(payload[position + 1 : position + 17])

    def has_no_gaps(self) -> bool:
        """Only a scan is followed by bytes that belong to no segment: its own."""
        return self.found[0].start == 0 and all(
            before.marker == _SOS or before.end == after.start for before, after in pairwise(self.found)
        )


def _fits(frame: bytes, box: tuple[int, int], size: int) -> bool:
    """Eight bits, three channels, within the box, and no larger than its pixels: more can only be ballast."""
    width = int.from_bytes(frame[3:5])
    height = int.from_bytes(frame[1:3])
    channels = len(frame) == _FRAME_OF_THREE and frame[0] == 8 and frame[5] == 3
    return channels and 0 < width <= box[0] and 0 < height <= box[1] and size <= width * height * 3 + 4096
