"""Who is inside at present, how often the door was tried, and the little door for calendars."""

from typing import ClassVar

from django.db import models
from django.utils import timezone

from offices.models.people import User


class Counter(models.Model):
    """How often something was done since a stretch of time began; throttling.py counts and prunes."""

    OFFICE_PATH: ClassVar[str] = ""

    key = models.CharField("kunci", max_length=64, unique=True)
    count = models.PositiveIntegerField("jumlah")
    ends_at = models.DateTimeField("berakhir pada", db_index=True)

    class Meta:
        verbose_name = "penghitung"
        verbose_name_plural = "penghitung"

    def __str__(self) -> str:
        return f"{self.count}"


class OpenSession(models.Model):
    """One session that is open, without its key; the row's end is the session's (open_sessions.py).

    ``stamp`` is what Django compares at every request: with a new password or epoch the row counts no longer.
    """

    OFFICE_PATH: ClassVar[str] = ""

    user = models.ForeignKey(User, models.CASCADE, related_name="open_sessions")
    stamp = models.CharField("cap", max_length=64)
    device = models.CharField("perangkat", max_length=60)
    address = models.GenericIPAddressField("alamat jaringan")
    begun = models.DateTimeField("dimulai", default=timezone.now)
    seen = models.DateTimeField("terakhir dipakai", default=timezone.now)
    stays = models.BooleanField("tetap masuk", default=False)

    class Meta:
        verbose_name = "sesi"
        verbose_name_plural = "sesi"

    def __str__(self) -> str:
        return self.device


class CalendarKey(models.Model):
    """The secret part of the address of a person's calendar, as a digest (account/calendar/key.py)."""

    OFFICE_PATH: ClassVar[str] = ""

    user = models.OneToOneField(User, models.CASCADE, related_name="calendar_key")
    digest = models.CharField("nilai hash", max_length=64, unique=True)
    made_at = models.DateTimeField("dibuat pada", auto_now=True)

    class Meta:
        verbose_name = "alamat kalender"
        verbose_name_plural = "alamat kalender"

    def __str__(self) -> str:
        return f"Kalender {self.user}"
