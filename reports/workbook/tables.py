"""The tables of a report as pages of a workbook: what the document prints, numbers and days as such. Pure."""

from collections.abc import Iterable

from offices.spreadsheets.pages import Column, Page, Total, Value
from reports.document.chapters.cells import NONE
from reports.document.chapters.offering import HIDING
from reports.document.chapters.profile import MARK
from reports.document.facts import plans_in
from reports.document.fields import HEADS
from reports.document.model import ReportDocument
from reports.document.shapes import Proof
from reports.words.language import months_text
from reports.workbook.cells import NUMBER, printed_number
from reports.workbook.evaluation import evaluation_pages
from reports.workbook.heads import head_lines, title_of

NO_PLANS = "Belum ada rencana tindak lanjut."
CONVERTED = Column("Nilai Konversi", 12, places=2, align="center")


def table_pages(document: ReportDocument) -> tuple[Page, ...]:
    """Tabel 2.1, 2.2, 2.3, 3.1, 3.2, those of 3.3, and 4.1 in the order of the report, as far as it has them."""
    pages = (
        _results(document),
        _plans(document),
        _services(document),
        _realisation(document),
        _upkeep(document),
        *evaluation_pages(document),
        _strategies(document),
    )
    return tuple(page for page in pages if page is not None)


def _results(document: ReportDocument) -> Page:
    results = document.plans.results
    notes: tuple[str, ...] = (
        f"Keterangan: NRR adalah nilai rata-rata unsur pada skala 1–4; Nilai Konversi = NRR × 25; {results.formula}.",
    )
    if results.method:
        notes += (results.method,)
    if results.recomputed:
        notes += (
            "IKM dalam tabel ini mengikuti laporan SKM yang telah dipublikasikan; perhitungan ulang dari nilai unsur "
            f"menghasilkan {results.recomputed}.",
        )
    notes += results.notes
    total = None
    if results.index:
        total = Total("Indeks Kepuasan Masyarakat (IKM)", 3, (results.index.printed, results.grade_text))
    return Page(
        name=results.head.label,
        title=title_of(results.head),
        lines=head_lines(document),
        columns=(
            NUMBER,
            Column("Unsur Pelayanan", 40),
            _score_column(document),
            CONVERTED,
            Column(HEADS["Tabel 2.1", "declared_grades"], 18, align="center"),
        ),
        rows=tuple(
            (row.number, row.element, row.score or NONE, printed_number(row.converted_text), row.category)
            for row in results.rows
        ),
        total=total,
        notes=notes,
    )


def profile_page(document: ReportDocument) -> Page | None:
    """Who answered, as the report prints it: small counts that it hides are hidden here, too."""
    profile = document.plans.results.profile
    if profile is None:
        return None
    return Page(
        name=profile.title,
        title=profile.title,
        lines=head_lines(document),
        columns=(Column("Menurut", 22), Column("Kelompok", 44), Column("Jumlah responden", 18, align="center")),
        rows=tuple(
            (row.label, cell.label, MARK if cell.count is None else cell.count)
            for row in profile.rows
            for cell in row.cells
        ),
        notes=(profile.note,) if profile.note else (),
    )


def _score_column(document: ReportDocument) -> Column:
    """The score with as many decimals as the report gives it."""
    texts = [row.score_text for row in document.plans.results.rows if row.score is not None]
    places = max((len(text.partition(",")[2]) for text in texts), default=2)
    return Column(HEADS["Tabel 2.1", "scores"], 12, places=places, align="center")


def _plans(document: ReportDocument) -> Page:
    table = document.plans.table
    months = tuple(Column(f"{month}\n{year}", 6, align="center") for month, year in table.months)
    rows: list[tuple[Value, ...]] = []
    for group in table.groups:
        for row in group.rows:
            when = tuple("•" if mark else "" for mark in row.marks) if table.months else (row.months,)
            programme = "\n".join((row.programme, *row.details))
            rows.append((f"{group.number} {row.point}", group.element, programme, *when, "\n".join(row.responsible)))
        if not group.rows:
            blank = ("",) * (len(table.months) or 1)
            rows.append((str(group.number), group.element, "Belum ada RTL.", *blank, ""))
    marks = ("Tanda • menunjukkan bulan yang direncanakan.",) if table.months else ()
    return Page(
        name=table.head.label,
        title=title_of(table.head),
        lines=head_lines(document),
        columns=(
            Column("No", 7, align="center"),
            Column("Prioritas Unsur", 20),
            Column(HEADS["Tabel 2.2", "programme"], 46),
            *(months or (Column(HEADS["Tabel 2.2", "months"], 28),)),
            Column(HEADS["Tabel 2.2", "units"], 28),
        ),
        rows=tuple(rows),
        notes=(*marks, *table.head.legend, *document.introduction.abbreviations),
        empty=NO_PLANS,
        landscape=True,
    )


