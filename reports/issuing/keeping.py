"""The files of a version: named by the digest of their bytes, and read only if they still have it."""

from hashlib import sha256

from django.db.models.fields.files import FieldFile

from offices import stored
from offices.declining import Declined
from offices.stored import discard
from reports.models import Report, report_path

__all__ = ["GONE", "digest_of_bytes", "discard", "read", "store"]

GONE = (
    "Berkas laporan tidak ada atau rusak di penyimpanan. Hubungi pengelola server; jangan dipakai sebelum dipulihkan."
)
_LETTERS = 24


def digest_of_bytes(content: bytes) -> str:
    return sha256(content).hexdigest()


def store(report: Report, kind: str, content: bytes, ending: str = "pdf") -> str:
    """Keep a file of a version and say its path; raises Declined where the storage fails."""
    name = f"{kind}-{digest_of_bytes(content)[:_LETTERS]}.{ending}"
    return stored.keep(report_path(report, name), content)


def read(file: FieldFile, digest: str) -> bytes:
    """The bytes of a stored file; raises Declined where it is gone or has other bytes than it had."""
    try:
        return stored.read(file.name or "", digest)
    except stored.Unsound as unsound:
        raise Declined(GONE) from unsound
