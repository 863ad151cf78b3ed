"""What somebody has to do, as a value, and in which order many of them are told. Pure.

From which rows they follow is in plans.py and cycles.py, what keeps a report from its signature in refusals.py.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum


class Kind(Enum):
    """Why something is on somebody's list, the most urgent first: its heading, icon and tone."""

    LATE = ("Terlambat", "alarm-clock", "bad")
    RETURNED = ("Dikembalikan untuk diperbaiki", "undo-2", "bad")
    SIGN = ("Siap ditandatangani", "signature", "warn")
    APPROVE = ("Menunggu persetujuan Anda", "user-check", "warn")
    PARAF = ("Menunggu paraf Anda", "pen-line", "warn")
    KEY = ("Kunci menunggu konfirmasi Anda", "key-round", "warn")
    PEOPLE = ("Orang yang masih diperlukan", "user-plus", "warn")
    NOTE = ("Catatan pembaca yang belum selesai", "message-square", "warn")
    DUE = ("Dijadwalkan bulan ini", "calendar-clock", "warn")
    LEVEL = ("Tingkat PEKPPP yang segera lewat", "gauge", "warn")
    HINDERS = ("Menghalangi penandatanganan", "octagon-alert", "warn")
    PREPARE = ("Siap disiapkan", "clipboard-check", "good")
    UNPROVEN = ("Tanpa bukti dukung", "image-off", "warn")
    LOOSE = ("Foto yang belum ditempatkan", "images", "warn")
    HAND_ON = ("Ditandatangani, belum disampaikan", "send", "warn")
    RECEIPT = ("Dikirim, menunggu tanda terima", "receipt-text", "warn")
    PUBLISH = ("Ditandatangani, belum dipublikasikan", "globe", "warn")
    NEXT = ("Siklus berikutnya", "calendar-plus", "idle")

    def __init__(self, title: str, icon: str, tone: str) -> None:
        self.title = title
        self.icon = icon
        self.tone = tone


@dataclass(frozen=True, slots=True)
class CycleFace:
    """The cycle of which a duty speaks, as pages call it."""

    office: str
    code: str
    period: str
    label: str


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing that waits for ``turn``, settled at ``place`` (a path); ``mine``: by the person who asks.

    ``sentence`` says all of it in one line; ``subject`` and ``told`` say it in a list, under the heading of its kind.
    ``since``: from when on it waits, where that is known; ``late``: for how many months it has been overdue.
    ``also``: what else the same thing is owed; ``quote``: somebody's own words about it. ``plan``: the id of the plan
    that it is about, else 0.
    """

    kind: Kind
    cycle: CycleFace
    place: str
    turn: str
    subject: str
    sentence: str
    mine: bool = True
    since: date | None = None
    late: int = 0
    told: str = ""
    also: tuple[str, ...] = ()
    quote: str = ""
    plan: int = 0


@dataclass(frozen=True, slots=True)
class DutyGroup:
    """The duties of one kind, what is late longest first; ``more``: those that a list shows only when it is opened.

    ``all_at``: the URL name of the place where they are settled one after the other, where there is one.
    """

    kind: Kind
    duties: tuple[Duty, ...]
    more: tuple[Duty, ...]

    @property
    def count(self) -> int:
        return len(self.duties) + len(self.more)

    @property
    def all_at(self) -> str:
        return "approvals_everywhere" if self.kind is Kind.APPROVE else ""


SHOWN = 6
"""How many duties of a kind are in sight at once."""


def in_order(duties: Iterable[Duty]) -> tuple[Duty, ...]:
    """The most urgent kind first, in it what is late longest, else as they come."""
    order = list(Kind)
    return tuple(sorted(duties, key=lambda duty: (order.index(duty.kind), -duty.late)))


def groups_of(duties: Iterable[Duty]) -> tuple[DutyGroup, ...]:
    """Duties under the heading of their kind. One that alone would be folded is shown."""
    ordered = in_order(duties)
    groups = []
    for kind in Kind:
        own = tuple(duty for duty in ordered if duty.kind is kind)
        shown = len(own) if len(own) <= SHOWN + 1 else SHOWN
        if own:
            groups.append(DutyGroup(kind, own[:shown], own[shown:]))
    return tuple(groups)
