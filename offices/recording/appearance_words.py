"""What can be chosen of the look of reports, in the words of its form and of who compares two versions. Pure."""

from typing import Any

APPEARANCE_CHOICES = {
    "paper": {"A4": "A4 (210 × 297 mm)", "F4": "F4 (215 × 330 mm)"},
    "font": {"bookman": "Bookman Old Style", "times": "Times New Roman", "arial": "Arial"},
    "size": {"11": "11 pt", "11.5": "11,5 pt", "12": "12 pt"},
    "margins": {"bound": "Kiri 3 cm, kanan 2 cm (untuk dijilid)", "even": "Kiri dan kanan 2,5 cm"},
    "cover": {"full": "Penuh warna", "light": "Putih bergaris warna"},
    "colour": {
        "teal": "Hijau toska",
        "blue": "Biru",
        "maroon": "Merah marun",
        "green": "Hijau",
        "violet": "Ungu",
        "grey": "Kelabu",
    },
    "chapters": {"follow": "Melanjutkan halaman sebelumnya", "apart": "Setiap bab di halaman baru"},
    "statuses": {"official": "Sudah / Belum", "plain": "Sudah / Dalam proses / Belum"},
}
"""What each column of ReportAppearance may hold, and how it is called; an empty text says nothing."""
APPEARANCE_LABELS = {
    "paper": "Ukuran kertas",
    "font": "Jenis huruf",
    "size": "Ukuran huruf",
    "margins": "Margin",
    "cover": "Gaya sampul",
    "colour": "Warna",
    "chapters": "Awal bab",
    "statuses": "Sebutan status RTL",
    "has_summary": "Ringkasan Eksekutif",
    "has_publications": "Lampiran Publikasi",
}
SWITCHES = {
    "has_summary": {"True": "Dicetak, satu halaman sebelum Bab I", "False": "Tidak dicetak"},
    "has_publications": {"True": "Dicetak, bila ada publikasi yang dicatat", "False": "Tidak dicetak"},
}
"""What is printed or not, by the column that says so."""


def said_of(name: str, value: Any) -> str:
    """A value of the look as its form calls it."""
    return (APPEARANCE_CHOICES | SWITCHES)[name][str(value)]
