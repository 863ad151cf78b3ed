"""Which certificates a person may sign with: every limit from both of its sides."""

from datetime import timedelta

import pytest
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID

from reports.signing.keys.fitness import BROKEN_DIGESTS, PURPOSES, unfitness
from tests.reports.signing.authority import NOW, Authority, usage

AUTHORITY = Authority()
SECOND, DAY = timedelta(seconds=1), timedelta(days=1)
NOT_MEANT = "Sertifikat ini tidak diperuntukkan bagi tanda tangan elektronik."


def reason(key=None, at=NOW, **options):
    return unfitness(AUTHORITY.issue(key=key, **options)[1], at)


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (NOW - SECOND, "Sertifikat ini baru berlaku mulai 9 Januari 2026."),
        (NOW, ""),
        (NOW + DAY, ""),
        (NOW + DAY + SECOND, "Masa berlaku sertifikat ini sudah habis pada 10 Januari 2026."),
    ],
)
def test_it_is_fit_from_its_first_to_its_last_second(at, words):
    assert reason(start=NOW, end=NOW + DAY, at=at) == words


@pytest.mark.parametrize(
    ("usages", "words"),
    [
        (("digital_signature",), ""),
        (("content_commitment",), ""),
        (("digital_signature", "key_encipherment"), ""),
        (("key_encipherment", "data_encipherment", "key_agreement"), NOT_MEANT),
        (("crl_sign",), NOT_MEANT),
        ((), ""),
    ],
)
def test_one_of_two_usages_is_enough_and_silence_is_too(usages, words):
    assert reason(usages=usages) == words


@pytest.mark.parametrize("purpose", sorted(PURPOSES, key=lambda purpose: purpose.dotted_string))
def test_each_purpose_that_is_to_sign_what_people_read_is_enough(purpose):
    others = (ExtendedKeyUsageOID.CLIENT_AUTH, ExtendedKeyUsageOID.SERVER_AUTH)
    for named in ([purpose], [*others, purpose], [purpose, *others]):
        assert reason(extensions=[(x509.ExtendedKeyUsage(named), False)]) == ""
    assert reason(extensions=[(x509.ExtendedKeyUsage(others), False)]) == NOT_MEANT


def test_a_purpose_does_not_make_up_for_a_usage():
    purpose = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), False
    assert reason(usages=("key_encipherment",), extensions=[purpose]) == NOT_MEANT


@pytest.mark.parametrize(("ca", "unfit"), [(True, True), (False, False)])
def test_an_authority_is_nobody_who_signs(ca, unfit):
    assert reason(ca=ca).startswith("Sertifikat ini milik penerbit") is unfit


def test_without_basic_constraints_it_is_no_authority():
    subject = AUTHORITY.name
    made = x509.CertificateBuilder(subject, subject, AUTHORITY.key.public_key(), 1, NOW - DAY, NOW + DAY)
    bare = made.add_extension(usage("digital_signature"), critical=True)
    assert unfitness(bare.sign(AUTHORITY.key, hashes.SHA256()), NOW) == ""


@pytest.mark.parametrize(
    ("bits", "words"),
    [(2048, ""), (2047, "Kunci RSA 2047 bit terlalu lemah; paling sedikit 2048 bit."), (1024, "Kunci RSA 1024 bit")],
)
def test_an_rsa_key_has_at_least_2048_bits(bits, words):
    assert reason(rsa.generate_private_key(65537, bits)).startswith(words)
    assert bool(reason(rsa.generate_private_key(65537, bits))) is bool(words)


@pytest.mark.parametrize(
    ("curve", "fit"),
    [
        (ec.SECP256R1, True),
        (ec.SECP384R1, True),
        (ec.SECP521R1, True),
        (ec.SECP256K1, False),
        (ec.BrainpoolP256R1, False),
    ],
)
def test_three_curves_are_known(curve, fit):
    assert (reason(ec.generate_private_key(curve())) == "") is fit


@pytest.mark.parametrize(
    ("algorithm", "fit"), [("md5_rsa", False), ("sha1_rsa", False), ("sha256_rsa", True), ("sha512_rsa", True)]
)
def test_a_digest_that_is_broken_vouches_for_nothing(algorithm, fit):
    """Made by hand: no library signs with MD5 or SHA-1 any more. Whether the signature is true is not asked here."""
    _key, own = AUTHORITY.issue(key=rsa.generate_private_key(65537, 2048))
    der = asn1_x509.Certificate.load(own.public_bytes(Encoding.DER))
    der["signature_algorithm"] = der["tbs_certificate"]["signature"] = {"algorithm": algorithm}
    found = unfitness(x509.load_der_x509_certificate(der.dump(force=True)), NOW)
    assert found == ("" if fit else f"Sertifikat ini disahkan dengan {algorithm[:-4].upper()}, yang tidak lagi aman. "
                                    "Mintalah sertifikat baru.")  # fmt: skip
    assert fit is (algorithm[:-4] not in BROKEN_DIGESTS)


def test_the_first_of_several_reasons_is_told():
    late_and_weak = {"end": NOW - DAY, "usages": ("crl_sign",), "ca": True}
    assert "habis" in reason(rsa.generate_private_key(65537, 1024), **late_and_weak)
    del late_and_weak["end"]
    assert "milik penerbit" in reason(rsa.generate_private_key(65537, 1024), **late_and_weak)
    assert reason(rsa.generate_private_key(65537, 1024), usages=("crl_sign",)) == NOT_MEANT
