"""What is asked of a file that another service signed: whose signature, by which certificate, on which pages."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from reports.document.frozen import thaw
from reports.document.model import ReportDocument
from reports.issuing.keeping import read
from reports.issuing.refusal import IssuingRefused, checked_reason
from reports.issuing.signing_here import MOST_BYTES, check_key_allowed, check_mark, signatory_matches
from reports.models import Report
from reports.printing.conformance import faults_of
from reports.signing.certificate import Certificate
from reports.signing.trust import trusted_roots
from reports.signing.verify import SignatureFacts, extends, inspect

MOST_ADDED_BYTES = 5 * 2**20
CLOCK_SLACK = timedelta(days=1)
"""The clock of another service, and one that tells local time as if it were UTC."""


@dataclass(frozen=True, slots=True)
class Declared:
    """What the uploader ticked. ``other_holder``: knows of another name; ``unknown_issuer`` with its ``reason``."""

    other_holder: bool = False
    unknown_issuer: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file that may become the version of record, and what is kept of how it came."""

    signature: SignatureFacts
    certificate: Certificate
    other_holder: bool
    reason: str
    rewritten: bool
    conforms: bool


def arrived(report: Report, content: bytes, declared: Declared) -> Arrived:
    """Judge a file against a prepared version. Raises IssuingRefused with cause and way out."""
    prepared, document = read(report.prepared_file, report.prepared_sha256), thaw(report.document)
    signature = _one_signature(prepared, content)
    certificate = _fit_certificate(content)
    _check_moment(signature, report.prepared_at)
    other_holder = _check_holder(certificate, document, declared)
    reason = _check_issuer(signature, declared)
    return Arrived(signature, certificate, other_holder, reason, rewritten=False, conforms=not faults_of(content))


def _one_signature(prepared: bytes, content: bytes) -> SignatureFacts:
    if len(content) > len(prepared) + MOST_ADDED_BYTES:
        raise IssuingRefused(
            "Berkas ini jauh lebih besar daripada berkas yang disiapkan. Unggah hasil tanda tangannya saja."
        )
    if content.rstrip() == prepared.rstrip():
        raise IssuingRefused("Berkas ini belum ditandatangani. Unggah berkas hasil dari layanan tanda tangan.")
    if not content.startswith(prepared):
        raise IssuingRefused(
            "Berkas ini bukan berkas yang disiapkan portal dengan tambahan tanda tangan. Unduh berkas siap "
            "tanda tangan, tandatangani tanpa mengubahnya, lalu unggah hasilnya."
        )
    inspection = inspect(content, trusted_roots(), most_bytes=MOST_BYTES)
    if inspection.error:
        raise IssuingRefused(inspection.error)
    return _sound(inspection.signatures, extends=extends(prepared, content, most_bytes=MOST_BYTES))


def _sound(signatures: tuple[SignatureFacts, ...], *, extends: bool) -> SignatureFacts:
    if not signatures:
        raise IssuingRefused("Berkas ini tidak memuat tanda tangan elektronik.")
    if len(signatures) > 1:
        raise IssuingRefused("Berkas ini memuat lebih dari satu tanda tangan; laporan ditandatangani oleh satu orang.")
    if not signatures[0].holds or not extends:
        raise IssuingRefused(
            "Tanda tangan pada berkas ini tidak sah, atau isi berkas diubah. Ulangi dari berkas aslinya."
        )
    return signatures[0]


def _fit_certificate(content: bytes) -> Certificate:
    """The certificate of the signature, which a key in the portal could have, too."""
    from reports.signing.signatory import signatory_of  # a second of imports

    signatory = signatory_of(content)
    if signatory.unfit or signatory.certificate is None:
        raise IssuingRefused(signatory.unfit)
    return signatory.certificate


def _check_moment(signature: SignatureFacts, prepared_at: datetime | None) -> None:
    """A signature cannot be older than what it signs: a clock turned back would bring an ended certificate to life."""
    if signature.signed_at and prepared_at and signature.signed_at < prepared_at - CLOCK_SLACK:
        raise IssuingRefused(
            "Waktu pada tanda tangan ini lebih awal daripada saat berkas disiapkan. Perbaiki jam pada layanan atau "
            "komputer yang menandatangani, lalu tandatangani lagi."
        )


def _check_holder(certificate: Certificate, document: ReportDocument, declared: Declared) -> bool:
    """Whether another than the signatory holds the certificate, which has to be declared."""
    check_key_allowed(certificate)
    check_mark(certificate, document)
    if signatory_matches(certificate, document):
        return False
    if declared.other_holder:
        return True
    raise IssuingRefused(
        f"Sertifikat ini atas nama {certificate.holder}, sedangkan penanda tangan laporan ini "
        f"{document.source.signatory.name}. Bila memang demikian, centang pernyataan tentang perbedaan nama, pilih "
        "lagi berkas yang sama, lalu unggah. Bila tidak, mintalah tanda tangan dari penanda tangan laporan."
    )


def _check_issuer(signature: SignatureFacts, declared: Declared) -> str:
    """Why a signature is taken whose issuer is not registered here; empty for one that is."""
    if signature.trusted:
        return ""
    if not declared.unknown_issuer:
        raise IssuingRefused(
            f"Penerbit sertifikat ini, {signature.issuer}, tidak terdaftar di portal ini. Bila Anda yakin akan "
            "asalnya, centang pernyataan tentang penerbit, tuliskan alasannya, pilih lagi berkas yang sama, lalu "
            "unggah. Bila "
            "penerbitnya semestinya terdaftar, mintalah pengelola portal mendaftarkannya."
        )
    return checked_reason(declared.reason)
