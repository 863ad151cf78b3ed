"""The places of the small cycle that have proofs: the plan that is done, and the one that is not."""

import pytest

from followups.evidence.places import Place
from followups.models import ActionPlan


@pytest.fixture
def done(followup):
    return Place(followup, plan=ActionPlan.objects.get(position=1))


@pytest.fixture
def open_plan(followup):
    return Place(followup, plan=ActionPlan.objects.get(position=2))
