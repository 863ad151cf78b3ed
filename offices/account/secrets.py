"""Secrets of second factors as they are stored: locked by keys of their own (``FIELD_KEY``), the newest first.

With the database alone nobody can compute a code. What was stored before there was a key is read as it is.
"""

from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

LOCKED = "fernet:"


class UnknownKeyError(ValueError):
    """None of the keys in ``FIELD_KEY`` opens this secret."""


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Where allauth asks how to store and read a secret."""

    def encrypt(self, text: str) -> str:
        return lock(text)

    def decrypt(self, encrypted_text: str) -> str:
        return unlock(encrypted_text)


def lock(text: str) -> str:
    return LOCKED + _keys().encrypt(text.encode()).decode()


def unlock(stored: str) -> str:
    """Raises UnknownKeyError."""
    if not stored.startswith(LOCKED):
        return stored
    try:
        return _keys().decrypt(stored.removeprefix(LOCKED)).decode()
    except InvalidToken as fault:
        raise UnknownKeyError from fault


def locked_anew(stored: Any) -> Any:
    """What an authenticator stores, each secret in it locked by the newest key."""
    if isinstance(stored, dict):
        return {name: lock(unlock(value)) if name in {"secret", "seed"} else value for name, value in stored.items()}
    return stored


def _keys() -> MultiFernet:
    return MultiFernet([Fernet(key) for key in settings.FIELD_KEYS])
