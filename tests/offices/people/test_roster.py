"""People: who is let in, with which roles, and how an admin can and cannot change that."""

import re

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client

from offices.account.invitations import temporary_password
from offices.models import AuditEvent, Employment, Membership, Role, User
from offices.people.roster import LAST_ADMIN
from tests.conftest import PASSWORD, make_user
from tests.mass import sampled

pytestmark = pytest.mark.each_database

PEOPLE = "/satuan-kerja/3521/pengguna/"
NIP = "198305032009021002"
OWN = "ganti-sandi-sendiri-9"


def person(ngawi, **changes):
    unit = ngawi.units.get(key="kul").pk
    return {
        "username": "budi.santoso",
        "name": "Budi Santoso",
        "employment": "pns",
        "nip": "19830503 200902 1 002",
        "job_title": "Penata",
        "email": "budi@example.go.id",
        "staff": [unit],
        "head": [unit],
    } | changes


def address(user, verb=""):
    return f"{PEOPLE}{user.pk}/{verb}"


def password_on(page):
    return re.search(r"<code>([a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4})</code>", page.content.decode())[1]


def sign_in(username, password, **extra):
    client = Client()
    client.post("/akun/masuk/", {"login": username, "password": password})
    return client


def is_signed_in(client):
    return client.get("/skm/").status_code == 200


def test_a_new_person_has_both_roles_and_a_password_that_is_shown_once(as_user, people, ngawi):
    client = as_user(people.admin)
    answer = client.post(f"{PEOPLE}baru/", person(ngawi))
    assert answer.status_code == 201
    assert "no-store" in answer.headers["Cache-Control"]
    user = User.objects.get(username="budi.santoso")
    assert (user.nip, user.must_change_password) == (NIP, True)
    assert set(user.memberships.values_list("role", "unit__key")) == {("staff", "kul"), ("head", "kul")}
    password = password_on(answer)
    assert user.check_password(password)
    event = AuditEvent.objects.get()
    assert event.action == "person.add"
    assert event.after["roles"] == ["Kepala Unit (Subbag kul)", "Operator (Subbag kul)"]
    assert password not in f"{event.before}{event.after}"
    assert password not in client.get(PEOPLE).content.decode()


def test_temporary_passwords_differ_and_avoid_letters_that_look_alike():
    made = {temporary_password() for _ in range(200)}
    assert len(made) == 200
    assert not set("".join(made)) & set("0O1lio")


def test_at_the_first_log_in_the_password_has_to_be_changed_before_anything_else(as_user, people, ngawi, survey):
    password = password_on(as_user(people.admin).post(f"{PEOPLE}baru/", person(ngawi)))
    client = sign_in("budi.santoso", password)
    wanted = "/pemeriksaan/3521/2025-S1/"
    sent = client.get(wanted)
    assert sent.url == f"/akun/kata-sandi/?next={wanted.replace('/', '%2F')}"
    assert client.post("/laporan/3521/2025-S1/pdf/").url.startswith("/akun/kata-sandi/")
    page = client.get(sent.url).content.decode()
    assert "bersifat sementara" in page
    change = {"oldpassword": password, "password1": password, "password2": password, "next": wanted}
    assert "harus berbeda" in client.post("/akun/kata-sandi/", change).content.decode()
    done = client.post("/akun/kata-sandi/", change | {"password1": OWN, "password2": OWN})
    assert done.url == wanted
    assert client.get(wanted).status_code == 200


def test_who_has_to_change_the_password_may_also_leave(as_user, people, ngawi):
    password = password_on(as_user(people.admin).post(f"{PEOPLE}baru/", person(ngawi)))
    client = sign_in("budi.santoso", password)
    assert client.post("/akun/keluar/").url == "/akun/masuk/"


