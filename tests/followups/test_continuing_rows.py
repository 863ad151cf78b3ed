"""What the database itself holds of a plan that continues another."""

import pytest
from django.db import IntegrityError, transaction

from followups.models import ActionPlan
from tests.conftest import make_plan, make_survey


@pytest.fixture
def open_plan(survey):
    return ActionPlan.objects.get(priority__followup__survey=survey, position=2)


def priority_of(survey):
    return ActionPlan.objects.filter(priority__followup__survey=survey).first().priority


@pytest.fixture
def later(ngawi, survey):
    return priority_of(make_survey(ngawi, "2025-S2"))


def refused(write):
    with pytest.raises(IntegrityError), transaction.atomic():
        write()


def test_a_plan_is_continued_by_one_of_a_later_cycle_of_its_office(open_plan, later):
    plan = make_plan(later, 3, continues=open_plan)
    assert open_plan.continued_by == plan


def test_a_plan_is_continued_once(open_plan, later):
    make_plan(later, 3, continues=open_plan)
    refused(lambda: make_plan(later, 4, continues=open_plan))


def test_a_plan_does_not_continue_itself(open_plan):
    refused(lambda: ActionPlan.objects.filter(pk=open_plan.pk).update(continues=open_plan))


def test_a_plan_of_another_office_is_not_continued(open_plan, later, magetan):
    elsewhere = priority_of(make_survey(magetan, "2025-S2"))
    refused(lambda: make_plan(elsewhere, 3, continues=open_plan))
    plan = make_plan(later, 3, continues=open_plan)
    refused(lambda: ActionPlan.objects.filter(pk=plan.pk).update(priority=elsewhere, position=9))
    free = make_plan(elsewhere, 5)
    refused(lambda: ActionPlan.objects.filter(pk=free.pk).update(continues=open_plan))


def test_a_plan_of_the_same_cycle_is_not_continued(open_plan):
    refused(lambda: make_plan(open_plan.priority, 3, continues=open_plan))


def test_what_is_continued_stays(open_plan, later):
    plan = make_plan(later, 3, continues=open_plan)
    with pytest.raises(IntegrityError):
        open_plan.delete()
    ActionPlan.objects.filter(pk=plan.pk).update(continues=None)
    assert open_plan.delete()
