"""The files of a version: named by the digest of their bytes, and read only if they still have it."""

import logging
from hashlib import sha256

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db.models.fields.files import FieldFile

from offices.declining import Declined
from reports.models import Report, report_path

log = logging.getLogger(__name__)
GONE = (
    "Berkas laporan tidak ada atau rusak di penyimpanan. Hubungi pengelola server; jangan dipakai sebelum dipulihkan."
)
NOT_STORED = "Berkas tidak dapat disimpan sekarang, sehingga tidak ada yang berubah. Coba lagi beberapa saat lagi."
_LETTERS = 24


def digest_of_bytes(content: bytes) -> str:
    return sha256(content).hexdigest()


def store(report: Report, kind: str, content: bytes, ending: str = "pdf") -> str:
    """Keep a file of a version and say its path; raises Declined where the storage fails."""
    name = f"{kind}-{digest_of_bytes(content)[:_LETTERS]}.{ending}"
    try:
        return default_storage.save(report_path(report, name), ContentFile(content))
    except Exception as error:  # a storage may be anywhere, and fail with errors of its own
        log.exception("report %s: %s could not be stored", report.pk, name)
        raise Declined(NOT_STORED) from error


def discard(path: str) -> None:
    """Remove a file that no row refers to; one that cannot be removed hurts nobody."""
    try:
        default_storage.delete(path)
    except Exception:
        log.exception("%s could not be removed", path)


def read(file: FieldFile, digest: str) -> bytes:
    """The bytes of a stored file; raises Declined where it is gone or has other bytes than it had."""
    try:
        with default_storage.open(file.name or "", "rb") as stored:
            content = bytes(stored.read())
    except Exception as error:
        log.exception("%s could not be read", file.name)
        raise Declined(GONE) from error
    if digest_of_bytes(content) != digest:
        log.error("%s is not what it was: expected SHA-256 %s", file.name, digest)
        raise Declined(GONE)
    return content
