"""What is proven, and what a second person's decision rests on: proofs as seen, approvals that end when these change.

The decision itself is a verb in realising/realisation.py.
"""

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from django.db.models import Count, Model

from followups.models import ActionPlan, EvidenceGroup, EvidencePhoto, EvidenceUse, Review, Status, WebProof
from followups.telling import tell_waiting
from offices.audit import record
from offices.declining import Declined
from offices.models import User

LAST_PROOF = (
    "Ini bukti dukung terakhir dari RTL yang berstatus Sudah, sehingga tidak dapat diambil. "
    "Tambahkan bukti lain dahulu, atau ubah statusnya."
)


PROOFS: tuple[type[EvidenceUse] | type[WebProof], ...] = (EvidenceUse, WebProof)
"""What proves: each row of a group."""


def is_proven(**of: Model) -> bool:
    """Whether anything proves a plan (``plan=``) or an upkeep (``upkeep=``)."""
    wanted = {f"group__{name}": row for name, row in of.items()}
    return any(kind.objects.filter(**wanted).exists() for kind in PROOFS)


def proof_count() -> Any:
    """How many proofs a plan of a query has, to annotate it with."""
    return Count("evidence__uses", distinct=True) + Count("evidence__web_proofs", distinct=True)


def proofs_of(plan: ActionPlan) -> str:
    """A digest of what proves a plan: pictures, web pages and what is said of them, whatever their order."""
    return proofs_of_each([plan.pk])[plan.pk]


def proofs_of_each(plans: Iterable[int]) -> dict[int, str]:
    """The digest of each of these plans (by id); two queries."""
    seen: dict[int, list[tuple[object, ...]]] = {plan: [] for plan in plans}
    rows = EvidenceUse.objects.filter(group__plan__in=seen).order_by("photo_id")
    for plan, *proof in rows.values_list("group__plan", "photo_id", "photo__sha256", "photo__caption", "group__note"):
        seen[plan].append(tuple(proof))
    pages = WebProof.objects.filter(group__plan__in=seen).order_by("pk")
    for plan, *proof in pages.values_list("group__plan", "pk", "address", "caption", "opened_on", "group__note"):
        seen[plan].append(tuple(proof))
    return {plan: sha256(repr(proofs).encode()).hexdigest()[:16] for plan, proofs in seen.items()}


def end_approvals(actor: User, plans: Iterable[ActionPlan | None]) -> dict[str, list[str]]:
    """Let those of the plans that are approved wait again; ``{"reopened": programmes}`` for the trail, or nothing.

    To be called under the cycle's lock by whoever changes what was approved, who then counts as the sender. Each plan
    has an event of its own, so that its timeline tells of it.
    """
    wanted = [plan.pk for plan in plans if plan is not None]
    approved = ActionPlan.objects.filter(pk__in=wanted, review=Review.APPROVED)
    rows = list(approved.select_related("priority__followup__survey__office"))
    approved.update(review=Review.PENDING, submitted_by=actor, reviewed_by=None, reviewed_at=None)
    before = {"review": Review.APPROVED}
    for plan in rows:
        office = plan.priority.followup.survey.office
        record(actor, "plan.reopen", plan, office, before=before, after={"review": Review.PENDING})
        tell_waiting(actor, plan)
    return {"reopened": [plan.programme for plan in rows]} if rows else {}


def proven_by(photo: EvidencePhoto) -> list[ActionPlan]:
    """The plans that a photo proves."""
    return list(ActionPlan.objects.filter(evidence__uses__photo=photo).distinct())


def guard_last_proof(group: EvidenceGroup) -> None:
    """Raise Declined if taking one proof out of a group would leave a Sudah without any.

    To be called under the cycle's lock, before it is taken out.
    """
    count = group.uses.count() + group.web_proofs.count()
    if group.plan and group.plan.status == Status.DONE and count <= 1:
        raise Declined(LAST_PROOF)
