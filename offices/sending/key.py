"""The key of a form: by it one sending is told from another, and it says whose form it was once nobody is logged in."""

from secrets import token_urlsafe

from django.core import signing
from django.http import HttpRequest

from offices.models import User

FIELD = "kiriman"
LONGEST = 200
_SALT = "offices.sending.key"
_SHOWN = "_form_key"


def key_for(request: HttpRequest) -> str:
    """The key of the forms on this showing of a page; empty for who is not logged in."""
    if not isinstance(getattr(request, "user", None), User):
        return ""
    key: str = getattr(request, _SHOWN, "") or signing.dumps([request.user.pk, token_urlsafe(9)], salt=_SALT)
    setattr(request, _SHOWN, key)
    return key


def key_sent(request: HttpRequest) -> str:
    """The key that a form brought; empty where it has none, as from an old page or a script."""
    key = request.POST.get(FIELD, "")
    return key if len(key) <= LONGEST else ""


def holder_of(key: str) -> User | None:
    """Who had the form before them; nobody where the portal never gave out this key."""
    try:
        number, _chance = signing.loads(key, salt=_SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return User.objects.filter(pk=number, is_active=True).first()
