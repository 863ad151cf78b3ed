"""What the home page consists of: whose turn it is, how far the cycles are, and the way of an office that begins.

What each part says is in listing.py, standings.py and guide.py.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from duties.cycles import OwnCycle
from duties.guide import Standing, Step, next_step, steps_of
from duties.listing import Listing, listing_of
from duties.places import Places
from duties.standing import standing_of
from duties.standings import OfficeProgress, own_progress, progress_below
from offices.models import Office, User
from surveys.models import Survey


@dataclass(frozen=True, slots=True)
class Guide:
    """What the admin of an office that begins does next."""

    office: Office
    survey: Survey | None
    standing: Standing
    steps: tuple[Step, ...]
    next: Step


@dataclass(frozen=True, slots=True)
class Home:
    """``open``: the cycles of one's own offices that are drafts, whose way to the signature is told."""

    listing: Listing
    open: tuple[OwnCycle, ...]
    guide: Guide | None
    own: list[OfficeProgress]
    below: list[OfficeProgress]


def home_of(user: User, places: Places) -> Home:
    """A number of queries that neither plans nor cycles add to."""
    listing = listing_of(user, places.own, places.keys_wait_in)
    return Home(
        listing=listing,
        open=tuple(cycle for cycle in listing.cycles if cycle.is_open),
        guide=guide_of(places, listing.cycles),
        own=own_progress(places.own, listing.cycles),
        below=progress_below(places.below) if places.below else [],
    )


def guide_of(places: Places, cycles: Iterable[OwnCycle]) -> Guide | None:
    """The way of the first office of an admin from nothing to a draft, until it has been gone once.

    An office that signed a report knows it, and so does one whose draft lacks nothing.
    """
    for office in places.admin_of[:1]:
        own = [cycle for cycle in cycles if cycle.office == office]
        if any(cycle.is_signed for cycle in own):
            return None
        survey = own[0].survey if own else None
        standing = standing_of(office, survey)
        steps = steps_of(standing)
        step = next_step(steps)
        return Guide(office, survey, standing, steps, step) if step else None
    return None
