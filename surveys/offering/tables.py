"""The results of each service as a table, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from surveys.ikm import grade_of, round_half_up
from surveys.offering.results import OfService
from surveys.reading import Scale
from surveys.typed_numbers import decimal_words

ENOUGH = 2
"""From how many services on a table says more than the whole does."""


@dataclass(frozen=True, slots=True)
class ServiceLine:
    """``scores`` (1–4) in the order of the questionnaire, empty where nobody answered; ``index`` 25,00–100,00."""

    name: str
    respondents: int
    scores: tuple[str, ...]
    index: str
    grade: str


def service_lines(results: Mapping[str, OfService], scale: Scale) -> tuple[ServiceLine, ...]:
    """A line for each service, none at all where there are fewer than two."""
    if len(results) < ENOUGH:
        return ()
    return tuple(_line(name, result, scale) for name, result in results.items())


def _line(name: str, result: OfService, scale: Scale) -> ServiceLine:
    index = result.index_on(scale)
    scores = (result.scores.get(key) for key, _name in scale.elements)
    return ServiceLine(
        name=name,
        respondents=result.respondents,
        scores=tuple("" if score is None else decimal_words(round_half_up(Fraction(score))) for score in scores),
        index="" if index is None else decimal_words(index),
        grade="" if index is None else grade_of(index, scale.grades).letter,
    )
