"""Preparing a report: what hinders it, what it freezes, and what the worker makes of it."""

import io
import re
from datetime import date, timedelta
from hashlib import sha256

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from followups.models import ActionPlan, Completion, EvidencePhoto, FollowUp
from followups.months import Month
from offices.declining import Declined
from offices.models import AuditEvent, Office
from reports.document.frozen import thaw
from reports.document.model import digest_of
from reports.issuing import Hindered, Wish, fitting, prepare, reopen, return_to_draft
from reports.issuing.fitting import MEGABYTE
from reports.issuing.keeping import read
from reports.issuing.making import hand_over
from reports.models import Job, JobState, Report, RetiredCode, State
from reports.printing.conformance import faults_of
from reports.work.jobs import reclaim_expired, run_job
from reports.work.leases import claim
from surveys.locking import CycleLockedError, open_cycle
from surveys.models import Lock
from tests.conftest import make_survey
from tests.reports.issuing.issuing import (
    again,
    explain,
    give_key,
    job_of,
    made,
    make_prepared,
    make_preparing,
    make_ready,
    make_signed,
    small_pdf,
    wish,
    work,
)

pytestmark = pytest.mark.usefixtures("own_media")


def actions():
    return list(AuditEvent.objects.order_by("pk").values_list("action", flat=True))


def test_it_freezes_the_report_and_locks_the_cycle(survey, people):
    report = make_preparing(survey, people)
    document = thaw(report.document)
    assert (report.state, report.version, again(survey).lock) == (State.PREPARING, 1, Lock.PREPARED)
    assert document.signing.code == report.code
    assert document.signing.url.endswith(f"/verifikasi/{report.code}/")
    assert document.signing.prepared_at == report.prepared_at
    assert job_of(report).digest == digest_of(document)
    with pytest.raises(CycleLockedError), open_cycle(survey):
        pass


def test_its_code_is_another_each_time_and_cannot_be_guessed_or_misread(survey, people):
    report = make_preparing(survey, people)
    first = report.code
    return_to_draft(report, people.admin, "Salah tanggal.")
    second = prepare(survey, people.admin, wish()).code
    assert first != second
    assert len(first.replace("-", "")) >= 20
    assert not set(first + second) & set("01IOL")


def test_one_event_tells_of_it(survey, people):
    make_ready(survey, people)
    before = len(actions())
    prepare(survey, people.admin, wish())
    assert actions()[before:] == ["report.prepare"]


def test_it_keeps_the_findings_with_their_answers_and_what_nobody_approved(survey, people):
    make_ready(survey, people)
    ActionPlan.objects.update(review="none")
    explain(survey, people.admin)
    report = prepare(survey, people.admin, wish())
    assert {"N8"} <= {finding["id"] for finding in report.findings["findings"]}
    assert report.findings["unapproved"] == [["Program 1", "Waktu Penyelesaian", "Operator"]]


def test_a_block_hinders_it_and_changes_nothing(survey, people):
    make_ready(survey, people)
    Completion.objects.update(reason="")
    with pytest.raises(Declined, match="catatan kelengkapan"):
        prepare(survey, people.admin, wish())
    assert not Report.objects.exists()
    assert not Job.objects.exists()
    assert again(survey).lock == Lock.OPEN
    assert "report.prepare" not in actions()


def test_what_only_the_preparation_brings_up_is_explained_with_it(survey, people, settings):
    settings.DEBUG = True
    give_key(people.secretary, demo=True)
    make_ready(survey, people)
    with pytest.raises(Hindered) as hindered:
        prepare(survey, people.admin, wish())
    assert [finding.severity for finding in hindered.value.findings] == ["warn"]
    report = prepare(survey, people.admin, wish(reason="Untuk latihan."))
    answers = [finding["answer"]["reason"] for finding in report.findings["findings"] if finding["answer"]]
    assert "Untuk latihan." in answers


def test_a_second_preparation_is_refused(survey, people):
    make_preparing(survey, people)
    with pytest.raises(Declined, match="sudah disiapkan"):
        prepare(survey, people.secretary, wish())
    assert Report.objects.count() == 1


def test_a_date_to_come_is_refused(survey, people):
    make_ready(survey, people)
    with pytest.raises(Declined, match="belum tiba"):
        prepare(survey, people.admin, Wish("here", date(2999, 1, 1)))


@pytest.fixture
def numbered(survey):
    Office.objects.filter(pk=survey.office_id).update(
        number_template="{nomor}/{klasifikasi}-{jenis}/{kode}/{tahun}",
        number_classification="ORT.07",
        number_unit_code="3521",
    )
    return survey


def test_the_number_follows_the_offices_pattern(numbered, people):
    report = make_preparing(numbered, people, number="12")
    assert report.number == f"12/ORT.07-LAP/3521/{report.dated.year}"
    assert thaw(report.document).signing.number == report.number


def test_a_number_is_asked_for_where_there_is_a_pattern(numbered, people):
    make_ready(numbered, people)
    with pytest.raises(Declined, match="Nomor urut"):
        prepare(numbered, people.admin, wish())


