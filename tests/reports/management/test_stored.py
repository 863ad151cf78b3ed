"""verify_stored: after a restore every file is what it was, or is named."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command

from followups.models import EvidencePhoto, FollowUp
from offices.profile.saving import set_picture
from reports.document.frozen import thaw
from tests.conftest import jpeg
from tests.reports.issued import files, make_report
from tests.reports.issuing.issuing import make_preparing


@pytest.fixture
def report(own_media, survey, people):
    report = make_report(FollowUp.objects.get(survey=survey), people.secretary, content=files().signed)
    report.prepared_file.name = report.signed_file.name
    report.prepared_sha256 = report.signed_sha256
    report.save()
    return report


def test_whole_files_are_counted(report, capsys):
    call_command("verify_stored")
    assert capsys.readouterr().out == "4 berkas diperiksa, 0 bermasalah.\n"


def test_a_lost_and_a_changed_file_are_named(report, capsys):
    Path(report.signed_file.path).write_bytes(files().signed + b"x")
    with pytest.raises(SystemExit) as ended:
        call_command("verify_stored")
    said = capsys.readouterr()
    assert ended.value.code == 1
    assert "berkas bertanda tangan berubah" in said.err
    default_storage.delete(report.signed_file.name)
    with pytest.raises(SystemExit):
        call_command("verify_stored")
    assert "berkas bertanda tangan tidak ada di penyimpanan" in capsys.readouterr().err


def test_a_file_whose_signature_does_not_hold_is_named(survey, people, capsys, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    make_report(FollowUp.objects.get(survey=survey), people.secretary, content=files().prepared)
    with pytest.raises(SystemExit):
        call_command("verify_stored")
    assert "tanda tangannya tidak sah" in capsys.readouterr().err


def spoiled(how):
    def spoil(path):
        content = Path(path).read_bytes()
        if how == "gone":
            Path(path).unlink()
        else:
            Path(path).write_bytes({"cut": content[:-50], "empty": b"", "changed": content[:-9] + b"x" * 9}[how])

    return spoil


@pytest.mark.parametrize("how", ["gone", "cut", "empty", "changed"])
def test_a_photo_of_the_cycle_is_named(report, capsys, how):
    photo = EvidencePhoto.objects.get()
    photo.thumbnail = default_storage.save("photos/kecil.jpg", photo.thumbnail)
    photo.save()
    spoiled(how)(photo.file.path)
    with pytest.raises(SystemExit):
        call_command("verify_stored")
    said = capsys.readouterr()
    word = "tidak ada di penyimpanan" if how == "gone" else "berubah"
    assert f"3521 2025-S1: foto loket.jpg {word} (photos/3521/loket.jpg)" in said.err
    assert "4 berkas diperiksa, 1 bermasalah." in said.out


@pytest.mark.parametrize("how", ["gone", "cut", "empty"])
def test_a_thumbnail_is_named(report, capsys, how):
    photo = EvidencePhoto.objects.get()
    photo.thumbnail = default_storage.save("photos/kecil.jpg", photo.thumbnail)
    photo.save()
    spoiled(how)(photo.thumbnail.path)
    with pytest.raises(SystemExit):
        call_command("verify_stored")
    assert "foto loket.jpg, gambar kecilnya," in capsys.readouterr().err


@pytest.mark.parametrize("how", ["gone", "cut", "changed"])
def test_a_logo_is_named(report, people, ngawi, capsys, how):
    set_picture(ngawi, people.admin, "logo", jpeg("navy"), "jpg")
    ngawi.refresh_from_db()
    spoiled(how)(ngawi.logo.path)
    with pytest.raises(SystemExit):
        call_command("verify_stored")
    assert "3521: logo" in capsys.readouterr().err


def test_a_photo_that_only_a_frozen_report_shows_is_named(own_media, people, survey, capsys):
    report = make_preparing(survey, people)
    [figure] = thaw(report.document).annex.figures
    path = default_storage.path(figure.picture.path)
    EvidencePhoto.objects.update(file="photos/lain.jpg", thumbnail="photos/lain.jpg")
    default_storage.save("photos/lain.jpg", ContentFile(jpeg()))
    Path(path).unlink()
    with pytest.raises(SystemExit):
        call_command("verify_stored")
    assert f"gambar tidak ada di penyimpanan ({figure.picture.path})" in capsys.readouterr().err
