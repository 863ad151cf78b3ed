"""What stands in a sentence: numbers, times and names with their values, whatever way they are written."""

from decimal import Decimal

from reports.document.facts import facts_of
from reports.rules.truth.gazetteer import lexicon_for
from reports.rules.truth.judges.numbers import tells, written
from reports.rules.truth.tokens.atoms import atoms_of
from reports.rules.truth.tokens.scanner import tokens_of
from reports.rules.truth.tokens.token import Token
from tests.cases import in_one_test
from tests.make_cycle import make_source
from tests.reports.rules.worlds import kpu

LEXICON = lexicon_for(facts_of(make_source(kpu())))


def tokens(text):
    return tokens_of(text, atoms_of(text.lower()), LEXICON)


def kinds(text):
    return "".join(token.kind for token in tokens(text))


def only(text, kind):
    (token,) = [token for token in tokens(text) if token.kind == kind]
    return token


@in_one_test(
    ("text", "kind", "value"),
    [
        ("nilai 3,3", "X", "3.3"),
        ("nilai 3,2715", "X", "3.2715"),
        ("nilai 87.36 saja", "X", "87.36"),
        ("(3,27)", "X", "3.27"),
        ("sebanyak 3.275 orang", "N", "3275"),
        ("sebanyak 1.250.000 orang", "N", "1250000"),
        ("sebanyak 7 (tujuh) unsur", "N", "7"),
        ("sebanyak tujuh (7) unsur", "N", "7"),
        ("dua puluh tiga responden", "N", "23"),
        ("seratus sembilan puluh responden", "N", "190"),
        ("dua ratus lima belas responden", "N", "215"),
        ("seribu dua ratus responden", "N", "1200"),
        ("tiga ribu empat ratus lima responden", "N", "3405"),
        ("sebelas ribu responden", "N", "11000"),
        ("dua belas RTL", "N", "12"),
        ("sebesar delapan puluh dua koma lima tujuh", "X", "82.57"),
        ("sebesar tiga koma nol lima", "X", "3.05"),
        ("64,29%", "C", "64.29"),
        ("64 persen", "C", "64"),
        ("enam puluh empat persen", "C", "64"),
        ("separuh responden", "F", "0.5"),
        ("tiga perempat RTL", "F", "0.75"),
        ("ketiga unsur", "k", "3"),
        ("peringkat ke-2", "k", "2"),
        ("peringkat 3", "k", "3"),
        ("naik 2,46 poin", "I", "2.46"),
        ("selama 45 hari", "H", "45"),
        ("selama dua bulan", "H", "2"),
    ],
)
def test_a_number_has_its_value_however_it_is_written(text, kind, value):
    assert only(text, kind).number == Decimal(value)


@in_one_test(
    "text",
    [
        "Rp87.500.000,00",
        "15 menit",
        "Pasal 28 ayat (3)",
        "Nomor 188.4/25/2024",
        "pukul 08.00",
        "telepon 0812-3456-7890",
        "RT 02 RW 05",
        "Nomor 14 Tahun 2017",
        "76,61–88,30",
        "antara 76,61 dan 88,30",
        "berusia 35 tahun",
        "2,50 hari",
    ],
)
def test_what_counts_nothing_of_ours_is_no_number(text):
    assert not set(kinds(text)) & set("NXC")


