"""Jobs: asked for once, held under a lease, never lost. The clock is a frozen one; nothing waits."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
import time_machine
from django.core.files.storage import default_storage
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from followups.models import ActionPlan
from offices.models import User
from reports.models import Job, JobState
from reports.work.drafts import OVERTAKEN, draft_pdf_of, request_draft_pdf
from reports.work.jobs import BROKE, GAVE_UP, fail, reclaim_expired, result_of, run_job
from reports.work.leases import claim, finish, name_after, renew
from surveys.models import Survey

LEASE = timedelta(seconds=60)


@pytest.fixture
def clock():
    with time_machine.travel(timezone.now(), tick=False) as traveller:
        yield traveller


@pytest.fixture
def job(survey, people, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        return request_draft_pdf(survey, people.admin)


def queued_tasks():
    return DBTaskResult.objects.filter(status="READY").count()


def later(clock, job):
    clock.shift(LEASE + timedelta(seconds=1))
    job.refresh_from_db()


def test_a_wish_becomes_one_job_and_one_task_that_carries_its_id_only(job):
    assert job.state == JobState.QUEUED
    task = DBTaskResult.objects.get()
    assert task.args_kwargs == {"args": [job.pk], "kwargs": {}}


def test_the_same_wish_twice_is_the_same_job(job, survey, people):
    assert request_draft_pdf(survey, people.secretary) == job
    assert queued_tasks() == 1


def test_other_data_are_another_job(job, survey, people):
    ActionPlan.objects.update(description="Lain.")
    assert request_draft_pdf(survey, people.admin) != job


def test_only_one_worker_gets_the_job(job):
    assert claim(job.pk)
    assert claim(job.pk) is None


def test_a_silent_worker_loses_the_job_to_another(job, clock):
    first = claim(job.pk)
    later(clock, job)
    second = claim(job.pk)
    assert second
    assert not renew(first)
    assert not finish(first, b"%PDF dari yang lama")
    assert finish(second, b"%PDF dari yang baru")
    job.refresh_from_db()
    assert job.file.read() == b"%PDF dari yang baru"


def test_a_worker_that_renews_keeps_it(job, clock):
    lease = claim(job.pk)
    for percent in (20, 40, 60):
        clock.shift(LEASE * 0.8)
        assert renew(lease, "Menata halaman", percent)
        assert reclaim_expired() == 0
    job.refresh_from_db()
    assert (job.step, job.percent) == ("Menata halaman", 60)


def test_what_came_too_late_leaves_no_file_behind(job, clock):
    lost = claim(job.pk)
    later(clock, job)
    claim(job.pk)
    finish(lost, b"%PDF")
    folder = f"jobs/{job.digest[:2]}/{job.digest}"
    assert not default_storage.exists(folder) or default_storage.listdir(folder)[1] == []


def test_an_abandoned_job_is_queued_again_once(job, clock, django_capture_on_commit_callbacks):
    claim(job.pk)
    later(clock, job)
    with django_capture_on_commit_callbacks(execute=True):
        assert reclaim_expired() == 1
        assert reclaim_expired() == 0
    job.refresh_from_db()
    assert job.state == JobState.QUEUED
    assert queued_tasks() == 2


def test_a_job_whose_task_was_lost_gets_another(job, clock, django_capture_on_commit_callbacks):
    DBTaskResult.objects.all().delete()
    assert reclaim_expired() == 0
    later(clock, job)
    with django_capture_on_commit_callbacks(execute=True):
        assert reclaim_expired() == 1
    assert queued_tasks() == 1


def test_after_three_abandoned_attempts_the_user_is_told(job, clock):
    for _ in range(3):
        assert claim(job.pk)
        later(clock, job)
    assert claim(job.pk) is None
    reclaim_expired()
    job.refresh_from_db()
    assert (job.state, job.error) == (JobState.FAILED, GAVE_UP)


def test_a_failure_is_tried_again_and_then_told(job):
    for _ in range(2):
        fail(claim(job.pk))
        job.refresh_from_db()
        assert (job.state, job.error) == (JobState.QUEUED, "")
    fail(claim(job.pk))
    job.refresh_from_db()
    assert (job.state, job.error) == (JobState.FAILED, BROKE)


def test_a_failed_job_can_be_wished_for_anew(job, survey, people, django_capture_on_commit_callbacks):
    fail(claim(job.pk), for_good=True)
    with django_capture_on_commit_callbacks(execute=True):
        again = request_draft_pdf(survey, people.admin)
    assert (again, again.state, again.attempts) == (job, JobState.QUEUED, 0)
    assert queued_tasks() == 2


def test_a_result_that_vanished_from_the_storage_is_made_again(job, survey, people):
    finish(claim(job.pk), b"%PDF")
    job.refresh_from_db()
    assert result_of(job)
    default_storage.delete(job.file.name)
    assert result_of(job) is None
    assert request_draft_pdf(survey, people.admin).state == JobState.QUEUED


def test_data_that_changed_meanwhile_name_the_job_anew(job, survey):
    lease = claim(job.pk)
    assert name_after(lease, "f" * 64)
    assert draft_pdf_of(survey, "f" * 64) == job


def test_a_job_overtaken_by_one_for_the_new_data_says_so(job, survey, people):
    ActionPlan.objects.update(description="Lain.")
    request_draft_pdf(survey, people.admin)
    run_job.call(job.pk)
    job.refresh_from_db()
    assert (job.state, job.error) == (JobState.FAILED, OVERTAKEN)


def test_the_task_renders_and_a_second_one_changes_nothing(job):
    run_job.call(job.pk)
    job.refresh_from_db()
    assert (job.state, job.percent) == (JobState.DONE, 100)
    made = job.file.read()
    assert made.startswith(b"%PDF-")
    run_job.call(job.pk)
    job.refresh_from_db()
    assert job.attempts == 1


def test_a_photo_that_is_gone_is_told_in_words_to_the_user_and_in_detail_to_the_log(job, caplog):
    file = job.followup.photos.get().file
    file.storage.delete(file.name)
    for _ in range(3):
        run_job.call(job.pk)
    job.refresh_from_db()
    assert (job.state, job.error) == (JobState.FAILED, BROKE)
    assert "Traceback" in caplog.text


def test_two_wishes_at_the_same_moment_are_one_job(committed_db, survey, people):
    barrier = Barrier(2)

    def wish(_number):
        try:
            own, person = Survey.objects.get(pk=survey.pk), User.objects.get(pk=people.admin.pk)
            barrier.wait()
            return request_draft_pdf(own, person).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert len(set(pool.map(wish, range(2)))) == 1
    assert Job.objects.count() == 1
    assert queued_tasks() == 1


def test_of_many_workers_at_the_same_moment_one_gets_the_job(committed_db, survey, people):
    job = request_draft_pdf(survey, people.admin)
    barrier = Barrier(4)

    def take(_number):
        try:
            barrier.wait()
            return claim(job.pk)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        leases = [lease for lease in pool.map(take, range(4)) if lease]
    assert len(leases) == 1
