"""What an office decided to let the public see."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from followups.models import EvidencePhoto
from offices.models import Office
from reports.models import Report


class PublicFace(models.Model):
    """The public page of an office, which is there while this row is."""

    OFFICE_PATH: ClassVar[str] = "office"

    office = models.OneToOneField(Office, models.CASCADE, related_name="+")
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    opened_at = models.DateTimeField("dibuka pada", auto_now_add=True)

    class Meta:
        verbose_name = "laman publik"
        verbose_name_plural = "laman publik"

    def __str__(self) -> str:
        return f"Laman publik {self.office}"


class ReleasedPhoto(models.Model):
    """A photo that may be published, as it looked when that was decided: ``sha256``. One that was changed may not."""

    OFFICE_PATH: ClassVar[str] = "photo__followup__survey__office"

    photo = models.OneToOneField(EvidencePhoto, models.CASCADE, related_name="+")
    sha256 = models.CharField("sidik jari", max_length=64)
    released_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "foto yang dirilis"
        verbose_name_plural = "foto yang dirilis"
        ordering = ["id"]
        constraints = [models.CheckConstraint(condition=~Q(sha256=""), name="released_photo_is_one_picture")]

    def __str__(self) -> str:
        return str(self.photo)


class PublicOriginal(models.Model):
    """A version whose signed file anybody may have, while this row is there; the next one needs its own decision."""

    OFFICE_PATH: ClassVar[str] = "report__followup__survey__office"

    report = models.OneToOneField(Report, models.CASCADE, related_name="+")
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    opened_at = models.DateTimeField("dibuka pada", auto_now_add=True)

    class Meta:
        verbose_name = "laporan asli yang terbuka"
        verbose_name_plural = "laporan asli yang terbuka"

    def __str__(self) -> str:
        return str(self.report)
