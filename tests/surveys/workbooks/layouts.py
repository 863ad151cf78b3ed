"""One block of answers in the layouts that offices have; every layout tells the same answers.

A layout is ``answers -> (file name, bytes)``. ``answers``: rows of nine scores (1–4) or None, in the order persyaratan,
prosedur, waktu, biaya, produk, kompetensi, perilaku, sarana, pengaduan.
"""

from tests.surveys.workbooks.files import ods, page, separated, xls, xlsx

KEYS = ("persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku", "sarana", "pengaduan")
NAMES = ("Persyaratan", "Prosedur", "Waktu", "Biaya/Tarif", "Produk", "Kompetensi", "Perilaku", "Sarana", "Pengaduan")
CODES = [f"U{number}" for number in range(1, 10)]
QUESTIONS = (
    "Bagaimana pendapat Saudara tentang kesesuaian persyaratan pelayanan dengan jenis pelayanannya?",
    "Bagaimana pemahaman Saudara tentang kemudahan prosedur pelayanan di unit ini?",
    "Bagaimana pendapat Saudara tentang kecepatan waktu dalam memberikan pelayanan ?",
    "Bagaimana pendapat saudara tentang kewajaran biaya / tarif dalam pelayanan",
    "Bagaimana pendapat Saudara tentang kesesuaian produk pelayanan antara yang tercantum dalam standar pelayanan "
    "dengan hasil yg diberikan?",
    "Bagaimana pendapat Saudara tentang kompetensi/ kemampuan petugas dalam pelayanan?",
    "Bagamana pendapat Saudara tentang perilaku petugas dalam pelayanan terkait kesopanan dan keramahan?",
    "Bagaimana pendapat Saudara tentang kualitas sarana dan prasarana?",
    "Bagaimana pendapat Saudara tentang penanganan pengaduan pengguna layanan?",
)
WORDS = (
    ("Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"),
    ("Tidak mudah", "Kurang mudah", "Mudah", "Sangat mudah"),
    ("Tidak cepat", "Kurang cepat", "Cepat", "Sangat cepat"),
    ("Sangat mahal", "Cukup mahal", "Murah", "Gratis"),
    ("Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"),
    ("Tidak kompeten", "Kurang kompeten", "Kompeten", "Sangat kompeten"),
    ("Tidak sopan dan ramah", "Kurang sopan & ramah", "Sopan dan ramah", "Sangat sopan dan ramah"),
    ("Buruk", "Cukup", "Baik", "Sangat Baik"),
    ("Tidak ada", "Ada, tetapi tidak berfungsi", "Berfungsi kurang maksimal", "Dikelola dengan baik"),
)


def sums(answers):
    return [sum(row[at] or 0 for row in answers) for at in range(9)]


def means(answers):
    """Printed as programs do, with two decimals and a comma; empty where nobody answered."""
    counts = [sum(row[at] is not None for row in answers) for at in range(9)]
    return [
        f"{total / count:.2f}".replace(".", ",") if count else ""
        for total, count in zip(sums(answers), counts, strict=True)
    ]


def numbered(answers, blank=""):
    return [[number, *(blank if score is None else score for score in row)] for number, row in enumerate(answers, 1)]


def with_titles_and_sums(answers):
    """An export with titles above, sums and a legend below; the legend tells U8 and U9."""
    legend = [[code, name] for code, name in zip(CODES, NAMES, strict=True)]
    rows = [
        ["LAPORAN INDEKS KEPUASAN MASYARAKAT (IKM)"],
        ["Periode", "Januari–Juni 2025"],
        [],
        ["RESPONDEN", *CODES],
        *[[f"Responden {row[0]}", *row[1:]] for row in numbered(answers)],
        ["Jumlah Nilai / Unsur", *sums(answers)],
        ["NRR per Unsur (Nilai Rata-Rata)", *means(answers)],
        ["Bobot per Unsur", *["0,11"] * 9],
        [],
        *legend,
    ]
    return "gaspul.xlsx", xlsx(("Rekap", rows))


def under_a_merged_heading(answers):
    """Two heading rows, the upper one merged over the elements; the lower one names them."""
    rows = [
        ["PENGOLAHAN SURVEI KEPUASAN MASYARAKAT PER RESPONDEN"],
        [],
        ["No", "Usia", "Jenis Kelamin", "NILAI UNSUR PELAYANAN"],
        ["", "", "", *(f"{code} ({name})" for code, name in zip(CODES, NAMES, strict=True))],
        *[[row[0], 31, "L", *row[1:]] for row in numbered(answers)],
        ["SNilai", "", "", *sums(answers)],
        ["/Unsur"],
        ["NRR /", "", "", *means(answers)],
    ]
    return "permen.xlsx", xlsx(("Sheet1", rows), merged=["D3:L3"])


