"""The figures for Prometheus: behind a token, by route and never by path, of all processes and of the rows."""

import re
import time
from datetime import timedelta

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.utils import timezone

from offices.models import Notice, NoticeKind
from reports.models import Job, JobState
from reports.work.beats import beat
from reports.work.drafts import request_draft

TOKEN = "rahasia-pemantau-0123456789"


@pytest.fixture
def figures(settings, db):
    """What whoever has the token is told, as name with labels to value; with a client whose requests count."""
    settings.METRICS_TOKEN = TOKEN
    client = Client()

    def asked():
        answer = client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
        assert (answer.status_code, answer.headers["Content-Type"][:10]) == (200, "text/plain")
        assert "no-store" in answer.headers["Cache-Control"]
        lines = re.findall(r"^([a-z_]+(?:\{[^}]*\})?) (\S+)$", answer.text, re.MULTILINE)
        return {name: float(value) for name, value in lines}

    asked.client = client
    return asked


def test_without_a_token_in_the_settings_there_is_no_such_address(client, db):
    assert client.get("/metrics", headers={"Authorization": "Bearer "}).status_code == 404


@pytest.mark.parametrize(
    "given", [None, "", "Bearer", "Bearer salah", f"Basic {TOKEN}", f"Bearer {TOKEN}x", "Bearer é"]
)
def test_whoever_brings_another_gets_nothing(client, db, settings, given):
    settings.METRICS_TOKEN = TOKEN
    answer = client.get("/metrics", headers={"Authorization": given} if given is not None else {})
    assert (answer.status_code, answer.content) == (401, b"")


def test_an_account_opens_it_to_nobody(as_user, people, settings):
    settings.METRICS_TOKEN = TOKEN
    assert as_user(people.admin).get("/metrics").status_code == 401
    assert as_user(people.admin).post("/metrics").status_code == 405


def test_requests_are_counted_by_route_and_not_by_path(figures, people, survey):
    figures.client.force_login(people.staff)
    before = figures()
    for _ in range(2):
        figures.client.get("/skm/3521/2025-S1/")
    figures.client.get("/skm/9999/2025-S1/")
    figures.client.get("/alamat-yang-tidak-ada/")
    figures.client.generic("MUSNAHKAN", "/healthz")
    after = figures()

    def more(name):
        return after.get(name, 0) - before.get(name, 0)

    assert more('skm_requests_total{method="GET",route="survey",status="200"}') == 2
    assert more('skm_requests_total{method="GET",route="survey",status="404"}') == 1
    assert more('skm_requests_total{method="GET",route="-",status="404"}') == 1
    assert more('skm_requests_total{method="other",route="healthz",status="405"}') == 1
    assert more('skm_request_seconds_count{route="survey"}') == 3
    assert [name for name in after if "3521" in name or "alamat" in name or "MUSNAHKAN" in name] == []


def test_jobs_that_wait_run_and_ended_are_told_with_their_age(figures, survey, people):
    request_draft(survey, people.admin)
    Job.objects.update(queued_at=timezone.now() - timedelta(seconds=90))
    told = figures()
    assert told['skm_jobs{kind="draft_pdf",state="queued"}'] == 1
    assert 90 <= told["skm_job_longest_wait_seconds"] < 100
    Job.objects.update(state=JobState.DONE, file="x.pdf", finished_at=timezone.now() - timedelta(seconds=50))
    told = figures()
    assert told['skm_jobs_ended_last_hour{kind="draft_pdf",state="done"}'] == 1
    assert 39 < told['skm_job_slowest_last_hour_seconds{kind="draft_pdf"}'] < 42
    assert 'skm_jobs{kind="draft_pdf",state="queued"}' not in told
    Job.objects.update(state=JobState.FAILED, finished_at=timezone.now() - timedelta(minutes=59))
    assert figures()['skm_jobs_ended_last_hour{kind="draft_pdf",state="failed"}'] == 1
    Job.objects.update(finished_at=timezone.now() - timedelta(minutes=61))
    assert [name for name in figures() if "last_hour{" in name] == []


def test_workers_letters_and_disks_are_told(figures, people, settings):
    assert figures()["skm_workers"] == 0
    beat("server:7")
    waiting = {"at": timezone.now() - timedelta(hours=2), "mail_due_at": timezone.now() + timedelta(hours=1)}
    Notice.objects.create(user=people.staff, kind=NoticeKind.ENABLED, **waiting)
    Notice.objects.create(user=people.staff, kind=NoticeKind.ENABLED)
    told = figures()
    assert (told["skm_workers"], told["skm_letters"], told["skm_database_up"]) == (1, 1, 1)
    assert 7200 <= told["skm_letter_longest_wait_seconds"] < 7210
    assert told['skm_disk_free_bytes{place="files"}'] > 0


def test_without_a_database_what_needs_none_is_told(figures):
    def fail(*_arguments):
        raise OperationalError("gone")

    with connection.execute_wrapper(fail):
        told = figures()
    assert told["skm_database_up"] == 0
    assert 'skm_disk_free_bytes{place="files"}' in told
    assert "skm_workers" not in told


def test_a_scrape_costs_a_handful_of_questions(figures, django_assert_max_num_queries):
    begun = time.process_time()
    with django_assert_max_num_queries(8):
        figures()
    assert time.process_time() - begun < 0.5
