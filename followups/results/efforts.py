"""What was done for each priority between two surveys, beside what both found.

Nothing here says that the one made the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from django.db.models import Prefetch

from followups.earlier.history import PastPeriod
from followups.models import ActionPlan, Priority
from followups.progress import DONE
from surveys.models import Survey
from surveys.results.trend import Change, Point, Run, as_printed, change_of
from surveys.typed_numbers import decimal_words


@dataclass(frozen=True, slots=True)
class Effort:
    """A priority of an earlier survey. ``change`` is None where one of both scores is not known."""

    element: str
    before: str
    after: str
    change: Change | None
    done: tuple[str, ...]
    plans: int

    @classmethod
    def of(cls, priority: Priority, before: Point, after: Point, *, incomparable: bool) -> Self:
        plans = list(priority.plans.all())
        key = priority.element.key
        first = before.scores.get(key)
        last = None if incomparable else after.scores.get(key)
        return cls(
            element=priority.element.name,
            before="" if first is None else decimal_words(as_printed(first)),
            after="" if last is None else decimal_words(as_printed(last)),
            change=None if first is None or last is None else change_of(first, last),
            done=tuple(plan.programme for plan in plans if plan.status == DONE),
            plans=len(plans),
        )


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one survey to the next of its kind; ``changed``: why they cannot be compared, empty where they can."""

    before: Point
    after: Point
    changed: tuple[str, ...]
    efforts: tuple[Effort, ...]


def stretches_of(past: Sequence[PastPeriod], runs: Sequence[Run]) -> tuple[Stretch, ...]:
    """The latest first; surveys without priorities, or with nothing after them, are left out."""
    chosen = _priorities_of([period.survey for period in past if period.survey])
    stretches = []
    for period in reversed(past):
        later = _next(period.point, past)
        if period.survey and later and (priorities := chosen.get(period.survey.pk)):
            at = next(number for number, run in enumerate(runs) if period.point in run.points)
            to = next(number for number, run in enumerate(runs) if later in run.points)
            told = (words for run in runs[at + 1 : to + 1] for words in run.changed)
            changed = tuple(dict.fromkeys(told))
            efforts = tuple(
                Effort.of(priority, period.point, later, incomparable=bool(changed)) for priority in priorities
            )
            stretches.append(Stretch(period.point, later, changed, efforts))
    return tuple(stretches)


def _priorities_of(surveys: Sequence[Survey]) -> dict[int, list[Priority]]:
    plans = Prefetch("plans", ActionPlan.objects.order_by("position"))
    rows = Priority.objects.filter(followup__survey__in=surveys).select_related("followup", "element")
    chosen: dict[int, list[Priority]] = {}
    for row in rows.order_by("position").prefetch_related(plans):
        chosen.setdefault(row.followup.survey_id, []).append(row)
    return chosen


def _next(point: Point, past: Sequence[PastPeriod]) -> Point | None:
    """The first survey after this one: of the same kind of period, or of any where there is none."""
    later = [other.point for other in past if other.point.period.first_day > point.period.last_day]
    same = [other for other in later if other.period.kind == point.period.kind]
    return next(iter(same or later), None)
