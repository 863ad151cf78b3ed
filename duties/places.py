"""Where a person is: the offices of their own and those below, in which roles, and where keys wait for them."""

from dataclasses import dataclass

from django.db.models import QuerySet

from offices.models import UNIT_ROLES, Office, Role, User
from offices.permissions import Action, visible
from reports.issuing.keys.confirming import ROLES_ABOVE, has_waiting_keys


@dataclass(frozen=True, slots=True)
class Places:
    """The offices of a person's own, those below, and those of both in which keys wait for a second person.

    ``has_tasks``: whether they answer for plans of a unit.
    """

    own: tuple[Office, ...]
    below: tuple[Office, ...]
    admin_of: tuple[Office, ...]
    has_tasks: bool
    keys_wait_in: tuple[Office, ...]


def places_of(user: User) -> Places:
    """Two queries, however many offices there are; one more for who may confirm keys of offices below."""
    held = [(membership.office_id, membership.role) for membership in user.memberships.all()]
    own = {office for office, role in held if role != Role.SUPERVISOR}
    admin = {office for office, role in held if role == Role.ADMIN}
    rows = Office.objects.annotate(has_waiting_keys=has_waiting_keys()).order_by("code")
    offices = list(visible(user, Action.VIEW_OFFICE, rows))
    return Places(
        own=tuple(office for office in offices if office.pk in own),
        below=tuple(office for office in offices if office.pk not in own),
        admin_of=tuple(office for office in offices if office.pk in admin),
        has_tasks=any(role in UNIT_ROLES for _, role in held),
        keys_wait_in=tuple(
            office
            for office in offices
            if office.pk in own and office.has_waiting_keys  # type: ignore[attr-defined]
        )
        + _keys_wait_below(user, rows),
    )


def _keys_wait_below(user: User, offices: QuerySet[Office]) -> tuple[Office, ...]:
    """The offices directly below, whose keys the office above confirms where nobody of their own may."""
    above = [row.office_id for row in user.memberships.all() if row.role in ROLES_ABOVE]
    if not above:
        return ()
    waiting = offices.filter(has_waiting_keys(), parent__in=above)
    return tuple(visible(user, Action.CONFIRM_KEY_BELOW, waiting))
