"""Where a plan went on: from then on it is filled in there, and only read in the cycle that it came from."""

from followups.models import ActionPlan
from offices.declining import Declined

PATH = "priority__followup__survey"


def later_of(plan: ActionPlan) -> ActionPlan | None:
    """The plan of a later cycle that continues this one; with ``continued_by`` selected no query."""
    return getattr(plan, "continued_by", None)


def gone_on(plan: ActionPlan) -> str:
    """Why a plan that goes on elsewhere is not changed here, as a sentence; nothing where it does not."""
    later = later_of(plan)
    if later is None:
        return ""
    label = later.priority.followup.survey.period_label
    return (
        f"RTL ini sudah diteruskan ke siklus {label}, sehingga di sini hanya dapat dibaca. Isi kelanjutannya di sana. "
        "Bila diteruskan terlalu cepat, hapus dahulu RTL itu di sana."
    )


def check_still_here(plan: ActionPlan) -> None:
    """Raise Declined for a plan that went on."""
    if reason := gone_on(plan):
        raise Declined(reason)
