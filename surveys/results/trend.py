"""Results of an office over its periods: their order, where they cannot be compared, and what changed. Pure.

Nothing here says why a value changed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from surveys.ikm import round_half_up
from surveys.periods import Period
from surveys.typed_numbers import decimal_words

ASPECTS = {
    "instrument": "instrumen",
    "questionnaire": "kuesioner",
    "mapping": "pemetaan pertanyaan ke unsur",
    "method": "cara menghitung IKM",
}
"""What makes values incomparable when it changes, in words."""
MAY_DIFFER = "kuesioner, yang tidak tercatat pada salah satu periode, mungkin"
ICONS = {"naik": "arrow-up", "turun": "arrow-down", "tetap": "equal"}


@dataclass(frozen=True, slots=True)
class Footing:
    """How values were found, by name; what was not kept is empty.

    ``is_composed``: its elements have several questions each, so that only values of the same questionnaire compare;
    otherwise what was not kept contradicts nothing.
    """

    instrument: str
    questionnaire: str = ""
    mapping: str = ""
    method: str = ""
    is_composed: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """What one survey found. ``index``: 25.00–100.00 as printed, None while there is none; ``scores``: key to 1–4.

    ``error``: the standard error of the index, where answers are known.
    """

    period: Period
    index: Decimal | None
    grade: str
    scores: Mapping[str, Decimal]
    footing: Footing
    error: Decimal | None = None

    @property
    def error_text(self) -> str:
        return "" if self.error is None else decimal_words(as_printed(self.error))


@dataclass(frozen=True, slots=True)
class Run:
    """Points that can be compared with one another, the oldest first.

    ``changed``: what parts the first of them from the run before, in words; empty for the first run.
    """

    points: tuple[Point, ...]
    changed: tuple[str, ...]

    def before(self, point: Point) -> Point | None:
        """The last one with an index ahead of this one."""
        ahead = self.points[: self.points.index(point)]
        return next((other for other in reversed(ahead) if other.index is not None), None)


def place_in_time(period: Period) -> tuple[int, int, int]:
    """By the month with which a period ends; of those that end together the shorter one first."""
    return period.year, period.last_month, period.kind


def runs_of(points: Iterable[Point]) -> tuple[Run, ...]:
    """All points in the order of time, parted wherever something known of how they were found changed.

    Where a questionnaire with several questions for an element meets one that is not known, they are parted, too.
    """
    runs: list[Run] = []
    known: dict[str, str] = {}
    for point in sorted(points, key=lambda point: place_in_time(point.period)):
        told = {name: value for name in ASPECTS if (value := getattr(point.footing, name))}
        changed = tuple(
            words for name, words in ASPECTS.items() if name in known and told.get(name, known[name]) != known[name]
        )
        footings = [point.footing, *(other.footing for other in runs[-1].points)] if runs else []
        is_one_composed = any(footing.is_composed for footing in footings)
        if not changed and is_one_composed and not all(footing.questionnaire for footing in footings):
            changed = (MAY_DIFFER,)
        if changed or not runs:
            runs.append(Run((point,), changed))
            known = told
        else:
            runs[-1] = Run((*runs[-1].points, point), runs[-1].changed)
            known |= told
    return tuple(runs)


@dataclass(frozen=True, slots=True)
class Change:
    """From one value to a later one, both as they are printed: with two decimals."""

    difference: Decimal

    @property
    def direction(self) -> str:
        if not self.difference:
            return "tetap"
        return "naik" if self.difference > 0 else "turun"

    @property
    def icon(self) -> str:
        return ICONS[self.direction]

    @property
    def words(self) -> str:
        """``naik 0,12``, ``turun 1,05`` or ``tetap``."""
        return f"{self.direction} {decimal_words(abs(self.difference))}" if self.difference else self.direction


def change_of(before: Decimal, after: Decimal) -> Change:
    """The difference that a reader finds with the two printed values."""
    return Change(as_printed(after) - as_printed(before))


def as_printed(value: Decimal) -> Decimal:
    return round_half_up(Fraction(value))
