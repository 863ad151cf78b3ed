"""How even each row of a stored picture is, told by a child process that decodes it."""

from collections.abc import Iterator
from io import BytesIO

from PIL import Image

from followups.evidence.photo_fenced import BUSY
from followups.evidence.photos import one_at_a_time
from followups.evidence.picture_files import BROKEN
from offices.declining import Declined
from offices.fence import OutOfTimeError, UnfinishedError, fenced

_SECONDS = 10
_ACROSS = 80
"""Spots of a row that are compared: enough to see a letter in it."""


def spreads_of(jpeg: bytes) -> bytes:
    """For each row how far its lightest and darkest spot lie apart, 0–255; raises ``Declined``."""
    with one_at_a_time():
        try:
            return bytes(fenced(lambda: _told(jpeg), seconds=_SECONDS))
        except OutOfTimeError as fault:
            raise Declined(BUSY) from fault
        except UnfinishedError as fault:
            raise Declined(BROKEN) from fault


def _told(jpeg: bytes) -> Iterator[bytes]:
    with Image.open(BytesIO(jpeg), formats=["JPEG"]) as image:
        spots = image.convert("L").resize((_ACROSS, image.height))
    data = spots.tobytes()
    rows = (data[start : start + _ACROSS] for start in range(0, len(data), _ACROSS))
    yield bytes(max(row) - min(row) for row in rows)
