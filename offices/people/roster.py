"""The verbs for people: add, change, disable, enable, and let somebody in again.

Each runs under the lock of the office's row and writes one event. What a role may do is in permissions.py.
"""

from dataclasses import asdict, dataclass
from typing import Any

from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from offices.account.invitations import invite
from offices.account.resets import password_was_reset
from offices.audit import record
from offices.declining import Declined
from offices.models import UNIT_ROLES, Membership, NoticeKind, Office, ResetWay, Role, Unit, User, role_name
from offices.notices.telling import notify, notify_managers, send_link
from offices.people.small import is_small
from offices.profile.holding import held_office

ELSEWHERE = (
    "Akun ini juga dipakai di luar satuan kerja Anda, sehingga hanya pengelola server yang dapat mengubah "
    "data diri, kata sandi, dan keadaannya."
)
NOT_ONESELF = (
    "Anda tidak dapat memberi diri sendiri peran {}, karena peran itu menandatangani laporan. Mintalah admin "
    "lain atau satuan kerja di atasnya."
)
LAST_ADMIN = "Satuan kerja harus tetap memiliki paling sedikit satu admin yang aktif."


@dataclass(frozen=True, slots=True)
class Details:
    """Who somebody is; ``nip`` is eighteen digits or empty, ``employment`` a value of Employment."""

    name: str
    employment: str
    nip: str
    job_title: str
    email: str


@dataclass(frozen=True, slots=True, order=True)
class Grant:
    """A role; operators and heads hold theirs in a unit (its primary key), the others in the whole office."""

    role: str
    unit: int | None = None


def details_of(user: User) -> Details:
    return Details(user.name, user.employment, user.nip, user.job_title, user.email)


def grants_of(user: User, office: Office) -> frozenset[Grant]:
    rows = Membership.objects.filter(user=user, office=office)
    return frozenset(Grant(row.role, row.unit_id) for row in rows)


def people_of(office: Office) -> QuerySet[User]:
    return User.objects.filter(memberships__office=office).distinct()


def belongs_elsewhere(user: User, office: Office) -> bool:
    """Whether more than this office depends on an account: then its admin may not take it over."""
    return user.is_staff or user.is_superuser or user.memberships.exclude(office=office).exists()


def add_person(
    office: Office,
    actor: User | None,
    username: str,
    details: Details,
    grants: frozenset[Grant],
    *,
    by_mail: bool = False,
) -> tuple[User, str]:
    """A new account with roles; returns it with its temporary password, which nothing else keeps.

    ``by_mail``: the person gets a link to a password of their own, and nobody needs to see that one.

    Raises Declined if the user name is taken or none, the NIP or the address is somebody's, or a role does not fit.
    """
    username = _free_name(username)
    with held_office(office):
        user = User(username=username)
        password = invite(user)
        _write_details(office, user, details)
        _tell_of_signer(office, actor, user, grants)
        _write_grants(office, user, grants)
        password_was_reset(user, actor, ResetWay.NEW)
        if by_mail:
            send_link(user, NoticeKind.INVITED)
        record(actor, "person.add", user, office, after={"username": username} | _values(user, office))
    return user, password


