"""What one report's data give to hold texts against: drawn together once for all its texts. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from followups.months import Month
from reports.document.earlier import EarlierPeriod
from reports.document.facts import ElementFact, Facts
from reports.rules.truth.album import Album, album_of
from reports.rules.truth.element_names import Names, names_of
from reports.rules.truth.sayings.plan_words import PlanWords, plan_words
from reports.rules.truth.tokens.token import When
from surveys.ikm import Grade, converted
from surveys.periods import Period


@dataclass(frozen=True, slots=True)
class OwnTimes:
    """The survey's period, and the first and last month of all that the report itself speaks of."""

    period: Period
    last: Month

    def has(self, when: When) -> bool:
        """Whether a quarter, semester, year or range may be this report's; one without a year always."""
        months = when.months
        if months is None:
            return any(self._has_months(when, year) for year in self._years(when))
        return self._reaches(*months)

    def _years(self, when: When) -> range:
        """The years that may be meant: one of the survey's own kind is of its year."""
        same = when.kind == self.period.kind
        return range(self.period.year, self.period.year + 1 if same else self.last.year + 1)

    def is_of_survey(self, when: When) -> bool:
        """Whether a period or range has anything of the survey's period; one without a year if it may."""
        months = when.months
        first = Month.of(self.period.first_day)
        last = Month.of(self.period.last_day)
        if months is None:
            return self.has(when)
        return months[0] <= last and months[1] >= first

    def _has_months(self, when: When, year: int) -> bool:
        return self._reaches(Month(year, when.first.month), Month(year, when.last.month))

    def _reaches(self, first: Month, last: Month) -> bool:
        return first <= self.last and last >= Month.of(self.period.first_day)


@dataclass(frozen=True)
class Truth:
    """The facts of a report in the form in which sentences are judged. ``figures``: photo name to number."""

    facts: Facts
    earlier: tuple[EarlierPeriod, ...]
    figures: Mapping[str, int]

    @cached_property
    def own(self) -> OwnTimes:
        followup = self.facts.cycle.followup
        return OwnTimes(self.facts.cycle.survey.span, max(followup.end, self.facts.report_base))

    @cached_property
    def scored(self) -> tuple[tuple[Decimal, ElementFact], ...]:
        """The elements with their scores, the lowest first."""
        scored = [(each.score, each) for each in self.facts.elements.values() if each.score is not None]
        return tuple(sorted(scored, key=lambda pair: pair[0]))

    @cached_property
    def conversions(self) -> dict[str, Decimal]:
        """Scores on the scale of the index, by the key of their element."""
        return {element.key: converted(score) for score, element in self.scored}

    @cached_property
    def album(self) -> Album:
        return album_of(self.facts, self.figures)

    @cached_property
    def names(self) -> Names:
        """How the elements are called in a text."""
        return names_of({key: element.name for key, element in self.facts.elements.items()})

    @cached_property
    def plan_words(self) -> tuple[PlanWords, ...]:
        """The plans with the words that carry their names, in their order."""
        return tuple(map(plan_words, self.facts.plans))

    @cached_property
    def bearing(self) -> dict[str, list[int]]:
        """For a word the places of those plans whose names have it."""
        found: dict[str, list[int]] = {}
        for place, plan in enumerate(self.plan_words):
            for word in plan.words:
                found.setdefault(word, []).append(place)
        return found

    @property
    def grades(self) -> tuple[Grade, ...]:
        return self.facts.source.instrument.grades

    def grade(self, letter: str) -> Grade | None:
        return next((grade for grade in self.grades if grade.letter == letter), None)

    def graded(self, letter: str) -> tuple[ElementFact, ...]:
        """The elements of a grade."""
        found = (element for _score, element in self.scored)
        return tuple(element for element in found if element.grade and element.grade.letter == letter)

    @property
    def priority_keys(self) -> tuple[str, ...]:
        """The elements of the priorities, in their order."""
        return tuple(priority.element.key for priority in self.facts.priorities)
