"""Which RTL of one version is which of another, although its name may have been mended. Pure."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from reports.cycle.model import Plan, PriorityData

ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Located:
    """A plan with the key of the element that it belongs to."""

    element: str
    plan: Plan


@dataclass(frozen=True, slots=True)
class Pair:
    """A plan in both versions, or in one: the other side is None."""

    before: Located | None
    after: Located | None

    @property
    def name(self) -> str:
        located = self.after or self.before
        return f"“{located.plan.programme.rstrip(' .')}”" if located else ""


def paired(before: Sequence[PriorityData], after: Sequence[PriorityData]) -> list[Pair]:
    """Every plan once, in the order of the later version; those that it has no more come last.

    A plan is the same where its name is, at best under the same element; else where its name is nearly the
    same under the same element.
    """
    old, new = _plans(before), _plans(after)
    partner: dict[int, int] = {}
    for is_same in (_same_place, _same_name, _similar):
        for place, located in enumerate(new):
            if place not in partner:
                found = _best(located, old, set(partner.values()), is_same)
                partner |= {} if found is None else {place: found}
    pairs = [Pair(old[partner[at]] if at in partner else None, located) for at, located in enumerate(new)]
    return pairs + [Pair(located, None) for at, located in enumerate(old) if at not in partner.values()]


def _plans(priorities: Sequence[PriorityData]) -> list[Located]:
    return [Located(priority.element, plan) for priority in priorities for plan in priority.plans]


def _best(
    wanted: Located, among: list[Located], taken: set[int], alike: Callable[[Located, Located], float]
) -> int | None:
    found = [(alike(wanted, other), -at) for at, other in enumerate(among) if at not in taken]
    score, place = max(found, default=(0.0, 0))
    return -place if score >= ALIKE else None


def _same_place(a: Located, b: Located) -> float:
    return float(a.element == b.element and _name(a) == _name(b))


def _same_name(a: Located, b: Located) -> float:
    return float(_name(a) == _name(b))


def _similar(a: Located, b: Located) -> float:
    if a.element != b.element:
        return 0.0
    return SequenceMatcher(None, list(_words(a)), list(_words(b)), autojunk=False).ratio()


def _name(located: Located) -> str:
    return " ".join(_words(located))


def _words(located: Located) -> Iterator[str]:
    return (word.strip(".,;:()\"'").lower() for word in located.plan.programme.split())
