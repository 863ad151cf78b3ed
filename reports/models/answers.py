"""The reasons that people gave for findings that stand."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from followups.models import FollowUp


class Answer(models.Model):
    """Why a finding may stand: a reason for one *warn*, as long as what it was about (``subject``) is unchanged."""

    OFFICE_PATH: ClassVar[str] = "followup__survey__office"

    followup = models.ForeignKey(FollowUp, models.CASCADE, related_name="+")
    rule = models.CharField("kaidah", max_length=10)
    subject = models.CharField("sidik jari pokok", max_length=64)
    place = models.CharField("tempat", max_length=300)
    reason = models.TextField("alasan")
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    given_at = models.DateTimeField("diberikan pada", auto_now=True)

    class Meta:
        verbose_name = "penjelasan catatan"
        verbose_name_plural = "penjelasan catatan"
        ordering = ["followup", "rule", "id"]
        constraints = [
            models.UniqueConstraint(fields=["followup", "rule", "subject"], name="answer_once_per_subject"),
            models.CheckConstraint(condition=~Q(reason=""), name="answer_has_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.rule}: {self.reason[:60]}"
