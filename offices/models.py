"""Who exists: offices, their units, people and their roles, and the trail of what people did.

What a role may do is in permissions.py; how an event is written is in audit.py.
"""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import salted_hmac

from offices.usernames import UsernameField, valid_username

CODE = r"^[A-Za-z0-9._-]{1,32}$"
valid_code = RegexValidator(CODE, "Gunakan 1–32 huruf, angka, titik, garis bawah, atau tanda hubung.")


class Paper(models.TextChoices):
    A4 = "A4", "A4 (210 × 297 mm)"
    F4 = "F4", "F4 (215 × 330 mm)"


class Role(models.TextChoices):
    STAFF = "staff", "Operator"
    HEAD = "head", "Kepala Subbagian"
    ADMIN = "admin", "Admin"
    SECRETARY = "secretary", "Sekretaris"
    SUPERVISOR = "supervisor", "Pemantau"


UNIT_ROLES = (Role.STAFF, Role.HEAD)


class Employment(models.TextChoices):
    PNS = "pns", "PNS"
    PPPK = "pppk", "PPPK"
    OTHER = "other", "Lainnya"


def picture_path(office: "Office", filename: str) -> str:
    """Where a logo or cover picture of an office is kept; the file name is a digest, never the user's."""
    return f"offices/{office.code}/{filename}"


class Office(models.Model):
    """A *satuan kerja*. ``socials`` is an ordered list of ``{"platform": …, "label": …}``.

    The ``signatory_*`` fields are what a new cycle is offered; the cycle keeps its own. ``number_template``
    is empty where reports carry no document number; ``pdf_limit_mb`` where the receivers set no limit.
    ``second_factor_roles`` lists values of Role. ``small_since``: small.py.
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
    all_units_label = models.CharField("sebutan seluruh unit", max_length=100, default="Seluruh Subbagian")
    signatory_name = models.CharField("nama penanda tangan", max_length=200, blank=True)
    signatory_title = models.CharField("jabatan penanda tangan", max_length=300, blank=True)
    signatory_nip = models.CharField("NIP penanda tangan", max_length=18, blank=True)
    paper = models.CharField("ukuran kertas", max_length=2, choices=Paper, default=Paper.A4)
    number_template = models.CharField("pola nomor dokumen", max_length=100, blank=True)
    number_classification = models.CharField("kode klasifikasi", max_length=30, blank=True)
    number_unit_code = models.CharField("kode satuan kerja pada nomor", max_length=30, blank=True)
    pdf_limit_mb = models.PositiveSmallIntegerField("batas ukuran PDF (MB)", null=True, blank=True)
    small_since = models.DateTimeField("dinyatakan kecil pada", null=True, blank=True)
    second_factor_roles = models.JSONField("peran yang wajib memakai verifikasi dua langkah", default=list, blank=True)
    logo = models.FileField("logo", upload_to=picture_path, blank=True)
    cover_front = models.FileField("gambar sampul depan", upload_to=picture_path, blank=True)
    cover_back = models.FileField("gambar sampul belakang", upload_to=picture_path, blank=True)

    class Meta:
        verbose_name = "satuan kerja"
        verbose_name_plural = "satuan kerja"
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(condition=Q(paper__in=Paper.values), name="office_paper_known"),
            models.CheckConstraint(
                condition=~Q(code="") & ~Q(name="") & ~Q(short_name="") & ~Q(all_units_label=""),
                name="office_is_named",
            ),
            models.CheckConstraint(condition=~Q(parent=models.F("id")), name="office_not_its_own_parent"),
        ]

    def __str__(self) -> str:
        return self.short_name


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


class ResetWay(models.TextChoices):
    """By which way somebody other than the person came to know or to set the password."""

    NEW = "new", "akun baru"
    ADMIN = "admin", "admin satuan kerja"
    SERVER = "server", "pengelola server"
    MAIL = "mail", "surel"
    PROVIDER = "provider", "penyedia identitas"


class User(AbstractUser):
    """A person who logs in. ``is_demo`` marks the demonstration accounts, which production refuses.

    A password that somebody else knows too has to be changed first (``must_change_password``), and lapses
    (``temporary_until``, invitations.py). Raising ``session_epoch`` ends every session of the person for good.
    ``password_reset_*``: resets.py.
    """

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    username = UsernameField(
        "nama pengguna",
        max_length=150,
        unique=True,
        validators=[valid_username],
        error_messages={"unique": "Nama pengguna ini tidak tersedia. Pilih nama lain."},
    )
    name = models.CharField("nama lengkap", max_length=200)
    job_title = models.CharField("jabatan", max_length=200, blank=True)
    employment = models.CharField("status kepegawaian", max_length=5, choices=Employment, default=Employment.PNS)
    nip = models.CharField("NIP", max_length=18, blank=True)
    is_demo = models.BooleanField("akun contoh", default=False)
    must_change_password = models.BooleanField("harus mengganti kata sandi", default=False)
    temporary_until = models.DateTimeField("kata sandi sementara berlaku sampai", null=True, blank=True)
    session_epoch = models.PositiveIntegerField("angkatan sesi", default=0)
    password_reset_at = models.DateTimeField("kata sandi disetel ulang pada", null=True, blank=True)
    password_reset_by = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")
    password_reset_way = models.CharField("cara penyetelan ulang", max_length=10, choices=ResetWay, blank=True)

    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        verbose_name = "pengguna"
        verbose_name_plural = "pengguna"
        constraints = [
            models.CheckConstraint(condition=Q(employment__in=Employment.values), name="user_employment_known"),
            models.UniqueConstraint(fields=["nip"], condition=~Q(nip=""), name="user_nip_unique"),
            models.CheckConstraint(
                condition=Q(password_reset_at=None, password_reset_way="")
                | Q(password_reset_at__isnull=False, password_reset_way__in=ResetWay.values),
                name="user_reset_has_its_way",
            ),
            models.UniqueConstraint(Lower("username"), name="user_name_unique_in_any_case"),
            models.CheckConstraint(
                condition=Q(must_change_password=False, temporary_until=None)
                | Q(must_change_password=True, temporary_until__isnull=False),
                name="user_temporary_password_lapses",
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.username

    @property
    def temporary_has_lapsed(self) -> bool:
        """Whether a temporary password opens nothing any more."""
        return self.temporary_until is not None and self.temporary_until <= timezone.now()

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What Django compares at every request: a session made before the last epoch is nobody's."""
        mark = f"{self.password}{self.session_epoch}"
        return salted_hmac("offices.models.session", mark, secret=secret, algorithm="sha256").hexdigest()


