"""Answers to the nine questions of PermenPANRB 14/2017, in the layouts that programs write."""

from fractions import Fraction

from tests.surveys.workbooks.corpus.case import KEYS, Case, asked, block, comma, means, nine, sums
from tests.surveys.workbooks.files import page, separated, xlsx
from tests.surveys.workbooks.layouts import NAMES, QUESTIONS, WORDS

U = [f"U{number}" for number in range(1, 10)]
ADUAN_FIRST = (*KEYS[:7], "pengaduan", "sarana")
SARANA_FIRST = KEYS
PERSON = ("Siti Contoh", "081234567890")
"""Nobody's; they must not leave the importer."""


def blank(score, instead=""):
    return instead if score is None else score


def words(row, at):
    return "" if row[at] is None else WORDS[at][row[at] - 1]


def cases():
    yield from (
        exported_with_formulas(),
        by_respondent_under_a_merged_heading(),
        imported_by_position(),
        csv_with_names_and_the_other_order(),
        *builder_of_reports(),
        filament_with_a_legend(),
        parameters_with_their_own_arithmetic(),
        cut_labels_with_a_legend_at_the_right(),
        sheet_of_nine_names(),
        google_forms_in_words(),
        google_forms_asked_twice(),
        lime_survey_in_words(),
    )


def exported_with_formulas():
    """L1: from column B, a profile above, live formulas below that were never calculated, two tables behind them."""
    answers = block(1, 14, missing=0)
    last = 11 + len(answers)
    live = [f"=SUM({letter}12:{letter}{last})" for letter in "CDEFGHIJK"]
    rows = [
        [],
        [],
        ["", "LAPORAN INDEKS KEPUASAN MASYARAKAT (IKM)"],
        ["", "Template", "SKM 9 Unsur"],
        ["", "Periode", "Januari - Juni 2025"],
        ["", "INFORMASI RESPONDEN"],
        ["", "Total Responden", len(answers)],
        ["", "Jenis Kelamin - Laki-Laki", 8],
        ["", "Usia (Interval)", "17 - 25 : 3"],
        [],
        ["", "RESPONDEN", *U],
        *[["", f"Responden {at}", *row] for at, row in enumerate(answers, 1)],
        ["", "Jumlah Nilai / Unsur", *live],
        ["", "NRR per Unsur (Nilai Rata-Rata)", *[f"={letter}{last + 1}/14" for letter in "CDEFGHIJK"]],
        ["", "Bobot per Unsur (1/9)", *["=1/9"] * 9],
        ["", "NRR Tertimbang (NRR × Bobot)", *[f"={letter}{last + 2}/9" for letter in "CDEFGHIJK"]],
        ["", "Total NRR Tertimbang", f"=SUM(C{last + 4}:K{last + 4})"],
        ["", "IKM UNIT PELAYANAN", f"=C{last + 5}*25"],
        [],
        ["", "Kode", "Unsur Pelayanan", "NRR", "Bobot", "NRR Tertimbang"],
        *[["", code, name, f"=C{last + 2}", "=1/9", "=1/9"] for code, name in zip(U, NAMES, strict=True)],
        [],
        ["", "Kategori", "Mutu Pelayanan", "Rentang"],
        ["", "A", "Sangat Baik", "88,31 - 100,00"],
    ]
    return Case("gaspul-ekspor", {"gaspul-ekspor.xlsx": xlsx(("Rekap", rows))}, nine(answers))


