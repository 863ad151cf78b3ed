"""What the scores of a survey rest on, and which mapping an office usually takes."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from offices.models import Office, User
from surveys.models.instrument import IndexMethod, QuestionMapping, Questionnaire
from surveys.models.survey import Survey


class BasisKind(models.TextChoices):
    """What was there when scores were entered."""

    TYPED = "typed", "diketik"
    SUMMARY = "summary", "nilai rata-rata unsur dari berkas"
    FREQUENCIES = "frequencies", "banyaknya setiap jawaban dari berkas"
    ANSWERS = "answers", "jawaban responden dari berkas"


class ScoreBasis(models.Model):
    """What a survey's scores rest on; a survey without this row has no scores, or none of which this is known.

    ``digests``: SHA-256 (hex) of each file. ``settled``: what was answered about the file, by the id of the question.
    Questionnaire, mapping and method are known together or not at all. ``index_error``: the standard error of the
    index (on its scale of 25–100), where all answers were read.
    """

    OFFICE_PATH: ClassVar[str] = "survey__office"

    survey = models.OneToOneField(Survey, models.CASCADE, related_name="basis")
    kind = models.CharField("dasar nilai", max_length=12, choices=BasisKind)
    questionnaire = models.ForeignKey(Questionnaire, models.PROTECT, null=True, blank=True, related_name="+")
    mapping = models.ForeignKey(QuestionMapping, models.PROTECT, null=True, blank=True, related_name="+")
    method = models.CharField("cara menghitung IKM", max_length=10, choices=IndexMethod, blank=True)
    index_error = models.DecimalField("galat baku IKM", max_digits=8, decimal_places=6, null=True, blank=True)
    digests: Any = models.JSONField("sidik jari berkas", default=list, blank=True)
    settled: Any = models.JSONField("jawaban atas pertanyaan", default=dict, blank=True)
    actor = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    taken_at = models.DateTimeField("waktu", null=True, blank=True)

    class Meta:
        verbose_name = "dasar nilai"
        verbose_name_plural = "dasar nilai"
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=BasisKind.values), name="basis_kind_known"),
            models.CheckConstraint(
                condition=Q(questionnaire=None, mapping=None, method="")
                | Q(questionnaire__isnull=False, mapping__isnull=False, method__in=IndexMethod.values),
                name="basis_form_mapping_and_method_together",
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()


class UsualMapping(models.Model):
    """The mapping and method that an office chose last for a questionnaire, to be offered the next time."""

    OFFICE_PATH: ClassVar[str] = "office"

    office = models.ForeignKey(Office, models.CASCADE, related_name="+")
    questionnaire = models.ForeignKey(Questionnaire, models.CASCADE, related_name="+")
    mapping = models.ForeignKey(QuestionMapping, models.CASCADE, related_name="+")
    method = models.CharField("cara menghitung IKM", max_length=10, choices=IndexMethod)

    class Meta:
        verbose_name = "pemetaan yang biasa dipakai"
        verbose_name_plural = "pemetaan yang biasa dipakai"
        constraints = [
            models.UniqueConstraint(fields=["office", "questionnaire"], name="usual_mapping_once"),
            models.CheckConstraint(condition=Q(method__in=IndexMethod.values), name="usual_method_known"),
        ]

    def __str__(self) -> str:
        return f"{self.questionnaire} {self.mapping}"
