"""What the data of one report give, in the form in which texts are compared with it. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from reports.document.earlier import EarlierPeriod
from reports.document.facts import Facts, PriorityFact
from reports.rules.claims.grammar.wording import PlanWords, plan_words
from reports.rules.truth.element_names import Names, names_of


@dataclass(frozen=True, slots=True)
class Known:
    """The facts of a report, its earlier periods, and how its elements and plans are called in a text.

    ``bearing`` gives for a word the places in ``plans`` of those whose names have it.
    """

    facts: Facts
    earlier: tuple[EarlierPeriod, ...]
    names: Names
    plans: tuple[PlanWords, ...]
    bearing: Mapping[str, list[int]]

    def priority(self, key: str) -> PriorityFact | None:
        """The priority of an element, if it was chosen."""
        return next((p for p in self.facts.priorities if p.element.key == key), None)


def known_of(facts: Facts, earlier: tuple[EarlierPeriod, ...] = ()) -> Known:
    names = {key: element.name for key, element in facts.elements.items()}
    plans = tuple(map(plan_words, facts.plans))
    bearing: dict[str, list[int]] = {}
    for place, plan in enumerate(plans):
        for word in plan.words:
            bearing.setdefault(word, []).append(place)
    return Known(facts, earlier, _names(tuple(names.items())), plans, bearing)


@lru_cache(maxsize=8)
def _names(elements: tuple[tuple[str, str], ...]) -> Names:
    return names_of(dict(elements))
