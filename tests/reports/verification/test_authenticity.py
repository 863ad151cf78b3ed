"""What is known of codes and digests: which version they lead to, what is told of it, and which version stands."""

from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

import pytest

from followups.models import FollowUp
from reports.models import Handover, HandoverKind, Report, RetiredCode, SigningWay, State
from reports.verification.authenticity import (
    Publication,
    Recognised,
    Version,
    VersionFacts,
    leading_code,
    standing_of,
    standing_of_codes,
    standing_of_report,
    version_with,
)
from reports.verification.verdict import Familiar, Stands
from tests.reports.issued import CODE, SIGNER, make_report
from tests.reports.signing.authority import NOW

SECOND, THIRD, FREE = (f"{letter * 4}-BBBB-BBBB-BBBB-BBBB" for letter in "BCD")
pytestmark = pytest.mark.django_db


@pytest.fixture
def followup(survey):
    return FollowUp.objects.get(survey=survey)


@pytest.fixture
def made(followup, people):
    """``made(State.SIGNED, 2)``: a version with a code of its own."""

    def make(state=State.SIGNED, version=1, **changes):
        code = (CODE, SECOND, THIRD)[version - 1]
        given = {"code": code, "version": version, "content": f"%PDF- {version}".encode()} | changes
        return make_report(followup, people.secretary, state, **given)

    return make


def changed(report, **values):
    Report.objects.filter(pk=report.pk).update(**values)
    report.refresh_from_db()
    return report


def facts_of(report):
    return standing_of_report(report).facts


# --- what is told of a version


def test_of_a_version_it_is_told_what_it_prints_and_by_whom_it_was_signed(made):
    report = changed(made(number="12/ORT.07-LAP/3521/2026"), signer=SIGNER | {"trusted": True})
    assert facts_of(report) == VersionFacts(
        code=CODE,
        kind="Laporan Tindak Lanjut SKM",
        office="Komisi Pemilihan Umum Kabupaten Contoh",
        period="Semester I Tahun 2025",
        version=1,
        number="12/ORT.07-LAP/3521/2026",
        dated=date(2026, 1, 9),
        way="here",
        signatory="Sri Contoh",
        title=report.document["source"]["signatory"]["title"],
        nip="•••••••• 200902 1 002",
        signer="Sri Contoh",
        issuer="Otoritas Uji",
        issuer_known=True,
        in_time=True,
        outside=(),
        zone=ZoneInfo("Asia/Jakarta"),
        prepared_at=NOW,
        signed_at=NOW + timedelta(hours=1),
        timestamped_at="",
        digest=sha256(b"%PDF- 1").hexdigest(),
        demo=False,
        withdrawn_at=None,
        withdrawn_reason="",
        publications=(),
    )


@pytest.mark.parametrize(
    ("signer", "told"),
    [
        (None, {"signer": "", "issuer": "", "issuer_known": False, "in_time": True, "demo": False}),
        ({"signer": "Sri"}, {"signer": "Sri", "issuer": "", "issuer_known": False}),
        ({"holder": "Sri Contoh", "signer": "Sri"}, {"signer": "Sri Contoh"}),
        ({"signer": "Sri", "trusted": True}, {"issuer_known": True}),
        ({"signer": "Sri", "not_valid_at_signing": True}, {"in_time": False}),
        ({"signer": "Sri", "timestamped_at": "2026-01-09T11:00"}, {"timestamped_at": "2026-01-09T11:00"}),
        ({"signer": "Sri", "is_demo": True}, {"demo": True}),
        ({"signer": "Sri", "demo": True}, {"demo": True}),
    ],
)  # fmt: skip
def test_of_the_signature_it_is_told_what_was_kept(made, signer, told):
    facts = facts_of(changed(made(), signer=signer))
    assert {name: getattr(facts, name) for name in told} == told


def test_a_version_that_was_signed_outside_says_how_it_came_back(made):
    came_back = {"signer": "Sri", "rewritten": False, "conforms": True}
    (sentence, *_more) = facts_of(changed(made(way=SigningWay.ELSEWHERE), signer=came_back)).outside
    assert sentence == "Ditandatangani secara elektronik di luar portal."


def test_a_document_that_is_marked_as_an_example_is_one(made):
    report = made()
    assert not facts_of(report).demo
    signing = report.document["signing"] | {"demo": True}
    assert facts_of(changed(report, document=report.document | {"signing": signing})).demo


