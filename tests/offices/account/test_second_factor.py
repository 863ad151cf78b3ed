from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.urls import reverse

from offices.models import AuditEvent
from tests.conftest import PASSWORD


def code_now(secret):
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


def sign_in(client):
    client.post("/akun/masuk/", {"login": "admin", "password": PASSWORD})


def activation_page(client):
    """The page, past the second asking for the password that stands before it."""
    sign_in(client)
    confirm = client.get("/akun/dua-langkah/aktifkan/").url
    return client.post(confirm, {"password": PASSWORD}, follow=True)


def test_it_is_offered_and_switched_on_with_a_code(client, people):
    page = activation_page(client)
    secret = page.context["form"].secret
    assert "Pindai kode QR" in page.content.decode()
    response = client.post("/akun/dua-langkah/aktifkan/", {"code": code_now(secret)}, follow=True)
    assert "Tersisa 10 dari 10 kode" in response.content.decode()
    assert "Cetak lembar ini" in response.content.decode()
    assert Authenticator.objects.filter(user=people.admin).count() == 2


def test_a_wrong_code_does_not_switch_it_on(client, people):
    activation_page(client)
    response = client.post("/akun/dua-langkah/aktifkan/", {"code": "000000"})
    assert response.status_code == 200
    assert not Authenticator.objects.filter(user=people.admin).exists()


def test_once_on_the_password_alone_does_not_open_the_door(client, people):
    TOTP.activate(people.admin, "JBSWY3DPEHPK3PXP")
    sign_in(client)
    assert "_auth_user_id" not in client.session
    page = client.get("/akun/dua-langkah/masuk/").content.decode()
    assert "verifikasi dua langkah" in page
    client.post("/akun/dua-langkah/masuk/", {"code": code_now("JBSWY3DPEHPK3PXP")})
    assert "_auth_user_id" in client.session


def test_a_recovery_code_opens_it_once(client, people):
    TOTP.activate(people.admin, "JBSWY3DPEHPK3PXP")
    code = RecoveryCodes.activate(people.admin).get_unused_codes()[0]
    for expected in (True, False):
        sign_in(client)
        client.post("/akun/dua-langkah/masuk/", {"code": code})
        assert ("_auth_user_id" in client.session) is expected
        client.logout()


def test_every_page_of_it_renders_in_indonesian(client, people):
    activation_page(client)
    TOTP.activate(people.admin, "JBSWY3DPEHPK3PXP")
    RecoveryCodes.activate(people.admin)
    pages = ("mfa_index", "mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_generate_recovery_codes")
    for name in pages:
        page = client.get(reverse(name), follow=True).content.decode()
        assert '<html lang="id">' in page
        for word in ("Sign", "Password", "Authenticator", "Recovery", "Generate", "code is"):
            assert word not in page, (name, word)
    assert client.get(reverse("mfa_reauthenticate")).status_code == 200


def test_a_wrong_code_and_what_is_done_about_the_second_factor_are_in_the_trail(client, people):
    TOTP.activate(people.admin, "JBSWY3DPEHPK3PXP")
    RecoveryCodes.activate(people.admin)
    sign_in(client)
    client.post("/akun/dua-langkah/masuk/", {"code": "000000"})
    client.post("/akun/dua-langkah/masuk/", {"code": code_now("JBSWY3DPEHPK3PXP")})
    client.post("/akun/konfirmasi/", {"password": PASSWORD})
    client.post("/akun/dua-langkah/kode-cadangan/buat/")
    events = AuditEvent.objects.order_by("pk").values_list("action", "office_code", "actor_id")
    assert list(events) == [
        (action, "3521", people.admin.pk)
        for action in ("account.code_failed", "account.login", "account.confirm", "account.recovery_codes")
    ]
