"""The verbs for a cycle as a whole: begin one, and save its survey together with its months.

Priorities and plans are in planning/plans.py; what a survey's results consist of is in surveys/scoring.py.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any, Self

from django.db import IntegrityError, transaction

from followups.models import FollowUp, MonthKind, PlanMonth
from followups.months import Month
from followups.numbering import month_words, plan_labels
from followups.progress import months_to_report
from offices.audit import record
from offices.declining import Declined, Overtaken
from offices.models import Office, User
from offices.zones import today_of
from surveys.basis import basis_of, basis_words, rest_on_typing, state_way, way_of
from surveys.fields import SOURCE_FIELDS, STATED_FIELDS, SURVEY_FIELDS
from surveys.locking import CycleLockedError, is_frozen, open_cycle, results_reason
from surveys.models import BasisKind, Instrument, Lock, Survey
from surveys.offering.results import service_results, too_many, typed_results
from surveys.periods import Period, PeriodKind
from surveys.profiles import excess
from surveys.respondents.counts import profile_of
from surveys.scoring import Results, Signatory, results_of, write_results


@dataclass(frozen=True, slots=True)
class Window:
    """The months of the follow-up, first and last, and the month of the report."""

    first: Month
    last: Month
    report: Month | None

    @classmethod
    def after(cls, period: Period) -> Self:
        """What is usual: the next period of the same length, cut where the month after it were too late to report."""
        first = Month.of(period.last_day).plus(1)
        months = min(period.kind, months_to_report(period.kind) - 1)
        return cls(first, first.plus(months - 1), first.plus(months))


def start_cycle(
    office: Office,
    actor: User,
    period: Period,
    signatory: Signatory,
    window: Window | None = None,
    instrument: Instrument | None = None,
) -> Survey:
    """Begin the cycle of a period with empty results; Declined if it exists already.

    Without an ``instrument`` it is read with the latest one in force.
    """
    window = window or Window.after(period)
    _check_order(window)
    try:
        with transaction.atomic():
            names = {name: getattr(signatory, name) for name in Signatory.__dataclass_fields__}
            when = {name: getattr(period, name) for name in Period.__dataclass_fields__}
            instrument = instrument or instrument_on(period.last_day)
            survey = Survey.objects.create(office=office, instrument=instrument, **when, **names)
            followup = _write_window(FollowUp(survey=survey), window)
            after = results_of(survey) | _window_values(followup)
            record(actor, "cycle.start", survey, office, after=after)
            return survey
    except IntegrityError:
        if period not in {survey.span for survey in Survey.objects.filter(office=office)}:
            raise
        raise Declined(f"Siklus {period.label} sudah ada.", "year") from None


def next_period(office: Office) -> Period:
    """The one after the latest of the kind that the office began last; the semester that ended last while it has none.

    There is no cycle of it yet.
    """
    begun = [survey.span for survey in Survey.objects.filter(office=office).order_by("pk")]
    if not begun:
        return Period.around(today_of(office), PeriodKind.SEMESTER).previous
    return max((period for period in begun if period.kind == begun[-1].kind), key=lambda each: each.last_day).next


def first_free_after(survey: Survey) -> Period:
    """The first period after a cycle, of its own kind, of which its office has none yet."""
    begun = {each.span for each in Survey.objects.filter(office=survey.office_id)}
    period = survey.span.next
    while period in begun:
        period = period.next
    return period


def signatory_of(office: Office) -> Signatory:
    """Who signs the cycles that an office begins, unless another one is entered; empty where it names nobody."""
    return Signatory(**{name: getattr(office, name) for name in Signatory.__dataclass_fields__})


def instrument_on(day: date) -> Instrument:
    """The latest instrument in force on a day; a survey older than all of them is read with the first."""
    known = Instrument.objects.order_by("valid_from")
    found = known.filter(valid_from__lte=day).last() or known.first()
    if found is None:
        raise Declined("Instrumen survei belum tersedia. Hubungi pengelola server.")
    return found


def version_of(survey: Survey, followup: FollowUp) -> str:
    """A digest of all that ``save_survey`` writes, by which is seen whether somebody wrote meanwhile."""
    values = results_of(survey) | _window_values(followup) | {"way": way_of(basis_of(survey))}
    return sha256(json.dumps(values, sort_keys=True, default=str).encode()).hexdigest()[:16]


FROM_FILE = (
    "Nilai ini diambil dari berkas beserta kuesionernya. Kuesioner dinyatakan di sini hanya bagi nilai yang diketik."
)


def save_survey(
    survey: Survey, actor: User, results: Results, window: Window, seen: str, way: str | None = None
) -> None:
    """Save the results of a survey and the months of its follow-up, all or nothing; ``seen``: the version it changes.

    ``way``: in which typed scores came about, a key of ``ways_of`` or empty; None where nobody was asked.
    Raises Overtaken if that is no longer the stored one, Declined if planned months would lie outside the window,
    profile or typed services count more people than are respondents now or another way is stated of scores from
    files, Declined as write_results does.
    """
    _check_order(window)
    with open_cycle(survey) as held:
        followup = FollowUp.objects.get(survey=held)
        if seen != version_of(held, followup):
            raise Overtaken
        _refuse_outside(followup, window)
        typed = typed_results(held)
        faults = [*excess(profile_of(held), results.respondents).values(), too_many(typed, results.respondents)]
        if any(faults):
            raise Declined(" ".join(filter(None, faults)), "respondents")
        before = results_of(held) | _window_values(followup)
        _refuse_held(held, results, before, way)
        after = write_results(held, results) | _window_values(_write_window(followup, window))
        was = basis_of(held)
        if before["scores"] != after["scores"]:
            before |= {"basis": basis_words(was)} if was else {}
            if services := service_results(held):
                before |= {"services": {name: result.respondents for name, result in services.items()}}
                after |= {"services": {name: result.respondents for name, result in typed.items()}}
            if kept := held.answer_rows.count():
                before |= {"kept": kept}
                after |= {"kept": 0}
            after |= {"basis": basis_words(rest_on_typing(held, actor, way or ""))}
        elif way is not None and way != way_of(was):
            if was and was.kind != BasisKind.TYPED:
                raise Declined(FROM_FILE, "way")
            before |= {"basis": basis_words(was)} if was else {}
            after |= {"basis": basis_words(state_way(held, actor, way))}
        record(actor, "survey.change", held, held.office, before=before, after=after)


def _refuse_held(survey: Survey, results: Results, before: Mapping[str, Any], way: str | None) -> None:
    """Raise CycleLockedError where something would change that a survey report keeps as it is."""
    if survey.results_lock == Lock.OPEN:
        return
    held = [field.key for field in (*SURVEY_FIELDS, *SOURCE_FIELDS, *STATED_FIELDS) if is_frozen(survey, field)]
    is_other_way = way is not None and way != way_of(basis_of(survey))
    if is_other_way or any(getattr(results, name) != before[name] for name in held):
        raise CycleLockedError(results_reason(survey))


def _check_order(window: Window) -> None:
    if window.last < window.first:
        raise Declined("Bulan terakhir mendahului bulan pertama.", "last_month")


def _refuse_outside(followup: FollowUp, window: Window) -> None:
    """Name each plan with months outside the window once, in the order of the table, with those months."""
    planned = PlanMonth.objects.filter(plan__priority__followup=followup, kind=MonthKind.PLANNED)
    outside = planned.exclude(month__range=(window.first.first_day, window.last.first_day))
    rows = list(outside.order_by("month").select_related("plan"))
    if not rows:
        return
    named = [
        f"{label} {own[0].plan.programme} ({', '.join(month_words(Month.of(row.month)) for row in own)})"
        for pk, label in plan_labels(followup).items()
        if (own := [row for row in rows if row.plan_id == pk])
    ]
    raise Declined(
        f"Masa tindak lanjut tidak dapat diubah, karena RTL berikut direncanakan di luarnya: "
        f"{'; '.join(named)}. Ubah dahulu bulannya pada halaman Rencana.",
        "first_month" if rows[0].month < window.first.first_day else "last_month",
    )


def _write_window(followup: FollowUp, window: Window) -> FollowUp:
    followup.start, followup.end = window.first.first_day, window.last.first_day
    followup.report_month = window.report.first_day if window.report else None
    followup.save()
    return followup


def _window_values(followup: FollowUp) -> dict[str, Any]:
    return {
        "first_month": followup.start,
        "last_month": followup.end,
        "report_month": followup.report_month,
    }
