"""Who is told of what happens to a plan: that it waits for a decision, that it came back to be mended."""

from django.db.models import QuerySet
from django.urls import reverse

from followups.models import ActionPlan
from offices.models import UNIT_ROLES, Membership, NoticeKind, Role, User
from offices.notices.telling import tell


def tell_waiting(actor: User, plan: ActionPlan) -> None:
    """Tell who may decide on a plan that ``actor`` sent."""
    tell(_deciders(plan, actor), NoticeKind.WAITS, actor, f"{_page('approvals', plan)}?rtl={plan.pk}", **_told(plan))


def tell_returned(actor: User, plan: ActionPlan) -> None:
    """Tell who sent a plan, and whose units answer for it, that it came back."""
    answering = _active(plan).filter(role__in=UNIT_ROLES, unit__in=_units(plan))
    sender = [plan.submitted_by] if plan.submitted_by and plan.submitted_by.is_active else []
    tell({*_people(answering), *sender}, NoticeKind.RETURNED, actor, _page("realisation", plan, plan.pk), **_told(plan))


def _deciders(plan: ActionPlan, sender: User) -> set[User]:
    """The heads of the units that answer; where there is none admin and secretary; else any head of the office.

    All that may decide find it on their home page; these are the ones from whom it is expected.
    """
    others = _active(plan).exclude(user=sender)
    heads = others.filter(role=Role.HEAD)
    circles = (heads.filter(unit__in=_units(plan)), others.filter(role__in=(Role.ADMIN, Role.SECRETARY)), heads)
    return next((people for circle in circles if (people := _people(circle))), set())


def _people(memberships: QuerySet[Membership]) -> set[User]:
    return {member.user for member in memberships.select_related("user")}


def _active(plan: ActionPlan) -> QuerySet[Membership]:
    return Membership.objects.filter(office=plan.priority.followup.survey.office, user__is_active=True)


def _units(plan: ActionPlan) -> list[int]:
    """The units that answer for a plan: the one that leads, else all or those that are named."""
    if plan.lead_id:
        return [plan.lead_id]
    units = plan.priority.followup.survey.office.units if plan.all_units else plan.units
    return list(units.values_list("pk", flat=True))


def _page(name: str, plan: ActionPlan, *more: object) -> str:
    survey = plan.priority.followup.survey
    return reverse(name, args=(survey.office.code, survey.period, *more))


def _told(plan: ActionPlan) -> dict[str, str]:
    return {"plan": plan.programme}
