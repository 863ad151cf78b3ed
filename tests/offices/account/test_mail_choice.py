"""Akun saya, Surel: each kind of notice is switched by itself, and the page says where mail goes."""

import pytest

from offices.models import SWITCHABLE, AuditEvent, Notice, NoticeKind, UnwantedMail, User
from offices.notices.mail import mail_next
from offices.notices.telling import tell
from tests.mail_server import Letters, mail_server

PAGE = "/akun/surel/"


@pytest.fixture
def letters(settings):
    with mail_server(settings, Letters()) as found:
        yield found


@pytest.fixture
def head(people):
    User.objects.filter(pk=people.head.pk).update(email="kasubbag@example.go.id")
    return User.objects.get(pk=people.head.pk)


def ticked(page):
    return [kind for kind in SWITCHABLE if f'value="{kind}"' in page and _is_ticked(page, kind)]


def _is_ticked(page, kind):
    control = page[page.index(f'value="{kind}"') :]
    return "checked" in control[: control.index(">")]


def test_all_is_wanted_until_something_is_switched_off_for_oneself_alone(as_user, people, head, letters):
    client = as_user(head)
    assert ticked(client.get(PAGE).content.decode()) == list(SWITCHABLE)
    client.post(PAGE, {"wanted": ["returned", "weekly"]})
    assert ticked(client.get(PAGE).content.decode()) == ["returned", "weekly"]
    assert set(UnwantedMail.objects.values_list("user", flat=True)) == {head.pk}
    assert AuditEvent.objects.get().action == "account.mail_choice"


def test_what_was_chosen_is_what_is_mailed_also_of_what_waits_already(as_user, people, head, letters):
    tell([head], NoticeKind.WAITS, people.staff, "/skm/", plan="Satu")
    client = as_user(head)
    client.post(PAGE, {})
    mail_next()
    assert letters.taken == []
    client.post(PAGE, {"wanted": ["waits"]})
    tell([head], NoticeKind.WAITS, people.staff, "/skm/", plan="Dua")
    mail_next()
    assert letters.subjects() == ["SKM Portal: RTL menunggu persetujuan Anda: Dua"]
    assert Notice.objects.filter(user=head).count() == 2


def test_a_kind_that_cannot_be_switched_is_refused_and_nothing_changes(as_user, head):
    answer = as_user(head).post(PAGE, {"wanted": ["password_reset"]})
    assert answer.status_code == 422
    assert not UnwantedMail.objects.exists()


def test_the_page_says_where_mail_goes_and_when_it_went_last(as_user, people, head, letters):
    client = as_user(head)
    assert "kasubbag@example.go.id" in client.get(PAGE).content.decode()
    tell([head], NoticeKind.WAITS, people.staff, "/skm/", plan="Satu")
    mail_next()
    assert "Surel terakhir dikirim pada" in client.get(PAGE).content.decode()
    assert "belum mempunyai alamat surel" in as_user(people.staff).get(PAGE).content.decode()


def test_where_there_is_no_mail_it_says_so(as_user, head):
    assert "belum dihubungkan dengan server surel" in as_user(head).get(PAGE).content.decode()