@in_one_test(
    ("text", "kind", "first", "last"),
    [
        ("pada 20 Oktober 2025", "D", (2025, 10, 20), (2025, 10, 20)),
        ("pada tanggal 20 Nopember 2025", "D", (2025, 11, 20), (2025, 11, 20)),
        ("20/10/2025", "D", (2025, 10, 20), (2025, 10, 20)),
        ("20-10-2025", "D", (2025, 10, 20), (2025, 10, 20)),
        ("2–30 Juni 2025", "R", (2025, 6, 2), (2025, 6, 30)),
        ("2 s.d. 30 Juni 2025", "R", (2025, 6, 2), (2025, 6, 30)),
        ("20 Januari sampai dengan 28 Maret 2025", "R", (2025, 1, 20), (2025, 3, 28)),
        ("20 Januari 2025 hingga tanggal 28 Maret 2025", "R", (2025, 1, 20), (2025, 3, 28)),
        ("Juli sampai dengan Desember 2025", "R", (2025, 7, None), (2025, 12, None)),
        ("bulan Juni tahun 2025", "M", (2025, 6, None), (2025, 6, None)),
        ("Semester I Tahun 2025", "S", (2025, 1, None), (2025, 6, None)),
        ("semester kedua 2025", "S", (2025, 7, None), (2025, 12, None)),
        ("Semester II/2025", "S", (2025, 7, None), (2025, 12, None)),
        ("Triwulan III Tahun 2025", "Q", (2025, 7, None), (2025, 9, None)),
        ("tahun 2025", "Y", (2025, 1, None), (2025, 12, None)),
        ("Renstra 2020–2024", "R", (2020, 1, None), (2024, 12, None)),
    ],
)
def test_a_time_has_its_ends_however_it_is_written(text, kind, first, last):
    when = only(text, kind).when
    assert (when.first.year, when.first.month, when.first.day) == first
    assert (when.last.year, when.last.month, when.last.day) == last


@in_one_test(
    ("text", "kind", "key"),
    [
        ("Sistem, Mekanisme, dan Prosedur", "E", "prosedur"),
        ("sistem mekanisme & prosedur", "E", "prosedur"),
        ("Biaya / Tarif", "E", "biaya"),
        ("Waktu Pelayanan", "E", "waktu"),
        ("Penanganan Pengaduan, Saran, dan Masukan", "E", "pengaduan"),
        ("Pembinaan internal & eksternal peningkatan kompetensi teknis pelayanan", "P", "3 a"),
        ("KPU Kabupaten Contoh", "O", ""),
        ("mutu B (Baik)", "G", "B"),
        ("Baik (B)", "G", "B"),
        ("A/Sangat Baik", "G", "A"),
        ("kategori sangat baik", "g", "A"),
        ("Indeks Kepuasan Masyarakat (IKM)", "i", ""),
    ],
)
def test_a_name_is_known_with_and_without_what_writers_vary(text, kind, key):
    assert only(text, kind).key == key


def test_a_comparator_goes_with_the_number_behind_it():
    assert only("lebih dari 100 responden", "N").bound == ">"
    assert only("di bawah 3,20", "X").bound == "<"
    assert only("sekurang-kurangnya 80 responden", "N").bound == "≥"
    assert only("dari 80 responden", "N").bound == ""


@in_one_test(
    ("value", "places", "bound", "exact", "right"),
    [
        ("87.36", 2, "", "87.36", True),
        ("87.36", 2, "", "87.355", True),
        ("87.36", 2, "", "87.3549", False),
        ("87.36", 2, "", "87.365", False),
        ("87.4", 1, "", "87.36", True),
        ("87.3", 1, "", "87.36", True),
        ("87.3", 1, "", "87.40", False),
        ("87.3", 1, "", "87.20", False),
        ("3.271", 3, "", "3.2715", False),
        ("80", 0, ">", "87.36", True),
        ("88", 0, ">", "87.36", False),
        ("88", 0, "<", "87.36", True),
        ("87.36", 2, "≥", "87.36", True),
        ("85", 0, "~", "87.36", True),
        ("70", 0, "~", "87.36", False),
    ],
)
def test_a_number_is_told_rightly_where_it_is_rounded_or_cut_or_bounds_it(value, places, bound, exact, right):
    token = Token("X", 0, 0, number=Decimal(value), places=places, bound=bound)
    assert tells(token, Decimal(exact)) is right


def test_a_value_is_written_in_the_precision_of_the_text_and_told_apart_from_it():
    assert written(Decimal("87.36"), Token("X", 0, 0, number=Decimal("86.1"), places=1)) == "87,4"
    assert written(Decimal("87.36"), Token("X", 0, 0, number=Decimal("87.4"), places=1)) == "87,36"
    assert written(Decimal("64.2857"), Token("C", 0, 0, number=Decimal("65"), places=0)) == "64%"
    assert written(1250, Token("N", 0, 0, number=Decimal(1200), places=0)) == "1.250"
