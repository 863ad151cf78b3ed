"""What a report's sentences and tables speak of, computed once from a source. Pure but for its input.

Scores are 1–4, indexes 25–100; names come from the instrument, never from a person.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from followups.months import Month
from followups.points import letter
from followups.progress import DONE, IMPOSSIBLE, Progress, progress_of, target_base
from reports.cycle.model import ALL_UNITS, CompletionData, Cycle, Evidence, FollowUpData, Plan, UpkeepData
from reports.document.source import Source
from reports.words.language import decimal_text
from surveys.ikm import Grade, IndexResult, grade_of_score, index_result, places_of, ranked, weights_for


@dataclass(frozen=True, slots=True)
class ElementFact:
    """An element with its score (1–4), grade and rank from the lowest; None while there are no scores.

    ``score_text`` is the score as the whole report writes it: with as many decimals as tell it from the others.
    """

    key: str
    name: str
    score: Decimal | None
    score_text: str
    grade: Grade | None
    rank: int
    tied_with: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanFact:
    """An RTL as it is pointed at: row ``number`` of its priority, ``point`` a, b, …; ``element``: the key of that."""

    number: int
    point: str
    element: str
    plan: Plan

    @property
    def name(self) -> str:
        """The programme as it stands within a sentence: without a full stop of its own."""
        return self.plan.programme.rstrip(" .\n")

    @property
    def done(self) -> bool:
        return self.plan.realisation.status == DONE

    @property
    def impossible(self) -> bool:
        return self.plan.realisation.status == IMPOSSIBLE


@dataclass(frozen=True, slots=True)
class PriorityFact:
    number: int
    element: ElementFact
    rationale: str | None
    plans: tuple[PlanFact, ...]

    @property
    def progress(self) -> Progress:
        return progress_of(fact.plan.realisation.status for fact in self.plans)


@dataclass(frozen=True, slots=True)
class UpkeepFact:
    number: int
    element: ElementFact
    data: UpkeepData


@dataclass(frozen=True)
class Facts:
    """What follows from a cycle. Plans and progress are asked for often, hence drawn together once."""

    source: Source
    elements: dict[str, ElementFact]
    index: IndexResult | None
    priorities: tuple[PriorityFact, ...]
    upkeep: tuple[UpkeepFact, ...]

    @property
    def cycle(self) -> Cycle:
        return self.source.cycle

    @cached_property
    def plans(self) -> tuple[PlanFact, ...]:
        return tuple(plan for priority in self.priorities for plan in priority.plans)

    @property
    def done(self) -> tuple[PlanFact, ...]:
        return tuple(plan for plan in self.plans if plan.done)

    @property
    def open(self) -> tuple[PlanFact, ...]:
        return tuple(plan for plan in self.plans if not plan.done)

    @property
    def owed(self) -> tuple[PlanFact, ...]:
        """Open plans that can still be carried out, each of which owes a strategy."""
        return tuple(plan for plan in self.open if not plan.impossible)

    @property
    def impossible(self) -> tuple[PlanFact, ...]:
        return tuple(plan for plan in self.plans if plan.impossible)

    @cached_property
    def progress(self) -> Progress:
        return progress_of(fact.plan.realisation.status for fact in self.plans)

    @property
    def period(self) -> str:
        return self.cycle.survey.span.label

    @property
    def has_evidence(self) -> bool:
        """Whether anything stands in the annex."""
        proofs = [*(fact.plan.evidence for fact in self.plans), *(item.data.evidence for item in self.upkeep)]
        return any(proof != Evidence() for proof in proofs)

    @property
    def has_plain_statuses(self) -> bool:
        """Whether what is in progress is called so, and not by the official word for all that is not done."""
        return self.source.appearance.statuses == "plain"

    @property
    def report_base(self) -> Month:
        followup = self.cycle.followup
        return target_base(followup.report_month, followup.end)

    @property
    def lowest(self) -> tuple[ElementFact, ...]:
        return tuple(element for element in self.elements.values() if element.rank == 1)

    @property
    def highest(self) -> tuple[ElementFact, ...]:
        scores = [element.score for element in self.elements.values() if element.score is not None]
        return tuple(e for e in self.elements.values() if scores and e.score == max(scores))

    @property
    def all_equal(self) -> bool:
        """Whether the survey told no element from another."""
        return self.highest == self.lowest

    @property
    def priorities_are_lowest(self) -> bool:
        """Whether no element that was left out scored lower than one that was chosen."""
        chosen = {priority.element.key for priority in self.priorities}
        inside = [e.score for e in self.elements.values() if e.key in chosen and e.score is not None]
        outside = [e.score for e in self.elements.values() if e.key not in chosen and e.score is not None]
        return bool(inside) and (not outside or max(inside) <= min(outside))

    @property
    def upkeep_is_high(self) -> bool:
        """Whether every element that is kept up may be called high: no priority, not below the mean, a better grade."""
        chosen = {priority.element.key for priority in self.priorities}
        kept = [item.element for item in self.upkeep]
        return all(element.key not in chosen and self._is_high(element) for element in kept)

    def _is_high(self, element: ElementFact) -> bool:
        scores = self.cycle.survey.scores.values()
        bands = sorted(grade.lowest for grade in self.source.instrument.grades)
        if element.score is None or element.grade is None:
            return False
        return element.score * len(scores) >= sum(scores) and element.grade.lowest >= bands[len(bands) // 2]

    def unit_names(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Units as tables print them; ``*`` by the office's own word for all of them."""
        chosen = tuple(keys)
        if chosen == ALL_UNITS:
            return (self.cycle.office.all_units_label,)
        short = {unit.key: unit.short_name for unit in self.cycle.office.units}
        return tuple(short[key] for key in chosen)

    def responsible(self, row: Plan | CompletionData | UpkeepData) -> tuple[str, ...]:
        """Who answers for something, as tables print it: units, then posts and persons."""
        return (*self.unit_names(row.units), *row.others)


