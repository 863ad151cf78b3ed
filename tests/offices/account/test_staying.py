"""Tetap masuk di perangkat ini: thirty days for operators and heads of units, and for nobody else."""

from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client
from django.utils import timezone

from offices.models import Membership, Role, User
from tests.conftest import PASSWORD, make_user
from tests.journeys.routes import code_now
from tests.mass import sampled

LOGIN, CHANGE = "/akun/masuk/", "/akun/kata-sandi/"
START = timezone.now()
NEW = "ganti-sandi-baru-9"
NOT_FOR_YOU = "Tetap masuk hanya untuk operator dan kepala unit. Sesi Anda berakhir"


@pytest.fixture
def clock():
    with time_machine.travel(START, tick=False) as clock:
        yield clock


def signed_in(username="operator", **fields):
    client = Client()
    client.post(LOGIN, {"login": username, "password": PASSWORD, "stay": "on"} | fields)
    return client


def is_in(client):
    return client.get("/skm/").status_code == 200


def cookie_age(client, settings):
    return client.cookies[settings.SESSION_COOKIE_NAME]["max-age"]


@pytest.mark.parametrize("username", ["operator", "kasubbag"])
def test_who_fills_in_and_checks_stays_for_thirty_days_without_a_request(people, clock, settings, username):
    client = signed_in(username)
    assert cookie_age(client, settings) == 30 * 24 * 3600
    clock.shift(timedelta(days=29, hours=23))
    assert is_in(client)
    clock.shift(timedelta(hours=2))
    assert not is_in(client)


@pytest.mark.prove
def test_use_does_not_prolong_the_thirty_days(people, clock):
    client = signed_in()
    for _ in range(29):
        clock.shift(timedelta(days=1))
        assert is_in(client)
    clock.shift(timedelta(days=1, seconds=1))
    assert not is_in(client)


def test_without_the_tick_nothing_changes(people, clock, settings):
    client = Client()
    client.post(LOGIN, {"login": "operator", "password": PASSWORD})
    assert cookie_age(client, settings) == ""
    clock.shift(timedelta(minutes=61))
    assert not is_in(client)


@pytest.mark.parametrize(
    "username", sampled(["admin", "sekretaris", "pemantau", "orang-magetan", "tanpa-peran"], every=3)
)
def test_who_signs_or_manages_people_or_reads_others_never_stays_and_is_told(people, clock, settings, username):
    client = signed_in(username)
    assert cookie_age(client, settings) == ""
    assert NOT_FOR_YOU in client.get("/mulai/", follow=True).content.decode()
    clock.shift(timedelta(minutes=61))
    assert not is_in(client)


@pytest.mark.parametrize("role", [Role.ADMIN, Role.SECRETARY, Role.SUPERVISOR])
def test_one_such_role_besides_is_enough(people, ngawi, clock, role):
    Membership.objects.create(user=people.staff, office=ngawi, role=role)
    client = signed_in()
    clock.shift(timedelta(minutes=61))
    assert not is_in(client)


def test_the_operator_of_the_server_never_stays(people, clock):
    User.objects.filter(pk=people.staff.pk).update(is_staff=True)
    client = signed_in()
    clock.shift(timedelta(minutes=61))
    assert not is_in(client)


@pytest.mark.parametrize("role", [Role.ADMIN, Role.SECRETARY, Role.SUPERVISOR])
def test_a_role_that_is_added_later_ends_it_at_the_next_request(people, magetan, clock, role):
    client = signed_in()
    assert is_in(client)
    Membership.objects.create(user=people.staff, office=magetan, role=role)
    page = client.get("/skm/", follow=True).content.decode()
    assert "peran akun ini berubah" in page
    assert not is_in(client)


def test_losing_every_role_ends_it_too(people, clock):
    client = signed_in()
    people.staff.memberships.all().delete()
    assert not is_in(client)


def test_a_change_of_role_ends_no_ordinary_session(people, ngawi):
    client = Client()
    client.post(LOGIN, {"login": "operator", "password": PASSWORD})
    Membership.objects.create(user=people.staff, office=ngawi, role=Role.ADMIN)
    assert is_in(client)


def test_it_is_remembered_past_the_second_factor_and_not_given_before(people, clock, settings):
    TOTP.activate(people.staff, "JBSWY3DPEHPK3PXP")
    client = signed_in()
    assert not is_in(client)
    assert cookie_age(client, settings) == ""
    client.post("/akun/dua-langkah/masuk/", {"code": code_now()})
    clock.shift(timedelta(days=20))
    assert is_in(client)


def test_a_new_password_ends_it_everywhere_and_lets_the_one_at_hand_go_on_as_an_ordinary_one(people, clock, settings):
    here, elsewhere = signed_in(), signed_in()
    clock.shift(timedelta(days=10))
    here.post(CHANGE, {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW})
    assert is_in(here)
    assert not is_in(elsewhere)
    assert cookie_age(here, settings) == ""
    clock.shift(timedelta(minutes=61))
    assert not is_in(here)


def test_a_password_that_the_admin_reset_and_a_disabled_account_end_it(people, as_user):
    stays = signed_in()
    address = f"/satuan-kerja/3521/pengguna/{people.staff.pk}/nonaktifkan/"
    as_user(people.admin).post(address)
    assert not is_in(stays)


def test_the_page_warns_of_shared_computers_beside_the_tick(client, db):
    page = client.get(LOGIN).content.decode()
    assert "Tetap masuk di perangkat ini" in page
    assert "Jangan dicentang pada komputer atau ponsel yang dipakai bersama" in page
    assert "operator dan kepala unit saja" in page


def test_the_next_person_at_the_same_browser_does_not_inherit_it(people, clock, ngawi):
    client = signed_in()
    client.post("/akun/keluar/")
    make_user("operator-dua", Role.STAFF, ngawi, "kul")
    client.post(LOGIN, {"login": "operator-dua", "password": PASSWORD})
    clock.shift(timedelta(minutes=61))
    assert not is_in(client)


def test_a_wish_that_came_with_a_wrong_password_is_forgotten(people, clock):
    client = signed_in(password="salah")
    client.post(LOGIN, {"login": "operator", "password": PASSWORD})
    clock.shift(timedelta(minutes=61))
    assert not is_in(client)
