"""Undoing what a person did last to web pages that are proof: a change of its own, while what was done still stands."""

from datetime import date
from typing import Any

from followups.evidence.arranging import group_of
from followups.evidence.places import Place
from followups.evidence.proofs import end_approvals
from followups.evidence.web.citing import Cited, change_cited, cited_of, take_out, told, write
from followups.models import WebProof
from followups.undoable import meanwhile
from offices.audit import record
from offices.declining import Declined
from offices.models import AuditEvent, User
from offices.sending.changes import last_change
from surveys.models import Survey

TOLD = {
    "web.add": "Laman bukti ditambahkan.",
    "web.change": "Laman bukti diubah.",
    "web.delete": "Laman bukti dihapus.",
}
"""What can be undone, by its action in the trail."""
BACK_ALREADY = "Laman itu sudah dikembalikan."


def drop_again(survey: Survey, actor: User, event: AuditEvent) -> None:
    """A page that was added is there no more."""
    take_out(actor, _as_left(survey, actor, event))


def change_back(survey: Survey, actor: User, event: AuditEvent) -> None:
    change_cited(actor, _as_left(survey, actor, event), _cited(event.before))


def bring_back(survey: Survey, actor: User, event: AuditEvent, place: Place) -> None:
    """A page that was taken out is there again, under its own number."""
    if WebProof.objects.filter(pk=event.object_id).exists():
        raise Declined(BACK_ALREADY)
    proof = write(WebProof(pk=int(event.object_id), group=group_of(place)), _cited(event.before), survey)
    after = told(place, proof) | end_approvals(actor, [place.plan])
    record(actor, "web.restore", proof, survey.office, after=after)


def _as_left(survey: Survey, actor: User, event: AuditEvent) -> WebProof:
    """The page of which an event tells; Declined where it is gone or says something else by now."""
    proofs = WebProof.objects.select_related("group__plan", "group__upkeep", "group__followup__survey__office")
    proof = proofs.filter(pk=event.object_id, group__followup__survey=survey).first()
    if proof is None:
        raise meanwhile("laman bukti", "")
    if cited_of(proof) != _cited(event.after):
        raise meanwhile("laman bukti", last_change(proof, actor, "web.change"))
    return proof


def _cited(values: dict[str, Any]) -> Cited:
    return Cited(values["address"], values["caption"], date.fromisoformat(values["opened_on"]))
