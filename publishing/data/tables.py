"""Open data: what is told of signed periods as tables, with the columns that open-data portals use. Pure.

docs/opendata.md says what each column means.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from publishing.open.period import OpenPeriod

Cell = str | int | Decimal | None
OF_OFFICE = ("kode_satuan_kerja", "nama_satuan_kerja", "kode_induk", "nama_induk", "periode", "nama_periode")
HIDDEN = "disembunyikan"


@dataclass(frozen=True, slots=True)
class OfOffice:
    """Whose periods they are; ``parent``: code and name of the office above, both empty where there is none."""

    code: str
    name: str
    parent: tuple[str, str]
    periods: tuple[OpenPeriod, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """``rows`` are as long as ``columns``; the first column is the number of a row."""

    name: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def table_of(name: str, offices: Iterable[OfOffice]) -> Table:
    """The table of this name; raises KeyError for none of TABLES."""
    title, columns, rows_of = TABLES[name]
    told = [
        (office.code, office.name, *office.parent, when.code, when.label, *row, when.year)
        for office in offices
        for period in office.periods
        for when in [period.period]
        for row in rows_of(period)
    ]
    return Table(
        name, title, ("id", *OF_OFFICE, *columns, "tahun"), tuple((n, *row) for n, row in enumerate(told, start=1))
    )


def _index(period: OpenPeriod) -> Iterator[Sequence[Cell]]:
    days = [day.isoformat() if day else "" for day in (period.start, period.end, period.behind.dated)]
    grade, behind = period.grade, period.behind
    yield (grade.letter, grade.label, period.respondents, *days, behind.code, period.index, "indeks 25–100")


def _elements(period: OpenPeriod) -> Iterator[Sequence[Cell]]:
    for each in period.elements:
        yield (each.key, each.name, each.score, each.grade.letter, each.points, "indeks 25–100")


def _respondents(period: OpenPeriod) -> Iterator[Sequence[Cell]]:
    for margin in period.margins:
        for each in margin.classes:
            note = HIDDEN if each.count is None else ""
            yield (margin.key, margin.label, each.key, each.label, note, each.count, "orang")


def _plans(period: OpenPeriod) -> Iterator[Sequence[Cell]]:
    for plan in period.plans:
        is_done = int(plan.status == "done")
        element = (plan.element, plan.element_name)
        yield (*element, plan.point, plan.programme, plan.status, plan.told, is_done, "selesai (1) atau belum (0)")


TABLES = {
    "indeks": (
        "Indeks Kepuasan Masyarakat",
        (
            *("mutu", "kinerja", "jumlah_responden", "survei_mulai", "survei_selesai", "tanggal_laporan"),
            *("kode_verifikasi", "nilai", "satuan"),
        ),
        _index,
    ),
    "unsur": (
        "Nilai unsur pelayanan",
        ("kode_unsur", "nama_unsur", "nilai_rata_rata", "mutu", "nilai", "satuan"),
        _elements,
    ),
    "responden": (
        "Responden menurut kelompok",
        ("kode_kelompok", "nama_kelompok", "kode_kategori", "nama_kategori", "keterangan", "nilai", "satuan"),
        _respondents,
    ),
    "tindak-lanjut": (
        "Rencana tindak lanjut dan statusnya",
        ("kode_unsur", "nama_unsur", "nomor", "program", "kode_status", "status", "nilai", "satuan"),
        _plans,
    ),
}
"""By name: title, the columns between those of the office and the year, and what gives the rows of a period."""
