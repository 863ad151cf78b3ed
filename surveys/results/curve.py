"""The index over the periods as a line that breaks where values cannot be compared. Pure.

Columns are STEP units wide unless another width is asked for; the page stretches the drawing sideways and writes words
and numbers beside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Self

from surveys.ikm import Grade
from surveys.results.trend import Point, Run
from surveys.typed_numbers import decimal_words

STEP, HEIGHT = 100, 160
LOWEST, HIGHEST, TICK, MARGIN = 25, 100, 5, 2
APART = 14
"""How far (in units of the height) the words of two limits must be from each other."""


@dataclass(frozen=True, slots=True)
class Column:
    """One period: what stands above and below the drawing."""

    value: str
    part: str
    year: int

    @classmethod
    def of(cls, point: Point) -> Self:
        value = "–" if point.index is None else decimal_words(point.index)
        return cls(value, point.period.short_part, point.period.year)


@dataclass(frozen=True, slots=True)
class Limit:
    """Where a grade begins."""

    y: int
    words: str


@dataclass(frozen=True, slots=True)
class Curve:
    """``lines``: paths through neighbours; ``dots``: (x, y); ``gaps``: x between two periods not to be compared.

    ``errors``: (x, y, y) of a standard error above and below an index, where it is known.
    """

    columns: tuple[Column, ...]
    lines: tuple[str, ...]
    dots: tuple[tuple[int, int], ...]
    gaps: tuple[int, ...]
    errors: tuple[tuple[int, int, int], ...]
    limits: tuple[Limit, ...]
    lowest: int
    highest: int
    width: int
    height: int = HEIGHT


def curve_of(runs: Sequence[Run], grades: Sequence[Grade], step: int = STEP) -> Curve | None:
    """None where no period has an index. ``grades``: those of the latest instrument; ``step``: width of a column."""
    points = [point for run in runs for point in run.points]
    known = [point.index for point in points if point.index is not None]
    if not known:
        return None
    scale = _Scale.around(known)
    lines: list[str] = []
    dots: list[tuple[int, int]] = []
    gaps: list[int] = []
    at = 0
    for run in runs:
        gaps += [at * step] if at else []
        places = [(at + number, point.index) for number, point in enumerate(run.points)]
        for has_index, neighbours in groupby(places, key=lambda place: place[1] is not None):
            if has_index:
                spots = [
                    ((place * step) + step // 2, scale.y(index)) for place, index in neighbours if index is not None
                ]
                dots += spots
                lines += ["M" + " L".join(f"{x} {y}" for x, y in spots)] if len(spots) > 1 else []
        at += len(run.points)
    errors = tuple(
        (at * step + step // 2, scale.within(point.index + point.error), scale.within(point.index - point.error))
        for at, point in enumerate(points)
        if point.index is not None and point.error is not None
    )
    return Curve(
        columns=tuple(Column.of(point) for point in points),
        lines=tuple(lines),
        dots=tuple(dots),
        gaps=tuple(gaps),
        errors=errors,
        limits=scale.limits(grades),
        lowest=scale.lowest,
        highest=scale.highest,
        width=step * len(points),
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    lowest: int
    highest: int

    @classmethod
    def around(cls, known: Sequence[Decimal]) -> "_Scale":
        """Multiples of TICK with some room below and above, within 25–100."""
        low = int(min(known) - MARGIN) // TICK * TICK
        high = -(-int(max(known) + MARGIN + 1) // TICK) * TICK
        return cls(max(LOWEST, low), min(HIGHEST, high))

    def y(self, index: Decimal) -> int:
        return round((self.highest - index) / (self.highest - self.lowest) * HEIGHT)

    def within(self, index: Decimal) -> int:
        """The place of an index, or the end of the drawing before it."""
        return min(HEIGHT, max(0, self.y(index)))

    def limits(self, grades: Sequence[Grade]) -> tuple[Limit, ...]:
        shown: list[Limit] = []
        for grade in sorted(grades, key=lambda grade: grade.lowest, reverse=True):
            limit = Limit(self.y(grade.lowest), f"{grade.letter} {decimal_words(grade.lowest)}")
            within = self.lowest < grade.lowest < self.highest
            if within and (not shown or limit.y - shown[-1].y >= APART):
                shown.append(limit)
        return tuple(shown)
