"""The Laporan Penyelesaian RTL as data: what became of the RTL that a signed report left open, in one to four pages.

Plain frozen values as the report that it completes (document/model.py); build.py makes it, templates print it.
"""

from dataclasses import dataclass
from datetime import date

from followups.months import Month
from followups.progress import IMPOSSIBLE, Progress
from reports.cycle.model import Evidence, OfficeData, Signatory, StatusKey, StoredPicture
from reports.document.block import SignatureBlock
from reports.document.chapters.annex import Annex
from reports.document.shapes import OfficeFace, Proof, TableHead
from reports.document.source import Signing

SCHEMA = 5
"""Which shape of AddendumDocument this is; grows with every change of it, see docs/architecture.md."""


@dataclass(frozen=True, slots=True)
class Completes:
    """The signed report that is completed, as it is named in what completes it. ``url``: where its code is checked."""

    version: int
    number: str
    dated: date
    code: str
    url: str


@dataclass(frozen=True, slots=True)
class Owed:
    """An RTL of Tabel 4.1 as the signed report printed it; ``place``: its point in the tables of plans, ``1 b``."""

    number: int
    place: str
    programme: str
    strategy: tuple[str, ...]
    target: str
    responsible: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fate:
    """What is known now of an RTL that was owed, from the last plan that continues it; ``period``: of whose cycle.

    ``approved``: whether a second person accepted that it is done. ``strategy``, ``target`` and ``responsible``: what
    is promised for it now, as printed.
    """

    period: str
    status: StatusKey
    approved: bool
    description: str
    months: tuple[Month, ...]
    completed_on: date | None
    reason: str
    strategy: tuple[str, ...]
    target: str
    responsible: tuple[str, ...]
    evidence: Evidence

    @property
    def is_settled(self) -> bool:
        return self.status == "done" and self.approved

    @property
    def is_given_up(self) -> bool:
        """Whether it turned out since that it cannot be done."""
        return self.status == IMPOSSIBLE


@dataclass(frozen=True, slots=True)
class AddendumSource:
    """What it is computed from. ``then``: all RTL of the signed report; ``impossible``: how many cannot be done.

    ``fates``: one for each that was owed, None where nobody has taken it up.
    """

    office: OfficeData
    signatory: Signatory
    completes: Completes
    then: Progress
    impossible: int
    owed: tuple[Owed, ...]
    fates: tuple[Fate | None, ...]
    pictures: dict[str, StoredPicture]

    @property
    def settled(self) -> int:
        """How many of those that were owed are done since."""
        return sum(fate is not None and fate.is_settled for fate in self.fates)

    @property
    def photo_periods(self) -> dict[str, str]:
        """Of which cycle each photo is, by its digest."""
        told = [fate for fate in self.fates if fate]
        return {self.pictures[photo.file].sha256: fate.period for fate in told for photo in fate.evidence.photos}

    @property
    def now(self) -> Progress:
        return Progress(self.then.total, self.then.done + self.settled)


@dataclass(frozen=True, slots=True)
class StandingRow:
    """The realisation at one time, as printed."""

    when: str
    done: str
    total: str
    share: str


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """An RTL that was owed. ``promised``: labels with paragraphs; ``place``: its point in the tables of plans."""

    number: int
    programme: str
    place: str
    promised: tuple[tuple[str, tuple[str, ...]], ...]
    status: str
    told: tuple[str, ...]
    details: tuple[str, ...]
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class LeftRow:
    """An RTL that is still open, and what is promised for it now."""

    number: int
    programme: str
    reason: tuple[str, ...]
    strategy: tuple[str, ...]
    target: str
    responsible: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AddendumDocument:
    """The whole of it; fields as in ReportDocument. ``left_head`` is None where nothing is left."""

    schema: int
    office: OfficeFace
    period: str
    period_label: str
    title: str
    is_example: bool
    signing: Signing | None
    opening: tuple[str, ...]
    standing_head: TableHead
    standings: tuple[StandingRow, ...]
    head: TableHead
    rows: tuple[OutcomeRow, ...]
    left_head: TableHead | None
    left: tuple[LeftRow, ...]
    closing: tuple[str, ...]
    signature: SignatureBlock
    annex: Annex
    source: AddendumSource
