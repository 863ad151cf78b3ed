"""From rows to what strangers are told of an office; kept until something of it changes, and never longer."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache as process_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db.models import F, QuerySet
from django.templatetags.static import static

from followups.earlier.history import periods_of
from offices.models import Office
from offices.templatetags.components import sheet_of
from publishing.models import PublicFace, ReleasedPhoto
from publishing.open.period import Behind, OpenPeriod, OpenPhoto, open_period
from reports.document.frozen import FrozenDataError, thaw
from reports.document.model import SCHEMA
from reports.models import Report, ReportKind, State
from surveys.results.trend import Point, Run, place_in_time, runs_of

KEPT_SECONDS = 24 * 60 * 60
_HOME = Path(settings.BASE_DIR)
_PAGE = "publishing/open/page.html"
_FACE = ("name", "short_name", "address", "website", "phone", "email", "logo", "parent__name")


@dataclass(frozen=True, slots=True)
class Shown:
    """An office whose page is open: ``digest`` changes with whatever is shown of it."""

    office: Office
    digest: str

    def kept(self, what: str, make: Callable[[], Any]) -> Any:
        """What was made of this state already, or is made now."""
        return cache.get_or_set(f"publik:{what}:{_release()[:16]}:{self.digest}", make, KEPT_SECONDS)


@process_cache
def _release() -> str:
    """Of what makes a page: a new release shows none of the one before, whose style sheet is gone."""
    sources = [*(_HOME / "publishing").rglob("*.py"), *(_HOME / "templates" / "publishing").rglob("*.html")]
    texts = [path.read_bytes() for path in sorted(sources)]
    return sha256(b"".join([*texts, static(sheet_of(_PAGE)).encode(), str(SCHEMA).encode()])).hexdigest()


def shown_office(code: str) -> Shown | None:
    """None where there is no such office, or its page is closed; three queries."""
    face = _faces().filter(office__code=code).first()
    return None if face is None else _shown(face)


def shown_offices() -> list[Shown]:
    """All whose page is open, by code."""
    return [_shown(face) for face in _faces().order_by("office__code")]


def _faces() -> QuerySet[PublicFace]:
    return PublicFace.objects.select_related("office__parent__parent__parent")


def _shown(face: PublicFace) -> Shown:
    values = Office.objects.filter(pk=face.office_id).values_list(*_FACE)
    state = (list(values), list(_signed(face.office).values_list("pk", "signed_at", "dated")), _photos(face.office))
    return Shown(face.office, sha256(repr(state).encode()).hexdigest())


def _signed(office: Office) -> Any:
    rows = Report.objects.filter(kind=ReportKind.FOLLOW_UP, state=State.SIGNED, followup__survey__office=office)
    return rows.exclude(dated=None).order_by("pk")


def _photos(office: Office) -> list[tuple[int, str, str, str]]:
    """Of all cycles of the office: id of the follow-up, digest, path and caption of what may be published."""
    rows = ReleasedPhoto.objects.filter(photo__followup__survey__office=office, sha256=F("photo__sha256"))
    usable = rows.filter(photo__is_placeholder=False, photo__uses__isnull=False).distinct().order_by("pk")
    return list(usable.values_list("photo__followup", "sha256", "photo__file", "photo__caption"))


def open_periods(shown: Shown) -> tuple[OpenPeriod, ...]:
    """Those with a signed report that can be read, the latest first."""
    made: tuple[OpenPeriod, ...] = shown.kept("periode", lambda: _periods(shown.office))
    return made


def _periods(office: Office) -> tuple[OpenPeriod, ...]:
    released: dict[int, dict[str, OpenPhoto]] = {}
    for followup, digest, path, caption in _photos(office):
        released.setdefault(followup, {})[digest] = OpenPhoto(digest, path, caption)
    found = [_period(report, released.get(report.followup_id, {})) for report in _signed(office)]
    periods = [period for period in found if period]
    return tuple(sorted(periods, key=lambda each: place_in_time(each.period), reverse=True))


def _period(report: Report, released: dict[str, OpenPhoto]) -> OpenPeriod | None:
    if report.dated is None:
        return None
    try:
        document = thaw(report.document)
    except FrozenDataError:
        return None  # of another release: it is shown again when this one can read it
    return open_period(document, Behind(report.version, report.dated, report.code or ""), released)


def trend_runs(office: Office, periods: Iterable[OpenPeriod]) -> tuple[Run, ...]:
    """The signed values in the order of time, parted where how they were found changed."""
    known: Mapping[Any, Point] = {past.point.period: past.point for past in periods_of(office)}
    return runs_of(
        replace(known[each.period], index=each.index, grade=str(each.grade), error=None)
        for each in periods
        if each.period in known
    )
