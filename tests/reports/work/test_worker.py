"""Workers that are killed in the middle of a job, asked to end, or started before their database is there."""

import os
import signal

import pytest
from django.db import connection

from reports.models import Job, JobState, WorkerBeat
from reports.work.drafts import request_draft
from tests.mass import sampled
from tests.worker import until, worker

LEASE = {"JOB_LEASE_SECONDS": "1"}
OFTEN = ("worker", "--interval", "0.1")


@pytest.fixture
def job(committed_db, survey, people, settings):
    settings.JOB_LEASE_SECONDS = 1
    return request_draft(survey, people.admin)


def being_rendered(job):
    return Job.objects.filter(pk=job.pk, state=JobState.RUNNING, percent__gte=10).exists()


def is_done(job):
    return Job.objects.filter(pk=job.pk, state=JobState.DONE).exists()


@pytest.mark.prove
def test_a_killed_workers_job_is_taken_up_by_one_that_lives_and_nobody_has_to_look(job):
    with worker(*OFTEN, **LEASE) as first:
        until(lambda: being_rendered(job))
        with worker(*OFTEN, **LEASE):
            until(lambda: WorkerBeat.objects.count() == 2)
            first.kill()
            first.wait()
            until(lambda: is_done(job))
    job.refresh_from_db()
    assert job.file.read().startswith(b"%PDF-")


@pytest.mark.prove
def test_a_worker_that_comes_back_takes_up_its_job_by_itself(job):
    with worker(*OFTEN, **LEASE) as first:
        until(lambda: being_rendered(job))
        first.kill()
        first.wait()
    job.refresh_from_db()
    assert job.state == JobState.RUNNING
    with worker(*OFTEN, **LEASE):
        until(lambda: is_done(job))
    job.refresh_from_db()
    assert job.attempts == 2


@pytest.mark.prove
@pytest.mark.parametrize("number", sampled([signal.SIGTERM, signal.SIGINT]))
def test_a_worker_that_is_asked_to_end_gives_its_job_back_at_once(job, number):
    with worker(*OFTEN, JOB_LEASE_SECONDS="600") as asked:
        until(lambda: being_rendered(job))
        asked.send_signal(number)
        assert asked.wait(timeout=20) == 0
    job.refresh_from_db()
    assert (job.state, job.attempts) == (JobState.QUEUED, 0)


@pytest.mark.prove
@pytest.mark.skipif(connection.vendor != "sqlite", reason="the database comes as a file")
def test_a_database_that_is_not_there_yet_is_waited_for(job, tmp_path):
    place, log = tmp_path / "belum-ada", tmp_path / "log"
    url = {"DATABASE_URL": f"sqlite:///{place}/portal.sqlite3"}
    with log.open("w") as told, worker(*OFTEN, log=told, **LEASE, **url) as waiting:
        until(lambda: "the database does not answer" in log.read_text())
        place.mkdir()
        (place / "portal.sqlite3").symlink_to(connection.settings_dict["NAME"])
        until(lambda: is_done(job))
        assert waiting.poll() is None
    assert "Traceback" not in log.read_text()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="only a server can hang up")
def test_a_server_that_hangs_up_is_called_again(job):
    with worker(*OFTEN, **LEASE) as called:
        until(lambda: WorkerBeat.objects.exists() and is_done(job))
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE pid <> pg_backend_pid() AND datname = current_database()"
            )
        Job.objects.update(state=JobState.QUEUED)
        until(lambda: is_done(job))
        assert called.poll() is None


@pytest.mark.any_database
def test_it_works_off_what_waits_and_ends(job):
    """On a server, the worker that is called again above has done such a job twice."""
    with worker("worker", "--batch") as batch:
        assert batch.wait(timeout=60) == os.EX_OK
    assert is_done(job)