def _services(document: ReportDocument) -> Page | None:
    table = document.plans.services
    if table is None:
        return None
    elements = tuple(row.element for row in document.plans.results.rows)
    return Page(
        name=table.head.label,
        title=title_of(table.head),
        lines=head_lines(document),
        columns=(
            NUMBER,
            Column("Jenis Layanan", 30),
            Column("Responden", 11, align="center"),
            *(Column(element, 13, places=2, align="center") for element in elements),
            Column("IKM", 9, places=2, align="center"),
            Column("Mutu", 8, align="center"),
        ),
        rows=tuple(
            (
                number,
                row.name,
                printed_number(row.respondents),
                *map(printed_number, row.scores),
                printed_number(row.index),
                row.grade,
            )
            for number, row in enumerate(table.rows, start=1)
        ),
        notes=(HIDING,) if HIDING in table.head.legend else (),
        landscape=True,
    )


def _realisation(document: ReportDocument) -> Page:
    """With the days of completion in a column of their own, so that one can count and sort by them."""
    chapter = document.realisation
    promised = {(fact.number, fact.point): fact.plan for fact in plans_in(document.source.followup)}
    rows: list[tuple[Value, ...]] = []
    for group in chapter.groups:
        for row in group.rows:
            done = promised[group.number, row.point].realisation
            rows.append(
                (
                    f"{group.number} {row.point}",
                    group.element,
                    row.programme,
                    row.status,
                    row.planned,
                    months_text(done.months) if done.months else NONE,
                    done.completed_on,
                    row.lateness,
                    "\n".join(row.description),
                    _evidence(row.proofs, row.evidence),
                    "\n".join(row.obstacle),
                )
            )
    return Page(
        name=chapter.head.label,
        title=title_of(chapter.head),
        lines=head_lines(document),
        columns=(
            Column("No", 7, align="center"),
            Column("Prioritas Unsur", 16),
            Column("Rencana Tindak Lanjut", 34),
            Column(HEADS["Tabel 3.1", "status"], 14, align="center"),
            Column("Rencana", 16),
            Column("Pelaksanaan", 16),
            Column("Tanggal selesai", 12, align="center"),
            Column("Keterlambatan", 14),
            Column(HEADS["Tabel 3.1", "description"], 50),
            Column(HEADS["Tabel 3.1", "photos"], 16),
            Column(HEADS["Tabel 3.1", "obstacle"], 30),
        ),
        rows=tuple(rows),
        empty=NO_PLANS,
        notes=chapter.head.legend,
        landscape=True,
    )


def _evidence(proofs: Iterable[Proof], beside: str) -> str:
    """Where the annex shows it: by its figures, since a workbook does not know the pages of the report."""
    figures = ", ".join(figure for proof in proofs for figure in proof.figures)
    shown = f"Lampiran (Gambar {figures})" if figures else "Lampiran" if tuple(proofs) else ""
    return ", ".join(filter(None, (shown, beside)))


def _upkeep(document: ReportDocument) -> Page | None:
    chapter = document.realisation
    if chapter.upkeep_head is None:
        return None
    scores = {row.element: row.score for row in document.plans.results.rows}
    return Page(
        name=chapter.upkeep_head.label,
        title=title_of(chapter.upkeep_head),
        lines=head_lines(document),
        columns=(
            NUMBER,
            Column(HEADS["Tabel 3.2", "element"], 22),
            _score_column(document),
            CONVERTED,
            Column(HEADS["Tabel 2.1", "declared_grades"], 16, align="center"),
            Column(HEADS["Tabel 3.2", "activity"], 50),
            Column(HEADS["Tabel 3.2", "photos"], 18),
            Column(HEADS["Tabel 3.2", "units"], 26),
        ),
        rows=tuple(
            (
                row.number,
                row.element,
                scores[row.element] or NONE,
                printed_number(row.converted_text),
                row.category,
                "\n".join(row.activity),
                _evidence(row.proofs, row.evidence),
                "\n".join(row.responsible),
            )
            for row in chapter.upkeep_rows
        ),
        notes=(*chapter.upkeep_head.legend, *document.introduction.abbreviations),
        landscape=True,
    )


def _strategies(document: ReportDocument) -> Page | None:
    chapter = document.conclusion
    if chapter.head is None:
        return None
    return Page(
        name=chapter.head.label,
        title=title_of(chapter.head),
        lines=head_lines(document),
        columns=(
            NUMBER,
            Column("RTL", 40),
            Column(HEADS["Tabel 4.1", "strategy"], 50),
            Column(HEADS["Tabel 4.1", "latest"], 24),
            Column(HEADS["Tabel 4.1", "units"], 26),
        ),
        rows=tuple(
            (row.point, row.programme, "\n".join(row.strategy), row.target, "\n".join(row.responsible))
            for row in chapter.rows
        ),
        notes=(*chapter.head.legend, *document.introduction.abbreviations),
        landscape=True,
    )
