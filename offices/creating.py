"""The verb that brings an office into the portal with its first admin; for the operator of the server."""

from dataclasses import dataclass
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.db import models, transaction

from offices.audit import record
from offices.declining import Declined
from offices.invisible import tidied
from offices.models import Employment, Office, Role, User, office_with
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
    """Make the office. Raises Declined for what no form would take, Office.DoesNotExist for an unknown parent."""
    code = checked(Office, "code", wanted.code)
    parent = office_with(wanted.parent) if wanted.parent else None
    if wanted.parent and parent is None:
        raise Office.DoesNotExist
    name = checked(Office, "name", wanted.name)
    values: dict[str, Any] = {
        "name": name,
        "short_name": checked(Office, "short_name", wanted.short_name or name[:100]),
        "place": checked(Office, "place", wanted.place) if wanted.place else "",
    }
    with transaction.atomic():
        office = Office.objects.create(code=code, parent=parent, **values)
        told = values | {"parent": parent.code if parent else ""}
        record(None, "office.create", office, office, after=told)
    return office


def checked(kind: type[Office | User], key: str, typed: str) -> str:
    """A text of one line as the forms take it: tidied, not empty, and no longer than its column.

    Raises Declined, which names what it is about.
    """
    field = cast("models.Field[Any, str]", kind._meta.get_field(key))
    try:
        text: str = field.clean(" ".join(tidied(typed).split()), None)
    except ValidationError as error:
        raise Declined(f"{str(field.verbose_name).capitalize()}: {' '.join(error.messages)}") from None
    return text


def add_admin(office: Office, username: str, name: str) -> tuple[User, str]:
    """An admin for the office, with a temporary password; raises Declined if the user name is taken."""
    details = Details(
        name=checked(User, "name", name or username), employment=Employment.OTHER, nip="", job_title="", email=""
    )
    return add_person(office, None, username, details, frozenset({Grant(Role.ADMIN)}))
