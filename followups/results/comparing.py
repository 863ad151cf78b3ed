"""The periods and the elements of a trend as tables, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from followups.earlier.history import PastPeriod
from surveys.reading import Scale
from surveys.results.trend import Change, Point, Run, as_printed, change_of
from surveys.typed_numbers import decimal_words


@dataclass(frozen=True, slots=True)
class PeriodLine:
    """``code`` leads to the page of a period that has one.

    ``error``: the standard error of the index, in words.
    ``change``: since the last period that this one can be compared with; ``changed``: what parts it from that one.
    """

    label: str
    code: str
    recorded: bool
    index: str
    error: str
    grade: str
    change: Change | None
    changed: tuple[str, ...]
    plans: str


@dataclass(frozen=True, slots=True)
class ElementLine:
    """One element in two periods, and in all of a run."""

    name: str
    before: str
    after: str
    change: Change | None
    all: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ElementTable:
    """``periods``: labels of the run, the oldest first; ``before`` and ``after``: those of its last two."""

    before: str
    after: str
    periods: tuple[str, ...]
    lines: tuple[ElementLine, ...]

    @property
    def has_more(self) -> bool:
        return len(self.periods) > 2


def period_lines(past: Sequence[PastPeriod], runs: Sequence[Run]) -> tuple[PeriodLine, ...]:
    """The latest first."""
    by_period = {period.point.period: period for period in past}
    lines = []
    for run in runs:
        for at, point in enumerate(run.points):
            lines.append(_period_line(by_period[point.period], run, () if at else run.changed))
    return tuple(reversed(lines))


def _period_line(period: PastPeriod, run: Run, changed: tuple[str, ...]) -> PeriodLine:
    point, plans = period.point, period.plans
    before = run.before(point)
    comparable = before is not None and before.index is not None and point.index is not None
    return PeriodLine(
        label=point.period.label,
        code=point.period.code if period.survey else "",
        recorded=period.recorded is not None,
        index="" if point.index is None else decimal_words(as_printed(point.index)),
        error=point.error_text,
        grade=point.grade,
        change=change_of(before.index, point.index) if comparable else None,  # type: ignore[union-attr, arg-type]
        changed=changed,
        plans=f"{plans.done} dari {plans.total} ({plans.percent_done}%)" if plans.total else "",
    )


def element_table(run: Run, scale: Scale) -> ElementTable | None:
    """The elements in the last run; None while only one of its periods has scores."""
    points = [point for point in run.points if point.scores]
    if len(points) < 2:
        return None
    before, after = points[-2:]
    return ElementTable(
        before=before.period.short_label,
        after=after.period.short_label,
        periods=tuple(point.period.short_label for point in points),
        lines=tuple(_element_line(key, name, points) for key, name in scale.elements),
    )


def _element_line(key: str, name: str, points: Sequence[Point]) -> ElementLine:
    scores = [point.scores.get(key) for point in points]
    before, after = scores[-2:]
    words = tuple("" if score is None else decimal_words(as_printed(score)) for score in scores)
    change = None if before is None or after is None else change_of(before, after)
    return ElementLine(name, words[-2], words[-1], change, words)
