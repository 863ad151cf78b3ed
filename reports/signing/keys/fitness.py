"""Which certificates a person may sign a report with: for keys kept here, signatures made elsewhere, trust.

Whose certificate it is, and who issued it, is not asked here.
"""

from collections.abc import Iterator
from datetime import datetime

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID

from reports.words.language import date_text

LEAST_RSA_BITS = 2048
CURVES = ("secp256r1", "secp384r1", "secp521r1")
BROKEN_DIGESTS = ("md5", "sha1")
PURPOSES = frozenset(
    {
        ExtendedKeyUsageOID.EMAIL_PROTECTION,
        ExtendedKeyUsageOID.ANY_EXTENDED_KEY_USAGE,
        x509.ObjectIdentifier("1.3.6.1.5.5.7.3.36"),  # document signing, RFC 9336
        x509.ObjectIdentifier("1.3.6.1.4.1.311.10.3.12"),  # document signing, Microsoft
        x509.ObjectIdentifier("1.2.840.113583.1.1.5"),  # authentic documents, Adobe
    }
)
_UNREADABLE = "Sertifikat ini tidak dapat dibaca."
_CANNOT_BE_READ = (
    ValueError,
    TypeError,
    UnsupportedAlgorithm,
    x509.DuplicateExtension,
    x509.UnsupportedGeneralNameType,
)


def unfitness(certificate: x509.Certificate, at: datetime) -> str:
    """Why a person may not sign with this certificate at the moment ``at`` (aware): a sentence, empty if they may."""
    try:
        return next(_reasons(certificate, at), "")
    except _CANNOT_BE_READ:
        return _UNREADABLE


def _reasons(certificate: x509.Certificate, at: datetime) -> Iterator[str]:
    if at < certificate.not_valid_before_utc:
        yield f"Sertifikat ini baru berlaku mulai {date_text(certificate.not_valid_before_utc.date())}."
    if at > certificate.not_valid_after_utc:
        yield f"Masa berlaku sertifikat ini sudah habis pada {date_text(certificate.not_valid_after_utc.date())}."
    if _is_authority(certificate):
        yield "Sertifikat ini milik penerbit sertifikat, bukan milik penanda tangan."
    if not (_may_sign(certificate) and _serves_documents(certificate)):
        yield "Sertifikat ini tidak diperuntukkan bagi tanda tangan elektronik."
    yield from _weaknesses(certificate)


def _is_authority(certificate: x509.Certificate) -> bool:
    try:
        return bool(certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca)
    except x509.ExtensionNotFound:
        return False


def _may_sign(certificate: x509.Certificate) -> bool:
    """A certificate that does not say what it is for may sign (RFC 5280, 4.2.1.3)."""
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return True
    return bool(usage.digital_signature or usage.content_commitment)


def _serves_documents(certificate: x509.Certificate) -> bool:
    """Whether one of its purposes, where it names any, is to sign what people read (RFC 5280, 4.2.1.12)."""
    try:
        named = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    except x509.ExtensionNotFound:
        return True
    return not PURPOSES.isdisjoint(named)


def _weaknesses(certificate: x509.Certificate) -> Iterator[str]:
    public = certificate.public_key()
    digest = certificate.signature_hash_algorithm
    if not isinstance(public, rsa.RSAPublicKey | ec.EllipticCurvePublicKey):
        yield "Jenis kunci ini tidak didukung. Gunakan kunci RSA atau kurva eliptik (ECDSA)."
    if isinstance(public, rsa.RSAPublicKey) and public.key_size < LEAST_RSA_BITS:
        yield f"Kunci RSA {public.key_size} bit terlalu lemah; paling sedikit {LEAST_RSA_BITS} bit."
    if isinstance(public, ec.EllipticCurvePublicKey) and public.curve.name not in CURVES:
        yield "Kurva kunci ini tidak didukung. Gunakan P-256, P-384, atau P-521."
    if digest is not None and digest.name in BROKEN_DIGESTS:
        yield f"Sertifikat ini disahkan dengan {digest.name.upper()}, yang tidak lagi aman. Mintalah sertifikat baru."
