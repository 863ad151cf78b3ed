"""Rows into the source of a report: a constant number of queries, whatever the plans and photos."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from django.db.models import CharField, Q, Value, prefetch_related_objects

from followups.earlier.history import PastPeriod, past_of
from followups.models import EvidencePhoto, Paper, Priority
from followups.realising.second_person import approvers_of
from offices.appearance.chosen import appearance_of
from offices.profile.saving import pictures_of
from reports.cycle.model import Cycle, EarlierData, tidy
from reports.cycle.read import cycle_with_pictures
from reports.document.build import build
from reports.document.earlier import EarlierPeriod, PastSurvey
from reports.document.model import ReportDocument
from reports.document.source import ElementData, InstrumentData, Method, NamedReport, Signing, Source
from reports.models import LegalBasis, Report, ReportKind, State
from surveys.basis import basis_of, weights_of
from surveys.fetching import earlier_surveys
from surveys.models import Instrument, ScoreBasis, Survey
from surveys.periods import Period
from surveys.results.trend import Point
from surveys.scoring import grades_of

SURVEY = "followup__survey"
RECORDED_BY_HAND = "dicatat, bukan disusun di portal"


def document_of(survey: Survey) -> ReportDocument:
    """The report of a cycle as it stands now."""
    return build(source_of(survey))


def source_of(survey: Survey, signing: Signing | None = None) -> Source:
    office = survey.office
    basis = basis_of(survey)
    prefetch_related_objects([survey], "instrument__elements", "instrument__bands")
    cycle, pictures = cycle_with_pictures(survey, basis)
    past = past_of(survey) if cycle.earlier or earlier_surveys(survey).exists() else ()
    earlier = earlier_periods(survey, past, cycle.earlier)
    in_force = LegalBasis.objects.filter(
        Q(valid_until=None) | Q(valid_until__gte=survey.span.last_day), valid_from__lte=survey.span.last_day
    )
    return Source(
        cycle=_scored_whole(cycle, survey.instrument),
        pictures=pictures,
        instrument=instrument_data(survey.instrument),
        legal_bases=tuple(in_force.values_list("title", flat=True)),
        appearance=appearance_of(office),
        office_pictures=pictures_of(office),
        signing=signing,
        services=tuple(service.name for service in cycle.office.services),
        earlier=earlier,
        past=past_surveys(past) if earlier else (),
        method=_method(survey, basis),
        approvers=approvers_of(survey),
        survey_report=_survey_report(survey),
    )


def named_report(survey: Survey, kind: ReportKind) -> NamedReport | None:
    """The report of this kind that is in force, as another one names it."""
    signed = Report.objects.filter(followup__survey=survey, kind=kind, state=State.SIGNED)
    found = signed.only("number", "dated", "code").first()
    return NamedReport(found.number, found.dated, found.code) if found and found.dated and found.code else None


def _survey_report(survey: Survey) -> NamedReport | None:
    """The survey report in force or else the one whose file is kept beside the cycle, the latest of several."""
    nothing = Value("", CharField())
    signed = Report.objects.filter(
        followup__survey=survey, kind=ReportKind.SURVEY, state=State.SIGNED, dated__isnull=False
    )
    kept = Paper.objects.filter(followup__survey=survey, kind="survey_report").order_by()
    of_portal = signed.order_by().values_list("number", "dated", "code", nothing, "pk")
    of_files = kept.values_list("number", "dated_on", nothing, "sha256", "pk")
    rows = sorted(of_portal.union(of_files, all=True), key=lambda row: (bool(row[2]), row[1] or date.min, row[4]))
    if not rows:
        return None
    number, dated, code, sha256, _pk = rows[-1]
    if code:
        return NamedReport(number, dated, code)
    return NamedReport(survey.report_number or number, survey.report_date or dated, "", sha256)


def _method(survey: Survey, row: ScoreBasis | None) -> Method | None:
    if row is None or row.questionnaire is None or row.mapping is None:
        return None
    return Method(row.questionnaire.name, row.mapping.key, row.mapping.name, dict(weights_of(survey)))


def _scored_whole(cycle: Cycle, instrument: Instrument) -> Cycle:
    """The cycle without scores while some elements have none: from a part of them nothing follows."""
    if len(cycle.survey.scores) == len(instrument.elements.all()):
        return cycle
    return replace(cycle, survey=replace(cycle.survey, scores={}))


def earlier_periods(
    survey: Survey, past: Iterable[PastPeriod], recorded: Iterable[EarlierData]
) -> tuple[EarlierPeriod, ...]:
    """The surveys of the same office before this one and the periods that it recorded by hand, the latest first.

    Of two that ended together the one of this survey's own kind comes first, see ``earlier_surveys``.
    """
    here = survey.span
    before = [(each.survey, each.point) for each in past if each.survey and each.survey.span.last_day < here.first_day]
    shown = _photos_shown_before(survey) if before else {}
    composed = [_earlier(other, point, tuple(shown.get(other.pk, ()))) for other, point in before]
    periods = composed + _recorded_before(here, recorded, {row.period for row in composed})

    def nearness(row: EarlierPeriod) -> tuple[int, int, bool, int]:
        period = Period.parse(row.period)
        return period.year, period.last_month, period.kind == here.kind, period.kind

    return tuple(sorted(periods, key=nearness, reverse=True))


def _recorded_before(here: Period, recorded: Iterable[EarlierData], composed: Collection[str]) -> list[EarlierPeriod]:
    """What the office recorded of periods that ended before this one began, unless the portal has their cycle."""
    return [
        EarlierPeriod(
            period=row.period,
            label=f"{row.span.label} ({RECORDED_BY_HAND})",
            recorded=True,
            index=row.index,
            scores=row.scores,
            photos=(),
        )
        for row in recorded
        if row.span.last_day < here.first_day and row.period not in composed
    ]


def _photos_shown_before(survey: Survey) -> dict[int, list[str]]:
    """Digests of this survey's photos that are proof in other periods of the office, by survey."""
    of_office = EvidencePhoto.objects.filter(office=survey.office_id, uses__isnull=False, is_placeholder=False)
    here = EvidencePhoto.objects.filter(followup__survey=survey).values("sha256")
    pairs = of_office.exclude(followup__survey=survey).filter(sha256__in=here)
    shown: dict[int, list[str]] = {}
    for key, digest in pairs.order_by("id").values_list("followup__survey", "sha256").distinct():
        shown.setdefault(key, []).append(digest)
    return shown


