"""Who answered a survey, as counts: how many of each sex, age, education, occupation, disability."""

from functools import reduce
from operator import or_
from typing import ClassVar

from django.db import models
from django.db.models import Q

from surveys.models.survey import Survey
from surveys.profiles import MARGINS

KNOWN_CLASSES = reduce(or_, (Q(margin=key, category__in=tuple(margin.classes)) for key, margin in MARGINS.items()))


class ProfileCount(models.Model):
    """How many respondents of one survey belong to one class; a class of nobody has no row."""

    OFFICE_PATH: ClassVar[str] = "survey__office"

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="profile")
    margin = models.CharField("menurut", max_length=12, choices=[(key, each.label) for key, each in MARGINS.items()])
    category = models.CharField("kelompok", max_length=16)
    count = models.PositiveIntegerField("jumlah")

    class Meta:
        verbose_name = "jumlah responden menurut profil"
        verbose_name_plural = "jumlah responden menurut profil"
        ordering = ["survey", "margin", "category"]
        constraints = [
            models.UniqueConstraint(fields=["survey", "margin", "category"], name="profile_count_once"),
            models.CheckConstraint(condition=KNOWN_CLASSES, name="profile_class_known"),
            models.CheckConstraint(condition=Q(count__gte=1), name="profile_counts_somebody"),
        ]

    def __str__(self) -> str:
        return f"{MARGINS[self.margin].classes[self.category]} {self.count}"
