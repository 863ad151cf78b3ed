"""How an office stands in each indicator: its level today, until when that lasts, and what is said of it. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from oversight.levels import carried_out, conduct, media, speed
from oversight.levels.reaching import level_of
from oversight.levels.reading import Reading
from oversight.levels.records import OfficeRecord
from oversight.levels.schemes import SCHEMES, Indicator, Measure, Scheme, scheme_on
from reports.words.language import decimal_text

YEARS_AHEAD = 3
"""After so many years nothing that is known today counts any more."""
_VALUES: dict[Measure, Callable[[OfficeRecord, Indicator, Scheme, date], Decimal | None]] = {
    Measure.CONDUCT: conduct.value,
    Measure.MEDIA: media.value,
    Measure.DONE: carried_out.value,
    Measure.SPEED: speed.value,
}
_READINGS: dict[Measure, Callable[[OfficeRecord, Indicator, Scheme, date], Reading]] = {
    Measure.CONDUCT: conduct.read,
    Measure.MEDIA: media.read,
    Measure.DONE: carried_out.read,
    Measure.SPEED: speed.read,
}


@dataclass(frozen=True, slots=True)
class Loss:
    """The last day of a level, and the one that follows if nothing is added until then."""

    until: date
    level: int


@dataclass(frozen=True, slots=True)
class Standing:
    """One indicator today; ``loss`` is None of level 0, which cannot be lost. ``years``: what of which years counts."""

    indicator: Indicator
    years: tuple[int, ...]
    level: int
    loss: Loss | None
    reading: Reading

    @property
    def meaning(self) -> str:
        return self.indicator.levels[self.level]

    @property
    def highest(self) -> int:
        return len(self.indicator.bounds)

    @property
    def following(self) -> int:
        """The level above; 0 at the top."""
        return self.level + 1 if self.level < self.highest else 0

    @property
    def following_meaning(self) -> str:
        return self.indicator.levels[self.following] if self.following else ""


@dataclass(frozen=True, slots=True)
class Standings:
    """All indicators of the rules in force on a day."""

    scheme: Scheme
    day: date
    rows: tuple[Standing, ...]

    @property
    def score(self) -> Decimal:
        """What they bring to their aspect, whose weights make 100 with the other indicators, on the scale 0 to 5."""
        return sum((row.indicator.weight * row.level for row in self.rows), Decimal()) / 100

    @property
    def score_text(self) -> str:
        return decimal_text(self.score)

    @property
    def most_text(self) -> str:
        """The score if each were at its highest level."""
        return decimal_text(sum((row.indicator.weight * row.highest for row in self.rows), Decimal()) / 100)


def standings_of(record: OfficeRecord, day: date, schemes: Sequence[Scheme] = SCHEMES) -> Standings:
    scheme = scheme_on(day, schemes)
    rows = (_standing(record, each, scheme, day, schemes) for each in scheme.indicators)
    return Standings(scheme, day, tuple(rows))


def level_on(record: OfficeRecord, indicator: Indicator, scheme: Scheme, day: date) -> int:
    return level_of(indicator, _VALUES[indicator.measure](record, indicator, scheme, day))


def _standing(
    record: OfficeRecord, indicator: Indicator, scheme: Scheme, day: date, schemes: Sequence[Scheme]
) -> Standing:
    level = level_on(record, indicator, scheme, day)
    reading = _READINGS[indicator.measure](record, indicator, scheme, day)
    years = tuple(sorted(day.year - back for back in indicator.years))
    return Standing(indicator, years, level, _loss(record, indicator.number, level, day, schemes), reading)


def _loss(record: OfficeRecord, number: int, level: int, day: date, schemes: Sequence[Scheme]) -> Loss | None:
    """The first day on which the same evidence supports less: a new year, or new rules."""
    years = (date(day.year + more, 1, 1) for more in range(1, YEARS_AHEAD + 1))
    for first in sorted({*years, *(scheme.valid_from for scheme in schemes if scheme.valid_from > day)}):
        scheme = scheme_on(first, schemes)
        indicator = scheme.indicator(number)
        later = level_on(record, indicator, scheme, first) if indicator else 0
        if later < level:
            return Loss(first - timedelta(days=1), later)
    return None
