"""The secretary's key of the demonstration: one that signs and says in every word that it is an example."""

from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.x509.oid import NameOID

from reports.signing.keys.certificate import DEMO_MARK
from reports.signing.keys.opening import WrongPassphrase, certificate_of, open_key
from skm_portal.demo.authority import AUTHORITY, MARK, PASSPHRASE, make_container

NIP = "198305032009021002"


@pytest.fixture(scope="module")
def key():
    return open_key(make_container("Sari Utami", NIP), PASSPHRASE)


def named(name, what):
    return [attribute.value for attribute in name.get_attributes_for_oid(what)]


def test_it_is_told_to_be_an_example_and_names_the_signatory(key):
    told = certificate_of(key)
    assert (told.holder, told.issuer, told.serial_nip, told.is_demo) == ("Sari Utami (CONTOH)", AUTHORITY, NIP, True)
    for certificate in (key.certificate, *key.chain):
        assert named(certificate.subject, NameOID.ORGANIZATION_NAME) == [MARK]
        assert certificate.extensions.get_extension_for_oid(DEMO_MARK)


def test_its_authority_vouches_for_it_and_for_no_other_authority(key):
    (root,) = key.chain
    key.certificate.verify_directly_issued_by(root)
    limits = root.extensions.get_extension_for_class(x509.BasicConstraints)
    assert (limits.critical, limits.value.ca, limits.value.path_length) == (True, True, 0)
    own = key.certificate.extensions.get_extension_for_class(x509.BasicConstraints)
    assert (own.critical, own.value.ca) == (True, False)


def test_each_may_do_what_it_is_for_alone(key):
    usage = key.certificate.extensions.get_extension_for_class(x509.KeyUsage)
    assert usage.critical and usage.value.digital_signature and usage.value.content_commitment
    assert not usage.value.key_cert_sign and not usage.value.key_encipherment
    (root,) = key.chain
    usage = root.extensions.get_extension_for_class(x509.KeyUsage).value
    assert usage.key_cert_sign and usage.crl_sign and not usage.digital_signature


def test_it_was_valid_when_the_example_was_dated_and_is_for_years(key):
    now = datetime.now(UTC)
    told = certificate_of(key)
    for days in (-360, 0, 3600):
        assert told.is_valid_at(now + timedelta(days=days))
    assert not told.is_valid_at(now - timedelta(days=370))


def test_each_start_makes_another_and_only_its_passphrase_opens_it():
    one, other = (make_container("Sari Utami", "") for _ in range(2))
    first, second = (open_key(container, PASSPHRASE) for container in (one, other))
    assert first.certificate.serial_number != second.certificate.serial_number
    assert certificate_of(first).serial_nip == ""
    with pytest.raises(WrongPassphrase):
        open_key(one, "lain")
