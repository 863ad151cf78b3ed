"""What PEKPPP lays down on surveys of satisfaction: indicators, levels, weights, as dated rows with their source. Pure.

A change of the regulation is a new row of ``SCHEMES``. What the number of an indicator is compared with stands in its
row; how the number is found is told by its ``measure``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum


class Measure(Enum):
    """What is counted: steps of the survey, kinds of media, per cent of plans done, months until all are done."""

    CONDUCT = "conduct"
    MEDIA = "media"
    DONE = "done"
    SPEED = "speed"


@dataclass(frozen=True, slots=True)
class Bound:
    """The value with which a level is reached; one that is ``open`` has to be passed."""

    value: Decimal
    open: bool = False


@dataclass(frozen=True, slots=True)
class Indicator:
    """``weight``: per cent of its aspect. ``levels``: what 0 to 5 mean; ``bounds``: those of 1 to 5.

    A value reaches a bound from below, where ``less_is_better`` from above. ``years``: the surveys of which years
    count, back from that of the evaluation. ``papers``: what an evaluator asks for.
    """

    number: int
    code: str
    title: str
    measure: Measure
    weight: Decimal
    levels: tuple[str, ...]
    bounds: tuple[Bound, ...]
    years: tuple[int, ...]
    papers: tuple[str, ...]
    less_is_better: bool = False

    def is_of_years(self, year: int, day: date) -> bool:
        """Whether what is of this year counts on a day."""
        return day.year - year in self.years


@dataclass(frozen=True, slots=True)
class MediaKind:
    """What a kind of media is called within a sentence; ``examples`` where its name does not tell enough."""

    name: str
    examples: str = ""

    @property
    def told(self) -> str:
        return f"{self.name} ({self.examples})" if self.examples else self.name


@dataclass(frozen=True, slots=True)
class Scheme:
    """One state of the rules. ``instruments``: keys of those with which a survey is as the regulation wants it.

    ``media``: the kinds that are counted; ``printed`` and ``electronic`` are those that indicator 6 asks for.
    """

    valid_from: date
    sources: tuple[str, ...]
    aspect: str
    aspect_weight: Decimal
    instruments: frozenset[str]
    media: Mapping[str, MediaKind]
    printed: frozenset[str]
    electronic: frozenset[str]
    indicators: tuple[Indicator, ...]

    def indicator(self, number: int) -> Indicator | None:
        return next((each for each in self.indicators if each.number == number), None)


def scheme_on(day: date, schemes: Sequence[Scheme]) -> Scheme:
    """The latest that is in force on a day; before all of them the first."""
    known = sorted(schemes, key=lambda scheme: scheme.valid_from)
    return next((scheme for scheme in reversed(known) if scheme.valid_from <= day), known[0])


def _at(*values: int) -> tuple[Bound, ...]:
    return tuple(Bound(Decimal(value)) for value in values)


CONDUCT = Indicator(
    number=6,
    code="6.a.B",
    title="Pelaksanaan SKM sesuai peraturan",
    measure=Measure.CONDUCT,
    weight=Decimal(17),
    levels=(
        "Belum melaksanakan SKM",
        "SKM sudah dilaksanakan, tetapi belum sesuai PermenPANRB yang berlaku",
        "SKM sesuai PermenPANRB yang berlaku",
        "SKM sesuai PermenPANRB dan hasilnya dipublikasikan pada media non-elektronik",
        "SKM sesuai PermenPANRB dan hasilnya dipublikasikan pada media non-elektronik dan elektronik",
        "SKM sesuai PermenPANRB, hasilnya dipublikasikan pada media non-elektronik dan elektronik, dan ditindaklanjuti",
    ),
    bounds=_at(1, 2, 3, 4, 5),
    years=(0, 1),
    papers=("Laporan hasil SKM", "dokumen atau foto pelaksanaan dan media survei", "bukti publikasi"),
)
MEDIA = Indicator(
    number=7,
    code="7.a.T",
    title="Jumlah jenis media publikasi hasil SKM",
    measure=Measure.MEDIA,
    weight=Decimal(7),
    levels=(
        "Hasil SKM tidak dipublikasikan",
        "Satu jenis media",
        "Dua jenis media",
        "Tiga jenis media",
        "Empat jenis media",
        "Lebih dari empat jenis media",
    ),
    bounds=_at(1, 2, 3, 4, 5),
    years=(0, 1),
    papers=("foto atau tangkapan layar setiap media",),
)
DONE = Indicator(
    number=8,
    code="8.a.Ak",
    title="Persentase RTL yang selesai",
    measure=Measure.DONE,
    weight=Decimal(7),
    levels=(
        "Tidak ada RTL SKM",
        "Ada RTL, tetapi belum ada yang selesai",
        "Kurang dari 30% RTL selesai",
        "30% sampai dengan 80% RTL selesai",
        "Lebih dari 80% RTL selesai",
        "100% RTL selesai",
    ),
    bounds=(
        Bound(Decimal(0)),
        Bound(Decimal(0), open=True),
        Bound(Decimal(30)),
        Bound(Decimal(80), open=True),
        Bound(Decimal(100)),
    ),
    years=(1,),
    papers=("Laporan SKM tahun sebelumnya yang memuat RTL", "laporan hasil pelaksanaan tindak lanjut"),
)
SPEED = Indicator(
    number=9,
    code="9.a.Ak",
    title="Kecepatan tindak lanjut seluruh rekomendasi",
    measure=Measure.SPEED,
    weight=Decimal(7),
    levels=(
        "Rekomendasi tidak ditindaklanjuti",
        "Seluruhnya ditindaklanjuti dalam 1 tahun sesudah laporan SKM terbit",
        "Seluruhnya ditindaklanjuti dalam 9 bulan sesudah laporan SKM terbit",
        "Seluruhnya ditindaklanjuti dalam 6 bulan sesudah laporan SKM terbit",
        "Seluruhnya ditindaklanjuti dalam 3 bulan sesudah laporan SKM terbit",
        "Seluruhnya ditindaklanjuti dalam 1 bulan sesudah laporan SKM terbit",
    ),
    bounds=_at(12, 9, 6, 3, 1),
    years=(1,),
    papers=("Laporan SKM dua tahun terakhir yang memuat RTL", "laporan tindak lanjutnya"),
    less_is_better=True,
)
SCHEMES = (
    Scheme(
        valid_from=date(2023, 1, 1),
        sources=(
            "PermenPANRB 29/2022 sebagaimana diubah dengan PermenPANRB 4/2023",
            "Pedoman Menteri PANRB 5/2023 (instrumen F01, F02, F03)",
        ),
        aspect="Kebijakan Pelayanan",
        aspect_weight=Decimal(24),
        instruments=frozenset({"permenpanrb-14-2017"}),
        media={
            "printed": MediaKind("media cetak atau non-elektronik", "brosur, leaflet, papan pengumuman"),
            "electronic": MediaKind("media elektronik", "TV, layar monitor, kiosk"),
            "social": MediaKind("media sosial"),
            "website": MediaKind("situs web atau subsitus"),
            "application": MediaKind("aplikasi yang dapat diunduh"),
            "billboard": MediaKind("papan reklame", "videotron, billboard, baliho"),
        },
        printed=frozenset({"printed"}),
        electronic=frozenset({"electronic", "social", "website", "application"}),
        indicators=(CONDUCT, MEDIA, DONE, SPEED),
    ),
)
"""Weights within the aspect as the ministry showed them on 3 September 2025; billboards may be either kind."""
