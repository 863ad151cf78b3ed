"""Pictures that were taken out of the storage because a part of them was not to be seen."""

from typing import ClassVar

from django.db import models

from offices.models import Office


class RemovedPicture(models.Model):
    """A digest whose file is gone on purpose, also where a signed version of the report still names it."""

    OFFICE_PATH: ClassVar[str] = "office"

    office = models.ForeignKey(Office, models.CASCADE, related_name="+")
    sha256 = models.CharField("sidik jari", max_length=64)
    at = models.DateTimeField("dihapus pada", auto_now_add=True)

    class Meta:
        verbose_name = "gambar yang dihapus"
        verbose_name_plural = "gambar yang dihapus"
        constraints = [models.UniqueConstraint(fields=["office", "sha256"], name="picture_removed_once")]

    def __str__(self) -> str:
        return self.sha256[:8]