@pytest.mark.prove
def test_a_number_is_taken_once(numbered, people):
    taken = make_preparing(numbered, people, number="12")
    other = make_survey(numbered.office, period="2025-S2")
    make_ready(other, people)
    with pytest.raises(Declined, match="sudah dipakai"):
        prepare(other, people.admin, wish(number="12"))
    assert prepare(other, people.admin, wish(number="13")).number != taken.number


def test_a_pattern_that_asks_for_what_is_not_known_is_told(numbered, people):
    Office.objects.update(number_unit_code="")
    make_ready(numbered, people)
    with pytest.raises(Declined, match="kode satuan kerja"):
        prepare(numbered, people.admin, wish(number="12"))


def test_the_worker_makes_the_very_file_that_is_signed(survey, people):
    report = work(make_preparing(survey, people))
    content = read(report.prepared_file, report.prepared_sha256)
    assert report.state == State.PREPARED
    assert report.prepared_sha256[:24] in report.prepared_file.name
    assert b"/TandaTangan" in content or b"(TandaTangan)" in content
    assert faults_of(content) == ()
    assert job_of(report).state == JobState.DONE
    assert actions()[-1] == "report.ready"


def test_a_second_worker_changes_nothing(survey, people):
    report = made(make_preparing(survey, people))
    name, events = report.prepared_file.name, actions()
    run_job(job_of(report).pk)
    assert (again(report).prepared_file.name, actions()) == (name, events)


def test_a_worker_that_lost_its_lease_leaves_no_file(survey, people, settings):
    settings.JOB_LEASE_SECONDS = 0
    report = make_preparing(survey, people)
    lost, holder = claim(job_of(report).pk), claim(job_of(report).pk)
    known = files_of(survey)
    hand_over(lost, report, small_pdf())
    assert again(report).state == State.PREPARING
    assert files_of(survey) == known
    hand_over(holder, report, small_pdf())
    assert again(report).state == State.PREPARED
    assert len(files_of(survey)) == len(known) + 1


def files_of(survey):
    folder = f"reports/{survey.office.code}/{survey.period}/v1"
    return default_storage.listdir(folder)[1] if default_storage.exists(folder) else []


def test_work_on_what_went_back_to_draft_ends_with_a_sentence(survey, people):
    report = make_preparing(survey, people)
    job = job_of(report)
    return_to_draft(report, people.admin, "Salah tanggal.")
    run_job(job.pk)
    job.refresh_from_db()
    assert (job.state, again(report).state) == (JobState.FAILED, State.DRAFT)
    assert "dibatalkan" in job.error


def test_a_storage_that_fails_leaves_the_report_to_be_tried_again(survey, people, settings, tmp_path):
    report = make_preparing(survey, people)
    blocked = tmp_path / "penuh"
    blocked.write_text("bukan folder")
    media = settings.MEDIA_ROOT
    settings.MEDIA_ROOT = str(blocked)
    for _ in range(3):
        run_job(job_of(report).pk)
    settings.MEDIA_ROOT = media
    assert job_of(report).state == JobState.FAILED
    assert again(report).state == State.PREPARING
    assert reclaim_expired() == 0


@pytest.fixture
def heavy(survey):
    """A cycle whose one photo is larger than a megabyte."""
    picture = io.BytesIO()
    Image.effect_noise((1600, 1200), 120).convert("RGB").save(picture, "JPEG", quality=95)
    photo = EvidencePhoto.objects.get()
    name = default_storage.save("photos/3521/berat.jpg", ContentFile(picture.getvalue()))
    known = {"sha256": sha256(picture.getvalue()).hexdigest(), "size": len(picture.getvalue())}
    EvidencePhoto.objects.filter(pk=photo.pk).update(file=name, width=1600, height=1200, **known)
    return survey


@pytest.mark.prove
def test_a_limit_makes_the_printed_photos_smaller_and_leaves_the_stored_ones(heavy, people):
    Office.objects.update(pdf_limit_mb=1)
    report = work(make_preparing(heavy, people))
    assert report.state == State.PREPARED
    assert report.prepared_file.size <= MEGABYTE
    assert EvidencePhoto.objects.get().file.size > MEGABYTE
    assert report.findings["smaller_photos"]


@pytest.mark.prove
def test_without_a_limit_the_photos_stay_as_they_are(heavy, people):
    report = work(make_preparing(heavy, people))
    assert report.prepared_file.size > MEGABYTE
    assert not report.findings["smaller_photos"]


@pytest.mark.prove
def test_a_file_that_stays_too_large_is_told_with_its_size(survey, people, monkeypatch):
    monkeypatch.setattr(fitting, "ROOM_FOR_SIGNATURE", 999_000)
    monkeypatch.setattr(fitting, "SIZES", fitting.SIZES[-1:])
    monkeypatch.setattr(fitting, "PAGES_AT_LEAST", 0)
    Office.objects.update(pdf_limit_mb=1)
    report = work(make_preparing(survey, people))
    assert (report.state, job_of(report).state) == (State.PREPARING, JobState.FAILED)
    told = re.search(r"(0,\d) MB, sedangkan yang tersedia (0,\d) MB: dari batas unggah 1 MB", job_of(report).error)
    assert told and told[1] > told[2]
    assert "sisanya disediakan untuk tanda tangan elektronik" in job_of(report).error


