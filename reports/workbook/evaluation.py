"""The tables of section 3.3 as pages of the workbook: achievement, change since the survey before, trend. Pure."""

from collections.abc import Iterator

from offices.spreadsheets.pages import Column, Page
from reports.document.chapters.cells import NONE
from reports.document.chapters.comparison import ChangeTable
from reports.document.chapters.evaluation import Achievement
from reports.document.chapters.trend import Trend
from reports.document.model import ReportDocument
from reports.workbook.cells import NUMBER, printed_number
from reports.workbook.heads import head_lines, title_of


def evaluation_pages(document: ReportDocument) -> Iterator[Page]:
    evaluation = document.realisation.evaluation
    if evaluation.achievement:
        yield _achievement(document, evaluation.achievement)
    if evaluation.before and evaluation.before.table:
        yield _changes(document, evaluation.before.table)
    if evaluation.trend:
        yield _trend(document, evaluation.trend)


def _achievement(document: ReportDocument, part: Achievement) -> Page:
    counts = ("RTL", "Sudah", "Dalam proses", "Belum dimulai", "Tidak dapat dilaksanakan")
    return Page(
        name=part.head.label,
        title=title_of(part.head),
        lines=head_lines(document),
        columns=(
            Column("Unsur prioritas", 40),
            Column("Nilai (mutu)", 14, align="center"),
            *(Column(name, 14, align="center") for name in counts),
            Column("Capaian", 12, align="center"),
        ),
        rows=tuple(
            (
                row.element,
                row.score,
                *(row.total, row.done, row.in_progress, row.not_started, row.impossible),
                row.share.text if row.share else NONE,
            )
            for row in (*part.rows, part.total)
        ),
        notes=(part.text,),
    )


def _changes(document: ReportDocument, table: ChangeTable) -> Page:
    places = max(len(row.now.partition(",")[2]) for row in table.rows)
    was_priority = (Column(f"Prioritas {table.before}", 16, align="center"),) if table.has_priorities else ()
    return Page(
        name=table.head.label,
        title=title_of(table.head),
        lines=head_lines(document),
        columns=(
            NUMBER,
            Column("Unsur Pelayanan", 40),
            *(Column(f"NRR {period}", 14, places=places, align="center") for period in (table.before, table.now)),
            Column("Perubahan", 16, align="center"),
            *was_priority,
        ),
        rows=tuple(
            (
                row.number,
                row.element,
                printed_number(row.before),
                printed_number(row.now),
                row.change,
                *((row.was_priority,) if table.has_priorities else ()),
            )
            for row in table.rows
        ),
    )


def _trend(document: ReportDocument, trend: Trend) -> Page:
    return Page(
        name=trend.head.label,
        title=title_of(trend.head),
        lines=head_lines(document),
        columns=(
            Column("Periode", 30),
            Column("IKM", 12, places=2, align="center"),
            Column("Mutu", 18, align="center"),
            Column("Perubahan menurut hasil survei", 34),
            Column("RTL selesai", 18, align="center"),
        ),
        rows=tuple((row.period, printed_number(row.index), row.grade, row.change, row.plans) for row in trend.rows),
        notes=(trend.text, *trend.head.legend),
    )
