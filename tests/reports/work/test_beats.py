"""Whether a worker is there: told on the page of a job that waits, in vain or not."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from reports.models import Job, JobKind, WorkerBeat
from reports.work.beats import beat, is_anyone_there, longest_wait
from reports.work.drafts import request_draft
from reports.work.leases import claim
from tests.reports.issuing.issuing import make_preparing

ALONE = "tidak terlihat selama satu menit terakhir"
pytestmark = pytest.mark.django_db


@pytest.fixture
def clock():
    with time_machine.travel(timezone.now(), tick=False) as traveller:
        yield traveller


def test_a_worker_is_there_for_a_minute_after_it_was_seen(clock):
    assert not is_anyone_there()
    beat("server:7")
    clock.shift(timedelta(seconds=59))
    assert is_anyone_there()
    clock.shift(timedelta(seconds=2))
    assert not is_anyone_there()


def test_one_that_was_seen_in_the_future_of_a_wrong_clock_is_not_there(clock):
    clock.shift(timedelta(days=1))
    beat("server:7")
    clock.shift(timedelta(days=-1))
    assert not is_anyone_there()


def test_each_worker_has_one_row_and_those_of_long_ago_go(clock):
    beat("server:7")
    beat("server:7")
    beat("server:8")
    assert WorkerBeat.objects.count() == 2
    clock.shift(timedelta(days=2))
    beat("server:9")
    assert WorkerBeat.objects.get().name == "server:9"


def test_the_longest_wait_is_that_of_the_oldest_queued_job(survey, people, clock):
    assert longest_wait() == timedelta()
    job = request_draft(survey, people.admin)
    clock.shift(timedelta(minutes=3))
    assert longest_wait() == timedelta(minutes=3)
    claim(job.pk)
    assert longest_wait() == timedelta()


def draft_page(survey, people):
    return f"/laporan/3521/2025-S1/pdf/?pekerjaan={request_draft(survey, people.admin).pk}"


def preparing_page(survey, people):
    make_preparing(survey, people)
    return f"/laporan/3521/2025-S1/tanda-tangan/?pekerjaan={Job.objects.get(kind=JobKind.PREPARE).pk}"


@pytest.mark.parametrize("page_of", [draft_page, preparing_page])
def test_the_page_of_a_waiting_job_says_that_nobody_is_there(survey, people, as_user, page_of):
    client, page = as_user(people.admin), page_of(survey, people)
    assert ALONE in client.get(page).text
    beat("server:7")
    assert ALONE not in client.get(page).text


@pytest.mark.parametrize("page_of", [draft_page, preparing_page])
def test_the_page_of_a_job_at_work_does_not(survey, people, as_user, page_of):
    client, page = as_user(people.admin), page_of(survey, people)
    claim(Job.objects.get().pk)
    assert ALONE not in client.get(page).text
