"""What a file of scores says of each question, beside what it says of each element."""

from decimal import Decimal
from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from surveys.models.instrument import AskedQuestion
from surveys.models.survey import Survey


class QuestionScore(models.Model):
    """The mean answer (1–4) to one question of the questionnaire; ``answers``: how many, where the file tells it."""

    OFFICE_PATH: ClassVar[str] = "survey__office"

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="question_scores")
    question = models.ForeignKey(AskedQuestion, models.PROTECT, related_name="+")
    score = models.DecimalField(
        "nilai rata-rata",
        max_digits=7,
        decimal_places=6,
        validators=[MinValueValidator(Decimal(1)), MaxValueValidator(Decimal(4))],
    )
    answers = models.PositiveIntegerField("banyaknya jawaban", null=True, blank=True)

    class Meta:
        verbose_name = "nilai pertanyaan"
        verbose_name_plural = "nilai pertanyaan"
        ordering = ["survey", "question__position"]
        constraints = [
            models.UniqueConstraint(fields=["survey", "question"], name="question_score_once"),
            models.CheckConstraint(condition=Q(score__gte=1) & Q(score__lte=4), name="question_score_in_scale"),
            models.CheckConstraint(condition=Q(answers=None) | Q(answers__gte=1), name="question_score_has_answers"),
        ]

    def __str__(self) -> str:
        return f"{self.question} {self.score}"
