"""Two at once, a double click, a killed worker: of everything that two begin, one result remains."""

import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.files.storage import default_storage
from django.db import connection

from offices.declining import Declined
from offices.models import AuditEvent, Role, User
from reports.issuing import accept_scan, prepare, return_to_draft, sign_here, withdraw
from reports.issuing.keeping import digest_of_bytes
from reports.issuing.making import hand_over
from reports.models import Job, JobState, Report, RetiredCode, State
from reports.work.leases import claim
from surveys.models import Lock, Survey
from tests.conftest import jpeg, make_user
from tests.reports.issuing.dying import DEATHS
from tests.reports.issuing.issuing import (
    AGREED,
    PASSPHRASE,
    again,
    give_key,
    job_of,
    make_prepared,
    make_preparing,
    make_ready,
    make_signed,
    small_pdf,
    wish,
)
from tests.worker import ROOT, environment, until, worker

pytestmark = pytest.mark.usefixtures("own_media")


def at_once(*verbs):
    """What each gives, or its refusal, all begun at the same moment on connections of their own."""
    barrier = Barrier(len(verbs))

    def begin(verb):
        try:
            barrier.wait()
            return verb()
        except Declined as refused:
            return str(refused)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(verbs)) as pool:
        return list(pool.map(begin, verbs))


@pytest.fixture
def second(committed_db, ngawi):
    """Another secretary of the same office."""
    return make_user("sekretaris-dua", Role.SECRETARY, ngawi)


def files_of(report):
    survey = report.followup.survey
    folder = f"reports/{survey.office.code}/{survey.period}/v{report.version}"
    return set(default_storage.listdir(folder)[1]) if default_storage.exists(folder) else set()


def events(action):
    return AuditEvent.objects.filter(action=action).count()


def own(user):
    return User.objects.get(pk=user.pk)


def test_two_who_prepare_at_once_prepare_once(committed_db, survey, people, second):
    make_ready(survey, people)
    found = at_once(*(lambda user=user: prepare(again(survey), own(user), wish()) for user in (people.admin, second)))
    refusals = [result for result in found if isinstance(result, str)]
    assert [("sudah disiapkan" in text) for text in refusals] == [True]
    assert (Report.objects.count(), Job.objects.count(), events("report.prepare")) == (1, 1, 1)


def test_two_who_sign_at_once_sign_once_and_the_other_is_told_who(committed_db, survey, people, second):
    report = make_prepared(survey, people)
    for user in (people.secretary, second):
        give_key(user)
    known = files_of(report)
    found = at_once(
        *(lambda user=user: sign_here(report, own(user), PASSPHRASE, AGREED) for user in (people.secretary, second))
    )
    (refusal,) = [result for result in found if isinstance(result, str)]
    signed = again(report)
    assert f"sudah ditandatangani oleh {signed.signed_by}" in refusal
    assert (signed.state, again(survey).lock, events("report.sign")) == (State.SIGNED, Lock.SIGNED, 1)
    assert len(files_of(report) - known) == 1
    assert digest_of_bytes(signed.signed_file.open().read()) == signed.signed_sha256


def test_who_signs_while_another_takes_it_back_does_one_or_the_other(committed_db, survey, people):
    report = make_prepared(survey, people)
    give_key(people.secretary)
    at_once(
        lambda: sign_here(report, own(people.secretary), PASSPHRASE, AGREED),
        lambda: return_to_draft(report, own(people.admin), "Salah tanggal."),
    )
    now = again(report)
    is_signed = now.state == State.SIGNED
    assert (now.state, again(survey).lock) in {(State.SIGNED, Lock.SIGNED), (State.DRAFT, Lock.OPEN)}
    assert (events("report.sign"), events("report.return")) == ((1, 0) if is_signed else (0, 1))
    assert RetiredCode.objects.count() == (0 if is_signed else 1)
    assert bool(now.signed_file) == is_signed


@pytest.mark.prove
def test_two_scans_at_once_are_one(committed_db, survey, people, second):
    report = make_prepared(survey, people, "by_hand")
    found = at_once(*(lambda user=user: accept_scan(report, own(user), jpeg()) for user in (people.secretary, second)))
    assert sum(isinstance(result, str) for result in found) == 1
    assert events("report.accept_scan") == 1


@pytest.mark.prove
def test_two_who_withdraw_at_once_withdraw_once(committed_db, survey, people, second):
    report = make_signed(survey, people)
    found = at_once(*(lambda user=user: withdraw(report, own(user), "Keliru.") for user in (people.secretary, second)))
    assert sum(isinstance(result, str) for result in found) == 1
    assert (again(report).state, events("report.withdraw")) == (State.WITHDRAWN, 1)


@pytest.mark.prove
def test_of_two_workers_with_one_job_one_prepares(committed_db, survey, people, settings):
    settings.JOB_LEASE_SECONDS = 0
    report = make_preparing(survey, people)
    known = files_of(report)
    leases = [claim(job_of(report).pk) for _ in range(2)]
    at_once(*(lambda lease=lease: hand_over(lease, report, small_pdf()) for lease in leases))
    assert (again(report).state, job_of(report).state) == (State.PREPARED, JobState.DONE)
    assert len(files_of(report) - known) == 1
    assert events("report.ready") == 1


@pytest.mark.prove
def test_a_killed_workers_preparation_is_finished_by_the_next(committed_db, survey, people, settings):
    settings.JOB_LEASE_SECONDS = 1
    report = make_preparing(survey, people)
    job = job_of(report)
    with worker("worker", JOB_LEASE_SECONDS="1") as first:
        until(lambda: Job.objects.filter(pk=job.pk, state=JobState.RUNNING, percent__gte=15).exists())
        first.kill()
        first.wait()
    assert (again(report).state, again(job).state) == (State.PREPARING, JobState.RUNNING)
    with worker("worker", "--interval", "0.1", JOB_LEASE_SECONDS="1"):
        until(lambda: again(job).state == JobState.DONE)
    assert (again(report).state, again(job).attempts) == (State.PREPARED, 2)
    assert events("report.ready") == 1
    assert Survey.objects.get().lock == Lock.PREPARED


def killed(where, user):
    """Sign in a process that is killed there; its exit code."""
    command = [sys.executable, "-m", "tests.reports.issuing.dying", where, user.username, PASSPHRASE]
    return subprocess.run(command, cwd=ROOT, env=environment(), check=False).returncode


@pytest.mark.prove
def test_a_web_process_that_is_killed_while_signing_leaves_nothing_half_signed(committed_db, survey, people):
    give_key(people.secretary)
    report = make_prepared(survey, people)
    for where in DEATHS:
        assert (where, killed(where, people.secretary)) == (where, -signal.SIGKILL)
        assert (again(report).state, again(survey).lock) == (State.PREPARED, Lock.PREPARED), where
        assert events("report.sign") == 0, where
    assert sign_here(report, people.secretary, PASSPHRASE, AGREED).state == State.SIGNED
    assert (events("report.sign"), again(survey).lock) == (1, Lock.SIGNED)
