"""What the reading of texts says of one text at a place of an office of the trials; a case is made once for each."""

from functools import cache

from reports.document import fields
from reports.document.fields import PlanAt, SectionAt, UpkeepAt
from reports.rules.finding import Place
from reports.rules.texts import TypedText
from reports.rules.truth.reader import truth_reader
from tests.truth.offices_of import OFFICES, case_with

FIELDS = {
    "description": fields.DESCRIPTION,
    "obstacle": fields.OBSTACLE,
    "reason": fields.REASON,
    "strategy": fields.STRATEGY,
    "note": fields.NOTE,
    "plan": fields.UPKEEP_PLAN,
    "activity": fields.UPKEEP_ACTIVITY,
}


@cache
def reader_of(office):
    case = case_with(OFFICES, office)
    return case, truth_reader(case.facts, case.earlier, case.figure_numbers)


def place_of(case, place):
    """``3.1`` is a section, ``0.2.reason`` of the third plan of the first priority, ``up1.activity`` of an upkeep."""
    *row, field = place.split(".")
    if field.startswith("photos"):
        return Place(fields.CAPTION, PlanAt(int(row[0]) + 1, "abcd"[int(row[1])]))
    if field not in FIELDS:
        return Place(fields.TEXT, SectionAt(place, ""))
    if row[0].startswith("up"):
        upkeep = case.facts.upkeep[int(row[0][2:])]
        return Place(FIELDS[field], UpkeepAt(upkeep.number))
    return Place(FIELDS[field], PlanAt(int(row[0]) + 1, "abcd"[int(row[1])]))


def said_of(office, place, text):
    """The messages of what a text contradicts so surely that it is a warning."""
    case, reader = reader_of(office)
    at = place_of(case, place)
    photo = ()
    if at.printed is fields.CAPTION:
        plan = next(each for each in case.facts.plans if (each.number, each.point) == (at.thing.number, at.thing.point))
        photo = (plan.plan.evidence.photos[int(place[-1])].file,)
    claims = [claim for _mention, claim in reader.read(TypedText(at, text, photo, is_whole=False)) if claim]
    return [claim.message for claim in claims if claim.severity == "warn"]
