"""What the one who reads before signing remarks on a report."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from followups.models import FollowUp
from reports.models.versions import ReportKind


class Part(models.TextChoices):
    """The parts of a report that a reader may remark on; which kind has which, says PARTS."""

    COVER = "sampul", "Sampul"
    PREFACE = "kata_pengantar", "Kata Pengantar"
    CHAPTER_1 = "bab-1", "Bab I Pendahuluan"
    CHAPTER_2 = "bab-2", "Bab II Deskripsi Rencana Tindak Lanjut"
    CHAPTER_3 = "bab-3", "Bab III Realisasi Rencana Tindak Lanjut"
    CHAPTER_4 = "bab-4", "Bab IV Kesimpulan"
    OPENING = "pembuka", "Pembuka"
    STANDINGS = "tabel-1", "Tabel 1 Realisasi Semula dan Sekarang"
    OUTCOMES = "tabel-2", "Tabel 2 Penyelesaian RTL"
    LEFT = "tabel-3", "Tabel 3 RTL yang Masih Belum Selesai"
    CLOSING = "penutup", "Penutup dan tanda tangan"
    ANNEX = "lampiran", "Lampiran"
    OPENING_1 = "survei-1", "Bab I Pendahuluan"
    COLLECTION_2 = "survei-2", "Bab II Pengumpulan Data"
    FOUND_3 = "survei-3", "Bab III Hasil Pengolahan Data Survei"
    ANALYSIS_4 = "survei-4", "Bab IV Analisis Hasil Survei"
    CLOSING_5 = "survei-5", "Bab V Kesimpulan"


_OF_ADDENDUM = (Part.OPENING, Part.STANDINGS, Part.OUTCOMES, Part.LEFT, Part.CLOSING)
_OF_SURVEY = (Part.OPENING_1, Part.COLLECTION_2, Part.FOUND_3, Part.ANALYSIS_4, Part.CLOSING_5)
PARTS: dict[ReportKind, tuple[Part, ...]] = {
    ReportKind.FOLLOW_UP: tuple(part for part in Part if part not in (*_OF_ADDENDUM, *_OF_SURVEY)),
    ReportKind.SURVEY: (Part.COVER, *_OF_SURVEY, Part.ANNEX),
    ReportKind.ADDENDUM: (*_OF_ADDENDUM, Part.ANNEX),
}


class ReaderNote(models.Model):
    """What the one who signs wants mended, on a part of the report; open until somebody says it is done."""

    OFFICE_PATH: ClassVar[str] = "followup__survey__office"

    followup = models.ForeignKey(FollowUp, models.CASCADE, related_name="+")
    kind = models.CharField("jenis laporan", max_length=10, choices=ReportKind, default=ReportKind.FOLLOW_UP)
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
            models.CheckConstraint(condition=~Q(text=""), name="reader_note_is_whole"),
            models.CheckConstraint(
                condition=Q(kind=ReportKind.FOLLOW_UP, part__in=PARTS[ReportKind.FOLLOW_UP])
                | Q(kind=ReportKind.SURVEY, part__in=PARTS[ReportKind.SURVEY])
                | Q(kind=ReportKind.ADDENDUM, part__in=PARTS[ReportKind.ADDENDUM]),
                name="reader_note_on_a_part_of_its_kind",
            ),
            models.CheckConstraint(
                condition=Q(done_by=None, done_at=None) | Q(done_by__isnull=False, done_at__isnull=False),
                name="reader_note_done_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_part_display()}: {self.text[:60]}"
