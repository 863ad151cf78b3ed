"""What the operator of the server does for offices: the first admin, and people who change offices."""

import re
from importlib import import_module
from types import SimpleNamespace

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.test import Client

from offices.models import AuditEvent, Membership, Office, Role, User
from tests.conftest import PASSWORD, make_user

migration = import_module("offices.migrations.0020_names_and_codes_that_can_be_told_apart")
NEW = ("3519", "Komisi Pemilihan Umum Kabupaten Madiun")


def password_in(text):
    return re.search(r"kata sandi sementara: (\S+)", text)[1]


def sign_in(username, password):
    client = Client()
    client.post("/akun/masuk/", {"login": username, "password": password})
    return client


def test_a_new_office_gets_its_first_admin_who_can_work_at_once(db, capsys):
    call_command("create_office", *NEW, "--short-name", "KPU Madiun", "--place", "Madiun", "--admin", "admin.madiun")
    client = sign_in("admin.madiun", password := password_in(capsys.readouterr().out))
    assert client.get("/satuan-kerja/3519/").url.startswith("/akun/kata-sandi/")
    own = "milik-sendiri-99"
    client.post("/akun/kata-sandi/", {"oldpassword": password, "password1": own, "password2": own})
    assert client.get("/satuan-kerja/3519/pengguna/").status_code == 200
    office = Office.objects.get(code="3519")
    assert (office.short_name, office.place) == ("KPU Madiun", "Madiun")
    actions = list(AuditEvent.objects.order_by("pk").values_list("action", flat=True))
    assert actions[:2] == ["office.create", "person.add"]


def test_an_office_that_a_cycle_file_brought_in_gets_an_admin(ngawi, capsys):
    call_command("create_office", "3521", "--admin", "admin.ngawi", "--admin-name", "Nama Admin")
    user = User.objects.get(username="admin.ngawi")
    assert (user.name, user.memberships.get().role) == ("Nama Admin", Role.ADMIN)
    assert user.check_password(password_in(capsys.readouterr().out))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("3521", "Nama", "--admin", "x"), "sudah ada"),
        (("3519", "--admin", "x"), "belum ada"),
        (("35 19", "Nama", "--admin", "x"), "Kode: Gunakan 1–32 huruf, angka"),
        (("3519", "\u200b ", "--admin", "x"), "belum ada"),
        (("3519", "x" * 201, "--admin", "x"), "Nama: .*200"),
        ((*NEW, "--admin", "x", "--short-name", "x" * 101), "Nama singkat: .*100"),
        ((*NEW, "--admin", "x", "--place", "x" * 101), "Tempat penandatanganan: .*100"),
        ((*NEW, "--admin", "x", "--admin-name", "x" * 201), "Nama lengkap: .*200"),
        ((*NEW, "--admin", "x" * 151), "150"),
        ((*NEW, "--admin", "аdmin"), "bukan huruf a–z"),
        ((*NEW, "--admin", "x", "--parent", "99"), "belum ada"),
        ((*NEW, "--admin", "sudah-ada"), "tidak tersedia"),
    ],
)
def test_what_cannot_be_made_is_refused_whole(ngawi, arguments, sentence):
    make_user("sudah-ada")
    with pytest.raises(CommandError, match=sentence):
        call_command("create_office", *arguments)
    assert not Office.objects.filter(code__in=["3519", "35 19"]).exists()
    assert not Membership.objects.exists()
    assert not AuditEvent.objects.exists()


def test_what_is_pasted_at_the_console_is_tidied_as_in_a_form(ngawi, capsys):
    words = (" 35\u200b19\n", " KPU\u00a0Kabupaten\n Madiun ", "--short-name", "KPU\u200d Madiun", "--place", "Madiun ")
    call_command(
        "create_office", *words, "--parent", "3521\ufeff", "--admin", " admin", "--admin-name", "Sri\u00adContoh "
    )
    office = Office.objects.get(code="3519")
    assert (office.name, office.short_name, office.place) == ("KPU Kabupaten Madiun", "KPU Madiun", "Madiun")
    assert office.parent == ngawi
    assert User.objects.get(username="admin").name == "SriContoh"
    told = AuditEvent.objects.get(action="office.create").after
    assert told["parent"] == "3521"


def test_codes_that_differ_in_case_are_one_office(db, capsys):
    call_command("create_office", "kpu-Ngawi", "KPU Ngawi", "--admin", "satu")
    call_command("create_office", "KPU-NGAWI", "--admin", "dua")
    with pytest.raises(CommandError, match="Satuan kerja kpu-Ngawi sudah ada"):
        call_command("create_office", "KPU-ngawi", "KPU Lain", "--admin", "tiga")
    with pytest.raises(IntegrityError), transaction.atomic():
        Office.objects.create(code="Kpu-Ngawi", name="Lain", short_name="Lain")
    call_command("move_person", "dua", "kpu-ngawi", "--role", "admin")
    assert Office.objects.get().memberships.count() == 2


def test_codes_of_before_that_collide_are_listed_and_nothing_is_changed():
    rows = SimpleNamespace(order_by=lambda _key: rows, values_list=lambda *_key, **_flat: ["kpu", "3521", "KPU"])
    with pytest.raises(CommandError, match="  kpu, KPU\n"):
        migration.refuse_colliding_codes(SimpleNamespace(get_model=lambda *_name: SimpleNamespace(objects=rows)), None)


def test_somebody_changes_offices_and_leaves_everything_behind(people, ngawi, magetan, capsys):
    before = sign_in("operator", PASSWORD)
    TOTP.activate(people.staff, "JBSWY3DPEHPK3PXP")
    call_command("move_person", "operator", "3520", "--role", "staff:tekhum", "--role", "secretary")
    assert before.get("/skm/").status_code == 302
    held = set(people.staff.memberships.values_list("office__code", "role", "unit__key"))
    assert held == {("3520", "staff", "tekhum"), ("3520", "secretary", None)}
    after = sign_in("operator", password_in(capsys.readouterr().out))
    assert after.get("/skm/").url.startswith("/akun/kata-sandi/")
    told = set(AuditEvent.objects.filter(action__startswith="person.").values_list("action", "office_code"))
    assert told == {("person.leave", "3521"), ("person.arrive", "3520")}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("tak-ada", "3520", "--role", "admin"), "tidak ada"),
        (("operator", "9999", "--role", "admin"), "tidak ada"),
        (("operator", "3520", "--role", "raja"), "tidak dikenal"),
        (("operator", "3520", "--role", "staff:lain"), "tidak ada"),
        (("operator", "3520", "--role", "staff"), "disertai unit"),
        (("admin", "3520", "--role", "admin"), "paling sedikit satu admin"),
    ],
)
def test_a_move_that_cannot_be_changes_nothing(people, ngawi, magetan, arguments, sentence):
    with pytest.raises(CommandError, match=sentence):
        call_command("move_person", *arguments)
    assert people.staff.memberships.get().office == ngawi
    assert people.admin.memberships.get().office == ngawi
    assert not AuditEvent.objects.exists()
