"""How the reports of an office look: what it chose for itself, and what an office above laid down for all below it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from offices.models.office import Office
from offices.recording.appearance_words import APPEARANCE_CHOICES


class ReportAppearance(models.Model):
    """An office's own choice, or with ``for_below`` what it lays down for every office below it.

    An empty column (None where one is true or false) chooses nothing: the portal's value holds, or the office below
    decides.
    """

    OFFICE_PATH: ClassVar[str] = "office"

    office = models.ForeignKey(Office, models.CASCADE, related_name="appearances")
    for_below = models.BooleanField("untuk satuan kerja di bawahnya", default=False)
    paper = models.CharField("ukuran kertas", max_length=2, choices=APPEARANCE_CHOICES["paper"], blank=True)
    font = models.CharField("jenis huruf", max_length=10, choices=APPEARANCE_CHOICES["font"], blank=True)
    size = models.CharField("ukuran huruf", max_length=4, choices=APPEARANCE_CHOICES["size"], blank=True)
    margins = models.CharField("margin", max_length=8, choices=APPEARANCE_CHOICES["margins"], blank=True)
    cover = models.CharField("gaya sampul", max_length=8, choices=APPEARANCE_CHOICES["cover"], blank=True)
    colour = models.CharField("warna", max_length=8, choices=APPEARANCE_CHOICES["colour"], blank=True)
    chapters = models.CharField("awal bab", max_length=8, choices=APPEARANCE_CHOICES["chapters"], blank=True)
    statuses = models.CharField("sebutan status", max_length=10, choices=APPEARANCE_CHOICES["statuses"], blank=True)
    has_summary = models.BooleanField("ringkasan eksekutif", null=True, blank=True)
    has_publications = models.BooleanField("lampiran publikasi", null=True, blank=True)
    changed_at = models.DateTimeField("diubah pada", auto_now=True)

    class Meta:
        verbose_name = "tampilan laporan"
        verbose_name_plural = "tampilan laporan"
        constraints = [
            models.UniqueConstraint(fields=["office", "for_below"], name="appearance_once_each"),
            *(
                models.CheckConstraint(condition=Q(**{f"{name}__in": ["", *choices]}), name=f"appearance_{name}_known")
                for name, choices in APPEARANCE_CHOICES.items()
            ),
        ]

    def __str__(self) -> str:
        return f"Tampilan laporan {self.office}"
