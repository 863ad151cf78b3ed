"""A worker that is killed in the middle of a job, and those who take it up again."""

import pytest
from django.utils import timezone

from reports.models import Job, JobState
from reports.work.drafts import request_draft_pdf
from tests.worker import until, worker

LEASE = 1


@pytest.fixture
def abandoned(committed_db, survey, people, settings):
    """A job whose worker was killed while it rendered."""
    settings.JOB_LEASE_SECONDS = LEASE
    job = request_draft_pdf(survey, people.admin)
    with worker("db_worker", "--no-reload", "--no-startup-delay", JOB_LEASE_SECONDS=str(LEASE)) as first:
        until(lambda: Job.objects.filter(pk=job.pk, state=JobState.RUNNING, percent__gte=10).exists())
        first.kill()
        first.wait()
    job.refresh_from_db()
    assert job.state == JobState.RUNNING
    return job


def is_done(job):
    return Job.objects.filter(pk=job.pk, state=JobState.DONE).exists()


def test_the_next_poll_of_the_page_gives_it_to_a_plain_worker(abandoned, as_user, people):
    client = as_user(people.admin)
    page = f"/laporan/3521/2025-S1/pdf/?pekerjaan={abandoned.pk}"
    with worker("db_worker", "--no-reload", "--no-startup-delay", JOB_LEASE_SECONDS="60"):
        until(lambda: "PDF siap" in client.get(page).content.decode())
    abandoned.refresh_from_db()
    assert abandoned.attempts == 2
    assert abandoned.file.read().startswith(b"%PDF-")


def test_a_worker_that_starts_takes_it_up_by_itself(abandoned):
    until(lambda: Job.objects.get(pk=abandoned.pk).lease_until < timezone.now())
    with worker("worker", "--batch") as second:
        second.wait(timeout=60)
    assert is_done(abandoned)
