"""Form fields for scores and indexes, with comma or point. Django's own number fields would read 3.275 as 3275."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

_SCORE = re.compile(r"\d[.,]\d{2,6}", re.ASCII)
_INDEX = re.compile(r"\d{2,3}(?:[.,]\d{1,6})?", re.ASCII)


def decimal_words(number: Decimal) -> str:
    """A number as one types it: decimal comma, at least two decimals, no zeros beyond (``3,27``, ``3,275``)."""
    places = max(2, -int(number.normalize().as_tuple().exponent))
    return f"{number:.{places}f}".replace(".", ",")


class ScoreField(forms.CharField):
    """The mean answer of an element (NRR), 1.00–4.00 with two to six decimals, as a Decimal; empty is None."""

    pattern, lowest, highest = _SCORE, Decimal(1), Decimal(4)
    advice = "Tulis nilai 1,00 sampai 4,00 dengan dua sampai enam angka desimal, misalnya 3,27."

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.widget.attrs |= {"inputmode": "decimal", "autocomplete": "off"}

    def to_python(self, value: Any) -> Any:
        text = "".join(str(value or "").split())
        if not text:
            return None
        number = Decimal(text.replace(",", ".")) if self.pattern.fullmatch(text) else None
        if number is None or not self.lowest <= number <= self.highest:
            raise ValidationError(self.advice, code="invalid")
        return number

    def prepare_value(self, value: Any) -> Any:
        return decimal_words(value) if isinstance(value, Decimal) else value


class IndexField(ScoreField):
    """An index (IKM), 25.00–100.00, as a Decimal; empty is None."""

    pattern, lowest, highest = _INDEX, Decimal(25), Decimal(100)
    advice = "Tulis IKM antara 25,00 dan 100,00, misalnya 87,36."
