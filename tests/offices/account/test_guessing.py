"""Guessing passwords and codes: slowed down for strangers, without shutting out who works here every day."""

import statistics
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
import time_machine
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.core import signing
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.utils import timezone

from offices.account.browsers import COOKIE, MOST_PEOPLE, SALT
from offices.models import AuditEvent, Counter, Role
from tests.conftest import PASSWORD, make_user
from tests.journeys.routes import code_now
from tests.mass import sampled
from tests.processor import processor

LOGIN = "/akun/masuk/"
START = timezone.now()
SECRET = "JBSWY3DPEHPK3PXP"
CLOSED = "Terlalu banyak percobaan masuk yang gagal untuk nama pengguna ini"
CLOSED_HERE = "Terlalu banyak percobaan masuk yang gagal dari jaringan ini"
NEW = "ganti-sandi-baru-9"


def sign_in(client, username="admin", password=PASSWORD, address="192.0.2.1"):
    return client.post(LOGIN, {"login": username, "password": password}, REMOTE_ADDR=address)


def said(client, *arguments, **options):
    return sign_in(client, *arguments, **options).content.decode()


def is_in(client):
    return "_auth_user_id" in client.session


def usual_browser(username="admin"):
    """One from which the person came in, and left again."""
    client = Client()
    assert sign_in(client, username).status_code == 302
    client.post("/akun/keluar/")
    assert not is_in(client)
    return client


def hammer(username="admin", times=12, address="203.0.113.9"):
    """A stranger: a new browser for each try."""
    for _ in range(times):
        sign_in(Client(), username, "salah", address=address)


def test_a_stranger_who_hammers_a_name_does_not_shut_its_owner_out_of_the_usual_browser(people):
    own = usual_browser()
    hammer()
    assert CLOSED in said(Client())
    assert sign_in(own).status_code == 302
    assert is_in(own)


def test_the_refusal_names_the_usual_browser_and_passes_after_five_minutes(people):
    with time_machine.travel(START, tick=False) as clock:
        hammer(times=10)
        page = said(Client())
        assert "lima menit lagi" in page
        assert "peramban yang biasa Anda pakai" in page
        clock.shift(timedelta(seconds=300))
        assert sign_in(Client()).status_code == 302


def test_the_tenth_try_is_still_heard_and_the_eleventh_not_even_with_the_right_password(people):
    hammer(times=9)
    assert sign_in(Client()).status_code == 302
    hammer(times=1)
    assert CLOSED in said(Client())


def test_the_usual_browser_has_a_limit_of_its_own_too(people):
    own = usual_browser()
    for _ in range(10):
        sign_in(own, password="salah")
    assert CLOSED in said(own)
    assert sign_in(Client()).status_code == 302


def test_a_browser_known_for_one_name_is_a_strangers_for_another(people):
    own = usual_browser("sekretaris")
    hammer("admin")
    assert CLOSED in said(own, "admin")


@pytest.mark.prove
def test_a_shared_browser_is_known_for_everyone_who_came_in(people):
    own = usual_browser("sekretaris")
    sign_in(own, "admin")
    own.post("/akun/keluar/")
    for name in ("admin", "sekretaris"):
        hammer(name)
    for name in ("admin", "sekretaris"):
        assert sign_in(own, name).status_code == 302
        own.post("/akun/keluar/")


@pytest.mark.prove
def test_the_cookie_keeps_the_last_people_only(people, ngawi):
    client = Client()
    for number in range(MOST_PEOPLE + 3):
        make_user(f"orang{number}", Role.STAFF, ngawi, "kul")
        sign_in(client, f"orang{number}")
        client.post("/akun/keluar/")
    assert len(signing.loads(client.cookies[COOKIE].value, salt=SALT)["marks"]) == MOST_PEOPLE
    assert len(client.cookies[COOKIE].value) < 3000


def test_the_cookie_is_for_the_server_only_and_lasts(people, settings):
    settings.SESSION_COOKIE_SECURE = True
    cookie = usual_browser().cookies[COOKIE]
    assert (cookie["httponly"], cookie["samesite"], cookie["secure"]) == (True, "Lax", True)
    assert cookie["max-age"] == 365 * 24 * 3600


@pytest.mark.parametrize(
    "forged",
    sampled(
        ["", "x", "eyJ.x.y", signing.dumps({"key": "a", "marks": {}}), signing.dumps([1])],
        every=3,
        ids=["empty", "letter", "three-parts", "signed-without-salt", "signed-list"],
    ),
)
def test_a_forged_cookie_is_that_of_a_stranger(people, forged):
    hammer()
    client = Client()
    client.cookies[COOKIE] = forged
    assert CLOSED in said(client)


def test_a_true_cookie_under_another_signature_is_that_of_a_stranger(people):
    """Right in every value, and not written by the log-in."""
    kept = signing.loads(usual_browser().cookies[COOKIE].value, salt=SALT)
    hammer()
    client = Client()
    for salt, closed in ((SALT, False), ("another purpose", True)):
        client.cookies[COOKIE] = signing.dumps(kept, salt=salt, compress=True)
        assert (CLOSED in said(client)) is closed
        client.post("/akun/keluar/")


def test_a_cookie_of_another_form_is_that_of_a_stranger(people):
    hammer()
    client = Client()
    client.cookies[COOKIE] = signing.dumps(["ours, but of another day"], salt=SALT)
    assert CLOSED in said(client)


