"""How far the cycles of offices are: each as a card, with its plans by element and the report in force."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count

from duties.cards import CycleCard, StatusCount, cards_of, status_counts
from duties.cycles import OwnCycle
from followups.models import ActionPlan, Status
from offices.models import Office
from reports.issuing.handing.delivery import NOT_SENT, Delivery
from reports.models import Report
from reports.reading.versions import versions_in_force
from surveys.models import LATEST_FIRST, Survey

PATH = "priority__followup__survey"


@dataclass(frozen=True, slots=True)
class ElementProgress:
    """How the plans of one priority element stand."""

    name: str
    statuses: tuple[StatusCount, ...]
    plans: int
    done: int


@dataclass(frozen=True, slots=True)
class CycleProgress:
    """A cycle with its plans by element, the report of it that is in force, and how far that was handed on."""

    card: CycleCard
    elements: tuple[ElementProgress, ...]
    signed: Report | None
    delivery: Delivery = NOT_SENT


@dataclass(frozen=True, slots=True)
class OfficeProgress:
    """An office with those of its cycles that matter now, the latest first."""

    office: Office
    cycles: tuple[CycleProgress, ...]


def own_progress(
    offices: Sequence[Office], cycles: Iterable[OwnCycle], sent: Mapping[int, Delivery]
) -> list[OfficeProgress]:
    """Of one's own offices: the latest cycle, and every other that is not signed yet. ``cycles``: the latest first.

    ``sent``: how far reports were handed on, by the id of their survey.
    """
    chosen: dict[int, list[int]] = defaultdict(list)
    for cycle in cycles:
        if not cycle.is_signed or not chosen[cycle.office.pk]:
            chosen[cycle.office.pk].append(cycle.survey.pk)
    return _progress(offices, chosen, sent)


def progress_below(offices: Sequence[Office]) -> list[OfficeProgress]:
    """Of the offices below: the latest cycle of each."""
    surveys = Survey.objects.filter(office__in=offices).order_by(*LATEST_FIRST).reverse()
    latest = {office: [survey] for survey, office in surveys.values_list("pk", "office")}
    return _progress(offices, latest, {})


def _progress(
    offices: Sequence[Office], chosen: Mapping[int, list[int]], sent: Mapping[int, Delivery]
) -> list[OfficeProgress]:
    surveys = [survey for own in chosen.values() for survey in own]
    cards = {card.survey.pk: card for card in cards_of(Survey.objects.filter(pk__in=surveys))}
    elements = _elements(surveys)
    signed = versions_in_force(surveys)
    return [
        OfficeProgress(
            office,
            tuple(
                CycleProgress(cards[survey], elements[survey], signed.get(survey), sent.get(survey, NOT_SENT))
                for survey in chosen.get(office.pk, [])
            ),
        )
        for office in offices
    ]


def _elements(surveys: Iterable[int]) -> dict[int, tuple[ElementProgress, ...]]:
    """The elements of each cycle in the order of their priority."""
    rows = ActionPlan.objects.filter(**{f"{PATH}__in": list(surveys)}).order_by(PATH, "priority__position")
    counts: dict[tuple[int, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for survey, element, status, number in rows.values_list(PATH, "priority__element__name", "status").annotate(
        Count("pk")
    ):
        counts[survey, element][status] = number
    found: dict[int, tuple[ElementProgress, ...]] = defaultdict(tuple)
    for (survey, element), by_status in counts.items():
        bar = status_counts(by_status)
        total = sum(by_status.values())
        found[survey] = (*found[survey], ElementProgress(element, bar, total, by_status[Status.DONE]))
    return found
