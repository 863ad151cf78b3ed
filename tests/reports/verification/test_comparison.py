"""What a comparison says of a file besides its verdict: whether it is intact, its signatures, its certificate."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from reports.models import SigningWay
from reports.signing.verify import BUSY, Added, Inspection, SignatureFacts
from reports.verification import files as files_of_check
from reports.verification.authenticity import Standing, VersionFacts
from reports.verification.files import Comparison
from reports.verification.traces import OF_FORM, Form, Traces
from reports.verification.verdict import FILED, HARMLESS, TO_SIGN, Familiar, FileCase, Integrity, Stands
from reports.verification.words import CERTIFICATES, CertificateLine
from tests.cases import in_one_test

SIGNED = SignatureFacts(
    signer="Sri Contoh", issuer="Otoritas Uji", signed_at=datetime(2026, 1, 9, tzinfo=UTC), timestamped_at=None,
    intact=True, covers_whole_file=True, trusted=True, changed_after=Added.NOTHING, demo=False,
    not_valid_at_signing=False,
)  # fmt: skip
BROKEN = replace(SIGNED, intact=False)
FITS = "Tanda tangannya cocok dengan isi berkas."
FITS_NOT = "Tanda tangannya tidak cocok dengan isi berkas."
NO_CHECK = "Tanda tangannya tidak dapat dicek lagi dari berkas ini."
FACTS = VersionFacts(
    code="ABCD-EFGH-JKMN-PQRS-TUVW", kind="Laporan Tindak Lanjut SKM", office="KPU Kabupaten Contoh",
    period="Semester I Tahun 2025", version=1, number="", dated=None, way=SigningWay.HERE, signatory="Sri Contoh",
    title="Sekretaris", nip="", signer="Sri Contoh", issuer="Otoritas Uji", issuer_known=True, in_time=True, outside=(),
    zone=ZoneInfo("Asia/Jakarta"), prepared_at=None, signed_at=None, timestamped_at="", digest="", demo=False,
    withdrawn_at=None, withdrawn_reason="", publications=(),
)  # fmt: skip


def compared(known=Familiar.ISSUED, integrity=Integrity.WHOLE, *signatures, stands=Stands.SIGNED, error="", **more):
    case = FileCase(known, stands, integrity, trusted=more.pop("trusted", False))
    return Comparison(case, more.pop("standing", None), more.pop("form", Form.PDF), signatures, error)


# --- intact


def test_the_bytes_that_were_issued_are_intact_whatever_a_reader_says_of_their_signatures():
    for known, integrity in product(FILED, (*HARMLESS, Integrity.PADDED)):
        assert compared(known, integrity).is_intact
        assert compared(known, integrity, BROKEN).is_intact


@in_one_test(
    "case",
    [
        *product(FILED, sorted(set(Integrity) - HARMLESS - {Integrity.PADDED})),
        *product((*TO_SIGN, Familiar.CODE, Familiar.NOTHING), Integrity),
    ],
)
def test_of_any_other_file_each_signature_has_to_hold(case):
    assert not compared(*case).is_intact
    assert compared(*case, SIGNED).is_intact
    assert compared(*case, SIGNED, SIGNED).is_intact
    assert not compared(*case, SIGNED, BROKEN).is_intact


# --- what is said of each signature


@pytest.mark.parametrize(
    ("comparison", "words"),
    [
        (compared(Familiar.ISSUED, Integrity.WHOLE, SIGNED), [FITS]),
        (compared(Familiar.ISSUED, Integrity.PROOFS, SIGNED, BROKEN), [FITS, FITS]),
        (compared(Familiar.ISSUED, Integrity.CHANGED, SIGNED, BROKEN), ["", FITS_NOT]),
        (compared(Familiar.ISSUED, Integrity.UNCHECKABLE, SIGNED, BROKEN), [NO_CHECK, NO_CHECK]),
        (compared(Familiar.CODE, Integrity.BUSY, BROKEN), [NO_CHECK]),
        (compared(Familiar.PREPARED, Integrity.SIGNATURE, SIGNED, stands=Stands.PREPARED), [""]),
        (compared(Familiar.ISSUED, Integrity.WHOLE, SIGNED, stands=Stands.WITHDRAWN), [""]),
        (compared(Familiar.NOTHING, Integrity.WHOLE, SIGNED, stands=Stands.UNKNOWN), [""]),
        (compared(Familiar.NOTHING, Integrity.WHOLE, SIGNED, stands=Stands.UNKNOWN, trusted=True), [FITS]),
        (compared(Familiar.NOTHING, Integrity.UNSIGNED, stands=Stands.UNKNOWN), []),
    ],
)
def test_only_of_a_valid_file_it_is_said_that_its_contents_are_as_signed(comparison, words):
    assert [said for _facts, said in comparison.signature_lines] == words
    assert tuple(facts for facts, _said in comparison.signature_lines) == comparison.signatures


def test_no_file_whatsoever_is_called_fitting_that_is_not_valid():
    for known, integrity, stands in product(Familiar, Integrity, Stands):
        comparison = compared(known, integrity, SIGNED, BROKEN, stands=stands)
        said = {words for _facts, words in comparison.signature_lines}
        assert (FITS in said) == comparison.is_valid == (comparison.ruling.status == 0)


# --- what more is said


@pytest.mark.parametrize("form", list(Form))
def test_the_form_is_told_where_it_keeps_a_file_from_being_checked(form):
    uncheckable = compared(Familiar.NOTHING, Integrity.UNCHECKABLE, form=form, error="Berkas ini rusak.")
    assert uncheckable.remark == OF_FORM.get(form, "Berkas ini rusak.")
    assert (
        compared(Familiar.NOTHING, Integrity.CHANGED, form=form, error="Berkas ini rusak.").remark
        == "Berkas ini rusak."
    )


@pytest.mark.parametrize("integrity", [Integrity.INCOMPLETE, Integrity.BUSY])
def test_where_the_headline_says_why_no_error_is_repeated(integrity):
    assert compared(Familiar.NOTHING, integrity, form=Form.LOCKED, error="Berkas ini rusak.").remark == ""


# --- the certificate


def certificate(**changes):
    signature = changes.pop("signature", SIGNED)
    own = {"standing": Standing(Stands.SIGNED, replace(FACTS, **changes.pop("facts", {})))} | changes
    return compared(
        own.pop("known", Familiar.ISSUED), own.pop("integrity", Integrity.WHOLE), signature, **own
    ).certificate


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({}, CertificateLine.KNOWN),
        ({"facts": {"way": SigningWay.ELSEWHERE}}, CertificateLine.CERTIFIED),
        ({"facts": {"way": SigningWay.ELSEWHERE, "issuer": "Otoritas Sendiri"}}, CertificateLine.KNOWN),
        ({"facts": {"way": SigningWay.BY_HAND}}, CertificateLine.KNOWN),
        ({"signature": replace(SIGNED, trusted=False)}, CertificateLine.STRANGE),
        ({"signature": replace(SIGNED, not_valid_at_signing=True)}, CertificateLine.OUT_OF_TIME),
        ({"standing": None}, CertificateLine.KNOWN),
        ({"standing": Standing(Stands.UNKNOWN)}, CertificateLine.KNOWN),
        ({"integrity": Integrity.PROOFS}, CertificateLine.KNOWN),
        ({"integrity": Integrity.BLANK}, CertificateLine.KNOWN),
    ],
)
def test_the_certificate_is_that_of_the_signature_by_which_the_file_was_issued(settings, changes, line):
    settings.OWN_AUTHORITIES = ["Otoritas Sendiri"]
    assert certificate(**changes) == CERTIFICATES[line]


def test_it_is_the_first_signature_whose_certificate_is_told():
    strange = replace(SIGNED, trusted=False)
    assert (
        compared(Familiar.ISSUED, Integrity.WHOLE, SIGNED, strange).certificate == CERTIFICATES[CertificateLine.KNOWN]
    )
    assert (
        compared(Familiar.ISSUED, Integrity.WHOLE, strange, SIGNED).certificate == CERTIFICATES[CertificateLine.STRANGE]
    )


@pytest.mark.parametrize("known", sorted(set(Familiar) - {Familiar.ISSUED}))
@pytest.mark.parametrize("integrity", [Integrity.WHOLE, Integrity.PROOFS])
def test_a_file_that_was_not_issued_with_a_signature_has_no_certificate_line(known, integrity):
    assert certificate(known=known, integrity=integrity) is None


@pytest.mark.parametrize("integrity", sorted(set(Integrity) - HARMLESS))
def test_a_file_that_was_changed_has_no_certificate_line(integrity):
    assert certificate(integrity=integrity) is None


def test_without_a_signature_there_is_no_certificate():
    assert compared().certificate is None


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({}, CertificateLine.KNOWN),
        ({"way": SigningWay.ELSEWHERE}, CertificateLine.CERTIFIED),
        ({"way": SigningWay.ELSEWHERE, "issuer": "Otoritas Sendiri"}, CertificateLine.KNOWN),
        ({"issuer_known": False, "way": SigningWay.ELSEWHERE}, CertificateLine.STRANGE),
        ({"in_time": False}, CertificateLine.OUT_OF_TIME),
        ({"signer": ""}, None),
    ],
)
def test_of_a_code_the_certificate_is_told_as_it_was_when_the_version_was_signed(settings, changes, line):
    settings.OWN_AUTHORITIES = ["Otoritas Sendiri"]
    standing = Standing(Stands.SIGNED, replace(FACTS, **changes))
    assert standing.certificate == (CERTIFICATES[line] if line else None)


def test_without_a_version_there_is_no_certificate_and_a_scan_is_told_by_its_way():
    assert Standing(Stands.UNKNOWN).certificate is None
    by_hand = Standing(Stands.SIGNED, replace(FACTS, way=SigningWay.BY_HAND))
    assert by_hand.ruling != Standing(Stands.SIGNED, FACTS).ruling == Standing(Stands.SIGNED).ruling
    assert "Pindaian" in by_hand.ruling.sentence


# --- what became of a file that is none of ours

TRACES = Traces((), (), Form.PDF, framed=True, read=True)
READ = Inspection((SIGNED,))


@in_one_test(
    ("traces", "inspection", "integrity"),
    [
        (TRACES, READ, Integrity.WHOLE),
        (replace(TRACES, form=Form.CUT), READ, Integrity.INCOMPLETE),
        (replace(TRACES, form=Form.CUT, late=True), Inspection((), BUSY), Integrity.INCOMPLETE),
        (replace(TRACES, late=True), READ, Integrity.BUSY),
        (TRACES, Inspection((), BUSY), Integrity.BUSY),
        (TRACES, Inspection((BROKEN,)), Integrity.CHANGED),
        (TRACES, Inspection((SIGNED, BROKEN)), Integrity.CHANGED),
        (replace(TRACES, framed=False), Inspection((BROKEN,)), Integrity.UNCHECKABLE),
        (replace(TRACES, framed=False), READ, Integrity.WHOLE),
        (replace(TRACES, read=False), READ, Integrity.WHOLE),
        (TRACES, Inspection(()), Integrity.UNSIGNED),
        (TRACES, Inspection((), "Berkas ini rusak."), Integrity.UNCHECKABLE),
        (replace(TRACES, form=Form.OTHER), Inspection((), "Berkas ini bukan PDF."), Integrity.UNSIGNED),
        (replace(TRACES, form=Form.OTHER, read=False), Inspection((), "Bukan PDF."), Integrity.UNCHECKABLE),
        (replace(TRACES, read=False), Inspection(()), Integrity.UNCHECKABLE),
        *((replace(TRACES, form=form), Inspection(()), Integrity.UNCHECKABLE) for form in OF_FORM),
    ],
)
def test_what_became_of_a_strangers_file_is_told_by_its_signatures_or_else_by_its_form(traces, inspection, integrity):
    assert files_of_check._integrity_of(traces, inspection) == integrity


WORST_FIRST = {
    Added.OTHER: Integrity.CHANGED,
    Added.BUSY: Integrity.BUSY,
    Added.UNKNOWN: Integrity.UNCHECKABLE,
    Added.SIGNATURE: Integrity.SIGNATURE,
    Added.METADATA: Integrity.METADATA,
    Added.PADDED: Integrity.PADDED,
    Added.PROOFS: Integrity.PROOFS,
    Added.BLANK: Integrity.BLANK,
    Added.NOTHING: Integrity.WHOLE,
}


def test_of_several_signatures_the_worst_that_stands_behind_one_counts():
    assert set(WORST_FIRST) == set(Added)
    for first, second in product(Added, repeat=2):
        both = Inspection((replace(SIGNED, changed_after=first), replace(SIGNED, changed_after=second)))
        worse = min(first, second, key=list(WORST_FIRST).index)
        assert files_of_check._integrity_of(TRACES, both) == WORST_FIRST[worse]
