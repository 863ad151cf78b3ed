"""Rows → a Cycle and its stored pictures, with a number of queries that no plan or photo adds to."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import CharField, Model, Prefetch, Value, prefetch_related_objects

from followups.fields import (
    COMPLETION_FIELDS,
    PLAN_FIELDS,
    REALISATION_FIELDS,
    REALISED_MONTHS,
    UPKEEP_ELEMENT,
    UPKEEP_FIELDS,
)
from followups.models import (
    ActionPlan,
    Completion,
    EvidenceGroup,
    EvidencePhoto,
    EvidenceUse,
    FollowUp,
    MonthKind,
    Upkeep,
    WebProof,
)
from followups.months import Month
from followups.responsible import others_of
from offices.fields import Field, Kind
from offices.invisible import tidied
from offices.models import Office, office_with
from reports.cycle.continued import continued_by_plans
from reports.cycle.earlier import read_earlier
from reports.cycle.faults import quoted, refusal
from reports.cycle.model import (
    ALL_UNITS,
    NARRATIVE_KEYS,
    BasisData,
    CompletionData,
    Continued,
    Cycle,
    Evidence,
    FieldworkData,
    FollowUpData,
    OfferedData,
    OfficeData,
    ParentOffice,
    Photo,
    Plan,
    PriorityData,
    Realisation,
    ServiceData,
    Signatory,
    Social,
    StoredPicture,
    SurveyData,
    UnitData,
    UpkeepData,
    WebPage,
    tidy,
)
from reports.cycle.parse_scores import FormKeys, InstrumentKeys
from reports.cycle.published import read_publications
from reports.models import Narrative
from surveys.basis import basis_of
from surveys.fields import SOURCE_FIELDS, STATED_FIELDS
from surveys.fieldwork.keeping import fieldwork_in
from surveys.models import Fieldwork, Instrument, ScoreBasis, Survey
from surveys.offering.kinds import services_of
from surveys.offering.results import service_results
from surveys.periods import of_period
from surveys.respondents.counts import profile_of

SERVICE = "service"


@dataclass(frozen=True, slots=True)
class _Links:
    """What hangs on the plans and upkeeps of a cycle: photos by their group, units and services by kind and id.

    ``photos`` and ``web_pages``: by the id of their group. ``continued``: by the id of the plan that continues it.
    """

    photos: dict[int, list[EvidencePhoto]]
    web_pages: dict[int, list[WebPage]]
    named: dict[tuple[str, int], list[str]]
    continued: dict[int, Continued]

    def units_of(self, row: ActionPlan | Completion | Upkeep) -> tuple[str, ...]:
        return ALL_UNITS if row.all_units else tuple(self.named.get((_kind(type(row)), row.pk), ()))


def read_cycle(survey: Survey) -> Cycle:
    """The whole cycle of a survey in canonical form; FollowUp.DoesNotExist if it has no follow-up yet."""
    return cycle_with_pictures(survey, basis_of(survey))[0]


def cycle_with_pictures(survey: Survey, basis: ScoreBasis | None) -> tuple[Cycle, dict[str, StoredPicture]]:
    """The same with what ``read_pictures`` tells, for who knows already what the scores rest on."""
    row = FollowUp.objects.select_related("survey__fieldwork").get(survey=survey)
    prefetch_related_objects([survey.office], "units")
    links = _links(row, survey.office)
    published, proofs = read_publications(survey)
    own_texts = dict(Narrative.objects.filter(followup=row).values_list("section", "text"))
    cycle = Cycle(
        office=read_office(survey.office),
        signatory=Signatory(survey.signatory_name, survey.signatory_title, survey.signatory_nip or None),
        survey=_survey(survey, basis, getattr(row.survey, "fieldwork", None)),
        followup=replace(_followup(row, links), publications=published),
        narrative={key: own_texts[key] for key in NARRATIVE_KEYS if own_texts.get(key)},
        earlier=read_earlier(survey.office),
    )
    pictures = {photo.name: picture_of(photo) for photos in links.photos.values() for photo in photos}
    return cycle, pictures | proofs


def read_pictures(survey: Survey) -> dict[str, StoredPicture]:
    """What is stored for each photo that the cycle names, of publications too; those in the tray are not among them."""
    photos = EvidencePhoto.objects.filter(followup__survey=survey, uses__isnull=False).distinct()
    _published, proofs = read_publications(survey)
    return {photo.name: picture_of(photo) for photo in photos} | proofs


def known_instruments() -> dict[str, InstrumentKeys]:
    """The instruments of this portal, as a cycle file is checked against them."""
    rows = Instrument.objects.prefetch_related(
        "elements", "bands", "questionnaires__mappings", "questionnaires__methods"
    )
    return {
        row.key: InstrumentKeys(
            tuple(element.key for element in row.elements.all()),
            tuple(band.letter for band in row.bands.all()),
            {
                form.key: FormKeys(
                    tuple(mapping.key for mapping in form.mappings.all()),
                    tuple(allowed.method for allowed in form.methods.all()),
                )
                for form in row.questionnaires.all()
            },
        )
        for row in rows
    }


def read_office(office: Office) -> OfficeData:
    parent = office.parent
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
        parent=ParentOffice(parent.code, parent.name, parent.short_name) if parent else None,
        units=tuple(UnitData(unit.key, unit.name, unit.short_name) for unit in office.units.all()),
        services=tuple(OfferedData(service.name, service.in_use) for service in services_of(office)),
    )


def _survey(survey: Survey, basis: ScoreBasis | None, fieldwork: Fieldwork | None) -> SurveyData:
    scores = survey.scores.select_related("element")
    return SurveyData(
        instrument=survey.instrument.key,
        period=survey.period,
        start=survey.start,
        end=survey.end,
        respondents=survey.respondents,
        population=survey.population,
        report_date=survey.report_date,
        declared_index=None if survey.declared_index is None else tidy(survey.declared_index),
        declared_grades=_grades(survey),
        scores={row.element.key: tidy(row.score) for row in scores},
        basis=_basis(basis),
        services=_services(survey),
        profile=profile_of(survey),
        answers={row.element.key: row.answers for row in scores if row.answers},
        fieldwork=FieldworkData(**fieldwork_in(fieldwork)),
        **{field.key: getattr(survey, field.key) for field in (*SOURCE_FIELDS, *STATED_FIELDS)},
    )


def _services(survey: Survey) -> tuple[ServiceData, ...]:
    """By name: the office's own order is that of its pages and of the report."""
    return tuple(
        ServiceData(
            name=name,
            respondents=result.respondents,
            scores={key: tidy(score) for key, score in result.scores.items()},
            answers=dict(result.answers),
            typed=result.is_typed,
        )
        for name, result in sorted(service_results(survey).items())
    )


