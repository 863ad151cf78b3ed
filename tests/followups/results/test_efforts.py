"""What was done for each priority between two surveys: which two are laid beside each other, and what is told."""

from decimal import Decimal

import pytest

from followups.earlier.history import periods_of
from followups.models import ActionPlan, EvidenceGroup, Priority, Status
from followups.results.efforts import stretches_of
from surveys.models import ElementScore
from surveys.results.trend import runs_of
from tests.conftest import make_survey

pytestmark = pytest.mark.django_db


def stretches(office):
    past = periods_of(office)
    return stretches_of(past, runs_of(period.point for period in past))


def told(office):
    return [(each.before.period.code, each.after.period.code) for each in stretches(office)]


def score(survey, value):
    ElementScore.objects.filter(survey=survey, element__key="waktu").update(score=Decimal(value))


def test_of_one_survey_nothing_is_laid_beside(ngawi, survey):
    assert stretches(ngawi) == ()


def test_each_survey_stands_beside_the_next_the_latest_first(ngawi):
    for code in ("2024-S2", "2024-S1", "2025-S1"):
        make_survey(ngawi, code)
    assert told(ngawi) == [("2024-S2", "2025-S1"), ("2024-S1", "2024-S2")]


def test_the_next_of_its_own_kind_comes_before_one_of_another(ngawi):
    for code in ("2024-S1", "2024-T3", "2024-S2"):
        make_survey(ngawi, code)
    assert dict(told(ngawi))["2024-S1"] == "2024-S2"


def test_a_survey_without_priorities_is_left_out(ngawi):
    _first, second, _third = (make_survey(ngawi, code) for code in ("2024-S1", "2024-S2", "2025-S1"))
    EvidenceGroup.objects.filter(followup__survey=second).delete()
    ActionPlan.objects.filter(priority__followup__survey=second).delete()
    Priority.objects.filter(followup__survey=second).delete()
    assert told(ngawi) == [("2024-S1", "2024-S2")]


def test_what_was_done_and_how_the_score_changed_are_told(ngawi):
    first, second = (make_survey(ngawi, code) for code in ("2024-S1", "2024-S2"))
    score(first, "3.10")
    score(second, "3.25")
    ActionPlan.objects.filter(priority__followup__survey=first, position=2).update(status=Status.IN_PROGRESS)
    ((effort,),) = (each.efforts for each in stretches(ngawi))
    assert (effort.element, effort.before, effort.after, effort.change.words) == (
        "Waktu Penyelesaian",
        "3,10",
        "3,25",
        "naik 0,15",
    )
    assert (effort.done, effort.plans) == (("Program 1",), 2)


@pytest.mark.parametrize("lacking", ["first", "second"])
def test_where_a_score_is_not_known_no_change_is_told(ngawi, lacking):
    both = {"first": make_survey(ngawi, "2024-S1"), "second": make_survey(ngawi, "2024-S2")}
    ElementScore.objects.filter(survey=both[lacking], element__key="waktu").delete()
    ((effort,),) = (each.efforts for each in stretches(ngawi))
    assert effort.change is None
    assert (effort.before == "", effort.after == "") == (lacking == "first", lacking == "second")
