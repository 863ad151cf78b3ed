"""The demonstration's own authority and the secretary's key: they vouch for nothing and say so in every certificate.

The authority's private key is thrown away as soon as it has issued the one certificate.
"""

import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import NameOID
from django.conf import settings

from offices.models import User
from reports.models import SigningKey
from reports.signing.keys.certificate import DEMO_MARK
from reports.signing.keys.opening import certificate_of, open_key
from surveys.models import Survey

PASSPHRASE = "contoh-tanda-tangan-2025"  # noqa: S105 (printed at every start; its key is refused outside DEBUG)
MARK = "CONTOH – BUKAN DOKUMEN RESMI"
AUTHORITY = "Otoritas CONTOH SKM Portal"
YEARS = 10
_DER_NULL = b"\x05\x00"


def ensure_key(username: str, survey: Survey) -> None:
    """The person's key in the portal, once, and its files beside: the container, and what the portal trusts."""
    user = User.objects.get(username=username)
    row = SigningKey.objects.filter(user=user).first()
    if row is None:
        container = make_container(survey.signatory_name, survey.signatory_nip)
        certificate = certificate_of(open_key(container, PASSPHRASE))
        row = SigningKey.objects.create(
            user=user,
            container=container,
            sha256=hashlib.sha256(container).hexdigest(),
            fingerprint=certificate.fingerprint,
            certificate=certificate.as_json(),
            is_demo=certificate.is_demo,
        )
    key = open_key(bytes(row.container), PASSPHRASE)
    trust = Path(settings.SIGNING_TRUST)
    trust.parent.mkdir(parents=True, exist_ok=True)
    trust.write_bytes(b"".join(authority.public_bytes(Encoding.PEM) for authority in key.chain))
    key_file().touch(mode=0o600)
    key_file().write_bytes(bytes(row.container))


def key_file() -> Path:
    """Where the container lies as a file, for the upload page and for the console."""
    return Path(settings.SIGNING_TRUST).with_name("demo-sekretaris.p12")


def make_container(holder: str, nip: str) -> bytes:
    """A PKCS#12 container: a P-256 key, its certificate, and that of an authority made for it alone."""
    root_key = ec.generate_private_key(ec.SECP256R1())
    name = _name(AUTHORITY)
    root = (
        _begun(name, name, root_key.public_key(), root_key)
        .add_extension(x509.BasicConstraints(True, 0), critical=True)
        .add_extension(_usage(key_cert_sign=True, crl_sign=True), critical=True)
        .sign(root_key, hashes.SHA256())
    )
    key = ec.generate_private_key(ec.SECP256R1())
    own = (
        _begun(_name(f"{holder} (CONTOH)", nip), root.subject, key.public_key(), root_key)
        .add_extension(x509.BasicConstraints(False, None), critical=True)
        .add_extension(_usage(digital_signature=True, content_commitment=True), critical=True)
        .sign(root_key, hashes.SHA256())
    )
    return pkcs12.serialize_key_and_certificates(
        b"contoh", key, own, [root], BestAvailableEncryption(PASSPHRASE.encode())
    )


def _begun(
    subject: x509.Name, issuer: x509.Name, public: ec.EllipticCurvePublicKey, issuer_key: ec.EllipticCurvePrivateKey
) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    known_by = x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key())
    return (
        x509.CertificateBuilder(issuer, subject, public, x509.random_serial_number())
        .not_valid_before(now - timedelta(days=365))  # the example's report is dated before today
        .not_valid_after(now + timedelta(days=365 * YEARS))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(known_by, critical=False)
        .add_extension(x509.UnrecognizedExtension(DEMO_MARK, _DER_NULL), critical=False)
    )


def _name(common: str, nip: str = "") -> x509.Name:
    parts = [(NameOID.COUNTRY_NAME, "ID"), (NameOID.ORGANIZATION_NAME, MARK), (NameOID.COMMON_NAME, common)]
    if nip:
        parts.append((NameOID.SERIAL_NUMBER, nip))
    return x509.Name([x509.NameAttribute(oid, value) for oid, value in parts])


def _usage(
    *,
    digital_signature: bool = False,
    content_commitment: bool = False,
    key_cert_sign: bool = False,
    crl_sign: bool = False,
) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=digital_signature,
        content_commitment=content_commitment,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=key_cert_sign,
        crl_sign=crl_sign,
        encipher_only=False,
        decipher_only=False,
    )
