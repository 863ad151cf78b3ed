"""Where a signed version went."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from reports.models.versions import Report


class HandoverKind(models.TextChoices):
    SENT = "sent", "Dikirim"
    RETURNED = "returned", "Dikembalikan"
    PUBLISHED = "published", "Dipublikasikan"


class Handover(models.Model):
    """Where a signed version went: sent to whom, returned by whom, published where."""

    OFFICE_PATH: ClassVar[str] = "report__followup__survey__office"

    report = models.ForeignKey(Report, models.PROTECT, related_name="+")
    kind = models.CharField("kejadian", max_length=10, choices=HandoverKind)
    party = models.CharField("pihak atau media", max_length=200)
    happened_on = models.DateField("tanggal")
    note = models.TextField("catatan", blank=True)
    link = models.URLField("tautan", max_length=500, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField("dicatat pada", auto_now_add=True)

    class Meta:
        verbose_name = "penyampaian laporan"
        verbose_name_plural = "penyampaian laporan"
        ordering = ["report", "happened_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=HandoverKind.values) & ~Q(party=""), name="handover_kind_and_party"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.party}"
