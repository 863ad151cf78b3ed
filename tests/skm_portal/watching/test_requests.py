"""The log of a portal at work: a line of each request as JSON, and of nobody more than the number of the account."""

import io
import json
import logging
from time import process_time

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from followups.models import ActionPlan
from offices.models import User
from skm_portal.log_lines import JsonLine
from skm_portal.watching.requests import watch_requests
from tests.conftest import PASSWORD

OF_A_REQUEST = {"time", "level", "logger", "request", "office", "user", "route", "status", "ms", "message"}
NIP = "198102032006041002"


@pytest.fixture
def log():
    """What a server in production would write at the level INFO."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(JsonLine())
    root, before = logging.getLogger(), logging.getLogger().level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield written
    root.setLevel(before)
    root.removeHandler(handler)


def lines(log):
    return [json.loads(line) for line in log.getvalue().splitlines()]


def test_each_request_is_a_line_with_its_number_office_and_account(as_user, people, survey, log):
    answer = as_user(people.staff).get("/skm/3521/2025-S1/")
    (line,) = (line for line in lines(log) if line["logger"] == "skm_portal.watching.requests")
    assert set(line) == OF_A_REQUEST
    assert (line["request"], line["office"], line["user"]) == (answer.headers["X-Request-ID"], "3521", people.staff.pk)
    assert (line["route"], line["status"], line["level"]) == ("survey", 200, "INFO")
    assert line["time"].endswith("Z") and len(line["time"]) == 24


def test_a_line_that_a_view_writes_says_of_whom_too(as_user, people, log):
    as_user(people.staff).get("/satuan-kerja/3521/pengguna/")
    refused = next(line for line in lines(log) if line["logger"] == "skm_portal.guarding")
    assert (refused["office"], refused["user"], refused["level"]) == ("3521", people.staff.pk, "WARNING")


@pytest.mark.parametrize("code", ["sari@kpu.go.id", NIP, "1981-0203-2006", "Sari%20Utami", "Z" * 33])
def test_what_a_stranger_writes_in_the_place_of_an_office_is_not_told(client, log, code):
    client.get(f"/satuan-kerja/{code}/")
    (line,) = (line for line in lines(log) if line["logger"] == "skm_portal.watching.requests")
    assert line.get("office", "…") == "…"
    assert line["route"] == "office_profile"


@pytest.mark.django_db
def test_the_code_of_a_report_is_no_office(client, log):
    client.get("/verifikasi/ABCD-EFGH-JKMN-PQRS-TUVW/")
    (line,) = (line for line in lines(log) if line["logger"] == "skm_portal.watching.requests")
    assert "office" not in line


@pytest.mark.django_db
def test_nothing_is_asked_of_the_database_for_the_sake_of_a_line(client, log, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get("/healthz")
    (line,) = lines(log)
    assert "user" not in line and "office" not in line


def test_who_asked_before_is_not_told_of_what_comes_after(as_user, people, log):
    as_user(people.staff).get("/satuan-kerja/3521/")
    Client().get("/healthz")
    logging.getLogger("reports.work").warning("lease")
    assert "user" not in lines(log)[-1]


@pytest.mark.parametrize("error", [ValueError("Sari Utami <sari@kpu.go.id>"), KeyError(NIP)])
def test_a_fault_is_one_line_with_its_trace_and_no_value(log, error):
    logging.getLogger("django.request").error("Internal Server Error: %s", "/mulai/", exc_info=error)
    (line,) = lines(log)
    assert type(error).__name__ in line["trace"]
    assert "kpu.go.id" not in log.getvalue() and NIP not in log.getvalue()


# --- a walk, with people whose names stand nowhere else


@pytest.fixture
def known(people, survey):
    """Names, addresses and numbers that would be found if a line told them."""
    User.objects.filter(pk=people.staff.pk).update(
        name="Zulaikha Wiryawan", email="zulaikha@surat.example.go.id", nip=NIP, username="zulaikha.w"
    )
    people.staff.refresh_from_db()
    return people.staff


PAGES = ("/", "/skm/3521/2025-S1/", "/akun/", "/akun/sesi/", "/rtl/3521/2025-S1/", "/laporan/3521/2025-S1/")


def test_no_line_of_a_day_tells_a_name_an_address_a_number_or_a_session(client, known, people, log):
    client.get("/akun/masuk/?next=/skm/&nama=Zulaikha")
    client.post("/akun/masuk/", {"login": known.username, "password": "salah-sandi"})
    client.post("/akun/masuk/", {"login": known.username, "password": PASSWORD})
    session = client.session.session_key
    for page in PAGES:
        client.get(page, follow=True)
    plan = ActionPlan.objects.order_by("position").first().pk
    client.get(f"/rtl/3521/2025-S1/{plan}/?cari=Zulaikha%20Wiryawan")
    client.post("/satuan-kerja/3521/pengguna/", {"name": known.name, "email": known.email, "nip": NIP})
    client.get("/zulaikha@surat.example.go.id/")
    logging.getLogger("x").warning("a letter to %s could not be mailed", known.email)
    said = log.getvalue()
    assert len(lines(log)) > len(PAGES)
    told = [
        "Zulaikha",
        "Wiryawan",
        "zulaikha",
        NIP,
        PASSWORD,
        "salah-sandi",
        session,
        client.cookies["sessionid"].value,
    ]
    assert [word for word in told if word in said] == []
    assert f'"user": {known.pk}' in said


def test_the_walk_itself_would_notice_a_name(log, known):
    logging.getLogger("x").warning("saved by %s", known.name)
    assert "Zulaikha" in log.getvalue()


# --- what it costs


def test_watching_costs_a_request_less_than_a_tenth_of_a_millisecond(settings):
    settings.METRICS_TOKEN = "x" * 24
    answer = watch_requests(lambda _request: HttpResponse())
    request = RequestFactory().get("/")
    request.resolver_match = None
    answer(request)
    begun = process_time()
    for _ in range(500):
        answer(request)
    assert process_time() - begun < 500 * 0.0001