def _basis(row: ScoreBasis | None) -> BasisData | None:
    """Of scores that were typed without a form there is nothing that travels."""
    if row is None or row.questionnaire is None or row.mapping is None:
        return None
    return BasisData(
        kind=row.kind,
        form=row.questionnaire.key,
        mapping=row.mapping.key,
        method=row.method,
        digests=tuple(row.digests),
        settled=dict(sorted(row.settled.items())),  # PostgreSQL keeps keys in an order of its own
    )


def _grades(survey: Survey) -> dict[str, str] | None:
    """The published grades in the instrument's order, which a database may not keep."""
    grades = survey.declared_grades
    if grades is None:
        return None
    return {e.key: grades[e.key] for e in survey.instrument.elements.all() if e.key in grades}


def _links(row: FollowUp, office: Office) -> _Links:
    photos: dict[int, list[EvidencePhoto]] = defaultdict(list)
    for use in EvidenceUse.objects.filter(photo__followup=row).select_related("photo"):
        photos[use.group_id].append(use.photo)
    pages: dict[int, list[WebPage]] = defaultdict(list)
    for proof in WebProof.objects.filter(group__followup=row).order_by("pk"):
        pages[proof.group_id].append(web_page_of(proof))
    return _Links(photos, pages, _named(row, office), continued_by_plans(row))


def _named(row: FollowUp, office: Office) -> dict[tuple[str, int], list[str]]:
    """The keys of the units that are named one by one, in the office's order, and the names of services."""
    units = [
        owner.units.through._default_manager.filter(**{f"{_kind(owner)}__{path}": row}).values_list(
            Value(_kind(owner), CharField()), f"{_kind(owner)}_id", "unit__key"
        )
        for owner, path in (
            (ActionPlan, "priority__followup"),
            (Completion, "plan__priority__followup"),
            (Upkeep, "followup"),
        )
    ]
    of_plans = ActionPlan.services.through._default_manager.filter(actionplan__priority__followup=row)
    services = of_plans.values_list(Value(SERVICE, CharField()), "actionplan_id", "service__name")
    place = {unit.key: number for number, unit in enumerate(office.units.all())}
    found: dict[tuple[str, int], list[str]] = defaultdict(list)
    named = set(services.union(*units, all=True))
    for kind, owner, name in sorted(named, key=lambda each: (each[0], place.get(each[2], 0), each[2])):
        found[kind, owner].append(name)
    return found