@pytest.mark.parametrize(
    ("change", "sentence"),
    sampled(
        [
            ({"nip": "1983"}, "NIP harus terdiri atas 18 angka."),
            ({"employment": "other"}, "tidak memiliki NIP"),
            ({"staff": [], "head": []}, "Pilih paling sedikit satu peran."),
            ({"username": "dua kata"}, "tanpa spasi"),
            ({"username": "ADMIN"}, "tidak tersedia"),
            ({"username": "orang-magetan"}, "tidak tersedia"),
            ({"name": ""}, "tidak boleh kosong"),
            ({"email": "bukan"}, "email"),
        ],
        every=4,
    ),
)
def test_a_refused_person_keeps_every_field_and_says_why(as_user, people, ngawi, change, sentence):
    sent = person(ngawi, **change)
    response = as_user(people.admin).post(f"{PEOPLE}baru/", sent)
    page = response.content.decode()
    assert response.status_code == 422
    assert sentence in page
    assert "Penata" in page
    for unit in sent["staff"]:
        assert re.search(rf'name="staff"\s+value="{unit}"[^>]*checked', page)
    assert not User.objects.filter(name="Budi Santoso").exists()
    assert not AuditEvent.objects.exists()


def test_the_number_of_a_contract_employee_is_taken_for_one(as_user, people, ngawi):
    sent = person(ngawi, nip="198305032023212001")
    client = as_user(people.admin)
    assert client.post(f"{PEOPLE}baru/", sent).status_code == 422
    assert client.post(f"{PEOPLE}baru/", sent | {"employment": "pppk"}).status_code == 201


def test_a_nip_is_one_persons_and_the_refusal_says_whose_only_within_the_office(as_user, people, ngawi):
    people.staff.nip = NIP
    people.staff.save()
    page = as_user(people.admin).post(f"{PEOPLE}baru/", person(ngawi)).content.decode()
    assert "sudah dipakai oleh Operator (operator)" in page
    people.staff.nip, people.stranger.nip = "", NIP
    people.staff.save()
    people.stranger.save()
    page = as_user(people.admin).post(f"{PEOPLE}baru/", person(ngawi)).content.decode()
    assert "di luar satuan kerja Anda" in page
    assert people.stranger.name not in page


def test_an_address_is_one_persons_whatever_its_case_and_the_refusal_says_whose_only_within_the_office(
    as_user, people, ngawi
):
    User.objects.filter(pk=people.head.pk).update(email="Kepala@example.go.id")
    client = as_user(people.admin)
    page = client.post(f"{PEOPLE}baru/", person(ngawi, email="kepala@EXAMPLE.go.id"))
    assert page.status_code == 422
    assert f"Surel ini sudah dipakai oleh {people.head.name}" in page.content.decode()
    User.objects.filter(pk=people.stranger.pk).update(email="luar@example.go.id")
    page = client.post(address(people.staff), change(people.staff, ngawi, email="LUAR@example.go.id"))
    assert page.status_code == 422
    assert "di luar satuan kerja Anda" in page.content.decode()
    assert people.stranger.name not in page.content.decode()
    people.staff.refresh_from_db()
    assert people.staff.email == ""


def test_a_double_address_of_before_stays_and_the_own_case_may_change(as_user, people, ngawi):
    User.objects.filter(pk__in=[people.head.pk, people.staff.pk]).update(email="sama@example.go.id")
    client = as_user(people.admin)
    assert (
        client.post(address(people.staff), change(people.staff, ngawi, email="Sama@example.go.id")).status_code == 302
    )
    assert client.post(address(people.staff), change(people.staff, ngawi, email="")).status_code == 302
    assert (
        client.post(address(people.staff), change(people.staff, ngawi, email="sama@example.go.id")).status_code == 422
    )
    without = [people.staff, people.admin]
    assert [user.email for user in User.objects.filter(pk__in=[user.pk for user in without])] == ["", ""]


def test_a_unit_of_another_office_is_no_choice(as_user, people, ngawi, magetan):
    foreign = magetan.units.get(key="kul").pk
    response = as_user(people.admin).post(f"{PEOPLE}baru/", person(ngawi, staff=[foreign]))
    assert response.status_code == 422
    assert not Membership.objects.filter(unit_id=foreign).exists()


