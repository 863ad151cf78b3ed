"""The paraf: that a head has read the draft of a report, and agrees with it or wants it mended."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from followups.models import FollowUp
from reports.models.versions import ReportKind


class Paraf(models.Model):
    """One person's latest paraf on a cycle's report of a kind. ``digest``: the state of the document that was read."""

    OFFICE_PATH: ClassVar[str] = "followup__survey__office"

    followup = models.ForeignKey(FollowUp, models.CASCADE, related_name="+")
    kind = models.CharField("jenis laporan", max_length=10, choices=ReportKind, default=ReportKind.FOLLOW_UP)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    given_at = models.DateTimeField("diberikan pada")
    agrees = models.BooleanField("setuju")
    digest = models.CharField("sidik jari dokumen", max_length=64)

    class Meta:
        verbose_name = "paraf"
        verbose_name_plural = "paraf"
        ordering = ["followup", "id"]
        constraints = [
            models.UniqueConstraint(fields=["followup", "kind", "given_by"], name="paraf_once_per_person"),
            models.CheckConstraint(condition=Q(kind__in=ReportKind.values), name="paraf_kind_known"),
            models.CheckConstraint(condition=~Q(digest=""), name="paraf_names_a_state"),
        ]

    def __str__(self) -> str:
        return f"{self.given_by}: {'Setuju' if self.agrees else 'Dengan catatan'}"
