"""The forms of django-allauth in the words of the portal."""

from collections.abc import Callable
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import ChangePasswordForm as AllauthChangePasswordForm
from allauth.account.forms import LoginForm as AllauthLoginForm
from allauth.account.forms import ReauthenticateForm as AllauthReauthenticateForm
from allauth.account.forms import ResetPasswordKeyForm as AllauthResetPasswordKeyForm
from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm, BaseAuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as AllauthConfirmCodeForm
from django.core.exceptions import ValidationError
from django.forms import BooleanField, EmailField, EmailInput, Form
from django.http import HttpRequest, HttpResponse

from offices.account.events import note
from offices.account.guessing import CODE, PASSWORD, Guess, GuessRefusedError, begin_guess
from offices.account.invitations import lapse_in_words
from offices.account.password_words import RULES_IN_WORDS
from offices.account.sessions import set_end, wish_to_stay
from offices.fields import MAIL_FAULTS
from offices.models import User

STAY_IN_WORDS = (
    "Selama 30 hari, untuk operator dan kepala unit saja. Jangan dicentang pada komputer atau ponsel yang dipakai "
    "bersama: siapa pun yang membukanya dapat bekerja atas nama Anda."
)


class LoginForm(AllauthLoginForm):  # type: ignore[misc]
    """Name and password, nothing that an office does not use."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _label(self, login="Nama pengguna", password="Kata sandi")  # noqa: S106

    stay = BooleanField(label="Tetap masuk di perangkat ini", required=False, help_text=STAY_IN_WORDS)
    field_order = ("login", "password", "stay")

    def login(self, request: HttpRequest, redirect_url: str | None = None) -> HttpResponse:
        """The library makes every session end with its browser, also one that stays: so its end is set again."""
        wish_to_stay(request, wished=self.cleaned_data["stay"])
        response: HttpResponse = super().login(request, redirect_url)
        set_end(request)
        return response

    def clean(self) -> dict[str, Any]:
        """A temporary password that has lapsed: said to whoever knows it, and to nobody else."""
        cleaned: dict[str, Any] = super().clean()
        if isinstance(self.user, User) and self.user.is_active and self.user.temporary_has_lapsed:
            note(self.user, "account.temporary_lapsed")
            raise ValidationError(lapse_in_words(self.user))
        return cleaned


class ChangePasswordForm(AllauthChangePasswordForm):  # type: ignore[misc]
    """The old password once, the new one twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _label(
            self,
            oldpassword="Kata sandi saat ini",
            password1="Kata sandi baru",
            password2="Kata sandi baru, sekali lagi",
        )
        self.fields["password1"].help_text = RULES_IN_WORDS

    def clean_oldpassword(self) -> str:
        """Whoever found a session open may not guess on."""
        guess = _begin(self.user)
        password: str = super().clean_oldpassword()
        guess.was_right()
        return password

    def clean_password1(self) -> str:
        """A temporary password is known to somebody else: it cannot be kept as one's own."""
        password: str = self.cleaned_data["password1"]
        if self.user.check_password(password):
            raise ValidationError("Kata sandi baru harus berbeda dari kata sandi saat ini.")
        return password


class ForgottenForm(Form):
    """To whom a link is mailed."""

    email = EmailField(
        label="Alamat surel",
        max_length=254,
        widget=EmailInput(attrs={"autocomplete": "email"}),
        error_messages=MAIL_FAULTS,
    )


class PasswordFromLinkForm(AllauthResetPasswordKeyForm):  # type: ignore[misc]
    """The new password twice, for who came by a link in a mail."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _label(self, password1="Kata sandi baru", password2="Kata sandi baru, sekali lagi")
        self.fields["password1"].help_text = RULES_IN_WORDS


class ReauthenticateForm(AllauthReauthenticateForm):  # type: ignore[misc]
    """The password once more, before a change that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _label(self, password="Kata sandi akun Anda")  # noqa: S106


class CodeForm(AuthenticateForm):  # type: ignore[misc]
    """The code of the second factor at log-in; a wrong one is noted like a wrong password."""

    def clean_code(self) -> str:
        return _noting_wrong_code(self, super().clean_code)


class ConfirmCodeForm(AllauthConfirmCodeForm):  # type: ignore[misc]
    """The code once more, before a change that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _label(self, code="Kode dari aplikasi autentikator, atau kode cadangan")

    def clean_code(self) -> str:
        return _noting_wrong_code(self, super().clean_code)

    def save(self) -> None:
        super().save()
        note(self.user, "account.confirm")


def _noting_wrong_code(form: BaseAuthenticateForm, clean: Callable[[], str]) -> str:
    guess = _begin(form.user, CODE)
    try:
        code = clean()
    except ValidationError as error:
        if error.code == "incorrect_code":
            note(form.user, "account.code_failed")
        raise
    guess.was_right()
    return code


def _begin(user: User, what: str = PASSWORD) -> Guess:
    try:
        return begin_guess(context.request, user.username, what)
    except GuessRefusedError as refused:
        raise get_adapter().validation_error(str(refused)) from None


def _label(form: Form, **labels: str) -> None:
    """Label the fields; a placeholder that repeats its label goes, and a help that the page itself gives."""
    for name, label in labels.items():
        form.fields[name].label = label
        form.fields[name].help_text = ""
        form.fields[name].widget.attrs.pop("placeholder", None)
