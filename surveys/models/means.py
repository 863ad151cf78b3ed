"""The column in which a mean answer is kept, whatever it is the mean of."""

from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models


def mean_column() -> "models.DecimalField[Decimal, Decimal]":
    """A mean answer, 1–4 with six decimals; a constraint of the table holds the range, too."""
    return models.DecimalField(
        "nilai rata-rata",
        max_digits=7,
        decimal_places=6,
        validators=[MinValueValidator(Decimal(1)), MaxValueValidator(Decimal(4))],
    )
