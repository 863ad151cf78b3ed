"""What a file of scores says of each question; and, where somebody chose so, what each respondent answered."""

from functools import reduce
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Replace
from django.db.models.lookups import Exact

from surveys.ikm import NO_ANSWER
from surveys.models.instrument import AskedQuestion
from surveys.models.means import mean_column
from surveys.models.offering import Service
from surveys.models.survey import Survey

START: Any = F("scores")
REST: Any = reduce(lambda rest, sign: Replace(rest, Value(sign)), f"1234{NO_ANSWER}", START)
"""What is left of an answer row when everything that it may hold is taken away."""


class QuestionScore(models.Model):
    """The mean answer (1–4) to one question of the questionnaire; ``answers``: how many, where the file tells it."""

    OFFICE_PATH: ClassVar[str] = "survey__office"

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="question_scores")
    question = models.ForeignKey(AskedQuestion, models.PROTECT, related_name="+")
    score = mean_column()
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


class AnswerRow(models.Model):
    """What one respondent answered: nothing but scores and the service, in an order of chance.

    ``scores``: one sign for each question of the questionnaire of the survey's basis, in its order: 1–4, or a dash
    where there is no answer.
    """

    OFFICE_PATH: ClassVar[str] = "survey__office"

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="answer_rows")
    service = models.ForeignKey(Service, models.PROTECT, null=True, blank=True, related_name="+")
    scores = models.CharField("nilai jawaban", max_length=200)

    class Meta:
        verbose_name = "jawaban responden"
        verbose_name_plural = "jawaban responden"
        constraints = [
            models.CheckConstraint(
                condition=Exact(REST, Value("")),
                name="answer_row_in_scale",
            ),
            models.CheckConstraint(
                condition=~Q(Exact(Replace("scores", Value(NO_ANSWER)), Value(""))), name="answer_row_answers"
            ),
        ]

    def __str__(self) -> str:
        return self.scores
