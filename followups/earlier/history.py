"""The periods of an office, of the portal and recorded by hand: what was found, how, and how many plans were done."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Prefetch, prefetch_related_objects

from followups.earlier.periods import recorded_periods
from followups.models import ActionPlan, RecordedPeriod
from followups.progress import DONE, IMPOSSIBLE, Progress, progress_of
from offices.models import Office
from surveys.basis import weights_by_survey
from surveys.ikm import Grade, grade_of, index_result, weights_for
from surveys.models import ElementScore, Instrument, Survey
from surveys.results.trend import Footing, Point, place_in_time
from surveys.scoring import grades_of


@dataclass(frozen=True, slots=True)
class PastPeriod:
    """One of ``survey`` and ``recorded`` is there; ``plans``: what was promised after the survey, and done.

    ``owed``: how many of these plans can still be carried out, as far as that is known.
    """

    point: Point
    plans: Progress
    owed: int = 0
    survey: Survey | None = None
    recorded: RecordedPeriod | None = None


def periods_of(office: Office, known: Instrument | None = None) -> tuple[PastPeriod, ...]:
    """Every period, the oldest first; one that is recorded gives way to a cycle of the portal.

    As many queries for one as for many; what was read of the ``known`` instrument is not read again.
    """
    composed = _composed(office, known)
    there = {period.point.period for period in composed}
    rows = recorded_periods(office).select_related("instrument").prefetch_related("instrument__bands")
    recorded = [_recorded(row) for row in rows if row.span not in there]
    return tuple(sorted((*composed, *recorded), key=lambda period: place_in_time(period.point.period)))


def past_of(survey: Survey) -> tuple[PastPeriod, ...]:
    """The periods of the office until that of this survey, which is the last of them."""
    here = place_in_time(survey.span)
    return tuple(
        period for period in periods_of(survey.office, survey.instrument) if place_in_time(period.point.period) <= here
    )


def _composed(office: Office, known: Instrument | None) -> list[PastPeriod]:
    by_element = Prefetch("scores", ElementScore.objects.select_related("element"))
    related = ("instrument", "basis__questionnaire", "basis__mapping")
    rows = Survey.objects.filter(office=office).select_related(*related)
    surveys = list(rows.prefetch_related(by_element, "basis__questionnaire__questions"))
    for row in surveys:
        if known and row.instrument_id == known.pk:
            row.instrument = known
    prefetch_related_objects(surveys, "instrument__elements", "instrument__bands")
    questions = weights_by_survey(surveys)
    statuses: dict[int, list[str]] = defaultdict(list)
    plans = ActionPlan.objects.filter(priority__followup__survey__in=surveys).order_by()
    for key, status in plans.values_list("priority__followup__survey", "status"):
        statuses[key].append(status)
    return [
        PastPeriod(
            _point(row, questions.get(row.pk, {})),
            progress_of(statuses[row.pk]),
            owed=sum(status not in (DONE, IMPOSSIBLE) for status in statuses[row.pk]),
            survey=row,
        )
        for row in surveys
    ]


def _point(survey: Survey, questions: Mapping[str, int]) -> Point:
    """With the printed index; with what the office published while an element has no score."""
    scores = {row.element.key: row.score for row in survey.scores.all()}
    grades = grades_of(survey.instrument)
    index = survey.declared_index
    if scores and len(scores) == len(survey.instrument.elements.all()):
        weights = weights_for(scores, questions)
        index = index_result(tuple(scores.values()), survey.declared_index, grades, weights).printed
    basis = getattr(survey, "basis", None)
    error = basis.index_error if basis else None
    return Point(survey.span, index, _grade_words(index, grades), scores, _footing(survey), error)


def _recorded(row: RecordedPeriod) -> PastPeriod:
    scores = {score.element.key: score.score for score in row.scores.all()}
    grade = _grade_words(row.index, grades_of(row.instrument))
    point = Point(row.span, row.index, grade, scores, Footing(row.instrument.name))
    return PastPeriod(point, Progress(row.plans_total or 0, row.plans_done or 0), recorded=row)


def _grade_words(index: Decimal | None, grades: Sequence[Grade]) -> str:
    return "" if index is None else str(grade_of(index, grades))


def _footing(survey: Survey) -> Footing:
    basis = getattr(survey, "basis", None)
    if basis is None or basis.questionnaire is None or basis.mapping is None:
        return Footing(survey.instrument.name)
    mapping = f"{basis.mapping.key} ({basis.mapping.name})"
    questions = len(basis.questionnaire.questions.all())
    return Footing(
        survey.instrument.name,
        basis.questionnaire.name,
        mapping,
        basis.get_method_display(),
        is_composed=questions > len(survey.instrument.elements.all()),
    )
