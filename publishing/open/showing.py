"""From rows to what strangers are told of an office; kept until something of it changes, and never longer."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from django.core.cache import cache
from django.db.models import F, QuerySet

from followups.earlier.history import periods_of
from offices.models import Office
from offices.permissions import LEVELS_BELOW
from publishing.models import PublicFace, ReleasedPhoto
from publishing.open.period import Behind, OpenPeriod, open_period
from publishing.release import release
from publishing.signed import document_in, reports_in_force
from reports.models import Report
from surveys.results.trend import Point, Run, place_in_time, runs_of

KEPT_SECONDS = 24 * 60 * 60
_FACE = ("name", "short_name", "address", "website", "phone", "email", "logo", "parent__code", "parent__name")


@dataclass(frozen=True, slots=True)
class Shown:
    """An office whose page is open: ``digest`` changes with whatever is shown of it, and with what shows it."""

    office: Office
    digest: str

    def kept(self, what: str, make: Callable[[], Any]) -> Any:
        """What was made of this state already, or is made now; kept only if it is still the state when it is made.

        Else what a report said would come back, after it is withdrawn, with the state from before it was signed.
        """
        key = f"publik:{what}:{self.digest}"
        found = cache.get(key)
        if found is None:
            found = make()
            now = shown_office(self.office.code)
            if now is not None and now.digest == self.digest:
                cache.set(key, found, KEPT_SECONDS)
        return found


def shown_office(code: str) -> Shown | None:
    """None where there is no such office, or its page is closed; three queries."""
    face = _faces().filter(office__code=code).first()
    return None if face is None else _shown(face)


def shown_below(code: str) -> list[Shown]:
    """Of the offices below this one those whose page is open, by code; one question where there is none."""
    return [_shown(face) for face in _faces().order_by("office__code") if code in _above(face.office)]


def _above(office: Office) -> list[str]:
    found: list[str] = []
    above = office.parent
    while above is not None and len(found) < LEVELS_BELOW:
        found.append(above.code)
        above = above.parent
    return found


def _faces() -> QuerySet[PublicFace]:
    return PublicFace.objects.select_related("office__parent__parent__parent")


def _shown(face: PublicFace) -> Shown:
    values = Office.objects.filter(pk=face.office_id).values_list(*_FACE)
    signed = list(_signed(face.office).values_list("pk", "signed_at", "dated"))
    state = (release(), list(values), signed, _photos(face.office))
    return Shown(face.office, sha256(repr(state).encode()).hexdigest())


def _signed(office: Office) -> QuerySet[Report]:
    return reports_in_force().filter(followup__survey__office=office).order_by("pk")


def _photos(office: Office) -> list[tuple[int, str, str]]:
    """Of all cycles of the office: id of the follow-up, digest and path of what may be published."""
    rows = ReleasedPhoto.objects.filter(photo__followup__survey__office=office, sha256=F("photo__sha256"))
    usable = rows.filter(photo__is_placeholder=False, photo__uses__isnull=False).distinct().order_by("pk")
    return list(usable.values_list("photo__followup", "sha256", "photo__file"))


def open_periods(shown: Shown) -> tuple[OpenPeriod, ...]:
    """Those with a signed report that can be read, the latest first."""
    made: tuple[OpenPeriod, ...] = shown.kept("periode", lambda: _periods(shown.office))
    return made


def _periods(office: Office) -> tuple[OpenPeriod, ...]:
    released: dict[int, dict[str, str]] = {}
    for followup, digest, path in _photos(office):
        released.setdefault(followup, {})[digest] = path
    found = [_period(report, released.get(report.followup_id, {})) for report in _signed(office)]
    periods = [period for period in found if period]
    return tuple(sorted(periods, key=lambda each: place_in_time(each.period), reverse=True))


def _period(report: Report, released: Mapping[str, str]) -> OpenPeriod | None:
    document = document_in(report)
    if document is None or report.dated is None:
        return None
    return open_period(document, Behind(report.version, report.dated, report.code or ""), released)


def trend_runs(office: Office, periods: Iterable[OpenPeriod]) -> tuple[Run, ...]:
    """The signed values in the order of time, parted where how they were found changed."""
    known: Mapping[Any, Point] = {past.point.period: past.point for past in periods_of(office)}
    return runs_of(
        replace(known[each.period], index=each.index, grade=str(each.grade), error=None)
        for each in periods
        if each.period in known
    )
