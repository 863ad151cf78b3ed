"""One admin resets the secretary's password, logs in, brings a key of the right name and wants to sign."""

import re

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client

from offices.declining import Declined
from offices.models import Notice, User
from offices.notices.words import sentence_of
from reports.issuing import keep_key, sign_here
from reports.models import Report, SigningKey, State
from tests.conftest import PASSWORD, just_confirmed, make_user
from tests.journeys.routes import NEW_PERSON, SECRET, code_now
from tests.reports.issuing.issuing import AGREED, PASSPHRASE, container, give_key, key_file, make_prepared

OWN = "ganti-sandi-sendiri-9"
KEY = {"passphrase": PASSPHRASE}
SIGN = "/laporan/3521/2025-S1/tanda-tangan/bubuhkan/"


def text(response):
    return response.content.decode()


def as_the_secretary(client, people):
    """What the admin can do alone: reset, read the temporary password, come in, choose another."""
    admin = Client()
    admin.post("/akun/masuk/", {"login": "admin", "password": PASSWORD})
    address = f"/satuan-kerja/3521/pengguna/{people.secretary.pk}/kata-sandi/"
    assert admin.post(address).status_code == 422  # an open session alone does not reset anybody
    shown = text(admin.post(address, {"konfirmasi-password": PASSWORD}))
    enter(client, "sekretaris", shown)


def enter(client, username, shown):
    """With the password on a page, and another in its place."""
    password = re.search(r"<code>([a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4})</code>", shown)[1]
    client.post("/akun/masuk/", {"login": username, "password": password})
    client.post("/akun/kata-sandi/", {"oldpassword": password, "password1": OWN, "password2": OWN})


def test_a_secretary_with_a_second_factor_cannot_be_entered(client, people, survey):
    TOTP.activate(people.secretary, SECRET)
    as_the_secretary(client, people)
    assert client.get("/skm/").url.startswith("/akun/masuk/")
    assert User.objects.get(pk=people.secretary.pk).password_reset_by == people.admin


def test_one_without_can_but_no_key_is_kept_without_a_second_factor(client, people, survey):
    as_the_secretary(client, people)
    answer = client.post("/akun/kunci/", KEY | {"container": key_file(), "konfirmasi-password": OWN})
    assert (answer.status_code, "verifikasi dua langkah" in text(answer)) == (422, True)
    assert not SigningKey.objects.exists()


@pytest.mark.prove
def test_every_step_is_noticed_by_the_secretary(client, people, survey):
    as_the_secretary(client, people)
    TOTP.activate(people.secretary, SECRET)
    client.post("/akun/kunci/", KEY | {"container": key_file(), "konfirmasi-password": OWN})
    told = " ".join(sentence_of(notice) for notice in Notice.objects.filter(user=people.secretary))
    assert "disetel ulang oleh Admin (admin)" in told
    assert "Kunci tanda tangan atas nama Sari Utami diunggah" in told
    assert "disetel ulang oleh Admin (admin)" in text(client.get("/akun/pemberitahuan/"))


def test_a_factor_that_somebody_removed_leaves_the_key_unusable_until_one_is_set(people, survey, ngawi):
    report = make_prepared(survey, people)
    give_key(people.secretary)
    people.secretary.authenticator_set.all().delete()
    with pytest.raises(Declined, match="verifikasi dua langkah"):
        sign_here(report, people.secretary, PASSPHRASE, AGREED)
    assert Report.objects.get().state == State.PREPARED
    TOTP.activate(people.secretary, SECRET)
    assert sign_here(report, people.secretary, PASSPHRASE, AGREED).state == State.SIGNED


def test_the_signing_page_says_what_is_missing_and_shows_no_form(client, people, survey):
    make_prepared(survey, people)
    give_key(people.secretary)
    people.secretary.authenticator_set.all().delete()
    client.force_login(people.secretary)
    page = text(client.get("/laporan/3521/2025-S1/tanda-tangan/"))
    assert ("Aktifkan verifikasi dua langkah" in page, 'name="passphrase"' in page) == (True, False)


def test_a_demonstration_account_keeps_a_key_without_and_is_told_what_would_be_asked(client, settings, ngawi):
    user = make_user("contoh", "secretary", ngawi, is_demo=True)
    with pytest.raises(Declined):
        keep_key(user, container(), PASSPHRASE)
    settings.DEBUG = True
    keep_key(user, container(), PASSPHRASE)
    client.force_login(user)
    assert "di luar percobaan, langkah ini memerlukan verifikasi dua langkah" in text(client.get("/akun/kunci/"))


def test_a_code_of_the_telephone_confirms_a_key(client, people, survey):
    TOTP.activate(people.secretary, SECRET)
    client.force_login(people.secretary)
    answer = client.post("/akun/kunci/", KEY | {"container": key_file(), "konfirmasi-code": code_now()})
    assert answer.status_code == 302


def test_with_a_second_factor_of_their_own_the_key_still_waits_for_somebody_else(client, people, survey):
    """The last step: the key is there, and neither the admin nor an account made by the admin may vouch for it."""
    make_prepared(survey, people)
    as_the_secretary(client, people)
    TOTP.activate(people.secretary, SECRET)
    client.post("/akun/kunci/", KEY | {"container": key_file(), "konfirmasi-password": OWN})
    key = SigningKey.objects.get(user=people.secretary)
    refused = client.post(SIGN, {"agreed": "on", "own_key": "on"} | KEY)
    assert (refused.status_code, "Yang dapat mengonfirmasi: Kasubbag." in text(refused)) == (422, True)

    for accomplice in (confirmed_in(people.admin), puppet_of(people.admin)):
        assert said_theirs(accomplice, key).status_code == 403
        assert client.post(SIGN, {"agreed": "on"} | KEY).status_code == 422
    assert Report.objects.get().state == State.PREPARED

    assert said_theirs(confirmed_in(people.head), key).status_code == 302
    assert client.post(SIGN, {"agreed": "on"} | KEY).status_code == 302
    assert Report.objects.get().state == State.SIGNED


def confirmed_in(user):
    """Somebody who has just been asked who they are."""
    client = Client()
    client.force_login(user)
    just_confirmed(client, user)
    return client


def puppet_of(admin):
    """A second admin, as whom the first one comes in with the password that was shown."""
    sent = NEW_PERSON | {"username": "boneka", "name": "Boneka", "office_roles": ["admin"]}
    client, shown = Client(), text(confirmed_in(admin).post("/satuan-kerja/3521/pengguna/baru/", sent))
    enter(client, "boneka", shown)
    just_confirmed(client, User.objects.get(username="boneka"))
    return client


def said_theirs(client, key):
    return client.post(f"/satuan-kerja/3521/kunci/{key.pk}/konfirmasi/", {"fingerprint": key.fingerprint})
