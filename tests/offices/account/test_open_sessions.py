"""One's own open sessions: seen, and ended one by one or all others."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from offices.account.devices import device_of
from offices.models import AuditEvent, OpenSession
from tests.conftest import PASSWORD

LOGIN, SESSIONS = "/akun/masuk/", "/akun/sesi/"
START = timezone.now()
NEW = "ganti-sandi-baru-9"
PHONE = (
    "Mozilla/5.0 (Linux; Android 13; SM-A546E) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/120.0.0.0 Mobile Safari/537.36"
)
LAPTOP = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:121.0) Gecko/20100101 Firefox/121.0"


@pytest.fixture
def clock():
    with time_machine.travel(START, tick=False) as clock:
        yield clock


def signed_in(username="operator", agent=LAPTOP, address="192.0.2.1", **fields):
    client = Client(headers={"user-agent": agent}, REMOTE_ADDR=address)
    client.post(LOGIN, {"login": username, "password": PASSWORD} | fields)
    return client


def is_in(client):
    return client.get("/skm/").status_code == 200


def page_of(client):
    return client.get(SESSIONS).content.decode()


def ends_on(page):
    return re.findall(r'action="(/akun/sesi/\d+/akhiri/)"', page)


def test_each_is_told_by_device_address_beginning_and_last_use(people, clock):
    phone = signed_in(agent=PHONE, address="2001:db8::7", stay="on")
    clock.shift(timedelta(hours=2))
    laptop = signed_in()
    page = page_of(laptop)
    here, elsewhere = page.split('id="sesi-lain"')
    assert "Firefox di Windows" in here
    assert "192.0.2.1" in here
    assert "Chrome di Android" in elsewhere
    assert "2001:db8::7" in elsewhere
    assert "Tetap masuk" in elsewhere
    begun = timezone.localtime(START).strftime("%H.%M")
    assert f"Dimulai {timezone.localtime(START).day} " in elsewhere
    assert f"{begun} WIB, terakhir dipakai" in elsewhere
    clock.shift(timedelta(minutes=30))
    phone.get("/skm/")
    used = (timezone.localtime(START) + timedelta(hours=2, minutes=30)).strftime("%H.%M")
    assert f"terakhir dipakai {timezone.localtime().day}" in page_of(laptop).split('id="sesi-lain"')[1]
    assert f"{used} WIB." in page_of(laptop).split('id="sesi-lain"')[1]


def test_one_is_ended_from_another_device_and_says_so(people):
    left_open, here, third = signed_in(agent=PHONE), signed_in(), signed_in(agent=PHONE)
    phone_row = OpenSession.objects.order_by("pk").first()
    assert here.post(f"{SESSIONS}{phone_row.pk}/akhiri/").url == SESSIONS
    page = left_open.get("/skm/", follow=True).content.decode()
    assert "diakhiri melalui halaman Sesi saya" in page
    assert not is_in(left_open)
    assert is_in(here)
    assert is_in(third)
    assert AuditEvent.objects.filter(action="account.session_end", actor_id=people.staff.pk).count() == 1


def test_one_that_stays_can_be_revoked(people, clock):
    stays = signed_in(agent=PHONE, stay="on")
    clock.shift(timedelta(days=3))
    here = signed_in()
    (address,) = ends_on(page_of(here))
    here.post(address)
    assert not is_in(stays)


def test_all_others_are_ended_at_once_and_the_own_stays(people):
    others = [signed_in(agent=PHONE) for _ in range(3)]
    strangers, here = signed_in("kasubbag"), signed_in()
    page = here.post(f"{SESSIONS}akhiri-lainnya/", follow=True).content.decode()
    assert "3 sesi lain sudah diakhiri." in page
    assert "Tidak ada sesi lain yang terbuka." in page
    assert not any(is_in(client) for client in others)
    assert is_in(here)
    assert is_in(strangers)
    here.post(f"{SESSIONS}akhiri-lainnya/")
    assert AuditEvent.objects.filter(action="account.sessions_end_others").count() == 1


def test_nobody_ends_or_sees_the_sessions_of_somebody_else(people):
    theirs, here = signed_in("kasubbag", agent=PHONE), signed_in("admin")
    row = OpenSession.objects.get(user=people.head)
    assert here.post(f"{SESSIONS}{row.pk}/akhiri/").status_code == 404
    assert "Android" not in page_of(here)
    assert is_in(theirs)


def test_who_has_logged_out_or_was_idle_or_is_too_old_is_no_longer_listed(people, clock):
    signed_in(agent=PHONE).post("/akun/keluar/")
    signed_in(agent=PHONE)
    clock.shift(timedelta(minutes=61))
    here = signed_in()
    assert "Android" not in page_of(here)
    assert OpenSession.objects.count() == 1


def test_a_new_password_leaves_only_this_one(people):
    signed_in(agent=PHONE)
    here = signed_in()
    here.post("/akun/kata-sandi/", {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW})
    page = page_of(here)
    assert "Firefox di Windows" in page
    assert "Android" not in page
    assert is_in(here)


def test_the_table_holds_no_key_by_which_a_session_could_be_entered(people):
    client = signed_in()
    row = OpenSession.objects.get()
    values = " ".join(str(value) for value in vars(row).values())
    assert Session.objects.get().session_key not in values
    assert client.session.session_key not in values


def test_logging_in_again_in_the_same_browser_is_one_session(people):
    client = signed_in()
    before = client.session.session_key
    client.post("/akun/keluar/")
    client.post(LOGIN, {"login": "operator", "password": PASSWORD})
    assert client.session.session_key != before
    assert OpenSession.objects.count() == 1
    assert is_in(client)


def test_a_session_from_before_the_list_is_taken_into_it(as_user, people):
    client = as_user(people.admin)
    assert not OpenSession.objects.exists()
    client.get("/skm/")
    OpenSession.objects.get().delete()
    assert not is_in(client)


def test_the_page_leads_to_the_password_and_back_to_the_account(as_user, people):
    client = as_user(people.staff)
    page = page_of(client)
    assert 'href="/akun/kata-sandi/"' in page
    assert 'href="/akun/"' in page
    assert f'href="{SESSIONS}"' in client.get("/akun/", follow=True).content.decode()


@pytest.mark.parametrize(
    ("agent", "told"),
    [
        (PHONE, "Chrome di Android"),
        (LAPTOP, "Firefox di Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1", "Safari di iPhone"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/120.0 Safari/537.36 Edg/120.0", "Edge di Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64) Chrome/120.0 Safari/537.36", "Chrome di Linux"),
        ("Mozilla/5.0 (Linux; Android 13) SamsungBrowser/23.0 Chrome/115 Safari/537.36", "Samsung Internet di Android"),
        ("<script>alert(1)</script>", "Peramban lain"),
        ("", "Peramban lain"),
    ],
)
def test_a_device_is_told_in_words_of_our_own(agent, told):
    assert device_of(agent) == told
