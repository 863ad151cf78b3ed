"""A photo covered or cut: the new one stands everywhere, and nothing of the old one is left in the storage."""

import re
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from PIL import Image

from followups.evidence.arranging import add_photos
from followups.evidence.places import Place
from followups.evidence.uploads import store_uploads
from followups.models import ActionPlan, EvidencePhoto, FollowUp, Paper, Review, Status, Upkeep
from offices.models import AuditEvent
from reports.models import Handover, HandoverKind, Job, JobKind, JobState, RemovedPicture, Report, ReportKind, State
from surveys.models import Lock, Survey
from tests.conftest import make_survey
from tests.followups.evidence.evidence import at
from tests.followups.evidence.photo_parts.screenshots import screenshot
from tests.followups.evidence.pictures import encode, noise
from tests.reports.issued import make_report

BOX = {"cara": "samarkan", "kotak": "10,10,200,100"}


def uploaded(place, people, name="loket.jpg", picture=None):
    stored, _refused = store_uploads("3521", [SimpleUploadedFile(name, picture or PICTURE)])
    return add_photos(people.admin, place, stored).photos[0]


PICTURE = encode(noise((800, 600)))


@pytest.fixture
def photo(place, people):
    return uploaded(place, people)


def page(photo):
    return f"/bukti-dukung/3521/2025-S1/foto/{photo.pk}/ubah/"


