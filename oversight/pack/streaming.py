"""A zip as a stream: made while it leaves, one part of one file in memory; the same entries give the same bytes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_PLAIN_FILE = 0o100644 << 16
_UNIX = 3
_FIRST_YEAR = 1980
"""No zip can tell an earlier year."""


@dataclass(frozen=True, slots=True)
class Entry:
    """``parts``: what the file consists of, one after the other; ``size``: of all of them."""

    path: str
    day: date
    size: int
    parts: Iterable[bytes]


class _Outlet:
    """What a zip is written to that nobody can go back in: it holds what is to leave next."""

    def __init__(self) -> None:
        self._waiting: list[bytes] = []

    def write(self, part: bytes) -> int:
        self._waiting.append(bytes(part))
        return len(part)

    def flush(self) -> None:
        """Nothing is held back."""

    def taken(self) -> bytes:
        taken = b"".join(self._waiting)
        self._waiting.clear()
        return taken


def zip_stream(entries: Iterable[Entry]) -> Iterator[bytes]:
    """Entries are asked for one by one, so that each may be made when it is its turn."""
    outlet = _Outlet()
    with ZipFile(outlet, "w", ZIP_DEFLATED) as archive:  # type: ignore[call-overload]
        for entry in entries:
            with archive.open(_info(entry), "w") as target:
                for part in entry.parts:
                    target.write(part)
                    yield outlet.taken()
    yield outlet.taken()


def _info(entry: Entry) -> ZipInfo:
    day = max(entry.day, date(_FIRST_YEAR, 1, 1))
    info = ZipInfo(entry.path, (day.year, day.month, day.day, 0, 0, 0))
    info.compress_type = ZIP_DEFLATED
    info.external_attr = _PLAIN_FILE
    info.create_system = _UNIX
    info.file_size = entry.size
    return info
