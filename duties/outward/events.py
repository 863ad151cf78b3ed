"""What stands in a person's calendar, as values from rows: the last day of each plan, of surveys, of reports."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings

from duties.cycles import OwnCycle, cycles_of
from duties.places import places_of
from followups.models import ActionPlan, MonthKind, Status
from followups.months import Month
from followups.realising.rows import months_of
from offices.models import User
from offices.permissions import Action, visible


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """Something that is due on a day. ``key`` stays the same when it moves, so that no program shows it twice."""

    key: str
    day: date
    title: str
    address: str


def days_of(user: User) -> tuple[CalendarDay, ...]:
    """For a person, of the offices where they work; a constant number of queries."""
    cycles = cycles_of(places_of(user).own)
    found = [*_plans(user, cycles), *(day for cycle in cycles for day in _cycle(cycle))]
    return tuple(sorted(found, key=lambda day: (day.day, day.key)))


def _plans(user: User, cycles: Iterable[OwnCycle]) -> Iterator[CalendarDay]:
    """Those that the person may fill in, that are open and go on nowhere else: the end of the last month planned."""
    by_followup = {cycle.followup.pk: cycle for cycle in cycles if cycle.is_open}
    rows = ActionPlan.objects.filter(priority__followup__in=by_followup, continued_by=None)
    open_rows = rows.exclude(status__in=(Status.DONE, Status.IMPOSSIBLE))
    own = visible(user, Action.EDIT_REALISATION, open_rows).select_related("priority").prefetch_related("months")
    for plan in own:
        if months := months_of(plan, MonthKind.PLANNED):
            cycle = by_followup[plan.priority.followup_id]
            address = cycle.page("realisation", plan.pk)
            yield _day(f"rtl-{plan.pk}", _last_day(months[-1]), f"Batas RTL: {plan.programme}", address)


def _cycle(cycle: OwnCycle) -> Iterator[CalendarDay]:
    survey = cycle.survey
    name = f"{cycle.face.label}, {cycle.face.office}"
    page = cycle.page("survey")
    if survey.start:
        yield _day(f"survei-mulai-{survey.pk}", survey.start, f"Survei dimulai: {name}", page)
    if survey.end:
        yield _day(f"survei-selesai-{survey.pk}", survey.end, f"Survei berakhir: {name}", page)
    if cycle.is_open:
        title = f"Batas laporan tindak lanjut: {name}"
        yield _day(f"laporan-{survey.pk}", _last_day(cycle.report_due), title, cycle.page("signing"))


def _last_day(month: Month) -> date:
    return month.plus(1).first_day - timedelta(days=1)


def _day(key: str, day: date, title: str, path: str) -> CalendarDay:
    return CalendarDay(key, day, " ".join(title.split()), f"{settings.PUBLIC_URL}{path}")
