"""A checked Cycle → rows of its survey, follow-up, evidence and texts. The caller holds the transaction."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from followups.fields import COMPLETION_FIELDS, PLAN_FIELDS, REALISATION_FIELDS, UPKEEP_ELEMENT, UPKEEP_FIELDS
from followups.models import (
    ActionPlan,
    Completion,
    EvidenceGroup,
    EvidencePhoto,
    EvidenceUse,
    FollowUp,
    MonthKind,
    PlanMonth,
    Priority,
    Review,
    Upkeep,
    WebProof,
)
from followups.months import Month
from followups.others import as_kept
from offices.fields import Field, Kind
from offices.models import Office, Unit
from offices.zones import today_of
from reports.cycle.continued import continued_rows, released, tie_again
from reports.cycle.model import (
    ALL_UNITS,
    BasisData,
    Continued,
    Cycle,
    Evidence,
    Plan,
    PriorityData,
    UpkeepData,
    is_placeholder,
)
from reports.cycle.pictures import StoredFile, figures_of
from reports.models import Narrative
from surveys.fields import SCORES, SOURCE_FIELDS, STATED_FIELDS, SURVEY_FIELDS
from surveys.fieldwork.keeping import write_fieldwork
from surveys.models import Element, ElementScore, Instrument, ScoreBasis, Service, Survey
from surveys.offering.kinds import named_services
from surveys.offering.results import OfService, write_service_results
from surveys.periods import of_period
from surveys.respondents.counts import write_profile


@dataclass(frozen=True, slots=True)
class Keyed:
    """The rows that a follow-up refers to, by the keys of the cycle file."""

    units: dict[str, Unit]
    elements: dict[str, Element]
    photos: dict[str, EvidencePhoto]
    services: dict[str, Service]
    continued: dict[Continued, ActionPlan]


def write_rows(cycle: Cycle, office: Office, survey: Survey | None, files: dict[str, StoredFile]) -> Survey:
    """Write the cycle of an office in place of what ``survey``, if there is one, had until now."""
    survey = _write_survey(cycle, office, survey)
    later = released(survey)
    followup = _write_followup(cycle, survey)
    keyed = Keyed(
        units={unit.key: unit for unit in office.units.all()},
        elements={element.key: element for element in survey.instrument.elements.all()},
        photos=_write_photos(cycle, followup, office, files),
        services=_services(cycle, office),
        continued=continued_rows(cycle, office),
    )
    survey.scores.all().delete()
    ElementScore.objects.bulk_create(
        ElementScore(survey=survey, element=keyed.elements[key], score=score, answers=cycle.survey.answers.get(key))
        for key, score in cycle.survey.scores.items()
    )
    of_services = {
        one.name: OfService(one.respondents, one.scores, one.typed, one.answers) for one in cycle.survey.services
    }
    write_service_results(survey, of_services, keyed.elements)
    # No cycle file has these, so what is there is of the survey that gave way.
    for others in (survey.question_scores, survey.answer_rows, survey.suggestions):
        others.all().delete()
    rows = _Promised(followup, keyed)
    rows.write_priorities(cycle.followup.priorities)
    tie_again(followup, later)
    rows.write_upkeep(cycle.followup.upkeep)
    texts = [Narrative(followup=followup, section=key, text=text) for key, text in cycle.narrative.items()]
    Narrative.objects.bulk_create(texts)
    return survey


def _services(cycle: Cycle, office: Office) -> dict[str, Service]:
    """Those that survey and plans name, as they spell them."""
    named = [name for plan in cycle.followup.plans for name in plan.services]
    return named_services(office, [*(one.name for one in cycle.survey.services), *named])


def _write_survey(cycle: Cycle, office: Office, survey: Survey | None) -> Survey:
    data = cycle.survey
    survey = survey or Survey(office=office, **of_period(data.period))
    survey.instrument = Instrument.objects.get(key=data.instrument)
    for field in (*SURVEY_FIELDS, *SOURCE_FIELDS, *STATED_FIELDS):
        if field is not SCORES:  # they have rows of their own
            setattr(survey, field.key, getattr(data, field.key))
    survey.signatory_name = cycle.signatory.name
    survey.signatory_title = cycle.signatory.title
    survey.signatory_nip = cycle.signatory.nip or ""
    survey.save()
    _write_basis(data.basis, survey)
    write_profile(survey, data.profile)
    write_fieldwork(survey, asdict(data.fieldwork))
    return survey


def _write_basis(data: BasisData | None, survey: Survey) -> None:
    """Who took the scores and when does not travel."""
    ScoreBasis.objects.filter(survey=survey).delete()
    if data is None:
        return
    questionnaire = survey.instrument.questionnaires.get(key=data.form)
    ScoreBasis.objects.create(
        survey=survey,
        kind=data.kind,
        questionnaire=questionnaire,
        mapping=questionnaire.mappings.get(key=data.mapping),
        method=data.method,
        digests=list(data.digests),
        settled=data.settled,
    )


def _write_followup(cycle: Cycle, survey: Survey) -> FollowUp:
    """The follow-up without anything in it; its row stays, because jobs and a draft report hold on to it."""
    data = cycle.followup
    months = {name: _first_day(getattr(data, name)) for name in ("start", "end", "report_month")}
    followup, created = FollowUp.objects.update_or_create(survey=survey, defaults=months)
    if created:
        return followup
    # In the order that protected references ask for.
    EvidenceGroup.objects.filter(followup=followup).delete()
    EvidencePhoto.objects.filter(followup=followup).delete()
    ActionPlan.objects.filter(priority__followup=followup).delete()
    Priority.objects.filter(followup=followup).delete()
    Upkeep.objects.filter(followup=followup).delete()
    Narrative.objects.filter(followup=followup).delete()
    return followup


def _first_day(month: Month | None) -> date | None:
    return month.first_day if month else None


def _write_photos(
    cycle: Cycle, followup: FollowUp, office: Office, files: dict[str, StoredFile]
) -> dict[str, EvidencePhoto]:
    """One row for each figure, whatever the number of groups that name it."""
    figures = figures_of(cycle)
    rows = [
        EvidencePhoto(
            office=office,
            followup=followup,
            name=stored.ready.name,
            sha256=stored.ready.photo.sha256,
            width=stored.ready.photo.width,
            height=stored.ready.photo.height,
            size=len(stored.ready.photo.jpeg),
            file=stored.file,
            thumbnail=stored.thumbnail,
            caption=figure.photo.caption or "",
            taken_on=figure.photo.taken_on,
            is_placeholder=is_placeholder(stored.ready.name),
        )
        for figure in figures
        for stored in [files[figure.photo.file]]
    ]
    EvidencePhoto.objects.bulk_create(rows)
    return {figure.photo.file: row for figure, row in zip(figures, rows, strict=True)}


@dataclass(frozen=True, slots=True)
class _Promised:
    """What was promised and done in a follow-up, as it is written into rows; ``keyed``: those that it refers to."""

    followup: FollowUp
    keyed: Keyed

    def write_priorities(self, priorities: Iterable[PriorityData]) -> None:
        for position, data in enumerate(priorities, start=1):
            row = Priority.objects.create(
                followup=self.followup,
                element=self.keyed.elements[data.element],
                position=position,
                rationale=data.rationale or "",
            )
            self._write_plans(row, data.plans)

    def _write_plans(self, priority: Priority, plans: tuple[Plan, ...]) -> None:
        """A plan that the file calls done waits for a second person, like one that was typed."""
        rows = [
            ActionPlan(
                priority=priority,
                position=position,
                **self._columns(PLAN_FIELDS, plan),
                **self._columns(REALISATION_FIELDS, plan.realisation),
                continues=self.keyed.continued[plan.continues] if plan.continues else None,
                review=Review.PENDING if plan.realisation.status == "done" else Review.NONE,
            )
            for position, plan in enumerate(plans, start=1)
        ]
        ActionPlan.objects.bulk_create(rows)
        for row, plan in zip(rows, plans, strict=True):
            self._add_units(row, plan.units)
            row.services.add(*(self.keyed.services[name] for name in plan.services))
            kinds = ((MonthKind.PLANNED, plan.months), (MonthKind.REALISED, plan.realisation.months))
            PlanMonth.objects.bulk_create(
                PlanMonth(plan=row, kind=kind, month=month.first_day) for kind, months in kinds for month in months
            )
            if plan.completion is not None:
                completion = Completion(plan=row, **self._columns(COMPLETION_FIELDS, plan.completion))
                completion.save()
                self._add_units(completion, plan.completion.units)
            self._add_evidence(EvidenceGroup(followup=self.followup, plan=row), plan.evidence)

    def write_upkeep(self, upkeep: Iterable[UpkeepData]) -> None:
        for position, data in enumerate(upkeep, start=1):
            columns = self._columns(UPKEEP_FIELDS, data)
            row = Upkeep.objects.create(followup=self.followup, position=position, **columns)
            self._add_units(row, data.units)
            self._add_evidence(EvidenceGroup(followup=self.followup, upkeep=row), data.evidence)

    def _columns(self, fields: Iterable[Field], values: object) -> dict[str, Any]:
        """What a row keeps of these fields in columns of its own; months and single units have rows of theirs."""
        columns: dict[str, Any] = {}
        for field in fields:
            value = getattr(values, field.key)
            match field.kind:
                case Kind.MONTHS:
                    continue
                case Kind.UNITS:
                    columns["all_units"] = value == ALL_UNITS
                case Kind.UNIT:
                    columns[field.key] = self.keyed.units[value] if value else None
                case Kind.NAMES:
                    columns[field.key] = as_kept(value)
                case Kind.TEXT:
                    columns[field.key] = value or ""
                case Kind.MONTH:
                    columns[field.key] = _first_day(value)
                case _:
                    columns[field.key] = self.keyed.elements[value] if field is UPKEEP_ELEMENT else value
        return columns

    def _add_units(self, row: ActionPlan | Completion | Upkeep, units: tuple[str, ...]) -> None:
        if units and units != ALL_UNITS:
            row.units.add(*(self.keyed.units[key] for key in units))

    def _add_evidence(self, group: EvidenceGroup, evidence: Evidence) -> None:
        """Save the group with its photos and web pages; one that says and shows nothing is not kept."""
        if evidence == Evidence():
            return
        group.note = evidence.note or ""
        group.save()
        EvidenceUse.objects.bulk_create(
            EvidenceUse(group=group, photo=self.keyed.photos[photo.file], position=position)
            for position, photo in enumerate(evidence.photos, start=1)
        )
        today = today_of(self.followup.survey.office)
        WebProof.objects.bulk_create(
            WebProof(group=group, noted_on=today, **asdict(page)) for page in evidence.web_pages
        )