def change_person(office: Office, actor: User, user: User, details: Details, grants: frozenset[Grant]) -> None:
    """Change who somebody is and which roles they have; Declined if that cannot be."""
    with held_office(office):
        before = _values(user, office)
        address = user.email
        if details != details_of(user):
            refuse_if_elsewhere(user, office)
            _write_details(office, user, details)
        if actor.pk == user.pk and Grant(Role.ADMIN) in grants_of(user, office) and Grant(Role.ADMIN) not in grants:
            called = role_name(Role.ADMIN, office)
            raise Declined(f"Anda tidak dapat melepas peran {called} Anda sendiri. Mintalah admin lain.", "roles")
        new = grants - grants_of(user, office)
        signs_by_own_hand = actor.pk == user.pk and Grant(Role.SECRETARY) in new
        if signs_by_own_hand and not is_small(office):
            raise Declined(NOT_ONESELF.format(role_name(Role.SECRETARY, office)), "office_roles")
        _tell_of_signer(office, actor, user, new)
        _write_grants(office, user, grants)
        _keep_an_admin(office)
        after = _values(user, office) | ({"to_oneself": True} if signs_by_own_hand else {})
        record(actor, "person.change", user, office, before=before, after=after)
        if before["roles"] != after["roles"]:
            told = {"office": str(office), "before": before["roles"], "after": after["roles"]}
            notify(user, NoticeKind.ROLES_CHANGED, actor, **told)
        if address and address != user.email:
            notify(user, NoticeKind.EMAIL_CHANGED, actor, before=address)


def move_person(user: User, office: Office, grants: frozenset[Grant]) -> str:
    """Bring an account to another office with these roles and a temporary password, which is returned.

    For the operator of the server only. What the person did before stays in the trail of the office that is left.
    """
    with held_office(office):
        held = Membership.objects.filter(user=user).exclude(office=office).values("office")
        left = list(Office.objects.select_for_update().filter(pk__in=held))
        was_active = user.is_active
        for former in left:
            Membership.objects.filter(user=user, office=former).delete()
            record(None, "person.leave", user, former, after={"office": str(office)})
            _keep_an_admin(former)
        _write_grants(office, user, grants)
        Authenticator.objects.filter(user=user).delete()
        password = invite(user)
        user.is_active = True
        user.session_epoch += 1
        user.save()
        password_was_reset(user, None, ResetWay.SERVER)
        after = {"is_active": True} | _values(user, office)
        record(None, "person.arrive", user, office, before={"is_active": was_active}, after=after)
    return password


def disable_person(office: Office, actor: User, user: User) -> None:
    """Shut somebody out, at once and everywhere; the roles stay for the day of return."""
    if actor.pk == user.pk:
        raise Declined("Anda tidak dapat menonaktifkan akun Anda sendiri. Mintalah admin lain.")
    with held_office(office):
        refuse_if_elsewhere(user, office)
        _set_active(user, active=False)
        _keep_an_admin(office)
        notify(user, NoticeKind.DISABLED, actor)
        record(actor, "person.disable", user, office, before={"is_active": True}, after={"is_active": False})


def enable_person(office: Office, actor: User, user: User) -> None:
    """Let somebody in again, with the password and the roles of before."""
    with held_office(office):
        refuse_if_elsewhere(user, office)
        _set_active(user, active=True)
        notify(user, NoticeKind.ENABLED, actor)
        record(actor, "person.enable", user, office, before={"is_active": False}, after={"is_active": True})


def reset_password(office: Office, actor: User, user: User) -> str:
    """A new temporary password, returned once; every session of the person ends."""
    with held_office(office):
        refuse_if_elsewhere(user, office)
        password = invite(user)
        user.session_epoch += 1
        user.save(update_fields=["password", "must_change_password", "temporary_until", "session_epoch"])
        password_was_reset(user, actor, ResetWay.ADMIN)
        record(actor, "person.reset_password", user, office)
    return password


def refuse_if_elsewhere(user: User, office: Office) -> None:
    if belongs_elsewhere(user, office):
        raise Declined(ELSEWHERE)


def _free_name(username: str) -> str:
    """The name in its normal form, if nobody has it."""
    try:
        name: str = User._meta.get_field("username").clean(username, None)
    except ValidationError as error:
        raise Declined(" ".join(error.messages), "username") from None
    if User.objects.filter(username=name).exists():
        raise Declined("Nama pengguna ini tidak tersedia. Pilih nama lain.", "username")
    return name


