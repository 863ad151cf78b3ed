"""The Laporan Tindak Lanjut as data: everything that is printed, and the cycle it was computed from.

Plain frozen values only (Decimal, date, str, int, tuple), no model, no markup. build.py makes it,
templates print it, consistency rules read it. ``SCHEMA`` grows when a field changes its meaning.
"""

import json
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256
from typing import Literal

from reports.cycle.model import Cycle
from reports.document.block import Seal
from reports.document.drawing import Chart
from reports.document.earlier import EarlierPeriod
from reports.words.prose import Blocks, Line, text_of
from surveys.ikm import Grade, IndexResult

SCHEMA = 1


def heading(number: str, title: str) -> str:
    """Number and title of a section in one line, as far as it has them."""
    return f"{number} {title}".strip()


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered section. ``key`` as in the cycle file's narrative; ``own`` if the office wrote it."""

    key: str
    number: str
    title: str
    anchor: str
    blocks: Blocks
    own: bool
    unknown_placeholders: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """Number and title, as far as it has them."""
        return heading(self.number, self.title)

    @property
    def text(self) -> str:
        """What it says, a line for each paragraph and each item."""
        return text_of(self.blocks)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list of contents, tables or figures: label and title, and the anchor that it leads to."""

    label: str
    title: str
    anchor: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as stored: ``path`` in the storage, its pixels and what stands in its place for a reader."""

    path: str
    sha256: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class OfficeFace:
    """The office as covers show it. ``logo`` and covers are storage paths, empty if there are none."""

    code: str
    name: str
    short_name: str
    paper: str
    logo: str
    cover_front: str
    cover_back: str
    contact: tuple[tuple[str, str], ...]
    address: tuple[str, ...]
    socials: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signing:
    """What is known of a version's signature when it is printed; a draft has none.

    ``prepared_at`` is aware and in the portal's time zone; ``url`` is where anyone checks ``code``; ``demo``: the
    signatory's key is one for trying the portal out, so every page says so.
    """

    way: Literal["here", "elsewhere", "by_hand"]
    version: int
    number: str
    dated: date
    code: str
    prepared_at: datetime
    url: str
    demo: bool


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Place and date, office holder and number of staff, as they stand under a text; ``ink``: signed by hand."""

    place_and_date: str
    title: str
    name: str
    nip: str
    anchor: str
    remark: Line = ()
    seal: Seal | None = None
    ink: bool = False


@dataclass(frozen=True, slots=True)
class Preface:
    section: Section
    signature: SignatureBlock


@dataclass(frozen=True, slots=True)
class Chapter:
    """Bab I: sections only; ``legal_bases`` are printed in section 1.2."""

    anchor: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class TableHead:
    """``label`` as in "Tabel 2.1"; ``legend`` explains abbreviations and marks beneath the table."""

    label: str
    title: str
    anchor: str
    legend: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """``score`` on the scale 1–4, converted to 25–100, its grade and category; dashes while there are no scores."""

    number: int
    element: str
    key: str
    score: Decimal | None
    score_text: str
    grade: str
    converted_text: str = ""
    category: str = ""


@dataclass(frozen=True, slots=True)
class Results:
    """Section 2.1. ``index`` is None while the survey has no scores; ``recomputed`` is the printed note."""

    section: Section
    head: TableHead
    rows: tuple[ScoreRow, ...]
    index: IndexResult | None
    index_text: str
    grade_text: str
    recomputed: str
    chart: Chart | None


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One RTL of Tabel 2.2: a mark or none for each month of the window."""

    point: str
    programme: str
    details: tuple[str, ...]
    marks: tuple[bool, ...]
    months: str
    responsible: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanGroup:
    number: int
    element: str
    rows: tuple[PlanRow, ...]


@dataclass(frozen=True, slots=True)
class PlanTable:
    """Tabel 2.2. ``months`` (short name, year) is empty where the window is too long for columns.

    Then the months of each plan stand as text.
    """

    head: TableHead
    months: tuple[tuple[str, int], ...]
    groups: tuple[PlanGroup, ...]
    columns: int
    landscape: bool


@dataclass(frozen=True, slots=True)
class Plans:
    results: Results
    priorities: Section
    plans: Section
    table: PlanTable
    upkeep: Section
    anchor: str

    @property
    def sections(self) -> tuple[Section, ...]:
        return self.results.section, self.priorities, self.plans, self.upkeep