def _earlier(survey: Survey, point: Point, photos: tuple[str, ...]) -> EarlierPeriod:
    whole = len(point.scores) == len(survey.instrument.elements.all())
    return EarlierPeriod(
        period=survey.period,
        label=survey.period_label,
        index=None if point.index is None else tidy(point.index),
        scores={key: tidy(score) for key, score in point.scores.items()} if whole else {},
        photos=photos,
    )


def past_surveys(past: Collection[PastPeriod]) -> tuple[PastSurvey, ...]:
    """The surveys of the office until this one, the oldest first, with what was promised after each."""
    surveys = [period.survey for period in past if period.survey]
    priorities: dict[int, list[str]] = defaultdict(list)
    for key, element in Priority.objects.filter(followup__survey__in=surveys).values_list(SURVEY, "element__key"):
        priorities[key].append(element)
    return tuple(
        PastSurvey(
            point=period.point,
            plans=period.plans,
            priorities=tuple(priorities[period.survey.pk]) if period.survey else (),
            owed=period.owed,
            recorded=period.recorded is not None,
        )
        for period in past
    )


def instrument_data(instrument: Instrument) -> InstrumentData:
    return InstrumentData(
        key=instrument.key,
        name=instrument.name,
        elements=tuple(ElementData(e.key, e.name, e.definition) for e in instrument.elements.all()),
        grades=grades_of(instrument),
    )
