"""Which RTL of one version is which of another, although its name may have been mended. Pure."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from reports.document.facts import PlanFact

ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Pair:
    """A plan in both versions, or in one: the other side is None."""

    before: PlanFact | None
    after: PlanFact | None

    @property
    def name(self) -> str:
        fact = self.after or self.before
        return f"“{fact.name}”" if fact else ""


def paired(before: Sequence[PlanFact], after: Sequence[PlanFact]) -> list[Pair]:
    """Every plan once, in the order of the later version; those that it has no more come last.

    A plan is the same where its name is, at best under the same element; else where its name is nearly the
    same under the same element.
    """
    partners: dict[int, int] = {}
    free = set(range(len(before)))
    for likeness in (_same_place, _same_name, _similar):
        for place, fact in enumerate(after):
            nearest = None if place in partners else _nearest(fact, before, free, likeness)
            if nearest is not None:
                partners[place] = nearest
                free.remove(nearest)
    pairs = [Pair(before[partners[at]] if at in partners else None, fact) for at, fact in enumerate(after)]
    return pairs + [Pair(fact, None) for at, fact in enumerate(before) if at in free]


def _nearest(
    fact: PlanFact, among: Sequence[PlanFact], free: Collection[int], likeness: Callable[[PlanFact, PlanFact], float]
) -> int | None:
    """The place of the plan that is most like this one, the first of several; None where none is like enough."""
    place = max(free, key=lambda at: (likeness(fact, among[at]), -at), default=None)
    return place if place is not None and likeness(fact, among[place]) >= ALIKE else None


def _same_place(a: PlanFact, b: PlanFact) -> float:
    return float(a.element == b.element and _same_name(a, b))


def _same_name(a: PlanFact, b: PlanFact) -> float:
    return float(list(_words(a)) == list(_words(b)))


def _similar(a: PlanFact, b: PlanFact) -> float:
    if a.element != b.element:
        return 0.0
    return SequenceMatcher(None, list(_words(a)), list(_words(b)), autojunk=False).ratio()


def _words(fact: PlanFact) -> Iterator[str]:
    return (word.strip(".,;:()\"'").lower() for word in fact.plan.programme.split())
