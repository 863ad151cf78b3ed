"""Bab IV of the survey report, Analisis: strong and weak elements, what is planned, and how the index went. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reports.document.chapters.cells import NONE, whose
from reports.document.chapters.plans import PlanTable
from reports.document.chapters.trend import Trend, trend_of
from reports.document.facts import ElementFact, Facts
from reports.document.placeholders import resolve
from reports.document.shapes import Entry, Section, TableHead
from reports.survey_report.parts import as_typed, paragraph, part
from reports.survey_report.source import SurveyReportSource
from reports.words.language import begun_large, count_word, decimal_text, integer_text, paragraphs_of
from reports.words.prose import Block

FEW = 3
"""Of so many lowest and so many highest elements the analysis speaks."""
_NOTHING = "Nilai survei belum dimasukkan, sehingga belum ada yang dianalisis."
_EQUAL = "Semua unsur memperoleh nilai yang sama, yaitu {{ nilai_tertinggi }}."
_PLANNED = (
    "Berdasarkan hasil dan analisis tersebut ditetapkan {{ jumlah_prioritas }} unsur prioritas, yaitu "
    "{{ daftar_prioritas }}, dengan {{ jumlah_rtl }} rencana tindak lanjut (RTL) yang disajikan dalam Tabel 4.1."
)
_UNPLANNED = "Rencana tindak lanjut (RTL) atas hasil survei ini belum disusun."
_CHOSEN = (
    "Unsur prioritas yang ditetapkan adalah {{ daftar_prioritas }}. Rencana tindak lanjut (RTL) atasnya belum disusun."
)
_DISCUSSED = "Hasil survei dan rencana tindak lanjutnya dibahas dalam:"


@dataclass(frozen=True, slots=True)
class Analysis:
    entry: Entry
    elements: Section
    planned: Section
    plans: PlanTable
    development: Section
    trend: Trend | None

    @property
    def sections(self) -> tuple[Section, ...]:
        return (self.elements, self.planned, self.development)

    @property
    def has_plans(self) -> bool:
        """Whether there is anything to put into Tabel 4.1."""
        return any(group.rows for group in self.plans.groups)

    @property
    def tables(self) -> tuple[TableHead, ...]:
        plans = self.plans.head if self.has_plans else None
        return tuple(filter(None, (plans, self.trend.head if self.trend else None)))


def analysis_of(source: SurveyReportSource) -> Analysis:
    facts = source.facts
    table = PlanTable.of(facts)
    trend = trend_of(facts, "Tabel 4.2", "tabel-4-2", "Grafik 4.1", "grafik-4-1")
    head = TableHead("Tabel 4.1", f"Rencana Tindak Lanjut SKM {whose(facts)}", "tabel-4-1", table.head.legend)
    return Analysis(
        entry=Entry("BAB IV", "ANALISIS HASIL SURVEI", "bab-4", 1),
        elements=part("4.1", "", facts, *_elements(facts), *_said(source)),
        planned=part("4.2", _planned(facts), facts, *_discussed(facts)),
        plans=replace(table, head=head),
        development=part("4.3", "", facts, paragraph(trend.text if trend else _development(facts))),
        trend=trend and replace(trend, rows=(*trend.rows[:-1], replace(trend.rows[-1], plans=NONE))),
    )


def _planned(facts: Facts) -> str:
    if facts.plans:
        return _PLANNED
    return _CHOSEN if facts.priorities else _UNPLANNED


def _elements(facts: Facts) -> Iterator[Block]:
    """The lowest and the highest elements; those of one score stand together, and none stands in both lists."""
    scored = sorted((e for e in facts.elements.values() if e.score is not None), key=lambda e: e.rank)
    if not scored:
        yield paragraph(_NOTHING)
        return
    if facts.all_equal:
        yield from resolve(_EQUAL, facts).blocks
        return
    lowest = [e for e in scored if e.rank <= FEW and e.rank < scored[-1].rank]
    threshold = sorted((e.rank for e in scored), reverse=True)[:FEW][-1]
    highest = [e for e in reversed(scored) if e.rank >= threshold and e not in lowest]
    few, many = (begun_large(count_word(len(those))) for those in (lowest, highest))
    yield paragraph(f"{few} unsur dengan nilai terendah, yang perlu diperbaiki, adalah:")
    yield as_typed(map(_valued, lowest))
    yield paragraph(f"{many} unsur dengan nilai tertinggi, yang perlu dijaga, adalah:")
    yield as_typed(map(_valued, highest))


def _valued(element: ElementFact) -> str:
    return f"{element.name}: NRR {element.score_text}, mutu {element.grade}"


def _said(source: SurveyReportSource) -> Iterator[Block]:
    """What respondents wrote, as far as it was released."""
    if not source.suggestions:
        return
    yield paragraph("Saran dan masukan responden antara lain sebagai berikut:")
    yield as_typed(_suggestions(source.suggestions))
    if source.unprinted:
        yield paragraph(f"{begun_large(count_word(source.unprinted))} saran lain tidak dimuat dalam laporan ini.")


def _suggestions(suggestions: Iterable[tuple[str, int]]) -> Iterator[str]:
    for text, times in suggestions:
        yield f"{' '.join(text.split())} ({integer_text(times)} responden)" if times > 1 else " ".join(text.split())


def _discussed(facts: Facts) -> Iterator[Block]:
    if forums := paragraphs_of(facts.cycle.survey.forums):
        yield paragraph(_DISCUSSED)
        yield as_typed(forums)


def _development(facts: Facts) -> str:
    """What is told where there are too few periods for a trend."""
    before = next((each for each in facts.source.earlier if each.index is not None), None)
    if before is None or before.index is None:
        return "Nilai SKM periode sebelumnya tidak tercatat, sehingga tren belum dapat disajikan."
    return (
        f"IKM {before.label} adalah {decimal_text(before.index)}. Tren disajikan dalam tabel dan grafik apabila nilai "
        "dari tiga periode atau lebih tersedia."
    )