def by_respondent_under_a_merged_heading():
    """L2: profile of each respondent, codes only, sums as text; the order of U8 and U9 is asked."""
    answers = block(2)
    rows = [
        ["PENGOLAHAN SURVEY KEPUASAN MASYARAKAT PER RESPONDEN"],
        ["DAN PER UNSUR PELAYANAN"],
        ["UNIT PELAYANAN", ": Kantor Contoh"],
        ["Tlp/Fax", ": -"],
        [],
        ["No", "Usia", "Jenis Kelamin", "Pekerjaan", "Pendidikan", "NILAI UNSUR PELAYANAN"],
        ["", "", "", "", "", *U],
        *[[at, 20 + at, "L", "PNS", "S1", *map(blank, row)] for at, row in enumerate(answers, 1)],
        ["Nilai /Unsur", "", "", "", "", *map(str, sums(answers))],
        ["NRR / Unsur", "", "", "", "", *map(comma, means(answers))],
        ["NRR tertbg/ unsur", "", "", "", "", *[comma(mean / 9) for mean in means(answers)]],
        ["IKM Unit pelayanan", "", "", "", "", comma(sum(means(answers)) / 9 * 25)],
    ]
    merged = ["F6:N6", *(f"{letter}6:{letter}7" for letter in "ABCDE")]
    content = xlsx(("Sheet1", rows), merged=merged)
    return Case("per-responden", {"per-responden.xlsx": content}, asked(U8=["sarana", "pengaduan"]))


def imported_by_position():
    """L3: codes in small letters, u10 and u11 never used, one file for each service."""
    answers = block(3)
    head = ["No", "tgl_survei", "jam_survei", "jenis_kelamin", "usia", "pendidikan", "pekerjaan"]
    rows = [
        [*head, *map(str.lower, U), "u10", "u11", "saran"],
        *[
            [at, "2025-03-04", "08.00-12.00", "P", 31, "S1", "SWASTA", *[blank(cell, 0) for cell in row], 0, 0, "baik"]
            for at, row in enumerate(answers, 1)
        ],
    ]
    expected = nine(answers, order=ADUAN_FIRST, dropped=[*head[:3], "u10", "u11", "saran"])
    arguments = ("--answer", "U8=pengaduan")
    return Case("sisukma-impor", {"sisukma-impor.xlsx": xlsx(("Worksheet", rows))}, expected, arguments)


def csv_with_names_and_the_other_order():
    """L6: three titles, names of people, complaints as U8, 0 for no answer, rounded results behind each row."""
    answers = block(6, 15, missing=0.1)
    head = ["No", "Tanggal Lengkap", "Unit Layanan", "OPD", "Nama Responden", "Umur"]
    head += ["Jenis Kelamin", "Pendidikan", "Pekerjaan"]
    names = ("Persyaratan", "Prosedur", "Waktu Pelayanan", "Biaya/Tarif", "Spesifikasi", "Kompetensi", "Perilaku")
    named = [f"{code} ({name})" for code, name in zip(U, (*names, "Pengaduan", "Sarpras"), strict=True)]
    units = ["Loket 1" if at % 3 else "Loket 2" for at in range(len(answers))]
    rows = [
        ["REKAPITULASI SURVEI KEPUASAN MASYARAKAT"],
        ["Kabupaten Contoh"],
        ["Periode: Semester I 2025"],
        [],
        [*head, *named, "Rerata NRR", "IKM Konversi", "Saran/Aduan/Komentar"],
        *[
            [at + 1, "04 Maret 2025", units[at], "Dinas", PERSON[0], 41, "P", "S1", "PNS"]
            + [blank(cell, 0) for cell in row]
            + [comma(Fraction(sum(filter(None, row)), 9)), "75,00", "Total bagus, terima kasih"]
            for at, row in enumerate(answers)
        ],
    ]
    told = [*head[:2], *head[3:5], "Rerata NRR", "IKM Konversi", "Saran/Aduan/Komentar"]
    expected = nine(answers, order=ADUAN_FIRST, services=units, dropped=told, silent=[PERSON[0], "terima kasih"])
    return Case("satukan", {"satukan.csv": separated(rows, encoding="utf-8-sig")}, expected)


