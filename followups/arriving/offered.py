"""Where photos that a phone shares may go: every place of an open cycle that this person may add to."""

from collections import defaultdict
from dataclasses import dataclass

from followups.evidence.gallery import TRAY_LABEL
from followups.evidence.places import Place
from followups.models import ActionPlan, FollowUp
from followups.numbering import labels_in
from offices.permissions import Action, Person, visible
from surveys.models import Lock, Survey


@dataclass(frozen=True, slots=True)
class OfferedPlace:
    """One place that can be chosen; ``address`` as PlaceConverter reads it."""

    address: str
    label: str
    subject: str = ""


@dataclass(frozen=True, slots=True)
class OfferedCycle:
    """The places of one cycle in the order of its report, the tray last."""

    survey: Survey
    places: tuple[OfferedPlace, ...]


def offered_to(user: Person) -> list[OfferedCycle]:
    """The latest period first; a number of queries to which neither cycles nor plans add."""
    found: dict[FollowUp, list[OfferedPlace]] = defaultdict(list)
    with_office = ActionPlan.objects.select_related("priority__followup__survey__office")
    mine = visible(user, Action.EDIT_EVIDENCE, with_office.filter(priority__followup__survey__lock=Lock.OPEN))
    plans = list(mine.order_by("priority__position", "position"))
    labels = labels_in({plan.priority.followup_id for plan in plans})
    for plan in plans:
        place = Place(plan.priority.followup, plan=plan)
        found[plan.priority.followup].append(OfferedPlace(place.address, f"RTL {labels[plan.pk]}", plan.programme))
    open_ones = FollowUp.objects.filter(survey__lock=Lock.OPEN).select_related("survey__office")
    for followup in visible(user, Action.EDIT_EVIDENCE, open_ones):
        found[followup].append(OfferedPlace(Place(followup).address, TRAY_LABEL))
    named = sorted(found, key=lambda followup: followup.survey.office.name)
    latest_first = sorted(named, key=lambda followup: followup.survey.span.first_day, reverse=True)
    return [OfferedCycle(followup.survey, tuple(found[followup])) for followup in latest_first]
