"""`/healthz` and `/readyz`, as a load balancer sees them: anonymous, one word per part, no reasons."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from reports.models import Job
from reports.work.beats import beat
from reports.work.drafts import request_draft

pytestmark = pytest.mark.django_db


def test_healthz_needs_no_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.get("/healthz")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})


@pytest.fixture
def at_work(db):
    beat("server:7")


def told(client):
    response = client.get("/readyz")
    return response.status_code, {name for name, word in response.json().items() if word != "ok"}


@pytest.mark.usefixtures("at_work")
def test_readyz_names_every_part(client):
    response = client.get("/readyz")
    parts = dict.fromkeys(("database", "storage", "disk", "worker", "queue"), "ok")
    assert (response.status_code, response.json()) == (200, parts)


@pytest.mark.usefixtures("at_work")
def test_readyz_says_503_when_files_have_no_place(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "file" / "media"
    (tmp_path / "file").touch()
    assert told(client) == (503, {"storage"})


def test_readyz_says_503_when_no_worker_was_seen_for_a_minute(client, at_work, time_machine):
    time_machine.move_to(datetime.now(UTC) + timedelta(seconds=61))
    assert told(client) == (503, {"worker"})


@pytest.mark.usefixtures("at_work")
def test_readyz_says_503_when_a_job_waits_for_ten_minutes(client, survey, people):
    request_draft(survey, people.admin)
    Job.objects.update(queued_at=timezone.now() - timedelta(minutes=9))
    assert told(client) == (200, set())
    Job.objects.update(queued_at=timezone.now() - timedelta(minutes=11))
    assert told(client) == (503, {"queue"})


@pytest.mark.usefixtures("at_work")
def test_readyz_says_503_when_a_disk_is_nearly_full(client, settings, caplog):
    settings.LEAST_DISK_MB = 10**9
    assert told(client) == (503, {"disk"})
    (record,) = (each for each in caplog.records if each.name == "skm_portal.health")
    assert (record.levelname, record.exc_info) == ("ERROR", None)


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_they_answer_who_brings_a_session_while_the_database_is_away(as_user, people, path):
    client = as_user(people.admin)

    def fail(*_arguments):
        raise connection.Database.OperationalError("gone")

    with connection.execute_wrapper(fail):
        response = client.get(path)
    assert response.status_code == (200 if path == "/healthz" else 503)
    assert response.headers["Content-Type"] == "application/json"
    assert not response.cookies


def test_readyz_says_503_when_the_database_does_not_answer(client):
    def fail(*_arguments):
        raise connection.Database.OperationalError("gone: password=geheim")

    with connection.execute_wrapper(fail):
        response = client.get("/readyz")
    assert (response.status_code, response.json()["database"]) == (503, "unavailable")
    assert "geheim" not in response.text


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_they_are_not_redirected_and_not_kept(client, settings, path, at_work):
    settings.SECURE_SSL_REDIRECT = True
    response = client.get(path)
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert client.post(path).status_code == 405
    assert client.get("/akun/login/").status_code == 301