def builder_of_reports():
    """L7: three sheets; both orders of U8 and U9, told by the names beside the codes."""
    answers = block(7, 20, missing=0.08)
    for name, order, ends in (
        ("report-builder", SARANA_FIRST, ("Sarana & Prasarana", "Pengaduan")),
        ("report-builder-aduan-dulu", ADUAN_FIRST, ("Pengaduan", "Sarana & Prasarana")),
    ):
        named = [f"{code} ({text})" for code, text in zip(U, (*NAMES[:7], *ends), strict=True)]
        head = ["No", "Jenis Kelamin (L/P)", "Pendidikan Terakhir", "Pekerjaan", "Jenis Layanan"]
        kinds = ["KTP" if at % 2 else "KK" for at in range(len(answers))]
        raw = [
            [*head, *named, "Saran / Masukan (Teks)"],
            *[[at + 1, "L", "SMA", "Swasta", kinds[at], *map(blank, row), ""] for at, row in enumerate(answers)],
        ]
        info = [["Parameter", "Isi Data"], ["Nama Unit", "Kantor Contoh"], ["Jumlah Responden", len(answers)]]
        when = [["No.", "Kegiatan", "Waktu Pelaksanaan", "Jumlah Hari Kerja"], [1, "Persiapan", "Januari 2025", 5]]
        content = xlsx(("Info_Umum", info), ("Waktu_Pelaksanaan", when), ("Data_Survei_Mentah", raw))
        yield Case(name, {f"{name}.xlsx": content}, nine(answers, order=order, services=kinds))


def filament_with_a_legend():
    """L9: the legend below tells the question of each code, so that U8 is not asked."""
    answers = block(9)
    below = [
        ["ΣNilai/Unsur", *sums(answers)],
        ["NRR/Unsur", *[comma(mean, 3) for mean in means(answers)]],
        ["NRR Tertimbang/Unsur", *[comma(mean / 9, 3) for mean in means(answers)]],
        ["IKM Unit Pelayanan", comma(sum(means(answers)) / 9 * 25)],
        ["Mutu Pelayanan", "B"],
        ["Keterangan Unsur"],
        *[[code, question] for code, question in zip(U, QUESTIONS, strict=True)],
    ]
    rows = [
        ["Hasil Survei"],
        ["Kuesioner: SKM Semester I"],
        [],
        ["NO. RESP", *U],
        *[[at, *map(blank, row)] for at, row in enumerate(answers, 1)],
        *below,
    ]
    return Case("filament", {"filament.csv": separated(rows, encoding="utf-8-sig")}, nine(answers))


def parameters_with_their_own_arithmetic():
    """L10: P1 … P9, and sums "× 20" that nothing is taken from."""
    answers = block(10)
    codes = [f"P{number}" for number in range(1, 10)]
    rows = [
        ["No. Urut Responden", *codes],
        *[[at, *map(blank, row)] for at, row in enumerate(answers, 1)],
        ["Nilai Per Parameter", *sums(answers)],
        ["Nilai Rata-rata (NRR) Per Parameter", *map(comma, means(answers))],
        ["BOBOT", *["0.111"] * 9],
        ["Survey Kepuasan Masyarakat (SKM)", "3,10"],
        ["IKM", "62,00"],
        ["Mutu", "C"],
        ["Kategori", "Baik"],
    ]
    return Case("bpbd", {"bpbd.xls": page(rows)}, nine(answers), ("--answer", "U8=sarana"))


def cut_labels_with_a_legend_at_the_right():
    """L11: labels cut over cells, footnotes that begin as formulas do, a legend left over from an older form."""
    answers = block(11)
    legend = [["No.", "Unsur Pelayanan", "Rata-rata"]]
    legend += [
        [code, name, comma(mean)]
        for code, name, mean in zip(U, (*NAMES[:7], "Penanganan Pengaduan", "Sarana"), means(answers), strict=True)
    ]
    data = [
        ["No Resp", *U],
        *[[at, *map(blank, row)] for at, row in enumerate(answers, 1)],
        ["SNilai", *sums(answers)],
        ["/Unsur"],
        ["NRR", *map(comma, means(answers))],
        ["/Pertanyaan"],
        ["NRR", *[comma(mean / 9) for mean in means(answers)]],
        ["tertbg/"],
        ["pertanyaan"],
        ["IKM Unit pelayanan", "", "", "", "", "", "", "", "", "**) 81,00"],
        ["Keterangan :", "- U1 s.d. U14", "Unsur-unsur pelayanan"],
        ["", "- NRR", "Nilai rata-rata"],
        ["*)", "Jumlah NRR IKM tertimbang"],
    ]
    rows = [[*row, *[""] * (12 - len(row)), *(legend[at] if at < len(legend) else [])] for at, row in enumerate(data)]
    return Case(
        "lampiran-permen", {"lampiran-permen.xlsx": xlsx(("Pengolahan", rows))}, nine(answers, order=ADUAN_FIRST)
    )


