"""Bringing an earlier text of a plan back: an ordinary change, by whoever may make it, recorded like any other."""

from dataclasses import replace
from typing import Any

from followups.fields import PLAN_TEXTS
from followups.models import ActionPlan
from followups.planning.plans import change_plan, promise_of
from followups.realising.realisation import realisation_of, realise
from followups.timeline.steps import TEXTS, earlier_text
from offices.declining import Declined, Overtaken
from offices.models import AuditEvent, User
from offices.permissions import Action

GONE = "Teks itu tidak ada lagi dalam riwayat RTL ini. Muat ulang halaman ini."
MEANWHILE = "RTL ini disimpan lagi sejak Anda membuka riwayatnya. Muat ulang halaman ini, lalu coba lagi."
PROMISED = frozenset(field.key for field in PLAN_TEXTS)


def action_for(field: str) -> Action:
    """What one must be allowed to do to bring a text of this field back."""
    return Action.EDIT_PLAN if field in PROMISED else Action.EDIT_REALISATION


def bring_back(actor: User, plan: ActionPlan, event: int, field: str, revision: int) -> str:
    """Write the text that ``event`` replaced again; returns the field's label.

    Raises Declined where the text is not there, the plan was saved meanwhile, or what was done would lack something;
    CycleLockedError.
    """
    told = AuditEvent.objects.filter(object_kind="actionplan", object_id=str(plan.pk), pk=event).first()
    text = earlier_text(told, field) if told else ""
    if not text:
        raise Declined(GONE)
    again: dict[str, Any] = {field: text}
    try:
        if field in PROMISED:
            survey = plan.priority.followup.survey
            change_plan(survey, actor, plan, replace(promise_of(plan), **again), revision)
        else:
            realise(actor, plan, replace(realisation_of(plan), **again), revision)
    except Overtaken:
        raise Declined(MEANWHILE) from None
    return TEXTS[field].label