@dataclass(frozen=True, slots=True)
class Proof:
    """One reference into the annex: the anchor that it leads to, and the runs of figures that it names.

    The pages are those from figure ``first`` to figure ``last``, both anchors; that of ``anchor`` if there is none.
    """

    anchor: str
    figures: tuple[str, ...]
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class RealisationRow:
    point: str
    programme: str
    status: str
    status_key: str
    details: tuple[str, ...]
    description: tuple[str, ...]
    proofs: tuple[Proof, ...]
    obstacle: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RealisationGroup:
    number: int
    element: str
    rows: tuple[RealisationRow, ...]


@dataclass(frozen=True, slots=True)
class UpkeepRow:
    number: int
    element: str
    score_text: str
    category: str
    activity: tuple[str, ...]
    proofs: tuple[Proof, ...]
    responsible: tuple[str, ...]
    converted_text: str = ""


@dataclass(frozen=True, slots=True)
class RealisationChapter:
    """Bab III. ``upkeep_head`` is None where there is no upkeep, and no Tabel 3.2."""

    anchor: str
    introduction: Section
    priorities: Section
    head: TableHead
    groups: tuple[RealisationGroup, ...]
    upkeep: Section
    upkeep_head: TableHead | None
    upkeep_rows: tuple[UpkeepRow, ...]
    evaluation: Section

    @property
    def sections(self) -> tuple[Section, ...]:
        return self.introduction, self.priorities, self.upkeep, self.evaluation


@dataclass(frozen=True, slots=True)
class Point:
    """A numbered point of the conclusion: a bold lead, the rest of its paragraph, and a list of (subject, text)."""

    lead: str
    text: str
    items: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class StrategyRow:
    number: int
    programme: str
    strategy: tuple[str, ...]
    target: str
    responsible: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conclusion:
    """Bab IV. ``head`` is None where no strategy is owed, and no Tabel 4.1."""

    anchor: str
    opening: Section
    points: tuple[Point, ...]
    head: TableHead | None
    rows: tuple[StrategyRow, ...]
    closing: Section
    signature: SignatureBlock

    @property
    def sections(self) -> tuple[Section, ...]:
        return self.opening, self.closing


@dataclass(frozen=True, slots=True)
class Figure:
    number: int
    anchor: str
    picture: Picture
    caption: str
    shape: Literal["wide", "normal", "tall"]
    is_placeholder: bool


@dataclass(frozen=True, slots=True)
class SharedFigure:
    """A figure that is printed under an earlier group."""

    number: int
    anchor: str


@dataclass(frozen=True, slots=True)
class EvidenceGroup:
    """One group of the annex; ``rows`` hold one or two figures that stand side by side."""

    anchor: str
    heading: str
    subject: str
    note: tuple[str, ...]
    rows: tuple[tuple[Figure, ...], ...]
    shared: tuple[SharedFigure, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        return tuple(figure for row in self.rows for figure in row)


@dataclass(frozen=True, slots=True)
class Annex:
    anchor: str
    groups: tuple[EvidenceGroup, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        return tuple(figure for group in self.groups for figure in group.figures)


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """The whole report. ``is_example``: placeholder photos stand in it, so every page says CONTOH.

    ``grades``, ``element_names`` and ``source`` are what it was computed from, for the rules that check it;
    ``earlier``, the latest period first, is what they compare it with, and is printed nowhere.
    """

    schema: int
    office: OfficeFace
    period: str
    period_label: str
    title: str
    is_example: bool
    signing: Signing | None
    preface: Preface
    contents: tuple[Entry, ...]
    tables: tuple[Entry, ...]
    figures: tuple[Entry, ...]
    introduction: Chapter
    plans: Plans
    realisation: RealisationChapter
    conclusion: Conclusion
    annex: Annex
    grades: tuple[Grade, ...]
    element_names: dict[str, str]
    source: Cycle
    earlier: tuple[EarlierPeriod, ...] = ()

    @property
    def sections(self) -> tuple[Section, ...]:
        """Every section, in the order of the report."""
        return (
            self.preface.section,
            *self.introduction.sections,
            *self.plans.sections,
            *self.realisation.sections,
            *self.conclusion.sections,
        )


def digest_of(document: ReportDocument) -> str:
    """SHA-256 (hex) of the document's data: the same data give the same digest, and the same file."""
    data = json.dumps(asdict(replace(document, earlier=())), default=str, sort_keys=True, ensure_ascii=False)
    return sha256(data.encode()).hexdigest()
