"""What must be true of reports, keys and what people said of them, whoever writes it: the database refuses else."""

from datetime import date

import pytest
from django.utils import timezone

from followups.models import FollowUp
from reports.models import (
    Answer,
    Ground,
    Handover,
    HandoverKind,
    Job,
    JobKind,
    JobState,
    KeyConfirmation,
    LegalBasis,
    Narrative,
    OutsideCertificate,
    OwnLetter,
    Paraf,
    Part,
    ReaderNote,
    ReleasedCopy,
    RemovedPicture,
    Report,
    ReportKind,
    SignedPage,
    SigningKey,
    SigningWay,
    State,
    Verdict,
)
from tests.constraints import again, refusal_of, sets, unguarded
from tests.reports.issued import make_report

pytestmark = pytest.mark.each_database
NOW = timezone.now()


@pytest.fixture
def filled(survey, people):
    """A signed report with one row of each kind beside it."""
    followup = FollowUp.objects.get(survey=survey)
    admin = people.admin
    report = make_report(followup, people.secretary, number="1/ORT/2026")
    RemovedPicture.objects.create(office=followup.survey.office, sha256="a" * 64)
    Answer.objects.create(followup=followup, rule="K1", subject="a", place="x", reason="Memang begitu.", given_by=admin)
    Handover.objects.create(
        report=report, kind=HandoverKind.SENT, party="KPU", happened_on=date(2026, 1, 9), recorded_by=admin
    )
    Job.objects.create(followup=followup, kind=JobKind.DRAFT_PDF, digest="a")
    LegalBasis.objects.get_or_create(position=99, title="Peraturan", valid_from=date(2020, 1, 1))
    Narrative.objects.create(followup=followup, section="1.3", text="Teks.")
    OwnLetter.objects.create(followup=followup, which="nota-dinas", version=1)
    Paraf.objects.create(followup=followup, given_by=people.head, given_at=NOW, agrees=True, digest="a")
    ReleasedCopy.objects.create(report=report, inputs="a", sha256="a" * 64)
    ReaderNote.objects.create(followup=followup, part=Part.COVER, text="Ganti gambar.", written_by=admin)
    pictures = {"original": "a.jpg", "picture": "b.jpg", "original_sha256": "a", "picture_sha256": "b"}
    SignedPage.objects.create(report=report, page=3, kept_by=admin, **pictures)
    SigningKey.objects.create(user=people.secretary, container=b"x", sha256="a", certificate={})
    of_key = {"user": people.secretary, "office": survey.office, "fingerprint": "a"}
    OutsideCertificate.objects.create(**of_key, certificate={})
    KeyConfirmation.objects.create(**of_key, verdict=Verdict.CONFIRMED, ground=Ground.PERSON, by=admin)
    return report


def another_open_version(report):
    def write():
        for version in (2, 3):
            Report.objects.create(followup=report.followup, version=version)

    return write


