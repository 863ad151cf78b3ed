"""Where one arrives: whose turn it is, the list of the cycles that one may see, and the way there after log-in."""

from collections.abc import Sequence
from itertools import groupby
from urllib.parse import urlsplit

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from duties.cards import CycleCard, cards_of
from duties.cycles import cycle_of
from duties.home import following_of, home_of
from duties.listing import listing_of
from duties.places import places_of
from duties.readiness import readiness_of
from duties.way import way_of
from followups.months import Month
from offices.lists.narrowing import Facet, narrowed
from offices.models import Office, User
from offices.permissions import Action, may, visible
from offices.requests import AuthedRequest
from surveys.fetching import fetch_cycle
from surveys.models import LATEST_FIRST, Lock, Survey


@login_required
@require_safe
def start(request: AuthedRequest) -> HttpResponse:
    """Where log-in leads: to one's duties, or straight to the report for who has nothing but one report to read."""
    user = request.user
    surveys = list(visible(user, Action.VIEW_CYCLE, Survey.objects.select_related("office", "instrument"))[:2])
    places = places_of(user)
    if len(surveys) != 1 or places.has_tasks or places.admin_of:
        return redirect("home")
    if listing_of(user, places.own, places.keys_wait_in).duties:
        return redirect("home")
    return redirect("report", surveys[0].office.code, surveys[0].period)


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What is mine to do, what stands between each cycle and its signature, and how far everybody is.

    Who only typed the portal's name is sent to log in without a way back here, so that ``start`` decides.
    """
    user = request.user
    if not isinstance(user, User):
        return redirect("account_login")
    places = places_of(user)
    today = Month.of(timezone.localdate())
    context = {"today": today.first_day, "places": places, "home": home_of(user, places)}
    return render(request, "duties/home.html", context)


@login_required
@require_safe
def following(request: AuthedRequest) -> HttpResponse:
    """What comes next; asked for by the message that something was stored, which need not wait for it."""
    path = urlsplit(request.headers.get("HX-Current-URL", "")).path
    context = {"following": following_of(request.user), "path": path}
    return render(request, "duties/_following.html", context)


@login_required
@require_safe
def cycle_readiness(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """What stands between a draft and its signature; asked for by the home page, as it costs a whole report."""
    survey = fetch_cycle(request.user, Action.VIEW_CYCLE, code, period)
    if survey.lock != Lock.OPEN:
        return render(request, "duties/_locked.html", {"survey": survey})
    readiness = readiness_of(cycle_of(survey), request.user)
    return render(request, "duties/_readiness.html", {"survey": survey, "readiness": readiness})


@login_required
@require_safe
def cycle_overview(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """How far a cycle is: its stages with whose turn it is, what hinders its signature, its plans by month."""
    survey = fetch_cycle(request.user, Action.VIEW_CYCLE, code, period)
    cycle = cycle_of(survey)
    may_see = may(request.user, Action.VIEW_EVALUATION, survey.office)
    context = {
        "survey": survey,
        "tab": "cycle_overview",
        "cycle": cycle,
        "way": way_of(cycle),
        "may_view_evaluation": may_see,
    }
    return render(request, "duties/cycle_overview.html", context)


@login_required
@require_safe
def cycle_list(request: AuthedRequest) -> HttpResponse:
    """Every cycle that one may see, by office, the latest first."""
    cards = cards_of(visible(request.user, Action.VIEW_CYCLE, Survey.objects.order_by("office__code", *LATEST_FIRST)))
    shown = narrowed(request.GET, cards, "siklus", _words_of, _facets(cards))
    offices = [(office, list(own)) for office, own in groupby(shown.rows, key=lambda card: card.survey.office)]
    startable = visible(request.user, Action.EDIT_SURVEY, Office.objects.order_by("code"))
    return render(request, "duties/cycle_list.html", {"list": shown, "offices": offices, "startable": startable})


def _facets(cards: Sequence[CycleCard]) -> tuple[Facet[CycleCard], ...]:
    """By what cycles are chosen: office, year, how far the report is."""
    offices = {card.survey.office.code: card.survey.office.short_name for card in cards}
    years = sorted({str(card.survey.year) for card in cards}, reverse=True)
    return (
        Facet("satuan", "Satuan kerja", list(offices.items()), lambda card: [card.survey.office.code]),
        Facet("tahun", "Tahun", [(year, year) for year in years], lambda card: [str(card.survey.year)]),
        Facet("status", "Status", Lock.choices, lambda card: [card.survey.lock]),
    )


def _words_of(card: CycleCard) -> str:
    office = card.survey.office
    return f"{card.survey.period} {card.survey.period_label} {office.name} {office.short_name} {office.code}"
