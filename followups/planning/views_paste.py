"""Rows of a spreadsheet become plans, after what is understood of them was shown."""

from collections.abc import Sequence
from functools import partial
from typing import Any, cast

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from followups.models import ActionPlan, FollowUp
from followups.pasting.page import PasteForm, paste_page
from followups.planning.pages import PAGES
from followups.planning.pasted import Planned, plans_in
from followups.planning.plans import add_plan
from offices.models import User
from offices.permissions import Action
from offices.requests import AuthedRequest
from offices.sending.once import once
from surveys.fetching import fetch_cycle
from surveys.locking import open_cycle
from surveys.models import Survey


class PastePlansForm(PasteForm):
    """Rows, and the priority of those that name no element."""

    priority = forms.TypedChoiceField(
        label="Unsur prioritas",
        coerce=int,
        help_text="Bagi baris yang tidak menyebut unsurnya.",
    )

    field_order = ("priority", "pasted")

    def __init__(self, *args: Any, priorities: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.TypedChoiceField, self.fields["priority"]).choices = priorities


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@once
def plan_paste(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """Paste plans; ``simpan`` stores those that are ticked (``baris``)."""
    survey = fetch_cycle(request.user, Action.EDIT_PLAN, code, period)
    priorities = {row.pk: row for row in FollowUp.objects.get(survey=survey).priorities.select_related("element")}
    if not priorities:
        return redirect("plan_table", code, period)
    form = PastePlansForm(
        request.POST or None,
        initial={"priority": request.GET.get("unsur")},
        priorities=[(pk, row.element.name) for pk, row in priorities.items()],
    )
    return paste_page(
        request,
        survey,
        PAGES,
        form,
        lambda text: plans_in(text, survey, priorities[form.cleaned_data["priority"]]),
        partial(add_plans, survey, request.user),
    )


def add_plans(survey: Survey, actor: User, planned: Sequence[Planned]) -> list[ActionPlan]:
    """Add plans in their order, all or none; each is an event of its own."""
    with open_cycle(survey) as held:
        return [add_plan(held, actor, priority, promise) for priority, promise in planned]
