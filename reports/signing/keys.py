"""A signatory's key: the PKCS#12 container opened by its passphrase, and refused where it may not sign reports.

Neither the passphrase nor the key is ever part of a message, a representation or a log line.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from asn1crypto import pkcs12 as structure
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from django.views.decorators.debug import sensitive_variables

from reports.language import date_text
from reports.signing.certificate import Certificate, described

MOST_BYTES = 100_000
MOST_ITERATIONS = 5_000_000
LEAST_RSA_BITS = 2048
CURVES = ("secp256r1", "secp384r1", "secp521r1")
NOT_A_CONTAINER = "Berkas ini bukan kunci PKCS#12 (.p12 atau .pfx), atau berkasnya rusak."


class WrongPassphrase(ValueError):  # noqa: N818 (named for what the signatory reads)
    """The passphrase does not open the container."""

    def __init__(self) -> None:
        super().__init__("Frasa sandi salah. Kunci tidak dapat dibuka; silakan coba lagi.")


class UnusableKey(ValueError):  # noqa: N818
    """The container holds no key with which a report may be signed; the message says why."""


@dataclass(frozen=True, slots=True)
class LocalKey:
    """A key that is open in memory, its certificate, and those that lead to the issuer."""

    key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey = field(repr=False)
    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...] = field(repr=False)


def certificate_of(key: LocalKey) -> Certificate:
    """What the key's certificate says."""
    return described(key.certificate)


@sensitive_variables()
def open_key(container: bytes, passphrase: str, *, at: datetime | None = None) -> LocalKey:
    """The key in a PKCS#12 container, fit to sign at the moment ``at`` (aware; now).

    Raises WrongPassphrase or UnusableKey, each with a sentence for the signatory.
    """
    _refuse_costly(container)
    key, certificate, chain = _contents(container, passphrase)
    if certificate is None or key is None:
        raise UnusableKey("Berkas ini tidak memuat kunci privat beserta sertifikatnya. Ekspor ulang lengkap.")
    if not isinstance(key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
        raise UnusableKey("Jenis kunci ini tidak didukung. Gunakan kunci RSA atau kurva eliptik (ECDSA).")
    if key.public_key() != certificate.public_key():
        raise UnusableKey("Kunci privat dan sertifikat dalam berkas ini bukan pasangan.")
    try:
        refuse_unfit(certificate, at or datetime.now(UTC))
    except (x509.DuplicateExtension, x509.UnsupportedGeneralNameType) as error:
        raise UnusableKey("Sertifikat dalam berkas ini tidak dapat dibaca.") from error
    return LocalKey(key, certificate, chain)


@sensitive_variables()
def _contents(
    container: bytes, passphrase: str
) -> tuple[object, x509.Certificate | None, tuple[x509.Certificate, ...]]:
    try:
        found = pkcs12.load_pkcs12(container, passphrase.encode())
    except UnsupportedAlgorithm:
        raise UnusableKey("Cara penguncian berkas ini tidak didukung. Ekspor ulang dengan AES-256.") from None
    except (ValueError, TypeError):
        raise WrongPassphrase from None  # the cause may quote what was typed
    own = found.cert.certificate if found.cert else None
    return found.key, own, tuple(other.certificate for other in found.additional_certs)


def _refuse_costly(container: bytes) -> None:
    """A container names itself how often its passphrase is hashed: one that would take hours is refused unopened."""
    if len(container) > MOST_BYTES:
        raise UnusableKey(NOT_A_CONTAINER)
    try:
        costly = any(count > MOST_ITERATIONS for count in _iterations(structure.Pfx.load(container, strict=True)))
    except (ValueError, TypeError, KeyError) as error:
        raise UnusableKey(NOT_A_CONTAINER) from error
    if costly:
        raise UnusableKey("Penguncian berkas ini terlalu berat untuk dibuka. Ekspor ulang dengan pengaturan biasa.")


def _iterations(container: structure.Pfx) -> Iterator[int]:
    """Every count of iterations that can be seen while the container is closed."""
    if container["mac_data"]:
        yield container["mac_data"]["iterations"].native
    for part in container.authenticated_safe:
        if part["content_type"].native == "encrypted_data":
            info = part["content"]["encrypted_content_info"]
            yield info["content_encryption_algorithm"].kdf_iterations
        elif part["content_type"].native == "data":
            yield from _bag_iterations(structure.SafeContents.load(part["content"].native))


def _bag_iterations(bags: structure.SafeContents) -> Iterator[int]:
    for bag in bags:
        if bag["bag_id"].native == "pkcs8_shrouded_key_bag":
            yield bag["bag_value"]["encryption_algorithm"].kdf_iterations


def refuse_unfit(certificate: x509.Certificate, at: datetime) -> None:
    """Raise UnusableKey where a certificate is not one with which a person signs at that moment."""
    if at < certificate.not_valid_before_utc:
        raise UnusableKey(f"Sertifikat ini baru berlaku mulai {date_text(certificate.not_valid_before_utc.date())}.")
    if at > certificate.not_valid_after_utc:
        raise UnusableKey(
            f"Masa berlaku sertifikat ini sudah habis pada {date_text(certificate.not_valid_after_utc.date())}."
        )
    if _is_authority(certificate):
        raise UnusableKey("Sertifikat ini milik penerbit sertifikat, bukan milik penanda tangan.")
    if not _may_sign(certificate):
        raise UnusableKey("Sertifikat ini tidak diperuntukkan bagi tanda tangan elektronik.")
    _refuse_weak(certificate)


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


def _refuse_weak(certificate: x509.Certificate) -> None:
    public = certificate.public_key()
    if isinstance(public, rsa.RSAPublicKey) and public.key_size < LEAST_RSA_BITS:
        raise UnusableKey(f"Kunci RSA {public.key_size} bit terlalu lemah; paling sedikit {LEAST_RSA_BITS} bit.")
    if isinstance(public, ec.EllipticCurvePublicKey) and public.curve.name not in CURVES:
        raise UnusableKey("Kurva kunci ini tidak didukung. Gunakan P-256, P-384, atau P-521.")
