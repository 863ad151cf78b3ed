"""The proof of what was done: photos of a cycle, where each of them is used, web pages; in groups."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual

from followups.models.plans import ActionPlan, FollowUp, Upkeep
from followups.web_addresses import EARLIEST_VISIT, LONGEST
from offices.models import Office


class EvidenceGroup(models.Model):
    """The proof of one plan or of one upkeep: a note that explains it, and photos in order."""

    OFFICE_PATH: ClassVar[str] = "followup__survey__office"
    UNIT_PATH: ClassVar[str] = "plan"

    followup = models.ForeignKey(FollowUp, models.CASCADE, related_name="groups")
    plan = models.OneToOneField(ActionPlan, models.PROTECT, null=True, blank=True, related_name="evidence")
    upkeep = models.OneToOneField(Upkeep, models.PROTECT, null=True, blank=True, related_name="evidence")
    note = models.TextField("keterangan", blank=True)

    class Meta:
        verbose_name = "kelompok bukti dukung"
        verbose_name_plural = "kelompok bukti dukung"
        constraints = [
            models.CheckConstraint(
                condition=Q(plan__isnull=False, upkeep__isnull=True) | Q(plan__isnull=True, upkeep__isnull=False),
                name="evidence_of_plan_or_upkeep",
            ),
        ]

    def __str__(self) -> str:
        return f"Bukti dukung {self.plan or self.upkeep}"


MOST_SENT = 30


class UploadLink(models.Model):
    """A link by which whoever has it sends photos for a plan into the tray; its token is nowhere but in the link.

    ``tried`` files of at most MOST_SENT, whatever became of them; ``kept`` of them are photos.
    """

    OFFICE_PATH: ClassVar[str] = "plan__priority__followup__survey__office"
    UNIT_PATH: ClassVar[str] = "plan"

    plan = models.ForeignKey(ActionPlan, models.CASCADE, related_name="+")
    sha256 = models.CharField("sidik jari tautan", max_length=64, unique=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField("dibuat pada", auto_now_add=True)
    ends_at = models.DateTimeField("berakhir pada")
    tried = models.PositiveSmallIntegerField("berkas yang dikirim", default=0)
    kept = models.PositiveSmallIntegerField("foto yang disimpan", default=0)

    class Meta:
        verbose_name = "tautan unggah"
        verbose_name_plural = "tautan unggah"
        ordering = ["-made_at"]
        constraints = [
            models.CheckConstraint(condition=Q(tried__lte=MOST_SENT), name="upload_link_has_its_limit"),
            models.CheckConstraint(condition=Q(kept__lte=F("tried")), name="upload_link_keeps_what_was_sent"),
        ]

    def __str__(self) -> str:
        return f"Tautan unggah {self.plan}"


class EvidencePhoto(models.Model):
    """One figure of a cycle. Its files are content-addressed and immutable. Without use it is in the tray.

    ``name`` is its path in a cycle file; ``is_placeholder`` marks a drawn stand-in (CONTOH). ``batch`` is a page on
    which photos were chosen, ``chosen`` the how-manieth of them this one was. ``offered_on`` is told by the file,
    and is no knowledge until a person says so; ``other_digests`` are those that the picture had before it was turned.
    """

    OFFICE_PATH: ClassVar[str] = "followup__survey__office"

    office = models.ForeignKey(Office, models.PROTECT, related_name="+")
    followup = models.ForeignKey(FollowUp, models.CASCADE, related_name="photos")
    name = models.CharField("nama berkas", max_length=200)
    sha256 = models.CharField("sidik jari", max_length=64)
    width = models.PositiveIntegerField("lebar")
    height = models.PositiveIntegerField("tinggi")
    size = models.PositiveIntegerField("ukuran (byte)")
    file = models.FileField("berkas", max_length=200)
    thumbnail = models.FileField("gambar kecil", max_length=200)
    caption = models.TextField("keterangan gambar", blank=True)
    taken_on = models.DateField("tanggal pengambilan", null=True, blank=True)
    offered_on = models.DateField("tanggal menurut berkas", null=True, blank=True)
    other_digests: Any = models.JSONField("sidik jari sebelum diputar", default=list, blank=True)
    is_placeholder = models.BooleanField("gambar contoh", default=False)
    came_by = models.ForeignKey(UploadLink, models.SET_NULL, null=True, blank=True, related_name="+")
    batch = models.CharField("rombongan unggahan", max_length=40, blank=True)
    chosen = models.PositiveIntegerField("urutan dipilih", default=0)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    uploaded_at = models.DateTimeField("diunggah pada", auto_now_add=True)

    class Meta:
        verbose_name = "foto bukti dukung"
        verbose_name_plural = "foto bukti dukung"
        ordering = ["followup", "id"]
        constraints = [
            models.UniqueConstraint(fields=["followup", "name"], name="photo_name_unique_in_cycle"),
            models.CheckConstraint(
                condition=Q(width__gt=0) & Q(width__lte=1600) & Q(height__gt=0) & Q(height__lte=2400),
                name="photo_normalised",
            ),
        ]

    def __str__(self) -> str:
        return self.caption or self.name


class EvidenceUse(models.Model):
    """A photo as the n-th proof of a group; the same photo may prove several groups and stays one figure."""

    OFFICE_PATH: ClassVar[str] = "group__followup__survey__office"
    UNIT_PATH: ClassVar[str] = "group__plan"

    group = models.ForeignKey(EvidenceGroup, models.CASCADE, related_name="uses")
    photo = models.ForeignKey(EvidencePhoto, models.PROTECT, related_name="uses")
    position = models.PositiveSmallIntegerField("urutan")

    class Meta:
        verbose_name = "pemakaian foto"
        verbose_name_plural = "pemakaian foto"
        ordering = ["group", "position"]
        constraints = [
            models.UniqueConstraint(fields=["group", "photo"], name="evidence_photo_once_per_group"),
            models.UniqueConstraint(fields=["group", "position"], name="evidence_position_unique"),
        ]

    def __str__(self) -> str:
        return f"{self.photo} ({self.position})"


class WebProof(models.Model):
    """A web page as proof of a group: its address, what it shows, and on which day somebody opened it.

    Nothing is ever fetched from it. ``noted_on``: the day of the office on which this was written down.
    """

    OFFICE_PATH: ClassVar[str] = "group__followup__survey__office"
    UNIT_PATH: ClassVar[str] = "group__plan"

    group = models.ForeignKey(EvidenceGroup, models.CASCADE, related_name="web_proofs")
    address = models.CharField("alamat laman", max_length=LONGEST)
    caption = models.TextField("keterangan laman")
    opened_on = models.DateField("tanggal diakses")
    noted_on = models.DateField("tanggal dicatat")

    class Meta:
        verbose_name = "laman bukti"
        verbose_name_plural = "laman bukti"
        ordering = ["group", "id"]
        constraints = [
            models.UniqueConstraint(fields=["group", "address"], name="web_proof_once_per_group"),
            models.CheckConstraint(
                condition=Q(address__startswith="https://") | Q(address__startswith="http://"),
                name="web_proof_leads_to_the_web",
            ),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("address"), LONGEST), name="web_proof_fits_its_code"
            ),
            models.CheckConstraint(condition=~Q(caption=""), name="web_proof_says_what_it_shows"),
            models.CheckConstraint(
                condition=Q(opened_on__gte=EARLIEST_VISIT, opened_on__lte=F("noted_on")),
                name="web_proof_opened_before_noted",
            ),
        ]

    def __str__(self) -> str:
        return self.caption
