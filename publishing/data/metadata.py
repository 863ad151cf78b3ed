"""What goes with statistical data by Peraturan BPS 5/2020, filled in: MS-Keg, MS-Var and MS-Ind of the survey. Pure.

What the portal does not know, such as the number of a recommendation, is left to be filled in and says so.
"""

from dataclasses import dataclass

from publishing.data.tables import OfOffice
from publishing.open.period import OpenPeriod
from reports.words.language import date_range, decimal_text, integer_text

TO_FILL_IN = "(diisi oleh satuan kerja)"


@dataclass(frozen=True, slots=True)
class MetadataForm:
    """``rows``: what is asked, and the answer."""

    key: str
    title: str
    rows: tuple[tuple[str, str], ...]


def metadata_forms(office: OfOffice) -> tuple[MetadataForm, ...]:
    """Of the latest period; none where nothing was signed yet."""
    if not office.periods:
        return ()
    latest = office.periods[0]
    return (
        MetadataForm("ms-keg", "MS-Keg: Metadata Kegiatan Statistik", _activity(office, latest)),
        MetadataForm("ms-var", "MS-Var: Metadata Variabel Statistik", _variable(latest)),
        MetadataForm("ms-ind", "MS-Ind: Metadata Indikator Statistik", _indicator(latest)),
    )


def _activity(office: OfOffice, latest: OpenPeriod) -> tuple[tuple[str, str], ...]:
    days = date_range(latest.start, latest.end) if latest.start and latest.end else TO_FILL_IN
    return (
        ("Judul kegiatan", f"Survei Kepuasan Masyarakat {office.name} {latest.period.label}"),
        ("Tahun", str(latest.period.year)),
        ("Cara pengumpulan data", "Survei"),
        ("Sektor kegiatan", "Pelayanan publik"),
        ("Jenis kegiatan statistik", "Statistik sektoral"),
        ("Identitas rekomendasi BPS", TO_FILL_IN),
        ("Instansi penyelenggara", office.name),
        ("Instansi di atasnya", office.parent[1] or "–"),
        ("Latar belakang kegiatan", "Kewajiban penyelenggara pelayanan publik mengukur kepuasan masyarakat."),
        ("Tujuan kegiatan", "Mengetahui tingkat kepuasan masyarakat sebagai dasar perbaikan pelayanan."),
        ("Waktu pengumpulan data", days),
        ("Variabel yang dikumpulkan", "; ".join(each.name for each in latest.elements)),
        ("Unit pengumpulan data", "Pengguna layanan"),
        ("Jumlah responden", integer_text(latest.respondents) if latest.respondents else TO_FILL_IN),
        ("Metode pengumpulan data", TO_FILL_IN),
        ("Tingkat penyajian hasil", "Satuan kerja"),
        ("Produk kegiatan yang tersedia untuk umum", "Ya, digital: laman publik dan data terbuka"),
    )


def _variable(latest: OpenPeriod) -> tuple[tuple[str, str], ...]:
    elements = "; ".join(f"{each.name} ({each.key})" for each in latest.elements)
    return (
        ("Nama variabel", "Nilai rata-rata unsur pelayanan"),
        ("Alias", "NRR"),
        ("Konsep", "Kepuasan pengguna layanan atas satu unsur pelayanan"),
        ("Definisi", "Rata-rata jawaban responden atas pertanyaan mengenai unsur itu"),
        ("Referensi pemilihan", latest.instrument),
        ("Referensi waktu", latest.period.label),
        ("Tipe data", "Desimal"),
        ("Klasifikasi isian", elements),
        ("Aturan validasi", "1,00 sampai 4,00"),
        ("Kalimat pertanyaan", "Menurut kuesioner yang dipakai"),
        ("Apakah variabel dapat diakses umum", "Ya"),
    )


def _indicator(latest: OpenPeriod) -> tuple[tuple[str, str], ...]:
    grades = "; ".join(f"{grade} mulai {decimal_text(grade.lowest)}" for grade in latest.grades)
    return (
        ("Nama indikator", "Indeks Kepuasan Masyarakat (IKM)"),
        ("Konsep", "Tingkat kepuasan masyarakat atas pelayanan"),
        ("Definisi", "Angka 25 sampai 100 dari rata-rata nilai unsur pelayanan"),
        ("Interpretasi", f"Makin tinggi makin puas; {grades}"),
        ("Metode/rumus penghitungan", "Rata-rata nilai unsur (1–4) dikalikan 25, dibulatkan ke dua desimal"),
        ("Ukuran", "Indeks"),
        ("Satuan", "Tanpa satuan"),
        ("Klasifikasi penyajian", "Satuan kerja; unsur pelayanan; jenis layanan"),
        ("Apakah indikator komposit", "Ya"),
        ("Indikator pembangun", "Nilai rata-rata setiap unsur pelayanan"),
        ("Publikasi ketersediaan", f"Laporan ditandatangani {latest.behind.dated_text}"),
        ("Level estimasi", "Satuan kerja"),
        ("Apakah indikator dapat diakses umum", "Ya"),
    )
