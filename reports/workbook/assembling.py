"""A cycle as one workbook: its state, the tables of its report, and what was found to be wrong with it."""

from collections.abc import Iterable, Sequence

from offices.spreadsheets.pages import Book, Column, Page, Value
from offices.spreadsheets.writing import workbook_bytes
from offices.zones import today_of
from reports.document.model import ReportDocument
from reports.findings.answers import Judged, case_now, judged
from reports.words.language import month_range
from reports.workbook.cells import NUMBER
from reports.workbook.heads import head_lines
from reports.workbook.tables import CONVERTED, profile_page, table_pages
from surveys.answers.questions import QuestionLine, question_lines
from surveys.models import Lock, Survey
from surveys.scoring import grades_of


def workbook_of(survey: Survey) -> bytes:
    """The workbook (xlsx) of a cycle as it stands now; the same document that the report prints."""
    case = case_now(survey)
    document = case.document
    title = f"Tindak Lanjut SKM {document.office.short_name} {document.period_label}"
    respondents = profile_page(document)
    questions = _questions(document, question_lines(survey, grades_of(survey.instrument)))
    pages = (
        _state(survey, document),
        *table_pages(document),
        *((questions,) if questions else ()),
        *((respondents,) if respondents else ()),
        _findings(document, judged(survey, case)),
    )
    return workbook_bytes(Book(title, title, pages))


def file_name(survey: Survey) -> str:
    return f"Tindak-Lanjut-SKM-{survey.office.code}-{survey.period}.xlsx"


def _state(survey: Survey, document: ReportDocument) -> Page:
    """What one asks first, each in a row: when, how many, the index, how far the plans are."""
    cycle = document.source
    data = cycle.survey
    results = document.plans.results
    statuses = [row.status for group in document.realisation.groups for row in group.rows]
    rows: tuple[tuple[Value, Value], ...] = (
        ("Satuan kerja", document.office.name),
        ("Periode", document.period_label),
        ("Keadaan siklus", Lock(survey.lock).label),
        ("Survei mulai", data.start),
        ("Survei selesai", data.end),
        ("Tanggal laporan SKM", data.report_date),
        ("Jumlah responden", data.respondents),
        ("Populasi", data.population),
        ("Indeks Kepuasan Masyarakat (IKM)", results.index.printed if results.index else None),
        ("Mutu layanan", results.grade_text),
        ("Masa tindak lanjut", month_range(cycle.followup.start, cycle.followup.end)),
        ("Banyaknya RTL", len(statuses)),
        ("RTL berstatus Sudah", sum(status == "Sudah" for status in statuses)),
        ("Berkas ini disusun", today_of(survey.office)),
    )
    return Page(
        name="Ringkasan",
        title=document.title,
        lines=head_lines(document),
        columns=(Column("Keterangan", 36), Column("Isi", 54, places=2, align="left")),
        rows=tuple(row for row in rows if row[1] not in (None, "")),
    )


def _questions(document: ReportDocument, lines: Sequence[QuestionLine]) -> Page | None:
    """What each question found, where it is known; the report prints elements only."""
    if not lines:
        return None
    return Page(
        name="Nilai per pertanyaan",
        title="Hasil SKM per Pertanyaan",
        lines=head_lines(document),
        columns=(
            Column("Kode", 8, align="center"),
            Column("Pertanyaan", 60),
            Column("Unsur Pelayanan", 34),
            Column("Jawaban", 10, align="center"),
            Column("Nilai rata-rata", 12, places=2, align="center"),
            CONVERTED,
            Column("Mutu", 18, align="center"),
        ),
        rows=tuple(
            (line.code, line.text, line.element, line.answers, line.score, line.value, line.grade) for line in lines
        ),
        notes=("Setiap pertanyaan dibagi dengan jawaban yang ada; yang kosong tidak dihitung.",),
        landscape=True,
    )


def _findings(document: ReportDocument, found: Iterable[Judged]) -> Page:
    """What the rules say, the gravest first, with the reasons that were given; by whom stands in the portal."""
    return Page(
        name="Cek kelengkapan",
        title="Catatan Kelengkapan",
        lines=head_lines(document),
        columns=(
            NUMBER,
            Column("Tingkat", 16),
            Column("Bagian", 14),
            Column("Letak", 34),
            Column("Catatan", 70),
            Column("Alasan yang diberikan", 36),
        ),
        rows=tuple(
            (
                number,
                item.finding.severity_name,
                item.finding.place.chapter,
                item.finding.place.within_chapter,
                item.finding.message,
                item.answer.reason if item.answer else "",
            )
            for number, item in enumerate(found, start=1)
        ),
        empty="Tidak ada catatan.",
        landscape=True,
    )
