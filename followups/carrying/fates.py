"""What became of plans that a report left open: the last plan of each chain in which one continues the other."""

from collections.abc import Collection

from followups.models import ActionPlan, Review, Status


def fates_of(origins: Collection[int]) -> dict[int, ActionPlan]:
    """The last plan that continues each of these (by id), of those that were taken up; a query for each cycle on."""
    last: dict[int, ActionPlan] = {}
    ends = {origin: origin for origin in origins}
    while ends:
        later = ActionPlan.objects.filter(continues__in=ends).order_by()
        following = {plan.continues_id: plan for plan in later}
        last |= {origin: following[end] for end, origin in ends.items() if end in following}
        ends = {following[end].pk: origin for end, origin in ends.items() if end in following}
    return last


def is_settled(plan: ActionPlan) -> bool:
    """Whether it is done, and a second person accepted that."""
    return plan.status == Status.DONE and plan.review == Review.APPROVED