def by_names_other_way_round(answers):
    """A CSV with names of people, complaints before facilities, 0 for no answer."""
    head = ["No", "Tanggal Lengkap", "Unit Layanan", "Nama Responden", "Umur"]
    order = [0, 1, 2, 3, 4, 5, 6, 8, 7]
    named = [f"U{at} ({NAMES[place]})" for at, place in enumerate(order, 1)]
    rows = [
        ["SURVEI KEPUASAN MASYARAKAT"],
        ["Kabupaten Contoh"],
        ["Semester I 2025"],
        [],
        [*head, *named, "Rerata NRR", "IKM Konversi", "Saran/Aduan/Komentar"],
        *[
            [
                number,
                "2025-03-04",
                "Loket",
                "Nama Orang",
                40,
                *(row[place] or 0 for place in order),
                3.2,
                80,
                "Total bagus",
            ]
            for number, row in enumerate(answers, 1)
        ],
    ]
    return "satukan.csv", separated(rows, encoding="utf-8-sig")


def form_export(answers):
    """Google Forms: full questions, answers in words."""
    rows = [
        ["Cap waktu", "Nama", "Nomor HP", "Jenis Layanan", *QUESTIONS, "Kritik dan saran"],
        *[
            [
                "04/03/2025 09.12.33",
                "Nama Orang",
                "081200000000",
                "Pindah memilih" if number % 2 else "Permohonan informasi",
                *("" if score is None else WORDS[at][score - 1] for at, score in enumerate(row)),
                "Terima kasih",
            ]
            for number, row in enumerate(answers, 1)
        ],
    ]
    return "formulir.xlsx", xlsx(("Form Responses 1", rows))


def form_export_with_numbers_in_words(answers):
    rows = [
        ["Timestamp", *QUESTIONS],
        *[
            [
                "2025-03-04",
                *("" if score is None else f"{score}. {WORDS[at][score - 1]}" for at, score in enumerate(row)),
            ]
            for row in answers
        ],
    ]
    return "formulir.csv", separated(rows)


def page_called_xls(answers):
    """HTML with heading cells over several rows and columns."""
    rows = [
        [("NO. RES", 1, 2), ("Jenis Layanan", 1, 2), ("Nilai Unsur Pelayanan", 9, 1)],
        list(NAMES),
        *[[row[0], "KTP", *row[1:]] for row in numbered(answers, "")],
        ["", "Total Nilai Pertanyaan", *sums(answers)],
        ["", "Nilai Rata-rata Pertanyaan", *means(answers)],
    ]
    return "pengolahan.xls", page(rows)


def old_workbook(answers):
    return "lama.xls", xls("Data", [["No", *NAMES], *numbered(answers, "")])


def open_document(answers):
    return "data.ods", ods("Data", [["No. Responden", *NAMES], *numbered(answers, "")])


def semicolons_in_latin(answers):
    rows = [["No", *NAMES, "Masukan: çedilla dan é"], *[[*row, "é"] for row in numbered(answers, "")]]
    return "data.csv", separated(rows, ";", "latin-1")


def pasted_cells(answers):
    return "tempelan.txt", separated([["No", *NAMES], *numbered(answers, "")], "\t")


def three_cut_labels(answers):
    """The annex's form: labels of the sums cut over cells and rows, notes below."""
    rows = [
        ["No Resp", *(f"{code} {name}" for code, name in zip(CODES, NAMES, strict=True))],
        *numbered(answers, ""),
        ["SNilai", *sums(answers)],
        ["/Unsur"],
        ["NRR", *means(answers)],
        ["/Pertanyaan"],
        ["NRR", *["0,36"] * 9, "*) 3,24"],
        ["tertbg/"],
        ["pertanyaan"],
        ["IKM Unit pelayanan", "", "", "", "", "", "", "", "", "**) 81,00"],
        ["Keterangan : U1 s.d. U14 = Unsur-unsur pelayanan"],
    ]
    return "lampiran.xlsx", xlsx(("Pengolahan", rows))


def in_two_tables(answers):
    """Nine columns were too wide for the paper: the last four stand in a table below."""
    rows = numbered(answers, "")
    lines = [["No", *NAMES[:5]], *[row[:6] for row in rows], [], ["Lanjutan"], ["No", *NAMES[5:]]]
    return "lebar.xlsx", xlsx(("Data", [*lines, *[[row[0], *row[6:]] for row in rows]]))


LAYOUTS = (
    with_titles_and_sums,
    under_a_merged_heading,
    by_names_other_way_round,
    form_export,
    form_export_with_numbers_in_words,
    page_called_xls,
    old_workbook,
    open_document,
    semicolons_in_latin,
    pasted_cells,
    three_cut_labels,
    in_two_tables,
)
