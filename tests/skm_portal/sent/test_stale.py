"""A stale token costs nothing that was typed, and one press sends it; nothing that another site made is offered."""

import re
from html import unescape

import pytest
from django.test import Client

from followups.models import Upkeep
from offices.models import KeptForm
from tests.conftest import PASSWORD
from tests.journeys.scene import fields_on

pytestmark = pytest.mark.django_db
NEW = "/pemeliharaan/3521/2025-S1/baru/"
TEXT = "Mengumumkan biaya layanan <di setiap> loket\ndan pada situs"


@pytest.fixture
def strict(people, survey):
    client = Client(enforce_csrf_checks=True)
    client.force_login(people.admin)
    return client


def stale(client, address, **more):
    """What a page would send whose token another log-in has renewed meanwhile."""
    sent = fields_on(client.get(address).content.decode(), address) | more
    return sent | {"csrfmiddlewaretoken": "a" * 64}


def offered(page):
    """Where the page would send what it carries, and what that is."""
    form = re.search(r'<form method="post" action="([^"]*)">(.*?)</form>', page, re.DOTALL)
    assert form, "Nothing is offered."
    pairs = re.findall(r'name="([^"]*)"\s+value="([^"]*)"', form[2])
    sent = {}
    for name, value in pairs:
        sent.setdefault(name, []).append(unescape(value))
    return unescape(form[1]), sent


def test_one_press_sends_all_that_was_typed(strict):
    sent = stale(strict, NEW, element="biaya", plan=TEXT, units=["*"])
    response = strict.post(NEW, sent, headers={"origin": "http://testserver"})
    page = response.content.decode()
    assert response.status_code == 403
    assert "Isian Anda masih lengkap" in page
    address, again = offered(page)
    assert strict.post(address, again).status_code == 302
    assert Upkeep.objects.get().plan == TEXT


def test_pressing_twice_or_reloading_the_stale_form_never_ends_in_a_circle(strict):
    sent = stale(strict, NEW, element="biaya", plan=TEXT, units=["*"])
    tokens = {offered(strict.post(NEW, sent).content.decode())[1]["csrfmiddlewaretoken"][0] for _ in range(2)}
    assert "a" * 64 not in tokens


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://contoh.example"},
        {"origin": "null"},
        {"referer": "https://contoh.example/jebakan"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site", "origin": "http://testserver"},
    ],
)
def test_what_another_site_sent_is_neither_offered_nor_shown(strict, headers):
    sent = stale(strict, NEW, element="biaya", plan=TEXT)
    page = strict.post(NEW, sent, headers=headers).content.decode()
    assert "tidak berasal dari halaman portal ini" in page
    assert "Mengumumkan biaya" not in page
    assert "<form" not in page


def test_a_form_of_another_account_is_kept_for_that_one_and_not_offered_here(strict, people):
    sent = stale(strict, NEW, element="biaya", plan=TEXT)
    strict.force_login(people.secretary)
    page = strict.post(NEW, sent).content.decode()
    assert "akun lain" in page
    assert "Mengumumkan biaya" not in page
    assert KeptForm.objects.get().user == people.admin


def test_without_a_session_it_leads_to_the_log_in_with_what_was_typed(strict, people):
    sent = stale(strict, NEW, element="biaya", plan=TEXT)
    strict.cookies.clear()
    response = strict.post(NEW, sent)
    assert response.url == f"/akun/masuk/?next={NEW}&isian=tersimpan"
    assert KeptForm.objects.get().user == people.admin


def test_secrets_and_files_are_asked_for_anew(strict):
    sent = stale(strict, "/akun/kata-sandi/", oldpassword=PASSWORD, password1="rahasia-sekali-7!", password2="x")
    page = strict.post("/akun/kata-sandi/", sent).content.decode()
    assert "kata sandi dan berkas tidak disimpan" in page
    assert "rahasia-sekali" not in page
    assert PASSWORD not in page
    assert 'href="/akun/kata-sandi/"' in page


def test_a_stale_log_in_leads_in_who_is_inside_already_and_others_to_the_form(strict, people):
    sent = {"login": "admin", "password": PASSWORD}
    assert strict.post("/akun/masuk/", sent).url == "/mulai/"
    page = Client(enforce_csrf_checks=True).post("/akun/masuk/", sent).content.decode()
    assert 'href="/akun/masuk/"' in page
    assert PASSWORD not in page


def test_a_script_of_the_portal_is_given_a_token_that_is_good(strict):
    sent = stale(strict, NEW, element="biaya", plan=TEXT, units=["*"])
    refused = strict.post(NEW, sent, headers={"HX-Request": "true"})
    fresh = refused.headers["X-Formulir-Token"]
    assert strict.post(NEW, sent | {"csrfmiddlewaretoken": fresh}).status_code == 302