def test_nobody_gets_the_cookie_by_a_wrong_password_or_without_the_code(people):
    TOTP.activate(people.secretary, SECRET)
    client = Client()
    sign_in(client, password="salah")
    sign_in(client, "sekretaris")
    assert COOKIE not in client.cookies


def test_a_new_password_makes_every_other_browser_a_strangers(people):
    left_behind, own = usual_browser(), Client()
    sign_in(own)
    own.post("/akun/kata-sandi/", {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW})
    own.post("/akun/keluar/")
    hammer()
    assert CLOSED in said(left_behind, password=NEW)
    assert sign_in(own, password=NEW).status_code == 302


def test_an_office_behind_one_address_goes_on_working_while_one_of_it_hammers(people, ngawi):
    for number in range(30):
        make_user(f"orang{number}", Role.STAFF, ngawi, "kul")
    own = usual_browser()
    for number in range(12):
        hammer(f"tebakan{number}", times=8, address="192.0.2.1")
    for number in range(30):
        assert sign_in(Client(), f"orang{number}").status_code == 302
    hammer("tebakan-lagi", times=5, address="192.0.2.1")
    assert CLOSED_HERE in said(Client(), "sekretaris")
    assert sign_in(Client(), "sekretaris", address="198.51.100.7").status_code == 302
    assert sign_in(own).status_code == 302


@pytest.mark.prove
def test_an_address_is_heard_again_after_a_quarter_of_an_hour(people):
    with time_machine.travel(START, tick=False) as clock:
        for number in range(13):
            hammer(f"tebakan{number}", times=8, address="192.0.2.1")
        assert CLOSED_HERE in said(Client())
        clock.shift(timedelta(minutes=15))
        assert sign_in(Client()).status_code == 302


def test_filling_the_cache_does_not_reopen_a_closed_name(people):
    hammer()
    cache.clear()
    assert CLOSED in said(Client())


def test_a_name_that_nobody_has_closes_like_one_that_somebody_has(people):
    pages = []
    for name in ("admin", "tidak-ada"):
        hammer(name, times=10)
        pages.append(said(Client(), name, "salah").replace(name, "NAMA"))
    assert CLOSED in pages[0]
    assert CLOSED in pages[1]


def test_however_a_name_is_written_it_has_one_counter(people):
    for name in ("ADMIN", " admin", "ａｄｍｉｎ", "Admin", "aDMIN"):
        hammer(name, times=2)
    assert CLOSED in said(Client())


@pytest.mark.prove
def test_an_unknown_name_is_told_the_same_after_as_much_work(people, settings, monkeypatch):
    monkeypatch.setattr(PBKDF2PasswordHasher, "iterations", 200_000)
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
    people.admin.set_password(PASSWORD)
    people.admin.save()

    def wrong(name):
        with processor() as used:
            page = said(Client(), name, "salah", address=f"192.0.2.{len(times) + 1}")
        times.append(used.seconds)
        return page

    times = []
    pages = [wrong(name) for name in ["admin", "tidak-ada"] * 4]
    assert all("Nama pengguna atau kata sandi salah." in page for page in pages)
    known, unknown = times[2::2], times[3::2]
    assert 0.5 < statistics.median(unknown) / statistics.median(known) < 2


def half_way(username="admin"):
    client = Client()
    sign_in(client, username)
    return client


def code(client, typed):
    return client.post("/akun/dua-langkah/masuk/", {"code": typed})


def test_codes_are_counted_apart_and_the_usual_browser_stays_open(people):
    TOTP.activate(people.admin, SECRET)
    own = half_way()
    assert code(own, code_now()).status_code == 302
    own.post("/akun/keluar/")
    cache.clear()  # a code is good once; the library keeps that there
    stranger = half_way()
    for _ in range(10):
        code(stranger, "000000")
    assert CLOSED in code(half_way(), code_now()).content.decode()
    sign_in(own)
    assert code(own, code_now()).status_code == 302
    assert is_in(own)
    assert AuditEvent.objects.filter(action="account.code_failed").count() == 10


@pytest.mark.parametrize(
    ("address", "field"), [("/akun/konfirmasi/", "password"), ("/akun/kata-sandi/", "oldpassword")]
)
def test_whoever_finds_a_session_open_cannot_guess_on_in_it(people, address, field):
    client = Client()
    sign_in(client)
    new = {"password1": NEW, "password2": NEW}
    for _ in range(10):
        client.post(address, {field: "salah"} | new)
    assert CLOSED in client.post(address, {field: PASSWORD} | new).content.decode()
    hammer(times=1)
    assert sign_in(Client()).status_code == 302


def test_a_confirmation_is_not_closed_by_strangers(people):
    client = Client()
    sign_in(client)
    del client.cookies[COOKIE]
    hammer()
    assert client.post("/akun/konfirmasi/", {"password": PASSWORD}).status_code == 302


def test_of_many_wrong_tries_at_once_no_more_are_heard_than_the_limit_says(committed_db, ngawi):
    make_user("admin", Role.ADMIN, ngawi)
    barrier = Barrier(14)

    def one(_number):
        try:
            barrier.wait()
            return CLOSED in said(Client(), password="salah")
        finally:
            connection.close()

    with ThreadPoolExecutor(14) as pool:
        refused = list(pool.map(one, range(14)))
    assert sorted(refused) == [False] * 10 + [True] * 4
    assert AuditEvent.objects.filter(action="account.login_failed").count() == 10
    assert Counter.objects.count() == 2
