"""Rows → a Cycle and its stored pictures, with a number of queries that no plan or photo adds to."""

from collections.abc import Iterable
from typing import cast

from django.db.models import Prefetch, QuerySet

from followups.models import (
    ActionPlan,
    Completion,
    EvidenceGroup,
    EvidencePhoto,
    EvidenceUse,
    FollowUp,
    MonthKind,
    Upkeep,
)
from followups.months import Month
from offices.models import Office, Unit
from reports.cycle.faults import quoted, refusal
from reports.cycle.model import (
    ALL_UNITS,
    NARRATIVE_KEYS,
    CompletionData,
    Cycle,
    Evidence,
    FollowUpData,
    OfficeData,
    ParentOffice,
    Photo,
    Plan,
    PriorityData,
    Realisation,
    Signatory,
    Social,
    StatusKey,
    StoredPicture,
    SurveyData,
    UnitData,
    UpkeepData,
    tidy,
)
from reports.cycle.parse import InstrumentKeys
from reports.models import Narrative
from surveys.models import Instrument, Survey
from surveys.periods import of_period

_USES = Prefetch("evidence__uses", EvidenceUse.objects.select_related("photo"))


def read_cycle(survey: Survey) -> Cycle:
    """The whole cycle of a survey in canonical form; FollowUp.DoesNotExist if it has no follow-up yet."""
    row = FollowUp.objects.get(survey=survey)
    return Cycle(
        office=read_office(survey.office),
        signatory=Signatory(survey.signatory_name, survey.signatory_title, survey.signatory_nip or None),
        survey=_survey(survey),
        followup=_followup(row),
        narrative=_narrative(row),
    )


def read_pictures(survey: Survey) -> dict[str, StoredPicture]:
    """What is stored for each photo that the cycle names; photos in the tray are not among them."""
    photos = EvidencePhoto.objects.filter(followup__survey=survey, uses__isnull=False).distinct()
    return {photo.name: _picture(photo) for photo in photos}


def known_instruments() -> dict[str, InstrumentKeys]:
    """The instruments of this portal, as a cycle file is checked against them."""
    rows = Instrument.objects.prefetch_related("elements", "bands")
    return {
        row.key: InstrumentKeys(
            tuple(element.key for element in row.elements.all()),
            tuple(band.letter for band in row.bands.all()),
        )
        for row in rows
    }


def read_office(office: Office) -> OfficeData:
    return OfficeData(
        code=office.code,
        name=office.name,
        short_name=office.short_name,
        place=office.place,
        address=office.address or None,
        postal_code=office.postal_code or None,
        website=office.website or None,
        phone=office.phone or None,
        email=office.email or None,
        socials=tuple(Social(item["platform"], item["label"]) for item in office.socials),
        all_units_label=office.all_units_label,
        parent=_parent(office.parent),
        units=tuple(UnitData(unit.key, unit.name, unit.short_name) for unit in office.units.all()),
    )


def _parent(office: Office | None) -> ParentOffice | None:
    return ParentOffice(office.code, office.name, office.short_name) if office else None


def _survey(survey: Survey) -> SurveyData:
    scores = survey.scores.select_related("element")
    return SurveyData(
        instrument=survey.instrument.key,
        year=survey.year,
        semester=survey.semester,
        start=survey.start,
        end=survey.end,
        respondents=survey.respondents,
        population=survey.population,
        report_date=survey.report_date,
        declared_index=None if survey.declared_index is None else tidy(survey.declared_index),
        declared_grades=_grades(survey),
        scores={row.element.key: tidy(row.score) for row in scores},
    )


def _grades(survey: Survey) -> dict[str, str] | None:
    """The published grades in the instrument's order, which a database may not keep."""
    grades = survey.declared_grades
    if grades is None:
        return None
    return {e.key: grades[e.key] for e in survey.instrument.elements.all() if e.key in grades}


def _followup(row: FollowUp) -> FollowUpData:
    plans = ActionPlan.objects.select_related("lead", "completion", "evidence").prefetch_related(
        "months", "units", "completion__units", _USES
    )
    priorities = row.priorities.select_related("element").prefetch_related(Prefetch("plans", plans))
    upkeep = row.upkeep.select_related("element", "evidence").prefetch_related("units", _USES)
    return FollowUpData(
        start=Month.of(row.start),
        end=Month.of(row.end),
        report_month=Month.of(row.report_month) if row.report_month else None,
        priorities=tuple(
            PriorityData(
                priority.element.key,
                priority.rationale or None,
                tuple(_plan(plan) for plan in priority.plans.all()),
            )
            for priority in priorities
        ),
        upkeep=tuple(_upkeep(item) for item in upkeep),
    )


def _plan(row: ActionPlan) -> Plan:
    return Plan(
        programme=row.programme,
        indicator=row.indicator or None,
        target=row.target or None,
        months=_months(row, MonthKind.PLANNED),
        units=_unit_keys(row.all_units, row.units.all()),
        lead=row.lead.key if row.lead else None,
        realisation=Realisation(
            status=cast(StatusKey, row.status),
            description=row.description or None,
            obstacle=row.obstacle or None,
            months=_months(row, MonthKind.REALISED),
            completed_on=row.completed_on,
        ),
        evidence=_evidence(getattr(row, "evidence", None)),
        completion=_completion(getattr(row, "completion", None)),
    )


def _months(row: ActionPlan, kind: MonthKind) -> tuple[Month, ...]:
    return tuple(Month.of(item.month) for item in row.months.all() if item.kind == kind)


def _unit_keys(all_units: bool, units: Iterable[Unit]) -> tuple[str, ...]:
    return ALL_UNITS if all_units else tuple(unit.key for unit in units)


def _completion(row: Completion | None) -> CompletionData | None:
    if row is None:
        return None
    return CompletionData(
        reason=row.reason or None,
        strategy=row.strategy or None,
        months_min=row.months_min,
        months_max=row.months_max,
        units=_unit_keys(row.all_units, row.units.all()),
    )


def _upkeep(row: Upkeep) -> UpkeepData:
    return UpkeepData(
        element=row.element.key,
        plan=row.plan or None,
        activity=row.activity or None,
        units=_unit_keys(row.all_units, row.units.all()),
        evidence=_evidence(getattr(row, "evidence", None)),
    )


def _evidence(group: EvidenceGroup | None) -> Evidence:
    if group is None:
        return Evidence()
    photos = [use.photo for use in group.uses.all()]
    return Evidence(
        group.note or None,
        tuple(Photo(photo.name, photo.caption or None, photo.taken_on) for photo in photos),
    )


def _picture(photo: EvidencePhoto) -> StoredPicture:
    return StoredPicture(
        path=photo.file.name or "",
        sha256=photo.sha256,
        width=photo.width,
        height=photo.height,
        size=photo.size,
        is_placeholder=photo.is_placeholder,
    )


def _narrative(row: FollowUp) -> dict[str, str]:
    texts: QuerySet[Narrative] = Narrative.objects.filter(followup=row)
    own = dict(texts.values_list("section", "text"))
    return {key: own[key] for key in NARRATIVE_KEYS if own.get(key)}


def find_survey(code: str, period: str) -> Survey:
    """The survey of an office and a period such as ``2025-S1``; CycleFaults if the portal has no such cycle."""
    missing = refusal("", f"siklus {quoted(code)} {quoted(period)} tidak ada dalam portal ini")
    try:
        survey = Survey.objects.filter(office__code=code, **of_period(period)).first()
    except ValueError:
        raise missing from None
    if survey is None or not FollowUp.objects.filter(survey=survey).exists():
        raise missing
    return survey