def test_people_are_listed_with_roles_last_log_in_and_state(as_user, people, ngawi):
    make_user("nonaktif", Role.SECRETARY, ngawi, is_active=False)
    TOTP.activate(people.head, "JBSWY3DPEHPK3PXP")
    page = as_user(people.admin).get(PEOPLE).content.decode()
    for word in ("Kepala Unit (Subbag kul)", "Belum pernah masuk", "Nonaktif", "Aktif", "Dua langkah"):
        assert word in page
    assert people.stranger.name not in page
    assert people.supervisor.name not in page


def change(user, ngawi, **changes):
    unit = ngawi.units.get(key="kul").pk
    return {"name": user.name, "employment": "pns", "nip": "", "job_title": "", "email": "", "staff": [unit]} | changes


def test_details_and_roles_are_changed_with_one_event(as_user, people, ngawi):
    sent = change(people.staff, ngawi, name="Nama Baru", office_roles=["secretary"])
    assert as_user(people.admin).post(address(people.staff), sent).url == PEOPLE
    people.staff.refresh_from_db()
    assert people.staff.name == "Nama Baru"
    assert set(people.staff.memberships.values_list("role", flat=True)) == {"staff", "secretary"}
    event = AuditEvent.objects.get()
    assert (event.before["roles"], event.after["roles"]) == (
        ["Operator (Subbag kul)"],
        ["Sekretaris", "Operator (Subbag kul)"],
    )


def test_a_role_that_was_taken_away_is_gone_at_the_next_request(as_user, people, ngawi, survey):
    head = sign_in("kasubbag", PASSWORD)
    other = ngawi.units.get(key="tekhum").pk
    as_user(people.admin).post(address(people.head), change(people.head, ngawi, staff=[other]))
    assert set(people.head.memberships.values_list("role", "unit_id")) == {("staff", other)}
    assert head.get("/laporan/3521/2025-S1/").status_code == 200


def test_an_admin_keeps_the_own_admin_role_and_the_own_account(as_user, people, ngawi):
    make_user("admin-dua", Role.ADMIN, ngawi)
    client = as_user(people.admin)
    response = client.post(address(people.admin), change(people.admin, ngawi))
    assert response.status_code == 422
    assert "peran Admin Anda sendiri" in response.content.decode()
    response = client.post(address(people.admin, "nonaktifkan/"))
    assert response.status_code == 422
    assert "akun Anda sendiri" in response.content.decode()
    assert people.admin.memberships.get().role == Role.ADMIN
    assert not AuditEvent.objects.exists()


def test_an_office_always_keeps_an_active_admin(as_user, people, ngawi, magetan):
    second = make_user("admin-dua", Role.ADMIN, ngawi)
    client = as_user(people.admin)
    assert client.post(address(second, "nonaktifkan/")).status_code == 302
    people.admin.is_superuser = True
    people.admin.save()
    other = make_user("admin-tiga", Role.ADMIN, ngawi)
    people.admin.memberships.all().delete()
    Membership.objects.create(user=people.admin, office=magetan, role=Role.ADMIN)
    for verb, sent in (("nonaktifkan/", {}), ("", change(other, ngawi))):
        Membership.objects.create(user=second, office=ngawi, role=Role.SECRETARY)
        acting = as_user(other)
        assert acting.post(address(other, verb), sent).status_code == 422
        Membership.objects.filter(user=second, role=Role.SECRETARY).delete()
    assert other.memberships.get().role == Role.ADMIN


def test_the_last_active_admin_cannot_be_disabled_by_whoever_asks(people, ngawi):
    from offices.people.roster import Declined, disable_person

    with pytest.raises(Declined, match=LAST_ADMIN):
        disable_person(ngawi, people.secretary, people.admin)
    people.admin.refresh_from_db()
    assert people.admin.is_active


def test_disabling_ends_every_session_at_once_and_for_good(as_user, people, ngawi):
    theirs = sign_in("operator", PASSWORD)
    assert is_signed_in(theirs)
    admin = as_user(people.admin)
    assert admin.post(address(people.staff, "nonaktifkan/")).status_code == 302
    assert not is_signed_in(theirs)
    assert not is_signed_in(sign_in("operator", PASSWORD))
    assert admin.post(address(people.staff, "aktifkan/")).status_code == 302
    assert not is_signed_in(theirs)
    assert is_signed_in(sign_in("operator", PASSWORD))
    assert people.staff.memberships.get().role == Role.STAFF


