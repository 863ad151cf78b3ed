"""The days that rules compare with, by what is known of a cycle: pure."""

from datetime import date

import pytest

from followups.months import Month
from reports.document.build import build_from
from reports.document.facts import facts_of
from reports.rules.case import Case
from reports.rules.days import last_day, period_ended, report_base, report_month, survey_began
from tests.make_cycle import make_cycle, make_followup, make_source, make_survey
from tests.reports.issued import make_signing


def case_of(signing=None, survey=None, **followup):
    cycle = make_cycle(survey=make_survey(**(survey or {})), followup=make_followup(**followup))
    facts = facts_of(make_source(cycle, signing=signing))
    return Case(build_from(facts), facts, ())


@pytest.mark.parametrize(
    ("survey", "began"),
    [
        ({"start": date(2025, 6, 2)}, date(2025, 6, 2)),
        ({"start": None}, date(2025, 1, 1)),
        ({"start": None, "period": "2025-S2"}, date(2025, 7, 1)),
        ({"start": None, "period": "2025-T2"}, date(2025, 4, 1)),
    ],
)
def test_a_survey_began_when_it_says_or_with_its_period(survey, began):
    assert survey_began(case_of(survey=survey)) == began


@pytest.mark.parametrize(
    ("period", "ended"), [("2025-S1", Month(2025, 6)), ("2025-S2", Month(2025, 12)), ("2025", Month(2025, 12))]
)
def test_a_period_ended_with_its_last_month(period, ended):
    assert period_ended(case_of(survey={"period": period})) == ended


SIGNED = make_signing(dated=date(2026, 2, 9))


@pytest.mark.parametrize(
    ("signing", "planned", "month", "day"),
    [
        (None, None, None, None),
        (None, Month(2026, 1), Month(2026, 1), date(2026, 1, 31)),
        (None, Month(2025, 12), Month(2025, 12), date(2025, 12, 31)),
        (None, Month(2028, 2), Month(2028, 2), date(2028, 2, 29)),
        (SIGNED, Month(2026, 1), Month(2026, 2), date(2026, 2, 9)),
        (SIGNED, None, Month(2026, 2), date(2026, 2, 9)),
    ],
)
def test_a_report_tells_until_its_date_or_the_end_of_the_month_that_is_planned_for_it(signing, planned, month, day):
    case = case_of(signing, report_month=planned)
    assert (report_month(case), last_day(case)) == (month, day)


def test_where_no_month_is_known_it_looks_back_from_the_one_after_the_window():
    unknown = case_of(report_month=None)
    assert report_base(unknown) == unknown.cycle.followup.end.plus(1)
    assert report_base(case_of(report_month=Month(2026, 1))) == Month(2026, 1)
    assert report_base(case_of(SIGNED, report_month=Month(2026, 1))) == Month(2026, 2)
