"""Values that somebody computed: means, converted values, counts of each answer, rolls of services."""

from fractions import Fraction

from tests.surveys.workbooks.corpus.case import KEYS, Case, asked, block, comma, means, refused, result
from tests.surveys.workbooks.corpus.nine import ADUAN_FIRST, U
from tests.surveys.workbooks.files import page, separated, xlsx
from tests.surveys.workbooks.layouts import NAMES, QUESTIONS

MEANS = ("3.27", "3.33", "3.25", "4.00", "3.31", "3.30", "3.33", "3.76", "3.89")
AGREE = ("Sangat Setuju", "Setuju", "Kurang Setuju", "Tidak Setuju")
SHORT = ("SB", "B", "KB", "TB")


def summary(texts=MEANS, *, order=KEYS, places=2, **more):
    exact = {key: Fraction(texts[at]) for at, key in enumerate(order)}
    return result({key: exact[key] for key in KEYS}, places=places) | {"kind": "summary", "missing": 0} | more


def total(mean):
    return int(Fraction(mean) * 100)


def weighted_text(mean):
    return comma(Fraction(mean) / 9, 3)


def cases():
    yield from (
        three_kinds_of_number(),
        means_in_columns_of_text(),
        of_a_hundred(),
        one_row_of_means(),
        roll_of_services(),
        weighted(),
        weighted_over_years(),
        *frequencies(),
    )


def three_kinds_of_number():
    """L13: sum, mean, converted and weighted value of each element in one row."""
    head = ["Kode", "Unsur Pelayanan", "Total Nilai", "NRR", "NRR Skala 100", "Kategori", "NRR Tertimbang"]
    rows = [
        head,
        *[
            [code, name, total(mean), mean.replace(".", ","), comma(Fraction(mean) * 25), "B", weighted_text(mean)]
            for code, name, mean in zip(U, NAMES, MEANS, strict=True)
        ],
    ]
    return Case("ringkasan-unsur", {"ringkasan-unsur.xlsx": xlsx(("Ringkasan", rows))}, summary())


def means_in_columns_of_text():
    """L13: full questions, an average below that belongs to no element."""
    rows = [
        ["Pertanyaan", "Jumlah Nilai/Unsur", "NRR/Unsur", "Bobot Nilai Tertimbang", "NRR Tertimbang/Unsur"],
        *[
            [question, total(mean), mean, "0.111", weighted_text(mean)]
            for question, mean in zip(QUESTIONS, MEANS, strict=True)
        ],
        ["Rata-rata", "", "3.49", "", ""],
        ["IKM", "", "87.34", "", ""],
    ]
    return Case("ringkasan-pertanyaan", {"ringkasan-pertanyaan.xls": page(rows)}, summary())


def of_a_hundred():
    converted = [comma(Fraction(mean) * 25) for mean in MEANS]
    rows = [["No", "Unsur", "Nilai Konversi"], *[[at + 1, NAMES[at], converted[at]] for at in range(9)]]
    expected = summary(notes=["dibagi 25"])
    return Case("skala-seratus", {"skala-seratus.csv": separated(rows, ";")}, expected)


def one_row_of_means():
    rows = [["", *NAMES], ["NRR", *[mean.replace(".", ",") for mean in MEANS]], ["Mutu", *["B"] * 9]]
    return Case("satu-baris-nilai", {"satu-baris-nilai.xlsx": xlsx(("Rekap", rows))}, summary())


def roll_of_services():
    """L5: a row for each service with whole numbers and how many answered: results, and no respondents."""
    head = [
        "NO. RES",
        "Jenis Layanan",
        "Periode Pelaksanaan",
        *ADUAN_FIRST,
        "IKM",
        "Kategori / Mutu",
        "Jumlah Responden",
    ]
    rows = [
        head,
        [1, "KTP", "Semester I", 3, 3, 4, 4, 3, 3, 3, 4, 3, "83,33", "B", 120],
        [2, "Akta", "Semester I", 4, 3, 3, 4, 3, 3, 4, 4, 3, "86,11", "B", 80],
        [("Nilai Per Unsur", 3, 1), *("3,50", "3,00", "3,50", "4,00", "3,00", "3,00", "3,50", "4,00", "3,00"), "84,72"],
        [("Kategori Per Unsur", 3, 1), *["B"] * 9],
        [("IKM IP", 3, 1), "84,72"],
        [("Mutu Layanan", 3, 1), "B"],
    ]
    expected = {"exit": 3, "asked": ["row"], "faults": [], "kind": "summary", "respondents": None}
    return Case("rekap-layanan", {"rekap-layanan.xls": page(rows)}, expected)


