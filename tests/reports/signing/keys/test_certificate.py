"""What a certificate says of its holder, as plain values and back, and which names and numbers are taken over."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from reports.signing.keys.certificate import (
    DEMO_MARK,
    certificates_in,
    described,
    fingerprint_of,
    holder_matches,
    restored,
)
from tests.reports.signing.authority import NIP, NOW, Authority, p256

DAY = timedelta(days=1)
KEY = p256()


def issued(*subject, issuer=(), extensions=()):
    """A certificate whose subject and issuer consist of these parts: ``(oid, value)``."""
    names = [
        x509.Name([x509.NameAttribute(oid, value) for oid, value in parts]) for parts in (subject, issuer or subject)
    ]
    made = x509.CertificateBuilder(names[1], names[0], KEY.public_key(), 0xCAFE, NOW - DAY, NOW + DAY)
    for extension in extensions:
        made = made.add_extension(extension, critical=False)
    return made.sign(KEY, hashes.SHA256())


COMMON = (NameOID.COMMON_NAME, "Sri Contoh")
ROOT = ((NameOID.COMMON_NAME, "Otoritas Uji"),)


def told(*subject, **options):
    return described(issued(*subject, **options))


def test_what_stands_in_a_certificate_is_told():
    certificate = issued(COMMON, (NameOID.ORGANIZATION_NAME, "KPU Contoh"), (NameOID.SERIAL_NUMBER, NIP), issuer=ROOT)
    found = described(certificate)
    assert (found.holder, found.organisation, found.serial_nip) == ("Sri Contoh", "KPU Contoh", NIP)
    assert (found.issuer, found.serial, found.self_issued, found.is_demo) == ("Otoritas Uji", "cafe", False, False)
    assert (found.not_before, found.not_after) == (NOW - DAY, NOW + DAY)
    assert (
        found.fingerprint == fingerprint_of(certificate) == sha256(certificate.public_bytes(Encoding.DER)).hexdigest()
    )


def test_where_no_name_is_given_the_whole_subject_stands_for_it():
    found = told((NameOID.ORGANIZATION_NAME, "KPU Contoh"), issuer=((NameOID.COUNTRY_NAME, "ID"),))
    assert (found.holder, found.issuer) == ("O=KPU Contoh", "C=ID")
    assert told(COMMON).organisation == ""


def test_of_several_names_the_first_is_told():
    found = told(
        COMMON, (NameOID.COMMON_NAME, "Lain"), (NameOID.ORGANIZATION_NAME, "Satu"), (NameOID.ORGANIZATION_NAME, "Dua")
    )
    assert (found.holder, found.organisation) == ("Sri Contoh", "Satu")


def test_who_issued_their_own_certificate_and_who_was_made_by_the_demonstration_is_told():
    assert told(COMMON).self_issued and not told(COMMON, issuer=ROOT).self_issued
    mark, other = (x509.UnrecognizedExtension(oid, b"\x05\x00") for oid in (DEMO_MARK, x509.ObjectIdentifier("2.25.1")))
    assert told(COMMON, extensions=[other, mark]).is_demo and not told(COMMON, extensions=[other]).is_demo


@pytest.mark.parametrize(
    ("parts", "nip"),
    [
        ([(NameOID.SERIAL_NUMBER, NIP)], NIP),
        ([(NameOID.USER_ID, NIP)], NIP),
        ([(NameOID.SERIAL_NUMBER, "NIP. 19830503 200902 1 002")], NIP),
        ([(NameOID.SERIAL_NUMBER, "3521010101010001"), (NameOID.USER_ID, NIP)], NIP),
        ([(NameOID.SERIAL_NUMBER, NIP), (NameOID.USER_ID, "198305032009021003")], NIP),
        ([(NameOID.SERIAL_NUMBER, f"{NIP}1")], ""),
        ([(NameOID.SERIAL_NUMBER, f"1{NIP}")], ""),
        ([(NameOID.SERIAL_NUMBER, NIP[:-1])], ""),
        ([(NameOID.TITLE, NIP)], ""),
        ([], ""),
    ],
)
def test_a_nip_is_eighteen_digits_of_the_serial_number_or_the_user(parts, nip):
    assert told(COMMON, *parts).serial_nip == nip


# --- as plain values and back


@pytest.mark.parametrize("parts", [[], [(NameOID.SERIAL_NUMBER, NIP)], [(NameOID.ORGANIZATION_NAME, "KPU Contoh")]])
def test_what_was_made_plain_is_restored(parts):
    certificate = told(COMMON, *parts)
    plain = json.loads(json.dumps(certificate.as_json()))
    assert restored(plain) == certificate
    assert plain["not_after"] == "2026-01-10T03:00:00+00:00"


def test_what_was_kept_before_fingerprints_were_is_restored_without():
    plain = told(COMMON).as_json()
    del plain["fingerprint"]
    assert restored(plain) == replace(told(COMMON), fingerprint="")


@pytest.mark.parametrize(
    ("moment", "valid"),
    [
        (NOW - DAY, True),
        (NOW - DAY - timedelta(seconds=1), False),
        (NOW, True),
        (NOW.astimezone(timezone(timedelta(hours=9))), True),
        (NOW + DAY, True),
        (NOW + DAY + timedelta(seconds=1), False),
    ],
)
def test_it_is_valid_from_its_first_to_its_last_second(moment, valid):
    assert told(COMMON).is_valid_at(moment) is valid


# --- files of certificates


def test_a_bundle_holds_several_and_a_plain_file_one():
    one, other = Authority().root, Authority("Otoritas Lain").root
    pem = b"".join(each.public_bytes(Encoding.PEM) for each in (one, other))
    assert certificates_in(b"Otoritas kami:\n" + pem) == [one, other]
    assert certificates_in(other.public_bytes(Encoding.DER)) == [other]


@pytest.mark.parametrize("content", [b"", b"halo", b"-----BEGIN CERTIFICATE-----\nrusak\n-----END CERTIFICATE-----\n"])
def test_what_holds_no_certificate_is_refused(content):
    with pytest.raises(ValueError, match=r"."):
        certificates_in(content)


# --- is it the signatory?


@pytest.mark.parametrize(
    ("number", "name", "nip", "matches"),
    [
        (None, "Sri Contoh", None, True),
        (None, "Sri Contoh", "", True),
        (None, "Sri Contoh", NIP, True),
        (None, "Sri Lain", NIP, False),
        (NIP, "Sri Contoh", None, True),
        (NIP, "Sri Contoh", "NIP.", True),
        (NIP, "Sri Lain", None, False),
        (NIP, "Sri Lain", NIP, True),
        (NIP, "Sri Lain", "19830503-200902-1-002", True),
        (NIP, "Sri Contoh", NIP[:-1] + "3", False),
        (NIP, "Sri Contoh", NIP[:-1], False),
    ],
)
def test_where_both_have_a_nip_it_decides_else_the_name(number, name, nip, matches):
    parts = [(NameOID.SERIAL_NUMBER, number)] if number else []
    assert holder_matches(told(COMMON, *parts), name, nip) is matches


def test_moments_are_aware():
    assert told(COMMON).not_before.tzinfo == UTC == restored(told(COMMON).as_json()).not_before.tzinfo
    assert told(COMMON).not_before == datetime(2026, 1, 8, 3, tzinfo=UTC)
