"""The sections of the report, in their order: key in the cycle file, number and title as printed. Pure."""

from dataclasses import dataclass

from reports.document.facts import Facts
from reports.document.placeholders import resolve
from reports.document.shapes import Section, heading
from reports.document.standard import standard_text


@dataclass(frozen=True, slots=True)
class SectionName:
    """``number`` and ``title`` are empty where a text stands without a heading of its own."""

    number: str
    title: str


_TITLES_OF_LOW_UPKEEP = {
    "2.4": "Pemeliharaan Unsur Pelayanan",
    "3.2": "Realisasi Pemeliharaan Unsur Pelayanan",
}
SECTIONS = {
    "kata_pengantar": SectionName("", "Kata Pengantar"),
    "1.1": SectionName("1.1", "Latar Belakang"),
    "1.2": SectionName("1.2", "Dasar Hukum"),
    "1.3": SectionName("1.3", "Maksud dan Tujuan"),
    "1.4": SectionName("1.4", "Ruang Lingkup"),
    "2.1": SectionName("2.1", "Gambaran Umum Hasil SKM"),
    "2.2": SectionName("2.2", "Identifikasi Unsur Prioritas Tindak Lanjut"),
    "2.3": SectionName("2.3", "Rencana Tindak Lanjut per Unsur Pelayanan"),
    "2.4": SectionName("2.4", "Pemeliharaan Unsur dengan Nilai Tinggi"),
    "3": SectionName("", "Pengantar Bab III"),
    "3.1": SectionName("3.1", "Realisasi Tindak Lanjut Berdasarkan Unsur Prioritas"),
    "3.2": SectionName("3.2", "Realisasi Pemeliharaan Unsur Pelayanan Bernilai Tinggi"),
    "3.3": SectionName("3.3", "Evaluasi dan Keberlanjutan"),
    "4": SectionName("", "Pengantar Kesimpulan"),
    "4.penutup": SectionName("", "Penutup"),
}


@dataclass(frozen=True, slots=True)
class SurveySection:
    """A section of the survey report; ``number`` is empty where it has no heading of its own."""

    key: str
    number: str
    title: str


SURVEY_SECTIONS = {
    f"survei.{number}": SurveySection(f"survei.{number}", number if title else "", title)
    for number, title in {
        "1.1": "Latar Belakang",
        "1.2": "Dasar Pelaksanaan",
        "1.3": "Maksud dan Tujuan",
        "2.1": "Pelaksana Survei",
        "2.2": "Metode Pengumpulan Data",
        "2.3": "Lokasi Pengumpulan Data",
        "2.4": "Waktu Pelaksanaan",
        "2.5": "Penentuan Jumlah Responden",
        "3.1": "Jumlah Responden",
        "3.2": "Indeks Kepuasan Masyarakat",
        "4.1": "Analisis Permasalahan dan Kelebihan Unsur Pelayanan",
        "4.2": "Rencana Tindak Lanjut",
        "4.3": "Tren Nilai SKM",
        "5": "",
    }.items()
}
"""The sections of the survey report, by their keys."""


def name_of(key: str) -> str:
    """The heading of a section, by its usual title."""
    return heading(SECTIONS[key].number, SECTIONS[key].title)


def section(key: str, facts: Facts) -> Section:
    """A section with the office's own text if it wrote one, else with the standard text.

    Where an element is kept up that is not high, no title calls it so.
    """
    own = facts.cycle.narrative.get(key, "")
    resolved = resolve(own or standard_text(key, facts), facts)
    name = SECTIONS[key]
    return Section(
        key=key,
        number=name.number,
        title=name.title if facts.upkeep_is_high else _TITLES_OF_LOW_UPKEEP.get(key, name.title),
        anchor=f"bagian-{key.replace('.', '-')}",
        blocks=resolved.blocks,
        own=bool(own),
        unknown_placeholders=resolved.unknown,
    )
