"""Copies of signed reports that may go to anybody; what is left out of one is publishing/copies/redacting.py."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from reports.models.versions import Report, report_path


def copy_path(copy: "ReleasedCopy", filename: str) -> str:
    """Where a copy is kept; the file name carries the digest of its bytes."""
    return report_path(copy.report, filename)


class ReleasedCopy(models.Model):
    """A copy that was made: ``inputs`` names the version and the photos it shows. It is known for ever by ``sha256``.

    ``file`` is empty where its pictures had to go; ``is_public``: the office lets anybody have it.
    """

    OFFICE_PATH: ClassVar[str] = "report__followup__survey__office"

    report = models.ForeignKey(Report, models.CASCADE, related_name="+")
    inputs = models.CharField("sidik jari masukan", max_length=64)
    file = models.FileField("berkas", upload_to=copy_path, max_length=250, blank=True)
    sha256 = models.CharField("sidik jari", max_length=64)
    is_public = models.BooleanField("terbuka untuk umum", default=True)
    made_at = models.DateTimeField("dibuat pada", auto_now_add=True)

    class Meta:
        verbose_name = "salinan rilis"
        verbose_name_plural = "salinan rilis"
        ordering = ["report", "id"]
        constraints = [
            models.UniqueConstraint(fields=["report", "inputs"], name="released_copy_once_of_the_same"),
            models.CheckConstraint(condition=~Q(sha256="") & ~Q(inputs=""), name="released_copy_is_known"),
        ]

    def __str__(self) -> str:
        return f"Salinan rilis {self.report}"
