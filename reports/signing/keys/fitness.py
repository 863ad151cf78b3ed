"""Which certificates a person may sign a report with: for keys kept here, signatures made elsewhere, trust.

Whose certificate it is, and who issued it, is not asked here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
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
        return next(_Fitness(certificate, at).reasons(), "")
    except _CANNOT_BE_READ:
        return _UNREADABLE


@dataclass(frozen=True, slots=True)
class _Fitness:
    """Why a certificate may not be used at a moment: a sentence for each reason, the first one first."""

    certificate: x509.Certificate
    at: datetime

    def reasons(self) -> Iterator[str]:
        first = self.certificate.not_valid_before_utc
        last = self.certificate.not_valid_after_utc
        if self.at < first:
            yield f"Sertifikat ini baru berlaku mulai {date_text(first.date())}."
        if self.at > last:
            yield f"Masa berlaku sertifikat ini sudah habis pada {date_text(last.date())}."
        if self._is_authority():
            yield "Sertifikat ini milik penerbit sertifikat, bukan milik penanda tangan."
        if not (self._may_sign() and self._serves_documents()):
            yield "Sertifikat ini tidak diperuntukkan bagi tanda tangan elektronik."
        yield from self._weaknesses()

    def _is_authority(self) -> bool:
        try:
            return bool(self.certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca)
        except x509.ExtensionNotFound:
            return False

    def _may_sign(self) -> bool:
        """A certificate that does not say what it is for may sign (RFC 5280, 4.2.1.3)."""
        try:
            usage = self.certificate.extensions.get_extension_for_class(x509.KeyUsage).value
        except x509.ExtensionNotFound:
            return True
        return bool(usage.digital_signature or usage.content_commitment)

    def _serves_documents(self) -> bool:
        """Whether one of its purposes, where it names any, is to sign what people read (RFC 5280, 4.2.1.12)."""
        try:
            named = self.certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
        except x509.ExtensionNotFound:
            return True
        return not PURPOSES.isdisjoint(named)

    def _weaknesses(self) -> Iterator[str]:
        public = self.certificate.public_key()
        digest = self.certificate.signature_hash_algorithm
        if not isinstance(public, rsa.RSAPublicKey | ec.EllipticCurvePublicKey):
            yield "Jenis kunci ini tidak didukung. Gunakan kunci RSA atau kurva eliptik (ECDSA)."
        if isinstance(public, rsa.RSAPublicKey) and public.key_size < LEAST_RSA_BITS:
            yield f"Kunci RSA {public.key_size} bit terlalu lemah; paling sedikit {LEAST_RSA_BITS} bit."
        if isinstance(public, ec.EllipticCurvePublicKey) and public.curve.name not in CURVES:
            yield "Kurva kunci ini tidak didukung. Gunakan P-256, P-384, atau P-521."
        if digest is not None and digest.name in BROKEN_DIGESTS:
            name = digest.name.upper()
            yield f"Sertifikat ini disahkan dengan {name}, yang tidak lagi aman. Mintalah sertifikat baru."
