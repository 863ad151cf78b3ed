"""Rules on what must be there: scores, plans, proof, reasons, strategies, texts. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from followups.points import letter
from reports.cycle.model import Plan
from reports.document import ReportDocument, Section
from reports.finding import Found, Place, Rule
from reports.language import decimal_text, join_list

PLAN_CHAPTER, DONE_CHAPTER, END_CHAPTER = "Bab II", "Bab III", "Bab IV"


@dataclass(frozen=True, slots=True)
class Row:
    """A plan with its place in the tables: ``1 b``."""

    point: str
    plan: Plan


def rows(document: ReportDocument) -> Iterator[Row]:
    for number, priority in enumerate(document.source.followup.priorities, start=1):
        for position, plan in enumerate(priority.plans):
            yield Row(f"{number} {letter(position)}", plan)


def open_rows(document: ReportDocument) -> Iterator[Row]:
    return (row for row in rows(document) if row.plan.realisation.status != "done")


def done_rows(document: ReportDocument) -> Iterator[Row]:
    return (row for row in rows(document) if row.plan.realisation.status == "done")


def _planned(row: Row, field: str) -> Place:
    return Place(PLAN_CHAPTER, "Tabel 2.2", row.point, field)


def _realised(row: Row, field: str) -> Place:
    return Place(DONE_CHAPTER, "Tabel 3.1", row.point, field)


def _completed(row: Row, field: str) -> Place:
    return Place(END_CHAPTER, "Tabel 4.1" if field != "Alasan" else "", row.point, field)


def scores_missing(document: ReportDocument) -> Found:
    if document.plans.results.index is None:
        yield Place(PLAN_CHAPTER, "Tabel 2.1", "", "Nilai"), "Nilai unsur belum dimasukkan; masukkan nilai semua unsur."


def index_unexplained(document: ReportDocument) -> Found:
    index = document.plans.results.index
    if index and index.declared is not None and not index.declared_is_explained:
        yield (
            Place(PLAN_CHAPTER, "Tabel 2.1", "", "IKM"),
            f"IKM yang dipublikasikan, {decimal_text(index.declared)}, tidak dapat diperoleh dari nilai unsur "
            f"({decimal_text(index.envelope.lowest)}–{decimal_text(index.envelope.highest)}), sehingga yang dicetak "
            f"adalah {decimal_text(index.computed)}; periksa nilai unsur atau IKM yang dipublikasikan.",
        )


def no_priority(document: ReportDocument) -> Found:
    if not document.source.followup.priorities:
        yield Place(PLAN_CHAPTER, "", "", "Unsur prioritas"), "Unsur prioritas belum ditetapkan; pilih unsur prioritas."


def priority_without_plan(document: ReportDocument) -> Found:
    for number, priority in enumerate(document.source.followup.priorities, start=1):
        if not priority.plans:
            name = document.element_names[priority.element]
            yield (
                Place(PLAN_CHAPTER, "Tabel 2.2", str(number)),
                f"Unsur prioritas {name} belum mempunyai RTL; tambahkan RTL atau keluarkan unsur ini dari prioritas.",
            )


def plan_without_month(document: ReportDocument) -> Found:
    for row in rows(document):
        if not row.plan.months:
            yield _planned(row, "Waktu"), "RTL belum dijadwalkan; tandai bulan pelaksanaannya."


def plan_without_unit(document: ReportDocument) -> Found:
    for row in rows(document):
        if not row.plan.units:
            yield _planned(row, "Penanggung Jawab"), "RTL belum mempunyai penanggung jawab; pilih unitnya."


def done_without_proof(document: ReportDocument) -> Found:
    for row in done_rows(document):
        if not row.plan.evidence.photos:
            yield (
                _realised(row, "Dokumentasi Kegiatan"),
                "RTL berstatus Sudah tetapi belum ada bukti dukung; unggah sedikitnya satu foto atau ubah statusnya.",
            )


def done_without_description(document: ReportDocument) -> Found:
    for row in done_rows(document):
        if not row.plan.realisation.description:
            yield (
                _realised(row, "Deskripsi Realisasi"),
                "RTL berstatus Sudah tetapi realisasinya belum diuraikan; isi deskripsinya.",
            )


def open_without_reason(document: ReportDocument) -> Found:
    for row in open_rows(document):
        if not (row.plan.completion and row.plan.completion.reason):
            yield _completed(row, "Alasan"), "RTL belum dilaksanakan dan alasannya belum diisi; isi alasannya."


def open_without_strategy(document: ReportDocument) -> Found:
    for row in open_rows(document):
        possible = row.plan.realisation.status != "impossible"
        if possible and not (row.plan.completion and row.plan.completion.strategy):
            yield (
                _completed(row, "Strategi Penyelesaian"),
                "RTL belum dilaksanakan dan strategi penyelesaiannya belum diisi; isi strateginya.",
            )


def strategy_without_target(document: ReportDocument) -> Found:
    for row in open_rows(document):
        completion = row.plan.completion
        if completion and completion.strategy and completion.months_max is None:
            yield (
                _completed(row, "Target Waktu Penyelesaian"),
                "Strategi belum mempunyai batas waktu; isi jumlah bulan paling lambat.",
            )


def upkeep_without_activity(document: ReportDocument) -> Found:
    for number, item in enumerate(document.source.followup.upkeep, start=1):
        if not item.activity:
            yield (
                Place(DONE_CHAPTER, "Tabel 3.2", str(number), "Bentuk Realisasi"),
                "Bentuk realisasi pemeliharaan belum diisi; uraikan apa yang dilaksanakan.",
            )


def unknown_placeholder(document: ReportDocument) -> Found:
    for section in sections_of(document):
        if section.unknown_placeholders:
            names = join_list([f"{{{{ {name} }}}}" for name in section.unknown_placeholders])
            yield (
                Place("Teks laporan", "", "", f"{section.number} {section.title}".strip()),
                f"Isian otomatis {names} tidak dikenal atau tidak berdiri sendiri sebagai paragraf; hapus atau "
                "ganti dengan isian yang tersedia.",
            )


def sections_of(document: ReportDocument) -> tuple[Section, ...]:
    """Every section of the report, in its order."""
    plans, done, end = document.plans, document.realisation, document.conclusion
    return (
        document.preface.section,
        *document.introduction.sections,
        *(plans.results.section, plans.priorities, plans.plans, plans.upkeep),
        *(done.introduction, done.priorities, done.upkeep, done.evaluation),
        *(end.opening, end.closing),
    )


def example_photos(document: ReportDocument) -> Found:
    drawn = [str(figure.number) for figure in document.annex.figures if figure.is_placeholder]
    if drawn:
        yield (
            Place("Lampiran", "", "", "Foto"),
            f"Sebanyak {len(drawn)} foto hanya gambar contoh; ganti dengan foto yang sebenarnya.",
        )


RULES = (
    Rule("K01", "block", "Nilai unsur belum dimasukkan.", scores_missing),
    Rule("N3", "warn", "IKM yang dipublikasikan berada di luar rentang pembulatan nilai unsur.", index_unexplained),
    Rule("K02", "block", "Unsur prioritas belum ditetapkan.", no_priority),
    Rule("K03", "block", "Unsur prioritas tanpa RTL.", priority_without_plan),
    Rule("K04", "warn", "RTL tanpa bulan pelaksanaan.", plan_without_month),
    Rule("K05", "warn", "RTL tanpa penanggung jawab.", plan_without_unit),
    Rule("K06", "block", "RTL berstatus Sudah tanpa bukti dukung.", done_without_proof),
    Rule("K07", "warn", "RTL berstatus Sudah tanpa deskripsi realisasi.", done_without_description),
    Rule("K08", "block", "RTL yang belum dilaksanakan tanpa alasan.", open_without_reason),
    Rule("K09", "block", "RTL yang belum dilaksanakan tanpa strategi penyelesaian.", open_without_strategy),
    Rule("K10", "warn", "Strategi penyelesaian tanpa batas waktu.", strategy_without_target),
    Rule("K11", "warn", "Pemeliharaan tanpa bentuk realisasi.", upkeep_without_activity),
    Rule("K12", "block", "Isian otomatis yang tidak dikenal dalam teks laporan.", unknown_placeholder),
    Rule("K13", "warn", "Foto contoh dipakai sebagai bukti dukung.", example_photos),
)
