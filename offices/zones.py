"""Where an office lives in time: its zone, what day it is there now, and in which zone a page tells times."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.formats import date_format

from offices.models import Office, User, Zone

PLACES = {Zone.WIB: "Asia/Jakarta", Zone.WITA: "Asia/Makassar", Zone.WIT: "Asia/Jayapura"}


def zone_of(office: Office) -> ZoneInfo:
    return ZoneInfo(PLACES[Zone(office.zone)])


def today_of(office: Office) -> date:
    """What day it is now where this office is."""
    return timezone.localdate(timezone=zone_of(office))


def now_of(office: Office) -> datetime:
    return timezone.localtime(timezone=zone_of(office))


def home_zone_of(user: User) -> ZoneInfo:
    """The zone of the office in which a person has the oldest role; without one that of the server."""
    oldest = min(user.memberships.all(), key=lambda role: role.pk, default=None)
    return zone_of(oldest.office) if oldest else ZoneInfo(settings.TIME_ZONE)


def moment_words(moment: datetime) -> str:
    """``2 Maret 2026, 14.05 WITA``, in the zone in which the page or the letter is written."""
    return date_format(timezone.localtime(moment), "j F Y, H.i T")


class ZoneMiddleware:
    """Tells times and takes days on a page in the zone of the office that its address names, else of who reads it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        try:
            return self.get_response(request)
        finally:
            timezone.deactivate()

    def process_view(self, request: HttpRequest, _view: Any, _args: Any, kwargs: dict[str, Any]) -> None:
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or not isinstance(request.user, User):
            return
        office = self._office_named(kwargs["code"], request.user) if "code" in kwargs else None
        timezone.activate(zone_of(office) if office else home_zone_of(request.user))

    def _office_named(self, code: str, user: User) -> Office | None:
        """The office of an address; of those in which somebody has a role, account/adapter.py fetched it already."""
        own = (role.office for role in user.memberships.all() if role.office.code == code)
        return next(own, None) or Office.objects.filter(code=code).only("zone").first()
