"""Who made the one signature of a file that came from elsewhere, and whether that certificate may sign a report.

What is asked is what keys.py asks of a key in the portal; whether the signature holds is asked in verify.py.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from cryptography import x509
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from offices.fence import UnfinishedError, fenced
from reports.signing.keys.certificate import Certificate, described
from reports.signing.keys.opening import UnusableKey, refuse_unfit
from reports.signing.reader import reader_of

WEAK_DIGESTS = {"md5", "sha1"}
WEAK = (
    "Tanda tangan ini memakai SHA-1, cara lama yang sudah dapat dipalsukan. Mintalah layanan tanda tangan memakai "
    "SHA-256, tandatangani lagi, lalu unggah hasilnya."
)
UNREADABLE = "Sertifikat pada tanda tangan berkas ini tidak dapat dibaca. Tandatangani lagi dengan sertifikat lain."


@dataclass(frozen=True, slots=True)
class Signer:
    """``unfit``: a sentence saying why this certificate may not sign a report on that day; empty if it may."""

    certificate: Certificate | None
    unfit: str


def signatory_of(pdf: bytes) -> Signer:
    """Who made the first signature of a file, read behind the fence."""
    try:
        row = fenced(lambda: iter([_row(pdf)]))
    except UnfinishedError:
        return Signer(None, UNREADABLE)
    facts = row["certificate"]
    moments = {name: datetime.fromisoformat(facts[name]) for name in ("not_before", "not_after")}
    return Signer(Certificate(**facts | moments), row["unfit"])


def _row(pdf: bytes) -> dict[str, Any]:
    signature = reader_of(pdf, strict=False).embedded_regular_signatures[0]
    certificate = x509.load_der_x509_certificate(signature.signer_cert.dump())
    return {"certificate": described(certificate).as_json(), "unfit": next(_unfit(signature, certificate), "")}


def _unfit(signature: EmbeddedPdfSignature, certificate: x509.Certificate) -> Iterator[str]:
    at = signature.self_reported_timestamp or datetime.now(UTC)
    try:
        refuse_unfit(certificate, at if at.tzinfo else at.replace(tzinfo=UTC))
    except UnusableKey as error:
        yield str(error)
    if WEAK_DIGESTS & {*_digests(signature)}:
        yield WEAK


def _digests(signature: EmbeddedPdfSignature) -> Iterator[str]:
    """By what the content was digested, and by what that digest was signed."""
    yield str(signature.signer_info["digest_algorithm"]["algorithm"].native)
    try:
        yield str(signature.signer_info["signature_algorithm"].hash_algo)
    except ValueError:
        return  # an algorithm that names no digest of its own
