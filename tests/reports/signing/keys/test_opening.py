"""Which keys may sign a report, what is said of the others, and whom a certificate names."""

from datetime import timedelta

import pytest
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID

from reports.signing.keys.certificate import DEMO_MARK, holder_matches
from reports.signing.keys.fitness import unfitness
from reports.signing.keys.opening import UnusableKey, WrongPassphrase, certificate_of, open_key, refuse_unfit
from tests.reports.signing.authority import NIP, NOW, PASSPHRASE, Authority, contained, p256, rsa_key

DAY = timedelta(days=1)


def purposes(*named):
    return x509.ExtendedKeyUsage(named), True


def opened(container, passphrase=PASSPHRASE):
    return open_key(container, passphrase, at=NOW)


def test_a_fit_key_opens_with_its_certificate_and_chain(authority):
    key = opened(authority.container(number=NIP))
    told = certificate_of(key)
    assert (told.holder, told.issuer, told.serial_nip) == ("Sri Contoh", "Otoritas Uji", NIP)
    assert (told.is_demo, told.self_issued) == (False, False)
    assert told.is_valid_at(NOW) and not told.is_valid_at(NOW + 9999 * DAY)
    assert key.chain == (authority.root,)
    assert told.as_json()["not_after"] == told.not_after.isoformat()


def test_in_a_trace_a_key_is_told_by_its_certificate_alone(authority):
    told = repr(opened(authority.container()))
    assert "certificate=" in told and "key=" not in told and "chain=" not in told


@pytest.mark.parametrize("passphrase", ["", "salah", PASSPHRASE + " ", "é" * 50])
def test_a_wrong_passphrase_is_told_as_such(authority, passphrase):
    with pytest.raises(WrongPassphrase, match="Frasa sandi salah"):
        opened(authority.container(), passphrase)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"0\x82", b"\x30\x03\x02\x01\x03", b"x" * 200_000])
def test_what_is_no_container_is_told_as_such(content):
    with pytest.raises(UnusableKey, match="bukan kunci PKCS#12"):
        opened(content)


@pytest.mark.parametrize(
    ("unfit", "words"),
    [
        ({"end": NOW - DAY}, "sudah habis pada 8 Januari 2026"),
        ({"start": NOW + DAY}, "baru berlaku mulai 10 Januari 2026"),
        ({"usages": ("key_encipherment",)}, "tidak diperuntukkan"),
        ({"ca": True, "usages": ("digital_signature", "key_cert_sign")}, "milik penerbit"),
        ({"extensions": [purposes(ExtendedKeyUsageOID.SERVER_AUTH)]}, "tidak diperuntukkan"),
        ({"extensions": [purposes(ExtendedKeyUsageOID.TIME_STAMPING)]}, "tidak diperuntukkan"),
        ({"extensions": [purposes(ExtendedKeyUsageOID.CODE_SIGNING)]}, "tidak diperuntukkan"),
        ({"key": rsa_key(1024)}, "1024 bit terlalu lemah"),
        ({"key": ec.generate_private_key(ec.SECP256K1())}, "Kurva kunci ini tidak didukung"),
        ({"key": ed25519.Ed25519PrivateKey.generate()}, "Jenis kunci ini tidak didukung"),
    ],
)
def test_an_unfit_key_is_refused_with_its_reason(authority, unfit, words):
    with pytest.raises(UnusableKey, match=words):
        opened(authority.container(**unfit))


@pytest.mark.parametrize(
    "fit",
    [
        {"usages": ("digital_signature",)},
        {"usages": ("content_commitment",)},
        {"usages": ()},
        {"extensions": [purposes(ExtendedKeyUsageOID.EMAIL_PROTECTION, ExtendedKeyUsageOID.CLIENT_AUTH)]},
        {"extensions": [purposes(x509.ObjectIdentifier("1.3.6.1.5.5.7.3.36"))]},
        {"key": rsa_key(2048)},
    ],
)
def test_a_certificate_for_signatures_or_for_anything_is_fit(authority, fit):
    assert opened(authority.container(**fit))


def test_a_key_for_rsa_pss_only_is_refused_at_once_though_others_may_sign_so(authority):
    key, own = authority.issue_pss()
    with pytest.raises(UnusableKey, match="RSA-PSS"):
        opened(contained(key, own))
    assert unfitness(own, NOW) == ""


def sha1_certificate():
    """Made by hand: no library of today signs with SHA-1. Its signature is not true, which fitness does not ask."""
    _key, own = Authority().issue(key=rsa_key(2048))
    der = asn1_x509.Certificate.load(own.public_bytes(Encoding.DER))
    der["signature_algorithm"] = der["tbs_certificate"]["signature"] = {"algorithm": "sha1_rsa"}
    return x509.load_der_x509_certificate(der.dump(force=True))


def test_a_certificate_that_was_issued_with_sha1_is_not_fit():
    assert "SHA1, yang tidak lagi aman" in unfitness(sha1_certificate(), NOW)
    with pytest.raises(UnusableKey, match="SHA1"):
        refuse_unfit(sha1_certificate(), NOW)


def test_a_certificate_that_cannot_be_read_is_not_fit(authority):
    twice = x509.UnrecognizedExtension(x509.ObjectIdentifier("2.5.29.15"), b"rusak")
    _key, own = authority.issue(usages=(), extensions=[(twice, True)])
    assert unfitness(own, NOW) == "Sertifikat ini tidak dapat dibaca."


def test_a_container_without_a_private_key_is_refused(authority):
    lone = pkcs12.serialize_key_and_certificates(
        b"sertifikat", None, authority.root, None, BestAvailableEncryption(PASSPHRASE.encode())
    )
    with pytest.raises(UnusableKey, match="tidak memuat kunci privat"):
        opened(lone)


def test_an_own_certificate_of_its_own_issue_is_told(authority):
    key, own = p256(), None
    issuer = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Sri Contoh")])
    own = (
        x509.CertificateBuilder(issuer, issuer, key.public_key(), 1, NOW - DAY, NOW + DAY)
        .add_extension(x509.UnrecognizedExtension(DEMO_MARK, b"\x05\x00"), critical=False)
        .sign(key, hashes.SHA256())
    )
    told = certificate_of(opened(contained(key, own)))
    assert told.self_issued and told.is_demo


# --- is it the signatory? -------------------------------------------------------------------------


@pytest.fixture(scope="module")
def named(authority):
    def of(holder, number=None):
        return certificate_of(opened(authority.container(holder, number=number)))

    return of


@pytest.mark.parametrize(
    ("holder", "name"),
    [
        ("SRI CONTOH", "Sri Contoh"),
        ("Sri Contoh, S.H., M.Si.", "Dr. Ir. Sri Contoh"),
        ("Drs. Ma'ruf  Contoh", "Ma'ruf Contoh, M.M."),
    ],
)
def test_degrees_and_case_do_not_make_another_person(named, holder, name):
    assert holder_matches(named(holder), name, None)


@pytest.mark.parametrize("name", ["Sri Lain", "Sri", "Sri Contoh Wati", "", "Dr."])
def test_another_name_is_another_person(named, name):
    assert not holder_matches(named("Sri Contoh"), name, None)


def test_where_both_have_a_nip_it_decides(named):
    assert holder_matches(named("Sri C.", NIP), "Sri Contoh", "19830503 200902 1 002")
    assert not holder_matches(named("Sri Contoh", NIP), "Sri Contoh", "198305032009021003")


def test_numbers_that_are_no_nip_are_not_taken_over(named):
    told = named("Sri Contoh", "3521010101010001")
    assert told.serial_nip == ""
    assert "3521010101010001" not in str(told.as_json())
