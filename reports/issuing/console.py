"""Whoever acts at the server's console: a row that nobody can log in with, and no person in the trail."""

from offices.models import User

CONSOLE = "(konsol)"


def console_user() -> User:
    """The row that stands for the console where a version has to name somebody."""
    fields = {"name": "Konsol server", "is_active": False, "password": "!"}  # no password has this digest
    return User.objects.get_or_create(username=CONSOLE, defaults=fields)[0]


def actor_of(user: User) -> User | None:
    """Who the trail names: a person, or nobody for the console."""
    return None if user.username == CONSOLE else user
