"""Akun saya: what was done to the account is on the next page until it is understood, and in the list for good."""

import re

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client

from offices.models import Notice, NoticeKind
from offices.notices.telling import MOST_UNREAD, notify, tell
from offices.people.roster import reset_password
from tests.conftest import PASSWORD, just_confirmed
from tests.journeys.routes import SECRET
from tests.journeys.scene import fields_on
from tests.reports.issuing import issuing

UNDERSTOOD = "/akun/pemberitahuan/mengerti/"
OWN = "ganti-sandi-sendiri-9"


def text(response):
    return response.content.decode()


def test_who_has_nothing_to_be_told_sees_no_notice(as_user, people):
    client = as_user(people.secretary)
    assert "pemberitahuan-akun" not in text(client.get("/skm/"))
    assert "Belum ada pemberitahuan" in text(client.get("/akun/"))


def test_a_reset_by_an_admin_is_on_the_next_page_and_stays_until_understood(people, ngawi):
    password = reset_password(ngawi, people.admin, people.secretary)
    client = Client()
    client.post("/akun/masuk/", {"login": "sekretaris", "password": password})
    page = client.post("/akun/kata-sandi/", {"oldpassword": password, "password1": OWN, "password2": OWN}, follow=True)
    assert "disetel ulang oleh Admin (admin)" in text(page)
    assert "disetel ulang oleh Admin (admin)" in text(client.get("/skm/"))
    sent = fields_on(text(client.get("/skm/")), UNDERSTOOD)
    answer = client.post(UNDERSTOOD, sent)
    assert (answer.status_code, answer.url) == (302, "/skm/")
    assert "disetel ulang" not in text(client.get("/skm/"))
    assert "disetel ulang oleh Admin (admin)" in text(client.get("/akun/"))
    assert "disetel ulang oleh Admin (admin)" in text(client.get("/akun/pemberitahuan/"))


def test_what_came_meanwhile_is_not_understood_unread(as_user, people):
    client = as_user(people.secretary)
    notify(people.secretary, NoticeKind.ENABLED, people.admin)
    shown = fields_on(text(client.get("/skm/")), UNDERSTOOD)
    notify(people.secretary, NoticeKind.FACTOR_REMOVED, people.admin)
    client.post(UNDERSTOOD, shown)
    page = text(client.get("/skm/"))
    assert ("diaktifkan kembali" in page, "dihapus oleh Admin" in page) == (False, True)


def test_pressing_it_takes_only_the_notice_off_the_page(as_user, people):
    client = as_user(people.secretary)
    notice = notify(people.secretary, NoticeKind.ENABLED, people.admin)
    answer = client.post(UNDERSTOOD, {"notice": notice.pk}, headers={"HX-Request": "true"})
    assert (answer.status_code, answer.content) == (200, b"")
    assert Notice.objects.get().understood_at


def test_nobody_is_sent_to_another_site_afterwards(as_user, people):
    client = as_user(people.secretary)
    for foreign in ("https://jahat.example/", "//jahat.example", "javascript:alert(1)"):
        assert client.post(UNDERSTOOD, {"next": foreign}).url == "/akun/"


def test_somebody_elses_notice_and_nonsense_change_nothing(as_user, people):
    notice = notify(people.staff, NoticeKind.ENABLED, people.admin)
    client = as_user(people.secretary)
    for sent in ([notice.pk], ["x"], ["9" * 40], ["٣"]):
        assert client.post(UNDERSTOOD, {"notice": sent}).status_code == 302
    assert Notice.objects.get().understood_at is None


def test_names_are_told_as_text_never_as_markup(as_user, people):
    people.admin.name = "<script>alert(1)</script>"
    people.admin.save()
    notify(people.secretary, NoticeKind.ENABLED, people.admin)
    page = text(as_user(people.secretary).get("/skm/"))
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_the_list_is_ones_own(as_user, people):
    notify(people.staff, NoticeKind.ENABLED, people.admin)
    for address in ("/akun/", "/akun/pemberitahuan/"):
        assert "diaktifkan kembali" not in text(as_user(people.secretary).get(address))


def badge(page):
    found = re.search(r'class="bell-count"[^>]*>([^<]*)<', page)
    return found[1] if found else ""


def test_work_waits_under_the_bell_until_it_is_opened_there(as_user, people, survey):
    tell([people.head, people.staff], NoticeKind.RETURNED, people.staff, "/skm/", plan="Papan <jadwal>")
    client = as_user(people.head)
    page = text(client.get("/akun/"))
    assert (badge(page), "1 belum dibaca" in page) == ("1", True)
    assert "Papan" not in text(client.get("/skm/"))
    listed = text(client.get("/akun/pemberitahuan/"))
    assert "RTL “Papan &lt;jadwal&gt;” dikembalikan oleh Operator (operator)" in listed
    answer = client.post(UNDERSTOOD, {"notice": Notice.objects.get().pk, "next": "/skm/"})
    assert answer.url == "/skm/"
    assert badge(text(client.get("/skm/"))) == ""
    assert "Papan" in text(client.get("/akun/pemberitahuan/"))


def test_all_that_is_shown_can_be_marked_as_read_at_once(as_user, people):
    client = as_user(people.head)
    for plan in ("Satu", "Dua"):
        tell([people.head], NoticeKind.WAITS, people.staff, "/skm/", plan=plan)
    page = text(client.get("/akun/pemberitahuan/"))
    numbers = re.search(r"(?s)<form.*?Tandai semua", page)[0]
    tell([people.head], NoticeKind.WAITS, people.staff, "/skm/", plan="Tiga")
    client.post(UNDERSTOOD, {"notice": re.findall(r'name="notice" value="(\d+)"', numbers)})
    assert badge(text(client.get("/skm/"))) == "1"


def test_however_much_work_waits_what_was_done_to_the_account_stays_in_sight(as_user, people):
    notify(people.head, NoticeKind.ENABLED, people.admin)
    for _ in range(MOST_UNREAD):
        tell([people.head], NoticeKind.WAITS, people.staff, "/skm/", plan="Satu")
    page = text(as_user(people.head).get("/skm/"))
    assert (badge(page), "diaktifkan kembali" in page) == ("100+", True)


def test_a_key_in_ones_name_is_told_also_when_the_own_account_did_it(as_user, people):
    issuing.give_key(people.secretary)
    page = text(as_user(people.secretary).get("/skm/"))
    assert "Kunci tanda tangan atas nama Sari Utami diunggah dari akun Anda" in page


def test_the_page_says_how_the_second_factor_stands_and_how_many_codes_are_left(as_user, people):
    client = as_user(people.secretary)
    assert "Belum aktif" in text(client.get("/akun/"))
    TOTP.activate(people.secretary, SECRET)
    assert "Buat lembar pemulihan" in text(client.get("/akun/"))
    RecoveryCodes.activate(people.secretary)
    assert "tersisa 10 kode" in text(client.get("/akun/"))


def test_switching_the_second_factor_on_and_off_is_in_the_list(people):
    client = Client()
    client.post("/akun/masuk/", {"login": "sekretaris", "password": PASSWORD})
    just_confirmed(client, people.secretary)
    TOTP.activate(people.secretary, SECRET)
    client.post("/akun/dua-langkah/nonaktifkan/")
    assert "dinonaktifkan dari dalam akun Anda" in text(client.get("/akun/"))
    assert "pemberitahuan-akun" not in text(client.get("/skm/"))
