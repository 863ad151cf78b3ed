"""One name is one person's: at log-in, when made, at the console, in the database, and in what was there before."""

import sqlite3
import subprocess
import sys
from importlib import import_module

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from offices.models import User
from offices.usernames import normal_name, valid_username
from tests.conftest import PASSWORD, make_user
from tests.worker import ROOT, environment

migration = import_module("offices.migrations.0007_names_in_normal_form")
SAME = [
    ("admin", "ADMIN"),
    ("admin", "Admin "),
    ("admin", "ａｄｍｉｎ"),
    ("jose\u0301", "JOSÉ"),
    ("straße", "STRASSE"),
    ("ﬁna", "fina"),
    ("ΟΔΟΣ", "οδος"),
    ("k1", "K1"),  # the sign of Kelvin
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_ways_to_write_a_name_have_one_normal_form(one, other):
    assert normal_name(one) == normal_name(other)


@pytest.mark.parametrize(("one", "other"), [("admin", "admin1"), ("a.b", "ab"), ("budi", "budı"), ("o", "ö")])
def test_different_names_stay_different(one, other):
    assert normal_name(one) != normal_name(other)


@given(st.text(max_size=20))
def test_the_normal_form_of_a_normal_form_is_itself_and_knows_no_case(name):
    normal = normal_name(name)
    assert normal_name(normal) == normal
    assert normal_name(name.casefold()) == normal


def sign_in(username):
    client = Client()
    client.post("/akun/masuk/", {"login": username, "password": PASSWORD})
    return "_auth_user_id" in client.session


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_signs_in_however_the_name_is_written(db, one, other):
    make_user(one)
    assert sign_in(one)
    assert sign_in(other)
    assert not sign_in(f"{other}x")


@pytest.mark.parametrize(
    "name",
    ["аdmin", "admіn", "αdmin", "josé", "budı", "адмін", "admin١", "admin۲", "a+b", "a/b", "dua kata", "a’b", "😀"],
)
def test_a_new_name_that_could_be_taken_for_another_is_refused_at_every_door(ngawi, people, as_user, name):
    before = User.objects.count()
    with pytest.raises(CommandError, match=r"bukan huruf a–z|huruf a–z, angka"):
        call_command("create_office", "3521", "--admin", name)
    data = {"username": name, "name": "Orang Baru", "employment": "other", "office_roles": ["supervisor"]}
    page = as_user(people.admin).post("/satuan-kerja/3521/pengguna/baru/", data)
    assert page.status_code == 422
    assert "a–z" in page.content.decode()
    assert User.objects.count() == before


def test_letters_of_another_script_are_told_from_signs():
    for name, told in (("аdmin", "“а” bukan huruf a–z"), ("a+b", "Gunakan huruf a–z"), ("dua kata", "tanpa spasi")):
        with pytest.raises(ValidationError, match=told):
            valid_username(name)
    for name in ("admin", "ADMIN", "ａｄｍｉｎ", "budi.santoso@kpu.go.id", "a-b_c", "123"):
        valid_username(name)


def test_a_name_of_before_goes_on(ngawi, people, as_user):
    user = make_user("josé")
    user.memberships.create(office=ngawi, role="supervisor")
    assert sign_in("JOSÉ")
    data = {"name": "José Baru", "employment": "other", "office_roles": ["supervisor"]}
    page = as_user(people.admin).post(f"/satuan-kerja/3521/pengguna/{user.pk}/", data)
    assert page.status_code == 302
    user.refresh_from_db()
    assert user.name == "José Baru"


@pytest.mark.parametrize(("one", "other"), SAME)
def test_no_door_makes_a_second_account_of_the_same_name(ngawi, one, other):
    make_user(one)
    with pytest.raises(CommandError, match=r"tidak tersedia|a–z"):
        call_command("create_office", "3521", "--admin", other)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_user(other)
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.bulk_create([User(username=other, name="Lain")])
    third = make_user("orang-ketiga")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.filter(pk=third.pk).update(username=other)
    assert User.objects.count() == 2


def test_what_is_stored_and_shown_is_the_normal_form(ngawi):
    call_command("create_office", "3521", "--admin", "Budi.SANTOSO")
    assert User.objects.get().username == "budi.santoso"
    assert User.objects.get(username="BUDI.Santoso") == User.objects.get(username__iexact="budi.santoso")


def test_a_name_that_nobody_can_type_is_refused_at_the_console_too(ngawi):
    with pytest.raises(CommandError, match="tanpa spasi"):
        call_command("create_office", "3521", "--admin", "dua kata")


def written_past_the_portal(pk, name):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE offices_user SET username = %s WHERE id = %s", [name, pk])


def test_the_database_itself_refuses_a_name_that_differs_in_case_only(db):
    make_user("budi")
    other = make_user("wati")
    with pytest.raises(IntegrityError), transaction.atomic():
        written_past_the_portal(other.pk, "BUDI")


def test_names_of_before_are_brought_to_the_normal_form(db):
    user = make_user("budi")
    written_past_the_portal(user.pk, " Ｂｕｄｉ")
    migration.normalise_names(apps, None)
    user.refresh_from_db()
    assert user.username == "budi"
    assert sign_in("Budi")


def test_names_of_before_that_collide_are_listed_and_nothing_is_changed(db):
    first, second, third = make_user("budi"), make_user("wati"), make_user("tono")
    written_past_the_portal(second.pk, "ｂudi")
    written_past_the_portal(third.pk, "Tono")
    with pytest.raises(CommandError) as stopped:
        migration.normalise_names(apps, None)
    assert f"'budi' (id {first.pk}), 'ｂudi' (id {second.pk})" in str(stopped.value)
    assert "Tono" not in str(stopped.value)
    third.refresh_from_db()
    assert third.username == "Tono"


@pytest.mark.prove
def test_migrate_stops_with_a_sentence_and_goes_on_after_the_name_was_changed(tmp_path):
    file = tmp_path / "lama.sqlite3"
    surroundings = environment(DATABASE_URL=f"sqlite:///{file}")

    def manage(*words):
        command = [sys.executable, "manage.py", *words]
        return subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False)

    assert manage("migrate", "offices", "0004").returncode == 0
    with sqlite3.connect(file) as database:
        columns = "id, username, password, name, email, job_title, employment, nip"
        flags = "is_superuser, is_staff, is_active, is_demo, must_change_password, session_epoch, date_joined"
        for pk, name in ((1, "Budi"), (2, "budi"), (3, "Wati")):
            database.execute(
                f"INSERT INTO offices_user ({columns}, {flags}) "
                f"VALUES ({pk}, '{name}', 'x', 'x', '', '', 'pns', '', 0, 0, 1, 0, 0, 0, '2026-01-01')"
            )
    stopped = manage("migrate")
    assert stopped.returncode == 1
    assert "'Budi' (id 1), 'budi' (id 2)" in stopped.stderr
    assert "Traceback" not in stopped.stderr
    change = "from offices.models import User; User.objects.filter(pk=1).update(username='budi.lama')"
    assert manage("shell", "-c", change).returncode == 0
    assert manage("migrate").returncode == 0
    with sqlite3.connect(file) as database:
        names = database.execute("SELECT username FROM offices_user ORDER BY id").fetchall()
    assert names == [("budi.lama",), ("budi",), ("wati",)]
