"""The ways back for who lost the telephone, after the recovery sheet: the own admin, the office above, the operator.

Each ends the sessions of the person, tells them, and leaves a key unusable until a factor is set again.
"""

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.db.models import QuerySet

from offices.account.second_factor import MANAGING, is_on
from offices.audit import record
from offices.declining import Declined
from offices.models import Membership, NoticeKind, Office, User
from offices.notices.telling import notify
from offices.people.roster import refuse_if_elsewhere
from offices.permissions import Action, visible
from offices.profile.holding import held_office

NOT_ON = "Verifikasi dua langkah akun ini tidak aktif."
OF_THE_OFFICE_ABOVE = (
    "Verifikasi dua langkah admin dan sekretaris hanya dapat dihapus oleh satuan kerja di atasnya atau oleh pengelola "
    "server. Dengan lembar pemulihannya, ia dapat masuk sendiri."
)
NOT_BELOW = "Akun ini juga dipakai di luar satuan kerja bawahan Anda. Hubungi pengelola server."
OWN_FIRST = "Aktifkan dahulu verifikasi dua langkah pada akun Anda sendiri."


def managers_with_factor(office: Office) -> QuerySet[User]:
    """Admins and secretaries of an office whose telephone can be lost."""
    managing = Membership.objects.filter(office=office, role__in=MANAGING).values("user")
    factors = Authenticator.objects.filter(type=Authenticator.Type.TOTP).values("user")
    return User.objects.filter(pk__in=managing).filter(pk__in=factors).order_by("name", "username")


def is_for_the_office_above(user: User, office: Office) -> bool:
    """Whoever signs or manages people cannot be opened by a colleague who could then act in their name."""
    return Membership.objects.filter(user=user, office=office, role__in=MANAGING).exists()


def reset_second_factor(office: Office, actor: User, user: User) -> None:
    """By an admin of the own office, for those who neither sign nor manage."""
    with held_office(office):
        refuse_if_elsewhere(user, office)
        if is_for_the_office_above(user, office):
            raise Declined(OF_THE_OFFICE_ABOVE)
        _remove(user, actor)
        record(actor, "person.reset_second_factor", user, office)


def release_second_factor(office: Office, actor: User, user: User) -> None:
    """By an admin or supervisor of an office above, for an admin or secretary of this one."""
    with held_office(office):
        if not is_on(actor):
            raise Declined(OWN_FIRST)
        reach = visible(actor, Action.RELEASE_BELOW, Office.objects.all()).values("pk")
        if user.is_staff or user.is_superuser or user.memberships.exclude(office__in=reach).exists():
            raise Declined(NOT_BELOW)
        _remove(user, actor)
        record(actor, "person.release_second_factor", user, office)


def remove_second_factor(user: User) -> None:
    """By the operator of the server."""
    with transaction.atomic():
        _remove(user, None)
        office = Office.objects.filter(memberships__user=user).order_by("memberships__pk").first()
        record(None, "person.release_second_factor", user, office)


def _remove(user: User, actor: User | None) -> None:
    taken, _by_type = Authenticator.objects.filter(user=user).delete()
    if not taken:
        raise Declined(NOT_ON)
    user.session_epoch += 1
    user.save(update_fields=["session_epoch"])
    notify(user, NoticeKind.FACTOR_REMOVED, actor)
