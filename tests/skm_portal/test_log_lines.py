"""A line of the log says when, how grave, of which request; the request's number is sane and answered."""

import logging
import re
from contextvars import Context

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from skm_portal.log_lines import HEADER, Line, OneLine, number_requests

LINE = (
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z WARNING skm_portal.guarding \[%s\] 403 GET /satuan-kerja/3521/pengguna/ .*"
)
MADE = r"[0-9a-f]{32}"
PAGE = "/satuan-kerja/3521/pengguna/"


@pytest.fixture
def lines():
    """What the handlers of the portal would write."""
    told = []
    handler = logging.Handler()
    handler.setFormatter(Line())
    handler.emit = lambda record: told.append(handler.format(record))
    logging.getLogger().addHandler(handler)
    yield told
    logging.getLogger().removeHandler(handler)


def test_a_line_carries_the_number_that_the_answer_names(as_user, people, lines):
    answer = as_user(people.staff).get(PAGE)
    number = answer.headers["X-Request-ID"]
    assert re.fullmatch(MADE, number)
    (line,) = lines
    assert re.fullmatch(LINE % number, line)


def test_a_number_that_a_proxy_gave_is_kept(as_user, people, lines):
    given = "proksi-2026_0007"
    answer = as_user(people.staff).get(PAGE, headers={"X-Request-ID": given})
    assert answer.headers["X-Request-ID"] == given
    assert re.fullmatch(LINE % given, lines[0])


@pytest.mark.parametrize(
    "given", ["", "pendek", "a" * 65, "dengan spasi 1", "baris\tbaru12", "<script>alert", "nama@kpu.go.id"]
)
def test_any_other_is_not(client, given):
    assert re.fullmatch(MADE, client.get("/healthz", headers={"X-Request-ID": given}).headers["X-Request-ID"])


def test_outside_of_a_request_there_is_none(lines):
    Context().run(logging.getLogger("reports.work").warning, "lease")
    assert lines[0].endswith("WARNING reports.work [-] lease")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Internal Server Error: /kirim/aB-9_x/", "Internal Server Error: /kirim/…"),
        ("GET /kalender/aB-9_x.ics?a=1", "GET /kalender/…?…"),
        ("GET https://skm.contoh/akun/lupa/1-aB-9_x/ 500", "GET https://skm.contoh/akun/lupa/… 500"),
        ("POST /akun/kalender/buat/ /kirim/", "POST /akun/kalender/buat/ /kirim/"),
    ],
)
def test_no_line_tells_a_secret_address_whoever_wrote_it(lines, said, kept):
    logging.getLogger("django.request").error("%s", said)
    assert lines[0].endswith(kept)
    assert "aB-9" not in lines[0]


def test_each_request_has_another(client):
    assert len({client.get("/healthz").headers["X-Request-ID"] for _ in range(3)}) == 3


def test_a_form_that_waited_too_long_is_no_warning(people, caplog):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    strict.force_login(people.admin)
    with caplog.at_level(logging.INFO):
        assert strict.post("/satuan-kerja/3521/", {"name": "KPU"}).status_code == 403
    assert {record.levelname for record in caplog.records} == {"INFO"}


def test_a_form_with_a_fault_is_no_line_at_all(as_user, people, ngawi, caplog):
    answer = as_user(people.admin).post("/satuan-kerja/3521/", {"name": ""})
    assert answer.status_code == 422
    assert caplog.records == []


# --- a line itself


def record(message, level=logging.WARNING, error=None):
    made = logging.LogRecord("skm_portal.guarding", level, "x.py", 1, message, None, error)
    made.created, made.msecs = 1_772_417_704.12, 120.4
    return made


def test_a_line_says_the_moment_in_utc_to_the_millisecond():
    said = Context().run(Line().format, record("403 GET /"))
    assert said == "2026-03-02T02:15:04.120Z WARNING skm_portal.guarding [-] 403 GET /"


def test_of_what_strangers_cause_only_the_sentence_is_kept():
    try:
        raise ValueError("rahasia di jejak")
    except ValueError as error:
        told = record("ditolak", error=(type(error), error, error.__traceback__))
    whole = Context().run(Line().format, told)
    assert OneLine().filter(told) is True
    assert "rahasia di jejak" in whole
    assert Context().run(Line().format, told).endswith("[-] ditolak")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("a" * 8, True),
        ("a" * 64, True),
        ("Req_01-x", True),
        ("a" * 7, False),
        ("a" * 65, False),
        ("dua kata", False),
        ("a" * 8 + "\n", False),
        ("ééééééééé", False),
        ("", False),
    ],
)
def test_a_number_from_outside_is_short_and_plain_or_replaced(given, kept):
    request = RequestFactory().get("/")
    request.META["HTTP_X_REQUEST_ID"] = given
    answer = Context().run(number_requests(lambda _request: HttpResponse()), request)
    assert (answer.headers[HEADER] == given) is kept
    assert re.fullmatch(r"[\w-]{8,64}", answer.headers[HEADER])
