"""Days as an iCalendar file, which calendar programs ask for again and again; the one door of its library.

Days are whole ones, so that they mean the same everywhere; the calendar says in which zone it was made.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from icalendar import Calendar, Event

from duties.outward.events import CalendarDay
from offices.invisible import visible

ASKED_AGAIN_AFTER = timedelta(hours=6)
ZONE = "Asia/Jakarta"


def calendar_of(days: Iterable[CalendarDay], made_at: datetime) -> bytes:
    """The file. What a day is known by never changes, so that a program moves it and does not double it."""
    calendar = Calendar()
    calendar.add("prodid", "-//SKM Portal//Kalender//ID")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "SKM Portal")
    calendar.add("x-wr-timezone", ZONE)
    calendar.add("refresh-interval", ASKED_AGAIN_AFTER, parameters={"VALUE": "DURATION"})
    host = urlsplit(settings.PUBLIC_URL).hostname
    for day in days:
        event = Event()
        event.add("uid", f"{day.key}@{host}")
        event.add("dtstamp", made_at.astimezone(UTC))
        event.add("dtstart", day.day)
        event.add("dtend", day.day + timedelta(days=1))
        event.add("summary", visible(day.title))
        event.add("url", day.address)
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())
