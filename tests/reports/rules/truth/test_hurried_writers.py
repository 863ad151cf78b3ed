"""Shortened words are read as what they stand for, and shown as they were typed; asides part nothing."""

import pytest

from reports.rules.truth.scanned import without_asides
from reports.rules.truth.tokens.sentences import read
from tests.cases import in_one_test
from tests.reports.rules.truth.test_survey_sentences import claims

WRITTEN_OUT = {
    "Yg ngisi 190 org dr 360 pengguna.": "Yang mengisi 190 orang dari 360 pengguna.",
    "IKM skrg naik, tp blm A.": "IKM sekarang naik, tetapi belum A.",
    "Lap. SKM terbit tgl 15 April.": "Laporan SKM terbit tanggal 15 April.",
    "Masa TL Mei smp Desember 2025": "Masa tindak lanjut Mei sampai Desember 2025",
    "Responden laki2 98 org": "Responden laki-laki 98 orang",
    "Disdukcapil Kab. Ngawi": "Disdukcapil Kabupaten Ngawi",
}
KEPT = (
    "Pelatihan diisi dr. Agus Prabowo.",
    "Lulusan SMP berjumlah empat orang.",
    "Lulusan smp berjumlah empat orang.",
    "Laman kab-ngawi.kpu.go.id dibuka.",
    "Surat 84/ORT.07-LAP/3521/2025 dikirim.",
    "Jl. Untung Suropati No. 48",
)
WRONG = """
IKM skrg 81,64, blm A.
IKM dpt 81,64.
Nilai wkt penyelesaian cuma dpt 3,41.
Yg ngisi kuesioner 180 org dr 360 pengguna.
Yg ngisi kuesioner 190 org dr 260 pengguna.
Responden laki2 89 org.
Lap. hasil SKM tgl 25 April 2025.
Survei 20 Januari smp 28 Februari 2025.
Masa TL Mei sd November 2025.
Plg rendah persyaratan, unsur lain lbh tinggi nilainya.
Unsur prioritasnya waktu, persyaratan, sama sarana.
Survei, yang dilaksanakan setelah libur panjang agar wajar, dimulai pada 30 Januari 2025.
Laporan hasil SKM, yang menjadi dasar penyusunan rencana tindak lanjut, terbit pada 25 April 2025.
Dengan nilai 86,14, yang lebih tinggi daripada perkiraan kami, mutu pelayanan secara keseluruhan termasuk kategori A.
Perlu kami laporkan bahwa unsur Waktu Penyelesaian memperoleh 3,41.
Tidak ada unsur yang nilainya lebih rendah daripada Persyaratan.
Hanya Persyaratan yang nilainya lebih rendah daripada Kompetensi Pelaksana.
PermenPANRB Nomor 41 Tahun 2017 tentang Pedoman Penyusunan SKM menjadi acuan.
UU Nomor 25 Tahun 2009 tentang Pemerintahan Daerah menjadi dasar.
Kata pengantar ini disampaikan Sekretaris, Budi Rahayo.
""".strip().splitlines()
RIGHT = """
IKM skrg 86,14, blm A.
Nilai wkt penyelesaian cuma dpt 3,14.
Yg ngisi kuesioner 190 org dr 360 pengguna.
Responden laki2 98 org, perempuan 92 org.
Lap. hasil SKM tgl 15 April 2025.
Survei 20 Januari smp 28 Maret 2025.
Plg rendah wkt penyelesaian.
Survei, yang dilaksanakan setelah libur panjang agar wajar, dimulai pada 20 Januari 2025.
Survei persepsi antikorupsi, yang dilaksanakan terpisah dan menghasilkan indeks 92,10, tidak dicampurkan dengan IKM.
Hasil survei Semester II Tahun 2024, yang tindak lanjutnya sudah dilaporkan, hanya disebut sebagai pembanding.
Tidak ada unsur yang nilainya lebih rendah daripada Waktu Penyelesaian.
Kecuali Waktu Penyelesaian, tidak ada unsur yang nilainya lebih rendah daripada Persyaratan.
Hanya Waktu Penyelesaian dan Persyaratan yang nilainya lebih rendah daripada Kompetensi Pelaksana.
PermenPANRB Nomor 14 Tahun 2017 tentang Pedoman Penyusunan SKM menjadi acuan.
UU 25/2009 tentang Pelayanan Publik menjadi dasar.
IKM 86,14 tp waktu penyelesaian sendiri cuma 78,50 kalau dikonversi.
Antara Waktu Penyelesaian, yang bernilai 3,14, dan Biaya/Tarif, yang bernilai 3,92, terdapat selisih 0,78.
""".strip().splitlines()


@in_one_test(("typed", "full"), WRITTEN_OUT.items())
def test_a_shortened_word_is_read_in_full(typed, full):
    assert [sentence.text for sentence in read("2.1", typed, {}, frozenset()).sentences] == [full]


@in_one_test("text", KEPT)
def test_what_may_be_something_else_stays(text):
    assert read("2.1", text, {}, frozenset()).text == text


def test_a_shortened_word_is_found_as_it_was_typed():
    reading = read("2.1", "Jml resp 180 org saja", {}, frozenset())
    start = reading.text.index("responden")
    first, last = reading.typed_span(start, reading.text.index(" saja"))
    assert reading.typed[first:last] == "resp 180 org"


@in_one_test("sentence", WRONG)
def test_a_contradiction_is_told_with_the_typed_words(sentence):
    found = claims("section", sentence)
    assert found
    assert all(sentence[claim.start : claim.end] == claim.words for claim in found)


@in_one_test("sentence", RIGHT)
def test_what_is_right_is_silent(sentence):
    assert [(claim.rule, claim.words) for claim in claims("section", sentence)] == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Survei, yang dimulai sesudah libur, ditutup.", "Survei ditutup."),
        ("Unsur A, yang di antaranya rendah, naik.", "Unsur A, yang di antaranya rendah, naik."),
        ("Survei, yang dimulai (20 Januari), ditutup.", "Survei, yang dimulai (20 Januari), ditutup."),
        ("Satu, dua, dan tiga.", "Satu, dua, dan tiga."),
    ],
)
def test_an_aside_leaves_blanks_and_the_places_stay(text, left):
    bare = without_asides(text)
    assert " ".join(bare.split()) == left
    assert len(bare) == len(text)
