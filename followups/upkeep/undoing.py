"""Undoing a change of an upkeep: an ordinary change of its own, made only while what was done still stands."""

from typing import Any

from django.db.models import Max

from followups.models import FollowUp, Upkeep
from followups.undoable import Undo, meanwhile, units_named
from followups.upkeep import care as upkeeping
from followups.upkeep.care import Care, care_of, told_care, write_care
from offices.audit import record
from offices.declining import Declined
from offices.models import AuditEvent, User
from offices.profile.ordering import move
from offices.sending.changes import last_change
from surveys.models import Survey

GONE = "Pemeliharaan itu sudah dihapus, sehingga perubahannya tidak dapat diurungkan."


def _row_of(survey: Survey, event: AuditEvent) -> Upkeep:
    rows = Upkeep.objects.select_related("element").filter(pk=event.object_id, followup__survey=survey)
    row = rows.first()
    if row is None:
        raise Declined(GONE)
    return row


def _unchanged(survey: Survey, actor: User, event: AuditEvent) -> Upkeep:
    row = _row_of(survey, event)
    if told_care(care_of(row)) != event.after:
        raise meanwhile("pemeliharaan", last_change(row, actor))
    return row


def _change_back(survey: Survey, actor: User, event: AuditEvent) -> None:
    row = _unchanged(survey, actor, event)
    upkeeping.change_upkeep(survey, actor, row, _care_told(survey, event.before), row.revision)


def _place_back(survey: Survey, actor: User, event: AuditEvent) -> None:
    row = _row_of(survey, event)
    rows = list(Upkeep.objects.filter(followup=row.followup_id).values_list("pk", flat=True))
    if rows.index(row.pk) + 1 != event.after["position"]:
        raise meanwhile("pemeliharaan", "")
    upkeeping.move_upkeep(survey, actor, row, event.before["position"])


def _restore(survey: Survey, actor: User, event: AuditEvent) -> None:
    """A deleted upkeep again, under its own number and at its place."""
    told = event.before
    followup = FollowUp.objects.get(survey=survey)
    if Upkeep.objects.filter(pk=event.object_id).exists():
        raise Declined("Pemeliharaan itu sudah dikembalikan.")
    row = Upkeep(pk=int(event.object_id), followup=followup, revision=told["revision"] + 1)
    row.position = (followup.upkeep.aggregate(last=Max("position"))["last"] or 0) + 1
    write_care(row, _care_told(survey, told), survey)
    rows = list(followup.upkeep.all())
    move(rows, row.pk, min(told["position"], len(rows)))
    record(actor, "upkeep.restore", row, survey.office, after=told)


def _care_told(survey: Survey, told: dict[str, Any]) -> Care:
    """The upkeep that the trail tells in names."""
    units = units_named(survey, told["units"])
    others = tuple(told.get("others", ()))
    return Care(told["element"], told["plan"], told["activity"], told["all_units"], units, others)


UNDONE: dict[str, Undo] = {
    "upkeep.add": lambda survey, actor, event: upkeeping.delete_upkeep(survey, actor, _unchanged(survey, actor, event)),
    "upkeep.change": _change_back,
    "upkeep.move": _place_back,
    "upkeep.delete": _restore,
}
"""How what an event of the trail tells is undone, by its action."""
