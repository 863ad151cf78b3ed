"""The kinds of service (*jenis layanan*) of an office, and what the public said of each in one survey."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from offices.models import Office
from surveys.models.instrument import Element
from surveys.models.means import mean_column
from surveys.models.survey import Survey


class Service(models.Model):
    """A kind of service. One that is no longer in use stays for the surveys and plans that name it."""

    OFFICE_PATH: ClassVar[str] = "office"

    office = models.ForeignKey(Office, models.CASCADE, related_name="+")
    name = models.CharField("nama", max_length=200)
    position = models.PositiveSmallIntegerField("urutan")
    in_use = models.BooleanField("dipakai", default=True)

    class Meta:
        verbose_name = "jenis layanan"
        verbose_name_plural = "jenis layanan"
        ordering = ["office", "position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["office", "name"], name="service_name_unique_in_office"),
            models.CheckConstraint(condition=~Q(name=""), name="service_is_named"),
        ]

    def __str__(self) -> str:
        return self.name


class ServiceResult(models.Model):
    """What one survey found of one service: its respondents, and in ``scores`` its means.

    ``is_typed``: somebody typed it; else it came with the scores of the survey.
    """

    OFFICE_PATH: ClassVar[str] = "survey__office"

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="services")
    service = models.ForeignKey(Service, models.PROTECT, related_name="+")
    respondents = models.PositiveIntegerField("jumlah responden")
    is_typed = models.BooleanField("diketik", default=False)

    class Meta:
        verbose_name = "hasil per layanan"
        verbose_name_plural = "hasil per layanan"
        ordering = ["survey", "service__position", "service__id"]
        constraints = [models.UniqueConstraint(fields=["survey", "service"], name="service_result_once")]

    def __str__(self) -> str:
        return f"{self.service} ({self.respondents})"


class ServiceScore(models.Model):
    """The mean answer (1–4) that one element received from those who used one service.

    ``answers``: how many it is the mean of, where a file told them.
    """

    OFFICE_PATH: ClassVar[str] = "result__survey__office"

    result = models.ForeignKey(ServiceResult, models.CASCADE, related_name="scores")
    element = models.ForeignKey(Element, models.PROTECT, related_name="+")
    score = mean_column()
    answers = models.PositiveIntegerField("banyaknya jawaban", null=True, blank=True)

    class Meta:
        verbose_name = "nilai unsur per layanan"
        verbose_name_plural = "nilai unsur per layanan"
        ordering = ["result", "element__position"]
        constraints = [
            models.UniqueConstraint(fields=["result", "element"], name="service_score_once_per_element"),
            models.CheckConstraint(condition=Q(score__gte=1) & Q(score__lte=4), name="service_score_in_scale"),
        ]

    def __str__(self) -> str:
        return f"{self.element} {self.score}"
