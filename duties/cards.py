"""The cycles of a list, each as a card: state, index, grade, and how its plans stand."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Prefetch, QuerySet

from followups.models import ActionPlan, Status
from surveys.basis import weights_by_survey
from surveys.ikm import Grade, IndexResult, index_result, weights_for
from surveys.models import ElementScore, GradeBand, Survey

ICONS = {
    Status.DONE: "circle-check",
    Status.IN_PROGRESS: "circle-dot",
    Status.NOT_STARTED: "circle",
    Status.IMPOSSIBLE: "circle-slash",
}


@dataclass(frozen=True, slots=True)
class StatusCount:
    """How many plans have a status; ``start`` and ``share`` place it on a bar of 100 units."""

    key: str
    label: str
    icon: str
    number: int
    start: Decimal
    share: Decimal


@dataclass(frozen=True, slots=True)
class CycleCard:
    """A cycle in a list. ``index`` is None until every element of the survey has a score."""

    survey: Survey
    index: IndexResult | None
    statuses: tuple[StatusCount, ...]
    plans: int
    done: int


def cards_of(surveys: QuerySet[Survey]) -> list[CycleCard]:
    """A card for each survey; the number of queries does not grow with them."""
    by_element = Prefetch("scores", ElementScore.objects.select_related("element"))
    asked = surveys.annotate(asked=Count("instrument__elements", distinct=True))
    found = list(asked.select_related("office").prefetch_related(by_element))
    grades = defaultdict(list)
    for band in GradeBand.objects.all():
        grades[band.instrument_id].append(Grade(band.letter, band.label, band.lowest))
    counts = _counts(found)
    questions = weights_by_survey(found)
    cards = []
    for survey in found:
        scores = {row.element.key: row.score for row in survey.scores.all()}
        index = None
        if scores and len(scores) == survey.asked:
            weights = weights_for(scores, questions.get(survey.pk, {}))
            index = index_result(tuple(scores.values()), survey.declared_index, grades[survey.instrument_id], weights)
        plans = counts[survey.pk]
        cards.append(CycleCard(survey, index, status_counts(plans), sum(plans.values()), plans[Status.DONE]))
    return cards


def status_counts(counts: Mapping[str, int]) -> tuple[StatusCount, ...]:
    """A part of the bar for each status, those without plans too."""
    total = sum(counts.values())
    start = Decimal(0)
    found = []
    for status, icon in ICONS.items():
        share = Decimal(100 * counts[status.value]) / total if total else Decimal(0)
        label = "selesai" if status is Status.DONE else status.label.lower()
        found.append(StatusCount(status.value, label, icon, counts[status.value], start, share))
        start += share
    return tuple(found)


def _counts(surveys: Iterable[Survey]) -> dict[int, dict[str, int]]:
    counts: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    path = "priority__followup__survey"
    rows = ActionPlan.objects.filter(**{f"{path}__in": surveys}).order_by().values_list(path, "status")
    for survey, status, number in rows.annotate(Count("pk")):
        counts[survey][status] = number
    return counts
