"""The periods of an office in one row: what each is worth, from where it comes, and where it ends."""

from datetime import date
from decimal import Decimal

import pytest

from followups.earlier.history import past_of, periods_of
from followups.earlier.trend import COMPOSED, RECORDED, TrendRow, trend_of
from followups.models import ActionPlan, RecordedPeriod, Status
from surveys.models import Survey
from surveys.periods import Period
from tests.conftest import make_survey

pytestmark = pytest.mark.django_db


def recorded(survey, period, **values):
    when = {name: getattr(Period.parse(period), name) for name in Period.__dataclass_fields__}
    return RecordedPeriod.objects.create(office=survey.office, instrument=survey.instrument, **when, **values)


def codes(periods):
    return [period.point.period.code for period in periods]


def test_they_stand_by_the_month_with_which_they_end(survey, ngawi):
    for period in ("2024", "2024-S1", "2025-T1"):
        recorded(survey, period)
    make_survey(ngawi, "2024-S2")
    assert codes(periods_of(ngawi)) == ["2024-S1", "2024-S2", "2024", "2025-T1", "2025-S1"]
    assert codes(past_of(survey)) == codes(periods_of(ngawi))
    assert codes(past_of(Survey.objects.get(year=2024))) == ["2024-S1", "2024-S2"]


def test_nothing_of_another_office_is_among_them(survey, ngawi, magetan):
    recorded(make_survey(magetan, "2024-S1"), "2023")
    assert codes(periods_of(ngawi)) == ["2025-S1"]
    assert codes(periods_of(magetan)) == ["2023", "2024-S1"]


def test_a_recorded_period_gives_way_to_a_cycle_of_the_portal(survey, ngawi):
    recorded(survey, "2024-S2", index=Decimal("70.00"))
    make_survey(ngawi, "2024-S2")
    first, _second = periods_of(ngawi)
    assert (first.recorded, first.survey is None, first.point.index) == (None, False, Decimal("87.36"))


def test_while_a_score_is_missing_the_published_index_is_what_is_known(survey, ngawi):
    assert periods_of(ngawi)[0].point.index == Decimal("87.36")
    Survey.objects.update(declared_index=Decimal("80.00"))
    survey.scores.filter(element__key="waktu").delete()
    (known,) = periods_of(ngawi)
    assert (known.point.index, known.point.grade) == (Decimal("80.00"), "B (Baik)")
    assert "waktu" not in known.point.scores and len(known.point.scores) == 8
    Survey.objects.update(declared_index=None)
    assert [(period.point.index, period.point.grade) for period in periods_of(ngawi)] == [(None, "")]


def test_plans_are_counted_by_their_status_and_recorded_ones_as_they_were_told(survey, ngawi):
    recorded(survey, "2024-S2", plans_done=7, plans_total=10)
    recorded(survey, "2024-S1")
    ActionPlan.objects.filter(position=2).update(status=Status.IMPOSSIBLE)
    assert [(period.plans.done, period.plans.total) for period in periods_of(ngawi)] == [(0, 0), (7, 10), (1, 2)]


def test_a_row_says_what_is_known_in_words_and_nothing_of_the_rest():
    known = TrendRow(Period.parse("2024"), Decimal("87.3"), 0, COMPOSED)
    unknown = TrendRow(Period.parse("2024"), None, None, RECORDED)
    assert (known.index_text, known.percent_text) == ("87,30", "0%")
    assert (unknown.index_text, unknown.percent_text) == ("", "")


def test_the_latest_stands_first_with_its_source(survey, ngawi):
    row = recorded(survey, "2024-S2", plans_done=1, plans_total=8, start=date(2024, 12, 1))
    latest, earlier = trend_of(ngawi)
    assert (latest.source, latest.row, latest.percent_done) == (COMPOSED, None, 50)
    assert (earlier.source, earlier.row, earlier.percent_done) == (RECORDED, row, 13)
    RecordedPeriod.objects.update(plans_done=None, plans_total=None)
    assert trend_of(ngawi)[1].percent_done is None