def weighted():
    rows = [
        ["Kode", "Unsur", "NRR Tertimbang"],
        *[[code, name, comma(Fraction(mean) / 9)] for code, name, mean in zip(U, NAMES, MEANS, strict=True)],
    ]
    content = xlsx(("Rekap", rows))
    expected = refused("Lembar Rekap", told=["sudah ditimbang"])
    return Case("tertimbang", {"tertimbang.xlsx": content}, expected)


def weighted_over_years():
    """L8: one sheet for each year, weighted values of eleven elements as text with two decimals."""
    head = ["No", "Kecamatan", *[f"V{number}" for number in range(1, 12)], "Nilai Indeks", "Mutu Pelayanan"]
    head += ["Kinerja Unit Pelayanan"]
    sheets = []
    for year in (2020, 2021, 2022):
        rows = [
            ["INDEKS KEPUASAN MASYARAKAT KECAMATAN"],
            head,
            *[[at, f"Kecamatan {at}", *["0.30"] * 11, "82.50", "B", "Baik"] for at in range(1, 6)],
            ["Rata-rata", "", *["0.30"] * 11, "82.50", "B", "Baik"],
        ]
        sheets.append((f"{year} C", rows))
    content = xlsx(*sheets, merged=["A8:B8"])
    return Case("kecamatan-tertimbang", {"kecamatan-tertimbang.xlsx": content}, {"exit": 1, "index": None})


def counted(answers):
    return [[sum(row[at] == score for row in answers) for score in (1, 2, 3, 4)] for at in range(9)]


def counts_expected(answers, **more):
    exact = means(answers)
    given = [sum(row[at] is not None for row in answers) for at in range(9)]
    return (
        result(dict(zip(KEYS, exact, strict=True)))
        | {
            "kind": "frequencies",
            "respondents": max(given),
            "counts": dict(zip(KEYS, given, strict=True)),
        }
        | more
    )


def frequencies():
    """L12: one row for each question, four columns that count its answers; a printed mean may be wrong."""
    answers = block(121, 40, missing=0.02)
    rows = [
        ["PERTANYAAN", "JAWABAN 1", "JAWABAN 2", "JAWABAN 3", "JAWABAN 4", "JUMLAH", "JUMLAH NILAI PER UNSUR", "NRR"],
        *[
            [
                QUESTIONS[at],
                *counts,
                sum(counts),
                sum(n * c for n, c in enumerate(counts, 1)),
                comma(means(answers)[at]),
            ]
            for at, counts in enumerate(counted(answers))
        ],
    ]
    yield Case("frekuensi-angka", {"frekuensi-angka.xls": page(rows)}, counts_expected(answers))
    rows = [
        ["No", "Pertanyaan", *AGREE, "Nilai Rata2", "Kategori Mutu"],
        *[
            [at + 1, QUESTIONS[at], *counts[::-1], comma(Fraction(sum(n * c for n, c in enumerate(counts, 1)), 4)), "A"]
            for at, counts in enumerate(counted(answers))
        ],
    ]
    yield Case("frekuensi-kata", {"frekuensi-kata.xls": page(rows)}, counts_expected(answers))
    for name, heads in (("frekuensi-singkatan", SHORT), ("frekuensi-setuju", ("SS", "S", "KS", "TS"))):
        rows = [
            ["Unsur", *heads, "Total"],
            *[[NAMES[at], *counts[::-1], sum(counts)] for at, counts in enumerate(counted(answers))],
            ["Jumlah", *[sum(counts[3 - at] for counts in counted(answers)) for at in range(4)], ""],
        ]
        yield Case(name, {f"{name}.xlsx": xlsx(("Frekuensi", rows))}, counts_expected(answers))
    by_label = [
        ["Unsur", "Sangat Baik", "Baik", "Kurang Baik", "Tidak Baik"],
        *[[f"{code}. {name}", *counts[::-1]] for code, name, counts in zip(U, NAMES, counted(answers), strict=True)],
    ]
    yield Case("frekuensi-mutu", {"frekuensi-mutu.csv": separated(by_label)}, counts_expected(answers))
    bare = [
        ["Kode", *["1", "2", "3", "4"]],
        *[[code, *counts] for code, counts in zip(U, counted(answers), strict=True)],
    ]
    yield Case("frekuensi-kode", {"frekuensi-kode.csv": separated(bare)}, asked(U8=["sarana", "pengaduan"]))
