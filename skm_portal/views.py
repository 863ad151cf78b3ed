"""Where one arrives: the one cycle that there is, or the list of those that one may see."""

from itertools import groupby

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from offices.permissions import Action, visible
from skm_portal.cards import cards_of
from surveys.models import Survey


@login_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The report, if there is exactly one; else the list."""
    surveys = visible(request.user, Action.VIEW_CYCLE, Survey.objects.select_related("office"))[:2]
    if len(surveys) != 1:
        return redirect("cycle_list")
    return redirect("report", surveys[0].office.code, surveys[0].period)


@login_required
@require_safe
def cycle_list(request: HttpRequest) -> HttpResponse:
    """Every cycle that one may see, by office, the latest first."""
    cards = cards_of(
        visible(request.user, Action.VIEW_CYCLE, Survey.objects.order_by("office__code", "-year", "-semester"))
    )
    offices = [(office, list(own)) for office, own in groupby(cards, key=lambda card: card.survey.office)]
    return render(request, "skm_portal/cycle_list.html", {"offices": offices})
