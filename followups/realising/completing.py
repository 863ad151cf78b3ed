"""Who is to complete what a report left open: those whom its Tabel 4.1 names, else those of the plan itself."""

from django.core.exceptions import PermissionDenied
from django.db.models import F, Q, QuerySet

from followups.models import ActionPlan, Completion
from followups.realising.realisation import completion_of
from offices.models import User
from offices.permissions import Action, fetch, refusal, visible


def completers_of(plan: ActionPlan) -> ActionPlan | Completion:
    """Where they stand; with ``completion`` and its units prefetched it asks the database nothing."""
    owed = completion_of(plan)
    return owed if owed and (owed.all_units or owed.units.all() or owed.others) else plan


def taking_up(user: User, plans: QuerySet[ActionPlan]) -> QuerySet[ActionPlan]:
    """Those of the plans that this person may let go on: whoever is to fill in the one that continues it.

    A unit that leads the plan leads what continues it, where it is among those who are to complete it.
    """
    bare = plans.order_by()
    says_who = Q(all_units=True) | Q(units__isnull=False) | ~Q(others="")
    named = Completion.objects.filter(says_who, plan__in=bare.values("pk"))
    leading = Q(plan__lead__isnull=False, plan__lead__closed_on=None)
    led = named.filter(leading, Q(all_units=True) | Q(units=F("plan__lead")))
    others = named.exclude(pk__in=led.values("pk"))
    as_planned = visible(user, Action.EDIT_REALISATION, bare).exclude(completion__in=others.values("pk"))
    as_named = visible(user, Action.EDIT_REALISATION, others)
    return plans.filter(Q(pk__in=as_planned.values("pk")) | Q(pk__in=as_named.values("plan")))


def fetch_to_take_up(user: User, plans: QuerySet[ActionPlan], pk: int) -> ActionPlan:
    """The plan that this person may let go on; raises Http404 and PermissionDenied as ``fetch`` does."""
    plan = fetch(user, Action.VIEW_CYCLE, plans, pk=pk)
    if not taking_up(user, ActionPlan.objects.filter(pk=pk)).exists():
        raise PermissionDenied(refusal(Action.EDIT_REALISATION, plan.priority.followup.survey.office))
    return plan
