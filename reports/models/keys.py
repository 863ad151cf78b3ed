"""The keys that people sign with, locked as they came."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q


class SigningKey(models.Model):
    """A signatory's PKCS#12 container as it came, locked by its own passphrase, which is kept nowhere.

    ``certificate``: holder, issuer, serial number, validity, as read when it was uploaded.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    container = models.BinaryField("kunci")
    sha256 = models.CharField("sidik jari", max_length=64)
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
