"""What the portal keeps in its storage: kept in a sentence or not at all, and read only if it is what it was.

A storage may be a folder or a bucket, and fails with errors of its own.
"""

import errno
import logging
import os
import re
import time
from collections.abc import Iterator
from contextlib import suppress
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from offices.declining import Declined
from offices.disk import force

log = logging.getLogger(__name__)
FULL = (
    "Tempat penyimpanan server penuh, sehingga berkas tidak disimpan dan tidak ada yang berubah. "
    "Hubungi pengelola server, lalu ulangi."
)
READ_ONLY = (
    "Tempat penyimpanan server tidak dapat ditulisi, sehingga berkas tidak disimpan dan tidak ada yang berubah. "
    "Hubungi pengelola server, lalu ulangi."
)
AWAY = "Berkas tidak dapat disimpan sekarang, sehingga tidak ada yang berubah. Coba lagi beberapa saat lagi."
_NOT_FOUND = 404
_PART = 2**18
_BUCKET_SECONDS = 600
_MOST_SEEN = 20_000
_DIGEST = re.compile(r"[0-9a-f]{64}")
_seen: dict[str, tuple[str, tuple[int, int]]] = {}
_SENTENCES = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), FULL),
    **dict.fromkeys((errno.EROFS, errno.EACCES, errno.EPERM), READ_ONLY),
}


class NotKept(Declined):
    """The storage cannot keep anything now; the same file may be kept later."""


class Fault(StrEnum):
    """What is wrong with a stored file, as the end of a sentence about it."""

    GONE = "hilang dari penyimpanan"
    CHANGED = "rusak atau berubah di penyimpanan"
    UNREADABLE = "tidak dapat dibaca dari penyimpanan"


class Unsound(Exception):
    """A stored file is not what it was; ``fault`` says in which way."""

    def __init__(self, name: str, fault: Fault) -> None:
        super().__init__(f"{name} {fault}")
        self.fault = fault


def keep(name: str, content: bytes) -> str:
    """Store a file under this name, or a free one like it, which is told; raises ``NotKept``."""
    try:
        return default_storage.save(name, ContentFile(content))
    except Exception as error:
        raise not_kept(name, error) from error


def keep_exactly(name: str, content: bytes) -> str:
    """Store a file under exactly this name unless it is there whole; raises ``NotKept``.

    A file in its place that is cut or changed gives way: on a disk in one step, so that it is never absent once it was
    there; a bucket takes a name twice only after the first is gone.
    """
    try:
        if default_storage.exists(name):
            if _holds(name, content):
                if place := _place_of(name):  # wanted again, for whoever is about to delete what was long of no use
                    with suppress(OSError):
                        os.utime(place)
                return name
            if not _place_of(name):
                default_storage.delete(name)
        written = default_storage.save(name, ContentFile(content))
        if written != name:
            _put(written, name)
    except Exception as error:
        raise not_kept(name, error) from error
    return name


def discard(name: str) -> None:
    """Remove a file that no row refers to; one that cannot be removed hurts nobody."""
    try:
        default_storage.delete(name)
    except Exception:
        log.exception("%s could not be removed", name)


def read(name: str, digest: str) -> bytes:
    """The bytes of a stored file; raises ``Unsound`` where it is gone or has not this SHA-256 (hexadecimal).

    Where no digest is known, an empty one, the bytes are taken as they are.
    """
    try:
        with default_storage.open(name, "rb") as stored:
            content = bytes(stored.read())
    except Exception as error:
        raise _unread(name, error) from error
    if digest and sha256(content).hexdigest() != digest:
        raise _changed(name, digest)
    return content


def parts_of(name: str, digest: str) -> Iterator[bytes]:
    """The same part by part, of which one is in memory; raises ``Unsound`` at the latest behind the last."""
    found = sha256()
    try:
        with default_storage.open(name, "rb") as stored:
            for part in stored.chunks(_PART):
                found.update(part)
                yield part
    except Exception as error:
        raise _unread(name, error) from error
    if digest and found.hexdigest() != digest:
        raise _changed(name, digest)


def _unread(name: str, error: Exception) -> Unsound:
    is_gone = isinstance(error, FileNotFoundError | ValueError)
    log.error("%s could not be read: %s", name, error)
    return Unsound(name, Fault.GONE if is_gone else Fault.UNREADABLE)


def _changed(name: str, digest: str) -> Unsound:
    log.error("%s is not what it was: expected SHA-256 %s", name, digest)
    return Unsound(name, Fault.CHANGED)


def fault_of(name: str, digest: str) -> Fault | None:
    """What is wrong with a stored file, found by reading all of it."""
    try:
        read(name, digest)
    except Unsound as unsound:
        return unsound.fault
    return None


def fault_seen(name: str, digest: str, size: int) -> Fault | None:
    """What is wrong with a file of this size (bytes), as far as it can be told without reading it again and again.

    On a disk it is read once for each time it was written, in a bucket only its size is asked for, every ten minutes.
    """
    try:
        mark = _mark_of(name)
        if _seen.get(name) == (digest, mark):
            return None
        fault = fault_of(name, digest) if _place_of(name) else fault_by_size(name, size)
    except FileNotFoundError:
        return Fault.GONE
    except Exception as error:
        log.error("%s could not be looked at: %s", name, error)
        return Fault.UNREADABLE
    if fault is None:
        if len(_seen) > _MOST_SEEN:
            _seen.clear()
        _seen[name] = digest, mark
    return fault


def fault_by_size(name: str, size: int) -> Fault | None:
    """What can be told of a file by its size alone."""
    try:
        return None if default_storage.size(name) == size else Fault.CHANGED
    except Exception as error:
        status = getattr(error, "response", {}).get("ResponseMetadata", {}).get("HTTPStatusCode")
        is_gone = isinstance(error, FileNotFoundError) or status == _NOT_FOUND
        return Fault.GONE if is_gone else Fault.UNREADABLE


def lies_on_disk() -> bool:
    """Whether to look at a file costs next to nothing."""
    return _place_of("x") is not None


def digest_in(name: str) -> str:
    """The digest by which a file is named, empty where it is named otherwise."""
    stem = name.rpartition("/")[2].partition(".")[0]
    return stem if _DIGEST.fullmatch(stem) else ""


def _mark_of(name: str) -> tuple[int, int]:
    """What changes when a file is written; in a bucket the tenth minute."""
    if place := _place_of(name):
        found = place.stat()
        return found.st_mtime_ns, found.st_size
    return int(time.monotonic() // _BUCKET_SECONDS), 0


def not_kept(name: str, error: Exception) -> NotKept:
    log.error("%s could not be stored: %s: %s", name, type(error).__name__, error)
    return NotKept(_SENTENCES.get(getattr(error, "errno", None) or 0, AWAY))


def _holds(name: str, content: bytes) -> bool:
    if default_storage.size(name) != len(content):
        return False
    with default_storage.open(name, "rb") as stored:
        return bytes(stored.read()) == content


def _put(written: str, name: str) -> None:
    """The name was taken: by a writer of the same file, or by a file that is to give way."""
    source = _place_of(written)
    target = _place_of(name)
    if source and target:
        source.replace(target)
        force(target.parent)
    else:
        default_storage.delete(written)


def _place_of(name: str) -> Path | None:
    """Where a file lies on the disk; None in a bucket."""
    try:
        return Path(default_storage.path(name))
    except NotImplementedError:
        return None
