"""Letters through a real mail server: once, late rather than never, by one of several workers, only what is wanted."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone

from offices.models import BY_MAIL_ALONE, SWITCHABLE, AuditEvent, Notice, NoticeKind, UnwantedMail, User
from offices.notices.letters import BUTTONS, TITLES
from offices.notices.mail import mail_next
from offices.notices.telling import notify, tell
from reports.work.loop import work_off
from tests.mail_server import Letters, mail_server

pytestmark = pytest.mark.each_database
NOBODY_LISTENS = ("127.0.0.1", 9)


@pytest.fixture
def letters(settings):
    with mail_server(settings, Letters()) as found:
        yield found


@pytest.fixture
def head(people):
    people.head.email = "kasubbag@example.go.id"
    people.head.save()
    return people.head


def waits(people, plan="Papan jadwal", kind=NoticeKind.WAITS):
    tell([people.head], kind, people.staff, "/rtl/3521/2025-S1/1/", plan=plan)


def send_all():
    while mail_next():
        pass


def test_a_letter_tells_the_plan_and_leads_to_it_and_names_nobody(people, head, letters):
    people.staff.name = "Rahasia Namanya"
    people.staff.save()
    waits(people, "Papan <jadwal>\nloket")
    send_all()
    (letter,) = letters.taken
    assert letter["To"] == "kasubbag@example.go.id"
    assert letter["Subject"] == "SKM Portal: RTL menunggu persetujuan Anda: Papan <jadwal> loket"
    text, page = (letter.get_body(kind).get_content() for kind in (["plain"], ["html"]))
    assert "RTL “Papan <jadwal>" in text
    assert "Papan &lt;jadwal&gt;" in page
    for part in (text, page):
        assert "http://127.0.0.1:8000/rtl/3521/2025-S1/1/" in part
        assert not any(name in part for name in ("Rahasia", "operator", "Kasubbag", "kasubbag"))
    assert "src=" not in page
    assert "<script" not in page


def test_each_letter_stands_in_the_trail_with_its_plan(people, head, letters):
    waits(people)
    send_all()
    event = AuditEvent.objects.get(action="account.mail")
    assert (event.office_code, event.object_id) == ("3521", str(head.pk))
    assert event.after == {"notice": "RTL menunggu persetujuan Anda", "plan": "Papan jadwal"}


def test_the_trail_of_one_office_does_not_name_what_is_another_offices(people, head, letters):
    tell([people.head], NoticeKind.WAITS, people.staff, "/rtl/3520/2025-S1/1/", plan="Papan jadwal")
    tell([people.head], NoticeKind.WAITS, people.staff, "/beranda-lama/", plan="Papan jadwal")
    send_all()
    kept = AuditEvent.objects.filter(action="account.mail").order_by("pk")
    assert [(event.office_code, "plan" in event.after) for event in kept] == [("3520", True), ("3521", False)]


def test_a_worker_that_stood_still_for_three_days_sends_each_once(people, head, letters, time_machine):
    time_machine.move_to("2026-03-02T09:00:00+07:00", tick=False)
    waits(people, "Satu")
    waits(people, "Dua", NoticeKind.RETURNED)
    time_machine.move_to("2026-03-05T09:00:00+07:00", tick=False)
    work_off()
    work_off()
    own = [subject for subject in letters.subjects() if "minggu" not in subject]
    assert own == ["SKM Portal: RTL dikembalikan: Dua", "SKM Portal: RTL menunggu persetujuan Anda: Satu"]


def test_while_the_mail_server_is_down_it_is_tried_again_and_then_sent_once(
    people, head, letters, settings, time_machine
):
    there = settings.EMAIL_HOST, settings.EMAIL_PORT
    settings.EMAIL_HOST, settings.EMAIL_PORT = NOBODY_LISTENS
    time_machine.move_to("2026-03-02T09:00:00+07:00", tick=False)
    waits(people)
    for day in range(2, 12):
        time_machine.move_to(f"2026-03-{day:02}T10:00:00+07:00", tick=False)
        send_all()
    assert (letters.taken, Notice.objects.get().mailed_at) == ([], None)
    settings.EMAIL_HOST, settings.EMAIL_PORT = there
    time_machine.move_to("2026-03-12T10:00:00+07:00", tick=False)
    send_all()
    send_all()
    assert len(letters.taken) == 1
    assert Notice.objects.get().mailed_at == timezone.now()
    assert AuditEvent.objects.filter(action="account.mail").count() == 1


def test_of_two_workers_one_sends_each(committed_db, letters, people, head):
    plans = [f"RTL {number}" for number in range(8)]
    for plan in plans:
        waits(people, plan)
    both_here = Barrier(2)

    def work():
        try:
            both_here.wait()
            send_all()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        for done in [threads.submit(work) for _ in range(2)]:
            done.result()
    assert letters.subjects() == [f"SKM Portal: RTL menunggu persetujuan Anda: {plan}" for plan in plans]
    assert AuditEvent.objects.filter(action="account.mail").count() == len(plans)


def test_sent_twice_a_letter_has_one_number(people, head, letters):
    waits(people)
    send_all()
    Notice.objects.update(mail_due_at=timezone.now())
    send_all()
    first, second = letters.taken
    assert first["Message-ID"] == second["Message-ID"]


@pytest.mark.parametrize(("answer", "tried_again"), [("550 No such user", False), ("451 Later", True)])
def test_an_address_that_does_not_exist_is_given_up_one_that_is_busy_is_not(people, head, letters, answer, tried_again):
    letters.refusing = answer
    waits(people)
    send_all()
    notice = Notice.objects.get()
    assert (notice.mailed_at, bool(notice.mail_due_at)) == (None, tried_again)


def test_a_letter_that_cannot_be_written_leaves_the_worker_to_the_others(people, head, letters, caplog):
    User.objects.filter(pk=people.staff.pk).update(email="operator\n@example.go.id")
    tell([people.staff], NoticeKind.WAITS, people.head, "/rtl/3521/2025-S1/1/", plan="Satu")
    waits(people, "Dua")
    send_all()
    assert letters.subjects() == ["SKM Portal: RTL menunggu persetujuan Anda: Dua"]
    assert "could not be mailed" in caplog.text


@pytest.mark.parametrize("kind", SWITCHABLE)
def test_what_is_switched_off_stays_under_the_bell_alone(people, head, letters, kind):
    UnwantedMail.objects.create(user=head, kind=kind)
    waits(people, kind=kind)
    send_all()
    assert letters.taken == []
    assert Notice.objects.get().mail_due_at is None


def test_what_was_done_to_the_account_is_mailed_also_to_who_switched_all_off(people, head, letters):
    UnwantedMail.objects.bulk_create(UnwantedMail(user=head, kind=kind) for kind in SWITCHABLE)
    notify(head, NoticeKind.ENABLED, people.admin)
    send_all()
    assert letters.subjects() == ["SKM Portal: perubahan pada akun Anda"]


def test_who_may_not_come_in_any_more_gets_no_work_by_mail(people, head, letters):
    waits(people)
    User.objects.filter(pk=head.pk).update(is_active=False)
    send_all()
    assert letters.taken == []


def test_every_kind_of_work_has_its_title_and_its_button():
    assert set(TITLES) == set(BUTTONS) == {*SWITCHABLE, *BY_MAIL_ALONE}
