"""What a report says beside its data: the register of legal bases, and an office's own texts."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from followups.models import FollowUp


class LegalBasis(models.Model):
    """One line of section 1.2. A regulation that was repealed keeps its row with ``valid_until``."""

    position = models.PositiveSmallIntegerField("urutan", unique=True)
    title = models.TextField("peraturan")
    valid_from = models.DateField("berlaku sejak")
    valid_until = models.DateField("berlaku sampai", null=True, blank=True)

    class Meta:
        verbose_name = "dasar hukum"
        verbose_name_plural = "dasar hukum"
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
                name="legal_basis_not_reversed",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Narrative(models.Model):
    """An office's own text of one section, in place of the standard text; keys are in sections.py."""

    OFFICE_PATH: ClassVar[str] = "followup__survey__office"

    followup = models.ForeignKey(FollowUp, models.CASCADE, related_name="+")
    section = models.CharField("bagian", max_length=20)
    text = models.TextField("teks")

    class Meta:
        verbose_name = "teks laporan"
        verbose_name_plural = "teks laporan"
        ordering = ["followup", "section"]
        constraints = [
            models.UniqueConstraint(fields=["followup", "section"], name="narrative_once_per_section"),
        ]

    def __str__(self) -> str:
        return self.section