def test_every_constraint_refuses_what_breaks_it(filled, people):
    writes = {
        "report_version_once_of_a_kind": lambda: Report.objects.create(followup=filled.followup, version=1),
        "report_one_open_version_of_a_kind": another_open_version(filled),
        "report_one_signed_version_of_a_kind": again(Report, version=2, code="LAIN", number=""),
        "report_kind_known": sets(Report, kind="poem"),
        "report_number_unique": again(Report, version=2, code="LAIN", state=State.SUPERSEDED),
        "report_state_known": sets(Report, state="lost"),
        "report_version_from_one": sets(Report, version=0),
        "report_prepared_is_complete": sets(Report, dated=None),
        "report_signed_is_complete": sets(Report, signed_sha256=""),
        "report_withdrawn_has_reason": sets(Report, state=State.WITHDRAWN, withdrawn_at=NOW),
        "report_preparing_is_frozen": sets(Report, state=State.PREPARING, way=""),
        "report_limit_from_one_mb": sets(Report, limit_mb=0),
        "signed_page_once": again(SignedPage),
        "signed_page_and_turn_in_range": sets(SignedPage, turn=4),
        "signed_page_has_pictures": sets(SignedPage, picture_sha256=""),
        "answer_once_per_subject": again(Answer),
        "answer_has_reason": sets(Answer, reason=""),
        "handover_kind_and_party": sets(Handover, party=""),
        "handover_receipt_of_what_was_sent": sets(Handover, kind=HandoverKind.RETURNED, expects_receipt=True),
        "handover_receipt_is_whole": sets(Handover, received_on=date(2026, 1, 12), received_by="Wati"),
        "job_once_per_document": again(Job),
        "job_report_kind_known": sets(Job, report_kind="poem"),
        "job_state_known": sets(Job, state="lost"),
        "job_percent_in_range": sets(Job, percent=101),
        "job_running_has_lease": sets(Job, state=JobState.RUNNING, lease_token="a"),
        "job_done_has_file": sets(Job, state=JobState.DONE),
        "signing_key_has_digest": sets(SigningKey, sha256=""),
        "outside_certificate_once": again(OutsideCertificate),
        "outside_certificate_has_digest": sets(OutsideCertificate, fingerprint=""),
        "key_confirmation_once": again(KeyConfirmation),
        "key_confirmation_verdict_known": sets(KeyConfirmation, verdict="maybe"),
        "key_confirmation_ground_known": sets(KeyConfirmation, ground="rumour"),
        "key_confirmation_by_another": sets(KeyConfirmation, by=people.secretary),
        "paraf_once_per_person": again(Paraf, digest="b"),
        "paraf_names_a_state": sets(Paraf, digest=""),
        "paraf_kind_known": sets(Paraf, kind="poem"),
        "reader_note_is_whole": sets(ReaderNote, text=""),
        "reader_note_on_a_part_of_its_kind": sets(ReaderNote, part="punggung"),
        "reader_note_done_by_somebody": sets(ReaderNote, done_at=NOW),
        "own_letter_once_per_version": again(OwnLetter),
        "own_letter_of_a_kind_that_has_letters": sets(OwnLetter, kind="addendum"),
        "own_letter_kind_and_version": sets(OwnLetter, which="undangan"),
        "released_copy_once_of_the_same": again(ReleasedCopy),
        "released_copy_is_known": sets(ReleasedCopy, sha256=""),
        "legal_basis_not_reversed": sets(LegalBasis, valid_until=date(1945, 8, 17)),
        "narrative_once_per_section": again(Narrative, text="Lain."),
    }
    writes["picture_removed_once"] = again(RemovedPicture)
    assert unguarded("reports", writes) == {}


def test_a_version_that_was_replaced_leaves_room_for_a_signed_and_an_open_one(filled):
    Report.objects.filter(pk=filled.pk).update(state=State.SUPERSEDED)
    again(Report, version=2, code="LAIN", number="", state=State.SIGNED)()
    Report.objects.create(followup=filled.followup, version=3)
    assert Report.objects.count() == 3


def test_each_kind_has_its_own_version_one_signed_and_open_at_once(filled):
    kind = {"kind": ReportKind.ADDENDUM}
    again(Report, code="LAIN", number="", **kind)()
    Report.objects.create(followup=filled.followup, version=2, **kind)
    Report.objects.create(followup=filled.followup, version=2)
    assert refusal_of(lambda: Report.objects.create(followup=filled.followup, version=3, **kind))


@pytest.mark.parametrize(
    "lacks",
    ["document", "code", "prepared_at", "dated", "prepared_by", "signed_at", "signed_by"],
)
def test_nothing_of_a_signed_version_can_be_lost(filled, lacks):
    refusal = refusal_of(sets(Report, **{lacks: None}))
    assert "report_prepared_is_complete" in refusal or "report_signed_is_complete" in refusal


def test_signed_by_hand_a_version_has_its_scan_and_no_signed_file(filled):
    by_hand = {"way": SigningWay.BY_HAND, "scan_sha256": "a", "signed_sha256": ""}
    sets(Report, **by_hand)()
    for broken in ({"scan_sha256": ""}, {"signed_sha256": "a"}, {"dated": None}):
        assert "report_signed_is_complete" in refusal_of(sets(Report, **broken))


def test_only_the_pen_may_leave_the_day_open_and_only_until_it_is_signed(filled):
    waiting = {"state": State.PREPARED, "dated": None}
    sets(Report, **waiting, way=SigningWay.BY_HAND)()
    for way in (SigningWay.HERE, SigningWay.ELSEWHERE):
        assert "report_prepared_is_complete" in refusal_of(sets(Report, **waiting, way=way))


def test_a_key_may_be_confirmed_by_nobody_where_the_ground_is_another(filled, people):
    sets(KeyConfirmation, by=None)()
    sets(KeyConfirmation, by=people.secretary, ground=Ground.TICK)()
    assert KeyConfirmation.objects.get().by == people.secretary
