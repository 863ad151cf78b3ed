"""A key signs in an office once a second person said that it is the signatory's: who may say so, and the verbs.

The console has no account, and its key is not asked about.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from offices.account.second_factor import is_demonstration
from offices.audit import record
from offices.declining import Declined
from offices.models import Membership, NoticeKind, Office, Role, User
from offices.notices.telling import notify
from offices.people.hands import Handling, behind, lately, was_taken_over
from offices.people.small import is_small
from reports.models import Ground, KeyConfirmation, OutsideCertificate, SigningKey, Verdict

AnyKey = SigningKey | OutsideCertificate
"""One that lies in the portal, or one of which only the certificate was seen."""
ROLES = (Role.ADMIN, Role.SECRETARY, Role.HEAD)
ROLES_ABOVE = (Role.ADMIN, Role.SUPERVISOR)
NOBODY = (
    "Saat ini tidak ada yang dapat mengonfirmasinya di satuan kerja ini maupun di atasnya: akun yang ada diatur oleh "
    "orang yang sama dalam 30 hari terakhir. Mintalah pengelola server (perintah confirm_key)."
)
FROM_ABOVE = (
    "Di satuan kerja ini tidak ada akun yang lepas dari orang yang mengatur akun pemilik kunci dalam 30 hari terakhir. "
    "Yang dapat mengonfirmasi di satuan kerja di atasnya: {names}; atau pengelola server (perintah confirm_key)."
)
CHANGED = "Kunci ini sudah diganti atau dihapus. Halaman ini menunjukkan keadaannya sekarang."


@dataclass(frozen=True, slots=True)
class Waiting:
    """A key that waits in an office. ``declined``: what was said of it before, if it was declined."""

    key: AnyKey
    office: Office
    declined: KeyConfirmation | None
    confirmers: tuple[User, ...]


def confirmers(holder: User, office: Office) -> tuple[User, ...]:
    """Who may confirm a key of ``holder``: of the office, or where nobody of it may, of the office above.

    Only those of whom nobody had both accounts in hand lately. However few they are, nobody else takes their place.
    """
    handlings = lately()
    hands = behind(holder.pk, handlings)
    return _apart_from(hands, handlings, office, ROLES) or _apart_from(hands, handlings, office.parent, ROLES_ABOVE)


def _apart_from(
    hands: frozenset[int], handlings: tuple[Handling, ...], office: Office | None, roles: tuple[Role, ...]
) -> tuple[User, ...]:
    people = User.objects.filter(is_active=True, memberships__office=office, memberships__role__in=roles)
    return tuple(
        person
        for person in (people.distinct().order_by("name", "pk") if office else ())
        if hands.isdisjoint(behind(person.pk, handlings))
    )


def said_of(key: AnyKey, office: Office) -> KeyConfirmation | None:
    """What was last said of a key in an office."""
    rows = KeyConfirmation.objects.filter(user=key.user, office=office, fingerprint=key.fingerprint)
    return rows.select_related("by").first()


def is_confirmed(key: AnyKey, office: Office) -> bool:
    """The demonstration's accounts sign alone, with keys that vouch for nothing, on a portal for trying out."""
    said = said_of(key, office)
    is_exempt = is_demonstration(key.user) and key.is_demo
    return is_exempt or (said is not None and said.verdict == Verdict.CONFIRMED)


def asks_tick(key: AnyKey, office: Office) -> bool:
    """Whether the signatory's own word is enough: in an office without a second person, of an account of their own."""
    return not is_confirmed(key, office) and is_alone(key.user, office)


def is_alone(holder: User, office: Office) -> bool:
    """Whether an office has no second person, and nobody else gave this one the account or its roles lately."""
    return is_small(office) and not was_taken_over(holder.pk, lately())


def check_confirmed(key: AnyKey, office: Office, *, ticked: bool) -> None:
    """Raise Declined, naming who may confirm, unless the key may sign here."""
    if is_confirmed(key, office):
        return
    if is_alone(key.user, office):
        if not ticked:
            raise Declined("Centang pernyataan bahwa kunci ini milik Anda; kunci ini belum pernah dipakai di sini.")
        return
    raise Declined(f"{unconfirmed(key, office)} {who_may(confirmers(key.user, office), office)}")


def unconfirmed(key: AnyKey, office: Office) -> str:
    said = said_of(key, office)
    what = "Sertifikat" if isinstance(key, OutsideCertificate) else "Kunci"
    if said is not None and said.verdict == Verdict.DECLINED:
        return f"{what} Anda ditolak oleh {said.by or 'pengelola server'}."
    return f"{what} Anda belum pernah dipakai di satuan kerja ini dan menunggu konfirmasi orang kedua."


