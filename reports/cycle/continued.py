"""Plans that continue those of an earlier cycle: as a cycle file names them, and as rows hold on to each other."""

from collections import Counter

from followups.models import ActionPlan, FollowUp
from followups.numbering import labels_in, plan_labels
from followups.points import letter
from offices.models import Office
from reports.cycle.faults import CycleFault
from reports.cycle.model import Continued, Cycle
from surveys.models import Survey
from surveys.periods import of_period

PATH = "priority__followup__survey"


def continued_by_plans(followup: FollowUp) -> dict[int, Continued]:
    """What the plans of a cycle continue, by the id of the plan that does; two more queries where any does."""
    plans = ActionPlan.objects.filter(priority__followup=followup, continues__isnull=False)
    rows = list(plans.select_related(f"continues__{PATH}").order_by())
    earlier = [row.continues for row in rows if row.continues]
    labels = labels_in({plan.priority.followup_id for plan in earlier}) if earlier else {}
    return {
        row.pk: Continued(plan.priority.followup.survey.period, labels[plan.pk])
        for row, plan in zip(rows, earlier, strict=True)
    }


def continued_rows(cycle: Cycle, office: Office) -> dict[Continued, ActionPlan]:
    """The plans of the portal that those of a cycle say they continue; what is not there is left out."""
    named = {plan.continues for plan in cycle.followup.plans if plan.continues}
    found: dict[Continued, ActionPlan] = {}
    for period in {one.period for one in named}:
        followup = FollowUp.objects.filter(survey__office=office, **of_period(period, "survey__")).first()
        if followup is None:
            continue
        plans = ActionPlan.objects.filter(priority__followup=followup).in_bulk()
        by_name = {Continued(period, point): plans[pk] for pk, point in plan_labels(followup).items()}
        found |= {one: by_name[one] for one in named if one in by_name}
    return found


def continued_faults(cycle: Cycle, present: Survey | None) -> list[CycleFault]:
    """What stands against the plans that a cycle continues; ``present``: the cycle that gives way to it, if any."""
    office = Office.objects.filter(code=cycle.office.code).first()
    found = continued_rows(cycle, office) if office else {}
    taken = ActionPlan.objects.filter(continues__in=[plan.pk for plan in found.values()])
    others = set(taken.exclude(**{PATH: present}).values_list("continues_id", flat=True))
    times = Counter(plan.continues for plan in cycle.followup.plans if plan.continues)
    faults = []
    for number, priority in enumerate(cycle.followup.priorities):
        for position, plan in enumerate(priority.plans):
            if plan.continues is None:
                continue
            row = found.get(plan.continues)
            if plan.continues.span.last_day >= cycle.survey.span.first_day:
                fault = f"{plan.continues.name} bukan dari periode sebelumnya; seharusnya periode yang lebih dahulu"
            elif row is None:
                fault = f"{plan.continues.name} tidak ada dalam portal ini; muat dahulu siklus {plan.continues.period}"
            elif times[plan.continues] > 1 or row.pk in others:
                fault = f"{plan.continues.name} sudah diteruskan oleh RTL lain; seharusnya hanya sekali"
            else:
                continue
            faults.append(CycleFault(f"followup.priorities[{number}].plans[{position}].continues", fault))
    return faults + _left_alone(cycle, present)


def _left_alone(cycle: Cycle, present: Survey | None) -> list[CycleFault]:
    """Plans of the cycle that gives way which a later cycle continues, and which are no more."""
    if present is None:
        return []
    points = {
        f"{number} {letter(position)}"
        for number, priority in enumerate(cycle.followup.priorities, start=1)
        for position in range(len(priority.plans))
    }
    message = "RTL {} diteruskan oleh siklus sesudahnya; seharusnya tetap ada"
    gone = [point for point in _continued_points(present) if point not in points]
    return [CycleFault("followup.priorities", message.format(point)) for point in gone]


def _continued_points(survey: Survey) -> dict[str, ActionPlan]:
    """The plans of later cycles that continue those of this one, by the point of what they continue."""
    rows = {row.continues_id: row for row in ActionPlan.objects.filter(**{f"continues__{PATH}": survey})}
    labels = plan_labels(FollowUp.objects.get(survey=survey)) if rows else {}
    return {point: rows[pk] for pk, point in labels.items() if pk in rows}


def released(survey: Survey) -> dict[str, ActionPlan]:
    """Let go of the plans of a cycle that is about to be written anew: what later ones continue, by its point."""
    later = _continued_points(survey)
    ActionPlan.objects.filter(pk__in=[row.pk for row in later.values()]).update(continues=None)
    return later


def tie_again(followup: FollowUp, later: dict[str, ActionPlan]) -> None:
    """Let plans of later cycles continue the plans that stand now where the old ones stood."""
    pks = {point: pk for pk, point in plan_labels(followup).items()} if later else {}
    for point, row in later.items():
        ActionPlan.objects.filter(pk=row.pk).update(continues=pks[point])
