"""What a survey found of each service: read, and written in place of what was there, from a file or as it was typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from django.db.models import Q

from offices.audit import record
from offices.declining import Declined
from offices.models import User
from surveys.ikm import index_of, weights_for
from surveys.locking import open_results
from surveys.models import Element, Service, ServiceResult, ServiceScore, Survey
from surveys.offering.kinds import named_services
from surveys.reading import Scale


@dataclass(frozen=True, slots=True)
class OfService:
    """``scores``: element key to mean (1–4), of those elements that somebody answered.

    ``is_typed``: by a person, not from the file of the survey's scores. ``answers``: how many are behind each score, as
    far as a file told it.
    """

    respondents: int
    scores: Mapping[str, Decimal]
    is_typed: bool = False
    answers: Mapping[str, int] = field(default_factory=dict)

    def index_on(self, scale: Scale) -> Decimal | None:
        """The index (25.00–100.00), taken as that of the whole survey; None while an element has no score."""
        if len(self.scores) != len(scale.elements):
            return None
        return index_of(list(self.scores.values()), weights_for(self.scores, scale.questions))


def service_results(survey: Survey) -> dict[str, OfService]:
    """By the name of the service, in the office's order; two queries."""
    rows = ServiceResult.objects.filter(survey=survey).select_related("service").prefetch_related("scores__element")
    return {
        row.service.name: OfService(
            row.respondents,
            {one.element.key: one.score for one in row.scores.all()},
            row.is_typed,
            {one.element.key: one.answers for one in row.scores.all() if one.answers},
        )
        for row in rows
    }


def whole_result(survey: Survey) -> OfService:
    """What the survey found of everybody, in the shape of one service; one query."""
    rows = tuple(survey.scores.values_list("element__key", "score", "answers"))
    return OfService(
        survey.respondents or 0,
        {key: score for key, score, _answers in rows},
        answers={key: answers for key, _score, answers in rows if answers},
    )


def typable_services(survey: Survey) -> list[Service]:
    """The services for which results may be typed: in use, or with results already."""
    wanted = Q(in_use=True) | Q(pk__in=survey.services.values("service"))
    return list(Service.objects.filter(wanted, office=survey.office_id))


def typed_results(survey: Survey) -> dict[str, OfService]:
    """Those of them that a person typed, which stay when the scores of the whole change."""
    return {name: result for name, result in service_results(survey).items() if result.is_typed}


def too_many(results: Mapping[str, OfService], respondents: int | None) -> str:
    """That the services have more respondents than the survey itself, or nothing."""
    total = sum(result.respondents for result in results.values())
    if respondents is None or total <= respondents:
        return ""
    return f"Responden semua layanan berjumlah {total}, melebihi {respondents} responden survei. Periksa keduanya."


def write_service_results(survey: Survey, found: Mapping[str, OfService], elements: Mapping[str, Element]) -> None:
    """Put these results in place of those that a survey has, for who holds it and its office."""
    ServiceResult.objects.filter(survey=survey).delete()
    services = named_services(survey.office, found)
    for name, result in found.items():
        row = ServiceResult.objects.create(
            survey=survey, service=services[name], respondents=result.respondents, is_typed=result.is_typed
        )
        ServiceScore.objects.bulk_create(
            ServiceScore(result=row, element=elements[key], score=score, answers=result.answers.get(key))
            for key, score in result.scores.items()
        )


def save_service_results(survey: Survey, actor: User, found: Mapping[str, OfService]) -> None:
    """Save what was typed, in place of all that there was; the same again is no event.

    Raises CycleLockedError unless the cycle is a draft, Declined where the services have too many respondents.
    """
    with open_results(survey) as held:
        before = _told(service_results(held))
        after = _told(found)
        if before == after:
            return
        if fault := too_many(found, held.respondents):
            raise Declined(fault)
        elements = {element.key: element for element in Element.objects.filter(instrument=held.instrument_id)}
        typed = {name: replace(result, is_typed=True) for name, result in found.items()}
        write_service_results(held, typed, elements)
        record(actor, "survey.services", held, held.office, before={"services": before}, after={"services": after})


def _told(results: Mapping[str, OfService]) -> dict[str, dict[str, Any]]:
    """Every number of each service, as the trail tells it."""
    return {name: {"respondents": result.respondents} | dict(result.scores) for name, result in results.items()}
