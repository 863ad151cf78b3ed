"""A cycle file on disk: bare JSON, or an untrusted zip of which only ``cycle.json`` and named photos are read.

Nothing is ever unpacked to disk. Sizes that an archive declares are only a first hurdle: what is read is counted.
What programs do to a zip is borne: one folder around all of it, other case, backslashes, files of their own.
"""

import os
import stat
import struct
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from offices.declining import Declined
from reports.cycle.faults import CycleFault, CycleFaults, quoted, refusal
from reports.cycle.parse_followup import folded

CYCLE_JSON = "cycle.json"
MOST_ENTRIES = 2_000
LARGEST_JSON = 10 * 2**20
LARGEST_PHOTO = 25 * 2**20
LARGEST_TOTAL = 2 * 2**30
LARGEST_DIRECTORY = 4 * 2**20
HIGHEST_RATIO = 200
"""How many times its packed size an entry may unpack to, if that is more than a mebibyte."""

_ENCRYPTED = 0x1 | 0x40
_PACKINGS = (ZIP_STORED, ZIP_DEFLATED)
_END = struct.Struct("<4s4H2LH")
_END_MARK = b"PK\x05\x06"
_ZIP64_MARK = b"PK\x06\x07"
_ZIP64_LOCATOR = 20
_LONGEST_COMMENT = 65_535


@dataclass(slots=True)
class Package:
    """An open cycle file: its JSON, and its other files by name; ``names``: those of entries by folded path."""

    text: bytes
    archive: ZipFile | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    unpacked: int = 0

    def file(self, name: str) -> bytes | None:
        """The bytes of a photo or report, None where it is not there; Declined if they cannot be trusted."""
        entry = self.names.get(folded(name))
        if self.archive is None or entry is None:
            return None
        data = _unpack(self.archive, entry, LARGEST_PHOTO)
        self.unpacked += len(data)
        if self.unpacked > LARGEST_TOTAL:
            raise Declined(f"isi arsip melebihi {_size(LARGEST_TOTAL)}")
        return data


@contextmanager
def open_package(path: Path) -> Iterator[Package]:
    """Open ``NAME.json`` or ``NAME.zip``; CycleFaults if it cannot be read or the archive is not sound."""
    package = _package(path)
    try:
        yield package
    finally:
        if package.archive:
            package.archive.close()


def _package(path: Path) -> Package:
    try:
        with path.open("rb") as file:
            if path.suffix.lower() != ".zip" and file.read(2) != b"PK":
                file.seek(0)
                text = file.read(LARGEST_JSON + 1)
                if len(text) > LARGEST_JSON:
                    raise refusal("", f"berkas JSON melebihi {_size(LARGEST_JSON)}")
                return Package(text)
            _check_end(file)
        return _opened(path)
    except OSError as error:
        raise refusal("", f"tidak dapat dibaca: {path} ({error.strerror})") from None


def _check_end(file: BinaryIO) -> None:
    """Refuse an archive whose directory is too large to be read at all, before anything reads it."""
    length = file.seek(0, os.SEEK_END)
    file.seek(max(0, length - _LONGEST_COMMENT - _END.size - _ZIP64_LOCATOR))
    tail = file.read()
    place = tail.rfind(_END_MARK)
    if place < 0 or place + _END.size > len(tail):
        raise refusal("", "bukan berkas zip yang utuh")
    directory_size = _END.unpack_from(tail, place)[5]
    is_zip64 = tail[:place][-_ZIP64_LOCATOR:].startswith(_ZIP64_MARK)
    if is_zip64 or directory_size > LARGEST_DIRECTORY:
        raise refusal("", f"arsip terlalu besar; paling banyak {MOST_ENTRIES} entri")


