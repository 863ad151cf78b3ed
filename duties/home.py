"""What the home page consists of: whose turn it is, how far the cycles are, and the way of an office that begins.

What each part says is in listing.py, standings.py and guide.py.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from duties.cycles import OwnCycle
from duties.guide import Standing, Step, next_step, steps_of
from duties.listing import Listing, listing_of
from duties.places import Places, places_of
from duties.standing import standing_of
from duties.standings import OfficeProgress, own_progress, progress_below
from duties.strip import CycleSpan, Strip, phase_of, strip_of
from followups.months import Month
from offices.models import Office, User
from offices.zones import today_of
from reports.issuing.handing.delivered import deliveries_of
from reports.issuing.handing.delivery import NOT_SENT, Delivery
from surveys.models import Survey


@dataclass(frozen=True, slots=True)
class Guide:
    """What the admin of an office that begins does next."""

    office: Office
    survey: Survey | None
    standing: Standing
    steps: tuple[Step, ...]
    next: Step

    def place_of(self, step: Step) -> str:
        """The path of the page on which a step is done."""
        if step.of_cycle and self.survey:
            return reverse(step.page, args=(self.office.code, self.survey.period))
        return reverse(step.page, args=(self.office.code,))

    @property
    def linked(self) -> list[tuple[Step, str]]:
        """Every step with its place."""
        return [(step, self.place_of(step)) for step in self.steps]


@dataclass(frozen=True, slots=True)
class OfficeStrip:
    """The cycles of one office that overlap in the months around this one."""

    office: Office
    strip: Strip


@dataclass(frozen=True, slots=True)
class Home:
    """``open``: the cycles of one's own offices that are drafts, whose way to the signature is told."""

    listing: Listing
    strips: tuple[OfficeStrip, ...]
    open: tuple[OwnCycle, ...]
    guide: Guide | None
    own: list[OfficeProgress]
    below: list[OfficeProgress]


def home_of(user: User, places: Places) -> Home:
    """A number of queries that neither plans nor cycles add to."""
    listing = listing_of(user, places.own, places.keys_wait_in)
    sent = deliveries_of(cycle.survey.pk for cycle in listing.cycles if cycle.is_signed)
    in_time = sorted(listing.cycles, key=lambda cycle: cycle.survey.span.last_day)  # as on a calendar
    spans = [(cycle.office, _span(cycle, sent.get(cycle.survey.pk, NOT_SENT))) for cycle in in_time]
    strips = [
        OfficeStrip(office, strip_of([span for owner, span in spans if owner == office], today_of(office)))
        for office in places.own
    ]
    return Home(
        listing=listing,
        strips=tuple(strip for strip in strips if strip.strip.rows),
        open=tuple(cycle for cycle in listing.cycles if cycle.is_open),
        guide=guide_of(places, listing.cycles),
        own=own_progress(places.own, listing.cycles, sent),
        below=progress_below(places.below) if places.below else [],
    )


@dataclass(frozen=True, slots=True)
class Following:
    """What comes next: ``title`` leads to ``place`` (a path); ``detail`` says what is still missing there."""

    title: str
    detail: str
    place: str


def following_of(user: User) -> Following | None:
    """What the home page names first, told after each change; None if nothing waits. As dear as its lists."""
    places = places_of(user)
    listing = listing_of(user, places.own, places.keys_wait_in)
    guide = guide_of(places, listing.cycles)
    if guide:
        return Following(guide.next.title, guide.next.detail, guide.place_of(guide.next))
    for duty in listing.duties:
        return Following(duty.subject, duty.kind.title, duty.place)
    return None


def guide_of(places: Places, cycles: Iterable[OwnCycle]) -> Guide | None:
    """The way of the first office of an admin from nothing to a draft, until it has been gone once.

    An office that signed a report or began a second cycle knows it, and so does one whose draft lacks nothing.
    """
    for office in places.admin_of[:1]:
        own = [cycle for cycle in cycles if cycle.office == office]
        if len(own) > 1 or any(cycle.is_signed for cycle in own):
            return None
        survey = own[0].survey if own else None
        standing = standing_of(office, survey)
        steps = steps_of(standing)
        step = next_step(steps)
        return Guide(office, survey, standing, steps, step) if step else None
    return None


def _span(cycle: OwnCycle, delivery: Delivery) -> CycleSpan:
    period, survey = cycle.survey.span, cycle.survey
    days = (survey.start, survey.end) if survey.start and survey.end else (period.first_day, period.last_day)
    followup = (Month.of(cycle.followup.start), Month.of(cycle.followup.end))
    return CycleSpan(
        label=period.label,
        address=cycle.page("cycle_overview"),
        survey=(Month.of(days[0]), Month.of(days[1])),
        followup=followup,
        report=cycle.report_due,
        now=phase_of(cycle.survey.lock, followup, Month.of(cycle.today), delivery),
    )
