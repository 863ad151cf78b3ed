"""What a form brought: all that can be sent once more, and what of it was typed. Secrets and files never are."""

from collections.abc import Iterator
from hashlib import sha256

from django.http import HttpRequest

from offices.sending.key import FIELD

TOKEN = "csrfmiddlewaretoken"  # noqa: S105 (the name of a field)
QUESTION = "konfirmasi"
"""Begins the names of the fields in which somebody confirms who they are."""
_SECRETS = {"password", "password1", "password2", "oldpassword", "passphrase", "code", "login"}
_MARKS = {FIELD, "revision", "asal", "seen", "wanted", "kembali", "next", "to", "urutan"}
"""Hidden fields by which a page knows itself again: nobody typed them."""
_SHORTEST_TEXT = 12


def is_secret(name: str) -> bool:
    return name in _SECRETS or name.startswith(f"{QUESTION}-")


def fields_sent(request: HttpRequest) -> list[tuple[str, str]]:
    """Every field in its order but secrets and the token."""
    return [
        (name, str(value))
        for name, values in request.POST.lists()
        if name != TOKEN and not is_secret(name)
        for value in values
    ]


def can_be_sent_again(request: HttpRequest) -> bool:
    """Whether all that was sent can be: a secret has to be typed again, a file chosen again."""
    return not request.FILES and not any(is_secret(name) for name in request.POST)


def texts_in(fields: list[tuple[str, str]]) -> list[str]:
    """What somebody typed at length, to be shown; choices and numbers are typed anew sooner than read."""
    typed = [(value, value.strip()) for name, value in fields if name not in _MARKS]
    return [value for value, text in typed if len(text) >= _SHORTEST_TEXT and any(map(str.isspace, text))]


def mark_of(request: HttpRequest) -> str:
    """A digest of the form's key and of everything in it, files too."""
    digest = sha256()
    for part in _parts(request):
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def _parts(request: HttpRequest) -> Iterator[bytes]:
    for name, value in sorted(fields_sent(request)):
        yield f"{name}={value}".encode(errors="surrogatepass")
    for name, files in sorted(request.FILES.lists()):
        for file in files:
            yield f"{name}={getattr(file, 'name', '')}".encode(errors="surrogatepass")
            yield from file.chunks()  # type: ignore[union-attr]
            file.seek(0)  # type: ignore[union-attr]
