"""Sessions on computers that an office shares."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from offices.models import AuditEvent
from tests.conftest import PASSWORD

START = timezone.now()


def signed_in(username="admin"):
    client = Client()
    client.post("/akun/masuk/", {"login": username, "password": PASSWORD})
    return client


def is_signed_in(client):
    return client.get("/skm/").status_code == 200


def test_a_session_ends_with_the_browser(people, settings):
    cookie = signed_in().cookies[settings.SESSION_COOKIE_NAME]
    assert cookie["max-age"] == ""
    assert cookie["httponly"]


def test_an_hour_without_a_request_ends_it_and_a_request_prolongs_it(people):
    with time_machine.travel(START, tick=False) as clock:
        client = signed_in()
        for _ in range(3):
            clock.shift(timedelta(minutes=59))
            assert is_signed_in(client)
        clock.shift(timedelta(minutes=61))
        assert not is_signed_in(client)


@pytest.mark.prove
def test_after_a_working_day_it_ends_in_any_case_and_says_so(people):
    with time_machine.travel(START, tick=False) as clock:
        client = signed_in()
        for _ in range(16):
            clock.shift(timedelta(minutes=29))
            assert is_signed_in(client)
        clock.shift(timedelta(minutes=29))
        page = client.get("/skm/", follow=True).content.decode()
        assert "sudah berlangsung satu hari kerja" in page
        assert not is_signed_in(client)


def test_it_is_not_written_at_every_request(people):
    with time_machine.travel(START, tick=False):
        client = signed_in()
        client.get("/skm/")
        with CaptureQueriesContext(connection) as caught:
            client.get("/skm/")
    assert not [query["sql"] for query in caught if query["sql"].startswith(("UPDATE", "INSERT"))]


def test_changing_the_password_ends_the_other_sessions_and_not_the_own(people):
    here, elsewhere = signed_in(), signed_in()
    new = "ganti-sandi-baru-9"
    here.post("/akun/kata-sandi/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert is_signed_in(here)
    assert not is_signed_in(elsewhere)


def test_health_is_told_without_a_session(client, db):
    assert client.get("/healthz").status_code == 200


@pytest.mark.parametrize(
    ("do", "action"),
    [
        (lambda client: client.post("/akun/keluar/"), "account.logout"),
        (lambda client: client.post("/akun/konfirmasi/", {"password": PASSWORD}), "account.confirm"),
        (lambda client: client.post("/akun/konfirmasi/", {"password": "salah"}), "account.login_failed"),
    ],
)
def test_what_happens_at_the_door_is_in_the_trail_of_the_office(people, do, action):
    client = signed_in()
    assert AuditEvent.objects.get().action == "account.login"
    do(client)
    event = AuditEvent.objects.first()
    assert (event.action, event.office_code, event.actor_id) == (action, "3521", people.admin.pk)
    assert AuditEvent.objects.count() == 2
