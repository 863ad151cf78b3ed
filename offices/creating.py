"""The verb that brings an office into the portal with its first admin; for the operator of the server."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from offices.audit import record
from offices.models import Employment, Office, Role, User, valid_code
from offices.people.roster import Details, Grant, add_person


@dataclass(frozen=True, slots=True)
class NewOffice:
    """What must be known of an office at first; ``parent`` is the code of the office above, or empty."""

    code: str
    name: str
    short_name: str
    place: str
    parent: str


def create_office(wanted: NewOffice) -> Office:
    """Make the office. Raises ValidationError for a bad code, Office.DoesNotExist for an unknown parent."""
    valid_code(wanted.code)
    parent = Office.objects.get(code=wanted.parent) if wanted.parent else None
    values: dict[str, Any] = {
        "name": wanted.name,
        "short_name": wanted.short_name or wanted.name[:100],
        "place": wanted.place,
    }
    with transaction.atomic():
        office = Office.objects.create(code=wanted.code, parent=parent, **values)
        record(None, "office.create", office, office, after=values | {"parent": wanted.parent})
    return office


def add_admin(office: Office, username: str, name: str) -> tuple[User, str]:
    """An admin for the office, with a temporary password; raises Declined if the user name is taken."""
    details = Details(name=name or username, employment=Employment.OTHER, nip="", job_title="", email="")
    return add_person(office, None, username, details, frozenset({Grant(Role.ADMIN)}))
