"""What names a row is told by the names of what does, before an office throws it away."""

import pytest

from followups.models import ActionPlan
from offices.models import Membership
from offices.profile.references import names_of_users

pytestmark = pytest.mark.django_db


def test_a_unit_that_nobody_named_is_named_by_nothing(ngawi):
    assert names_of_users(ngawi.units.get(key="tekhum")) == []


def test_people_and_plans_that_name_a_unit_are_told_each_once(survey, people, ngawi):
    kul = ngawi.units.get(key="kul")
    assert Membership.objects.filter(unit=kul).count() == 2
    assert names_of_users(kul) == ["rencana tindak lanjut", "peran pengguna"]


def test_of_a_hidden_table_the_rows_that_declare_it_are_told(survey, ngawi):
    """A plan names its units by a table that has no name of its own."""
    unit = ngawi.units.get(key="rendatin")
    assert names_of_users(unit) == []
    ActionPlan.objects.get(position=2).units.add(unit)
    assert names_of_users(unit) == ["rencana tindak lanjut"]