def _opened(path: Path) -> Package:
    try:
        archive = ZipFile(path)
    except (BadZipFile, ValueError, NotImplementedError):
        raise refusal("", "bukan berkas zip yang utuh") from None
    try:
        entries = _Entries([_Entry(info) for info in archive.infolist()])
        entries.check()
        names = entries.names()
        return Package(_unpack(archive, names[CYCLE_JSON], LARGEST_JSON), archive, names)
    except Declined as refused:
        archive.close()
        raise refusal(CYCLE_JSON, str(refused)) from None
    except CycleFaults:
        archive.close()
        raise


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of an archive."""

    info: ZipInfo

    @property
    def path(self) -> str:
        """Where it lies, as it is compared: with slashes, whatever its case and its accents."""
        return folded(_from_here(self.info.filename))

    def fault(self) -> str:
        """Why it must not be in a cycle file; an empty text if nothing is wrong with it."""
        info = self.info
        limit = LARGEST_JSON if self.path.rpartition("/")[2] == CYCLE_JSON else LARGEST_PHOTO
        reasons = {
            "jalur entri tidak aman; seharusnya jalur relatif seperti photos/01.jpg": not self._stays_inside(),
            "tautan simbolis tidak diterima": stat.S_ISLNK(info.external_attr >> 16),
            "entri terenkripsi tidak diterima": bool(info.flag_bits & _ENCRYPTED),
            "cara pemampatan tidak didukung; seharusnya deflate": info.compress_type not in _PACKINGS,
            f"melebihi {_size(limit)}": info.file_size > limit,
            "pemampatan tidak wajar": info.file_size > max(2**20, HIGHEST_RATIO * info.compress_size),
        }
        return next((reason for reason, holds in reasons.items() if holds), "")

    def _stays_inside(self) -> bool:
        """Whether its path leads to a place inside, on any system."""
        name = _from_here(self.info.orig_filename)
        steps = name.removesuffix("/").split("/")
        if name == "./":
            return True
        return "\0" not in name and name[1:2] != ":" and all(step not in ("", ".", "..") for step in steps)


@dataclass(frozen=True, slots=True)
class _Entries:
    """All entries of an archive."""

    entries: list[_Entry]

    def check(self) -> None:
        """Look also at those that nobody names: a file with one foul entry is a foul file."""
        if len(self.entries) > MOST_ENTRIES:
            raise refusal("", f"arsip berisi {len(self.entries)} entri; paling banyak {MOST_ENTRIES}")
        faults = [CycleFault(quoted(entry.info.filename), why) for entry in self.entries if (why := entry.fault())]
        faults += self._repeated()
        if sum(entry.info.file_size for entry in self.entries) > LARGEST_TOTAL:
            faults.append(CycleFault("", f"isi arsip melebihi {_size(LARGEST_TOTAL)}"))
        if self._overlap():
            faults.append(CycleFault("", "entri arsip saling bertumpang tindih"))
        if faults:
            raise CycleFaults(faults)

    def _repeated(self) -> Iterator[CycleFault]:
        first: dict[str, str] = {}
        for entry in self.entries:
            name = entry.info.filename
            if entry.path in first:
                yield CycleFault(quoted(name), f"nama entri sama dengan {quoted(first[entry.path])}")
            first.setdefault(entry.path, name)

    def _overlap(self) -> bool:
        """Whether two entries share bytes: how a small archive pretends to hold much."""
        ordered = sorted((entry.info for entry in self.entries), key=lambda info: info.header_offset)
        ends = [info.header_offset + info.compress_size for info in ordered]
        return any(end > info.header_offset for end, info in zip(ends, ordered[1:], strict=False))

    def names(self) -> dict[str, str]:
        """Each file by its path beside ``cycle.json``, which lies at the top or in the one folder around everything."""
        files = {entry.path: entry.info.filename for entry in self.entries if not entry.info.is_dir()}
        if CYCLE_JSON in files:
            return files
        found = [path for path in files if path.rpartition("/")[2] == CYCLE_JSON]
        if len(found) != 1 or found[0].count("/") != 1:
            several = f"{CYCLE_JSON} ada di beberapa folder" if len(found) > 1 else f"{CYCLE_JSON} tidak ada"
            raise refusal("", f"{several}; seharusnya berada langsung di dalam zip, atau di dalam satu folder")
        folder = found[0].removesuffix(CYCLE_JSON)
        return {path.removeprefix(folder): name for path, name in files.items() if path.startswith(folder)}


def _from_here(path: str) -> str:
    """A path with slashes, where programs of Windows write backslashes, and without the ``./`` that some put before."""
    path = path.replace("\\", "/")
    return path.removeprefix("./") or path


def _unpack(archive: ZipFile, name: str, limit: int) -> bytes:
    try:
        with archive.open(name) as entry:
            data = entry.read(limit + 1)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
        raise Declined("entri rusak atau tidak dapat dibuka") from None
    if len(data) > limit:
        raise Declined(f"melebihi {_size(limit)}")
    return data


def _size(count: int) -> str:
    return f"{count // 2**20} MB"