def sheet_of_nine_names():
    """L14: a sheet of answers beside one of results and one of earlier years."""
    answers = block(14)
    head = ["TIMESTAMP", "ID_RESPONDEN", "UNIT_LAYANAN", "USIA", "JENIS_KELAMIN", "PENDIDIKAN", "PEKERJAAN"]
    names = [name.upper() for name in NAMES]
    raw = [
        [*head, "JENIS_LAYANAN", *names, "SARAN"],
        *[
            [
                "2025-03-04 08:12:11",
                f"R{at:03}",
                "Akademik",
                21,
                "P",
                "SMA",
                "Mahasiswa",
                "Surat",
                *map(blank, row),
                "-",
            ]
            for at, row in enumerate(answers, 1)
        ],
    ]
    rekap = [["UNIT", "IKM", "MUTU"], ["Akademik", "81,96", "B"]]
    content = xlsx(("db_responden", raw), ("db_rekap", rekap), ("db_history", [["TAHUN", "IKM"], [2024, "80,10"]]))
    return Case("lembar-kampus", {"lembar-kampus.xlsx": content}, nine(answers, services=["Surat"] * len(answers)))


def google_forms_in_words():
    """L15: names and phone numbers, full questions, answers in words with slips of the pen."""
    answers = block(15, 18, missing=0.05)
    kinds = ["Pindah memilih" if at % 2 else "Permohonan informasi" for at in range(len(answers))]
    head = ["Cap waktu", "Nama Lengkap", "Jenis Layanan", "No. HP/WA", "Pendidikan", "Usia", "Pekerjaan"]
    head += ["Penyandang disabilitas", "Jenis kelamin"]
    rows = [
        [*head, *QUESTIONS, "Kritik dan saran"],
        *[
            ["04/03/2025 9:12:33", PERSON[0], kinds[at], PERSON[1], "S1", 30, "PNS", "Tidak", "Perempuan"]
            + [words(row, place) for place in range(9)]
            + ["Semoga lebih baik"]
            for at, row in enumerate(answers)
        ],
    ]
    dropped = [*head[:2], head[3], "Kritik dan saran"]
    expected = nine(answers, services=kinds, dropped=dropped, silent=[*PERSON, "Semoga"])
    return Case("google-forms", {"google-forms.xlsx": xlsx(("Form Responses 1", rows))}, expected)


def google_forms_asked_twice():
    """L15: the block of questions stands there twice; a person says which one is meant."""
    first, second = block(151), block(152)
    rows = [
        ["Timestamp", *QUESTIONS, *QUESTIONS],
        *[
            ["2025-03-04", *[words(row, at) for at in range(9)], *[words(other, at) for at in range(9)]]
            for row, other in zip(first, second, strict=True)
        ],
    ]
    expected = nine(second)
    return Case(
        "google-forms-dua-kali", {"google-forms-dua-kali.csv": separated(rows)}, expected, ("--answer", "block=K")
    )


def lime_survey_in_words():
    """L16: codes of questions and their full texts as headings, answers as numbers with words."""
    answers = block(16)
    rows = [
        ["id", "submitdate", "lastpage", *[f"{code}. {text}" for code, text in zip(U, QUESTIONS, strict=True)]],
        *[
            [at, "2025-03-04 10:00:00", 3]
            + ["" if cell is None else f"{WORDS[place][cell - 1]} [{cell}]" for place, cell in enumerate(row)]
            for at, row in enumerate(answers, 1)
        ],
    ]
    return Case("lime-survey", {"lime-survey.csv": separated(rows, ";")}, nine(answers))
