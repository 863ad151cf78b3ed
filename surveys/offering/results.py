"""What a survey found of each service: read, and written in place of what was there."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from surveys.ikm import index_of, weights_for
from surveys.models import Element, ServiceResult, ServiceScore, Survey
from surveys.offering.kinds import named_services
from surveys.reading import Scale


@dataclass(frozen=True, slots=True)
class OfService:
    """``scores``: element key to mean (1–4), of those elements that somebody answered."""

    respondents: int
    scores: Mapping[str, Decimal]

    def index_on(self, scale: Scale) -> Decimal | None:
        """The index (25.00–100.00), taken as that of the whole survey; None while an element has no score."""
        if len(self.scores) != len(scale.elements):
            return None
        return index_of(list(self.scores.values()), weights_for(self.scores, scale.questions))


def service_results(survey: Survey) -> dict[str, OfService]:
    """By the name of the service, in the office's order; two queries."""
    rows = ServiceResult.objects.filter(survey=survey).select_related("service").prefetch_related("scores__element")
    return {
        row.service.name: OfService(row.respondents, {one.element.key: one.score for one in row.scores.all()})
        for row in rows
    }


def write_service_results(survey: Survey, found: Mapping[str, OfService], elements: Mapping[str, Element]) -> None:
    """Put these results in place of those that a survey has, for who holds it and its office."""
    ServiceResult.objects.filter(survey=survey).delete()
    services = named_services(survey.office, found)
    for name, result in found.items():
        row = ServiceResult.objects.create(survey=survey, service=services[name], respondents=result.respondents)
        ServiceScore.objects.bulk_create(
            ServiceScore(result=row, element=elements[key], score=score) for key, score in result.scores.items()
        )
