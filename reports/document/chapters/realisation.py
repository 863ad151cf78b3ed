"""Bab III, Realisasi Rencana Tindak Lanjut: what was done of each plan, and how high elements were kept up. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

from followups.months import Month
from followups.progress import PLAIN_STATUS, PRINTED_STATUS, is_late
from reports.cycle.model import Evidence
from reports.document.chapters.annex import AnnexPlan
from reports.document.chapters.cells import NONE, NOT_FILLED_IN, converted_text, whose
from reports.document.chapters.evaluation import Evaluation, evaluation_of
from reports.document.facts import Facts, PlanFact, UpkeepFact
from reports.document.sections import section
from reports.document.shapes import Entry, Proof, Section, TableHead
from reports.words.answers import says_none
from reports.words.language import begun_large, date_text, month_text, months_text, paragraphs_of

NO_PHOTO = "Tanpa foto"
PAST_ITS_PLAN, LATE = "Lewat waktu rencana", "Terlambat"
THERE_IS_NONE = "Tidak ada"


@dataclass(frozen=True, slots=True)
class RealisationRow:
    """``planned``, ``carried_out``: months, the second empty while unknown; ``lateness``: empty where it is on time.

    ``evidence``: what there is beside figures, or that there is none.
    """

    point: str
    programme: str
    status: str
    status_key: str
    planned: str
    carried_out: str
    completed: str
    lateness: str
    description: tuple[str, ...]
    proofs: tuple[Proof, ...]
    evidence: str
    obstacle: tuple[str, ...]

    @classmethod
    def of(cls, fact: PlanFact, annex: AnnexPlan, facts: Facts) -> Self:
        done = fact.plan.realisation
        blank = NOT_FILLED_IN if fact.done else NONE
        obstacle = done.obstacle or ""
        return cls(
            point=fact.point,
            programme=fact.plan.programme,
            status=(PLAIN_STATUS if facts.has_plain_statuses else PRINTED_STATUS)[done.status],
            status_key=done.status,
            planned=months_text(fact.plan.months) or NONE,
            carried_out=months_text(done.months),
            completed=date_text(done.completed_on) if done.completed_on else "",
            lateness=_lateness(fact, facts.report_base),
            description=paragraphs_of(done.description or "") or (blank,),
            proofs=annex.proofs_at(("plan", fact.number, fact.point)),
            evidence=_beside_photos(fact.plan.evidence, is_told=fact.done),
            obstacle=(THERE_IS_NONE,) if says_none(obstacle) else paragraphs_of(obstacle) or (NONE,),
        )


def _beside_photos(evidence: Evidence, *, is_told: bool) -> str:
    """What else is proof in the annex; that there is none of what is told; empty where photos say it all."""
    pages = "laman web" if evidence.web_pages else ""
    if evidence.photos:
        return f"serta {pages}" if pages else ""
    return begun_large(pages) or ("Uraian tertulis" if evidence.note else NO_PHOTO if is_told else NONE)


def _lateness(fact: PlanFact, reported: Month) -> str:
    """Of a done plan the months from the last that was planned to its end; of an open one if the report is later."""
    done = fact.plan.realisation
    if not fact.plan.months or fact.impossible:
        return ""
    planned = max(fact.plan.months)
    if is_late(done.status, fact.plan.months, reported):
        return PAST_ITS_PLAN
    ended = Month.of(done.completed_on) if done.completed_on else max(done.months, default=planned)
    months = planned.months_to(ended) if fact.done else 0
    return f"{LATE} {months} bulan" if months > 0 else ""


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
    converted_text: str
    category: str
    activity: tuple[str, ...]
    proofs: tuple[Proof, ...]
    evidence: str
    responsible: tuple[str, ...]

    @classmethod
    def of(cls, item: UpkeepFact, annex: AnnexPlan, facts: Facts) -> Self:
        return cls(
            number=item.number,
            element=item.element.name,
            score_text=item.element.score_text or NONE,
            converted_text=converted_text(item.element),
            category=str(item.element.grade or NONE),
            activity=paragraphs_of(item.data.activity or "") or (NOT_FILLED_IN,),
            proofs=annex.proofs_at(("upkeep", item.number, "")),
            evidence=_beside_photos(item.data.evidence, is_told=bool(item.data.activity)),
            responsible=facts.responsible(item.data) or (NONE,),
        )


@dataclass(frozen=True, slots=True)
class RealisationChapter:
    """``upkeep_head`` is None where there is no upkeep, and no Tabel 3.2."""

    entry: Entry
    introduction: Section
    priorities: Section
    head: TableHead
    groups: tuple[RealisationGroup, ...]
    upkeep: Section
    upkeep_head: TableHead | None
    upkeep_rows: tuple[UpkeepRow, ...]
    evaluation: Evaluation

    @property
    def sections(self) -> tuple[Section, ...]:
        return self.introduction, self.priorities, self.upkeep, self.evaluation.section

    @property
    def tables(self) -> tuple[TableHead, ...]:
        of_upkeep = (self.upkeep_head,) if self.upkeep_head else ()
        return self.head, *of_upkeep, *self.evaluation.tables


def realisation_of(facts: Facts, annex: AnnexPlan) -> RealisationChapter:
    groups = tuple(
        RealisationGroup(
            priority.number,
            priority.element.name,
            tuple(RealisationRow.of(fact, annex, facts) for fact in priority.plans),
        )
        for priority in facts.priorities
    )
    caption = f"Realisasi Rencana Tindak Lanjut SKM {whose(facts)}"
    return RealisationChapter(
        entry=Entry("BAB III", "REALISASI RENCANA TINDAK LANJUT", "bab-3", 1),
        introduction=section("3", facts),
        priorities=section("3.1", facts),
        head=TableHead("Tabel 3.1", caption, "tabel-3-1", tuple(_legend(groups, facts.report_base))),
        groups=groups,
        upkeep=section("3.2", facts),
        upkeep_head=_upkeep_head(facts),
        upkeep_rows=tuple(UpkeepRow.of(item, annex, facts) for item in facts.upkeep),
        evaluation=evaluation_of(facts, first=3 if facts.upkeep else 2),
    )


def _legend(groups: Iterable[RealisationGroup], reported: Month) -> Iterator[str]:
    """What is said of time beneath a status, as far as it is said of any plan."""
    told = {row.lateness for group in groups for row in group.rows}
    if PAST_ITS_PLAN in told:
        passed = f"sedangkan bulan terakhir rencananya sudah lewat pada {month_text(reported)}"
        yield f"{PAST_ITS_PLAN}: RTL belum selesai, {passed}"
    if any(words.startswith(LATE) for words in told):
        yield f"{LATE}: RTL selesai sesudah bulan terakhir rencananya"


def _upkeep_head(facts: Facts) -> TableHead | None:
    if not facts.upkeep:
        return None
    which = "Unsur Bernilai Tinggi" if facts.upkeep_is_high else "Unsur Pelayanan"
    return TableHead("Tabel 3.2", f"Realisasi Pemeliharaan {which} SKM {whose(facts)}", "tabel-3-2", ())
