"""The pages that somebody signed by hand, as pictures: until the scan of a version is made of them, and after."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from reports.models.versions import Report, report_path


def signed_page_path(page: "SignedPage", filename: str) -> str:
    """Where a page's pictures are kept; the file name carries the digest of its bytes."""
    return report_path(page.report, filename)


class SignedPage(models.Model):
    """One page of the prepared file as it came back. ``page`` counts the pages of the file, from 1.

    ``original`` is what was sent, upright; ``picture`` what is printed of it: the sheet between ``corners`` (four
    points ``x,y`` in thousandths of the original, from top left clockwise; empty: all of it), turned by ``turn``
    quarters.
    """

    OFFICE_PATH: ClassVar[str] = "report__followup__survey__office"

    report = models.ForeignKey(Report, models.CASCADE, related_name="+")
    page = models.PositiveSmallIntegerField("halaman")
    original = models.FileField("foto asli", upload_to=signed_page_path)
    original_sha256 = models.CharField("sidik jari foto asli", max_length=64)
    picture = models.FileField("gambar halaman", upload_to=signed_page_path)
    picture_sha256 = models.CharField("sidik jari gambar", max_length=64)
    corners = models.CharField("sudut kertas", max_length=40, blank=True)
    turn = models.PositiveSmallIntegerField("putaran", default=0)
    kept_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    kept_at = models.DateTimeField("disimpan pada", auto_now=True)

    class Meta:
        verbose_name = "halaman bertanda tangan"
        verbose_name_plural = "halaman bertanda tangan"
        ordering = ["report", "page"]
        constraints = [
            models.UniqueConstraint(fields=["report", "page"], name="signed_page_once"),
            models.CheckConstraint(condition=Q(page__gte=1, turn__lte=3), name="signed_page_and_turn_in_range"),
            models.CheckConstraint(
                condition=~Q(original="") & ~Q(picture="") & ~Q(original_sha256="") & ~Q(picture_sha256=""),
                name="signed_page_has_pictures",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.report} halaman {self.page}"
