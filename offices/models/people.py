"""People who log in, and their roles. What a role may do is in permissions.py."""

from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import salted_hmac

from offices.models.office import Office, Unit
from offices.usernames import UsernameField, valid_username


class Role(models.TextChoices):
    STAFF = "staff", "Operator"
    HEAD = "head", "Kepala Unit"
    ADMIN = "admin", "Admin"
    SECRETARY = "secretary", "Sekretaris"
    SUPERVISOR = "supervisor", "Pemantau"


UNIT_ROLES = (Role.STAFF, Role.HEAD)


def role_name(role: str, office: Office) -> str:
    """What an office calls a role: its own word, where it has one, else the portal's."""
    own: str = getattr(office, f"{role}_called", "")  # an office above has no word of its own for who looks on
    return own or str(Role(role).label)


def role_choices(office: Office) -> list[tuple[str, str]]:
    """Every role as one chooses among them."""
    return [(role.value, role_name(role, office)) for role in Role]


class Employment(models.TextChoices):
    PNS = "pns", "PNS"
    PPPK = "pppk", "PPPK"
    OTHER = "other", "Lainnya"


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
    email = models.EmailField("alamat surel", blank=True)
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
        return f"{self.user} – {self.called}"

    @property
    def called(self) -> str:
        """The role, as the office calls it."""
        return role_name(self.role, self.office)
