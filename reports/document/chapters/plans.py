"""Bab II, Deskripsi Rencana Tindak Lanjut: the results of the survey, and what was planned upon them. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from followups.fields import details_of
from followups.months import Month, months_between
from reports.document.chapters.cells import NONE, converted_text, whose
from reports.document.chapters.chart import Chart, chart_of
from reports.document.chapters.offering import ServiceTable, service_table
from reports.document.chapters.origin import OriginRow, origin_of
from reports.document.chapters.profile import ProfileTable, profile_of
from reports.document.facts import ElementFact, Facts, PlanFact
from reports.document.phrases import index_formula, method_sentence, notes_on_numbers
from reports.document.sections import section
from reports.document.shapes import Entry, Section, TableHead
from reports.words.language import decimal_text, join_list, months_text, short_month
from surveys.ikm import IndexResult

MONTHS_BESIDE_ELEMENTS, MONTHS_IN_COLUMNS = 6, 12
"""How many months a window may have for a column each: beside a column of elements, and where these head their rows."""


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """``score`` on the scale 1–4, converted to 25–100, its grade and category; dashes while there are no scores."""

    number: int
    element: str
    key: str
    score: Decimal | None
    score_text: str
    converted_text: str
    grade: str
    category: str

    @classmethod
    def of(cls, number: int, element: ElementFact) -> Self:
        return cls(
            number=number,
            element=element.name,
            key=element.key,
            score=element.score,
            score_text=element.score_text or NONE,
            converted_text=converted_text(element),
            grade=element.grade.letter if element.grade else NONE,
            category=str(element.grade or NONE),
        )


@dataclass(frozen=True, slots=True)
class Results:
    """Section 2.1. ``index`` is None while the survey has no scores; ``recomputed`` is the printed note,
    ``notes`` are those on numbers that do not fit and that the office states to be so.

    ``method``: the sentence on questionnaire, mapping and index, empty while they are not known; ``formula``: of the
    index, beneath the table. ``origin``: where all of it comes from. ``profile``: who answered, None while nobody
    counted them.
    """

    section: Section
    head: TableHead
    rows: tuple[ScoreRow, ...]
    index: IndexResult | None
    index_text: str
    grade_text: str
    recomputed: str
    notes: tuple[str, ...]
    origin: tuple[OriginRow, ...]
    method: str
    formula: str
    chart: Chart | None
    profile: ProfileTable | None

    @classmethod
    def of(cls, facts: Facts) -> Self:
        index = facts.index
        return cls(
            section=section("2.1", facts),
            head=TableHead("Tabel 2.1", f"Hasil SKM {whose(facts)}", "tabel-2-1", ()),
            rows=tuple(ScoreRow.of(number, element) for number, element in enumerate(facts.elements.values(), start=1)),
            index=index,
            index_text=decimal_text(index.printed) if index else "",
            grade_text=str(index.grade) if index else "",
            recomputed=decimal_text(index.computed) if index and index.differs else "",
            notes=tuple(notes_on_numbers(facts)),
            origin=origin_of(facts),
            method=method_sentence(facts),
            formula=index_formula(facts),
            chart=chart_of(facts),
            profile=profile_of(facts),
        )


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One RTL of Tabel 2.2: a mark or none for each month of the window."""

    point: str
    programme: str
    details: tuple[str, ...]
    marks: tuple[bool, ...]
    months: str
    responsible: tuple[str, ...]

    @classmethod
    def of(cls, fact: PlanFact, columns: Sequence[Month], facts: Facts) -> Self:
        plan = fact.plan
        # A unit that is alone coordinates nobody.
        leads = (plan.lead,) if plan.lead and plan.units != (plan.lead,) else ()
        coordinators = tuple(f"Koordinator: {name}" for name in facts.unit_names(leads))
        services = (f"Layanan: {join_list(list(plan.services))}",) if plan.services else ()
        continued = (f"Meneruskan: {plan.continues.name}",) if plan.continues else ()
        return cls(
            point=fact.point,
            programme=plan.programme,
            details=(*(f"{label}: {text}" for label, text in details_of(plan)), *services, *continued),
            marks=tuple(month in plan.months for month in columns),
            months=months_text(plan.months) or NONE,
            responsible=(*facts.responsible(plan), *coordinators) or (NONE,),
        )


@dataclass(frozen=True, slots=True)
class PlanGroup:
    number: int
    element: str
    rows: tuple[PlanRow, ...]


@dataclass(frozen=True, slots=True)
class PlanTable:
    """Tabel 2.2. ``months`` (short name, year) is empty where the window is too long for columns.

    Then the months of each plan stand as text. ``elements_head_rows``: they have no column of their own.
    """

    head: TableHead
    months: tuple[tuple[str, int], ...]
    groups: tuple[PlanGroup, ...]
    columns: int
    elements_head_rows: bool

    @classmethod
    def of(cls, facts: Facts) -> Self:
        followup = facts.cycle.followup
        window = months_between(followup.start, followup.end)
        columns = window if len(window) <= MONTHS_IN_COLUMNS else ()
        elements_head_rows = len(columns) > MONTHS_BESIDE_ELEMENTS
        return cls(
            head=TableHead(
                label="Tabel 2.2",
                title=f"Rencana Tindak Lanjut per Unsur Prioritas SKM {whose(facts)}",
                anchor="tabel-2-2",
                legend=(),
            ),
            months=tuple((short_month(month), month.year) for month in columns),
            groups=tuple(
                PlanGroup(
                    priority.number,
                    priority.element.name,
                    tuple(PlanRow.of(fact, columns, facts) for fact in priority.plans),
                )
                for priority in facts.priorities
            ),
            columns=(3 if elements_head_rows else 4) + (len(columns) or 1),
            elements_head_rows=elements_head_rows,
        )


@dataclass(frozen=True, slots=True)
class Plans:
    entry: Entry
    results: Results
    priorities: Section
    plans: Section
    table: PlanTable
    upkeep: Section
    services: ServiceTable | None

    @property
    def sections(self) -> tuple[Section, ...]:
        return self.results.section, self.priorities, self.plans, self.upkeep

    @property
    def tables(self) -> tuple[TableHead, ...]:
        last = (self.services.head,) if self.services else ()
        return (self.results.head, self.table.head, *last)


def plans_of(facts: Facts) -> Plans:
    return Plans(
        entry=Entry("BAB II", "DESKRIPSI RENCANA TINDAK LANJUT", "bab-2", 1),
        results=Results.of(facts),
        priorities=section("2.2", facts),
        plans=section("2.3", facts),
        table=PlanTable.of(facts),
        upkeep=section("2.4", facts),
        services=service_table(facts),
    )
