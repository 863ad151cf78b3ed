"""What became of a plan that was left open: the last of those that continue it, and whether that one is settled."""

import pytest

from followups.carrying.fates import fates_of, is_settled
from followups.models import ActionPlan, FollowUp, Priority, Review, Status
from tests.cases import in_one_test
from tests.conftest import make_plan, make_survey


@in_one_test(
    ("status", "review", "settled"),
    [(status, review, status == Status.DONE and review == Review.APPROVED) for status in Status for review in Review],
)
def test_only_what_is_done_and_was_accepted_is_settled(status, review, settled):
    assert is_settled(ActionPlan(status=status, review=review)) is settled


@pytest.mark.django_db
class TestFates:
    @pytest.fixture
    def priorities(self, ngawi):
        """One of each of three cycles, one after the other."""
        surveys = [make_survey(ngawi, period) for period in ("2024-S1", "2024-S2", "2025-S1")]
        return [Priority.objects.get(followup=FollowUp.objects.get(survey=survey)) for survey in surveys]

    def chain(self, priorities, position=9):
        """A plan that goes on in each later cycle."""
        plans = []
        for priority in priorities:
            plans.append(make_plan(priority, position, continues=plans[-1] if plans else None))
        return plans

    def test_the_last_of_a_chain_counts(self, priorities):
        first, second, third = self.chain(priorities)
        assert fates_of([first.pk]) == {first.pk: third}
        assert fates_of([second.pk]) == {second.pk: third}

    def test_what_was_not_taken_up_has_no_fate(self, priorities):
        *_before, third = self.chain(priorities)
        lonely = make_plan(priorities[0], 12)
        assert fates_of([third.pk, lonely.pk]) == {}
        assert fates_of([]) == {}

    def test_several_are_followed_together_each_along_its_own(self, priorities):
        long, short = self.chain(priorities), self.chain(priorities[:2], position=10)
        assert fates_of([long[0].pk, short[0].pk]) == {long[0].pk: long[2], short[0].pk: short[1]}

    def test_it_costs_a_query_for_each_cycle_on_however_many_there_are(self, priorities, django_assert_num_queries):
        many = [self.chain(priorities, position)[0].pk for position in range(9, 15)]
        with django_assert_num_queries(3):
            assert len(fates_of(many)) == 6
