"""Passwords: what is refused, told before and after; temporary ones are invitations that lapse."""

from datetime import timedelta
from importlib import import_module

import pytest
import time_machine
from allauth.mfa.totp.internal.auth import TOTP
from django.apps import apps
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from offices.models import AuditEvent, Membership, Role, User
from tests.conftest import PASSWORD, make_user
from tests.mass import sampled
from tests.offices.people.test_roster import PEOPLE, address, password_on, person

CHANGE = "/akun/kata-sandi/"
START = timezone.now()
LAPSED = "Kata sandi sementara ini tidak berlaku lagi sejak"
WRONG = "Nama pengguna atau kata sandi salah."


def sign_in(username, password):
    client = Client()
    return client, client.post("/akun/masuk/", {"login": username, "password": password})


def is_in(client):
    return "_auth_user_id" in client.session


@pytest.mark.parametrize(
    ("typed", "sentence"),
    sampled(
        [
            ("a7-b8-c9d", "minimal 10 karakter"),
            ("wartono.setiawan", "mirip nama, nama pengguna"),
            ("setiawan-wartono", "mirip nama, nama pengguna"),
            ("war.setiawan1", "mirip nama, nama pengguna"),
            ("198305032009021002", "mirip nama, nama pengguna, surel, atau NIP"),
            ("password123", "umum dipakai"),
            ("qwertyuiop", "umum dipakai"),
            ("84620173950", "hanya terdiri atas angka"),
        ],
        every=4,
    ),
)
def test_a_poor_password_is_refused_in_words(client, ngawi, typed, sentence):
    user = make_user("war.setiawan", Role.STAFF, ngawi, "kul", nip="198305032009021002")
    User.objects.filter(pk=user.pk).update(name="Wartono Setiawan")
    client.post("/akun/masuk/", {"login": "war.setiawan", "password": PASSWORD})
    page = client.post(CHANGE, {"oldpassword": PASSWORD, "password1": typed, "password2": typed}).content.decode()
    assert sentence in page
    user.refresh_from_db()
    assert user.check_password(PASSWORD)
    good = {"oldpassword": PASSWORD, "password1": "a7-b8-c9-d", "password2": "a7-b8-c9-d"}
    assert client.post(CHANGE, good).status_code == 302


def test_the_rules_are_told_before_anything_is_typed(as_user, people):
    page = as_user(people.admin).get(CHANGE).content.decode()
    for rule in ("Minimal 10 karakter", "tidak hanya angka", "umum", "tidak mirip nama, nama pengguna"):
        assert rule in page


def test_the_passwords_that_the_portal_makes_fulfil_its_own_rules(as_user, people, ngawi):
    from django.contrib.auth.password_validation import validate_password

    for _ in range(20):
        validate_password(password_on(as_user(people.admin).post(address(people.staff, "kata-sandi/"))), people.staff)


@pytest.fixture
def clock():
    with time_machine.travel(START, tick=False) as clock:
        yield clock


@pytest.fixture
def invited(clock, as_user, people, ngawi):
    """A new person's temporary password, thirty days old in a moment."""
    password = password_on(as_user(people.admin).post(f"{PEOPLE}baru/", person(ngawi)))
    clock.shift(timedelta(days=30) - timedelta(seconds=1))
    return password


def test_an_invitation_opens_the_door_for_thirty_days(invited):
    client, answer = sign_in("budi.santoso", invited)
    assert answer.status_code == 302
    assert client.get("/skm/").url.startswith(CHANGE)


def test_then_it_says_so_and_whom_to_ask_but_only_after_the_right_password(invited, clock, people):
    clock.shift(timedelta(seconds=1))
    client, answer = sign_in("budi.santoso", invited)
    page = answer.content.decode()
    assert LAPSED in page
    assert f"admin satuan kerja Anda ({people.admin.name})" in page
    assert not is_in(client)
    event = AuditEvent.objects.first()
    assert (event.action, event.office_code) == ("account.temporary_lapsed", "3521")
    page = sign_in("budi.santoso", "salah-sekali")[1].content.decode()
    assert WRONG in page
    assert LAPSED not in page
    assert LAPSED not in sign_in("tidak-ada", invited)[1].content.decode()


