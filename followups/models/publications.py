"""Where a cycle's results, its follow-up and its report were made public, each with its proof."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from followups.fields import LONGEST_PLACE, MEDIA, PUBLISHED
from followups.models.plans import FollowUp
from followups.web_addresses import LONGEST


class Published(models.TextChoices):
    """What was made public."""

    RESULTS = "results", PUBLISHED["results"]
    FOLLOW_UP = "follow_up", PUBLISHED["follow_up"]
    REPORT = "report", PUBLISHED["report"]


class Medium(models.TextChoices):
    """The kinds of media that indicator 7 of PEKPPP counts."""

    PRINTED = "printed", MEDIA["printed"]
    ELECTRONIC = "electronic", MEDIA["electronic"]
    SOCIAL = "social", MEDIA["social"]
    WEBSITE = "website", MEDIA["website"]
    APPLICATION = "application", MEDIA["application"]
    BILLBOARD = "billboard", MEDIA["billboard"]


class Publication(models.Model):
    """One thing in one medium. ``proof``: a photo (JPEG) or a PDF of it; ``pages``: of a PDF, 0 for a photo,
    of which ``width`` and ``height`` are in pixels; both are 0 where they are not known.

    ``noted_on``: the day of the office on which this was written down.
    """

    OFFICE_PATH: ClassVar[str] = "followup__survey__office"

    followup = models.ForeignKey(FollowUp, models.CASCADE, related_name="+")
    what = models.CharField("yang dipublikasikan", max_length=10, choices=Published)
    medium = models.CharField("jenis media", max_length=12, choices=Medium)
    place = models.CharField("tempat atau nama akun", max_length=LONGEST_PLACE)
    address = models.CharField("alamat web", max_length=LONGEST, blank=True)
    published_on = models.DateField("tanggal publikasi")
    noted_on = models.DateField("tanggal dicatat")
    proof = models.FileField("bukti", max_length=200, blank=True)
    sha256 = models.CharField("sidik jari", max_length=64, blank=True)
    pages = models.PositiveIntegerField("jumlah halaman", default=0)
    width = models.PositiveIntegerField("lebar (piksel)", default=0)
    height = models.PositiveIntegerField("tinggi (piksel)", default=0)
    size = models.PositiveIntegerField("ukuran (bita)", default=0)
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "publikasi"
        verbose_name_plural = "publikasi"
        ordering = ["followup", "published_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(what__in=Published.values) & Q(medium__in=Medium.values) & ~Q(place=""),
                name="publication_says_what_and_where",
            ),
            models.CheckConstraint(
                condition=Q(address="") | Q(address__startswith="https://") | Q(address__startswith="http://"),
                name="publication_leads_to_the_web",
            ),
            models.CheckConstraint(
                condition=Q(proof="", sha256="", pages=0) | (~Q(proof="") & ~Q(sha256="")),
                name="publication_proof_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(published_on__lte=F("noted_on")), name="publication_is_noted_after_it_was"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_what_display()}: {self.place}"

    @property
    def proof_is_picture(self) -> bool:
        """Whether the proof can be shown; a PDF is only handed out."""
        return bool(self.proof) and self.pages == 0
