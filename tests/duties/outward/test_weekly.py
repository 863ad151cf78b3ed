"""The weekly letter: the list of home, once a week, late rather than never, and nothing that names a person."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier
from zoneinfo import ZoneInfo

import pytest
from django.db import connection

from duties.outward.weekly import write_next
from followups.models import ActionPlan, FollowUp, Review, Status
from offices.models import Membership, Notice, NoticeKind, Office, UnwantedMail, User
from reports.models import ReaderNote
from reports.work.loop import work_off
from tests.conftest import make_survey
from tests.mail_server import Letters, mail_server

pytestmark = [pytest.mark.usefixtures("own_media"), pytest.mark.each_database]
LONG_AGO = datetime(2025, 1, 1, tzinfo=ZoneInfo("Asia/Jakarta"))


@pytest.fixture
def letters(settings):
    with mail_server(settings, Letters()) as found:
        yield found


@pytest.fixture
def staff(people, survey):
    """The operator, who has mail and a plan that is late."""
    ActionPlan.objects.filter(position=1).update(
        status=Status.NOT_STARTED, review=Review.NONE, programme="Papan jadwal"
    )
    User.objects.filter(pk=people.staff.pk).update(email="operator@example.go.id", date_joined=LONG_AGO)
    return people.staff


def weekly():
    return Notice.objects.filter(kind=NoticeKind.WEEKLY)


@pytest.mark.parametrize(
    ("moment", "is_written"),
    [("2026-03-02T05:59", False), ("2026-03-02T06:00", True), ("2026-03-08T23:00", True)],
)
def test_it_is_written_once_from_monday_at_six(staff, letters, time_machine, moment, is_written):
    time_machine.move_to("2026-02-24T12:00+07:00", tick=False)
    work_off()
    letters.taken.clear()
    time_machine.move_to(f"{moment}+07:00", tick=False)
    work_off()
    work_off()
    assert len(letters.taken) == is_written
    assert weekly().count() == 1


def test_a_worker_that_stood_still_over_the_monday_writes_it_when_it_is_back(staff, letters, time_machine):
    time_machine.move_to("2026-03-01T12:00+07:00", tick=False)
    work_off()
    time_machine.move_to("2026-03-04T12:00+07:00", tick=False)
    work_off()
    assert len(letters.taken) == 2


def test_a_letter_of_a_week_that_is_over_is_not_sent_any_more(staff, letters, time_machine):
    time_machine.move_to("2026-02-25T12:00+07:00", tick=False)
    write_next()
    time_machine.move_to("2026-03-04T12:00+07:00", tick=False)
    work_off()
    assert len(letters.taken) == 1
    assert weekly().get().key == "weekly:2026-03-02"


def test_what_is_wrong_with_one_persons_list_keeps_no_letter_from_the_others(staff, people, letters, time_machine):
    time_machine.move_to("2026-03-02T09:00+07:00", tick=False)
    User.objects.filter(pk=people.head.pk).update(email="kasubbag@example.go.id", date_joined=LONG_AGO)
    elsewhere = Office.objects.get(code="3520")
    Membership.objects.create(user=staff, office=elsewhere, role="admin")
    followup = FollowUp.objects.get(survey=make_survey(elsewhere, "2025-S2"))
    note = ReaderNote.objects.create(followup=followup, part="bab-3", text="Angka", written_by=people.secretary)
    # A moment after which no calendar goes on, so that the list of who works there cannot be made.
    ReaderNote.objects.filter(pk=note.pk).update(written_at=datetime(9999, 12, 31, 23, tzinfo=UTC))
    work_off()
    assert weekly().get(user=staff).told == {"groups": []}
    assert [letter["To"] for letter in letters.taken] == ["kasubbag@example.go.id"]


def test_it_lists_plans_by_name_and_counts_the_rest(staff, people, followup, letters, time_machine):
    time_machine.move_to("2026-03-02T09:00+07:00", tick=False)
    User.objects.filter(pk=people.admin.pk).update(email="admin@example.go.id", date_joined=LONG_AGO)
    ReaderNote.objects.create(followup=followup, part="bab-3", text="Rahasia", written_by=people.secretary)
    work_off()
    by_address = {
        letter["To"]: letter.get_body(["plain"]).get_content().replace("\r\n", "\n") for letter in letters.taken
    }
    plan = ActionPlan.objects.get(position=1)
    assert (
        f"- Papan jadwal\n  http://127.0.0.1:8000/rtl/3521/2025-S1/{plan.pk}/" in by_address["operator@example.go.id"]
    )
    assert "Catatan pembaca yang belum selesai (1)" in by_address["admin@example.go.id"]
    assert not any(name in text for text in by_address.values() for name in ("Rahasia", "Sekretaris (", "Operator ("))


def test_who_owes_nothing_is_not_written_to_and_not_asked_about_again(people, survey, letters, time_machine):
    time_machine.move_to("2026-03-02T09:00+07:00", tick=False)
    User.objects.filter(pk=people.stranger.pk).update(email="magetan@example.go.id", date_joined=LONG_AGO)
    assert [write_next(), write_next()] == [True, False]
    work_off()
    assert letters.taken == []


def test_nothing_is_written_without_mail_without_address_or_unwanted(staff, people, settings, letters, time_machine):
    time_machine.move_to("2026-03-02T09:00+07:00", tick=False)
    settings.HAS_MAIL = False
    assert not write_next()
    settings.HAS_MAIL = True
    UnwantedMail.objects.create(user=staff, kind=NoticeKind.WEEKLY)
    assert not write_next()
    UnwantedMail.objects.all().delete()
    User.objects.update(email="")
    assert not write_next()


def test_it_is_told_by_mail_alone(staff, letters, as_user, time_machine):
    time_machine.move_to("2026-03-02T09:00+07:00", tick=False)
    write_next()
    page = as_user(staff).get("/akun/pemberitahuan/").content.decode()
    assert "Belum ada pemberitahuan" in page
    assert "bell-count" not in page


def test_two_workers_write_one(committed_db, staff, letters, time_machine):
    time_machine.move_to("2026-03-02T09:00+07:00", tick=True)
    both_here = Barrier(2)

    def work():
        try:
            both_here.wait()
            work_off()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        for done in [threads.submit(work) for _ in range(2)]:
            done.result()
    assert (weekly().count(), len(letters.taken)) == (1, 1)
