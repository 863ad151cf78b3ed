"""Where one arrives: what is to do, the list of the cycles that one may see, and the way there after log-in."""

from itertools import groupby

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from duties.cards import cards_of
from duties.home import Places, duties_of, guide_of, notes_for, places_of, progress_of, waiting_for
from followups.months import Month
from offices.models import Office, User
from offices.permissions import Action, visible
from offices.requests import AuthedRequest
from offices.zones import today_of
from reports.findings.answers import case_now, findings_now
from reports.issuing.keys.confirming import keys_for
from reports.rules.finding import notes_in
from surveys.fetching import fetch_cycle
from surveys.models import LATEST_FIRST, Survey


@login_required
@require_safe
def start(request: AuthedRequest) -> HttpResponse:
    """Where log-in leads: to one's tasks, or straight to the report for who has nothing but one report to read."""
    user = request.user
    surveys = list(visible(user, Action.VIEW_CYCLE, Survey.objects.select_related("office", "instrument"))[:2])
    places = places_of(user)
    if len(surveys) != 1 or places.has_tasks or _is_unfinished(places):
        return redirect("home")
    return redirect("report", surveys[0].office.code, surveys[0].period)


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What is mine to do, what waits for me, what the office does next, and how far everybody is.

    Who only typed the portal's name is sent to log in without a way back here, so that ``start`` decides.
    """
    user = request.user
    if not isinstance(user, User):
        return redirect("account_login")
    places = places_of(user)
    today = Month.of(timezone.localdate())
    context = {
        "today": today.first_day,
        "places": places,
        "groups": duties_of(user),
        "waiting": waiting_for(user),
        "keys": keys_for(user, places.keys_wait_in),
        "noted": notes_for(user),
        "guide": guide_of(places),
        "own": progress_of(places.own, places),
        "below": progress_of(places.below, places) if places.below else [],
    }
    return render(request, "duties/home.html", context)


@login_required
@require_safe
def home_findings(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """How many findings keep a report from being signed; asked for by the home page, as it costs a whole report."""
    survey = fetch_cycle(request.user, Action.VIEW_CYCLE, code, period)
    return render(request, "duties/_findings.html", {"survey": survey, "blocking": _blocking(survey)})


@login_required
@require_safe
def cycle_list(request: AuthedRequest) -> HttpResponse:
    """Every cycle that one may see, by office, the latest first."""
    cards = cards_of(visible(request.user, Action.VIEW_CYCLE, Survey.objects.order_by("office__code", *LATEST_FIRST)))
    offices = [(office, list(own)) for office, own in groupby(cards, key=lambda card: card.survey.office)]
    startable = visible(request.user, Action.EDIT_SURVEY, Office.objects.order_by("code"))
    return render(request, "duties/cycle_list.html", {"offices": offices, "startable": startable})


def _is_unfinished(places: Places) -> bool:
    """Whether a draft that this person is answerable for still lacks something."""
    guide = guide_of(places)
    if guide is None or guide.survey is None:
        return guide is not None
    return guide.next is not None or _blocking(guide.survey) > 0


def _blocking(survey: Survey) -> int:
    found = findings_now(case_now(survey), today_of(survey.office))
    return notes_in(finding for finding in found if finding.severity == "block")
