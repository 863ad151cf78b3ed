"""Who made the signature of a file that came from elsewhere, and whether that certificate may sign a report."""

import io
from datetime import timedelta

import pikepdf
import pytest

from reports.signing.keys.certificate import described
from reports.signing.keys.signatory import UNREADABLE, WEAK, Signer, signatory_of
from tests.reports.issuing.elsewhere.elsewhere import NOW
from tests.reports.signing.authority import NIP, Authority, rsa_key
from tests.reports.signing.foreign import signed_by, with_proofs

DAY = timedelta(days=1)
AUTHORITY = Authority()


def blank():
    target = io.BytesIO()
    with pikepdf.new() as file:
        file.add_blank_page()
        file.save(target)
    return target.getvalue()


def signer_of(*, key=None, digest="sha256", **options):
    pair = AUTHORITY.issue("Sri Contoh", key, number=NIP, **options)
    return pair[1], signatory_of(signed_by(blank(), *pair, digest=digest))


def test_the_certificate_of_the_signature_is_told_as_it_stands_there():
    own, signer = signer_of()
    assert signer == Signer(described(own), "")
    assert (signer.certificate.holder, signer.certificate.serial_nip) == ("Sri Contoh", NIP)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"end": NOW - DAY}, "sudah habis"),
        ({"start": NOW + DAY}, "baru berlaku"),
        ({"usages": ("key_encipherment",)}, "tidak diperuntukkan"),
        ({"key": rsa_key(1024)}, "terlalu lemah"),
    ],
)
def test_what_may_not_sign_in_the_portal_may_not_sign_elsewhere_either(options, words):
    own, signer = signer_of(**options)
    assert words in signer.unfit and signer.certificate == described(own)


def test_the_moment_of_a_signature_is_that_of_its_own_zone():
    """ByPen in the time of Jakarta it is no seven hours later."""
    hour = timedelta(hours=1)
    assert signer_of(start=NOW - hour, end=NOW + 2 * hour)[1].unfit == ""


def test_a_certificate_is_asked_as_of_the_day_of_its_signature(time_machine):
    """One that ran out since then was good when it signed."""
    signed = signed_by(blank(), *AUTHORITY.issue("Sri Contoh", start=NOW - DAY, end=NOW + DAY))
    time_machine.move_to(NOW + 400 * DAY)
    assert signatory_of(signed).unfit == ""


@pytest.mark.parametrize("key", [None, rsa_key(2048)])
def test_a_signature_by_a_weak_digest_is_refused_and_a_certificate_that_is_unfit_comes_first(key):
    assert signer_of(key=key, digest="sha1")[1].unfit == WEAK
    assert signer_of(key=key, digest="sha512")[1].unfit == ""
    assert "sudah habis" in signer_of(key=key, digest="sha1", end=NOW - DAY)[1].unfit


def test_of_two_signatures_the_first_is_told():
    once = signed_by(blank(), *AUTHORITY.issue("Sri Contoh"), "Satu")
    twice = signed_by(once, *Authority("Otoritas Lain").issue("Budi Santoso"), "Dua")
    assert signatory_of(twice).certificate.holder == "Sri Contoh"
    assert signatory_of(with_proofs(once, [AUTHORITY.root])).certificate.holder == "Sri Contoh"


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 rusak", blank()])
def test_a_file_without_a_signature_that_can_be_read_has_no_signer(content):
    assert signatory_of(content) == Signer(None, UNREADABLE)
