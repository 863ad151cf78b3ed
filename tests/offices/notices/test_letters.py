"""What stands in a letter of each kind: its subject on one line, whom it greets, where its button leads."""

import re

import pytest
from django.utils import timezone

from offices.models import LINKS, SWITCHABLE, WORK, Notice, NoticeKind, User
from offices.notices.letters import (
    BUTTONS,
    LONGEST_SUBJECT,
    OF_THE_ACCOUNT,
    SENTENCES,
    TITLES,
    letter_of,
    password_link,
    title_of,
)
from tests.cases import in_one_test

pytestmark = pytest.mark.django_db
PLACE = "/rtl/3521/2025-S1/1/"
BY_LETTER_ALONE = {NoticeKind.WEEKLY, *LINKS}


def notice(kind, place="", **told):
    user = User(pk=7, username="operator", name="Rina Contoh", password="x")
    actor = User(pk=8, username="admin", name="Admin Contoh")
    return Notice(pk=31, user=user, kind=kind, at=timezone.now(), actor=actor, told=told, place=place)


def letter(kind, place="", **told):
    return letter_of(notice(kind, place, **told), "rina@example.go.id")


def parts(made):
    (html, kind) = made.alternatives[0]
    assert kind == "text/html"
    return made.body, html


def test_what_has_a_title_has_a_button_and_a_sentence_of_its_own():
    assert set(TITLES) == set(BUTTONS) == {*WORK, *BY_LETTER_ALONE}
    assert set(SENTENCES) == set(TITLES) - {NoticeKind.WEEKLY}


@in_one_test("kind", list(NoticeKind))
def test_every_kind_makes_a_letter_of_two_parts_that_fetches_nothing(kind):
    made = letter(kind, PLACE, plan="Papan jadwal", report="Laporan 2025", before=["Admin"], after=[])
    text, html = parts(made)
    for part in (text, html):
        assert "{" not in part
        assert "None" not in part
        assert "Surel ini dikirim otomatis" in part
    assert not re.search(r"<(img|script|link|iframe)|src=|@import|url\(", html)
    assert (made.to, made.subject.startswith("SKM Portal: ")) == (["rina@example.go.id"], True)


@in_one_test("kind", list(NoticeKind))
def test_only_what_was_done_to_the_account_names_anybody_and_says_what_to_do(kind):
    text, html = parts(letter(kind, PLACE, plan="Papan jadwal", report="Laporan 2025"))
    of_account = kind not in TITLES
    for part in (text, html):
        assert ("Yth. Rina Contoh" in part, "Yth. Bapak/Ibu" in part) == (of_account, not of_account)
        assert ("tidak menghendaki hal ini" in part) == of_account
        assert of_account or not ("Admin Contoh" in part or "admin" in re.sub(r"<[^>]+>", "", part))


@in_one_test("kind", list(NoticeKind))
def test_what_can_be_switched_off_says_where(kind):
    for part in parts(letter(kind, PLACE)):
        assert ("/akun/surel/" in part) == (kind in SWITCHABLE)
        assert ("Anda masuk lebih dahulu" in part) == (kind not in LINKS)


@in_one_test(
    ("kind", "told", "subject"),
    [
        (NoticeKind.ENABLED, {}, "perubahan pada akun Anda"),
        (NoticeKind.WEEKLY, {}, "yang menunggu Anda minggu ini"),
        (NoticeKind.INVITED, {}, "akun Anda sudah dibuat"),
        (NoticeKind.RETURNED, {"plan": "Papan"}, "RTL dikembalikan: Papan"),
        (NoticeKind.SIGNED, {"report": "Laporan 2025"}, "Laporan sudah ditandatangani: Laporan 2025"),
        (NoticeKind.WAITS, {"plan": "Papan\r\nBcc: x@y.z"}, "RTL menunggu persetujuan Anda: Papan Bcc: x@y.z"),
        (NoticeKind.WAITS, {}, "RTL menunggu persetujuan Anda:"),
    ],
)
def test_a_subject_is_one_line_that_says_what_it_is_about(kind, told, subject):
    assert letter(kind, **told).subject == f"SKM Portal: {subject}"


def test_a_subject_is_not_endless():
    subject = letter(NoticeKind.RETURNED, plan="kata " * 100).subject.removeprefix("SKM Portal: ")
    assert (len(subject), subject[-1]) == (LONGEST_SUBJECT, "…")


def test_a_letter_that_is_sent_twice_has_one_number_and_asks_for_no_answer(settings):
    settings.PUBLIC_URL = "https://skm.example.go.id:8443"
    one, two = letter(NoticeKind.ENABLED), letter(NoticeKind.ENABLED)
    assert one.extra_headers == two.extra_headers
    assert one.extra_headers["Message-ID"] == "<pemberitahuan-31@skm.example.go.id>"
    assert one.extra_headers["Auto-Submitted"] == "auto-generated"


@in_one_test(
    ("kind", "place", "leads"),
    [
        (NoticeKind.RETURNED, PLACE, PLACE),
        (NoticeKind.ENABLED, "", "/akun/pemberitahuan/"),
        (NoticeKind.WEEKLY, "/", "/"),
    ],
)
def test_its_button_leads_to_the_work_or_to_the_notices(kind, place, leads):
    text, html = parts(letter(kind, place))
    assert f":\nhttp://127.0.0.1:8000{leads}\n" in text
    assert f'href="http://127.0.0.1:8000{leads}"' in html


@pytest.mark.parametrize("kind", LINKS)
def test_a_link_to_a_password_is_made_with_the_letter_and_another_password_ends_it(kind):
    about = notice(kind, place=PLACE)
    link = password_link(about.user)
    assert link in parts(letter_of(about, "rina@example.go.id"))[0]
    about.user.password = "y"
    assert password_link(about.user) != link


def test_markup_in_a_name_stays_text():
    text, html = parts(letter(NoticeKind.RETURNED, plan="<b>Papan</b> & loket"))
    assert "<b>Papan</b> & loket" in text
    assert "<b>" not in html
    assert "&lt;b&gt;Papan&lt;/b&gt; &amp; loket" in html


def test_a_week_lists_its_groups_with_how_many_more_there_are():
    groups = [
        {"title": "RTL terlambat", "count": 7, "lines": [{"text": "Papan <jadwal>", "place": PLACE}], "more": 6},
        {"title": "Laporan", "count": 1, "lines": [], "more": 0},
    ]
    text, html = parts(letter(NoticeKind.WEEKLY, "/", groups=groups))
    assert f"RTL terlambat (7)\n- Papan <jadwal>\n  http://127.0.0.1:8000{PLACE}\n- dan 6 lagi" in text
    assert ("Papan &lt;jadwal&gt;" in html, "dan 6 lagi" in html, html.count("<ul")) == (True, True, 1)
    assert "dan 0 lagi" not in text + html


def test_a_title_is_that_of_its_kind_or_speaks_of_the_account():
    assert title_of(notice(NoticeKind.WAITS)) == "RTL menunggu persetujuan Anda"
    assert title_of(notice(NoticeKind.FACTOR_OFF)) == OF_THE_ACCOUNT
