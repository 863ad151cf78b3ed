"""The day on which a photo was taken, as far as its file tells: offered to a person, never taken as known. Pure."""

import re
from datetime import date

EARLIEST = date(2000, 1, 1)
_EXIF = re.compile(r"(\d{4}):(\d\d):(\d\d)(?: |$)")
_NAMES = (
    re.compile(r"(?:IMG|VID|PXL|MVIMG|DSC|Screenshot)[-_ ]?(\d{4})-?(\d\d)-?(\d\d)(?!\d)", re.IGNORECASE),
    re.compile(r"WhatsApp (?:Image|Video) (\d{4})-(\d\d)-(\d\d) at ", re.IGNORECASE),
    re.compile(r"(\d{4})(\d\d)(\d\d)_\d{6}"),
)
"""How WhatsApp, cameras and screenshots are named; what a person calls a file tells nothing."""


def day_offered(exif: str, name: str, today: date) -> date | None:
    """By EXIF (``2025:07:14 10:11:12``), else by the file's name; None where neither tells, or it cannot be."""
    found = _EXIF.match(exif.strip()) or next(filter(None, (each.match(name) for each in _NAMES)), None)
    if found is None:
        return None
    try:
        day = date(*map(int, found.groups()))
    except ValueError:
        return None
    return day if EARLIEST <= day <= today else None
