"""Which keys may sign a report, what is said of the others, and whom a certificate names."""

from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, PrivateFormat, pkcs12

from reports.signing import keys
from reports.signing.certificate import DEMO_MARK, holder_matches
from reports.signing.keys import UnusableKey, WrongPassphrase, certificate_of, open_key
from tests.reports.signing.authority import NIP, NOW, PASSPHRASE, contained, p256, rsa_key

DAY = timedelta(days=1)


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
        ({"key": rsa_key(1024)}, "1024 bit terlalu lemah"),
        ({"key": ec.generate_private_key(ec.SECP256K1())}, "Kurva kunci ini tidak didukung"),
        ({"key": ed25519.Ed25519PrivateKey.generate()}, "Jenis kunci ini tidak didukung"),
    ],
)
def test_an_unfit_key_is_refused_with_its_reason(authority, unfit, words):
    with pytest.raises(UnusableKey, match=words):
        opened(authority.container(**unfit))


@pytest.mark.parametrize(
    "fit", [{"usages": ("digital_signature",)}, {"usages": ("content_commitment",)}, {"usages": ()}]
)
def test_a_certificate_for_signatures_or_for_anything_is_fit(authority, fit):
    assert opened(authority.container(**fit))


def test_a_container_without_a_private_key_is_refused(authority):
    lone = pkcs12.serialize_key_and_certificates(
        b"sertifikat", None, authority.root, None, BestAvailableEncryption(PASSPHRASE.encode())
    )
    with pytest.raises(UnusableKey, match="tidak memuat kunci privat"):
        opened(lone)


def test_a_container_that_would_take_hours_is_not_even_tried(authority, monkeypatch):
    key, own = authority.issue()
    dear = PrivateFormat.PKCS12.encryption_builder().kdf_rounds(30_000).hmac_hash(hashes.SHA256())
    container = pkcs12.serialize_key_and_certificates(b"kunci", key, own, None, dear.build(PASSPHRASE.encode()))
    assert opened(container)
    monkeypatch.setattr(keys, "MOST_ITERATIONS", 29_999)
    with pytest.raises(UnusableKey, match="terlalu berat"):
        opened(container)


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
