"""The verbs that open and close an office's public page."""

from offices.audit import record
from offices.models import Office, User
from offices.profile.holding import held_office
from publishing.models import PublicFace


def is_open(office: Office) -> bool:
    return PublicFace.objects.filter(office=office).exists()


def open_page(actor: User, office: Office) -> None:
    """Let anybody read what the office signed; one that is open already is no event."""
    with held_office(office) as held:
        _row, is_new = PublicFace.objects.get_or_create(office=held, defaults={"opened_by": actor})
        if is_new:
            record(actor, "public.open", held, held)


def close_page(actor: User, office: Office) -> None:
    with held_office(office) as held:
        deleted, _by_kind = PublicFace.objects.filter(office=held).delete()
        if deleted:
            record(actor, "public.close", held, held)
