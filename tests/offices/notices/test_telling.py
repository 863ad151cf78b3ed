"""What was done to an account is told to its person: in the rows, and by mail where there is mail."""

import pytest
from django.core import mail
from django.test import Client

from offices.models import AuditEvent, Notice, NoticeKind
from offices.notices.mail import mail_next
from offices.notices.telling import notify, understand, waiting
from offices.notices.words import SENTENCES, sentence_of
from offices.people.roster import (
    Details,
    Grant,
    change_person,
    details_of,
    disable_person,
    enable_person,
    grants_of,
)
from tests.conftest import PASSWORD

pytestmark = pytest.mark.each_database


@pytest.fixture
def mailing(settings):
    settings.HAS_MAIL = True


def sentences(user):
    return [sentence_of(notice) for notice in Notice.objects.filter(user=user).order_by("pk")]


def test_changed_roles_are_told_with_before_and_after(people, ngawi, time_machine):
    time_machine.move_to("2026-03-02T09:00:00+07:00", tick=False)
    change_person(ngawi, people.admin, people.staff, details_of(people.staff), frozenset({Grant("secretary")}))
    assert sentences(people.staff) == [
        "Peran Anda di KPU Kabupaten Ngawi diubah oleh Admin (admin) pada 2 Maret 2026, 09.00 WIB, "
        "dari Operator (Subbag kul) menjadi Sekretaris."
    ]


def test_what_changes_neither_roles_nor_address_is_not_told(people, ngawi):
    held = grants_of(people.staff, ngawi)
    change_person(ngawi, people.admin, people.staff, Details("Nama Lain", "pns", "", "Penata", "a@example.go.id"), held)
    assert sentences(people.staff) == []


def test_shutting_out_and_letting_in_are_told(people, ngawi):
    disable_person(ngawi, people.admin, people.staff)
    enable_person(ngawi, people.admin, people.staff)
    told = sentences(people.staff)
    assert ["dinonaktifkan" in told[0], "diaktifkan kembali" in told[1]] == [True, True]


def test_a_notice_goes_out_once_in_plain_words_and_carries_no_link_to_log_in(people, mailing):
    people.secretary.email = "sekretaris@example.go.id"
    people.secretary.save()
    notice = notify(people.secretary, NoticeKind.PASSWORD_RESET, people.admin, way="admin")
    assert [mail_next(), mail_next()] == [True, False]
    (letter,) = mail.outbox
    assert letter.to == ["sekretaris@example.go.id"]
    assert sentence_of(notice) in letter.body
    assert "/akun/masuk" not in letter.body


def test_the_address_before_is_told_of_a_new_one(people, ngawi, mailing):
    people.staff.email = "lama@example.go.id"
    people.staff.save()
    details = Details("Operator", "pns", "", "", "baru@example.go.id")
    change_person(ngawi, people.admin, people.staff, details, grants_of(people.staff, ngawi))
    mail_next()
    assert mail.outbox[0].to == ["lama@example.go.id"]


def test_without_mail_or_address_nothing_is_sent(people, settings):
    settings.HAS_MAIL = True
    notify(people.secretary, NoticeKind.ENABLED, people.admin)
    assert [mail_next(), mail_next()] == [True, False]
    people.secretary.email = "sekretaris@example.go.id"
    people.secretary.save()
    settings.HAS_MAIL = False
    notify(people.secretary, NoticeKind.ENABLED, people.admin)
    assert not mail_next()
    assert mail.outbox == []
    assert set(Notice.objects.values_list("mailed_at", "mail_due_at")) == {(None, None)}


@pytest.fixture
def deaf(settings, mailing, people):
    """A mail server that does not answer, and a person who is to be told of something."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    people.secretary.email = "sekretaris@example.go.id"
    people.secretary.save()
    return people.secretary


def test_a_letter_that_cannot_be_sent_is_logged_and_tried_again_after_five_minutes(
    people, settings, deaf, caplog, time_machine
):
    time_machine.move_to("2026-03-02T09:00:00+07:00", tick=False)
    notify(deaf, NoticeKind.ENABLED, people.admin)
    assert mail_next()
    assert Notice.objects.get().mailed_at is None
    assert "could not be mailed" in caplog.text
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    time_machine.move_to("2026-03-02T09:04:00+07:00", tick=False)
    assert not mail_next()
    time_machine.move_to("2026-03-02T09:05:00+07:00", tick=False)
    assert [mail_next(), mail_next(), len(mail.outbox)] == [True, False, 1]
    assert Notice.objects.get().mailed_at


def test_after_two_weeks_a_letter_is_tried_no_more(people, deaf, time_machine):
    time_machine.move_to("2026-03-02T09:00:00+07:00", tick=False)
    notify(deaf, NoticeKind.ENABLED, people.admin)
    mail_next()
    time_machine.move_to("2026-03-16T09:00:00+07:00", tick=False)
    assert [mail_next(), mail_next()] == [True, False]
    assert Notice.objects.get().mail_due_at is None


def test_only_ones_own_notices_are_understood_each_once(people):
    own = notify(people.secretary, NoticeKind.ENABLED, people.admin)
    foreign = notify(people.staff, NoticeKind.ENABLED, people.admin)
    assert understand(people.secretary, [own.pk, foreign.pk]) == 1
    assert understand(people.secretary, [own.pk]) == 0
    assert (list(waiting(people.secretary)), list(waiting(people.staff))) == ([], [foreign])
    assert AuditEvent.objects.get().action == "account.understand"


def test_every_kind_has_its_sentence():
    assert set(SENTENCES) == set(NoticeKind)


def test_sessions_ended_from_the_own_account_stand_in_the_list_and_wait_for_nothing(client, people):
    client.post("/akun/masuk/", {"login": "operator", "password": PASSWORD})
    Client().post("/akun/masuk/", {"login": "operator", "password": PASSWORD})
    client.post("/akun/sesi/akhiri-lainnya/")
    assert "pada perangkat lain diakhiri" in sentences(people.staff)[0]
    assert list(waiting(people.staff)) == []