def test_where_the_document_cannot_be_read_the_office_is_told_as_it_is_called_today(made, ngawi):
    facts = facts_of(changed(made(), document={}))
    assert (facts.office, facts.signatory, facts.nip) == (ngawi.name, "", "")


@pytest.mark.parametrize(("zone", "place"), [("WIB", "Asia/Jakarta"), ("WIT", "Asia/Jayapura")])
def test_moments_are_those_of_the_office(made, ngawi, zone, place):
    ngawi.zone = zone
    ngawi.save()
    assert facts_of(Report.objects.get(pk=made().pk)).zone == ZoneInfo(place)


def test_the_digest_is_that_of_the_file_that_is_handed_out(made):
    prepared = made(State.PREPARED)
    assert facts_of(prepared).digest == prepared.prepared_sha256
    by_hand = made(version=2, way=SigningWay.BY_HAND)
    assert facts_of(by_hand).digest == by_hand.scan_sha256 != ""
    by_hand.signed_sha256 = "f" * 64
    assert facts_of(by_hand).digest == "f" * 64


@pytest.mark.parametrize(
    ("state", "shown"),
    [(State.SIGNED, True), (State.WITHDRAWN, True), (State.SUPERSEDED, True), (State.PREPARED, False)],
)
def test_where_a_version_was_published_is_told_once_it_was_signed(made, people, state, shown):
    report = made(state)
    for kind, link in (
        (HandoverKind.PUBLISHED, "https://kab-ngawi.kpu.go.id/laporan"),
        (HandoverKind.PUBLISHED, ""),
        (HandoverKind.SENT, "https://rahasia.example.go.id/"),
    ):
        Handover.objects.create(
            report=report, kind=kind, party="Situs", link=link, happened_on=NOW.date(), recorded_by=people.admin
        )
    told = (Publication("Situs", NOW.date(), "https://kab-ngawi.kpu.go.id/laporan"),)
    assert facts_of(report).publications == (told if shown else ())


# --- how it stands, and which version stands instead


@pytest.mark.parametrize(
    ("state", "stands"),
    [
        (State.SIGNED, Stands.SIGNED),
        (State.SUPERSEDED, Stands.SUPERSEDED),
        (State.WITHDRAWN, Stands.WITHDRAWN),
        (State.PREPARED, Stands.PREPARED),
        (State.PREPARING, Stands.PREPARED),
    ],
)
def test_a_code_stands_as_its_version_does(made, state, stands):
    made(state)
    standing = standing_of(CODE.lower())
    assert (standing.stands, standing.facts.code, standing.lapsed_at) == (stands, CODE, None)


def test_a_draft_is_not_told_of_even_where_it_has_a_code(made):
    report = made(State.DRAFT)
    assert standing_of(CODE) == standing_of_report(report) == standing_of("ABCD")
    assert (standing_of(CODE).stands, standing_of(CODE).facts) == (Stands.UNKNOWN, None)


@pytest.mark.parametrize(
    ("first", "others", "successor"),
    [
        (State.SIGNED, [], None),
        (State.SUPERSEDED, [(State.SIGNED, 2)], Version(2, SECOND)),
        (State.SUPERSEDED, [(State.SUPERSEDED, 2), (State.SIGNED, 3)], Version(3, THIRD)),
        (State.SUPERSEDED, [(State.WITHDRAWN, 2), (State.WITHDRAWN, 3)], Version(2, SECOND)),
        (State.SUPERSEDED, [(State.PREPARED, 2)], None),
        (State.WITHDRAWN, [(State.SIGNED, 2)], Version(2, SECOND)),
        (State.WITHDRAWN, [], None),
    ],
)
def test_a_version_that_ended_names_the_one_that_stands_or_the_next_that_was_signed(made, first, others, successor):
    report = made(first)
    for state, version in others:
        made(state, version)
    assert standing_of_report(report).successor == successor


def test_no_earlier_version_takes_the_place_of_one_that_ended(made):
    made(State.SUPERSEDED)
    assert standing_of_report(made(State.WITHDRAWN, 2)).successor is None


@pytest.mark.parametrize("state", [State.SIGNED, State.PREPARED])
def test_what_stands_or_waits_has_no_successor(made, state):
    report = made(state, 2)
    made(State.WITHDRAWN, 3)
    made(State.SUPERSEDED, 1)
    assert standing_of_report(report).successor is None


# --- of several codes