def _kind(model: type[Model]) -> str:
    return model._meta.model_name or ""


def _followup(row: FollowUp, links: _Links) -> FollowUpData:
    plans = ActionPlan.objects.select_related("lead", "completion", "evidence").prefetch_related("months")
    priorities = row.priorities.select_related("element").prefetch_related(Prefetch("plans", plans))
    upkeep = row.upkeep.select_related("element", "evidence")
    return FollowUpData(
        start=Month.of(row.start),
        end=Month.of(row.end),
        report_month=Month.of(row.report_month) if row.report_month else None,
        priorities=tuple(
            PriorityData(
                priority.element.key,
                priority.rationale or None,
                tuple(_plan(plan, links) for plan in priority.plans.all()),
            )
            for priority in priorities
        ),
        upkeep=tuple(_upkeep(item, links) for item in upkeep),
    )


def _values(fields: Iterable[Field], row: ActionPlan | Completion | Upkeep, links: _Links) -> dict[str, Any]:
    """The values of these fields by their keys, as a cycle has them: nothing is None."""
    return {field.key: _value(field, row, links) for field in fields}


def _value(field: Field, row: Any, links: _Links) -> object:
    if field is UPKEEP_ELEMENT:
        return row.element.key
    match field.kind:
        case Kind.TEXT:
            return getattr(row, field.key) or None
        case Kind.UNIT:
            unit = getattr(row, field.key)
            return unit.key if unit else None
        case Kind.UNITS | Kind.NAMES:
            return links.units_of(row) if field.kind is Kind.UNITS else others_of(row)
        case Kind.MONTHS:
            kind = MonthKind.REALISED if field is REALISED_MONTHS else MonthKind.PLANNED
            return tuple(Month.of(item.month) for item in row.months.all() if item.kind == kind)
    value = getattr(row, field.key)
    return Month.of(value) if value and field.kind is Kind.MONTH else value


def _plan(row: ActionPlan, links: _Links) -> Plan:
    return Plan(
        **_values(PLAN_FIELDS, row, links),
        realisation=Realisation(**_values(REALISATION_FIELDS, row, links)),
        evidence=_evidence(getattr(row, "evidence", None), links),
        completion=_completion(getattr(row, "completion", None), links),
        services=tuple(sorted(links.named.get((SERVICE, row.pk), ()))),
        continues=links.continued.get(row.pk),
    )


def _completion(row: Completion | None, links: _Links) -> CompletionData | None:
    return CompletionData(**_values(COMPLETION_FIELDS, row, links)) if row else None


def _upkeep(row: Upkeep, links: _Links) -> UpkeepData:
    evidence = _evidence(getattr(row, "evidence", None), links)
    return UpkeepData(**_values(UPKEEP_FIELDS, row, links), evidence=evidence)


def _evidence(group: EvidenceGroup | None, links: _Links) -> Evidence:
    if group is None:
        return Evidence()
    return Evidence(
        group.note or None,
        tuple(Photo(photo.name, photo.caption or None, photo.taken_on) for photo in links.photos.get(group.pk, ())),
        tuple(links.web_pages.get(group.pk, ())),
    )


def web_page_of(proof: WebProof) -> WebPage:
    return WebPage(proof.address, proof.caption, proof.opened_on)


def picture_of(photo: EvidencePhoto) -> StoredPicture:
    """What the storage holds of a photo."""
    return StoredPicture(
        path=photo.file.name or "",
        sha256=photo.sha256,
        width=photo.width,
        height=photo.height,
        size=photo.size,
        is_placeholder=photo.is_placeholder,
    )


def find_survey(code: str, period: str) -> Survey:
    """The survey of an office and a period such as ``2025-S1``, as somebody typed them.

    Raises CycleFaults if the portal has no such cycle.
    """
    missing = refusal("", f"siklus {quoted(code)} {quoted(period)} tidak ada dalam portal ini")
    try:
        survey = Survey.objects.filter(office=office_with(code), **of_period(tidied(period).upper())).first()
    except ValueError:
        raise missing from None
    if survey is None or not FollowUp.objects.filter(survey=survey).exists():
        raise missing
    return survey
