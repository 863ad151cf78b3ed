import pytest

from duties.hands import is_in_hands_of, names_of
from offices.permissions import Action, Scope


@pytest.mark.parametrize(
    ("action", "names"),
    [
        (Action.EDIT_SURVEY, "Admin"),
        (Action.PREPARE, "Admin atau Sekretaris"),
        (Action.CONFIRM_KEY, "Kepala Subbagian, Admin atau Sekretaris"),
    ],
)
def test_the_roles_that_may_are_named(action, names):
    assert names_of(action) == names


def test_those_who_may_for_their_unit_are_named_where_they_count():
    assert names_of(Action.APPROVE) == "Admin atau Sekretaris"
    assert names_of(Action.APPROVE, Scope.OFFICE, Scope.UNIT) == "Kepala Subbagian, Admin atau Sekretaris"


def test_a_role_in_the_office_is_what_counts(people, ngawi, magetan):
    assert is_in_hands_of(people.admin, Action.EDIT_SURVEY, ngawi)
    assert not is_in_hands_of(people.admin, Action.EDIT_SURVEY, magetan)
    assert not is_in_hands_of(people.secretary, Action.EDIT_SURVEY, ngawi)
    assert not is_in_hands_of(people.staff, Action.EDIT_REALISATION, ngawi), "a unit is not the office"


def test_who_looks_on_from_above_has_nothing_in_hand(people, ngawi, province):
    assert not any(is_in_hands_of(people.supervisor, action, ngawi) for action in Action)
    assert not any(is_in_hands_of(people.supervisor, action, province) for action in Action)
