"""What is said of signed files: those as they were, those that somebody changed or added to."""

import random
import re
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID

from offices.fence import fenced
from reports.signing import reading, verify
from reports.signing.keys.certificate import DEMO_MARK
from reports.signing.keys.opening import open_key
from reports.signing.sign import sign
from reports.signing.verify import BUSY, HARMLESS, WORDS_ADDED, Added, Inspection, added_behind, inspect
from tests.mass import in_full
from tests.reports.signing import foreign
from tests.reports.signing.authority import NOW, PASSPHRASE, Authority
from tests.reports.signing.extending import extends
from tests.reports.signing.foreign import signed_by, with_other_words, with_proofs
from tests.reports.signing.judging.judging import flipped

FLIPS = 200


@pytest.fixture(scope="module")
def other(authority):
    """Key and certificate of somebody else."""
    return authority.issue("Budi Contoh")


@pytest.fixture(scope="module")
def twice(signed, other):
    return signed_by(signed, *other)


def gap_of(pdf):
    start, length, again, _rest = map(int, re.findall(rb"/ByteRange \[(\d+) (\d+) (\d+) (\d+)", pdf)[-1])
    return start + length, again


def test_an_unsigned_file_has_no_signature_and_no_error(prepared):
    found = inspect(prepared)
    assert (found.signatures, found.error, found.holds) == ((), "", False)


@in_full
def test_every_turned_bit_in_what_was_signed_is_found(signed, in_full):
    """All of them in one fence, since it is the reading that is tried here."""
    flips = FLIPS if in_full else FLIPS // 10
    start, end = gap_of(signed)
    chance = random.Random(4711)
    places = [at for at in chance.sample(range(len(signed)), flips * 2) if not start <= at < end][:flips]

    def judge():
        verdicts = []
        for at in places:
            *_earlier, last = reading.signatures(flipped(signed, at, 1 << chance.randrange(8)), [])
            verdicts.append([row["intact"] and row["covers_whole_file"] for row in last["signatures"]])
        yield verdicts

    verdicts = fenced(judge, seconds=60)
    assert len(verdicts) == flips
    assert [at for at, held in zip(places, verdicts, strict=True) if held and all(held)] == []


def test_the_same_judge_lets_the_unchanged_file_pass(signed):
    assert inspect(signed).holds


def test_what_is_hidden_behind_the_signature_value_is_found(signed):
    _start, end = gap_of(signed)
    assert signed[end - 3 : end - 1] == b"00"
    assert not inspect(flipped(signed, end - 2, 0x01)).holds


def test_bytes_behind_the_end_are_found(signed):
    (facts,) = inspect(signed + b"\n%\n").signatures
    assert facts.intact and not facts.covers_whole_file and not facts.holds
    assert facts.changed_after == Added.OTHER


def test_blanks_behind_the_end_are_no_change(signed):
    (facts,) = inspect(signed + b"\r\n").signatures
    assert facts.holds and not facts.covers_whole_file


def test_a_changed_page_is_told_though_the_signature_itself_is_whole(signed):
    (facts,) = inspect(with_other_words(signed)).signatures
    assert facts.intact and not facts.covers_whole_file and not facts.holds
    assert facts.changed_after == Added.OTHER


def test_a_signature_of_somebody_else_is_told_as_such(twice):
    first, second = inspect(twice).signatures
    assert (first.signer, first.changed_after, first.intact) == ("Sri Contoh", Added.SIGNATURE, True)
    assert (second.signer, second.covers_whole_file, second.holds) == ("Budi Contoh", True, True)
    assert not first.holds and not inspect(twice).holds
    assert "tanda tangan lain" in WORDS_ADDED[first.changed_after]


def test_proofs_for_later_are_no_change(signed, authority):
    found = inspect(with_proofs(signed, [authority.root]), [authority.pem])
    (facts,) = found.signatures
    assert (facts.changed_after, facts.covers_whole_file) == (Added.PROOFS, False)
    assert facts.trusted and found.holds


def test_every_addition_has_its_words():
    assert set(WORDS_ADDED) == set(Added)


def test_where_others_keep_the_processor_nothing_is_said_of_the_file_but_that(signed):
    assert inspect(signed, by_clock=0.0) == Inspection((), BUSY)
    assert added_behind(signed + b"%", len(signed), by_clock=0.0) == Added.BUSY
    assert "sibuk" in WORDS_ADDED[Added.BUSY]


def test_what_comes_to_no_end_is_said_to_be_too_much(signed, monkeypatch):
    """Here no fence can be put up with such a limit, so nothing is read at all."""
    monkeypatch.setattr(verify, "fenced", partial(fenced, memory=2**70))
    assert "rusak atau terlalu rumit" in inspect(signed).error
    assert added_behind(signed + b"%", len(signed)) == Added.UNKNOWN


def test_what_is_too_large_is_told_with_what_may_be(prepared):
    assert "paling besar 3 MB." in inspect(b"%PDF-" + bytes(3 * 2**20), most_bytes=3 * 2**20).error


def test_an_empty_file_and_one_of_another_kind_are_called_what_they_are():
    assert inspect(b"") == Inspection((), "Berkas ini kosong.")
    assert inspect(b"PK\x03\x04") == Inspection((), "Berkas ini bukan PDF.")


def test_a_file_may_be_as_large_as_it_is_said_and_begin_a_little_late(prepared):
    assert inspect(prepared, most_bytes=len(prepared)).error == ""
    assert "terlalu besar" in inspect(prepared, most_bytes=len(prepared) - 1).error
    told = ["bukan PDF" in inspect(b" " * before + prepared).error for before in (1019, 1020)]
    assert told == [False, True]


# --- trust ----------------------------------------------------------------------------------------


