"""Jobs: asked for once, held under a lease, never lost. The clock is a frozen one; nothing waits."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
import time_machine
from django.core.files.storage import default_storage
from django.db import connection
from django.utils import timezone

from followups.models import ActionPlan, FollowUp
from offices.declining import Declined
from offices.models import User
from offices.stored import NotKept
from reports.models import Job, JobKind, JobState, Report, ReportKind
from reports.work.drafts import OVERTAKEN, draft_of, request_draft
from reports.work.jobs import (
    BROKE,
    GAVE_UP,
    WORK,
    WorkRefused,
    fail,
    next_in_turn,
    preparation_of,
    reclaim_expired,
    request,
    request_preparation,
    result_of,
    run_job,
    try_again,
)
from reports.work.leases import claim, finish, name_after, renew
from surveys.models import Survey

LEASE = timedelta(seconds=60)


@pytest.fixture
def clock():
    with time_machine.travel(timezone.now(), tick=False) as traveller:
        yield traveller


@pytest.fixture
def job(survey, people):
    return request_draft(survey, people.admin)


def later(clock, job):
    clock.shift(LEASE + timedelta(seconds=1))
    job.refresh_from_db()


def test_the_same_wish_twice_is_the_same_job(job, survey, people):
    assert job.state == JobState.QUEUED
    assert request_draft(survey, people.secretary) == job


def test_to_ask_again_neither_costs_the_turn_nor_stops_the_work(job, survey, people, clock):
    """Who is impatient does not wait longer for it."""
    waiting_since = Job.objects.get().queued_at
    clock.shift(timedelta(seconds=5))
    assert request_draft(survey, people.admin).queued_at == waiting_since
    lease = claim(job.pk)
    again = request_draft(survey, people.admin)
    assert (again.state, renew(lease)) == (JobState.RUNNING, True)


def test_other_data_are_another_job(job, survey, people):
    ActionPlan.objects.update(description="Lain.")
    assert request_draft(survey, people.admin) != job


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


def test_an_abandoned_job_is_queued_again_once_and_keeps_its_turn(job, clock):
    claim(job.pk)
    later(clock, job)
    assert reclaim_expired() == 1
    assert reclaim_expired() == 0
    assert next_in_turn() == job.pk
    before = job.queued_at
    job.refresh_from_db()
    assert (job.state, job.queued_at) == (JobState.QUEUED, before)


@pytest.mark.parametrize("ahead", [timedelta(minutes=3), timedelta(days=400)])
def test_a_lease_that_a_clock_promised_far_ahead_is_over(job, clock, ahead):
    clock.shift(ahead)
    lost = claim(job.pk)
    clock.shift(-ahead)
    assert reclaim_expired() == 1
    assert claim(job.pk)
    assert not finish(lost, b"%PDF dari jam yang salah")


def test_a_lease_of_a_clock_that_is_a_little_ahead_holds(job, clock):
    clock.shift(LEASE / 2)
    lease = claim(job.pk)
    clock.shift(-LEASE / 2)
    assert reclaim_expired() == 0
    assert renew(lease)


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


def test_a_failed_job_can_be_wished_for_anew(job, survey, people):
    fail(claim(job.pk), for_good=True)
    assert next_in_turn() is None
    again = request_draft(survey, people.admin)
    assert (again, again.state, again.attempts) == (job, JobState.QUEUED, 0)
    assert again.queued_at > job.queued_at
    assert next_in_turn() == job.pk


def test_a_result_that_vanished_from_the_storage_is_made_again(job, survey, people):
    finish(claim(job.pk), b"%PDF")
    job.refresh_from_db()
    assert result_of(job)
    default_storage.delete(job.file.name)
    assert result_of(job) is None
    assert request_draft(survey, people.admin).state == JobState.QUEUED


def test_data_that_changed_meanwhile_name_the_job_anew(job, survey):
    lease = claim(job.pk)
    assert name_after(lease, "f" * 64)
    assert draft_of(survey, "f" * 64) == job


def test_a_job_overtaken_by_one_for_the_new_data_says_so(job, survey, people):
    ActionPlan.objects.update(description="Lain.")
    request_draft(survey, people.admin)
    run_job(job.pk)
    job.refresh_from_db()
    assert (job.state, job.error) == (JobState.FAILED, OVERTAKEN)


@pytest.mark.prove
def test_a_job_is_rendered_and_a_second_time_changes_nothing(job):
    run_job(job.pk)
    job.refresh_from_db()
    assert (job.state, job.percent) == (JobState.DONE, 100)
    made = job.file.read()
    assert made.startswith(b"%PDF-")
    run_job(job.pk)
    job.refresh_from_db()
    assert job.attempts == 1


def test_a_photo_that_is_gone_is_told_in_words_to_the_user_and_in_detail_to_the_log(job, caplog):
    file = job.followup.photos.get().file
    file.storage.delete(file.name)
    for _ in range(3):
        run_job(job.pk)
    job.refresh_from_db()
    assert job.state == JobState.FAILED
    assert job.error.startswith("Gambar 1 (") and "hilang dari penyimpanan" in job.error
    assert f"{file.name} could not be read" in caplog.text


def test_two_wishes_at_the_same_moment_are_one_job(committed_db, survey, people):
    barrier = Barrier(2)

    def wish(_number):
        try:
            own, person = Survey.objects.get(pk=survey.pk), User.objects.get(pk=people.admin.pk)
            barrier.wait()
            return request_draft(own, person).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert len(set(pool.map(wish, range(2)))) == 1
    assert Job.objects.count() == 1


def test_of_many_workers_at_the_same_moment_one_gets_the_job(committed_db, survey, people):
    job = request_draft(survey, people.admin)
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


class Interrupting(SystemExit):
    pass


def test_a_worker_that_is_asked_to_end_gives_its_job_back_as_if_untried(job, monkeypatch):
    def end(_lease):
        raise Interrupting

    monkeypatch.setitem(WORK, JobKind.DRAFT_PDF, end)
    with pytest.raises(Interrupting):
        run_job(job.pk)
    job.refresh_from_db()
    assert (job.state, job.attempts, job.lease_token) == (JobState.QUEUED, 0, "")
    assert next_in_turn() == job.pk


def refusing(error):
    def work(_lease):
        raise error

    return work


@pytest.mark.parametrize(
    ("error", "state", "told"),
    [
        (WorkRefused("Tidak akan berhasil."), JobState.FAILED, "Tidak akan berhasil."),
        (Declined("Tidak boleh."), JobState.FAILED, "Tidak boleh."),
        (NotKept("Penyimpanan penuh."), JobState.QUEUED, ""),
        (KeyError("galat"), JobState.QUEUED, ""),
    ],
)
def test_what_would_fail_again_is_told_at_once_and_the_rest_is_tried_again(job, monkeypatch, error, state, told):
    monkeypatch.setitem(WORK, JobKind.DRAFT_PDF, refusing(error))
    run_job(job.pk)
    job.refresh_from_db()
    assert (job.state, job.error, job.lease_token, job.attempts) == (state, told, "", 1)
    assert (job.finished_at is not None) == (state == JobState.FAILED)


def test_a_storage_that_stays_full_is_told_in_its_own_words_after_the_last_attempt(job, monkeypatch):
    monkeypatch.setitem(WORK, JobKind.DRAFT_PDF, refusing(NotKept("Penyimpanan penuh.")))
    for _ in range(3):
        run_job(job.pk)
    job.refresh_from_db()
    assert (job.state, job.error) == (JobState.FAILED, "Penyimpanan penuh.")


def test_only_a_job_that_failed_is_started_afresh_by_a_person(job, clock):
    waiting_since = job.queued_at
    try_again(job)
    job.refresh_from_db()
    assert (job.state, job.queued_at) == (JobState.QUEUED, waiting_since), "it keeps its turn"
    lease = claim(job.pk)
    renew(lease, "Menata halaman", 30)
    job.refresh_from_db()
    try_again(job)
    assert renew(lease), "one that is at work goes on"
    fail(lease, "Gagal.", for_good=True)
    job.refresh_from_db()
    clock.shift(timedelta(minutes=1))
    try_again(job)
    job.refresh_from_db()
    assert (job.state, job.attempts, job.error, job.step, job.percent) == (JobState.QUEUED, 0, "", "", 0)
    assert (job.queued_at, job.finished_at) == (timezone.now(), None)


def test_of_two_who_start_a_failed_job_afresh_the_later_one_does_not_undo_the_work(job):
    fail(claim(job.pk), for_good=True)
    seen = Job.objects.get(pk=job.pk)
    job.refresh_from_db()
    try_again(job)
    lease = claim(job.pk)
    try_again(seen)
    assert renew(lease)


def test_a_finished_job_whose_file_is_there_is_not_made_again(job, survey, people):
    finish(claim(job.pk), b"%PDF")
    again = request_draft(survey, people.secretary)
    assert (again, again.state, again.created_by) == (job, JobState.DONE, people.admin)


def test_only_a_finished_job_has_a_result(job):
    assert result_of(None) is None and result_of(job) is None
    lease = claim(job.pk)
    finish(lease, b"%PDF")
    job.refresh_from_db()
    assert result_of(job).read() == b"%PDF"
    assert (job.percent, job.lease_token, job.finished_at is not None) == (100, "", True)
    Job.objects.update(state=JobState.QUEUED)
    job.refresh_from_db()
    assert result_of(job) is None


def test_each_is_told_how_far_it_is_without_losing_what_was_told_before(job):
    lease = claim(job.pk)
    assert renew(lease, "Menata halaman", 30) and renew(lease) and renew(lease, percent=40)
    job.refresh_from_db()
    assert (job.step, job.percent) == ("Menata halaman", 40)
    fail(lease)
    claim(job.pk)
    job.refresh_from_db()
    assert (job.step, job.percent, job.attempts) == ("", 0, 2), "a new attempt begins anew"


def test_a_lease_holds_to_its_last_moment_and_a_failing_of_a_lost_one_changes_nothing(job, clock):
    lease = claim(job.pk)
    clock.shift(LEASE)
    assert (reclaim_expired(), claim(job.pk)) == (0, None)
    clock.shift(timedelta(seconds=1))
    second = claim(job.pk)
    fail(lease, "Terlambat.", for_good=True)
    job.refresh_from_db()
    assert (job.state, job.error) == (JobState.RUNNING, "")
    assert renew(second)


def test_the_file_of_a_version_is_that_of_its_latest_preparation_and_its_kind(survey, people):
    followup = FollowUp.objects.get(survey=survey)
    report = Report.objects.create(followup=followup, version=1)
    assert preparation_of(report) is None
    request(followup, JobKind.PREPARE, "a" * 64, people.admin)
    latest = request_preparation(report, "b" * 64, people.admin)
    request(followup, JobKind.PREPARE, "c" * 64, people.admin, ReportKind.SURVEY)
    request_draft(survey, people.admin)
    assert preparation_of(report) == latest
