"""Temporary passwords: whoever made one knows it, so it is an invitation that has to be taken up within its time."""

import secrets
from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format

from offices.models import Membership, Role, User

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def temporary_password() -> str:
    """Twelve characters in three groups, none of them easily taken for another: 59 bits."""
    letters = [secrets.choice(LETTERS) for _ in range(12)]
    return "-".join("".join(letters[start : start + 4]) for start in (0, 4, 8))


def invite(user: User) -> str:
    """Give the person a temporary password, which is returned and kept nowhere; the row is left to be saved."""
    password = temporary_password()
    user.set_password(password)
    user.must_change_password = True
    user.temporary_until = timezone.now() + timedelta(days=settings.TEMPORARY_PASSWORD_DAYS)
    return password


def take_up(user: User) -> None:
    """The person has set a password of their own; the row is left to be saved."""
    user.must_change_password = False
    user.temporary_until = None


def lapse_day(user: User) -> str:
    """The day until which the temporary password can be used: ``5 Januari 2026``."""
    return date_format(timezone.localtime(user.temporary_until), "j F Y")


def lapse_in_words(user: User) -> str:
    """For the person alone, who has typed the right password: since when it opens nothing, and whom to ask."""
    offices = user.memberships.values("office")
    admins = Membership.objects.filter(office__in=offices, role=Role.ADMIN, user__is_active=True).exclude(user=user)
    names = admins.order_by("user__name").values_list("user__name", flat=True).distinct()
    whom = f"admin satuan kerja Anda ({', '.join(names)})" if names else "pengelola server portal ini"
    return (
        f"Kata sandi sementara ini tidak berlaku lagi sejak {lapse_day(user)}. "
        f"Mintalah kata sandi sementara yang baru kepada {whom}."
    )
