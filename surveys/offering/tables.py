"""The results of each service as a table on a page, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from surveys.ikm import grade_of, round_half_up
from surveys.offering.hiding import ENOUGH, Hidden, hidden_results
from surveys.offering.results import OfService
from surveys.reading import Scale
from surveys.typed_numbers import decimal_words

HIDDEN = "disembunyikan"


@dataclass(frozen=True, slots=True)
class ServiceLine:
    """``scores`` (1–4) in the order of the questionnaire, empty where nobody answered; ``index`` 25,00–100,00.

    ``is_hidden``: no report prints it, ``is_partly_hidden``: none prints all of it; ``respondents`` is None where the
    reader is not told of it at all.
    """

    name: str
    is_hidden: bool
    respondents: int | None = None
    scores: tuple[str, ...] = ()
    index: str = ""
    grade: str = ""
    is_partly_hidden: bool = False


@dataclass(frozen=True, slots=True)
class ServiceLines:
    """``elements``: their names, above the scores; ``has_hidden``: at least one line is hidden.

    ``is_typed``: a person typed them, they came from no file.
    """

    elements: tuple[str, ...]
    lines: tuple[ServiceLine, ...]
    is_typed: bool

    @property
    def has_hidden(self) -> bool:
        return any(line.is_hidden or line.is_partly_hidden for line in self.lines)


def service_lines(results: Mapping[str, OfService], scale: Scale, whole: OfService, *, in_office: bool) -> ServiceLines:
    """A line for each service, none at all where there are fewer than two. ``whole``: what everybody answered.

    ``in_office``: the reader is of the office itself and is told what is hidden from others.
    """
    hidden = hidden_results(results, whole)
    lines = [
        ServiceLine(name, is_hidden=True)
        if name in hidden.services and not in_office
        else _line(name, result, scale, hidden, in_office=in_office)
        for name, result in results.items()
    ]
    return ServiceLines(
        elements=tuple(name for _key, name in scale.elements),
        lines=tuple(lines) if len(lines) >= ENOUGH else (),
        is_typed=any(result.is_typed for result in results.values()),
    )


def _line(name: str, result: OfService, scale: Scale, hidden: Hidden, *, in_office: bool) -> ServiceLine:
    index = result.index_on(scale)
    is_partly_hidden = hidden.lacks_index(name) and name not in hidden.services
    index_words = "" if index is None else decimal_words(index)
    grade = "" if index is None else grade_of(index, scale.grades).letter
    scores = {
        key: decimal_words(round_half_up(Fraction(result.scores[key])))
        for key, _name in scale.elements
        if key in result.scores
    }
    if is_partly_hidden and not in_office:
        index_words = grade = HIDDEN
        scores |= {key: HIDDEN for service, key in hidden.cells if service == name}
    return ServiceLine(
        name=name,
        is_hidden=name in hidden.services,
        is_partly_hidden=is_partly_hidden,
        respondents=result.respondents,
        scores=tuple(scores.get(key, "") for key, _name in scale.elements),
        index=index_words,
        grade=grade,
    )
