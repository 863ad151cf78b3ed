from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from surveys.fields import IndexField, ScoreField, decimal_words


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("3,27", "3.27"),
        ("3.275", "3.275"),
        (" 3,275000 ", "3.275"),
        ("1,00", "1"),
        ("4.00", "4"),
        ("3,141592", "3.141592"),
    ],
)
def test_comma_and_point_are_the_same_and_no_point_parts_thousands(typed, read):
    assert ScoreField().clean(typed) == Decimal(read)


@pytest.mark.parametrize("typed", ["3", "3,2", "0,99", "4,01", "3,1415926", "33,27", "1e1", "3,27x", "-3,27", "३,२७"])
def test_what_is_no_score_is_refused(typed):
    with pytest.raises(ValidationError, match="1,00 sampai 4,00"):
        ScoreField().clean(typed)


def test_an_empty_score_is_none_unless_it_is_needed():
    assert ScoreField(required=False).clean("") is None
    with pytest.raises(ValidationError):
        ScoreField().clean("")


@pytest.mark.parametrize(("typed", "read"), [("87,36", "87.36"), ("100", "100"), ("25.0", "25")])
def test_an_index_is_read_alike(typed, read):
    assert IndexField().clean(typed) == Decimal(read)


@pytest.mark.parametrize("typed", ["24,99", "100,01", "8736", "87,36,1"])
def test_what_is_no_index_is_refused(typed):
    with pytest.raises(ValidationError, match="25,00 dan 100,00"):
        IndexField().clean(typed)


@pytest.mark.parametrize(
    ("number", "shown"), [("3.270000", "3,27"), ("4", "4,00"), ("3.275", "3,275"), ("100.000000", "100,00")]
)
def test_a_number_is_shown_as_one_types_it(number, shown):
    assert decimal_words(Decimal(number)) == shown
    assert ScoreField().prepare_value(Decimal(number)) == shown
