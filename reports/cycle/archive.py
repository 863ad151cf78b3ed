"""A cycle file on disk: bare JSON, or an untrusted zip of which only ``cycle.json`` and named photos are read.

Nothing is ever unpacked to disk. Sizes that an archive declares are only a first hurdle: what is read is counted.
"""

import os
import stat
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
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
_END_MARK, _ZIP64_MARK = b"PK\x05\x06", b"PK\x06\x07"
_ZIP64_LOCATOR = 20
_LONGEST_COMMENT = 65_535


@dataclass(slots=True)
class Package:
    """An open cycle file: its JSON, and its photos by name."""

    text: bytes
    archive: ZipFile | None = None
    unpacked: int = 0

    def photo(self, name: str) -> bytes | None:
        """The bytes of a photo, None if the file does not carry it; Declined if they cannot be trusted."""
        if self.archive is None or name not in self.archive.NameToInfo:
            return None
        data = _unpack(self.archive, name, LARGEST_PHOTO)
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
                return Package(_bare(file))
            _check_end(file)
        return _opened(path)
    except OSError as error:
        raise refusal("", f"tidak dapat dibaca: {path} ({error.strerror})") from None


def _bare(file: BinaryIO) -> bytes:
    text = file.read(LARGEST_JSON + 1)
    if len(text) > LARGEST_JSON:
        raise refusal("", f"berkas JSON melebihi {_size(LARGEST_JSON)}")
    return text


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
        _check(archive)
        return Package(_cycle_json(archive), archive)
    except CycleFaults:
        archive.close()
        raise


def _check(archive: ZipFile) -> None:
    """Look at every entry, also at those that nobody names: a file with one foul entry is a foul file."""
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise refusal("", f"arsip berisi {len(entries)} entri; paling banyak {MOST_ENTRIES}")
    faults = [CycleFault(quoted(entry.filename), why) for entry in entries if (why := _foul(entry))]
    faults += _repeated(entries)
    if sum(entry.file_size for entry in entries) > LARGEST_TOTAL:
        faults.append(CycleFault("", f"isi arsip melebihi {_size(LARGEST_TOTAL)}"))
    if _overlap(entries):
        faults.append(CycleFault("", "entri arsip saling bertumpang tindih"))
    if faults:
        raise CycleFaults(faults)


def _foul(entry: ZipInfo) -> str:
    """Why this entry must not be in a cycle file; an empty text if nothing is wrong with it."""
    limit = LARGEST_JSON if entry.filename == CYCLE_JSON else LARGEST_PHOTO
    reasons = {
        "jalur entri tidak aman; seharusnya jalur relatif seperti photos/01.jpg": not _stays_inside(entry),
        "tautan simbolis tidak diterima": stat.S_ISLNK(entry.external_attr >> 16),
        "entri terenkripsi tidak diterima": bool(entry.flag_bits & _ENCRYPTED),
        "cara pemampatan tidak didukung; seharusnya deflate": entry.compress_type not in _PACKINGS,
        f"melebihi {_size(limit)}": entry.file_size > limit,
        "pemampatan tidak wajar": entry.file_size > max(2**20, HIGHEST_RATIO * entry.compress_size),
    }
    return next((reason for reason, holds in reasons.items() if holds), "")


def _stays_inside(entry: ZipInfo) -> bool:
    name = entry.orig_filename
    steps = name.removesuffix("/").split("/")
    unsafe_signs = any(sign in name for sign in ("\\", "\0")) or name[1:2] == ":"
    return not unsafe_signs and all(step not in ("", ".", "..") for step in steps)


def _repeated(entries: list[ZipInfo]) -> list[CycleFault]:
    first: dict[str, str] = {}
    faults = []
    for entry in entries:
        key = folded(entry.filename)
        if key in first:
            faults.append(CycleFault(quoted(entry.filename), f"nama entri sama dengan {quoted(first[key])}"))
        first.setdefault(key, entry.filename)
    return faults


def _overlap(entries: list[ZipInfo]) -> bool:
    """Whether two entries share bytes: how a small archive pretends to hold much."""
    ordered = sorted(entries, key=lambda entry: entry.header_offset)
    ends = [entry.header_offset + entry.compress_size for entry in ordered]
    return any(end > entry.header_offset for end, entry in zip(ends, ordered[1:], strict=False))


def _cycle_json(archive: ZipFile) -> bytes:
    if CYCLE_JSON not in archive.NameToInfo:
        raise refusal("", f"{CYCLE_JSON} tidak ada; seharusnya berada langsung di dalam zip")
    try:
        return _unpack(archive, CYCLE_JSON, LARGEST_JSON)
    except Declined as refused:
        raise refusal(CYCLE_JSON, str(refused)) from None


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
