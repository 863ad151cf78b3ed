from duties.hands import is_in_hands_of
from offices.permissions import Action


def test_a_role_in_the_office_is_what_counts(people, ngawi, magetan):
    assert is_in_hands_of(people.admin, Action.EDIT_SURVEY, ngawi)
    assert not is_in_hands_of(people.admin, Action.EDIT_SURVEY, magetan)
    assert not is_in_hands_of(people.secretary, Action.EDIT_SURVEY, ngawi)
    assert not is_in_hands_of(people.staff, Action.EDIT_REALISATION, ngawi), "a unit is not the office"


def test_who_looks_on_from_above_has_nothing_in_hand_but_the_look_of_what_is_below(people, ngawi, province):
    assert not any(is_in_hands_of(people.supervisor, action, ngawi) for action in Action)
    assert [action for action in Action if is_in_hands_of(people.supervisor, action, province)] == [
        Action.LAY_DOWN_BELOW
    ]