class Membership(models.Model):
    """One role of one person in one office; operators and heads hold theirs in a unit."""

    OFFICE_PATH: ClassVar[str] = "office"

    user = models.ForeignKey(User, models.CASCADE, related_name="memberships")
    office = models.ForeignKey(Office, models.CASCADE, related_name="memberships")
    role = models.CharField("peran", max_length=10, choices=Role)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="memberships")

    class Meta:
        verbose_name = "peran pengguna"
        verbose_name_plural = "peran pengguna"
        constraints = [
            models.CheckConstraint(condition=Q(role__in=Role.values), name="membership_role_known"),
            models.CheckConstraint(
                condition=Q(role__in=UNIT_ROLES, unit__isnull=False) | (~Q(role__in=UNIT_ROLES) & Q(unit__isnull=True)),
                name="membership_unit_fits_role",
            ),
            models.UniqueConstraint(
                fields=["user", "office", "role"], condition=Q(unit=None), name="membership_office_role_once"
            ),
            models.UniqueConstraint(
                fields=["user", "role", "unit"], condition=~Q(unit=None), name="membership_unit_role_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} – {self.get_role_display()}"


class NoticeKind(models.TextChoices):
    """What can be done to an account; the sentences are in notice_words.py."""

    PASSWORD_RESET = "password_reset"  # noqa: S105 (a name, as the next)
    PASSWORD_CHANGED = "password_changed"  # noqa: S105
    ROLES_CHANGED = "roles_changed"
    EMAIL_CHANGED = "email_changed"
    DISABLED = "disabled"
    ENABLED = "enabled"
    FACTOR_ON = "factor_on"
    FACTOR_OFF = "factor_off"
    FACTOR_REMOVED = "factor_removed"
    RECOVERY_CODES = "recovery_codes"
    KEY_KEPT = "key_kept"
    KEY_FORGOTTEN = "key_forgotten"
    KEY_CONFIRMED = "key_confirmed"
    SESSION_ENDED = "session_ended"
    SIGNER_GRANTED = "signer_granted"
    REPORT_ISSUED = "report_issued"


class Notice(models.Model):
    """What was done to an account, for its person: values, never sentences.

    ``actor`` is empty where the operator of the server did it. ``understood_at`` is empty as long as it is shown
    on every page; the row stays in the list of the account afterwards.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="notices")
    kind = models.CharField("kejadian", max_length=20, choices=NoticeKind)
    at = models.DateTimeField("waktu", default=timezone.now)
    actor = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    told: Any = models.JSONField("rincian", default=dict)
    understood_at = models.DateTimeField("dibaca pada", null=True, blank=True)
    mailed_at = models.DateTimeField("disurelkan pada", null=True, blank=True)

    class Meta:
        verbose_name = "pemberitahuan akun"
        verbose_name_plural = "pemberitahuan akun"
        ordering = ["-at", "-id"]
        constraints = [models.CheckConstraint(condition=Q(kind__in=NoticeKind.values), name="notice_kind_known")]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_kind_display()}"


class AuditEvent(models.Model):
    """Who did what to which thing, as values that outlive the thing.

    Rows are added by audit.py and never change: triggers refuse UPDATE and DELETE. Names of persons are not in
    them: ``object_label`` is empty where the thing is told by one, and values refer to AuditName.
    """

    OFFICE_PATH: ClassVar[str] = ""

    at = models.DateTimeField("waktu", auto_now_add=True, db_index=True)
    office_code = models.CharField("kode satuan kerja", max_length=32, blank=True, db_index=True)
    actor_id = models.BigIntegerField("pelaku", null=True)
    action = models.CharField("tindakan", max_length=60)
    object_kind = models.CharField("jenis objek", max_length=60, blank=True)
    object_id = models.CharField("id objek", max_length=60, blank=True)
    object_label = models.CharField("objek", max_length=300, blank=True)
    before: Any = models.JSONField("sebelum", null=True)
    after: Any = models.JSONField("sesudah", null=True)

    class Meta:
        verbose_name = "riwayat perubahan"
        verbose_name_plural = "riwayat perubahan"
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.action} {self.object_label}"


class AuditName(models.Model):
    """A name that the trail tells, beside its rows, so that it can be erased without touching one.

    ``key``: of a thing its kind and id (``user:7``), of a value what the row refers to. ``person_id``: whose name
    it is, where that is known.
    """

    OFFICE_PATH: ClassVar[str] = ""

    key = models.CharField("kunci", max_length=130, unique=True)
    person_id = models.BigIntegerField("orang", null=True, db_index=True)
    text = models.TextField("nama")

    class Meta:
        verbose_name = "nama dalam riwayat"
        verbose_name_plural = "nama dalam riwayat"

    def __str__(self) -> str:
        return self.text


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
