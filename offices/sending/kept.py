"""What was typed into a form whose session had ended: kept for its person, offered on its page, then forgotten."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.http import HttpRequest
from django.utils import timezone

from offices.models import KeptForm, User
from offices.sending.content import can_be_sent_again, fields_sent, texts_in
from offices.sending.key import holder_of, key_sent
from offices.sending.pages import page_of

DAYS = 7
LONGEST_ADDRESS = 500
MARK = "kept_forms"


@dataclass(frozen=True, slots=True)
class Offered:
    """A kept form as its page offers it: ``fields`` to be sent once more to ``address``, ``texts`` to be read.

    ``changes``: label and value of each field that differs from what the page shows as stored, once that is known.
    """

    number: int
    address: str
    key: str
    at: datetime
    fields: list[tuple[str, str]]
    texts: list[str]
    changes: list[tuple[str, str]] = field(default_factory=list)


def keep(request: HttpRequest) -> bool:
    """Keep what was sent by nobody, if it came from a form of somebody's; whether it was kept."""
    if not can_be_sent_again(request) or len(request.path) > LONGEST_ADDRESS:
        return False
    user = holder_of(key_sent(request))
    if user is None:
        return False
    prune()
    sent = {"page": page_of(request)[:LONGEST_ADDRESS], "key": key_sent(request), "fields": fields_sent(request)}
    KeptForm.objects.update_or_create(user=user, address=request.path, defaults=sent | {"at": timezone.now()})
    return True


def remember(request: HttpRequest, user: User) -> None:
    """Let the session know whether there is something to offer: other pages then ask nothing."""
    request.session[MARK] = KeptForm.objects.filter(user=user).exists()


def offered_on(request: HttpRequest) -> list[Offered]:
    """What this person typed on the page that is shown."""
    if not isinstance(request.user, User) or not request.session.get(MARK):
        return []
    rows = KeptForm.objects.filter(user=request.user, at__gte=timezone.now() - timedelta(days=DAYS))
    offered = []
    for row in rows.order_by("at"):
        if row.page.partition("?")[0] == request.path:
            fields = [(str(name), str(value)) for name, value in row.fields]
            offered.append(Offered(row.pk, row.address, row.key, row.at, fields, texts_in(fields)))
    return offered


def forget(user: User, key: str = "", number: int = 0) -> None:
    """Throw away what was kept of a person: under a key, one row by its number, or everything."""
    rows = KeptForm.objects.filter(user=user)
    if key:
        rows = rows.filter(key=key)
    if number:
        rows = rows.filter(pk=number)
    rows.delete()


def forget_saved(user: User, request: HttpRequest) -> None:
    """Throw away what a saving has done or overtaken: the form itself, and another of the same thing.

    A form that makes something new has no version on which it was opened: only the very same one is done with it.
    """
    forget(user, key=key_sent(request))
    if request.POST.get("revision") or "seen" in request.POST:
        KeptForm.objects.filter(user=user, address=request.path).delete()


def prune() -> None:
    KeptForm.objects.filter(at__lt=timezone.now() - timedelta(days=DAYS)).delete()
