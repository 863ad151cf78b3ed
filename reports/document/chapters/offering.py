"""The table of the results per service, where there are two of them at least; small ones are hidden. Pure."""

from dataclasses import dataclass

from reports.cycle.model import ServiceData
from reports.document.chapters.cells import NONE, whose
from reports.document.chapters.profile import MARK
from reports.document.facts import Facts
from reports.document.shapes import TableHead
from reports.words.language import decimal_text, integer_text
from surveys.ikm import grade_of, index_of, weights_for
from surveys.offering.hiding import ENOUGH, Hidden, hidden_results
from surveys.respondents.disclosure import FEWEST

HIDING = (
    f"{MARK} disembunyikan (kurang dari {FEWEST} jawaban, atau dapat membuka hasil layanan lain yang disembunyikan)"
)


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """``scores`` in the order of Tabel 2.1, a dash where nobody answered; ``index`` and ``grade`` as of a survey.

    Of a hidden service every cell but its name is MARK; of one with a hidden score that and what is made of it.
    """

    name: str
    respondents: str
    scores: tuple[str, ...]
    index: str
    grade: str


@dataclass(frozen=True, slots=True)
class ServiceTable:
    """Tabel 2.3. ``numbers``: those of the elements in Tabel 2.1; the legend explains them and MARK."""

    head: TableHead
    numbers: tuple[int, ...]
    rows: tuple[ServiceRow, ...]


def service_table(facts: Facts) -> ServiceTable | None:
    """In the office's order of its services; None where the whole says as much, or all would have to be hidden."""
    services = facts.cycle.survey.services
    hidden = hidden_results({service.name: service for service in services}, facts.cycle.survey)
    if len(services) < ENOUGH or len(hidden.services) == len(services):
        return None
    order = facts.source.services
    places = {name: place for place, name in enumerate(order)}
    ordered = sorted(services, key=lambda service: places.get(service.name, len(order)))
    numbers = range(1, len(facts.elements) + 1)
    legend = [f"{number} {element.name}" for number, element in enumerate(facts.elements.values(), start=1)]
    if hidden.services or hidden.cells:
        legend.append(HIDING)
    return ServiceTable(
        head=TableHead("Tabel 2.3", f"Hasil SKM per Jenis Layanan {whose(facts)}", "tabel-2-3", tuple(legend)),
        numbers=tuple(numbers),
        rows=tuple(
            ServiceRow(service.name, respondents=MARK, scores=(MARK,) * len(numbers), index=MARK, grade=MARK)
            if service.name in hidden.services
            else _row(service, facts, hidden)
            for service in ordered
        ),
    )


def _row(service: ServiceData, facts: Facts, hidden: Hidden) -> ServiceRow:
    known = {key: service.scores[key] for key in facts.elements if key in service.scores}
    method = facts.source.method
    index = None
    if len(known) == len(facts.elements):
        index = index_of(tuple(known.values()), weights_for(known, method.questions if method else {}))
    lacks_index = hidden.lacks_index(service.name)
    grade = NONE if index is None else grade_of(index, facts.source.instrument.grades).letter
    return ServiceRow(
        name=service.name,
        respondents=integer_text(service.respondents),
        scores=tuple(_score(service, key, hidden) for key in facts.elements),
        index=MARK if lacks_index else NONE if index is None else decimal_text(index),
        grade=MARK if lacks_index else grade,
    )


def _score(service: ServiceData, key: str, hidden: Hidden) -> str:
    if (service.name, key) in hidden.cells:
        return MARK
    return decimal_text(service.scores[key]) if key in service.scores else NONE
