"""The publication log through its pages: noted with its proof, corrected, taken out, in any state of the report."""

import os
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command

from followups.models import Publication
from offices.models import AuditEvent
from offices.sending.key import FIELD
from surveys.models import Lock, Survey
from tests.conftest import jpeg
from tests.followups.evidence.pictures import encode, exif_of, flag
from tests.followups.papers.papers import pdf
from tests.followups.publications.log import LOG, typed

pytestmark = pytest.mark.usefixtures("own_media")


def picture(color="navy"):
    return SimpleUploadedFile("layar.jpg", jpeg(color))


@pytest.fixture
def admin(as_user, people, survey):
    return as_user(people.admin)


@pytest.fixture
def noted(admin):
    assert admin.post(LOG, typed(file=picture())).status_code == 302
    return Publication.objects.get()


def test_a_publication_is_noted_with_its_proof_and_told_in_the_trail(admin, noted):
    page = admin.get(LOG).content.decode()
    assert "Laman KPU Ngawi" in page
    assert "15 Juli 2025" in page
    assert "1 dari 6 jenis media dipakai." in page
    assert f'src="{LOG}{noted.pk}/bukti/"' in page
    event = AuditEvent.objects.get(action="publication.note")
    assert (event.after["medium"], event.after["sha256"]) == ("Situs web atau subsitus", noted.sha256)


def test_a_photo_is_kept_without_what_it_says_of_its_maker_and_shown_to_its_office(admin):
    photo = encode(flag(), exif=exif_of())
    admin.post(LOG, typed(file=SimpleUploadedFile("a.jpg", photo)))
    answer = admin.get(f"{LOG}{Publication.objects.get().pk}/bukti/")
    content = b"".join(answer.streaming_content)
    assert content.startswith(b"\xff\xd8\xff")
    assert b"PembuatKamera" not in content
    assert answer["Content-Type"] == "image/jpeg"


def test_a_pdf_is_a_proof_that_is_only_handed_out(admin):
    admin.post(LOG, typed(file=SimpleUploadedFile("a.pdf", pdf(2))))
    row = Publication.objects.get()
    answer = admin.get(f"{LOG}{row.pk}/bukti/")
    assert answer.content == pdf(2)
    assert answer["Content-Disposition"] == f'attachment; filename="publikasi-3521-2025-S1-{row.pk}.pdf"'
    assert f'<img src="{LOG}' not in admin.get(LOG).content.decode()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"place": "  "}, "Isi di mana publikasi ini dapat dilihat."),
        ({"published_on": ""}, "Isi tanggal ketika hasilnya dipublikasikan."),
        ({"published_on": "1-1-2031"}, "2031"),
        ({"address": "kpu.go.id"}, "Alamat harus diawali https://"),
        ({"address": "http://192.168.1.2/skm"}, "hanya dapat dibuka dari satu komputer"),
        ({"medium": "radio"}, "radio"),
        ({"file": SimpleUploadedFile("a.jpg", b"<html><script>")}, "HTML"),
    ],
    ids=["nowhere", "no day", "to come", "no address", "private address", "no medium", "no picture"],
)
def test_what_cannot_be_is_said_at_its_field_and_what_was_typed_stays(admin, wrong, said):
    answer = admin.post(LOG, typed(place="Laman lama") | wrong)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert "place" in wrong or "Laman lama" in page
    assert not Publication.objects.exists()


def test_tomorrow_nothing_was_published_yet(admin, time_machine):
    time_machine.move_to("2025-07-14 09:00+07:00", tick=False)
    assert "Tanggal" in admin.post(LOG, typed()).content.decode()
    assert not Publication.objects.exists()


def test_the_same_is_noted_once_and_on_another_day_again(admin, noted):
    again = admin.post(LOG, typed(place="laman kpu ngawi"))
    assert again.status_code == 422
    assert "sudah dicatat" in again.content.decode()
    assert admin.post(LOG, typed(published_on="16-7-2025")).status_code == 302


def test_one_picture_proves_one_medium_whatever_was_published_there(admin, noted):
    assert admin.post(LOG, typed(what="report", file=picture())).status_code == 302
    other = admin.post(LOG, typed(medium="social", place="Instagram @kpu.ngawi", file=picture()))
    assert "sudah menjadi bukti publikasi lain (Laman KPU Ngawi)" in other.content.decode()


def test_a_note_is_corrected_and_its_proof_stays_unless_another_is_sent(admin, noted):
    one = f"{LOG}{noted.pk}/"
    assert 'value="Laman KPU Ngawi"' in admin.get(one).content.decode()
    admin.post(one, typed(place="Laman resmi"))
    changed = Publication.objects.get()
    assert (changed.place, changed.sha256) == ("Laman resmi", noted.sha256)
    admin.post(one, typed(place="Laman resmi", file=picture("olive")))
    assert Publication.objects.get().sha256 != noted.sha256
    admin.post(one, typed(place="Laman resmi"))
    assert AuditEvent.objects.filter(action="publication.change").count() == 2


