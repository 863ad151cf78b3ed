"""Scores, indexes and numbers of people as their fields take and show them."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from surveys.number_fields import IndexField, PeopleField, ScoreField


@pytest.mark.parametrize(
    ("typed", "read"), [("3,27\u200b", "3.27"), ("\u202d3,27\u202c", "3.27"), (" 3.275 ", "3.275")]
)
def test_a_score_is_read_as_one_sees_it(typed, read):
    assert ScoreField().clean(typed) == Decimal(read)


def test_an_empty_score_is_none_unless_it_is_needed():
    assert ScoreField(required=False).clean("") is None
    with pytest.raises(ValidationError):
        ScoreField().clean("\u200b")


def test_what_is_no_number_is_refused_with_its_cause():
    for field, typed, told in (
        (ScoreField(), "33,27", "1,00 sampai 4,00"),
        (IndexField(), "24,99", "25,00 dan 100,00"),
    ):
        with pytest.raises(ValidationError, match=told):
            field.clean(typed)


@pytest.mark.parametrize(
    ("number", "shown"), [("3.270000", "3,27"), ("4", "4,00"), ("3.275", "3,275"), ("100.000000", "100,00")]
)
def test_a_number_is_shown_as_one_types_it(number, shown):
    assert ScoreField().prepare_value(Decimal(number)) == shown


def test_people_are_counted_with_thousands_parted():
    field = PeopleField("Jumlah responden")
    assert (field.clean("1.250"), field.clean(""), field.clean("0")) == (1250, None, 0)
    assert (field.prepare_value(1250), field.prepare_value(None), field.prepare_value("x")) == ("1.250", None, "x")
    with pytest.raises(ValidationError, match="tanpa desimal"):
        field.clean("12,5")
