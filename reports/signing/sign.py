"""A report's signature: PAdES B-B, or B-T with a timestamp, into the field that was made before.

The certificate is judged in keys.py; a signature is made whole or not at all.
"""

from datetime import datetime
from typing import Any

import requests
from asn1crypto import x509
from cryptography import x509 as read_x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, Signer
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.sign.timestamps import TimestampRequestError
from pyhanko.sign.timestamps.requests_client import RequestsHTTPTimeStamper
from pyhanko.stamp import NoOpStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from reports.signing.field import FIELD
from reports.signing.keys.opening import LocalKey, refuse_unfit
from reports.signing.update import update_of

TIMESTAMP_SECONDS = 10
_SIGNATURE_BYTES, _TIMESTAMP_BYTES = 2048, 10_240  # room beside the certificates; a token with its own chain


class SigningFailed(ValueError):
    """Nothing was signed; the message says why, and that one may try again."""


def sign(pdf: bytes, key: LocalKey, *, at: datetime, reason: str, location: str, timestamp_url: str = "") -> bytes:
    """The file with its signature as an incremental update; ``at`` is aware and stands in the signature.

    ``pdf`` has the empty field of field.py. Raises SigningFailed or UnusableKey.
    """
    if at.tzinfo is None:
        raise ValueError("at must be aware")
    refuse_unfit(key.certificate, at)
    stamper = RequestsHTTPTimeStamper(timestamp_url, timeout=TIMESTAMP_SECONDS) if timestamp_url else None
    signer = _SignerAt(at, _metadata(reason, location), _KeySigner(key), stamper)
    try:
        # Hexadecimal digits to reserve: known beforehand, so that a timestamp is asked for only once.
        certificates = sum(len(_der(certificate)) for certificate in (key.certificate, *key.chain))
        room = 2 * (_SIGNATURE_BYTES + certificates + (_TIMESTAMP_BYTES if stamper else 0))
        target = signer.sign_pdf(update_of(pdf), existing_fields_only=True, bytes_reserved=room)
    except (TimestampRequestError, requests.RequestException) as error:
        raise SigningFailed(
            "Server penanda waktu tidak dapat dihubungi atau jawabannya tidak sah. "
            "Laporan belum ditandatangani; silakan coba lagi."
        ) from error
    except (SigningError, PdfError, ValueError, KeyError) as error:
        raise SigningFailed("Berkas tidak dapat ditandatangani. Siapkan ulang laporan, lalu coba lagi.") from error
    return bytes(target.getbuffer())


def _metadata(reason: str, location: str) -> PdfSignatureMetadata:
    return PdfSignatureMetadata(
        field_name=FIELD, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES, reason=reason, location=location
    )


def _der(certificate: read_x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.DER)


class _SignerAt(PdfSigner):  # type: ignore[misc]
    """Signs as of a given moment; what is seen on the page is not its business."""

    def __init__(self, at: datetime, metadata: PdfSignatureMetadata, signer: Signer, stamper: Any) -> None:
        super().__init__(metadata, signer, timestamper=stamper, stamp_style=NoOpStampStyle())
        self.at = at

    def init_signing_session(self, *arguments: Any, **options: Any) -> PdfSigningSession:
        session = super().init_signing_session(*arguments, **options)
        session.system_time = self.at
        return session

    def register_extensions(self, *_arguments: Any, **_options: Any) -> None:
        """The field came with what a signature needs; the catalogue, a large object, is not written anew."""


class _KeySigner(Signer):  # type: ignore[misc]
    """Signs with the key as it was opened: the library's own way would read and prove it anew each time."""

    def __init__(self, key: LocalKey) -> None:
        known = SimpleCertificateStore()
        known.register_multiple(x509.Certificate.load(_der(other)) for other in key.chain)
        own = x509.Certificate.load(_der(key.certificate))
        super().__init__(signing_cert=own, cert_registry=known, embed_roots=False)
        self._key = key.key

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:  # noqa: ARG002
        if digest_algorithm != "sha256":
            raise SigningError("only SHA-256 is asked for")
        if isinstance(self._key, rsa.RSAPrivateKey):
            return self._key.sign(data, padding.PKCS1v15(), hashes.SHA256())
        return self._key.sign(data, ec.ECDSA(hashes.SHA256()))