def test_the_log_is_kept_when_the_report_is_signed(admin, noted):
    Survey.objects.update(lock=Lock.SIGNED)
    assert admin.post(LOG, typed(what="report")).status_code == 302
    assert admin.post(f"{LOG}{noted.pk}/hapus/").url == LOG
    assert [row.what for row in Publication.objects.all()] == ["report"]


def test_a_note_that_is_taken_out_is_told_and_its_file_goes_with_the_next_sweeping(admin, noted):
    place = Path(default_storage.path(noted.proof.name))
    os.utime(place, (0, 0))
    call_command("sweep_files", "--delete", "--days", "1")
    assert place.exists()
    assert [admin.post(f"{LOG}{noted.pk}/hapus/").status_code for _ in range(2)] == [302, 404]
    call_command("sweep_files", "--delete", "--days", "1")
    assert not place.exists()
    assert AuditEvent.objects.get(action="publication.delete").before["place"] == "Laman KPU Ngawi"


def test_a_proof_that_is_damaged_is_not_shown_and_told_when_files_are_verified(admin, noted, capsys):
    default_storage.delete(noted.proof.name)
    assert admin.get(f"{LOG}{noted.pk}/bukti/").status_code == 404
    with pytest.raises(SystemExit):
        call_command("verify_stored")
    assert "bukti publikasi Laman KPU Ngawi tidak ada di penyimpanan" in capsys.readouterr().err


def test_who_looks_on_from_above_reads_the_log_without_its_pictures(as_user, people, noted):
    above = as_user(people.supervisor)
    page = above.get(LOG).content.decode()
    assert "Laman KPU Ngawi" in page
    assert "/bukti/" not in page
    assert "Catat publikasi" not in page
    assert above.get(f"{LOG}{noted.pk}/bukti/").status_code == 403


def test_a_form_that_is_sent_twice_notes_once(admin):
    answers = [admin.post(LOG, typed() | {FIELD: "kunci"}) for _ in range(2)]
    assert [(answer.status_code, answer.url) for answer in answers] == [(302, LOG)] * 2
    assert Publication.objects.count() == 1


def test_a_log_has_its_end(admin, noted, monkeypatch):
    monkeypatch.setattr("followups.publications.noting.MOST", 1)
    assert "paling banyak" in admin.post(LOG, typed(what="report")).content.decode()


# --- what the report prints of it


def picture_of(row):
    return f"{LOG}gambar/{row.sha256}/"


def test_the_preview_of_the_report_shows_the_row_and_its_photo(admin, noted):
    page = admin.get("/laporan/3521/2025-S1/").content.decode()
    assert "Media tempat hasil SKM dan tindak lanjutnya dipublikasikan" in page
    assert f'src="{picture_of(noted)}"' in page
    assert "Publikasi Hasil SKM: Laman KPU Ngawi, 15 Juli 2025" in page


def test_the_photo_is_for_who_may_read_the_report_whichever_row_has_it(admin, noted, as_user, people):
    admin.post(LOG, typed(what="follow_up", file=picture()))
    assert Publication.objects.filter(sha256=noted.sha256).count() == 2
    answer = as_user(people.staff).get(picture_of(noted))
    assert answer["Content-Type"] == "image/jpeg"
    assert b"".join(answer.streaming_content) == jpeg("navy")
    assert as_user(people.stranger).get(picture_of(noted)).status_code == 404
    assert admin.get(f"{LOG}gambar/{'0' * 64}/").status_code == 404


def test_a_pdf_is_no_picture_of_the_report(admin):
    admin.post(LOG, typed(file=SimpleUploadedFile("a.pdf", pdf(2))))
    row = Publication.objects.get()
    assert admin.get(picture_of(row)).status_code == 404
    page = admin.get("/laporan/3521/2025-S1/").content.decode()
    assert "Laman KPU Ngawi" in page and "Publikasi Hasil SKM:" not in page


# --- proofs that were kept before their size was

MEASURING = import_module("followups.migrations.0015_proofs_of_publications_are_figures")


def test_photos_of_before_are_measured_and_what_is_gone_stays_as_it_is(noted):
    whole = (noted.width, noted.height, noted.size)
    Publication.objects.update(width=0, height=0, size=0)
    MEASURING.measure(apps, None)
    noted.refresh_from_db()
    assert (noted.width, noted.height, noted.size) == whole and all(whole)
    Publication.objects.update(width=0, height=0, size=0)
    default_storage.delete(noted.proof.name)
    MEASURING.measure(apps, None)
    noted.refresh_from_db()
    assert (noted.width, noted.height) == (0, 0)


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7 ....", b"\xff\xd8", b"\xff\xd8\xff\xc0\x00", b"\xff\xd8\xff\xe0\x00\x02"]
)
def test_what_has_no_frame_has_no_sides(data):
    assert MEASURING.sides_of(data) == (0, 0)