def test_going_back_to_draft_opens_the_cycle_and_retires_the_code(survey, people, django_capture_on_commit_callbacks):
    report = make_prepared(survey, people)
    code, name = report.code, report.prepared_file.name
    with django_capture_on_commit_callbacks(execute=True):
        report = return_to_draft(report, people.secretary, "Perbaiki tabel 3.1.")
    assert (report.state, report.code, again(survey).lock) == (State.DRAFT, None, Lock.OPEN)
    assert RetiredCode.objects.get().code == code
    assert not default_storage.exists(name)
    event = AuditEvent.objects.order_by("pk").last()
    assert (event.action, event.after["reason"]) == ("report.return", "Perbaiki tabel 3.1.")


def test_going_back_needs_a_reason_and_something_to_go_back_from(survey, people):
    report = make_prepared(survey, people)
    with pytest.raises(Declined, match="Alasan"):
        return_to_draft(report, people.secretary, "  ")
    return_to_draft(report, people.secretary, "Salah.")
    with pytest.raises(Declined, match="tidak sedang disiapkan"):
        return_to_draft(report, people.secretary, "Salah.")


def test_it_is_the_same_version_that_is_prepared_again(survey, people):
    report = make_prepared(survey, people)
    return_to_draft(report, people.secretary, "Salah.")
    second = prepare(survey, people.admin, wish("by_hand"))
    assert (second.pk, second.version, second.way) == (report.pk, 1, "by_hand")


def test_a_changed_file_is_never_given_out(survey, people):
    report = make_prepared(survey, people)
    with default_storage.open(report.prepared_file.name, "wb") as stored:
        stored.write(b"%PDF-1.7 lain")
    with pytest.raises(Declined, match="rusak"):
        read(report.prepared_file, report.prepared_sha256)


def test_a_reissue_in_which_nothing_changed_is_refused(survey, people):
    signed = make_signed(survey, people)
    draft = reopen(signed, people.secretary, "Salah ketik pada program 2.")
    assert (draft.version, draft.state, again(survey).lock) == (2, State.DRAFT, Lock.OPEN)
    with pytest.raises(Declined, match="sama dengan versi 1"):
        prepare(survey, people.admin, wish())
    ActionPlan.objects.filter(position=2).update(programme="Program 2 yang dibetulkan")
    explain(survey, people.admin)
    assert prepare(survey, people.admin, wish()).version == 2


def test_a_report_may_be_dated_up_to_fourteen_days_ahead(survey, people):
    make_ready(survey, people)
    with pytest.raises(Declined, match="belum tiba; paling lambat"):
        prepare(survey, people.admin, Wish("here", date.today() + timedelta(days=16)))
    ahead = date.today() + timedelta(days=13)
    assert prepare(survey, people.admin, Wish("here", ahead)).dated == ahead


def test_a_target_before_the_date_of_the_report_blocks_and_names_its_plan(survey, people):
    make_ready(survey, people)
    Completion.objects.update(latest=Month.of(date.today()).plus(-1).first_day)
    with pytest.raises(Hindered) as hindered:
        prepare(survey, people.admin, wish(reason="Memang demikian."))
    (finding,) = hindered.value.findings
    assert (finding.id, finding.severity) == ("K60", "block")
    assert "RTL “Program 2” ditargetkan selesai paling lambat" in finding.message
    Completion.objects.update(latest=Month.of(date.today()).first_day)
    assert prepare(survey, people.admin, wish()).state == State.PREPARING


@pytest.fixture
def running(survey, people):
    """The follow-up lasts to the end of this month."""
    make_ready(survey, people)
    FollowUp.objects.update(end=Month.of(date.today()).first_day)
    explain(survey, people.admin)


def test_within_the_follow_up_one_is_asked_first(running, survey, people):
    with pytest.raises(Declined, match="Masa tindak lanjut baru berakhir"):
        prepare(survey, people.admin, wish())
    assert prepare(survey, people.admin, wish(early=True)).state == State.PREPARING


def test_the_page_asks_and_takes_the_answer(running, survey, people, as_user):
    client, page = as_user(people.admin), "/laporan/3521/2025-S1/tanda-tangan/"
    assert 'name="early"' in client.get(page).content.decode()
    sent = {"way": "elsewhere", "dated": f"{date.today():%d-%m-%Y}"}
    refused = client.post(f"{page}siapkan/", sent)
    assert refused.status_code == 422
    assert "Masa tindak lanjut baru berakhir" in refused.content.decode()
    assert 'name="early"' in refused.content.decode()
    assert client.post(f"{page}siapkan/", sent | {"early": "on"}).status_code == 302
    assert Report.objects.get().state == State.PREPARING


def test_after_the_follow_up_nothing_is_asked(survey, people, as_user):
    make_ready(survey, people)
    assert 'name="early"' not in as_user(people.admin).get("/laporan/3521/2025-S1/tanda-tangan/").content.decode()
