"""An office that is too small for a second person, and says so once. What that allows is said where it is asked."""

from django.db import transaction
from django.utils import timezone

from offices.audit import record
from offices.declining import Declined
from offices.models import AuditEvent, Membership, Office, Role, User
from offices.people.hands import LATELY

FEWEST = 3
"""People; from so many on there is a second person."""


def is_small(office: Office) -> bool:
    """Whether the office declared itself small and still is."""
    return office.small_since is not None and people_count(office) < FEWEST


def people_count(office: Office) -> int:
    """The people of an office; who was shut out lately still counts, lest one shrink it in a minute."""
    shut_out = AuditEvent.objects.filter(
        office_code=office.code, action="person.disable", at__gte=timezone.now() - LATELY
    )
    gone = {int(person) for person in shut_out.values_list("object_id", flat=True)}
    held = Membership.objects.filter(office=office).values_list("user", "user__is_active")
    return len({user for user, is_active in held if is_active or user in gone})


def declare_small(office: Office, actor: User) -> None:
    """Say once that the office is small; raises Declined."""
    with transaction.atomic():
        held = Office.objects.select_for_update().get(pk=office.pk)
        if held.small_since is not None:
            raise Declined("Satuan kerja ini sudah dinyatakan kecil.")
        count = people_count(held)
        if count >= FEWEST:
            raise Declined(f"Satuan kerja ini memiliki {count} pengguna; yang kecil paling banyak {FEWEST - 1}.")
        held.small_since = timezone.now()
        held.save(update_fields=["small_since"])
        secretaries = Membership.objects.filter(office=held, role=Role.SECRETARY).values("user")
        admins = User.objects.filter(is_active=True, memberships__office=held, memberships__role=Role.ADMIN)
        both = [user.name for user in admins.filter(pk__in=secretaries)]
        told = {"people": count, "both_roles": both}
        record(actor, "office.declare_small", held, held, after=told)
