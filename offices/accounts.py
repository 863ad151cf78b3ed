"""How people get in: no sign-up by strangers, no demonstration account outside DEBUG, each failure noted."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend as AllauthBackend
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.urls import reverse

from offices.audit import record
from offices.models import Office, User


class AuthenticationBackend(AllauthBackend):  # type: ignore[misc]
    """Password check; refuses, also for sessions already open, whoever may not use this server."""

    def user_can_authenticate(self, user: AbstractBaseUser | None) -> bool:
        demo = isinstance(user, User) and user.is_demo
        return super().user_can_authenticate(user) and (settings.DEBUG or not demo)


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """The door of django-allauth."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": "Nama pengguna atau kata sandi salah.",
        "too_many_login_attempts": (
            "Terlalu banyak percobaan masuk yang gagal untuk nama pengguna ini. Coba lagi lima menit lagi."
        ),
        "enter_current_password": "Kata sandi saat ini salah.",
        "rate_limited": "Terlalu banyak permintaan. Tunggu sebentar, lalu coba lagi.",
    }

    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        return False

    def get_password_change_redirect_url(self, _request: HttpRequest) -> str:
        return reverse("mfa_index")

    def authentication_failed(self, _request: HttpRequest, **credentials: Any) -> None:
        """Note the failure. An unknown name is not kept: people type passwords into the wrong field."""
        user = User.objects.filter(username__iexact=credentials.get("username", "")).first()
        office = Office.objects.filter(memberships__user=user).order_by("pk").first() if user else None
        record(user, "account.login_failed", user or "Nama pengguna tidak dikenal", office)
