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

_OF_SYSTEMS = {".ds_store", "thumbs.db", "desktop.ini"}
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
        names = _names(archive)
        return Package(_cycle_json(archive, names), archive, names)
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
    limit = LARGEST_JSON if _path(entry).rpartition("/")[2] == CYCLE_JSON else LARGEST_PHOTO
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
    """Whether a path leads to a place inside, on any system; some programs of Windows write backslashes in it."""
    name = _from_here(entry.orig_filename.replace("\\", "/"))
    steps = name.removesuffix("/").split("/")
    if name == "./":
        return True
    return "\0" not in name and name[1:2] != ":" and all(step not in ("", ".", "..") for step in steps)


def _path(entry: ZipInfo) -> str:
    """Where an entry lies, as it is compared: with slashes, whatever its case and its accents."""
    return folded(_from_here(entry.filename.replace("\\", "/")))


def _from_here(path: str) -> str:
    """A path without the ``./`` that some programs put before each."""
    return path.removeprefix("./") or path


def _is_foreign(path: str) -> bool:
    """Whether a system laid this beside the files of its own accord."""
    *folders, name = path.split("/")
    return "__macosx" in folders or name.startswith("._") or name in _OF_SYSTEMS


def _repeated(entries: list[ZipInfo]) -> list[CycleFault]:
    first: dict[str, str] = {}
    faults = []
    for entry in entries:
        key = _path(entry)
        if key in first:
            faults.append(CycleFault(quoted(entry.filename), f"nama entri sama dengan {quoted(first[key])}"))
        first.setdefault(key, entry.filename)
    return faults


def _overlap(entries: list[ZipInfo]) -> bool:
    """Whether two entries share bytes: how a small archive pretends to hold much."""
    ordered = sorted(entries, key=lambda entry: entry.header_offset)
    ends = [entry.header_offset + entry.compress_size for entry in ordered]
    return any(end > entry.header_offset for end, entry in zip(ends, ordered[1:], strict=False))


def _names(archive: ZipFile) -> dict[str, str]:
    """Each file by its path beside ``cycle.json``, which lies at the top or in the one folder around everything."""
    files = {_path(entry): entry.filename for entry in archive.infolist() if not entry.is_dir()}
    files = {path: name for path, name in files.items() if not _is_foreign(path)}
    if CYCLE_JSON in files:
        return files
    found = [path for path in files if path.rpartition("/")[2] == CYCLE_JSON]
    if len(found) != 1 or found[0].count("/") != 1:
        several = f"{CYCLE_JSON} ada di beberapa folder" if len(found) > 1 else f"{CYCLE_JSON} tidak ada"
        raise refusal("", f"{several}; seharusnya berada langsung di dalam zip, atau di dalam satu folder")
    folder = found[0].removesuffix(CYCLE_JSON)
    return {path.removeprefix(folder): name for path, name in files.items() if path.startswith(folder)}


def _cycle_json(archive: ZipFile, names: Mapping[str, str]) -> bytes:
    try:
        return _unpack(archive, names[CYCLE_JSON], LARGEST_JSON)
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
