"""What an office has to show, as plain values: its surveys, what followed them, and where it published. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from oversight.levels.schemes import Indicator
from surveys.periods import Period


@dataclass(frozen=True, slots=True)
class SignedFollowUp:
    """What the follow-up's report in force says, with the addendum that completes it.

    ``dated`` is None of a period recorded by hand, whose report bears a day that nobody typed; ``complete_on``: the day
    of the report by which all plans were done.
    """

    dated: date | None
    total: int
    done: int
    complete_on: date | None


@dataclass(frozen=True, slots=True)
class CycleRecord:
    """One survey and what followed. ``scored`` of ``elements`` have a score; ``reported``: the day of its report.

    ``has_respondents``: whether it is known how many answered; ``has_report``: whether the survey's report is at hand.
    ``planned`` and ``done``: plans as they are now, signed or not. ``is_recorded``: by hand, as an earlier period.
    """

    period: Period
    instrument: str
    elements: int
    scored: int
    has_respondents: bool
    reported: date | None
    has_report: bool
    planned: int
    done: int
    signed: SignedFollowUp | None = None
    is_recorded: bool = False

    @property
    def promised(self) -> int:
        """How many plans there are to be done: those that were signed, else those that are planned."""
        return self.signed.total if self.signed else self.planned

    @property
    def proven(self) -> int:
        """How many of them a signed report says are done."""
        return self.signed.done if self.signed else 0


@dataclass(frozen=True, slots=True)
class PublishedResults:
    """Results of a survey in one medium; ``is_proven``: whether its photo or screenshot is kept."""

    period: Period
    medium: str
    place: str
    day: date
    is_proven: bool


@dataclass(frozen=True, slots=True)
class OfficeRecord:
    """All of an office, surveys the latest first."""

    cycles: tuple[CycleRecord, ...] = ()
    published: tuple[PublishedResults, ...] = ()

    def cycles_for(self, indicator: Indicator, day: date) -> Iterator[CycleRecord]:
        """Those whose year counts on a day."""
        return (cycle for cycle in self.cycles if indicator.is_of_years(cycle.period.year, day))

    def cycles_ahead(self, indicator: Indicator, day: date) -> Iterator[CycleRecord]:
        """Those with plans that count in the next year and not in this one."""
        for cycle in self.cycles:
            is_ahead = day.year + 1 - cycle.period.year in indicator.years
            if is_ahead and not indicator.is_of_years(cycle.period.year, day) and cycle.promised:
                yield cycle

    def published_of(self, cycle: CycleRecord) -> Iterator[PublishedResults]:
        return (each for each in self.published if each.period == cycle.period)
