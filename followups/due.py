"""What a plan asks of the people who answer for it: to be mended, made up for, done now, or proven. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from followups.months import Month
from followups.progress import DONE, IMPOSSIBLE, is_late

IN_PROGRESS = "in_progress"
RETURNED = "returned"


class Task(Enum):
    """Why a plan is on somebody's list, the most urgent first."""

    LATE = "late"
    RETURNED = "returned"
    DUE = "due"
    UNPROVEN = "unproven"


@dataclass(frozen=True, slots=True)
class PlanState:
    """What of a plan its tasks follow from; ``planned`` are the months for which it was promised."""

    status: str
    review: str
    planned: tuple[Month, ...]
    proofs: int


def tasks_of(plan: PlanState, today: Month) -> tuple[Task, ...]:
    """Every task of a plan in a month, the most urgent first."""
    asked = {
        Task.LATE: is_late(plan.status, plan.planned, today),
        Task.RETURNED: plan.review == RETURNED,
        Task.DUE: plan.status not in (DONE, IMPOSSIBLE) and today in plan.planned,
        Task.UNPROVEN: plan.status in (DONE, IN_PROGRESS) and not plan.proofs,
    }
    return tuple(task for task, applies in asked.items() if applies)


def months_late(planned: Sequence[Month], today: Month) -> int:
    """How many months ago the last planned month was; 0 where it is not over."""
    if not planned:
        return 0
    last = max(planned)
    return max(0, (today.year - last.year) * 12 + today.number - last.number)
