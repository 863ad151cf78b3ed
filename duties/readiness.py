"""How far a cycle is from its signature, to who asks: what stands in the way, whose turn it is, what is not due yet."""

from collections import Counter
from dataclasses import dataclass

from duties.cycles import OwnCycle
from duties.duty import SHOWN, Duty
from duties.hands import is_in_hands_of
from duties.refusals import Refusal, refusals_of
from followups.models import ActionPlan
from followups.months import Month
from followups.progress import Progress, progress_of
from offices.models import User
from offices.permissions import Action


@dataclass(frozen=True, slots=True)
class RefusalLine:
    """What is lacking of one plan, or of one part of the cycle, and whose turn that is."""

    subject: str
    turn: str
    duties: tuple[Duty, ...]


@dataclass(frozen=True, slots=True)
class Readiness:
    """``refusals``: all that signing refuses. ``lines`` and ``more``: what of it is mine and due, the rest folded;
    ``others``: whose turn the other due things are, and how many; ``later``: how many are not due yet.

    ``is_over``: whether the follow-up is; ``may_prepare``: whether who asks may have the report prepared.
    """

    cycle: OwnCycle
    refusals: tuple[Refusal, ...]
    lines: tuple[RefusalLine, ...]
    more: tuple[RefusalLine, ...]
    others: tuple[tuple[str, int], ...]
    later: int
    progress: Progress
    is_over: bool
    may_prepare: bool


def readiness_of(cycle: OwnCycle, user: User) -> Readiness:
    """Of an open cycle; it reads the whole report."""
    refusals = refusals_of(cycle, user)
    due = [refusal for refusal in refusals if refusal.now]
    own: dict[tuple[str, str], list[Duty]] = {}
    for refusal in due:
        if refusal.duty.mine:
            own.setdefault((refusal.duty.subject, refusal.duty.turn), []).append(refusal.duty)
    lines = tuple(RefusalLine(*about, tuple(duties)) for about, duties in own.items())
    others = Counter(refusal.duty.turn for refusal in due if not refusal.duty.mine)
    statuses = ActionPlan.objects.filter(priority__followup=cycle.followup).order_by().values_list("status", flat=True)
    return Readiness(
        cycle=cycle,
        refusals=refusals,
        lines=lines[:SHOWN],
        more=lines[SHOWN:],
        others=tuple(others.most_common()),
        later=len(refusals) - len(due),
        progress=progress_of(statuses),
        is_over=Month.of(cycle.followup.end) < Month.of(cycle.today),
        may_prepare=is_in_hands_of(user, Action.PREPARE, cycle.office),
    )
