"""Forms on their way: what was done once, and what was typed when the session had ended."""

from typing import Any, ClassVar

from django.db import models
from django.utils import timezone

from offices.models.people import User


class SentForm(models.Model):
    """A form that was sent and answered; the same one, sent again, gets the same answer (sending/once.py).

    ``mark`` is a digest of the form's key and of everything in it.
    """

    OFFICE_PATH: ClassVar[str] = ""

    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    address = models.CharField("alamat", max_length=500)
    mark = models.CharField("sidik kiriman", max_length=64)
    answer: Any = models.JSONField("jawaban", null=True)
    at = models.DateTimeField("waktu", default=timezone.now, db_index=True)

    class Meta:
        verbose_name = "kiriman"
        verbose_name_plural = "kiriman"
        constraints = [models.UniqueConstraint(fields=["user", "address", "mark"], name="sent_form_once")]

    def __str__(self) -> str:
        return self.address


class KeptForm(models.Model):
    """What somebody sent after their session had ended: for that person alone, until it is sent again or thrown away.

    ``page`` is where the form stood, ``address`` where it goes, ``fields`` its names and values, ``key`` the form's.
    """

    OFFICE_PATH: ClassVar[str] = ""

    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    page = models.CharField("halaman", max_length=500)
    address = models.CharField("alamat", max_length=500)
    key = models.CharField("kunci formulir", max_length=200)
    fields: Any = models.JSONField("isian")
    at = models.DateTimeField("waktu", default=timezone.now, db_index=True)

    class Meta:
        verbose_name = "isian yang disimpan"
        verbose_name_plural = "isian yang disimpan"
        constraints = [models.UniqueConstraint(fields=["user", "address"], name="kept_form_once_per_address")]

    def __str__(self) -> str:
        return self.address
