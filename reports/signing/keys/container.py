"""What lies in a PKCS#12 container; runs inside the fence, since who sent it says how long it takes to open.

Plain values come out: a sentence that refuses, the keys to choose from, or the one key and its certificates as PEM.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from asn1crypto import pkcs12 as structure
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_der_private_key,
    pkcs12,
)
from cryptography.x509.oid import PublicKeyAlgorithmOID

from reports.signing.keys.certificate import described, fingerprint_of
from reports.signing.keys.fitness import unfitness

MOST_ITERATIONS = 1_000_000
"""In sum over all that a passphrase is hashed for."""
NOT_A_CONTAINER = "Berkas ini bukan kunci PKCS#12 (.p12 atau .pfx), atau berkasnya rusak."
_COSTLY = "Penguncian berkas ini terlalu berat untuk dibuka. Ekspor ulang dengan pengaturan biasa."
_NESTED = (
    "Susunan berkas kunci ini tidak lazim (bertingkat) sehingga tidak dibuka. Ekspor ulang dengan pengaturan biasa."
)
_INCOMPLETE = "Berkas ini tidak memuat kunci privat beserta sertifikatnya. Ekspor ulang lengkap."
_NO_PAIR = "Kunci privat dan sertifikat dalam berkas ini bukan pasangan."
_ONLY_PSS = (
    "Kunci ini hanya untuk cara RSA-PSS, yang oleh sebagian pembaca PDF dinyatakan tidak sah. "
    "Gunakan kunci RSA biasa atau kurva eliptik (ECDSA)."
)
_UNSUPPORTED = "Cara penguncian berkas ini tidak didukung. Ekspor ulang dengan AES-256."

PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
Answer = dict[str, Any] | bytes


class _RefusedError(Exception):
    """The container is of no use; the argument is a sentence for its owner."""


class _ClosedError(Exception):
    """The passphrase does not open it."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """A private key and the certificate that goes with it."""

    key: Any
    certificate: x509.Certificate

    @property
    def unused(self) -> str:
        """Why we do not sign with it, although others may: Poppler, for one, calls signatures by RSA-PSS invalid."""
        return _ONLY_PSS if self.certificate.public_key_algorithm_oid == PublicKeyAlgorithmOID.RSASSA_PSS else ""

    def pem(self, others: list[x509.Certificate]) -> bytes:
        """The key, its certificate, and those of ``others`` that lead towards a root."""
        certificates = [self.certificate, *self._issuers(others)]
        key: bytes = self.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        return key + b"".join(each.public_bytes(Encoding.PEM) for each in certificates)

    def _issuers(self, others: list[x509.Certificate]) -> Iterator[x509.Certificate]:
        left = [other for other in others if other != self.certificate]
        last = self.certificate
        while last.issuer != last.subject:
            above = next((other for other in left if other.subject == last.issuer), None)
            if above is None:
                return
            yield above
            left.remove(above)
            last = above


def opened(container: bytes, passphrase: str, at: datetime, wanted: str) -> Iterator[Answer]:
    """The one answer: ``{"wrong": True}``, ``{"refused": sentence}``, ``{"several": faces}``, or PEM.

    ``wanted``: the fingerprint of the certificate to take where several keys are fit at the moment ``at``.
    """
    try:
        closed = _Container(container, passphrase)
        closed.refuse_costly()
        pairs, others = closed.contents()
        fit = _fit(pairs, at)
        chosen = [pair for pair in fit if fingerprint_of(pair.certificate) == wanted] or fit
        if len(chosen) > 1:
            yield {"several": [described(pair.certificate).as_json() for pair in chosen]}
        else:
            yield chosen[0].pem(others)
    except _ClosedError:
        yield {"wrong": True}
    except _RefusedError as refused:
        yield {"refused": str(refused)}


# --- while it is closed


def _iterations(container: structure.Pfx) -> Iterator[int]:
    """Every count of iterations that can be seen while the container is closed."""
    if container["mac_data"]:
        yield container["mac_data"]["iterations"].native
    for part in container.authenticated_safe:
        kind = part["content_type"].native
        if kind == "encrypted_data":
            info = part["content"]["encrypted_content_info"]
            yield info["content_encryption_algorithm"].kdf_iterations
        elif kind == "data":
            yield from _bag_iterations(_bags(part))
        else:
            raise _RefusedError(_NESTED)


def _bags(part: Any) -> structure.SafeContents:
    return structure.SafeContents.load(part["content"].native)


def _bag_iterations(bags: structure.SafeContents) -> Iterator[int]:
    for bag in bags:
        kind = bag["bag_id"].native
        if kind == "safe_contents":
            raise _RefusedError(_NESTED)
        if kind == "pkcs8_shrouded_key_bag":
            yield bag["bag_value"]["encryption_algorithm"].kdf_iterations


# --- once it is open


@dataclass(frozen=True, slots=True, repr=False)
class _Container:
    """A container and its passphrase; what opens it raises what is to be said of it."""

    container: bytes
    passphrase: str

    def refuse_costly(self) -> None:
        """It names itself how often its passphrase is hashed: one that would take hours is refused unopened."""
        try:
            total = sum(_iterations(structure.Pfx.load(self.container, strict=True)))
        except (ValueError, TypeError, KeyError) as error:
            raise _RefusedError(NOT_A_CONTAINER) from error
        if total > MOST_ITERATIONS:
            raise _RefusedError(_COSTLY)

    def contents(self) -> tuple[list[_Pair], list[x509.Certificate]]:
        """Each key with its certificate, and all certificates."""
        found, secret = self._unlocked()
        own = [found.cert.certificate] if found.cert else []
        certificates = own + [other.certificate for other in found.additional_certs]
        keys = self._keys(secret) or ([found.key] if found.key else [])
        if not keys or not certificates:
            raise _RefusedError(_INCOMPLETE)
        pairs = [_Pair(key, own) for key in keys for own in certificates if key.public_key() == own.public_key()]
        if not pairs:
            raise _RefusedError(_NO_PAIR)
        return pairs, certificates

    def _unlocked(self) -> tuple[pkcs12.PKCS12KeyAndCertificates, bytes]:
        """What the library reads, and the passphrase as it was written: composed and decomposed letters look alike."""
        for form in dict.fromkeys(
            (self.passphrase, *(unicodedata.normalize(name, self.passphrase) for name in ("NFC", "NFD")))
        ):
            try:
                secret = form.encode()
                return pkcs12.load_pkcs12(self.container, secret), secret
            except UnsupportedAlgorithm:
                raise _RefusedError(_UNSUPPORTED) from None
            except (ValueError, TypeError):
                continue
        raise _ClosedError

    def _keys(self, secret: bytes) -> list[Any]:
        """Every private key: the library hands out the first one only."""
        try:
            return list(self._private_keys(secret))
        except UnsupportedAlgorithm:
            raise _RefusedError(_UNSUPPORTED) from None
        except (ValueError, TypeError):
            raise _RefusedError(NOT_A_CONTAINER) from None

    def _private_keys(self, secret: bytes) -> Iterator[Any]:
        for part in structure.Pfx.load(self.container).authenticated_safe:
            if part["content_type"].native != "data":
                continue
            for bag in _bags(part):
                kind = bag["bag_id"].native
                if kind == "pkcs8_shrouded_key_bag":
                    yield load_der_private_key(bag["bag_value"].untag().dump(), secret)
                elif kind == "key_bag":
                    yield load_der_private_key(bag["bag_value"].untag().dump(), None)


def _fit(pairs: list[_Pair], at: datetime) -> list[_Pair]:
    """Those with which one may sign; raises with the reason of the only one, or with each one's."""
    reasons = [unfitness(pair.certificate, at) or pair.unused for pair in pairs]
    fit = [pair for pair, reason in zip(pairs, reasons, strict=True) if not reason]
    if fit:
        return fit
    if len(pairs) == 1:
        raise _RefusedError(reasons[0])
    told = (f"{described(pair.certificate).holder}: {reason}" for pair, reason in zip(pairs, reasons, strict=True))
    raise _RefusedError(f"Tidak satu pun dari {len(pairs)} kunci dalam berkas ini dapat dipakai. {' '.join(told)}")