def test_the_first_code_that_leads_to_a_report_counts_however_they_lie_in_the_database(made):
    made(State.SUPERSEDED)
    made(State.SIGNED, 2)
    for codes, told in (
        ([SECOND, CODE], SECOND),
        ([CODE, SECOND], CODE),
        ([FREE, SECOND, CODE], SECOND),
        ([FREE, CODE, SECOND], CODE),
    ):
        assert standing_of_codes(codes).facts.code == told
    assert standing_of_codes([FREE]) is standing_of_codes([]) is None


def test_a_code_that_lapsed_counts_only_where_no_other_is_carried(made):
    report = made(State.SIGNED, 2)
    retired = RetiredCode.objects.create(report=report, code=FREE)
    alone = standing_of_codes([FREE])
    assert (alone.stands, alone.facts, alone.lapsed_at) == (Stands.RETURNED, None, retired.retired_at)
    assert standing_of_codes([FREE, SECOND]).stands == Stands.SIGNED


@pytest.mark.parametrize(
    ("state", "others", "successor"),
    [
        (State.SIGNED, [], Version(2, SECOND)),
        (State.WITHDRAWN, [], Version(2, SECOND)),
        (State.PREPARED, [], None),
        (State.PREPARED, [(State.SIGNED, 1)], Version(1, CODE)),
        (State.DRAFT, [(State.SIGNED, 3)], Version(3, THIRD)),
    ],
)
def test_a_code_that_lapsed_leads_to_its_own_version_once_signed_else_to_the_one_that_stands(
    made, state, others, successor
):
    RetiredCode.objects.create(report=made(state, 2), code=FREE)
    for other, version in others:
        made(other, version)
    assert standing_of_codes([FREE]).successor == successor


def test_of_several_codes_typed_the_first_that_leads_anywhere_is_opened(made):
    RetiredCode.objects.create(report=made(State.SIGNED, 2), code=FREE)
    assert leading_code([CODE, SECOND, FREE]) == SECOND
    assert leading_code([CODE, FREE, SECOND]) == FREE
    assert leading_code([CODE, THIRD]) == CODE


# --- a file by its digest


def test_each_file_of_a_version_is_told_by_what_it_was(made):
    here, by_hand = made(State.SUPERSEDED), made(State.SIGNED, 2, way=SigningWay.BY_HAND)
    for digest, report, familiar in (
        (here.signed_sha256, here, Familiar.ISSUED),
        (here.prepared_sha256, here, Familiar.PREPARED),
        (by_hand.scan_sha256, by_hand, Familiar.SCAN),
        (by_hand.prepared_sha256, by_hand, Familiar.PRINTED),
    ):
        assert version_with([digest]) == Recognised(report, familiar, digest)
    assert version_with(["0" * 64]) is version_with([]) is None


def test_what_was_signed_counts_before_what_was_to_be_signed_wherever_it_stands_in_the_list(made):
    first, second = made(State.SUPERSEDED), made(State.SIGNED, 2)
    assert version_with([second.prepared_sha256, first.signed_sha256]).known == Familiar.ISSUED
    assert version_with([first.signed_sha256, second.prepared_sha256]).known == Familiar.ISSUED


def test_among_files_of_one_sort_the_earlier_digest_counts(made):
    first, second = made(State.SUPERSEDED), made(State.SIGNED, 2)
    for one, other in ((first, second), (second, first)):
        assert version_with([one.signed_sha256, other.signed_sha256]).report == one
        assert version_with([one.prepared_sha256, other.prepared_sha256]).report == one


@pytest.mark.parametrize("ended", [State.SUPERSEDED, State.WITHDRAWN])
@pytest.mark.parametrize("first", [1, 2])
def test_the_same_scan_of_two_versions_is_that_of_the_one_that_ended(made, ended, first):
    scan = {"way": SigningWay.BY_HAND, "content": b"pindaian"}
    gone = made(ended, first, **scan)
    made(State.SIGNED, 3 - first, **scan)
    assert version_with([gone.scan_sha256]).report == gone


def test_a_rank_is_by_sort_then_place_then_end(made):
    report = made()
    issued = Recognised(report, Familiar.ISSUED, "b")
    ranks = [
        replace(issued, report=Report(state=State.WITHDRAWN)).rank("ab"),
        issued.rank("ab"),
        replace(issued, digest="c").rank("abc"),
        replace(issued, known=Familiar.PREPARED, digest="a").rank("abc"),
    ]
    assert ranks == sorted(ranks) and len(set(ranks)) == len(ranks)
