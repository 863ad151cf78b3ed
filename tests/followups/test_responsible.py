"""Who answers for something: all units together or some of them, as it is chosen, stored and offered again."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from followups.responsible import ALL, Responsible, ResponsibleField


def field_of(office, stored=()):
    field = ResponsibleField("Penanggung jawab")
    return field, field.offer(office, stored)


def test_all_units_stand_first_under_the_name_that_the_office_gave_them(ngawi):
    ngawi.all_units_label = "Semua bagian"
    field, single = field_of(ngawi)
    assert list(field.choices) == [(ALL, "Semua bagian"), *single]
    assert [name for _pk, name in single] == ["Subbag kul", "Subbag rendatin", "Subbag tekhum"]


def test_a_unit_that_was_closed_is_offered_only_where_it_is_chosen_already(ngawi):
    closed = ngawi.units.get(key="rendatin")
    closed.closed_on = date(2025, 1, 1)
    closed.save()
    assert str(closed.pk) not in dict(field_of(ngawi)[1])
    assert str(closed.pk) in dict(field_of(ngawi, [closed.pk])[1])


def test_all_or_some_but_not_both(ngawi):
    field, single = field_of(ngawi)
    first, second = (pk for pk, _name in single[:2])
    assert field.clean([ALL]) == Responsible(True, ())
    assert field.clean([second, first]) == Responsible(False, (int(first), int(second)))
    assert field.clean([]) == Responsible(False, ())
    with pytest.raises(ValidationError, match="tidak keduanya"):
        field.clean([ALL, first])


def test_a_unit_of_another_office_is_none(ngawi, magetan):
    field, _single = field_of(ngawi)
    with pytest.raises(ValidationError):
        field.clean([str(magetan.units.all()[0].pk)])


@pytest.mark.parametrize(
    ("chosen", "sent"),
    [(Responsible(True, ()), ["*"]), (Responsible(False, (3, 7)), ["3", "7"]), (Responsible(False, ()), [])],
)
def test_what_is_stored_is_sent_as_it_was_chosen(chosen, sent):
    assert chosen.as_sent() == sent
