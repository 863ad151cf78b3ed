"""What a survey found of each service: read, and written in place of what was there."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from surveys.ikm import index_of
from surveys.models import Element, ServiceResult, ServiceScore, Survey
from surveys.offering.kinds import named_services


@dataclass(frozen=True, slots=True)
class OfService:
    """``scores``: element key to mean (1–4), of those elements that somebody answered."""

    respondents: int
    scores: Mapping[str, Decimal]

    def index_for(self, elements: int) -> Decimal | None:
        """The index (25.00–100.00); None while one of so many elements has no score."""
        return index_of(list(self.scores.values())) if len(self.scores) == elements else None


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
