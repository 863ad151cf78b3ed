"""What respondents of a survey wrote in their own words, with no tie to who wrote it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from surveys.models.survey import Survey

MOST_LETTERS = 1000


class Decision(models.TextChoices):
    """What became of a suggestion: only what was released may leave the office."""

    UNREAD = "unread", "Belum dibaca"
    RELEASED = "released", "Dirilis"
    KEPT = "kept", "Ditahan"


class Suggestion(models.Model):
    """One text of a survey; ``times``: how many wrote it. The order of the rows tells nothing of that of the file."""

    OFFICE_PATH: ClassVar[str] = "survey__office"

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="suggestions")
    text = models.CharField("saran", max_length=MOST_LETTERS)
    times = models.PositiveIntegerField("ditulis oleh")
    decision = models.CharField("keadaan", max_length=8, choices=Decision, default=Decision.UNREAD)

    class Meta:
        verbose_name = "saran responden"
        verbose_name_plural = "saran responden"
        ordering = ["survey", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(decision__in=Decision.values), name="suggestion_decision_known"),
            models.CheckConstraint(condition=Q(times__gte=1), name="suggestion_of_somebody"),
            models.CheckConstraint(condition=~Q(text=""), name="suggestion_says_something"),
        ]

    def __str__(self) -> str:
        return f"saran {self.pk}"
