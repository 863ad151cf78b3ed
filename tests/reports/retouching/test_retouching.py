"""A photo covered or cut: the new one stands everywhere, and nothing of the old one is left in the storage."""

import re
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command

from followups.evidence.arranging import add_photos
from followups.evidence.places import Place
from followups.evidence.uploads import store_uploads
from followups.models import ActionPlan, EvidencePhoto, FollowUp, Paper, Review, Status
from offices.models import AuditEvent
from reports.models import Job, JobKind, JobState, RemovedPicture, Report
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
