"""Form fields for scores, indexes and numbers of people. Django's own number fields would read 3.275 as 3275."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from offices.invisible import visible
from surveys.typed_numbers import (
    INDEX,
    SCORE,
    Kind,
    NumberUnclearError,
    count_of,
    count_words,
    decimal_of,
    decimal_words,
)

MOST_PEOPLE = 2_000_000_000


class ScoreField(forms.CharField):
    """The mean answer of an element (NRR), 1.00–4.00, rounded to six decimals, as a Decimal; empty is None."""

    kind: Kind = SCORE

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.widget.attrs |= {"inputmode": "decimal", "autocomplete": "off"}

    def to_python(self, value: Any) -> Any:
        text = visible(str(value or "")).strip()
        if not text:
            return None
        try:
            return decimal_of(text, self.kind)
        except NumberUnclearError as unclear:
            raise ValidationError(str(unclear), code="invalid") from None

    def prepare_value(self, value: Any) -> Any:
        return decimal_words(value) if isinstance(value, Decimal) else value


class IndexField(ScoreField):
    """An index (IKM), 25.00–100.00, as a Decimal; empty is None."""

    kind = INDEX


class PeopleField(forms.CharField):
    """A number of people, with thousands parted or not, as an int; empty is None."""

    def __init__(self, label: str) -> None:
        super().__init__(label=label, required=False)
        self.widget.attrs |= {"inputmode": "numeric", "autocomplete": "off", "maxlength": 60}

    def to_python(self, value: Any) -> Any:
        text = visible(str(value if value is not None else "")).strip()
        if not text:
            return None
        try:
            return count_of(text, MOST_PEOPLE)
        except NumberUnclearError as unclear:
            raise ValidationError(str(unclear), code="invalid") from None

    def prepare_value(self, value: Any) -> Any:
        return count_words(value) if isinstance(value, int) else value