def facts_of(source: Source) -> Facts:
    elements = _elements(source)
    cycle = source.cycle
    survey = cycle.survey
    index = None
    if survey.scores:
        weights = weights_for(survey.scores, source.method.questions if source.method else {})
        index = index_result(tuple(survey.scores.values()), survey.declared_index, source.instrument.grades, weights)
    return Facts(
        source=source,
        elements=elements,
        index=index,
        priorities=_priorities(source, elements),
        upkeep=tuple(
            UpkeepFact(number, elements[item.element], item)
            for number, item in enumerate(cycle.followup.upkeep, start=1)
        ),
    )


def _elements(source: Source) -> dict[str, ElementFact]:
    scores = source.cycle.survey.scores
    ranks = dict(ranked(scores))
    names = {element.key: element.name for element in source.instrument.elements}
    return {
        key: ElementFact(
            key=key,
            name=name,
            score=scores.get(key),
            score_text=score_text(scores[key], scores.values()) if key in scores else "",
            grade=grade_of_score(scores[key], source.instrument.grades) if key in scores else None,
            rank=ranks.get(key, 0),
            tied_with=tuple(names[o] for o in names if o != key and o in ranks and ranks[o] == ranks.get(key)),
        )
        for key, name in names.items()
    }


def score_text(score: Decimal, scores: Iterable[Decimal]) -> str:
    return decimal_text(score, places_of(scores))


def _priorities(source: Source, elements: dict[str, ElementFact]) -> tuple[PriorityFact, ...]:
    followup = source.cycle.followup
    plans = plans_in(followup)
    return tuple(
        PriorityFact(
            number=number,
            element=elements[priority.element],
            rationale=priority.rationale,
            plans=tuple(plan for plan in plans if plan.number == number),
        )
        for number, priority in enumerate(followup.priorities, start=1)
    )


def plans_in(followup: FollowUpData) -> tuple[PlanFact, ...]:
    """Every RTL with its place, in the order of the tables."""
    return tuple(
        PlanFact(number, letter(position), priority.element, plan)
        for number, priority in enumerate(followup.priorities, start=1)
        for position, plan in enumerate(priority.plans)
    )
