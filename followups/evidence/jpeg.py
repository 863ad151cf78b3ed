"""The marker segments of a JPEG file (ITU-T T.81, annex B), read without decoding its pixels.

Knows which file is bare, that is, carries nothing but a picture. Pixels are the affair of photos.py.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise, takewhile

MAX_SEGMENTS = 5000
MAX_SCANS = 50
_SOI, _EOI, _SOS, _APP0 = 0xD8, 0xD9, 0xDA, 0xE0
_BASELINE, _PROGRESSIVE = 0xC0, 0xC2
_DHT, _DQT, _DRI = 0xC4, 0xDB, 0xDD
_BARE = {_SOI, _APP0, _DHT, _DQT, _DRI, _BASELINE, _PROGRESSIVE, _SOS, _EOI}
_WITHOUT_PAYLOAD = {_SOI, _EOI, 0x01}
_JFIF_SIZE = 14
_FRAME_OF_THREE = 15
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
        marker, position = found[1][0], found.end()
        if marker not in _WITHOUT_PAYLOAD:
            position += max(2, int.from_bytes(data[position : position + 2]))
        if position > len(data):
            return
        yield Segment(marker, found.start(), position, data[found.end() + 2 : position])
        if marker == _EOI:
            return


def is_whole(data: bytes) -> bool:
    """Whether ``data`` reaches its end marker with a number of segments and scans that a camera would write.

    Each progressive scan walks over every block of the picture, so that a small file with
    thousands of scans keeps a decoder busy for hours.
    """
    found = list(islice(segments(data), MAX_SEGMENTS))
    scans = sum(segment.marker == _SOS for segment in found)
    return bool(found) and found[-1].marker == _EOI and 0 < scans <= MAX_SCANS


def is_bare(data: bytes, box: tuple[int, int]) -> bool:
    """Whether ``data`` is a JFIF picture of three channels within ``box`` (pixels) and nothing else.

    Nothing else: no EXIF, XMP, IPTC, colour profile, comment, embedded thumbnail, or bytes between
    or behind the segments. Whether its pixels can be decoded is not told.
    """
    found = list(islice(takewhile(lambda segment: segment.marker in _BARE, segments(data)), MAX_SEGMENTS))
    markers = [segment.marker for segment in found]
    if markers[:2] != [_SOI, _APP0] or markers[-1] != _EOI or found[-1].end != len(data):
        return False
    frames = [segment for segment in found if segment.marker in {_BASELINE, _PROGRESSIVE}]
    return (
        markers.count(_APP0) == len(frames) == 1
        and _is_plain_jfif(found[1].payload)
        and _fits(frames[0].payload, box, len(data))
        and _has_no_gaps(found)
    )


def _is_plain_jfif(payload: bytes) -> bool:
    """Of this length it has no room for a thumbnail."""
    return len(payload) == _JFIF_SIZE and payload.startswith(b"JFIF\0")


def _fits(frame: bytes, box: tuple[int, int], size: int) -> bool:
    """Eight bits, three channels, within the box, and no larger than its pixels: more can only be ballast."""
    width, height = int.from_bytes(frame[3:5]), int.from_bytes(frame[1:3])
    channels = len(frame) == _FRAME_OF_THREE and frame[0] == 8 and frame[5] == 3
    return channels and 0 < width <= box[0] and 0 < height <= box[1] and size <= width * height * 3 + 4096


def _has_no_gaps(found: list[Segment]) -> bool:
    """Only a scan is followed by bytes that belong to no segment: its own."""
    return found[0].start == 0 and all(
        before.marker == _SOS or before.end == after.start for before, after in pairwise(found)
    )
