"""Places for evidence: a plan that is done, one of another unit, and the tray."""

import pytest

from followups.models import ActionPlan, FollowUp
from followups.places import Place
from tests.conftest import make_plan


@pytest.fixture
def own_media(settings, tmp_path):
    """A storage that no other test writes to, for tests that count what lies in it."""
    settings.MEDIA_ROOT = str(tmp_path / "media")


@pytest.fixture
def followup(survey):
    return FollowUp.objects.select_related("survey__office").get(survey=survey)


@pytest.fixture
def place(followup):
    """The plan that is done, and that kul answers for."""
    return Place(followup, plan=ActionPlan.objects.get(position=1))


@pytest.fixture
def other(followup):
    """A plan of another unit."""
    plan = make_plan(ActionPlan.objects.get(position=1).priority, 3)
    plan.units.add(followup.survey.office.units.get(key="rendatin"))
    return Place(followup, plan=plan)


@pytest.fixture
def tray(followup):
    return Place(followup)
