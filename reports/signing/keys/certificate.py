"""What a certificate says about its holder, and whether that is the signatory; no key and no PDF in here."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509.oid import NameOID

from reports.signing.keys.names import same_name

DEMO_MARK = x509.ObjectIdentifier("2.25.223344717153610948026735106213908461375")
"""An extension of our own, not critical: who carries it was made by the demonstration and vouches for nothing."""

_NIP = re.compile(r"(?<!\d)\d{18}(?!\d)")


@dataclass(frozen=True, slots=True)
class Certificate:
    """``serial``: hexadecimal; ``serial_nip``: the NIP that the subject carries, else empty; moments are aware.

    ``fingerprint``: SHA-256 of the whole certificate, hexadecimal; empty in what was kept before it was.

    Other numbers of a person that a subject may carry (NIK) are not taken over.
    """

    holder: str
    organisation: str
    serial_nip: str
    issuer: str
    serial: str
    not_before: datetime
    not_after: datetime
    is_demo: bool
    self_issued: bool
    fingerprint: str = ""

    def as_json(self) -> dict[str, Any]:
        """Plain values, the moments as ISO 8601."""
        moments = {"not_before": self.not_before.isoformat(), "not_after": self.not_after.isoformat()}
        return asdict(self) | moments

    def is_valid_at(self, moment: datetime) -> bool:
        return self.not_before <= moment <= self.not_after


def certificates_in(content: bytes) -> list[x509.Certificate]:
    """The certificates of a PEM bundle, or the one of a DER file. Raises ValueError."""
    if b"-----BEGIN" in content:
        return x509.load_pem_x509_certificates(content)
    return [x509.load_der_x509_certificate(content)]


def described(certificate: x509.Certificate) -> Certificate:
    """Read an X.509 certificate. Raises ValueError where it is malformed."""
    subject, issuer = certificate.subject, certificate.issuer
    return Certificate(
        holder=_first(subject, NameOID.COMMON_NAME) or subject.rfc4514_string(),
        organisation=_first(subject, NameOID.ORGANIZATION_NAME),
        serial_nip=_nip(subject),
        issuer=_first(issuer, NameOID.COMMON_NAME) or issuer.rfc4514_string(),
        serial=f"{certificate.serial_number:x}",
        not_before=certificate.not_valid_before_utc,
        not_after=certificate.not_valid_after_utc,
        is_demo=any(extension.oid == DEMO_MARK for extension in certificate.extensions),
        self_issued=subject == issuer,
        fingerprint=fingerprint_of(certificate),
    )


def fingerprint_of(certificate: x509.Certificate) -> str:
    """SHA-256 of the certificate, 64 hexadecimal digits, as other tools show it."""
    return certificate.fingerprint(SHA256()).hex()


def restored(facts: Mapping[str, Any]) -> Certificate:
    """What ``as_json`` made plain."""
    moments = {name: datetime.fromisoformat(facts[name]) for name in ("not_before", "not_after")}
    return Certificate(**dict(facts) | moments)


def _first(name: x509.Name, oid: x509.ObjectIdentifier) -> str:
    return next(_values(name, oid), "")


def _values(name: x509.Name, oid: x509.ObjectIdentifier) -> Iterator[str]:
    return (value for value in (part.value for part in name.get_attributes_for_oid(oid)) if isinstance(value, str))


def _nip(subject: x509.Name) -> str:
    for oid in (NameOID.SERIAL_NUMBER, NameOID.USER_ID):
        for value in _values(subject, oid):
            if found := _NIP.search(value.replace(" ", "")):
                return found[0]
    return ""


def holder_matches(certificate: Certificate, name: str, nip: str | None) -> bool:
    """Whether the holder is the person named: by NIP where both have one, else by name (names.py)."""
    digits = re.sub(r"\D", "", nip or "")
    if certificate.serial_nip and digits:
        return certificate.serial_nip == digits
    return same_name(certificate.holder, name)
