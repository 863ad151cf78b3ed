import pytest
from django.urls import NoReverseMatch, reverse

from offices.models import AuditEvent, User
from tests.conftest import PASSWORD, make_user

LOGIN = "/akun/masuk/"


def sign_in(client, username, password=PASSWORD, **extra):
    return client.post(LOGIN, {"login": username, "password": password}, **extra)


def is_signed_in(client):
    return "_auth_user_id" in client.session


def test_one_signs_in_by_username_and_is_shown_the_way(client, people):
    response = sign_in(client, "admin")
    assert response.status_code == 302
    assert response.url == "/mulai/"
    assert is_signed_in(client)


def test_after_sign_in_one_is_where_one_wanted_to_be(client, people, survey):
    wanted = "/pemeriksaan/3521/2025-S1/"
    page = client.get(client.get(wanted).url).content.decode()
    assert f'value="{wanted}"' in page
    response = client.post(LOGIN, {"login": "admin", "password": PASSWORD, "next": wanted})
    assert response.url == wanted


def test_a_wrong_password_is_refused_and_noted_for_the_office(client, people):
    response = sign_in(client, "admin", "salah")
    assert "Nama pengguna atau kata sandi salah." in response.content.decode()
    assert not is_signed_in(client)
    event = AuditEvent.objects.get()
    assert (event.action, event.office_code, event.actor_id) == (
        "account.login_failed",
        "3521",
        people.admin.pk,
    )


def test_an_unknown_name_is_noted_without_what_was_typed(client, db):
    sign_in(client, "rahasia-salah-kolom", "x")
    event = AuditEvent.objects.get()
    assert event.object_label == "Nama pengguna tidak dikenal"
    assert "rahasia" not in f"{event.before}{event.after}"


def test_guessing_is_slowed_down_per_username_not_for_the_whole_office(client, people):
    for _ in range(10):
        sign_in(client, "admin", "salah")
    response = sign_in(client, "admin")
    assert "Terlalu banyak percobaan masuk" in response.content.decode()
    assert not is_signed_in(client)
    assert sign_in(client, "sekretaris").status_code == 302


def test_a_demo_account_works_with_debug_on_only(client, db, settings):
    make_user("contoh", is_demo=True)
    assert sign_in(client, "contoh").url == reverse("account_inactive")
    assert not is_signed_in(client)
    settings.DEBUG = True
    assert sign_in(client, "contoh").url == "/mulai/"
    assert is_signed_in(client)


def test_an_open_session_of_a_demo_account_ends_with_debug(client, db, settings):
    settings.DEBUG = True
    make_user("contoh", is_demo=True)
    sign_in(client, "contoh")
    assert client.get("/skm/").status_code == 200
    settings.DEBUG = False
    assert client.get("/skm/").url.startswith(LOGIN)


def test_a_disabled_account_is_shut_out(client, people):
    people.admin.is_active = False
    people.admin.save()
    assert sign_in(client, "admin").url == reverse("account_inactive")
    assert "Hubungi admin" in client.get(reverse("account_inactive")).content.decode()


def test_one_signs_out_with_a_post(as_user, people):
    client = as_user(people.admin)
    assert "Keluar dari SKM Portal" in client.get("/akun/keluar/").content.decode()
    assert client.post("/akun/keluar/").url == LOGIN
    assert not is_signed_in(client)
    assert "Anda sudah keluar." in client.get(LOGIN).content.decode()


def test_one_changes_the_own_password(as_user, people):
    client = as_user(people.admin)
    new = "ganti-sandi-baru-9"
    fields = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    response = client.post("/akun/kata-sandi/", fields, follow=True)
    assert "Kata sandi sudah diganti." in response.content.decode()
    assert User.objects.get(pk=people.admin.pk).check_password(new)


def test_a_wrong_old_password_changes_nothing(as_user, people):
    fields = {"oldpassword": "salah", "password1": "ganti-sandi-9", "password2": "ganti-sandi-9"}
    response = as_user(people.admin).post("/akun/kata-sandi/", fields)
    assert "Kata sandi saat ini salah." in response.content.decode()
    assert User.objects.get(pk=people.admin.pk).check_password(PASSWORD)


@pytest.mark.parametrize("name", ["account_signup", "account_email", "account_set_password"])
def test_pages_that_an_office_does_not_use_do_not_exist(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


def test_a_session_ends_with_the_browser_and_after_a_working_day(client, people, settings):
    sign_in(client, "admin")
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    assert cookie["max-age"] == ""
    assert cookie["httponly"]
    assert client.session.get_expiry_age() <= 8 * 60 * 60


def test_the_operators_own_pages_have_no_door_of_their_own(client, people):
    User.objects.filter(pk=people.nobody.pk).update(is_staff=True, is_superuser=True)
    sent = client.get("/server/admin/login/?next=/server/admin/")
    assert sent.url.startswith(LOGIN)
    fields = {"username": people.nobody.username, "password": PASSWORD}
    client.post("/server/admin/login/", fields)
    assert not is_signed_in(client)
    sign_in(client, people.nobody.username)
    assert client.get("/server/admin/").status_code == 200


def test_nobody_of_an_office_opens_the_operators_pages(client, people):
    sign_in(client, "admin")
    assert client.get("/server/admin/", follow=True).status_code == 403
