"""What a page shows of somebody's signing key: its certificate, and whether it may sign already."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from offices.models import Office, User
from offices.permissions import Action, visible
from reports.issuing.keys.confirming import AnyKey, Waiting, asks_tick, confirmers, is_confirmed, unconfirmed, who_may
from reports.models import KeyConfirmation, OutsideCertificate, SigningKey
from reports.signing.keys.certificate import restored
from reports.signing.keys.names import same_name


@dataclass(frozen=True, slots=True)
class KeyStanding:
    """How a key stands in an office. ``told`` is empty where it may sign; ``ticks``: its holder's word is enough."""

    office: Office
    told: str
    ticks: bool


@dataclass(frozen=True, slots=True)
class CertificateFace:
    """``fingerprint`` in groups of four, empty where it is not known."""

    facts: dict[str, Any]
    not_before: datetime
    not_after: datetime
    fingerprint: str


def certificate_face(key: AnyKey) -> CertificateFace:
    known = restored(key.certificate)
    groups = [known.fingerprint[start : start + 4] for start in range(0, len(known.fingerprint), 4)]
    return CertificateFace(dict(key.certificate), known.not_before, known.not_after, " ".join(groups))


@dataclass(frozen=True, slots=True)
class WaitingFace:
    """A key that waits, as one reader sees it; ``who``: a sentence with those who may decide.

    ``is_outside``: it signed with another service. ``differs``: its holder's name is not that of the account.
    """

    key: AnyKey
    is_outside: bool
    differs: bool
    face: CertificateFace
    declined: KeyConfirmation | None
    may_decide: bool
    who: str


def waiting_face(waiting: Waiting, reader: User) -> WaitingFace:
    return WaitingFace(
        key=waiting.key,
        is_outside=isinstance(waiting.key, OutsideCertificate),
        differs=not same_name(waiting.key.user.name, waiting.key.certificate["holder"]),
        face=certificate_face(waiting.key),
        declined=waiting.declined,
        may_decide=reader in waiting.confirmers,
        who=who_may(waiting.confirmers, waiting.office),
    )


def standing_in(key: SigningKey, office: Office) -> KeyStanding:
    """Whether a key may sign in an office, and if not, what is missing."""
    if is_confirmed(key, office):
        return KeyStanding(office, "", ticks=False)
    if asks_tick(key, office):
        return KeyStanding(
            office, "Kunci ini belum pernah dipakai di sini; Anda menyatakannya saat menandatangani.", ticks=True
        )
    return KeyStanding(
        office, f"{unconfirmed(key, office)} {who_may(confirmers(key.user, office), office)}", ticks=False
    )


def standings_of(key: SigningKey, user: User) -> tuple[KeyStanding, ...]:
    """How a person's own key stands in each office for which they sign."""
    return tuple(standing_in(key, office) for office in visible(user, Action.SIGN, Office.objects.order_by("code")))
