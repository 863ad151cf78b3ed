"""A cycle whose plans continue those of an earlier one, in and out of the portal."""

import json
from dataclasses import replace

import pytest

from followups.models import ActionPlan
from reports.cycle.dump import cycle_json
from reports.cycle.faults import CycleFaults
from reports.cycle.load import load_cycle
from reports.cycle.model import Continued
from reports.cycle.parse import parse_cycle
from reports.cycle.read import read_cycle
from tests.conftest import make_plan, make_survey
from tests.reports.cycle.files import INSTRUMENTS

pytestmark = pytest.mark.django_db

PATH = "priority__followup__survey"


@pytest.fixture
def earlier(survey):
    return survey


@pytest.fixture
def later(ngawi, earlier):
    """Semester II, in which plan 1 c continues plan 1 b of Semester I."""
    made = make_survey(ngawi, "2025-S2")
    priority = ActionPlan.objects.filter(**{PATH: made}).first().priority
    make_plan(priority, 3, continues=plans_of(earlier)[1])
    return made


def plans_of(survey):
    return list(ActionPlan.objects.filter(**{PATH: survey}))


def loaded(cycle):
    return load_cycle(cycle, lambda name: None, replace=True, placeholders=True)


def with_plans(cycle, change):
    priorities = tuple(replace(each, plans=change(each.plans)) for each in cycle.followup.priorities)
    return replace(cycle, followup=replace(cycle.followup, priorities=priorities))


def faults_of(cycle):
    with pytest.raises(CycleFaults) as refused:
        loaded(cycle)
    return {fault.path: fault.message for fault in refused.value.faults}


def test_the_continued_plan_is_named_by_its_period_and_its_point(later):
    plans = read_cycle(later).followup.plans
    assert [plan.continues for plan in plans] == [None, None, Continued("2025-S1", "1 b")]


def test_load_dump_load_is_the_identity(earlier, later):
    cycle = read_cycle(later)
    text = cycle_json(cycle, INSTRUMENTS)
    assert json.loads(text)["format"] == "skm-cycle/2"
    assert parse_cycle(text, INSTRUMENTS) == cycle
    again = loaded(parse_cycle(text, INSTRUMENTS))
    assert [plan.continues for plan in read_cycle(again).followup.plans] == [None, None, Continued("2025-S1", "1 b")]
    assert plans_of(again)[2].continues == plans_of(earlier)[1]


def test_an_earlier_cycle_that_is_replaced_stays_continued(earlier, later):
    loaded(read_cycle(earlier))
    assert plans_of(later)[2].continues == plans_of(earlier)[1]


def test_a_plan_that_is_continued_cannot_go_from_its_cycle(earlier, later):
    without = with_plans(read_cycle(earlier), lambda plans: plans[:1])
    assert "RTL 1 b diteruskan oleh siklus sesudahnya" in faults_of(without)["followup.priorities"]
    assert plans_of(later)[2].continues == plans_of(earlier)[1]


@pytest.mark.parametrize(
    ("continued", "told"),
    [
        (Continued("2025-S1", "9 z"), "RTL 9 z Semester I Tahun 2025 tidak ada dalam portal ini"),
        (Continued("2024-S2", "1 a"), "muat dahulu siklus 2024-S2"),
        (Continued("2025-S2", "1 a"), "seharusnya periode yang lebih dahulu"),
        (Continued("2025-T2", "1 b"), "tidak ada dalam portal ini"),
    ],
)
def test_what_cannot_be_continued_is_told_at_its_plan(later, continued, told):
    cycle = with_plans(read_cycle(later), lambda plans: (*plans[:2], replace(plans[2], continues=continued)))
    assert told in faults_of(cycle)["followup.priorities[0].plans[2].continues"]


def test_a_plan_is_continued_once_in_a_file_and_in_the_portal(ngawi, earlier, later):
    cycle = read_cycle(later)
    twice = with_plans(cycle, lambda plans: tuple(replace(plan, continues=plans[2].continues) for plan in plans))
    assert len(faults_of(twice)) == 3
    other = replace(cycle, survey=replace(cycle.survey, period="2025-T3"))
    assert "sudah diteruskan oleh RTL lain" in faults_of(other)["followup.priorities[0].plans[2].continues"]


def test_reading_asks_no_more_for_many_continued_plans_than_for_one(earlier, later, django_assert_max_num_queries):
    with django_assert_max_num_queries(40) as asked:
        read_cycle(later)
    priority = plans_of(later)[0].priority
    for position in range(10, 15):
        make_plan(priority, position, continues=make_plan(plans_of(earlier)[0].priority, position))
    with django_assert_max_num_queries(len(asked)):
        assert sum(bool(plan.continues) for plan in read_cycle(later).followup.plans) == 6
