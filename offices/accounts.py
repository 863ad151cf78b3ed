"""How people get in: no sign-up by strangers, no demonstration account outside DEBUG."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """The door of django-allauth."""

    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        return False
