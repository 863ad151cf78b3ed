"""Who is the second person of a realisation: whose role reaches its plan, or a head where nobody else is left.

In a small office the admin enters what units did that have no head; every head of it may then decide. Nobody ever
decides on what they sent themselves.
"""

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from followups.models import ActionPlan, Review, Status
from followups.responsible import ANSWERED_BY_UNIT
from offices.models import Membership, Role, User
from offices.permissions import Action, fetch, visible
from offices.recording.names import ERASED
from surveys.models import Lock, Survey

OFFICE = "priority__followup__survey__office"
SURVEY = "priority__followup__survey"
_WAITS = Q(review=Review.PENDING, submitted_by__isnull=False)
_COLLEAGUES = Membership.objects.filter(office=OuterRef(OFFICE), user__is_active=True).exclude(
    user=OuterRef("submitted_by")
)
"""Of who sent a plan: the roles in its office of all others who can still log in."""
_FOR_ALL_UNITS = [Role.ADMIN, Role.SECRETARY]
IS_LEFT_TO_NOBODY = _WAITS & ~Q(Exists(_COLLEAGUES.filter(role__in=[*_FOR_ALL_UNITS, Role.HEAD])))
"""Of a plan: it waits, and nobody in its office could decide on it but who sent it."""


def waiting_for(user: User, plans: QuerySet[ActionPlan]) -> QuerySet[ActionPlan]:
    """Those of the plans whose realisation waits for this person, in open cycles; the latest cycle of an office first,
    in the order of the tables.
    """
    waiting = plans.filter(review=Review.PENDING, **{f"{SURVEY}__lock": Lock.OPEN}).exclude(submitted_by=user)
    unordered = waiting.order_by()
    reached = visible(user, Action.APPROVE, unordered).values("pk")
    mine = waiting.filter(Q(pk__in=reached) | Q(pk__in=left_to_head(user, unordered).values("pk")))
    cycle = (f"{OFFICE}__code", f"-{SURVEY}__year", f"-{SURVEY}__number")
    return mine.order_by(*cycle, "priority__position", "position")


def fetch_to_decide(user: User, plans: QuerySet[ActionPlan], pk: int) -> ActionPlan:
    """The plan that this person may approve or return; raises Http404 and PermissionDenied as ``fetch`` does.

    Whether it still waits is for the verbs to say, which look at it under the lock.
    """
    left = _without_an_approver(user, plans.filter(pk=pk)).first()
    return left or fetch(user, Action.APPROVE, plans, pk=pk)


def left_to_head(head: User, plans: QuerySet[ActionPlan]) -> QuerySet[ActionPlan]:
    """The waiting plans on which a head of another unit may decide, because only who sent them could otherwise."""
    return _without_an_approver(head, plans).filter(review=Review.PENDING)


def left_to_nobody(plans: QuerySet[ActionPlan]) -> QuerySet[ActionPlan]:
    """The waiting plans on which nobody in their office could decide but who sent them."""
    return plans.filter(IS_LEFT_TO_NOBODY)


def _without_an_approver(head: User, plans: QuerySet[ActionPlan]) -> QuerySet[ActionPlan]:
    """The plans, be they decided or not, that somebody else sent and that only a head of another unit could decide."""
    offices = [member.office_id for member in head.memberships.all() if member.role == Role.HEAD]
    if not offices:
        return plans.none()
    answers_for_it = ActionPlan.objects.filter(pk=OuterRef(OuterRef("pk"))).filter(ANSWERED_BY_UNIT)
    approvers = _COLLEAGUES.filter(Q(role__in=_FOR_ALL_UNITS) | Q(Exists(answers_for_it), role=Role.HEAD))
    sent = plans.filter(submitted_by__isnull=False, **{f"{OFFICE}__in": offices}).exclude(submitted_by=head)
    return sent.filter(~Exists(approvers))


def approvers_of(survey: Survey) -> tuple[tuple[str, int], ...]:
    """Who approved how many of the plans of a cycle that are done, by name, whoever approved most first.

    Two people of one name are two; whose name was erased is not told.
    """
    done = ActionPlan.objects.filter(priority__followup__survey=survey, status=Status.DONE, review=Review.APPROVED)
    known = done.filter(reviewed_by__isnull=False).exclude(reviewed_by__name=ERASED).order_by()
    counted = known.values_list("reviewed_by", "reviewed_by__name").annotate(count=Count("pk"))
    return tuple(sorted(((name, count) for _, name, count in counted), key=lambda row: (-row[1], row[0])))
