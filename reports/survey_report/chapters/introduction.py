"""Bab I of the survey report, Pendahuluan. Pure."""

from dataclasses import dataclass

from reports.document.chapters.introduction import ABBREVIATIONS
from reports.document.facts import Facts
from reports.document.shapes import Entry, Section, TableHead
from reports.survey_report.parts import part
from reports.words.language import listed

_BACKGROUND = (
    "Pelayanan publik diselenggarakan bagi masyarakat, sehingga penilaian masyarakat menjadi ukuran mutunya. "
    "{{ instrumen }} mengatur Survei Kepuasan Masyarakat (SKM) sebagai cara untuk memperoleh penilaian itu atas "
    "{{ jumlah_unsur }} unsur pelayanan, yaitu {{ daftar_unsur }}.\n\n"
    "Untuk memperoleh penilaian itu, {{ satker_lengkap }} melaksanakan SKM {{ periode }}. Laporan ini menyajikan "
    "pelaksanaan survei, hasilnya, analisis atas hasil itu, dan rencana tindak lanjutnya."
)
_AIMS = (
    "mengetahui tingkat kepuasan masyarakat atas pelayanan {{ satker }} yang dinyatakan dengan Indeks Kepuasan "
    "Masyarakat (IKM)",
    "mengetahui unsur pelayanan yang sudah baik dan unsur yang masih perlu diperbaiki",
    "menyediakan dasar penyusunan rencana tindak lanjut (RTL) perbaikan pelayanan",
)
_USES = (
    "bagi {{ satker }}, sebagai bahan untuk menetapkan perbaikan pelayanan dan mengukurnya pada survei berikutnya",
    "bagi masyarakat, sebagai keterangan tentang mutu pelayanan dan tentang tindak lanjut atas penilaiannya",
)


@dataclass(frozen=True, slots=True)
class Opening:
    entry: Entry
    sections: tuple[Section, ...]
    abbreviations: tuple[str, ...]

    @property
    def tables(self) -> tuple[TableHead, ...]:
        return ()


def opening_of(facts: Facts) -> Opening:
    bases = (
        "SKM {{ periode }} dilaksanakan berdasarkan peraturan berikut:\n\n{{ dasar_hukum }}"
        if facts.source.legal_bases
        else "Dasar pelaksanaan survei ini belum dimasukkan."
    )
    purpose = (
        "Survei dimaksudkan untuk memperoleh penilaian masyarakat atas pelayanan {{ satker }}. Sasarannya adalah "
        f"masyarakat yang menerima pelayanan itu. Tujuannya adalah:\n\n{_numbered(_AIMS)}\n\n"
        f"Hasilnya bermanfaat:\n\n{_numbered(_USES)}"
    )
    return Opening(
        entry=Entry("BAB I", "PENDAHULUAN", "bab-1", 1),
        sections=(
            part("1.1", _BACKGROUND, facts),
            part("1.2", bases, facts),
            part("1.3", purpose, facts),
        ),
        abbreviations=ABBREVIATIONS,
    )


def _numbered(items: tuple[str, ...]) -> str:
    return "\n".join(f"{number}. {item}" for number, item in enumerate(listed(items), 1))
