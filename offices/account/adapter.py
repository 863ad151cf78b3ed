"""How people get in and out: no sign-up by strangers, no demonstration account outside DEBUG, each way noted."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend as AllauthBackend
from allauth.account.internal.stagekit import clear_login
from allauth.core import context
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Prefetch, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from offices.account.browsers import remember
from offices.account.events import note
from offices.account.guessing import TOO_OFTEN, TOO_OFTEN_FROM_HERE, GuessRefusedError, begin_guess
from offices.account.invitations import take_up
from offices.account.open_sessions import unlist_session
from offices.account.password_words import broken_rule
from offices.account.resets import password_was_reset
from offices.account.sessions import become_ordinary, begin
from offices.audit import record
from offices.models import Membership, NoticeKind, ResetWay, User
from offices.notices.telling import notify
from offices.sending.kept import forget
from offices.usernames import normal_name


class AuthenticationBackend(AllauthBackend):  # type: ignore[misc]
    """Password check; refuses, also for sessions already open, whoever may not use this server."""

    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> AbstractBaseUser | None:
        """Whoever asks, the name is compared in its normal form."""
        name = credentials.get("username")
        known: AbstractBaseUser | None = super().authenticate(
            request, **credentials | {"username": normal_name(name) if isinstance(name, str) else None}
        )
        return known

    def user_can_authenticate(self, user: AbstractBaseUser | None) -> bool:
        return super().user_can_authenticate(user) and not is_refused_demo(user)

    def get_user(self, user_id: int) -> User | None:
        """The person behind a session with their roles, for which every page asks several times."""
        user: User | None = super().get_user(user_id)
        if user is not None:
            roles = Membership.objects.select_related("office", "unit").order_by("office", "pk")
            prefetch_related_objects([user], Prefetch("memberships", roles))
        return user


def is_refused_demo(user: AbstractBaseUser | None) -> bool:
    """Demonstration accounts have well-known passwords: outside DEBUG they are nobody."""
    return isinstance(user, User) and user.is_demo and not settings.DEBUG


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """The door of django-allauth."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": "Nama pengguna atau kata sandi salah.",
        TOO_OFTEN: (
            "Terlalu banyak percobaan masuk yang gagal untuk nama pengguna ini. Coba lagi lima menit lagi, atau masuk "
            "dari peramban yang biasa Anda pakai."
        ),
        TOO_OFTEN_FROM_HERE: (
            "Terlalu banyak percobaan masuk yang gagal dari jaringan ini. Coba lagi lima belas menit lagi, atau masuk "
            "dari peramban yang biasa Anda pakai."
        ),
        "enter_current_password": "Kata sandi saat ini salah.",
        "incorrect_password": "Kata sandi salah. Coba sekali lagi.",
        "rate_limited": "Terlalu banyak permintaan. Tunggu sebentar, lalu coba lagi.",
    }

    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        """The password of a name; the counters of guessing.py stand in place of those of the library."""
        try:
            guess = begin_guess(request, credentials.get("username", ""))
        except GuessRefusedError as refused:
            raise self.validation_error(str(refused)) from None
        user: User | None = super().authenticate(request, **credentials)
        if user is not None:
            guess.was_right()
        return user

    def clean_password(self, password: str, user: User | None = None) -> str:
        """The rules in the words of the portal."""
        try:
            return str(super().clean_password(password, user))
        except ValidationError as error:
            raise ValidationError([broken_rule(fault) for fault in error.error_list]) from None

    def pre_login(self, request: HttpRequest, user: User, **options: Any) -> HttpResponse | None:
        """Allauth lets in whoever knew the password and is active, whatever the backend said."""
        if is_refused_demo(user) or not user.is_active:
            self.authentication_failed(request, username=user.username)
            clear_login(request)
            response: HttpResponse | None = self.respond_user_inactive(request, user)
        else:
            response = super().pre_login(request, user, **options)
        return response

    @transaction.atomic
    def login(self, request: HttpRequest, user: User) -> None:
        """Past every step of the way in, the second factor too."""
        super().login(request, user)
        begin(request, user)
        note(user, "account.login")

    def post_login(self, request: HttpRequest, user: User, **options: Any) -> HttpResponse:
        response: HttpResponse = super().post_login(request, user, **options)
        remember(request, response, user)
        return response

    @transaction.atomic
    def logout(self, request: HttpRequest) -> None:
        note(request.user, "account.logout")
        unlist_session(request)
        if isinstance(request.user, User):
            forget(request.user)
        super().logout(request)

    @transaction.atomic
    def set_password(self, user: User, password: str) -> None:
        """A password of one's own choice; Django ends the sessions that the old one had opened.

        Who sets it without having come in with the old one, as by a link in a mail, has reset it.
        """
        take_up(user)
        super().set_password(user, password)
        is_logged_in = bool(context.request) and context.request.user == user
        if is_logged_in:
            become_ordinary(context.request, user)
            note(user, "account.change_password")
            notify(user, NoticeKind.PASSWORD_CHANGED, user)
        else:
            password_was_reset(user, None, ResetWay.MAIL)
            note(user, "account.reset_password")

    def reauthenticate(self, user: User, password: str) -> bool:
        confirmed: bool = super().reauthenticate(user, password)
        if confirmed:
            note(user, "account.confirm")
        return confirmed

    def get_password_change_redirect_url(self, _request: HttpRequest) -> str:
        return reverse("account")

    def authentication_failed(self, _request: HttpRequest, **credentials: Any) -> None:
        """Note the failure. An unknown name is not kept: people type passwords into the wrong field."""
        user = User.objects.filter(username=credentials.get("username", "")).first()
        if user is None:
            record(None, "account.login_failed", "Nama pengguna tidak dikenal", None)
        else:
            note(user, "account.login_failed")
