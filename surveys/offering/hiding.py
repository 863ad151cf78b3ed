"""Which results per service must not leave the office, so that nobody's answers can be told from what is shown. Pure.

The result of a service with fewer than five answers is hidden, with its count, and with it as many others as it takes
that the result of the whole and those that are shown do not give it away.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Protocol

from surveys.respondents.disclosure import hidden_classes

ENOUGH = 2
"""From how many services on a table says more than the whole does."""
ENDS = (Decimal(1), Decimal(4))
"""The lowest and the highest mean: whoever has it had nothing else answered."""


class Counted(Protocol):
    """What was found of one service: how many answered, and means (1–4) by element key."""

    @property
    def respondents(self) -> int: ...

    @property
    def scores(self) -> Mapping[str, Decimal]: ...


def hidden_services(found: Mapping[str, Counted]) -> frozenset[str]:
    """The names of the services whose results are hidden; all of them where none could be shown safely.

    What is hidden is never one service alone, nor of fewer than five people, so a reader who takes all that is shown
    from the whole learns what five or more people said together. The choice does not hang on the order of services.
    """
    names = sorted(found)
    places = hidden_classes([found[name].respondents for name in names])
    if places is None:
        return frozenset(names)
    hidden = {names[at] for at in places}
    by_size = sorted((name for name in names if name not in hidden), key=lambda name: found[name].respondents)
    while given := _given_away(found[name] for name in hidden):
        more = next((name for name in by_size if _differs(found[name], given)), None)
        if more is None:
            break  # all services are at that end, which the whole says itself
        by_size.remove(more)
        hidden.add(more)
    return frozenset(hidden)


def _given_away(hidden: Iterable[Counted]) -> dict[str, Decimal]:
    """The elements of which all that is hidden has the lowest mean, or all the highest: their sum says so of each."""
    told: dict[str, set[Decimal]] = defaultdict(set)
    for result in hidden:
        for key, score in result.scores.items():
            told[key].add(score)
    return {key: score for key, scores in told.items() for score in ENDS if scores == {score}}


def _differs(result: Counted, given: Mapping[str, Decimal]) -> bool:
    return any(result.scores.get(key, end) != end for key, end in given.items())
