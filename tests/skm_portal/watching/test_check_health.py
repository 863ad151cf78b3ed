"""`check_health`, as cron calls it: silent and 0 while all is well, else a line for each trouble, with its weight."""

import os
import time
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from offices.models import Notice, NoticeKind
from reports.models import Job, JobState
from reports.work.beats import beat
from reports.work.drafts import request_draft

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_a_machine_without_collected_files(settings):
    settings.DEBUG = True


@pytest.fixture
def healthy():
    beat("server:7")


def asked(**options):
    """Exit status and lines."""
    said = StringIO()
    try:
        call_command("check_health", stdout=said, **options)
    except SystemExit as ended:
        return ended.code, said.getvalue().splitlines()
    return 0, said.getvalue().splitlines()


def test_of_a_healthy_portal_it_says_nothing(healthy):
    assert asked() == (0, [])
    assert asked(verbosity=2) == (0, ["Tidak ada gangguan."])


def test_no_worker_is_grave():
    status, (line,) = asked()
    assert status == 2
    assert line.startswith("GENTING: Tidak ada pekerja latar yang terlihat selama satu menit.")


def test_each_trouble_is_a_line_and_the_gravest_decides(settings, tmp_path):
    (tmp_path / "berkas").touch()
    settings.MEDIA_ROOT, settings.BACKUP_FOLDER = str(tmp_path / "berkas" / "media"), str(tmp_path)
    status, lines = asked()
    assert status == 2
    assert [line.split()[0] for line in lines] == ["GENTING:", "GENTING:", "PERHATIAN:"]
    assert "MEDIA_ROOT" in lines[0] and "skm-worker" in lines[1] and "Belum ada cadangan" in lines[2]


def test_a_database_that_is_away_is_told_alone():
    def fail(*_arguments):
        raise OperationalError("gone: password=geheim")

    with connection.execute_wrapper(fail):
        status, lines = asked()
    assert (status, len(lines)) == (2, 1)
    assert "DATABASE_URL" in lines[0] and "geheim" not in lines[0]


def test_a_database_of_another_version_is_grave(healthy):
    MigrationRecorder.Migration.objects.filter(app="reports").latest("pk").delete()
    status, (line,) = asked()
    assert status == 2 and line.endswith("python manage.py migrate")


def test_what_failed_within_a_day_is_to_be_looked_at(healthy, survey, people):
    request_draft(survey, people.admin)
    Job.objects.update(state=JobState.FAILED, finished_at=timezone.now() - timedelta(hours=23))
    status, (line,) = asked()
    assert (status, line.split()[:2]) == (1, ["PERHATIAN:", "1"])
    Job.objects.update(finished_at=timezone.now() - timedelta(hours=25))
    assert asked() == (0, [])


def test_letters_that_wait_for_hours_are(healthy, people, settings):
    settings.HAS_MAIL = True
    due = {"user": people.staff, "kind": NoticeKind.ENABLED, "mail_due_at": timezone.now()}
    Notice.objects.create(at=timezone.now() - timedelta(hours=5), **due)
    assert asked() == (0, [])
    Notice.objects.create(at=timezone.now() - timedelta(hours=7, minutes=5), **due)
    assert asked() == (1, ["PERHATIAN: 2 surel belum terkirim, yang terlama 7 jam. Periksa EMAIL_URL."])


def test_a_backup_counts_once_it_is_whole_and_for_a_day(healthy, settings, tmp_path):
    settings.BACKUP_FOLDER = str(tmp_path)
    (tmp_path / "2026-01-31").mkdir()
    assert asked()[1][0].startswith("PERHATIAN: Belum ada cadangan")
    sums = tmp_path / "2026-01-31" / "SHA256SUMS"
    sums.touch()
    assert asked() == (0, [])
    long_ago = time.time() - 30 * 3600
    os.utime(sums, (long_ago, long_ago))
    status, (line,) = asked()
    assert status == 1 and "berumur 30 jam" in line


def test_static_files_that_were_forgotten_are_grave(healthy, settings, tmp_path):
    settings.DEBUG, settings.STATIC_ROOT = False, str(tmp_path)
    status, lines = asked()
    assert status == 2 and "collectstatic" in lines[0]
