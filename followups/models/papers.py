"""Papers of a cycle that were made elsewhere and are kept beside it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from followups.models.plans import FollowUp

PAPER_KINDS = (
    ("survey_report", "Laporan SKM"),
    ("team_decree", "SK tim"),
    ("invitation", "Undangan"),
    ("attendance", "Daftar hadir"),
    ("minutes", "Notulen"),
    ("meeting_record", "Berita acara rapat"),
    ("plenary_record", "Berita acara pleno"),
    ("forum_record", "Berita acara FKP"),
    ("service_standard", "Standar pelayanan"),
    ("receipt", "Tanda terima"),
    ("questionnaire", "Kuesioner"),
    ("survey_photo", "Dokumentasi survei"),
)
PRINTED_KINDS = ("questionnaire", "survey_photo")
"""Those that the survey report prints as pictures, in its first and third annex."""


class Paper(models.Model):
    """A PDF or a picture that only people of the office read, unless its kind is printed.

    ``pages``: of a PDF; 0 for a picture (JPEG). ``width`` and ``height`` in pixels of a picture that is printed, else
    0; ``caption``: what stands beneath it.
    """

    OFFICE_PATH: ClassVar[str] = "followup__survey__office"

    followup = models.ForeignKey(FollowUp, models.CASCADE, related_name="+")
    kind = models.CharField("jenis berkas", max_length=20, choices=PAPER_KINDS)
    number = models.CharField("nomor", max_length=100, blank=True)
    dated_on = models.DateField("tanggal berkas", null=True, blank=True)
    file = models.FileField("berkas", max_length=200)
    sha256 = models.CharField("sidik jari", max_length=64)
    size = models.PositiveIntegerField("ukuran (byte)")
    pages = models.PositiveIntegerField("jumlah halaman", default=0)
    width = models.PositiveIntegerField("lebar (piksel)", default=0)
    height = models.PositiveIntegerField("tinggi (piksel)", default=0)
    caption = models.CharField("keterangan gambar", max_length=200, blank=True)
    kept_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    kept_at = models.DateTimeField("disimpan pada", auto_now_add=True)

    class Meta:
        verbose_name = "berkas siklus"
        verbose_name_plural = "berkas siklus"
        ordering = ["followup", "kind", "dated_on", "id"]
        constraints = [
            models.UniqueConstraint(fields=["followup", "sha256"], name="paper_once_per_cycle"),
            models.CheckConstraint(
                condition=Q(kind__in=[kind for kind, _words in PAPER_KINDS]), name="paper_kind_known"
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=PRINTED_KINDS) | Q(pages=0, width__gt=0, height__gt=0),
                name="paper_that_is_printed_is_a_picture",
            ),
            models.CheckConstraint(condition=~Q(file="") & ~Q(sha256="") & Q(size__gt=0), name="paper_is_whole"),
        ]

    def __str__(self) -> str:
        return " ".join(filter(None, (self.get_kind_display(), self.number)))

    @property
    def is_picture(self) -> bool:
        return self.pages == 0
