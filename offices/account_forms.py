"""The forms of django-allauth in the words of the portal."""

from typing import Any

from allauth.account.forms import ChangePasswordForm as AllauthChangePasswordForm
from allauth.account.forms import LoginForm as AllauthLoginForm
from allauth.account.forms import ReauthenticateForm as AllauthReauthenticateForm
from django.forms import Form

RULES_IN_WORDS = (
    "Minimal 8 karakter; tidak hanya angka; bukan kata sandi yang umum; tidak mirip nama atau nama pengguna Anda."
)


class LoginForm(AllauthLoginForm):  # type: ignore[misc]
    """Name and password, nothing that an office does not use."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _label(self, login="Nama pengguna", password="Kata sandi")  # noqa: S106


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


class ReauthenticateForm(AllauthReauthenticateForm):  # type: ignore[misc]
    """The password once more, before a change that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _label(self, password="Kata sandi")  # noqa: S106


def _label(form: Form, **labels: str) -> None:
    """Label the fields; a placeholder that repeats its label goes."""
    for name, label in labels.items():
        form.fields[name].label = label
        form.fields[name].widget.attrs.pop("placeholder", None)
