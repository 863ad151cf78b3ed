"""The Laporan Tindak Lanjut as data: everything that is printed, and the cycle it was computed from.

Plain frozen values only (Decimal, date, str, int, tuple), no model, no markup. build.py makes it,
templates print it, consistency rules read it.
"""

import json
from dataclasses import asdict, dataclass, replace
from decimal import Decimal
from hashlib import sha256
from typing import Literal

from reports.cycle.model import Cycle
from reports.document.block import SignatureBlock
from reports.document.drawing import Chart
from reports.document.earlier import EarlierPeriod
from reports.document.shapes import Entry, OfficeFace, Picture, Proof, Section, TableHead
from reports.document.source import Signing
from surveys.ikm import Grade, IndexResult

SCHEMA = 2
"""Which shape of ReportDocument this is; grows with every change of it, see docs/architecture.md."""


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

    @property
    def texts(self) -> dict[str, str]:
        """What each section says, by its heading."""
        return {section.heading: section.text for section in self.sections}


def digest_of(document: ReportDocument) -> str:
    """SHA-256 (hex) of the document's data: the same data give the same digest, and the same file."""
    data = json.dumps(asdict(replace(document, earlier=())), default=str, sort_keys=True, ensure_ascii=False)
    return sha256(data.encode()).hexdigest()
