"""Offices and their units."""

from typing import ClassVar

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from offices.invisible import tidied

valid_code = RegexValidator(
    r"\A[A-Za-z0-9._-]{1,32}\Z", "Gunakan 1–32 huruf, angka, titik, garis bawah, atau tanda hubung."
)


class Zone(models.TextChoices):
    WIB = "WIB", "Waktu Indonesia Barat (WIB)"
    WITA = "WITA", "Waktu Indonesia Tengah (WITA)"
    WIT = "WIT", "Waktu Indonesia Timur (WIT)"


class ParafRule(models.TextChoices):
    """Whether heads are asked for a paraf on the draft of a report, and whether it can be signed without."""

    OFF = "off", "Tidak dipakai"
    SHOWN = "shown", "Dipakai; paraf yang belum ada tidak menghalangi"
    REQUIRED = "required", "Dipakai; wajib lengkap sebelum laporan ditandatangani"


def picture_path(office: "Office", filename: str) -> str:
    """Where a logo or cover picture of an office is kept; the file name is a digest, never the user's."""
    return f"offices/{office.code}/{filename}"


class Office(models.Model):
    """A *satuan kerja*. ``socials`` is an ordered list of ``{"platform": …, "label": …}``.

    The ``signatory_*`` fields are what a new cycle is offered; the cycle keeps its own. ``number_template``
    is empty where reports carry no document number; ``pdf_limit_mb`` where the receivers set no limit.
    ``second_factor_roles`` lists values of Role. ``small_since``: small.py. ``*_called``: what the office calls a role,
    empty where it uses the portal's word (role_name in people.py).
    """

    OFFICE_PATH: ClassVar[str] = ""

    code = models.CharField("kode", max_length=32, unique=True, validators=[valid_code])
    name = models.CharField("nama", max_length=200)
    short_name = models.CharField("nama singkat", max_length=100)
    place = models.CharField("tempat penandatanganan", max_length=100)
    address = models.TextField("alamat", blank=True)
    postal_code = models.CharField("kode pos", max_length=20, blank=True)
    website = models.CharField("situs web", max_length=200, blank=True)
    phone = models.CharField("telepon", max_length=100, blank=True)
    email = models.CharField("surel", max_length=200, blank=True)
    socials = models.JSONField("media sosial", default=list, blank=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    all_units_label = models.CharField("sebutan seluruh unit", max_length=100, default="Seluruh satuan kerja")
    staff_called = models.CharField("sebutan operator", max_length=60, blank=True)
    head_called = models.CharField("sebutan kepala unit", max_length=60, blank=True)
    admin_called = models.CharField("sebutan admin", max_length=60, blank=True)
    secretary_called = models.CharField("sebutan sekretaris", max_length=60, blank=True)
    signatory_name = models.CharField("nama penanda tangan", max_length=200, blank=True)
    signatory_title = models.CharField("jabatan penanda tangan", max_length=300, blank=True)
    signatory_nip = models.CharField("NIP penanda tangan", max_length=18, blank=True)
    zone = models.CharField("zona waktu", max_length=4, choices=Zone, default=Zone.WIB)
    paraf = models.CharField("paraf", max_length=8, choices=ParafRule, default=ParafRule.SHOWN)
    number_template = models.CharField("pola nomor dokumen", max_length=100, blank=True)
    number_classification = models.CharField("kode klasifikasi", max_length=30, blank=True)
    number_unit_code = models.CharField("kode satuan kerja pada nomor", max_length=30, blank=True)
    pdf_limit_mb = models.PositiveSmallIntegerField("batas ukuran PDF (MB)", null=True, blank=True)
    small_since = models.DateTimeField("dinyatakan kecil pada", null=True, blank=True)
    second_factor_roles = models.JSONField("peran yang wajib memakai verifikasi dua langkah", default=list, blank=True)
    logo = models.FileField("logo", upload_to=picture_path, blank=True)
    cover_front = models.FileField("gambar sampul depan", upload_to=picture_path, blank=True)
    cover_back = models.FileField("gambar sampul belakang", upload_to=picture_path, blank=True)
    values_mark = models.FileField("tanda BerAKHLAK", upload_to=picture_path, blank=True)
    branding_mark = models.FileField("tanda #banggamelayanibangsa", upload_to=picture_path, blank=True)

    class Meta:
        verbose_name = "satuan kerja"
        verbose_name_plural = "satuan kerja"
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(condition=Q(zone__in=Zone.values), name="office_zone_known"),
            models.CheckConstraint(condition=Q(paraf__in=ParafRule.values), name="office_paraf_known"),
            models.CheckConstraint(
                condition=~Q(code="") & ~Q(name="") & ~Q(short_name="") & ~Q(all_units_label=""),
                name="office_is_named",
            ),
            models.CheckConstraint(condition=~Q(parent=models.F("id")), name="office_not_its_own_parent"),
            models.UniqueConstraint(Lower("code"), name="office_code_unique_in_any_case"),
        ]

    def __str__(self) -> str:
        return self.short_name


def office_with(code: str) -> Office | None:
    """The office that a typed code names: neither case nor what nobody sees tells two codes apart."""
    return Office.objects.filter(code__iexact=tidied(code)).first()


def known_code(code: str) -> str:
    """A code as the portal writes it, where it has such an office; else as it is."""
    office = office_with(code)
    return office.code if office else code


class Unit(models.Model):
    """A *subbagian* or the like. One that closed stays for the cycles that name it."""

    OFFICE_PATH: ClassVar[str] = "office"

    office = models.ForeignKey(Office, models.CASCADE, related_name="units")
    key = models.CharField("kunci", max_length=32, validators=[valid_code])
    name = models.CharField("nama", max_length=200)
    short_name = models.CharField("nama singkat", max_length=100)
    position = models.PositiveSmallIntegerField("urutan")
    closed_on = models.DateField("ditutup pada", null=True, blank=True)

    class Meta:
        verbose_name = "unit"
        verbose_name_plural = "unit"
        ordering = ["office", "position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["office", "key"], name="unit_key_unique_in_office"),
            models.CheckConstraint(condition=~Q(key="") & ~Q(name="") & ~Q(short_name=""), name="unit_is_named"),
        ]

    def __str__(self) -> str:
        return self.short_name
