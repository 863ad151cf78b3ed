"""Which results per service must not leave the office, so that nobody's answers can be told from what is shown. Pure.

The result of a service with fewer than five respondents is hidden, with its count; of other services the score of an
element that fewer than five answered, with the index. With them goes as much as it takes that the result of the whole
and what is shown do not give them away. Respondents in no service are hidden in any case: nothing is printed of them.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Protocol

from surveys.ikm import round_half_up
from surveys.respondents.disclosure import FEWEST

ENOUGH = 2
"""From how many services on a table says more than the whole does."""
ENDS = (Decimal(1), Decimal(4))
"""The lowest and the highest mean: whoever has it had nothing else answered."""
REST = ""
"""Stands for the name of those who are in no service."""


class Counted(Protocol):
    """What was found of some people: how many they are, and means (1–4) by element key.

    ``answers``: how many answers are behind each mean; of an element that it lacks everybody's.
    """

    @property
    def respondents(self) -> int | None: ...

    @property
    def scores(self) -> Mapping[str, Decimal]: ...

    @property
    def answers(self) -> Mapping[str, int]: ...


@dataclass(frozen=True, slots=True)
class Hidden:
    """``services``: hidden with all that they have; ``cells``: single scores of others, by service and element key."""

    services: frozenset[str]
    cells: frozenset[tuple[str, str]]

    def lacks_index(self, name: str) -> bool:
        """Whether the index of a service is hidden: with the other scores it tells the hidden one."""
        return name in self.services or any(name == service for service, _key in self.cells)


@dataclass(frozen=True, slots=True)
class _Part:
    """Some people's answers to one element: ``count`` of them, 0 where there are none."""

    count: int
    mean: Decimal


def hidden_results(found: Mapping[str, Counted], whole: Counted) -> Hidden:
    """What of these services is hidden; all of them where none could be shown safely.

    What is hidden with a small result is never it alone, nor fewer than five answers, so a reader who takes all that
    is shown from the whole learns what five or more people said together. The order of services changes nothing.
    """
    people = {name: _Part(result.respondents or 0, Decimal(0)) for name, result in found.items()}
    rest = (whole.respondents or 0) - sum(part.count for part in people.values())
    services = _covered(people | {REST: _Part(max(0, rest), Decimal(0))}, FEWEST, frozenset())
    keys = {key for result in found.values() for key in result.scores}
    cells = set()
    for key in keys:
        parts, fewest = _parts(key, found, whole)
        hidden = _covered(parts, fewest, services, ends=ENDS)
        cells |= {(name, key) for name in hidden - services}
    return Hidden(frozenset(services - {REST}), frozenset(cell for cell in cells if cell[0] != REST))


def _parts(key: str, found: Mapping[str, Counted], whole: Counted) -> tuple[dict[str, _Part], int]:
    """What each service and the rest answered to one element, and how many answers are of five people.

    Where an element has several questions, a person gives as many answers.
    """
    parts = {name: _part(key, result) for name, result in found.items()}
    everybody = _part(key, whole)
    left = everybody.count - sum(part.count for part in parts.values())
    if left > 0:
        total = everybody.mean * everybody.count - sum(part.mean * part.count for part in parts.values())
        mean = round_half_up(Fraction(total) / left, Decimal("0.01"))
        parts[REST] = _Part(left, min(max(mean, ENDS[0]), ENDS[1]))
    people = [(whole.respondents or 0, everybody.count)]
    people += [(found[name].respondents or 0, part.count) for name, part in parts.items() if name != REST]
    questions = max((-(-count // number) for number, count in people if number), default=1)
    return parts, FEWEST * max(1, questions)


def _part(key: str, result: Counted) -> _Part:
    if key not in result.scores:
        return _Part(0, Decimal(0))
    return _Part(result.answers.get(key, result.respondents or 0), result.scores[key])


def _covered(
    parts: Mapping[str, _Part], fewest: int, hidden: Set[str], *, ends: tuple[Decimal, ...] = ()
) -> frozenset[str]:
    """The names that are hidden: these, the small ones, the rest, and of others the smallest that cover the small."""
    answered = {name: part for name, part in parts.items() if part.count}
    small = {name for name, part in answered.items() if part.count < fewest}
    gone = {name for name in answered if name in hidden or name in small or name == REST}
    by_size = sorted(answered.keys() - gone, key=lambda name: (answered[name].count, name))
    while small and by_size:
        counts = [answered[name].count for name in gone]
        means = {answered[name].mean for name in gone}
        end = next((end for end in ends if means == {end}), None)
        if len(gone) < 2 or sum(counts) < fewest or sum(counts) == len(counts):
            more = by_size[0]
        elif end is not None and (others := [name for name in by_size if answered[name].mean != end]):
            more = others[0]
        else:
            break  # safe, or everybody is at that end, which the whole says itself
        by_size.remove(more)
        gone.add(more)
    return frozenset(gone)
