"""What the public said of each service, as a page of the workbook; the survey has it, the report does not print it."""

from offices.spreadsheets.pages import Column, Page, Value
from reports.document.chapters.cells import NONE
from reports.workbook.tables import NUMBER
from surveys.basis import scale_of_survey
from surveys.ikm import grade_of
from surveys.models import Survey
from surveys.offering.results import OfService, service_results
from surveys.reading import Scale


def service_page(survey: Survey, lines: tuple[str, ...]) -> Page | None:
    """A row for each service with its respondents, its means and its index; none where answers named no service."""
    results = service_results(survey)
    if not results:
        return None
    scale = scale_of_survey(survey)
    return Page(
        name="Nilai per layanan",
        title="Nilai rata-rata unsur per jenis layanan",
        lines=lines,
        columns=(
            NUMBER,
            Column("Jenis Layanan", 30),
            Column("Responden", 11, align="center"),
            *(Column(name, 13, places=2, align="center") for _key, name in scale.elements),
            Column("IKM", 9, places=2, align="center"),
            Column("Mutu", 8, align="center"),
        ),
        rows=tuple(_row(number, name, result, scale) for number, (name, result) in enumerate(results.items(), start=1)),
        landscape=True,
    )


def _row(number: int, name: str, result: OfService, scale: Scale) -> tuple[Value, ...]:
    index = result.index_on(scale)
    grade = NONE if index is None else grade_of(index, scale.grades).letter
    scores = (result.scores.get(key, NONE) for key, _name in scale.elements)
    return number, name, result.respondents, *scores, index if index is not None else NONE, grade