def test_disabling_twice_is_refused(as_user, people, ngawi):
    client = as_user(people.admin)
    client.post(address(people.staff, "nonaktifkan/"))
    assert client.post(address(people.staff, "nonaktifkan/")).status_code == 422
    assert AuditEvent.objects.filter(action="person.disable").count() == 1


def test_a_reset_password_is_shown_once_ends_the_sessions_and_has_to_be_changed(as_user, people, ngawi):
    theirs = sign_in("operator", PASSWORD)
    answer = as_user(people.admin).post(address(people.staff, "kata-sandi/"))
    assert answer.status_code == 201
    assert not is_signed_in(theirs)
    assert not is_signed_in(sign_in("operator", PASSWORD))
    again = sign_in("operator", password_on(answer))
    assert again.get("/skm/").url.startswith("/akun/kata-sandi/")
    assert AuditEvent.objects.filter(action="person.reset_password").count() == 1


def test_a_lost_second_factor_is_taken_away(as_user, people, ngawi):
    TOTP.activate(people.staff, "JBSWY3DPEHPK3PXP")
    client = as_user(people.admin)
    assert not is_signed_in(sign_in("operator", PASSWORD))
    assert client.post(address(people.staff, "dua-langkah/")).status_code == 302
    assert is_signed_in(sign_in("operator", PASSWORD))
    assert client.post(address(people.staff, "dua-langkah/")).status_code == 422
    assert AuditEvent.objects.filter(action="person.reset_second_factor").count() == 1


@pytest.mark.parametrize("verb", ["", "nonaktifkan/", "aktifkan/", "kata-sandi/", "dua-langkah/"])
def test_only_an_admin_of_the_office_manages_and_only_its_own_people(as_user, people, ngawi, verb):
    for role in ("staff", "head", "secretary"):
        refused = as_user(getattr(people, role)).post(address(people.staff, verb))
        assert refused.status_code == 403
        assert "Hanya Admin yang dapat mengelola pengguna." in refused.content.decode()
    assert as_user(people.stranger).post(address(people.staff, verb)).status_code == 404
    assert as_user(people.admin).post(address(people.stranger, verb)).status_code == 404
    assert not AuditEvent.objects.exists()


@pytest.mark.parametrize("verb", ["nonaktifkan/", "kata-sandi/", "dua-langkah/"])
def test_an_account_that_reaches_further_cannot_be_taken_over_by_one_offices_admin(
    as_user, people, ngawi, magetan, verb
):
    Membership.objects.create(user=people.staff, office=magetan, role=Role.ADMIN)
    response = as_user(people.admin).post(address(people.staff, verb))
    assert response.status_code == 422
    assert "pengelola server" in response.content.decode()
    people.staff.refresh_from_db()
    assert people.staff.check_password(PASSWORD)


def test_of_an_account_that_reaches_further_only_the_own_roles_change(as_user, people, ngawi, magetan):
    Membership.objects.create(user=people.staff, office=magetan, role=Role.ADMIN)
    sent = change(people.staff, ngawi, name="Nama Lain", office_roles=["secretary"])
    assert as_user(people.admin).post(address(people.staff), sent).status_code == 302
    people.staff.refresh_from_db()
    assert people.staff.name == "Operator"
    assert people.staff.memberships.filter(office=ngawi).count() == 2
    assert people.staff.memberships.filter(office=magetan).count() == 1


def test_the_page_costs_the_same_for_many_people(as_user, people, ngawi, django_assert_max_num_queries):
    for number in range(30):
        make_user(f"orang{number}", Role.STAFF, ngawi, "kul")
    client = as_user(people.admin)
    with django_assert_max_num_queries(15):
        client.get(PEOPLE)


def test_employment_is_one_of_the_known(as_user, people, ngawi):
    assert [choice for choice, _label in Employment.choices] == ["pns", "pppk", "other"]
    assert as_user(people.admin).post(f"{PEOPLE}baru/", person(ngawi, employment="x")).status_code == 422
