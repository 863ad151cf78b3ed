"""What was signed outside the portal and comes back: our own file with an electronic signature, or a scan."""

from typing import Any

from django.utils import timezone

from followups.photos import PhotoRefused, normalise
from offices.models import User
from reports.issuing.keeping import digest_of_bytes, read
from reports.issuing.refusal import IssuingRefused
from reports.issuing.sealing import Signed, check_prepared, fresh, seal
from reports.issuing.signing_here import MOST_BYTES
from reports.models import Report, SigningWay
from reports.signing.verify import SignatureFacts, extends, inspect
from reports.trust import trusted_roots

MOST_SCAN_BYTES = 40 * 2**20
MOST_ADDED_BYTES = 5 * 2**20
_PDF = b"%PDF-"


def accept_signed(report: Report, user: User, content: bytes) -> Report:
    """Take back the prepared file with exactly one signature that holds; whoever made it is kept and shown."""
    waiting = fresh(report)
    check_prepared(waiting, SigningWay.ELSEWHERE)
    prepared = read(waiting.prepared_file, waiting.prepared_sha256)
    facts = _one_signature(prepared, content)
    digest, now = digest_of_bytes(content), timezone.now()
    signed = Signed(
        content=content,
        kind="ttd",
        column="signed_file",
        fields={"signed_sha256": digest, "signed_at": facts.signed_at or now, "signer": _signer(facts)},
        told={"signer": facts.signer, "issuer": facts.issuer, "sha256": digest},
        action="report.accept_signed",
    )
    return seal(waiting, user, signed)


def _one_signature(prepared: bytes, content: bytes) -> SignatureFacts:
    if len(content) > len(prepared) + MOST_ADDED_BYTES:
        raise IssuingRefused(
            "Berkas ini jauh lebih besar daripada berkas yang disiapkan. Unggah hasil tanda tangannya saja."
        )
    if content == prepared:
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


def _signer(facts: SignatureFacts) -> dict[str, Any]:
    moments = {"signed_at": facts.signed_at, "timestamped_at": facts.timestamped_at}
    told = {key: moment.isoformat() if moment else None for key, moment in moments.items()}
    return {
        "holder": facts.signer,
        "signer": facts.signer,
        "issuer": facts.issuer,
        "is_demo": facts.demo,
        "trusted": facts.trusted,
    } | told


def accept_scan(report: Report, user: User, content: bytes) -> Report:
    """Take the scan of the printed and hand-signed file; it is kept beside it, and no key protects it."""
    waiting = fresh(report)
    check_prepared(waiting, SigningWay.BY_HAND)
    kept, ending = _scan(content)
    digest, now = digest_of_bytes(kept), timezone.now()
    signed = Signed(
        content=kept,
        kind="pindaian",
        column="scan",
        fields={"scan_sha256": digest, "signed_at": now, "signer": None},
        told={"sha256": digest, "size": len(kept)},
        action="report.accept_scan",
        ending=ending,
    )
    return seal(waiting, user, signed)


def _scan(content: bytes) -> tuple[bytes, str]:
    """A PDF as it came; a picture as the portal keeps pictures, without what a telephone wrote into it."""
    if len(content) > MOST_SCAN_BYTES:
        raise IssuingRefused(f"Pindaian terlalu besar; paling besar {MOST_SCAN_BYTES // 2**20} MB.")
    if content.startswith(_PDF):
        return content, "pdf"
    try:
        return normalise(content).jpeg, "jpg"
    except PhotoRefused as error:
        raise IssuingRefused("Pindaian harus berupa PDF atau gambar JPEG/PNG yang utuh.") from error