def who_may(people: tuple[User, ...], office: Office) -> str:
    """A sentence with the names of who may confirm, and where they are found if not in the office."""
    if not people:
        return NOBODY
    names = ", ".join(person.name for person in people)
    if Membership.objects.filter(office=office, role__in=ROLES, user__in=people).exists():
        return f"Yang dapat mengonfirmasi: {names}."
    return FROM_ABOVE.format(names=names)


def waiting_in(office: Office) -> tuple[Waiting, ...]:
    """The keys of who may sign in an office, of which nobody said yet that they are theirs."""
    signers = User.objects.filter(is_active=True, memberships__office=office, memberships__role=Role.SECRETARY)
    keys = SigningKey.objects.filter(user__in=signers).select_related("user").order_by("uploaded_at")
    outside = OutsideCertificate.objects.filter(user__in=signers, office=office).select_related("user")
    rows: list[AnyKey] = [*keys, *outside.order_by("uploaded_at")]
    return tuple(
        Waiting(key, office, said_of(key, office), confirmers(key.user, office))
        for key in rows
        if not is_confirmed(key, office)
    )


def has_waiting_keys() -> Q:
    """For a queryset of offices: whether any of those who sign for it has a key that nobody confirmed."""
    of_signers = {"user__memberships__office": OuterRef("pk"), "user__memberships__role": Role.SECRETARY}
    said = KeyConfirmation.objects.filter(
        user=OuterRef("user"),
        fingerprint=OuterRef("fingerprint"),
        office=OuterRef(OuterRef("pk")),
        verdict=Verdict.CONFIRMED,
    )
    outside = OutsideCertificate.objects.filter(~Exists(said), office=OuterRef("pk"), **of_signers)
    return Q(Exists(SigningKey.objects.filter(~Exists(said), **of_signers))) | Q(Exists(outside))


def keys_for(user: User, offices: Iterable[Office]) -> tuple[Waiting, ...]:
    """The keys that this very person may confirm and nobody declined, in these offices."""
    return tuple(
        waiting
        for office in offices
        for waiting in waiting_in(office)
        if user in waiting.confirmers and waiting.declined is None
    )


def confirm_key(key: AnyKey, office: Office, actor: User, fingerprint: str) -> None:
    """Say that a key is its holder's. ``fingerprint``: of the key that was on the page. Raises Declined."""
    with transaction.atomic():
        _check_second(key, office, actor, fingerprint)
        _say(key, office, Verdict.CONFIRMED, Ground.PERSON, actor)
        record(actor, "signing_key.confirm", key, office, after=told_of(key))
        notify(key.user, NoticeKind.KEY_CONFIRMED, actor)


def decline_key(key: AnyKey, office: Office, actor: User, fingerprint: str) -> None:
    """Say that a key is not its holder's, or that one does not know. Raises Declined."""
    with transaction.atomic():
        _check_second(key, office, actor, fingerprint)
        _say(key, office, Verdict.DECLINED, Ground.PERSON, actor)
        record(actor, "signing_key.decline", key, office, after=told_of(key))


def confirm_at_console(key: AnyKey, office: Office) -> None:
    """What the operator of the server says of a key, who asked the person by other ways."""
    with transaction.atomic():
        _say(key, office, Verdict.CONFIRMED, Ground.SERVER, None)
        record(None, "signing_key.confirm", key, office, after=told_of(key))
        notify(key.user, NoticeKind.KEY_CONFIRMED, None)


def vouch_for_own(key: AnyKey, office: Office) -> None:
    """The signatory's tick in a small office, once for each key; nothing where the key is confirmed already."""
    if not asks_tick(key, office):
        return
    with transaction.atomic():
        _say(key, office, Verdict.CONFIRMED, Ground.TICK, key.user)
        record(key.user, "signing_key.vouch", key, office, after=told_of(key))


def told_of(key: AnyKey) -> dict[str, str]:
    """What the trail keeps of a key."""
    facts = key.certificate
    return {"signer": facts["holder"], "issuer": facts["issuer"], "fingerprint": key.fingerprint}


def _check_second(key: AnyKey, office: Office, actor: User, fingerprint: str) -> None:
    held: AnyKey | None = type(key)._default_manager.select_for_update().filter(pk=key.pk).first()
    if held is None or held.fingerprint != fingerprint:
        raise Declined(CHANGED)
    if is_confirmed(held, office):
        raise Declined("Kunci ini sudah dikonfirmasi.")
    eligible = confirmers(held.user, office)
    if actor not in eligible:
        raise Declined(f"Anda tidak dapat mengonfirmasi kunci ini. {who_may(eligible, office)}")


def _say(key: AnyKey, office: Office, verdict: Verdict, ground: Ground, by: User | None) -> None:
    KeyConfirmation.objects.update_or_create(
        defaults={"verdict": verdict, "ground": ground, "by": by},
        user=key.user,
        office=office,
        fingerprint=key.fingerprint,
    )
