"""The periods of an office one after the other: those of the portal and those recorded by hand."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Prefetch

from followups.earlier.periods import recorded_periods
from followups.models import ActionPlan, RecordedPeriod
from followups.progress import Progress, progress_of
from offices.models import Office
from surveys.basis import weights_by_survey
from surveys.ikm import Grade, index_result, weights_for
from surveys.models import ElementScore, Survey
from surveys.periods import Period
from surveys.typed_numbers import decimal_words

RECORDED = "Dicatat, bukan disusun di portal"
COMPOSED = "Disusun di portal"


@dataclass(frozen=True, slots=True)
class TrendRow:
    """``index`` 25.00–100.00 and ``percent_done`` as far as they are known; ``row`` of what was recorded."""

    period: Period
    index: Decimal | None
    percent_done: int | None
    source: str
    row: RecordedPeriod | None = None

    @property
    def index_text(self) -> str:
        return "" if self.index is None else decimal_words(self.index)

    @property
    def percent_text(self) -> str:
        return "" if self.percent_done is None else f"{self.percent_done}%"


def trend_of(office: Office) -> list[TrendRow]:
    """Every period, the latest first; one that is recorded gives way to a cycle of the portal. Six queries."""
    composed = _composed(office)
    there = {row.period for row in composed}
    recorded = [_recorded(row) for row in recorded_periods(office)]
    rows = composed + [row for row in recorded if row.period not in there]
    return sorted(rows, key=lambda row: (row.period.year, row.period.last_month, row.period.kind), reverse=True)


def _composed(office: Office) -> list[TrendRow]:
    by_element = Prefetch("scores", ElementScore.objects.select_related("element"))
    rows = Survey.objects.filter(office=office).prefetch_related(
        by_element, "instrument__elements", "instrument__bands"
    )
    surveys = list(rows)
    questions = weights_by_survey(surveys)
    statuses: dict[int, list[str]] = defaultdict(list)
    plans = ActionPlan.objects.filter(priority__followup__survey__office=office)
    for survey, status in plans.values_list("priority__followup__survey", "status"):
        statuses[survey].append(status)
    return [
        TrendRow(row.span, _index(row, questions.get(row.pk, {})), _percent(progress_of(statuses[row.pk])), COMPOSED)
        for row in surveys
    ]


def _index(survey: Survey, questions: Mapping[str, int]) -> Decimal | None:
    """The printed one; what the office published while an element has no score."""
    scores = {row.element.key: row.score for row in survey.scores.all()}
    if not scores or len(scores) < len(survey.instrument.elements.all()):
        return survey.declared_index
    grades = [Grade(band.letter, band.label, band.lowest) for band in survey.instrument.bands.all()]
    weights = weights_for(scores, questions)
    return index_result(tuple(scores.values()), survey.declared_index, grades, weights).printed


def _recorded(row: RecordedPeriod) -> TrendRow:
    return TrendRow(row.span, row.index, _percent(Progress(row.plans_total or 0, row.plans_done or 0)), RECORDED, row)


def _percent(progress: Progress) -> int | None:
    """Nothing where there is no plan, or none is known."""
    return progress.percent_done if progress.total else None
