"""From rows to what strangers are told of an office; kept until something of it changes, and never longer."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from django.core.cache import cache
from django.db.models import QuerySet

from followups.earlier.history import periods_of
from offices.models import Office
from offices.permissions import LEVELS_BELOW
from publishing.models import PublicFace
from publishing.open.of_survey import open_period_of_survey
from publishing.open.period import Behind, OpenPeriod, open_period
from publishing.open.state import Kept, digests_of, files_of, released_in
from publishing.release import release
from publishing.signed import document_in, results_in_force, survey_document_in
from reports.document.gather import instrument_data
from reports.models import Report, ReportKind
from surveys.results.trend import Run, place_in_time, runs_of

KEPT_SECONDS = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Shown:
    """An office whose page is open: ``digest`` changes with whatever is shown of it, and with what shows it."""

    office: Office
    digest: str

    def kept(self, what: str, make: Callable[[], Any]) -> Any:
        return kept_of([self], what, make)


def kept_of(offices: Sequence[Shown], what: str, make: Callable[[], Any]) -> Any:
    """What was made of this state of offices already, or is made now; kept only if it is the state when it is made.

    Else what a report said would come back, after it is withdrawn, with the state from before it was signed.
    """
    key = f"publik:{what}:{state_of(offices)}"
    found = cache.get(key)
    if found is None:
        found = make()
        ids = [shown.office.pk for shown in offices]
        rows = Office.objects.select_related("parent").in_bulk(ids)
        if state_of(_told_of([rows[pk] for pk in ids if pk in rows])) == state_of(offices):
            cache.set(key, found, KEPT_SECONDS)
    return found


def state_of(offices: Sequence[Shown]) -> str:
    """Another one where the state of any of them is another one."""
    return sha256(" ".join(shown.digest for shown in offices).encode()).hexdigest()


def shown_office(code: str) -> Shown | None:
    """None where there is no such office, or its page is closed; as many queries for one as for many."""
    faces = _faces().filter(office__code=code)
    return next(iter(_shown(faces)), None)


def shown_below(code: str) -> list[Shown]:
    """Of the offices below this one those whose page is open, by code; one question where there is none."""
    return _shown(face for face in _faces().order_by("office__code") if code in _above(face.office))


def _above(office: Office) -> list[str]:
    found: list[str] = []
    above = office.parent
    while above is not None and len(found) < LEVELS_BELOW:
        found.append(above.code)
        above = above.parent
    return found


def _faces() -> QuerySet[PublicFace]:
    return PublicFace.objects.select_related("office__parent__parent__parent")


def _shown(faces: Iterable[PublicFace]) -> list[Shown]:
    return _told_of([face.office for face in faces])


def _told_of(offices: Sequence[Office]) -> list[Shown]:
    states = digests_of(offices) if offices else {}
    return [Shown(office, sha256(f"{release()} {states[office.pk]}".encode()).hexdigest()) for office in offices]


def open_periods(shown: Shown) -> tuple[OpenPeriod, ...]:
    """Those with a signed report that can be read, the latest first."""
    made: tuple[OpenPeriod, ...] = shown.kept("periode", lambda: periods_of_all([shown])[shown.office.code])
    return made


def periods_of_all(offices: Sequence[Shown]) -> dict[str, tuple[OpenPeriod, ...]]:
    """The same of many by their codes, made now; as many queries for one as for many."""
    ids = [shown.office.pk for shown in offices]
    kept = files_of(ids)
    released = released_in(ids)
    found: dict[int, dict[str, OpenPeriod]] = {pk: {} for pk in ids}
    # What the follow-up's report says comes behind what the survey's said of the same period, and replaces it.
    for report in results_in_force(ids):
        period = _period(report, released.get(report.followup_id, {}), kept)
        if period:
            found[report.followup.survey.office_id][period.period.code] = period
    return {
        shown.office.code: tuple(
            sorted(found[shown.office.pk].values(), key=lambda each: place_in_time(each.period), reverse=True)
        )
        for shown in offices
    }


def _period(report: Report, released: Mapping[str, str], kept: Kept) -> OpenPeriod | None:
    if report.dated is None:
        return None
    behind = Behind(report.version, report.dated, report.code or "", ReportKind(report.kind).label)
    if report.kind == ReportKind.SURVEY:
        survey_report = survey_document_in(report)
        instrument = instrument_data(report.followup.survey.instrument)
        return open_period_of_survey(survey_report, behind, instrument) if survey_report else None
    document = document_in(report)
    period = open_period(document, behind, released, report.followup.survey.instrument.name) if document else None
    return replace(period, files=kept.of(report, period.photos)) if period else None


def trend_runs(office: Office, periods: Iterable[OpenPeriod]) -> tuple[Run, ...]:
    """The signed values in the order of time, parted where how they were found changed.

    With those of periods that were recorded by hand and whose signed report the office let anybody open.
    """
    known = {past.point.period: past for past in periods_of(office)}
    signed = [
        replace(known[each.period].point, index=each.index, grade=str(each.grade), error=None)
        for each in periods
        if each.period in known
    ]
    rows = [(past.recorded, past.point) for past in known.values()]
    return runs_of([*signed, *(point for row, point in rows if row and row.is_public and row.report and point.index)])
