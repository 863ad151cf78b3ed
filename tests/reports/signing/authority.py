"""An authority for tests: issues keys of every kind, fit and unfit, as PKCS#12 containers."""

from datetime import UTC, datetime, timedelta

from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

NOW = datetime(2026, 1, 9, 3, 0, tzinfo=UTC)
PASSPHRASE = "frasa-sandi-rahasia-4711"
NIP = "198305032009021002"
USAGES = (
    "digital_signature",
    "content_commitment",
    "key_encipherment",
    "data_encipherment",
    "key_agreement",
    "key_cert_sign",
    "crl_sign",
    "encipher_only",
    "decipher_only",
)


def p256():
    return ec.generate_private_key(ec.SECP256R1())


def rsa_key(bits=3072):
    return rsa.generate_private_key(65537, bits)


def name(common, *, organisation="Komisi Pemilihan Umum Kabupaten Contoh", number=None):
    parts = [(NameOID.COUNTRY_NAME, "ID"), (NameOID.ORGANIZATION_NAME, organisation), (NameOID.COMMON_NAME, common)]
    if number:
        parts.append((NameOID.SERIAL_NUMBER, number))
    return x509.Name([x509.NameAttribute(oid, value) for oid, value in parts])


def usage(*wanted):
    return x509.KeyUsage(**{each: each in wanted for each in USAGES})


def certificate(
    subject,
    public,
    issuer,
    issuer_key,
    *,
    start=NOW - timedelta(days=365),
    end=NOW + timedelta(days=3650),
    ca=False,
    usages=("digital_signature", "content_commitment"),
    extensions=(),
):
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(end)
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False)
    )
    if usages:
        made = made.add_extension(usage(*usages), critical=True)
    for extension, critical in extensions:
        made = made.add_extension(extension, critical)
    return made.sign(issuer_key, hashes.SHA256())


class Authority:
    """A root with a name; what it issues is valid around NOW unless said otherwise."""

    def __init__(self, common="Otoritas Uji"):
        self.key, self.name = p256(), name(common, organisation="Otoritas Uji")
        self.root = certificate(
            self.name, self.key.public_key(), self.name, self.key, ca=True, usages=("key_cert_sign", "crl_sign")
        )
        self.pem = self.root.public_bytes(Encoding.PEM)

    def issue(self, common="Sri Contoh", key=None, *, number=None, **options):
        """A key and its certificate."""
        key = key or p256()
        return key, certificate(name(common, number=number), key.public_key(), self.name, self.key, **options)

    def issue_pss(self, common="Sri Contoh", **options):
        """An RSA key whose certificate says RSA-PSS; no library of ours issues such."""
        key, own = self.issue(common, rsa_key(2048), **options)
        der = asn1_x509.Certificate.load(own.public_bytes(Encoding.DER))
        tbs = der["tbs_certificate"]
        tbs["subject_public_key_info"]["algorithm"] = {"algorithm": "rsassa_pss"}
        der["signature_value"] = self.key.sign(tbs.dump(force=True), ec.ECDSA(hashes.SHA256()))
        return key, x509.load_der_x509_certificate(der.dump(force=True))

    def container(self, common="Sri Contoh", key=None, *, passphrase=PASSPHRASE, **options):
        """A PKCS#12 container with a key, its certificate and the root."""
        return contained(*self.issue(common, key, **options), [self.root], passphrase)

    def stamping_key(self):
        """Key and certificate of a time-stamping authority."""
        purpose = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
        return self.issue(
            "Penanda Waktu Uji", rsa_key(2048), usages=("digital_signature",), extensions=[(purpose, True)]
        )


def contained(key, own, others=(), passphrase=PASSPHRASE):
    return pkcs12.serialize_key_and_certificates(
        b"kunci", key, own, list(others), BestAvailableEncryption(passphrase.encode())
    )