def in_the_store(settings, photo_bytes):
    """Every stored file that is called by a digest, or holds the picture's bytes."""
    middle = photo_bytes[len(photo_bytes) // 2 :][:300]
    files = [file for file in Path(settings.MEDIA_ROOT).rglob("*") if file.is_file()]
    return [file.name for file in files if middle in file.read_bytes()]


def named(settings, digest):
    return [file.name for file in Path(settings.MEDIA_ROOT).rglob("*") if digest in file.name]


def test_nothing_of_the_old_picture_is_left_in_the_storage(
    as_user, people, photo, settings, django_capture_on_commit_callbacks
):
    client = as_user(people.admin)
    old, content = photo.sha256, photo.file.read()
    client.post(at(_place(photo), f"foto/{photo.pk}/putar/"), {"arah": "kiri"})
    photo.refresh_from_db()
    turned = photo.sha256
    draft = Job.objects.create(followup=photo.followup, kind=JobKind.DRAFT_PDF, digest="d" * 64)
    draft.file.save("draf.pdf", ContentFile(b"%PDF-1.7 " + content))
    assert len(in_the_store(settings, content)) == 2
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(page(photo), BOX)
    assert answer.status_code == 302
    assert in_the_store(settings, content) == []
    assert named(settings, old) + named(settings, turned) == []
    photo.refresh_from_db()
    assert len(named(settings, photo.sha256)) == 2
    assert client.get(f"/bukti-dukung/3521/2025-S1/foto/{photo.sha256}/kecil.jpg").status_code == 200
    assert not Job.objects.exists()


def _place(photo):
    return Place(photo.followup, plan=photo.uses.get().group.plan)


def test_a_draft_that_is_being_made_meanwhile_is_not_kept(as_user, people, photo):
    job = Job.objects.create(
        followup=photo.followup,
        kind=JobKind.DRAFT_PDF,
        digest="d" * 64,
        state=JobState.RUNNING,
        lease_token="a",
        lease_until="2999-01-01T00:00Z",
    )
    as_user(people.admin).post(page(photo), BOX)
    job.refresh_from_db()
    assert (job.state, job.lease_token) == (JobState.FAILED, "")
    assert job.error == "Gambar diganti. Minta PDF sekali lagi."


def test_it_is_replaced_wherever_the_office_uses_it_and_approvals_end(as_user, people, photo):
    plan = photo.uses.get().group.plan
    ActionPlan.objects.filter(pk=plan.pk).update(status=Status.DONE, review=Review.APPROVED, reviewed_by=people.head)
    elsewhere = FollowUp.objects.get(survey=make_survey(photo.office, "2025-S2"))
    copy = uploaded(Place(elsewhere), people)
    assert copy.sha256 == photo.sha256
    assert "pada 2 foto yang memakainya" in _words(as_user(people.admin), photo)
    as_user(people.admin).post(page(photo), BOX)
    assert len({row.sha256 for row in EvidencePhoto.objects.filter(pk__in=[photo.pk, copy.pk])} - {photo.sha256}) == 1
    plan.refresh_from_db()
    assert plan.review == Review.PENDING


def test_signed_versions_that_hold_it_are_named_before_and_after_and_in_the_trail(as_user, people, photo):
    report = make_report(photo.followup, people.secretary)
    Report.objects.filter(pk=report.pk).update(document={"gambar": photo.file.name})
    client = as_user(people.admin)
    assert "Versi bertanda tangan tetap memuat gambar lama: Semester I Tahun 2025 versi 1." in _words(client, photo)
    answer = client.post(page(photo), BOX, follow=True)
    assert "masih memuat gambar lama: Semester I Tahun 2025 versi 1" in answer.content.decode()
    event = AuditEvent.objects.get(action="evidence.retouch")
    assert event.after["signed"] == ["Semester I Tahun 2025 versi 1"]
    assert event.before["sha256"] == photo.sha256


def _words(client, photo):
    return " ".join(client.get(page(photo)).content.decode().split())


def test_where_the_old_picture_is_still_kept_is_named_in_place_of_success(as_user, people, photo):
    """Turned here and not there, and as a paper: neither is covered with this photo."""
    elsewhere = FollowUp.objects.get(survey=make_survey(photo.office, "2025-S2"))
    uploaded(Place(elsewhere), people, "pasar.jpg")
    Paper.objects.create(followup=elsewhere, kind="receipt", number="B-7", file="x", sha256=photo.sha256, size=1)
    client = as_user(people.admin)
    client.post(at(_place(photo), f"foto/{photo.pk}/putar/"), {"arah": "kiri"})
    photo.refresh_from_db()
    named = "pasar.jpg (Semester II Tahun 2025), berkas "
    assert named in _words(client, photo)
    said = " ".join(client.post(page(photo), BOX, follow=True).content.decode().split())
    assert f"gambar lamanya masih tersimpan sebagai {named}" in said
    assert "B-7 (Semester II Tahun 2025)" in said
    assert "dihapus dari penyimpanan" not in said
    assert len(AuditEvent.objects.get(action="evidence.retouch").after["kept_elsewhere"]) == 2


def test_a_picture_that_was_cut_into_parts_and_its_parts_name_each_other(as_user, people, place):
    whole = uploaded(place, people, "layar.png", screenshot())
    client = as_user(people.admin)
    cut = {"garis": ["590", "1190"], "asli": "simpan"}
    client.post(at(place, f"foto/{whole.pk}/bagian/"), cut)
    first, *others = EvidencePhoto.objects.filter(caption__contains="bagian").order_by("pk")
    assert all(part.name.removeprefix("photos/") in _words(client, whole) for part in (first, *others))
    assert "layar.jpg (Semester I Tahun 2025)" in _words(client, first)
    assert others[0].name.removeprefix("photos/") not in _words(client, first)
    said = client.post(page(whole), BOX, follow=True).content.decode()
    assert "gambar lamanya masih tersimpan sebagai" in " ".join(said.split())


def test_a_report_that_is_prepared_is_put_back_first(as_user, people, photo):
    later = make_survey(photo.office, "2025-S2")
    uploaded(Place(FollowUp.objects.get(survey=later)), people)
    Survey.objects.filter(pk=later.pk).update(lock=Lock.PREPARED)
    answer = as_user(people.admin).post(page(photo), BOX)
    assert answer.status_code == 422
    assert "sudah disiapkan untuk ditandatangani" in answer.content.decode()
    assert EvidencePhoto.objects.filter(sha256=photo.sha256).count() == 2
    Survey.objects.filter(pk=photo.followup.survey_id).update(lock=Lock.SIGNED)
    assert as_user(people.admin).post(page(photo), BOX).status_code == 403


def test_only_who_answers_for_every_use_may(as_user, people, photo, other):
    assert as_user(people.staff).get(page(photo)).status_code == 200
    as_user(people.admin).post(at(_place(photo), f"foto/{photo.pk}/gunakan/"), {"to": other.address})
    ActionPlan.objects.filter(pk=other.plan.pk).update(lead=None, all_units=False)
    other.plan.units.clear()
    assert as_user(people.staff).post(page(photo), BOX).status_code == 403
    assert as_user(people.secretary).get(page(photo)).status_code == 403
    assert as_user(people.stranger).get(page(photo)).status_code == 404
    photo.refresh_from_db()
    assert photo.sha256 == EvidencePhoto.objects.get(pk=photo.pk).sha256


@pytest.mark.parametrize("sent", [{"kotak": ""}, {"kotak": "9999,0,1,1"}, {"cara": "potong", "kotak": "0,0,20,20"}])
def test_what_cannot_be_done_changes_nothing(as_user, people, photo, sent):
    assert as_user(people.admin).post(page(photo), BOX | sent).status_code == 422
    assert EvidencePhoto.objects.get(pk=photo.pk).sha256 == photo.sha256
    assert not RemovedPicture.objects.exists()


def test_what_was_removed_on_purpose_is_no_fault_when_files_are_verified(
    as_user, people, photo, django_capture_on_commit_callbacks, capsys
):
    with django_capture_on_commit_callbacks(execute=True):
        as_user(people.admin).post(page(photo), {"cara": "potong", "kotak": "0,0,400,300"})
    assert RemovedPicture.objects.get().sha256 == photo.sha256
    call_command("verify_stored")
    assert "0 bermasalah" in capsys.readouterr().out


def test_marks_on_a_picture_that_changed_meanwhile_cover_nothing(as_user, people, photo):
    client = as_user(people.admin)
    seen = re.search(r'name="seen" value="(\w{64})"', client.get(page(photo)).content.decode())[1]
    client.post(at(_place(photo), f"foto/{photo.pk}/putar/"), {"arah": "kanan"})
    photo.refresh_from_db()
    turned = photo.sha256
    answer = client.post(page(photo), BOX | {"seen": seen})
    assert answer.status_code == 422
    assert "berubah sejak halaman dibuka" in answer.content.decode()
    photo.refresh_from_db()
    assert photo.sha256 == turned
    assert f'name="seen" value="{turned}"' in answer.content.decode()
    assert client.post(page(photo), BOX | {"seen": turned}).status_code == 302


def test_what_would_change_nothing_is_told_and_leaves_the_picture(as_user, people, place):
    """A black picture, covered with black: the same bytes."""
    black = uploaded(place, people, picture=encode(Image.new("RGB", (800, 600), "black")))
    client = as_user(people.admin)
    client.post(page(black), BOX)
    black.refresh_from_db()
    answer = client.post(page(black), BOX)
    assert answer.status_code == 422
    assert "Hasilnya sama dengan gambar semula" in answer.content.decode()
    assert AuditEvent.objects.filter(action="evidence.retouch").count() <= 1
    assert not RemovedPicture.objects.filter(sha256=black.sha256).exists()


def test_only_a_photo_that_nobody_turned_elsewhere_leaves_the_storage(
    as_user, people, photo, settings, django_capture_on_commit_callbacks
):
    """Turned here and not there: what the other photo shows stays, and is no picture that was removed."""
    elsewhere = FollowUp.objects.get(survey=make_survey(photo.office, "2025-S2"))
    other = uploaded(Place(elsewhere), people)
    client = as_user(people.admin)
    client.post(at(_place(photo), f"foto/{photo.pk}/putar/"), {"arah": "kiri"})
    photo.refresh_from_db()
    turned = photo.sha256
    with django_capture_on_commit_callbacks(execute=True):
        client.post(page(photo), BOX)
    assert list(RemovedPicture.objects.values_list("sha256", flat=True)) == [turned]
    assert (named(settings, turned), len(named(settings, other.sha256))) == ([], 2)


def test_receipts_of_the_office_that_are_this_picture_are_named_and_those_of_others_are_not(
    as_user, people, photo, magetan
):
    foreign = FollowUp.objects.get(survey=make_survey(magetan, "2025-S1"))
    for followup, code, party in ((photo.followup, "KODE-SATU", "Inspektorat"), (foreign, "KODE-DUA", "Dinas Lain")):
        report = make_report(followup, people.secretary, code=code)
        Handover.objects.create(
            report=report,
            kind=HandoverKind.SENT,
            party=party,
            happened_on="2026-01-10",
            receipt="terima.jpg",
            receipt_sha256=photo.sha256,
            received_on="2026-01-11",
            received_by="Sri",
            recorded_by=people.secretary,
        )
    words = _words(as_user(people.admin), photo)
    assert "tersimpan sebagai tanda terima Inspektorat (Semester I Tahun 2025)," in words
    assert "Dinas Lain" not in words


def test_signed_versions_are_named_by_kind_and_number_in_their_order_and_no_others(as_user, people, photo, magetan):
    showing = {"document": {"gambar": [{"sha256": photo.sha256}]}}
    foreign = FollowUp.objects.get(survey=make_survey(magetan, "2025-S1"))
    made = [
        make_report(photo.followup, people.secretary, State.SIGNED, code="KODE-2", version=2),
        make_report(photo.followup, people.secretary, State.SUPERSEDED, code="KODE-1"),
        make_report(photo.followup, people.secretary, code="KODE-3", kind=ReportKind.ADDENDUM),
        make_report(foreign, people.secretary, code="KODE-4", version=7),
    ]
    Report.objects.filter(pk__in=[report.pk for report in made]).update(**showing)
    make_report(photo.followup, people.secretary, code="KODE-5", kind=ReportKind.SURVEY)  # without the picture
    said = _words(as_user(people.admin), photo)
    assert (
        "memuat gambar lama: Laporan Penyelesaian RTL Semester I Tahun 2025 versi 1, "
        "Semester I Tahun 2025 versi 1, Semester I Tahun 2025 versi 2." in said
    )


def draft(followup, kind=JobKind.DRAFT_PDF, report_kind=ReportKind.FOLLOW_UP, digest="a"):
    """What is asked of the worker, with its file."""
    job = Job.objects.create(followup=followup, kind=kind, report_kind=report_kind, digest=digest * 64)
    job.file.save("berkas.pdf", ContentFile(b"%PDF-1.7 berkas"))
    return job


def test_drafts_of_open_cycles_go_and_of_signed_ones_only_what_shows_their_photos_too(as_user, people, photo):
    """A sheet to hang up shows those of a signed cycle as they are now."""
    signed = make_survey(photo.office, "2025-S2")
    uploaded(Place(FollowUp.objects.get(survey=signed)), people)
    Survey.objects.filter(pk=signed.pk).update(lock=Lock.SIGNED)
    ended = FollowUp.objects.get(survey=signed)
    draft(photo.followup)
    stays = draft(ended)
    draft(ended, report_kind=ReportKind.ADDENDUM, digest="b")
    draft(ended, JobKind.SHEET, digest="c")
    draft(photo.followup, JobKind.SHEET, digest="d")
    as_user(people.admin).post(page(photo), BOX)
    assert list(Job.objects.all()) == [stays]


@pytest.mark.usefixtures("own_media")
@pytest.mark.parametrize("report_kind", [ReportKind.SURVEY, ReportKind.FOLLOW_UP])
def test_the_file_of_a_prepared_version_is_no_draft_and_stays(
    as_user, people, photo, django_capture_on_commit_callbacks, report_kind
):
    """A report of the survey leaves the cycle open, as does one that was opened again for its next version."""
    job = draft(photo.followup, JobKind.PREPARE, report_kind)
    with django_capture_on_commit_callbacks(execute=True):
        assert as_user(people.admin).post(page(photo), BOX).status_code == 302
    job.refresh_from_db()
    assert job.file.read() == b"%PDF-1.7 berkas"


def test_a_version_that_is_being_prepared_is_not_taken_for_a_draft(as_user, people, photo):
    job = Job.objects.create(
        followup=photo.followup,
        kind=JobKind.PREPARE,
        report_kind=ReportKind.SURVEY,
        digest="d" * 64,
        state=JobState.RUNNING,
        lease_token="a",
        lease_until="2999-01-01T00:00Z",
    )
    as_user(people.admin).post(page(photo), BOX)
    job.refresh_from_db()
    assert (job.state, job.lease_token, job.error) == (JobState.RUNNING, "a", "")


@pytest.mark.parametrize(("state", "status"), [(State.PREPARED, 422), (State.SIGNED, 302)])
def test_a_prepared_report_that_leaves_the_cycle_open_hinders_too(as_user, people, photo, state, status):
    report = make_report(photo.followup, people.secretary, state, kind=ReportKind.SURVEY)
    Report.objects.filter(pk=report.pk).update(document={"gambar": photo.file.name})
    answer = as_user(people.admin).post(page(photo), BOX)
    assert answer.status_code == status
    told = "dalam laporan Semester I Tahun 2025 yang sudah disiapkan" in answer.content.decode()
    assert told is (status == 422)


def test_approvals_in_a_signed_cycle_do_not_end(as_user, people, photo):
    signed = make_survey(photo.office, "2025-S2")
    plan = ActionPlan.objects.filter(priority__followup__survey=signed).first()
    uploaded(Place(FollowUp.objects.get(survey=signed), plan=plan), people)
    approved = {"status": Status.DONE, "review": Review.APPROVED, "reviewed_by": people.head}
    ActionPlan.objects.filter(pk=plan.pk).update(**approved)
    Survey.objects.filter(pk=signed.pk).update(lock=Lock.SIGNED)
    as_user(people.admin).post(page(photo), BOX)
    plan.refresh_from_db()
    assert plan.review == Review.APPROVED


def test_one_photo_is_not_said_to_be_used_by_several_and_both_ways_are_in_the_trail(as_user, people, photo):
    client = as_user(people.admin)
    assert "foto yang memakainya" not in _words(client, photo)
    said = client.post(page(photo), {"cara": "potong", "kotak": "0,0,400,300"}, follow=True).content.decode()
    assert "gambar lamanya dihapus dari penyimpanan." in " ".join(said.split())
    assert "masih memuat gambar lama" not in said
    photo.refresh_from_db()
    assert (photo.width, photo.height) == (400, 300)
    assert AuditEvent.objects.get(action="evidence.retouch").after["way"] == "potong"


def test_a_picture_in_the_tray_is_changed_only_by_who_answers_for_all_units(as_user, people, followup):
    """It is no plan's yet: whose unit's it will be nobody knows."""
    photo = uploaded(Place(followup), people)
    assert as_user(people.staff).post(page(photo), BOX).status_code == 403
    assert as_user(people.admin).post(page(photo), BOX).url == "/bukti-dukung/3521/2025-S1/belum-ditempatkan/"


def test_after_the_change_one_is_where_the_photo_stands(as_user, people, photo, followup):
    plan = photo.uses.get().group.plan_id
    assert as_user(people.admin).post(page(photo), BOX).url == f"/bukti-dukung/3521/2025-S1/rtl/{plan}/"
    element = followup.survey.instrument.elements.first()
    kept = Place(followup, upkeep=Upkeep.objects.create(followup=followup, element=element, position=1))
    other = uploaded(kept, people, "pasar.jpg", encode(noise((640, 480))))
    assert as_user(people.admin).post(page(other), BOX).url == f"/bukti-dukung/3521/2025-S1/{kept.address}/"


def test_a_placeholder_is_no_photo_to_be_covered(as_user, people, photo):
    EvidencePhoto.objects.filter(pk=photo.pk).update(is_placeholder=True)
    assert as_user(people.admin).get(page(photo)).status_code == 404