def test_trust_comes_from_the_given_roots_alone(signed, authority):
    assert not inspect(signed).signatures[0].trusted
    assert not inspect(signed, [Authority("Otoritas Lain").pem]).signatures[0].trusted
    assert inspect(signed, [Authority("Otoritas Lain").pem + authority.pem]).signatures[0].trusted
    assert inspect(signed, [authority.root.public_bytes(Encoding.DER)]).signatures[0].trusted


@pytest.mark.parametrize("bundle", [b"", b"rusak", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"])
def test_a_bundle_that_cannot_be_read_vouches_for_nobody_and_accuses_no_file(signed, authority, bundle):
    (facts,) = inspect(signed, [bundle]).signatures
    assert facts.holds and not facts.trusted
    (facts,) = inspect(signed, [bundle, authority.pem]).signatures
    assert facts.trusted


def test_an_authority_of_the_same_name_is_not_the_same(signed):
    assert not inspect(signed, [Authority().pem]).signatures[0].trusted


@pytest.mark.parametrize(
    ("start", "end"), [(timedelta(days=-900), timedelta(days=-800)), (timedelta(days=800), timedelta(days=900))]
)
def test_a_certificate_that_was_not_valid_then_is_told(prepared, authority, start, end):
    now = datetime.now(UTC)
    key, own = authority.issue("Budi Contoh", start=now + start, end=now + end)
    (facts,) = inspect(signed_by(prepared, key, own, "TandaTangan", existing=True), [authority.pem]).signatures
    assert facts.not_valid_at_signing and facts.intact and not facts.trusted


def test_a_moment_in_the_future_is_not_believed(prepared, key, authority):
    from reports.signing.sign import sign

    later = sign(prepared, key, at=datetime.now(UTC) + timedelta(days=2), reason="Uji", location="Ngawi")
    (facts,) = inspect(later, [authority.pem]).signatures
    assert facts.intact and not facts.trusted


def test_a_key_of_the_demonstration_is_known(prepared, authority):
    from cryptography import x509

    mark = x509.UnrecognizedExtension(DEMO_MARK, b"\x05\x00")
    key, own = authority.issue("Contoh", extensions=[(mark, False)])
    assert inspect(signed_by(prepared, key, own, "TandaTangan", existing=True)).signatures[0].demo


# --- is it our file with a signature? -------------------------------------------------------------


def test_our_file_with_a_signature_of_another_program_extends_it(prepared, other):
    assert extends(prepared, signed_by(prepared, *other, "TandaTangan", existing=True))
    assert extends(prepared, signed_by(prepared, *other))


def test_two_signatures_and_proofs_extend_it_too(prepared, twice, authority):
    assert extends(prepared, with_proofs(twice, [authority.root]))


def test_other_pages_under_a_good_signature_do_not(prepared, other):
    forged = signed_by(with_other_words(prepared), *other)
    assert inspect(forged).holds
    assert forged.startswith(prepared)
    assert not extends(prepared, forged)


@pytest.mark.parametrize(
    "change",
    [
        foreign.draw_over,
        foreign.note,
        foreign.move_field,
        foreign.text_field,
        foreign.turn_page,
        foreign.other_language,
    ],
)
def test_what_is_changed_together_with_a_signature_is_found(prepared, signed, other, change):
    """On the prepared file it is refused; on the signed one it is told."""
    assert not extends(prepared, signed_by(prepared, *other, before=change))
    assert inspect(signed_by(signed, *other, before=change)).signatures[0].changed_after == Added.OTHER


def test_another_file_does_not(prepared, signed):
    assert not extends(prepared, prepared)
    assert not extends(prepared, flipped(signed, 3000))
    assert not extends(signed, prepared)
    assert not extends(prepared, signed + b"\nlagi")


def test_a_moment_is_an_aware_one(signed):
    assert inspect(signed).signatures[0].signed_at.astimezone(UTC) == NOW


# --- what stands behind a file that we know -------------------------------------------------------


@pytest.mark.parametrize(
    ("tail", "added"),
    [(b"", Added.NOTHING), (b"\n", Added.BLANK), (b" \r\n", Added.BLANK), (b"%", Added.OTHER), (b"\0", Added.BLANK)],
)
def test_a_line_end_behind_a_known_file_is_told_and_harmless(signed, tail, added):
    assert added_behind(signed + tail, len(signed)) == added
    assert (added in HARMLESS) == (not tail.strip(b" \r\n\0"))


def test_blanks_by_the_page_are_not_what_transit_adds(signed):
    assert added_behind(signed + b" " * 5000, len(signed)) == Added.PADDED


# --- the certificate is judged as it is for a key that signs here


MONTHS_AGO = NOW - timedelta(days=60)
UNFIT = {
    "authority": {"ca": True, "usages": ("digital_signature", "key_cert_sign")},
    "other_usage": {"usages": ("key_encipherment",)},
    "other_purpose": {"extensions": [(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), True)]},
}


@pytest.mark.parametrize("unfit", UNFIT)
def test_what_may_not_sign_here_is_not_trusted_either(prepared, authority, unfit):
    (fit,) = inspect(signed_by(prepared, *authority.issue(start=MONTHS_AGO)), [authority.pem]).signatures
    assert fit.intact and fit.trusted
    pair = authority.issue(start=MONTHS_AGO, **UNFIT[unfit])
    (facts,) = inspect(signed_by(prepared, *pair), [authority.pem]).signatures
    assert facts.intact and not facts.trusted


def test_a_certificate_that_does_not_say_what_it_is_for_signs_and_is_trusted(prepared, authority):
    key = open_key(authority.container(usages=()), PASSPHRASE, at=NOW)
    (facts,) = inspect(sign(prepared, key, at=NOW, reason="Uji", location="Ngawi"), [authority.pem]).signatures
    assert facts.intact and facts.trusted
