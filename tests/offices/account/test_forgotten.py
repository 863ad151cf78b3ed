"""A forgotten password and an invitation: a link by mail, for whoever reads it, once, and nobody learns who is here."""

import re

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client

from offices.models import AuditEvent, Membership, Notice, NoticeKind, ResetWay, User
from offices.notices.letters import password_link
from offices.notices.mail import mail_next
from tests.conftest import PASSWORD, just_confirmed
from tests.journeys.routes import SECRET
from tests.mail_server import Letters, mail_server

pytestmark = pytest.mark.each_database
OWN = "ganti-sandi-sendiri-9"
ADDRESS = "sekretaris@example.go.id"


@pytest.fixture
def letters(settings):
    with mail_server(settings, Letters()) as found:
        yield found


@pytest.fixture
def secretary(people):
    User.objects.filter(pk=people.secretary.pk).update(email=ADDRESS)
    return User.objects.get(pk=people.secretary.pk)


def ask(client, address=ADDRESS):
    return client.post("/akun/lupa/", {"email": address})


def link_in(letter):
    (found,) = set(re.findall(r"http://127\.0\.0\.1:8000(/akun/lupa/\S+)", letter.get_body(["plain"]).get_content()))
    return found


def choose(client, link, password=OWN):
    """Follow the link and choose a password there."""
    page = client.get(link, follow=True)
    address = page.redirect_chain[-1][0] if page.redirect_chain else link
    return client.post(address, {"password1": password, "password2": password})


def test_the_link_in_the_letter_sets_a_password_and_ends_what_was_open(secretary, client, letters):
    elsewhere = Client()
    elsewhere.post("/akun/masuk/", {"login": "sekretaris", "password": PASSWORD})
    assert ask(client, ADDRESS.upper()).url == "/akun/lupa/terkirim/"
    mail_next()
    (letter,) = letters.taken
    assert choose(client, link_in(letter)).url == "/akun/lupa/selesai/"
    secretary.refresh_from_db()
    assert (secretary.check_password(OWN), secretary.password_reset_way) == (True, ResetWay.MAIL)
    assert elsewhere.get("/akun/").status_code == 302
    assert AuditEvent.objects.filter(action="account.reset_password").count() == 1


def test_a_link_opens_once_and_no_more_after_three_days(secretary, client, letters, time_machine):
    time_machine.move_to("2026-03-02T09:00+07:00", tick=False)
    late, used = password_link(secretary), password_link(secretary)
    time_machine.move_to("2026-03-05T09:00:01+07:00", tick=False)
    assert "Tautan tidak berlaku" in client.get(late, follow=True).content.decode()
    time_machine.move_to("2026-03-02T09:00+07:00", tick=False)
    choose(client, used)
    assert "Tautan tidak berlaku" in Client().get(used, follow=True).content.decode()


def test_what_is_kept_and_what_the_trail_says_opens_nothing(secretary, client, letters):
    ask(client)
    mail_next()
    key = link_in(letters.taken[0]).split("-", 1)[1]
    kept = f"{list(Notice.objects.values())}{list(AuditEvent.objects.values())}"
    assert key.rstrip("/") not in kept


@pytest.mark.parametrize("address", ["tak-dikenal@example.go.id", ADDRESS])
def test_the_answer_is_the_same_whoever_is_asked_for(secretary, client, letters, address):
    answer = ask(client, address)
    assert (answer.status_code, answer.url) == (302, "/akun/lupa/terkirim/")
    assert Notice.objects.count() == (address == ADDRESS)


def test_nobody_is_flooded_with_letters(secretary, client, letters):
    for _ in range(5):
        assert ask(client).status_code == 302
    assert Notice.objects.filter(kind=NoticeKind.RESET_ASKED).count() == 3


def test_a_network_that_asks_for_many_addresses_is_told_to_wait(secretary, client, letters):
    answers = [ask(client, f"orang-{number}@example.go.id").status_code for number in range(31)]
    assert answers == [302] * 30 + [422]


def test_who_was_shut_out_gets_no_link(secretary, client, letters):
    User.objects.filter(pk=secretary.pk).update(is_active=False)
    ask(client)
    assert not Notice.objects.exists()


def test_the_second_factor_is_still_asked_for(secretary, client, letters):
    TOTP.activate(secretary, SECRET)
    ask(client)
    mail_next()
    choose(client, link_in(letters.taken[0]))
    answer = client.post("/akun/masuk/", {"login": "sekretaris", "password": OWN})
    assert answer.url.startswith("/akun/dua-langkah/masuk/")


def test_who_is_inside_logs_out_first(as_user, secretary, letters):
    client = as_user(secretary)
    link = password_link(secretary)
    assert client.get(link).url == "/akun/"
    assert client.post(link, {"password1": OWN, "password2": OWN}).url == "/akun/"
    assert User.objects.get(pk=secretary.pk).check_password(PASSWORD)


def test_a_weak_password_is_refused_in_words(secretary, client, letters):
    page = choose(client, password_link(secretary), "1234567890")
    assert "hanya terdiri atas angka" in page.content.decode()


def test_without_mail_the_page_says_whom_to_ask(secretary, client):
    assert "Hubungi admin satuan kerja Anda" in client.get("/akun/lupa/").content.decode()
    assert ask(client).url == "/akun/lupa/"
    assert not Notice.objects.exists()


NEW = {"username": "orang.baru", "name": "Orang Baru", "employment": "other", "office_roles": ["secretary"]}


def invite(client, **more):
    return client.post("/satuan-kerja/3521/pengguna/baru/", NEW | more)


def test_an_invitation_by_mail_shows_no_password_and_leads_to_ones_own(people, as_user, letters):
    answer = invite(as_user(people.admin), email="baru@example.go.id", by_mail="on")
    user = User.objects.get(username="orang.baru")
    assert (answer.status_code, answer.url) == (302, f"/satuan-kerja/3521/pengguna/{user.pk}/")
    while mail_next():
        pass
    (letter,) = letters.taken
    assert letter["To"] == "baru@example.go.id"
    guest = Client()
    choose(guest, link_in(letter))
    entered = guest.post("/akun/masuk/", {"login": "orang.baru", "password": OWN})
    assert entered.url == "/mulai/"
    user.refresh_from_db()
    assert (user.must_change_password, Membership.objects.filter(user=user).count()) == (False, 1)


def test_an_invitation_by_mail_needs_an_address(people, as_user, letters):
    answer = invite(as_user(people.admin), by_mail="on")
    assert (answer.status_code, "agar undangan dapat dikirim" in answer.content.decode()) == (422, True)
    assert not User.objects.filter(username="orang.baru").exists()


def test_without_mail_it_is_as_before(people, as_user):
    client = as_user(people.admin)
    just_confirmed(client, people.admin)
    assert "Kirim undangan" not in client.get("/satuan-kerja/3521/pengguna/baru/").content.decode()
    answer = invite(client, email="baru@example.go.id", by_mail="on")
    assert (answer.status_code, "Kata sandi sementara untuk" in answer.content.decode()) == (201, True)


def test_an_address_that_is_none_is_told_in_the_words_of_the_portal(client, as_user, people, letters):
    told = "Masukkan alamat surel yang valid"
    assert told in client.post("/akun/lupa/", {"email": "bukan surel"}).content.decode()
    page = as_user(people.admin).post("/satuan-kerja/3521/pengguna/baru/", {"email": "bukan surel"}).content.decode()
    assert told in page
    assert User._meta.get_field("email").verbose_name == "alamat surel"
