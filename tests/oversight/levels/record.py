"""Builders of what an office has to show: one call says what is special, the rest is ordinary."""

from datetime import date

from oversight.levels.records import CycleRecord, OfficeRecord, PublishedResults, SignedFollowUp
from surveys.periods import Period

DAY = date(2026, 3, 5)
"""Surveys of 2025 are those of the year before."""
REPORTED = date(2025, 7, 10)


def cycle(period="2025-S1", **changes):
    """A survey as the regulation wants it, reported, with four plans of which one is done and no report says so."""
    values = {
        "period": Period.parse(period),
        "instrument": "permenpanrb-14-2017",
        "elements": 9,
        "scored": 9,
        "has_respondents": True,
        "reported": REPORTED,
        "has_report": True,
        "planned": 4,
        "done": 1,
    }
    return CycleRecord(**(values | changes))


def signed(done=4, total=4, dated=date(2025, 8, 1)):
    return SignedFollowUp(dated, total, done, dated if done == total else None)


def published(medium="printed", period="2025-S1", day=date(2025, 7, 20), place="Papan pengumuman", proven=True):
    return PublishedResults(Period.parse(period), medium, place, day, proven)


def office(*cycles, published=()):
    return OfficeRecord(tuple(cycles), tuple(published))
