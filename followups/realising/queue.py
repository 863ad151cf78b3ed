"""What waits for one person's approval, one after the other: which it is, its number in the round, and the next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from followups.evidence.proofs import proofs_of_each
from followups.models import ActionPlan, EvidencePhoto, EvidenceUse, Review, WebProof
from followups.numbering import plan_labels
from followups.realising.form import OF_WORK, RealisationForm, told
from followups.realising.rows import Person, RealisationRow, row_of
from followups.realising.second_person import waiting_for
from offices.models import User


@dataclass(frozen=True, slots=True)
class Waiting:
    """One realisation that waits. ``told``: labels and texts of what was carried out.

    ``seen`` is what a decision on it names, as it stands now (``read_mark``).
    """

    row: RealisationRow
    told: tuple[tuple[str, str], ...]
    note: str
    photos: tuple[EvidencePhoto, ...]
    web_proofs: tuple[WebProof, ...]
    seen: str

    @property
    def proofs(self) -> int:
        """How many there are to look at."""
        return len(self.photos) + len(self.web_proofs)


@dataclass(frozen=True, slots=True)
class Turn:
    """One of those that wait, as the ``number``-th of ``total`` of this round; ``following``: the id of the next."""

    item: Waiting
    number: int
    total: int
    following: int | None


def queue_of(user: User, plans: QuerySet[ActionPlan]) -> list[ActionPlan]:
    """What of these plans (as ``plans_for_rows`` gives them) waits for this person, with all that is shown of it."""
    uses = EvidenceUse.objects.select_related("photo").order_by("position")
    rows = waiting_for(user, plans)
    return list(
        rows.select_related("evidence").prefetch_related(Prefetch("evidence__uses", uses), "evidence__web_proofs")
    )


def turn_of(user: User, queue: Sequence[ActionPlan], wanted: int | None, done: int) -> Turn | None:
    """The wanted one, or the first where none is wanted; None where it does not wait, and never another in its place.

    ``done``: how many were decided in this round.
    """
    ids = [plan.pk for plan in queue]
    chosen = wanted or next(iter(ids), None)
    if chosen not in ids:
        return None
    at = ids.index(chosen)
    (item,) = waiting_ones(user, [queue[at]])
    return Turn(item, done + at + 1, done + len(queue), next_after(queue, queue[at].pk))


def why_gone(plan: ActionPlan) -> str:
    """Why a plan that somebody came for is not in their queue."""
    verdict = {Review.APPROVED: "disetujui", Review.RETURNED: "dikembalikan"}.get(Review(plan.review))
    if verdict is None:
        return f"RTL “{plan.programme}” tidak sedang menunggu persetujuan Anda."
    by = f" oleh {plan.reviewed_by}" if plan.reviewed_by else ""
    return f"RTL “{plan.programme}” sudah diputuskan: {verdict}{by}."


def next_after(queue: Sequence[ActionPlan], pk: int) -> int | None:
    """The one behind this, the first behind the last; None where there is no other."""
    ids = [plan.pk for plan in queue]
    others = [*ids[ids.index(pk) + 1 :], *ids[: ids.index(pk)]] if pk in ids else ids
    return others[0] if others else None


def waiting_ones(user: User, plans: Iterable[ActionPlan]) -> tuple[Waiting, ...]:
    """What a page shows of plans that wait; two queries for each cycle and three for all."""
    chosen = tuple(plans)
    proofs = proofs_of_each(plan.pk for plan in chosen)
    labels: dict[int, dict[int, str]] = {}
    items = []
    for plan in chosen:
        followup = plan.priority.followup
        if followup.pk not in labels:
            labels[followup.pk] = plan_labels(followup)
        person = Person(user, frozenset(), frozenset([plan.pk]))
        group = getattr(plan, "evidence", None)
        items.append(
            Waiting(
                row=row_of(plan, labels[followup.pk][plan.pk], person),
                told=tuple((label, text) for label, text in told(RealisationForm(plan), *OF_WORK) if text),
                note=group.note if group else "",
                photos=tuple(use.photo for use in group.uses.all()) if group else (),
                web_proofs=tuple(group.web_proofs.all()) if group else (),
                seen=f"{plan.pk}.{plan.revision}.{proofs[plan.pk]}",
            )
        )
    return tuple(items)


@dataclass(frozen=True, slots=True)
class Seen:
    """What somebody saw of a plan when they decided on it; zeros where nothing can be read."""

    plan: int = 0
    revision: int = 0
    proofs: str = ""


def read_mark(text: str) -> Seen:
    """A mark that a page gave out (``Waiting.seen``)."""
    plan, _, rest = text.partition(".")
    revision, _, proofs = rest.partition(".")
    if all(number.isdecimal() and len(number) < 10 for number in (plan, revision)):
        return Seen(int(plan), int(revision), proofs)
    return Seen()
