"""The calendar: a file that calendar programs read, at an address that is secret, shown once, and can be taken back."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from icalendar import Calendar

from duties.outward.views_calendar import OFTEN_ENOUGH
from followups.models import ActionPlan, PlanMonth, Review, Status
from offices.account.throttling import take
from offices.models import AuditEvent, CalendarKey, User
from surveys.models import Survey
from tests.conftest import make_survey

pytestmark = [pytest.mark.usefixtures("own_media"), pytest.mark.each_database]
MAKE, REVOKE = "/akun/kalender/buat/", "/akun/kalender/cabut/"


@pytest.fixture(autouse=True)
def in_august(time_machine):
    time_machine.move_to("2025-08-10 09:00+07:00", tick=False)


@pytest.fixture
def plan(survey):
    """Of kul, planned for October; with the days of the survey."""
    Survey.objects.filter(pk=survey.pk).update(start=date(2025, 1, 6), end=date(2025, 6, 20))
    ActionPlan.objects.filter(position=1).update(
        status=Status.NOT_STARTED, review=Review.NONE, programme="Papan\r\njadwal; loket, " + "panjang " * 20
    )
    return ActionPlan.objects.get(position=1)


def made(client):
    page = client.post(MAKE)
    assert page.status_code == 201
    assert "no-store" in page.headers["Cache-Control"]
    (path,) = re.findall(r"http://127\.0\.0\.1:8000(/kalender/[\w-]{43}\.ics)", page.content.decode())
    return path


def events(path):
    answer = Client().get(path)
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    found = Calendar.from_ical(answer.content)
    return {str(event["uid"]).split("@")[0]: event for event in found.walk("VEVENT")}


def test_it_tells_plans_surveys_and_reports_as_whole_days(as_user, people, plan, survey):
    found = events(made(as_user(people.staff)))
    days = {key: event.decoded("dtstart") for key, event in found.items()}
    assert days[f"rtl-{plan.pk}"] == date(2025, 10, 31)
    assert days[f"survei-mulai-{survey.pk}"] == date(2025, 1, 6)
    assert days[f"survei-selesai-{survey.pk}"] == date(2025, 6, 20)
    assert days[f"laporan-{survey.pk}"].day in (30, 31)
    event = found[f"rtl-{plan.pk}"]
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(days=1)
    assert str(event["summary"]).startswith("Batas RTL: Papan jadwal; loket, panjang")
    assert str(event["url"]) == f"http://127.0.0.1:8000/rtl/3521/2025-S1/{plan.pk}/"


def test_the_file_is_what_the_standard_asks_for(as_user, people, plan):
    content = Client().get(made(as_user(people.staff))).content
    assert content.replace(b"\r\n", b"").count(b"\n") == 0
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    calendar = Calendar.from_ical(content)
    assert (calendar["version"], calendar["x-wr-timezone"]) == ("2.0", "Asia/Jakarta")
    assert calendar["prodid"]
    for event in calendar.walk("VEVENT"):
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= set(event)
    assert b"DTSTAMP:20250810T020000Z" in content


def test_no_sign_that_controls_stands_in_it(as_user, people, plan):
    ActionPlan.objects.filter(pk=plan.pk).update(programme="Papan\x07 jadwal\u2066")
    content = Client().get(made(as_user(people.staff))).content
    assert b"Papan jadwal" in content.replace(b"\r\n ", b"")
    assert b"\x07" not in content
    assert "\u2066".encode() not in content


def test_what_moves_is_known_by_the_same_name_and_what_is_done_goes(as_user, people, plan):
    path = made(as_user(people.staff))
    PlanMonth.objects.filter(plan=plan).update(month=date(2025, 11, 1))
    assert events(path)[f"rtl-{plan.pk}"].decoded("dtstart") == date(2025, 11, 30)
    ActionPlan.objects.filter(pk=plan.pk).update(status=Status.DONE, review=Review.PENDING, submitted_by=people.staff)
    assert f"rtl-{plan.pk}" not in events(path)


def test_what_goes_on_in_a_later_cycle_is_told_there_alone(as_user, people, survey, plan):
    later = ActionPlan.objects.filter(priority__followup__survey=make_survey(survey.office, "2025-S2")).first()
    ActionPlan.objects.filter(pk=later.pk).update(continues=plan)
    assert f"rtl-{plan.pk}" not in events(made(as_user(people.staff)))


def test_it_is_ones_own(as_user, people, plan):
    ActionPlan.objects.filter(pk=plan.pk).update(lead=plan.priority.followup.survey.office.units.get(key="tekhum"))
    assert f"rtl-{plan.pk}" not in events(made(as_user(people.staff)))
    assert events(made(as_user(people.stranger))) == {}


def test_the_address_is_shown_once_and_kept_by_nobody(as_user, people, plan):
    client = as_user(people.staff)
    token = made(client).split("/")[2].removesuffix(".ics")
    assert token not in client.get("/akun/kalender/").content.decode()
    kept = f"{list(CalendarKey.objects.values())}{list(AuditEvent.objects.values())}"
    assert token not in kept


def test_a_new_address_ends_the_one_before_and_revoking_ends_all(as_user, people, plan):
    client = as_user(people.staff)
    first, second = made(client), made(client)
    assert [Client().get(path).status_code for path in (first, second)] == [404, 200]
    client.post(REVOKE)
    assert Client().get(second).status_code == 404
    client.post(REVOKE)
    actions = list(AuditEvent.objects.order_by("pk").values_list("action", flat=True))
    assert actions == ["account.calendar_on", "account.calendar_on", "account.calendar_off"]


def test_an_unknown_address_and_one_that_was_revoked_are_answered_alike(as_user, people, plan):
    client = as_user(people.staff)
    revoked = made(client)
    client.post(REVOKE)
    unknown = "/kalender/" + "a" * 43 + ".ics"
    paths = (revoked, unknown, "/kalender/x.ics")
    answers = [Client().get(path) for path in paths]
    assert {answer.status_code for answer in answers} == {404}
    pages = {answer.content.decode().replace(path, "") for path, answer in zip(paths, answers, strict=True)}
    assert len(pages) == 1


@pytest.mark.parametrize("change", [{"is_active": False}, {"is_demo": True}])
def test_who_may_not_come_in_has_no_calendar(as_user, people, plan, settings, change):
    path = made(as_user(people.staff))
    settings.DEBUG = False
    User.objects.filter(pk=people.staff.pk).update(**change)
    assert Client().get(path).status_code == 404


def test_a_program_that_asks_all_the_time_is_told_that_nothing_changed(as_user, people, plan):
    path = made(as_user(people.staff))
    assert Client().get(path).status_code == 200
    digest = CalendarKey.objects.get().digest
    assert all(take(OFTEN_ENOUGH, digest) for _ in range(58))
    assert [Client().get(path).status_code for _ in range(2)] == [200, 304]
    assert Client().post(path).status_code == 405
