"""A report without any fault, and a way to change one thing in it."""

from dataclasses import is_dataclass, replace
from datetime import date
from decimal import Decimal

from followups.months import Month
from reports.cycle.model import Photo, PriorityData
from reports.document.build import build
from reports.rules.case import case_of
from reports.rules.registry import asides_of, findings_of
from tests.make_cycle import (
    NGAWI_SCORES,
    make_completion,
    make_cycle,
    make_followup,
    make_plan,
    make_source,
    make_survey,
    make_upkeep,
)


def photo(name, day=date(2025, 10, 15)):
    return Photo(f"photos/{name}.jpg", f"Kegiatan {name}", day)


def clean():
    """Four plans of two priorities (done, in progress, done, impossible), two upkeeps, nothing to be said of it."""
    return make_cycle(
        survey=make_survey(respondents=280, scores=NGAWI_SCORES | {"biaya": Decimal("3.95")}),
        followup=make_followup(
            (
                PriorityData("waktu", None, (_done("Menyusun jadwal pelayanan", "jadwal"), _open())),
                PriorityData("persyaratan", None, (_done("Memasang papan persyaratan", "papan"), _impossible())),
            ),
            (_upkeep("biaya", "tarif"), _upkeep("pengaduan", "kotak saran")),
            end=Month(2025, 11),
            report_month=Month(2025, 12),
        ),
    )


def _done(programme, name):
    plan = make_plan(programme, photos=(photo(name),))
    told = replace(plan.realisation, description=f"Satu {name} disusun dan ditempel di ruang pelayanan.")
    plan = replace(plan, realisation=told)
    return replace(plan, evidence=replace(plan.evidence, note=f"Foto {name} di ruang pelayanan."))


def _open():
    return make_plan(
        "Menata antrean", "in_progress", months=(Month(2025, 11),), completion=make_completion(earliest=None)
    )


def _impossible():
    return make_plan("Menambah loket", "impossible", completion=make_completion(strategy=None, latest=None))


def _upkeep(element, name):
    upkeep = make_upkeep(element, photos=(photo(name),), units=("kul",))
    return replace(upkeep, evidence=replace(upkeep.evidence, note=f"Foto {name} di loket."))


def changed(thing, path, value):
    """A copy of a cycle in which one value is another: ``followup.priorities.0.plans.1.units``."""
    name, _, rest = path.partition(".")
    here = thing[int(name)] if isinstance(thing, tuple) else thing[name] if isinstance(thing, dict) else None
    if is_dataclass(thing):
        here = getattr(thing, name)
    new = changed(here, rest, value) if rest else value
    if isinstance(thing, tuple):
        return (*thing[: int(name)], new, *thing[int(name) + 1 :])
    return thing | {name: new} if isinstance(thing, dict) else replace(thing, **{name: new})


def found(cycle, stage="reporting", **source):
    """Rule and place of each finding."""
    today = source.pop("today", None)
    case = case_of(make_source(cycle, **source), today=today)
    return [(finding.id, str(finding.place)) for finding in all_of(case, stage)]


def all_of(case, stage="reporting"):
    """What is listed, and then what is only told beside its field."""
    return (*findings_of(case, stage), *asides_of(case, stage))


def document_of(cycle, **source):
    return build(make_source(cycle, **source))


def judged_case(cycle, **source):
    return case_of(make_source(cycle, **source))