def _tell_of_signer(office: Office, actor: User | None, user: User, new: frozenset[Grant]) -> None:
    if Grant(Role.SECRETARY) in new:
        notify_managers(
            office,
            NoticeKind.SIGNER_GRANTED,
            actor,
            role=role_name(Role.SECRETARY, office),
            office=str(office),
            person=user.name,
        )


def _write_details(office: Office, user: User, details: Details) -> None:
    _refuse_known_nip(office, user, details.nip)
    if details.email.lower() != user.email.lower():
        _refuse_known_address(office, user, details.email)
    for name, value in asdict(details).items():
        setattr(user, name, value)
    try:
        with transaction.atomic():
            user.save()
    except IntegrityError:  # another admin took the same name or number a moment ago
        raise Declined("Nama pengguna atau NIP ini baru saja dipakai akun lain. Periksa keduanya.") from None


def _refuse_known_nip(office: Office, user: User, nip: str) -> None:
    """Say whose number it is within the own office; of others only that it is outside."""
    other = User.objects.filter(nip=nip).exclude(pk=user.pk).first() if nip else None
    if other is None:
        return
    if people_of(office).filter(pk=other.pk).exists():
        raise Declined(f"NIP ini sudah dipakai oleh {other.name} ({other.username}).", "nip")
    raise Declined(
        "NIP ini sudah terdaftar pada akun di luar satuan kerja Anda. Bila pegawai tersebut pindah, "
        "hubungi pengelola server.",
        "nip",
    )


def _refuse_known_address(office: Office, user: User, address: str) -> None:
    """Letters that let somebody in again go to an address, so it is one person's, whatever its case.

    Doubles of before stay until one of them is changed; of two admins who take one address in the same moment, the
    database stops neither.
    """
    other = User.objects.filter(email__iexact=address).exclude(pk=user.pk).first() if address else None
    if other is None:
        return
    if people_of(office).filter(pk=other.pk).exists():
        raise Declined(
            f"Surel ini sudah dipakai oleh {other.name} ({other.username}). Isi surel milik sendiri.", "email"
        )
    raise Declined(
        "Surel ini sudah dipakai akun di luar satuan kerja Anda. Isi surel milik orang itu sendiri.", "email"
    )


def _write_grants(office: Office, user: User, grants: frozenset[Grant]) -> None:
    if not grants and not belongs_elsewhere(user, office):
        raise Declined("Pilih paling sedikit satu peran.", "roles")
    units = {unit.pk: unit for unit in Unit.objects.filter(office=office)}
    of_units = " dan ".join(role_name(role, office) for role in UNIT_ROLES)
    for grant in grants:
        if (grant.role in UNIT_ROLES) != (grant.unit in units):
            raise Declined(f"Peran {of_units} harus disertai unit.", "roles")
    had = grants_of(user, office)
    for gone in had - grants:
        Membership.objects.filter(user=user, office=office, role=gone.role, unit=gone.unit).delete()
    for new in sorted(grants - had, key=lambda grant: (grant.role, grant.unit or 0)):
        Membership.objects.create(user=user, office=office, role=new.role, unit=units.get(new.unit or 0))


def _set_active(user: User, *, active: bool) -> None:
    if user.is_active == active:
        raise Declined(f"Akun ini sudah {'aktif' if active else 'nonaktif'}.")
    user.is_active = active
    user.session_epoch += 1
    user.save(update_fields=["is_active", "session_epoch"])


def _keep_an_admin(office: Office) -> None:
    if not Membership.objects.filter(office=office, role=Role.ADMIN, user__is_active=True).exists():
        raise Declined(LAST_ADMIN, "roles")


def _values(user: User, office: Office) -> dict[str, Any]:
    rows = Membership.objects.filter(user=user, office=office).select_related("unit").order_by("role", "unit__position")
    names = [(role_name(row.role, office), row.unit) for row in rows]
    roles = [f"{name} ({unit})" if unit else name for name, unit in names]
    return asdict(details_of(user)) | {"roles": roles}
