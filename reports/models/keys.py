"""The keys that people sign with, locked as they came, and what a second person said of them."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from offices.models import Office


class SigningKey(models.Model):
    """A signatory's PKCS#12 container as it came, locked by its own passphrase, which is kept nowhere.

    ``certificate``: holder, issuer, serial number, validity, as read when it was uploaded; ``fingerprint``: SHA-256 of
    it, or of the container where the key was kept before certificates were told apart.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    container = models.BinaryField("kunci")
    sha256 = models.CharField("sidik jari", max_length=64)
    fingerprint = models.CharField("sidik jari sertifikat", max_length=64, default="")
    certificate: Any = models.JSONField("sertifikat")
    is_demo = models.BooleanField("kunci contoh", default=False)
    uploaded_at = models.DateTimeField("diunggah pada", auto_now=True)

    class Meta:
        verbose_name = "kunci tanda tangan"
        verbose_name_plural = "kunci tanda tangan"
        constraints = [
            models.CheckConstraint(condition=~Q(sha256=""), name="signing_key_has_digest"),
        ]

    def __str__(self) -> str:
        return str(self.user)


class OutsideCertificate(models.Model):
    """A certificate of an unknown issuer that came with a file signed elsewhere, and waits for a second person.

    Of the file nothing is kept. ``certificate`` and ``fingerprint``: as of a SigningKey.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    office = models.ForeignKey(Office, models.CASCADE, related_name="+")
    fingerprint = models.CharField("sidik jari sertifikat", max_length=64)
    certificate: Any = models.JSONField("sertifikat")
    uploaded_at = models.DateTimeField("diunggah pada", auto_now_add=True)

    OFFICE_PATH: ClassVar[str] = "office"
    is_demo = False

    class Meta:
        verbose_name = "sertifikat dari luar portal"
        verbose_name_plural = "sertifikat dari luar portal"
        constraints = [
            models.UniqueConstraint(fields=["user", "office", "fingerprint"], name="outside_certificate_once"),
            models.CheckConstraint(condition=~Q(fingerprint=""), name="outside_certificate_has_digest"),
        ]

    def __str__(self) -> str:
        return str(self.user)


class Verdict(models.TextChoices):
    CONFIRMED = "confirmed", "dikonfirmasi"
    DECLINED = "declined", "ditolak"


class Ground(models.TextChoices):
    """What a verdict rests on."""

    PERSON = "person", "orang kedua"
    TICK = "tick", "pernyataan penanda tangan"
    EARLIER = "earlier", "tanda tangan sebelumnya"
    SERVER = "server", "pengelola server"


class KeyConfirmation(models.Model):
    """What was last said of a person's key in an office; it outlives the key, which may come again.

    ``by`` is nobody where the key had signed before this was asked, and where the server's operator said it.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    office = models.ForeignKey(Office, models.CASCADE, related_name="+")
    fingerprint = models.CharField("sidik jari", max_length=64)
    verdict = models.CharField("keputusan", max_length=10, choices=Verdict)
    ground = models.CharField("dasar", max_length=10, choices=Ground)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField("waktu", auto_now=True)

    OFFICE_PATH: ClassVar[str] = "office"

    class Meta:
        verbose_name = "konfirmasi kunci"
        verbose_name_plural = "konfirmasi kunci"
        constraints = [
            models.UniqueConstraint(fields=["user", "office", "fingerprint"], name="key_confirmation_once"),
            models.CheckConstraint(condition=Q(verdict__in=Verdict.values), name="key_confirmation_verdict_known"),
            models.CheckConstraint(condition=Q(ground__in=Ground.values), name="key_confirmation_ground_known"),
            models.CheckConstraint(
                condition=~Q(ground=Ground.PERSON) | ~Q(by=models.F("user")), name="key_confirmation_by_another"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} – {self.get_verdict_display()}"
