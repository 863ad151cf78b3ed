"""The index over the periods of an office, from three of them on: a table and a line that breaks. Pure.

Where values cannot be compared is said by surveys/results/trend.py; nothing here says why a value changed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

from reports.document.chapters.cells import NONE
from reports.document.earlier import PastSurvey
from reports.document.facts import Facts
from reports.document.shapes import TableHead
from reports.words.language import decimal_text, join_list
from surveys.results.curve import Curve, curve_of
from surveys.results.trend import Point, Run, as_printed, change_of, runs_of

FEWEST, MOST = 3, 8
"""With fewer periods there is no trend; of more the latest are shown."""
WIDTH, LEFT, TOP = 640, 60, 24
BELOW = 46
RECORDED_MARK = "*"
RECORDED = f"{RECORDED_MARK}) Menurut catatan satuan kerja"


@dataclass(frozen=True, slots=True)
class TrendRow:
    """``change``: against the last period with which this one can be compared, or why there is none."""

    period: str
    index: str
    grade: str
    change: str
    plans: str


@dataclass(frozen=True, slots=True)
class TrendChart:
    """A line in its own units, counted from ``left`` and ``top``: ``lines`` are paths, ``dots`` (x, y).

    ``gaps``: the x at which values part; ``values``: (x, y, text) above the dots; ``periods``: (x, part of the year,
    year) beneath; ``limits``: (y, text) of the grades.
    """

    width: int
    height: int
    left: int
    top: int
    plot_width: int
    plot_height: int
    part_y: int
    year_y: int
    lines: tuple[str, ...]
    dots: tuple[tuple[int, int], ...]
    gaps: tuple[int, ...]
    values: tuple[tuple[int, int, str], ...]
    periods: tuple[tuple[int, str, int], ...]
    limits: tuple[tuple[int, str], ...]
    label: str
    title: str
    description: str
    anchor: str

    @classmethod
    def of(cls, curve: Curve, label: str, title: str, anchor: str) -> Self:
        step = curve.width // len(curve.columns)
        shown = [column.value for column in curve.columns if column.value != NONE]
        told = [f"{column.part} {column.year} {column.value}" for column in curve.columns]
        return cls(
            width=WIDTH,
            height=curve.height + TOP + BELOW,
            left=LEFT,
            top=TOP,
            plot_width=curve.width,
            plot_height=curve.height,
            part_y=curve.height + 18,
            year_y=curve.height + 33,
            lines=curve.lines,
            dots=curve.dots,
            gaps=curve.gaps,
            values=tuple((x, y - 9, value) for (x, y), value in zip(curve.dots, shown, strict=True)),
            periods=tuple(
                (step * place + step // 2, column.part, column.year) for place, column in enumerate(curve.columns)
            ),
            limits=tuple((limit.y, limit.words) for limit in curve.limits),
            label=label,
            title=title,
            description=f"Grafik garis IKM per periode: {'; '.join(told)}.",
            anchor=anchor,
        )


@dataclass(frozen=True, slots=True)
class Trend:
    head: TableHead
    text: str
    rows: tuple[TrendRow, ...]
    chart: TrendChart


def trend_of(
    facts: Facts, label: str, anchor: str, chart_label: str = "Grafik 3.1", chart_anchor: str = "grafik-3-1"
) -> Trend | None:
    """None with fewer than three periods that have an index, this one among them."""
    past = [each for each in facts.source.past if each.point.index is not None][-MOST:]
    if len(past) < FEWEST or past[-1].point.period != facts.cycle.survey.span:
        return None
    runs = runs_of(each.point for each in past)
    curve = curve_of(runs, facts.source.instrument.grades, (WIDTH - LEFT) // len(past))
    if curve is None:
        return None
    name = facts.cycle.office.short_name
    of_period = {each.point.period: each for each in past}
    rows = tuple(
        _row(of_period[point.period], run, is_first=not place and bool(number))
        for number, run in enumerate(runs)
        for place, point in enumerate(run.points)
    )
    chart = TrendChart.of(curve, chart_label, f"IKM {name} per Periode", chart_anchor)
    legend = (RECORDED,) if any(each.recorded for each in past) else ()
    return Trend(
        TableHead(label, f"IKM {name} per Periode", anchor, legend),
        _text(runs, f"{label} dan {chart_label}"),
        rows,
        chart,
    )


def _row(each: PastSurvey, run: Run, *, is_first: bool) -> TrendRow:
    point, plans = each.point, each.plans
    mark = f" {RECORDED_MARK}" if each.recorded else ""
    return TrendRow(
        period=f"{point.period.label}{mark}",
        index=decimal_text(as_printed(point.index)) if point.index is not None else NONE,
        grade=point.grade or NONE,
        change=f"tidak dibandingkan: {join_list(run.changed)} berubah" if is_first else _change(point, run),
        plans=f"{plans.done} dari {plans.total} ({plans.percent_done}%)" if plans.total else NONE,
    )


def _change(point: Point, run: Run) -> str:
    before = run.before(point)
    if before is None or before.index is None or point.index is None:
        return NONE
    return change_of(before.index, point.index).words


def _text(runs: Sequence[Run], where: str) -> str:
    first = runs[0].points[0].period.label
    shown = f"IKM sejak {first} disajikan dalam {where}."
    return " ".join((shown, *_breaks(runs)))


def _breaks(runs: Sequence[Run]) -> Iterator[str]:
    """Where the line is broken, and why."""
    for before, after in pairwise(runs):
        last, first = before.points[-1].period.label, after.points[0].period.label
        yield (
            f"Nilai sampai dengan {last} tidak dibandingkan dengan nilai sejak {first}, karena "
            f"{join_list(after.changed)} berubah."
        )