def test_who_has_no_admin_to_ask_is_sent_to_the_operator_of_the_server(db, clock, capsys):
    call_command("create_office", "3519", "Kantor Madiun", "--admin", "admin.madiun")
    printed = capsys.readouterr().out
    assert "berlaku sampai: " in printed
    clock.shift(timedelta(days=30))
    password = printed.split("kata sandi sementara: ")[1].split()[0]
    assert "pengelola server" in sign_in("admin.madiun", password)[1].content.decode()


def test_it_does_not_open_the_door_by_a_second_factor_either(invited, clock):
    TOTP.activate(User.objects.get(username="budi.santoso"), "JBSWY3DPEHPK3PXP")
    clock.shift(timedelta(seconds=1))
    client, answer = sign_in("budi.santoso", invited)
    assert LAPSED in answer.content.decode()
    assert client.post("/akun/dua-langkah/masuk/", {"code": "000000"}).status_code == 302


def test_a_disabled_account_says_nothing_of_its_invitation(invited, clock):
    User.objects.filter(username="budi.santoso").update(is_active=False)
    clock.shift(timedelta(seconds=1))
    assert sign_in("budi.santoso", invited)[1].url == "/akun/nonaktif/"


def test_the_admin_renews_it_with_one_press(invited, clock, as_user, people):
    clock.shift(timedelta(days=3))
    user = User.objects.get(username="budi.santoso")
    admin = as_user(people.admin)
    assert "Undangan tidak berlaku lagi" in admin.get(PEOPLE).content.decode()
    page = admin.get(address(user)).content.decode()
    assert "Perbarui undangan" in page
    renewed = password_on(admin.post(address(user, "kata-sandi/")))
    assert sign_in("budi.santoso", renewed)[1].status_code == 302
    assert WRONG in sign_in("budi.santoso", invited)[1].content.decode()


def test_the_page_of_the_password_and_of_the_person_say_until_when(clock, as_user, people, ngawi):
    from django.utils.formats import date_format

    day = date_format(timezone.localtime() + timedelta(days=30), "j F Y")
    admin = as_user(people.admin)
    assert day in admin.post(f"{PEOPLE}baru/", person(ngawi)).content.decode()
    page = admin.get(address(User.objects.get(username="budi.santoso"))).content.decode()
    assert f"berlaku sampai {day}" in page
    assert "Perbarui undangan" in page
    assert "Perbarui undangan" not in admin.get(address(people.staff)).content.decode()


def test_a_password_of_ones_own_does_not_lapse(invited, clock):
    client, _answer = sign_in("budi.santoso", invited)
    own = "ganti-sandi-sendiri-9"
    client.post(CHANGE, {"oldpassword": invited, "password1": own, "password2": own})
    user = User.objects.get(username="budi.santoso")
    assert (user.must_change_password, user.temporary_until) == (False, None)
    clock.shift(timedelta(days=900))
    assert sign_in("budi.santoso", own)[1].status_code == 302


def test_an_account_that_moves_gets_an_invitation_too(clock, people, ngawi, magetan, capsys):
    call_command("move_person", "operator", "3520", "--role", "staff:kul")
    password = capsys.readouterr().out.split("kata sandi sementara: ")[1].split()[0]
    assert Membership.objects.get(user=people.staff).office == magetan
    clock.shift(timedelta(days=30))
    page = sign_in("operator", password)[1].content.decode()
    assert LAPSED in page
    assert people.stranger.name in page


def test_the_database_knows_no_temporary_password_without_an_end(people):
    users = User.objects.filter(pk=people.staff.pk)
    for faulty in ({"must_change_password": True}, {"temporary_until": timezone.now()}):
        with pytest.raises(IntegrityError), transaction.atomic():
            users.update(**faulty)


def test_those_that_are_out_already_get_thirty_days_from_the_upgrade(clock, people):
    User.objects.filter(pk=people.staff.pk).update(must_change_password=True, temporary_until=START)
    import_module("offices.migrations.0009_temporary_passwords_lapse").begin_to_run(apps, None)
    people.staff.refresh_from_db()
    people.head.refresh_from_db()
    assert people.staff.temporary_until == timezone.now() + timedelta(days=30)
    assert people.head.temporary_until is None
