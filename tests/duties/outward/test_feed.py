"""Days as a file of a calendar: whole days that a program moves and does not double. Pure."""

from datetime import UTC, date, datetime, timedelta, timezone
from urllib.parse import parse_qs, urlsplit

import pytest
from icalendar import Calendar

from duties.outward.events import CalendarDay
from duties.outward.feed import calendar_of
from duties.outward.reminders import Reminder

WIB = timezone(timedelta(hours=7))
MADE = datetime(2025, 8, 10, 6, 30, tzinfo=WIB)
ADDRESS = "https://skm.example.go.id/rtl/3521/2025-S1/7/"


def calendar(*days, made_at=MADE):
    return Calendar.from_ical(calendar_of(days, made_at))


def event_of(key="rtl-7", day=date(2025, 10, 31), title="Batas RTL", address=ADDRESS):
    (event,) = calendar(CalendarDay(key, day, title, address)).walk("VEVENT")
    return event


def test_without_days_it_is_still_a_calendar_of_the_portal():
    empty = calendar()
    assert empty.walk("VEVENT") == []
    assert (empty["x-wr-calname"], empty["method"], empty["calscale"]) == ("SKM Portal", "PUBLISH", "GREGORIAN")


@pytest.mark.parametrize(
    ("day", "ends"),
    [
        (date(2025, 10, 31), date(2025, 11, 1)),
        (date(2025, 12, 31), date(2026, 1, 1)),
        (date(2028, 2, 28), date(2028, 2, 29)),
    ],
)
def test_a_day_lasts_one_whole_day(day, ends):
    event = event_of(day=day)
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (day, ends)
    assert str(event["transp"]) == "TRANSPARENT", "nobody is busy all day because of it"


def test_a_day_that_moves_keeps_its_name_and_two_days_have_two():
    assert event_of()["uid"] == event_of(day=date(2026, 1, 31), title="Lain")["uid"]
    assert event_of()["uid"] != event_of(key="rtl-8")["uid"]
    assert str(event_of()["uid"]).startswith("rtl-7@")


def test_it_says_in_universal_time_when_it_was_made():
    assert event_of().decoded("dtstamp") == datetime(2025, 8, 9, 23, 30, tzinfo=UTC)


@pytest.mark.parametrize("title", ["Loket; antrean, kursi", "a\\b", "Papan “jadwal” – é", "BEGIN:VEVENT", "x" * 300])
def test_what_people_typed_comes_back_as_they_typed_it(title):
    assert str(event_of(title=title)["summary"]) == title


def test_all_days_are_there_in_their_order():
    days = [CalendarDay(f"rtl-{number}", date(2025, 10, number), f"RTL {number}", ADDRESS) for number in (3, 1, 2)]
    assert [str(event["summary"]) for event in calendar(*days).walk("VEVENT")] == ["RTL 3", "RTL 1", "RTL 2"]


@pytest.mark.parametrize("text", ["satu\ndua", "a & b=c #1 + 100%", "“RTL” é", "https://skm.example.go.id/?a=1&b=2"])
def test_whatsapp_is_given_the_very_words_of_a_reminder(text):
    asked = urlsplit(Reminder("RTL", text, ADDRESS).whatsapp)
    assert (asked.scheme, asked.netloc) == ("https", "wa.me")
    assert parse_qs(asked.query) == {"text": [text]}
