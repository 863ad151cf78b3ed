"""What an office calls folders and files of evidence, in place of the names that a recipient's list has."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from offices.models import Office


class EvidenceName(models.Model):
    """``recipient``: the key of a list; ``key``: of a folder or of a kind of file in it (pack/contents.py).

    It holds for the offices below, too, as far as they have none of their own.
    """

    OFFICE_PATH: ClassVar[str] = "office"

    office = models.ForeignKey(Office, models.CASCADE, related_name="+")
    recipient = models.CharField("penerima", max_length=20)
    key = models.CharField("yang dinamai", max_length=40)
    name = models.CharField("nama", max_length=60)

    class Meta:
        verbose_name = "nama bukti"
        verbose_name_plural = "nama bukti"
        ordering = ["office", "recipient", "key"]
        constraints = [
            models.UniqueConstraint(fields=["office", "recipient", "key"], name="evidence_is_named_once"),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(key="") & ~Q(recipient=""), name="evidence_name_is_whole"
            ),
        ]

    def __str__(self) -> str:
        return self.name
