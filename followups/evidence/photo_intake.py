"""An uploaded file as decoders are given it: the picture alone, whole, and not damaged in its middle.

Decoders fill what they cannot read with grey and say nothing, and Pillow keeps the warnings of its JPEG decoder to
itself. Qpdf takes them for errors; it decodes a JPEG once for that, in a tenth of a second for twelve megapixels.
"""

from collections.abc import Iterator
from io import BytesIO

import pikepdf
from PIL import Image

from followups.evidence.formats import hevc, jpeg, png, webp
from followups.evidence.picture_files import (
    BROKEN,
    WEBP,
    format_of,
    limit_of_jpeg,
    refuse_many_pixels,
    size_of_webp,
    without_line_ends,
)
from offices.declining import Declined

MOST_SAMPLES = 150_000_000
MOST_SAMPLES_IN_STEPS = 85_000_000
"""Samples (pixels times channels) up to which a second decoder needs less than 300 MiB."""

_READ_AHEAD = 8  # bytes that a decoder may want beyond the last row
_LAST_BYTES_OF_WEBP = 16
_FAULTS = ("is corrupt", "invalid jpeg data")


def readable(data: bytes) -> bytes:
    """The picture in ``data`` as it can be decoded; raises ``Declined`` if it is none, broken off or damaged.

    A JPEG without its end marker or with padding there is completed, and a PNG freed of its texts. Damage in the middle
    is seen in JPEG and PNG, mostly in WebP, in HEIC where a sector was lost or is full of zeros, in AVIF by chance.
    """
    data = without_line_ends(data)
    form = format_of(data)
    if form == "JPEG":
        return _jpeg(data)
    picture = png.picture_alone(data) if form == "PNG" else data
    if picture is None or (form == "HEIF" and hevc.is_damaged(data)) or (form == "WEBP" and _has_idle_end(data)):
        raise Declined(BROKEN)
    return picture


def is_damaged(picture: bytes) -> bool:
    """Whether a decoder warns of the data of a JPEG: bad codes, too few or too many bytes, marks out of order."""
    file = pikepdf.Pdf.new()
    try:
        stream = pikepdf.Stream(file, jpeg.scan_alone(picture), Filter=pikepdf.Name.DCTDecode)
        stream.get_stream_buffer(pikepdf.StreamDecodeLevel.all)
    except (pikepdf.DataDecodingError, RuntimeError) as fault:
        return any(words in str(fault) for words in _FAULTS)
    return False


def _has_idle_end(data: bytes) -> bool:
    """Whether a WebP is decoded without its last bytes too: codes before them were damaged, and their steps lost.

    A decoder needs all that was coded, to the last bytes. A picture that is refused with them is refused later on.
    """
    refuse_many_pixels(*size_of_webp(data), WEBP)
    shorter = webp.without_last_bytes(data, _LAST_BYTES_OF_WEBP)
    if shorter is None:
        return False
    try:
        with Image.open(BytesIO(shorter), formats=["WEBP"]) as image:
            image.load()
    except (OSError, SyntaxError, ValueError, EOFError):
        return False
    return True


def _jpeg(data: bytes) -> bytes:
    width, height = jpeg.size(data)
    refuse_many_pixels(width, height, limit_of_jpeg(data))
    most = MOST_SAMPLES if jpeg.is_decoded_in_passing(data) else MOST_SAMPLES_IN_STEPS
    if width * height * jpeg.channels(data) > most:
        whole = next(jpeg.readings(data), b"")
        if not whole or not data.startswith(whole):
            raise Declined(BROKEN)
        return whole
    for reading in jpeg.readings(data):
        if not is_damaged(reading):
            return reading
    for reading in _without_words(data):
        if not is_damaged(reading):
            return reading
    raise Declined(BROKEN)


def _without_words(data: bytes) -> Iterator[bytes]:
    """Of a JPEG of one scan that has words before or in the place of its end marker, what its rows may need."""
    body = next(jpeg.readings(data), b"")[:-2]
    if not body or not _has_every_row(body):
        return
    short = 0
    enough = len(body)
    while enough - short > 1:
        middle = (short + enough) // 2
        if _has_every_row(body[:middle]):
            enough = middle
        else:
            short = middle
    for end in range(enough, max(enough - _READ_AHEAD, 0), -1):
        if jpeg.is_no_data(body[end:]) and not jpeg.is_no_data(body[end - _READ_AHEAD : end]):
            yield body[:end] + b"\xff\xd9"


def _has_every_row(data: bytes) -> bool:
    try:
        with Image.open(BytesIO(data), formats=["JPEG"]) as image:
            image.draft("", (image.width // 8, image.height // 8))
            image.load()
    except (OSError, SyntaxError):
        return False
    return True
