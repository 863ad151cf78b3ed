"""What an office wrote of the letters that go with a version: number and day, and texts of its own."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from followups.models import FollowUp
from reports.models.versions import ReportKind

LETTER_KINDS = ("nota-dinas", "surat-dinas", "surat-pengantar")


class OwnLetter(models.Model):
    """One letter of one version of a cycle's report of a ``kind``, which need not exist yet.

    ``number`` and ``dated`` may be recorded after it was signed. ``texts``: those that differ from the standard ones,
    by key (reports/letters/standard.py); one that is empty is left to the pen.
    """

    OFFICE_PATH: ClassVar[str] = "followup__survey__office"

    followup = models.ForeignKey(FollowUp, models.CASCADE, related_name="+")
    kind = models.CharField("jenis laporan", max_length=10, choices=ReportKind, default=ReportKind.FOLLOW_UP)
    which = models.CharField("jenis surat", max_length=20)
    version = models.PositiveSmallIntegerField("versi laporan")
    number = models.CharField("nomor surat", max_length=100, blank=True)
    dated = models.DateField("tanggal surat", null=True, blank=True)
    texts: Any = models.JSONField("teks surat", default=dict)

    class Meta:
        verbose_name = "surat"
        verbose_name_plural = "surat"
        ordering = ["followup", "kind", "which", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["followup", "kind", "which", "version"], name="own_letter_once_per_version"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[kind for kind in ReportKind if kind.has_letters]),
                name="own_letter_of_a_kind_that_has_letters",
            ),
            models.CheckConstraint(
                condition=Q(which__in=LETTER_KINDS, version__gte=1), name="own_letter_kind_and_version"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.which} {self.followup} v{self.version}"
