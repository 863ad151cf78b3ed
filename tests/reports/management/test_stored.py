"""verify_stored: after a restore every file is what it was, or is named."""

from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command

from followups.models import FollowUp
from tests.reports.issued import files, make_report


@pytest.fixture
def report(survey, people, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    report = make_report(FollowUp.objects.get(survey=survey), people.secretary, content=files().signed)
    report.prepared_file.name = report.signed_file.name
    report.prepared_sha256 = report.signed_sha256
    report.save()
    return report


def test_whole_files_are_counted(report, capsys):
    call_command("verify_stored")
    assert capsys.readouterr().out == "2 berkas diperiksa, 0 bermasalah.\n"


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
