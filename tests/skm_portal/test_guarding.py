"""What answers carry for the browser, and what of a refusal stands in the log."""

import logging

import pytest
from django.test import Client

from followups.models import EvidencePhoto
from skm_portal.log_lines import OneLine


@pytest.mark.parametrize(
    "address", ["/mulai/", "/satuan-kerja/3521/", "/skm/3521/2025-S1/", "/akun/kata-sandi/", "/tidak-ada/"]
)
def test_no_browser_keeps_a_page_of_who_is_signed_in(as_user, people, survey, address):
    response = as_user(people.admin).get(address, follow=True)
    assert response.headers["Cache-Control"] == "no-store"


def test_a_file_is_private_and_asked_for_again(as_user, people, survey):
    client = as_user(people.staff)
    address = f"/bukti-dukung/3521/2025-S1/foto/{EvidencePhoto.objects.get().sha256}.jpg"
    photo = client.get(address)
    assert photo.headers["Cache-Control"] == "private, no-cache"
    assert client.get(address, headers={"If-None-Match": photo.headers["ETag"]}).status_code == 304
    client.force_login(people.stranger)
    assert client.get(address, headers={"If-None-Match": photo.headers["ETag"]}).status_code == 404


@pytest.mark.parametrize("address", ["/akun/masuk/", "/verifikasi/", "/tidak-ada/"])
def test_every_page_denies_what_the_portal_does_not_need(client, db, address):
    policy = client.get(address).headers["Permissions-Policy"]
    for feature in ("camera", "microphone", "geolocation", "payment", "usb"):
        assert f"{feature}=()" in policy


def refusals(caplog):
    return [record.getMessage() for record in caplog.records if record.name == "skm_portal.guarding"]


@pytest.mark.parametrize(
    ("person", "line", "query"),
    [
        ("staff", "403 GET /satuan-kerja/3521/pengguna/", ""),
        ("stranger", "404 GET /skm/3521/2025-S1/", ""),
        ("stranger", "404 GET /skm/3521/2025-S1/", "?nama=Budi"),
    ],
)
@pytest.mark.usefixtures("survey")
def test_a_refusal_is_one_line_with_number_and_no_name(as_user, people, caplog, person, line, query):
    user = getattr(people, person)
    as_user(user).get(line.split()[2] + query)
    assert refusals(caplog) == [f"{line} user={user.pk} address=127.0.0.1"]


SECRET_ADDRESSES = ["/kalender/RaHaSia-1_x.ics", "/kirim/RaHaSia-1_x/", "/akun/lupa/1-RaHaSia-1_x/"]


@pytest.mark.parametrize("address", SECRET_ADDRESSES)
@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "PROPFIND"])
def test_no_refusal_tells_a_secret_address(db, caplog, address, method):
    client = Client(enforce_csrf_checks=True)
    assert client.generic(method, address).status_code == 403
    (line,) = refusals(caplog)
    assert line.startswith(f"403 {method} /")
    assert "RaHaSia" not in line


@pytest.mark.parametrize("address", SECRET_ADDRESSES)
def test_nothing_is_asked_for_in_the_name_of_a_secret_address(client, db, address):
    assert client.get(address).headers["Referrer-Policy"] == "strict-origin"
    assert client.get("/akun/masuk/").headers["Referrer-Policy"] == "same-origin"


def test_a_path_cannot_break_the_line(as_user, people, caplog):
    as_user(people.stranger).get("/satuan-kerja/a%0A403 GET palsu/")
    (line,) = refusals(caplog)
    assert "\n" not in line


def test_a_wrong_address_of_nobody_is_not_noted_and_a_forged_form_is(client, db, caplog):
    client.get("/tidak-ada/")
    assert refusals(caplog) == []
    Client(enforce_csrf_checks=True).post("/akun/masuk/", {"login": "admin"})
    assert refusals(caplog) == ["403 POST /akun/masuk/ user=- address=127.0.0.1"]


def test_an_unknown_host_is_one_line_in_the_log(client, db, settings, capsys):
    settings.ALLOWED_HOSTS = ["skm.contoh.go.id"]
    told = []
    handler = logging.Handler()
    handler.emit = lambda record: told.append(logging.Formatter().format(record))
    logging.getLogger().addHandler(handler)
    try:
        assert client.get("/healthz", headers={"host": "lain.contoh"}).status_code == 400
    finally:
        logging.getLogger().removeHandler(handler)
    assert any(isinstance(each, OneLine) for each in logging.getLogger("django.security.DisallowedHost").filters)
    (line,) = told
    assert "lain.contoh" in line
    assert "Traceback" not in line
    assert "\n" not in line
