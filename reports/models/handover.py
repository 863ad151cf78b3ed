"""Where a signed version went."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from reports.models.versions import Report, report_path


def receipt_path(handover: "Handover", filename: str) -> str:
    """Where the picture of a receipt is kept; the file name carries the digest of its bytes."""
    return report_path(handover.report, filename)


class HandoverKind(models.TextChoices):
    SENT = "sent", "Dikirim"
    RETURNED = "returned", "Dikembalikan"
    PUBLISHED = "published", "Dipublikasikan"


class Handover(models.Model):
    """Where a signed version went: sent to whom, returned by whom, published where.

    What was sent may have a slip that is to come back, ``expects_receipt``: ``receipt`` is its photo (JPEG) or scan
    (PDF), ``received_on`` and ``received_by`` are what it says.
    """

    OFFICE_PATH: ClassVar[str] = "report__followup__survey__office"

    report = models.ForeignKey(Report, models.PROTECT, related_name="+")
    kind = models.CharField("kejadian", max_length=10, choices=HandoverKind)
    party = models.CharField("pihak atau media", max_length=200)
    happened_on = models.DateField("tanggal")
    note = models.TextField("catatan", blank=True)
    link = models.URLField("tautan", max_length=500, blank=True)
    expects_receipt = models.BooleanField("menunggu tanda terima", default=False)
    received_on = models.DateField("diterima tanggal", null=True, blank=True)
    received_by = models.CharField("diterima oleh", max_length=200, blank=True)
    receipt = models.FileField("tanda terima", upload_to=receipt_path, blank=True)
    receipt_sha256 = models.CharField("sidik jari tanda terima", max_length=64, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField("dicatat pada", auto_now_add=True)

    class Meta:
        verbose_name = "penyampaian laporan"
        verbose_name_plural = "penyampaian laporan"
        ordering = ["report", "happened_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=HandoverKind.values) & ~Q(party=""), name="handover_kind_and_party"
            ),
            models.CheckConstraint(
                condition=Q(kind=HandoverKind.SENT) | Q(expects_receipt=False, receipt=""),
                name="handover_receipt_of_what_was_sent",
            ),
            models.CheckConstraint(
                condition=Q(receipt="", receipt_sha256="", received_by="", received_on=None)
                | (~Q(receipt="") & ~Q(receipt_sha256="") & ~Q(received_by="") & Q(received_on__isnull=False)),
                name="handover_receipt_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.party}"

    @property
    def awaits_receipt(self) -> bool:
        """Whether it was sent with a slip that has not come back."""
        return self.expects_receipt and not self.receipt

    @property
    def receipt_is_picture(self) -> bool:
        """Whether the slip can be shown; a PDF is only handed out."""
        return (self.receipt.name or "").endswith(".jpg")
