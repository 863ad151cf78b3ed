"""What the pages of plans have in common: how a plan is fetched, and where it stands."""

from followups.models import ActionPlan
from followups.row_pages import RowPages
from offices.permissions import Action, fetch
from offices.requests import AuthedRequest
from surveys.periods import of_period

PATH = "priority__followup__survey__"
PAGES = RowPages(
    what="RTL",
    what_inside="RTL",
    listed="plan_table",
    list_name="Rencana",
    anchor="rtl",
    action=Action.EDIT_PLAN,
    form_template="followups/planning/form.html",
)


def fetch_plan(request: AuthedRequest, code: str, period: str, number: int) -> ActionPlan:
    """A plan that this person may change."""
    plans = ActionPlan.objects.select_related(f"{PATH}office", f"{PATH}instrument", "priority__element", "completion")
    found = plans.prefetch_related("months", "units")
    lookup = of_period(period, PATH) | {f"{PATH}office__code": code, "pk": number}
    return fetch(request.user, Action.EDIT_PLAN, found, **lookup)
