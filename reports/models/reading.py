"""What the one who reads before signing remarks on a report."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from followups.models import FollowUp


class Part(models.TextChoices):
    """The parts of a report that a reader may remark on."""

    COVER = "sampul", "Sampul"
    PREFACE = "kata_pengantar", "Kata Pengantar"
    CHAPTER_1 = "bab-1", "Bab I Pendahuluan"
    CHAPTER_2 = "bab-2", "Bab II Deskripsi Rencana Tindak Lanjut"
    CHAPTER_3 = "bab-3", "Bab III Realisasi Rencana Tindak Lanjut"
    CHAPTER_4 = "bab-4", "Bab IV Kesimpulan"
    ANNEX = "lampiran", "Lampiran"


class ReaderNote(models.Model):
    """What the one who signs wants mended, on a part of the report; open until somebody says it is done."""

    OFFICE_PATH: ClassVar[str] = "followup__survey__office"

    followup = models.ForeignKey(FollowUp, models.CASCADE, related_name="+")
    part = models.CharField("bagian", max_length=20, choices=Part)
    text = models.TextField("catatan")
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_at = models.DateTimeField("ditulis pada", auto_now_add=True)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    done_at = models.DateTimeField("diselesaikan pada", null=True, blank=True)

    class Meta:
        verbose_name = "catatan pembaca"
        verbose_name_plural = "catatan pembaca"
        ordering = ["followup", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(part__in=Part.values) & ~Q(text=""), name="reader_note_is_whole"),
            models.CheckConstraint(
                condition=Q(done_by=None, done_at=None) | Q(done_by__isnull=False, done_at__isnull=False),
                name="reader_note_done_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_part_display()}: {self.text[:60]}"
