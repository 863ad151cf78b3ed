"""Undoing a change of a plan: an ordinary change of its own, made only while what was done still stands."""

from typing import Any

from django.db.models import Max

from followups.fields import PLAN_TEXTS
from followups.models import ActionPlan, Priority
from followups.months import Month
from followups.planning import plans as planning
from followups.planning.plans import Promise, held_plan, planned_months, promise_of, told_promise, write_promise
from followups.realising.realisation import copy_completion
from followups.undoable import Undo, meanwhile, services_named, units_named
from offices.audit import record
from offices.declining import Declined
from offices.models import AuditEvent, User
from offices.profile.ordering import move
from offices.sending.changes import last_change
from surveys.models import Survey

GONE = "RTL itu sudah dihapus, sehingga perubahannya tidak dapat diurungkan."


def _plan_of(survey: Survey, event: AuditEvent) -> ActionPlan:
    plan = ActionPlan.objects.filter(pk=event.object_id, priority__followup__survey=survey).first()
    if plan is None:
        raise Declined(GONE)
    return held_plan(plan)


def _unchanged(survey: Survey, actor: User, event: AuditEvent) -> ActionPlan:
    plan = _plan_of(survey, event)
    if told_promise(promise_of(plan)) != event.after:
        raise meanwhile("RTL", last_change(plan, actor))
    return plan


def _change_back(survey: Survey, actor: User, event: AuditEvent) -> None:
    plan = _unchanged(survey, actor, event)
    planning.change_plan(survey, actor, plan, _promise_told(survey, event.before), plan.revision)


def _months_back(survey: Survey, actor: User, event: AuditEvent) -> None:
    plan = _plan_of(survey, event)
    before = set(event.before["months"])
    after = set(event.after["months"])
    changed = {Month.parse(month) for month in before ^ after}
    was_added = bool(after - before)
    if not changed:
        return
    present = set(planned_months(plan))
    if changed & present != (changed if was_added else set()):
        raise meanwhile("RTL", last_change(plan, actor))
    planning.plan_months(survey, actor, plan, changed, planned=not was_added)


def _place_back(survey: Survey, actor: User, event: AuditEvent) -> None:
    plan = _plan_of(survey, event)
    rows = list(ActionPlan.objects.filter(priority=plan.priority_id).values_list("pk", flat=True))
    if rows.index(plan.pk) + 1 != event.after["position"]:
        raise meanwhile("RTL", "")
    planning.move_plan(survey, actor, plan, event.before["position"])


def _restore(survey: Survey, actor: User, event: AuditEvent) -> None:
    """A deleted plan again, under its own number, so that what points to it still does, and at its place."""
    told = event.before
    priority = Priority.objects.filter(followup__survey=survey, element__key=told["element"]).first()
    if priority is None:
        raise Declined("RTL itu tidak dapat dikembalikan, karena unsurnya sudah bukan prioritas.")
    plan = ActionPlan(pk=int(event.object_id), priority=priority, revision=told["revision"] + 1)
    if ActionPlan.objects.filter(pk=plan.pk).exists():
        raise Declined("RTL itu sudah dikembalikan.")
    origin = ActionPlan.objects.filter(pk=told.get("continues")).first()
    if origin and hasattr(origin, "continued_by"):
        raise Declined("RTL itu tidak dapat dikembalikan, karena RTL yang diteruskannya sudah diteruskan lagi.")
    plan.continues = origin
    plan.position = (priority.plans.aggregate(last=Max("position"))["last"] or 0) + 1
    write_promise(plan, _promise_told(survey, told))
    if origin:
        copy_completion(plan, origin)
    rows = list(ActionPlan.objects.filter(priority=priority))
    move(rows, plan.pk, min(told["position"], len(rows)))
    record(actor, "plan.restore", plan, survey.office, after=told)


def _promise_told(survey: Survey, told: dict[str, Any]) -> Promise:
    """The promise that the trail tells in names."""
    return Promise(
        **{field.key: told[field.key] for field in PLAN_TEXTS},
        months=tuple(Month.parse(month) for month in told["months"]),
        all_units=told["all_units"],
        units=units_named(survey, told["units"]),
        lead=units_named(survey, [told["lead"]])[0] if told["lead"] else None,
        services=services_named(survey, told.get("services", [])),
        others=tuple(told.get("others", ())),
    )


UNDONE: dict[str, Undo] = {
    "plan.add": lambda survey, actor, event: planning.delete_plan(survey, actor, _unchanged(survey, actor, event)),
    "plan.change": _change_back,
    "plan.month": _months_back,
    "plan.move": _place_back,
    "plan.delete": _restore,
}
"""How what an event of the trail tells is undone, by its action."""
