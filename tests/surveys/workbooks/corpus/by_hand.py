"""Answers to nine named elements, in tables that people keep themselves, and in all kinds of files."""

from tests.surveys.workbooks.corpus.case import Case, asked, block, comma, means, nine, sums
from tests.surveys.workbooks.corpus.nine import blank
from tests.surveys.workbooks.files import ods, separated, xls, xlsx
from tests.surveys.workbooks.layouts import NAMES


def cases():
    yield from (
        importance_beside_satisfaction(),
        three_heading_rows(),
        hidden_rows(),
        old_binary_workbook(),
        open_document(),
        semicolons_in_latin_letters(),
        tabs_in_utf_16(),
        numbers_as_text(),
        best_first_by_position(),
        best_answers_only(),
        *free_of_charge(),
        one_file_for_each_service(),
        two_tables_of_answers(),
        sums_page_by_page(),
    )


def importance_beside_satisfaction():
    """Every second column asks how important it is, and is dropped."""
    answers = block(21)
    head = [f"{name} ({kind})" for name in NAMES for kind in ("Kepentingan", "Kepuasan")]
    rows = [
        ["No", *head],
        *[[at, *[part for cell in row for part in (4, blank(cell))]] for at, row in enumerate(answers, 1)],
    ]
    dropped = ["No", *[f"{name} (Kepentingan)" for name in NAMES]]
    return Case("kepentingan", {"kepentingan.xlsx": xlsx(("Data", rows))}, nine(answers, dropped=dropped))


def three_heading_rows():
    answers = block(22)
    rows = [
        ["No", "Responden", "", "Penilaian"],
        ["", "Jenis Kelamin", "Umur", "Unsur Pelayanan"],
        ["", "", "", *NAMES],
        *[[at, "L", 30, *map(blank, row)] for at, row in enumerate(answers, 1)],
        ["Jumlah", "", "", *sums(answers)],
    ]
    merged = ["A1:A3", "B1:C1", "B2:B3", "C2:C3", "D1:L1", "D2:L2"]
    return Case("kepala-tiga-baris", {"kepala-tiga-baris.xlsx": xlsx(("Data", rows), merged=merged)}, nine(answers))


def hidden_rows():
    answers = block(23)
    rows = [["No", *NAMES], *[[at, *map(blank, row)] for at, row in enumerate(answers, 1)]]
    expected = nine(answers, notes=["3 baris tersembunyi ikut dihitung."])
    content = xlsx(("Data", rows), hidden_rows=[4, 5, 9])
    return Case("baris-tersembunyi", {"baris-tersembunyi.xlsx": content}, expected)


def old_binary_workbook():
    answers = block(24)
    rows = [["No", *NAMES], *[[at, *map(blank, row)] for at, row in enumerate(answers, 1)]]
    return Case("excel-lama", {"excel-lama.xls": xls("Data", rows)}, nine(answers))


def open_document():
    answers = block(25)
    rows = [["No. Responden", *NAMES], *[[at, *map(blank, row)] for at, row in enumerate(answers, 1)]]
    return Case("libreoffice", {"libreoffice.ods": ods("Data", rows)}, nine(answers))


def semicolons_in_latin_letters():
    answers = block(26)
    rows = [
        ["No", *NAMES, "Masukan: façade, café"],
        *[[at, *map(blank, row), "déjà vu"] for at, row in enumerate(answers, 1)],
    ]
    content = b"sep=;\r\n" + separated(rows, ";", "latin-1")
    return Case("titik-koma-latin", {"titik-koma-latin.csv": content}, nine(answers, silent=["déjà"]))


def tabs_in_utf_16():
    answers = block(27)
    rows = [["No", *NAMES], *[[at, *map(blank, row)] for at, row in enumerate(answers, 1)]]
    content = b"\xff\xfe" + separated(rows, "\t", "utf-16-le")
    return Case("teks-unicode-excel", {"teks-unicode-excel.txt": content}, nine(answers))


def numbers_as_text():
    answers = block(28)
    rows = [
        ["No", *NAMES],
        *[[str(at), *[f"{cell},0" if cell else "-" for cell in row]] for at, row in enumerate(answers, 1)],
    ]
    return Case("angka-sebagai-teks", {"angka-sebagai-teks.xlsx": xlsx(("Data", rows))}, nine(answers))


def best_first_by_position():
    """L9: the option listed first is the best and was exported as 1; only the mean tells, and so it is told."""
    answers = block(29, weights=(6, 5, 2, 1))
    rows = [["No", *NAMES], *[[at, *map(blank, row)] for at, row in enumerate(answers, 1)]]
    expected = nine(answers, notes=["periksa apakah pilihan jawaban terbalik"])
    return Case("terbaik-satu", {"terbaik-satu.csv": separated(rows)}, expected)


def best_answers_only():
    """Sorted from the best one on, as a sample of the best answers would be."""
    answers = sorted(block(30, 40, missing=0), key=sum, reverse=True)
    rows = [["No", *NAMES], *[[at, *row] for at, row in enumerate(answers, 1)]]
    expected = nine(answers, notes=["hanya memuat jawaban terbaik"])
    return Case("terurut-terbaik", {"terurut-terbaik.xlsx": xlsx(("Data", rows))}, expected)


def free_of_charge():
    """The cost was left blank by half of them: left out or counted as free, and never in silence."""
    answers = block(31, 12, missing=0)
    for row in answers[::2]:
        row[3] = None
    rows = [["No", *NAMES], *[[at, *map(blank, row)] for at, row in enumerate(answers, 1)]]
    content = xlsx(("Data", rows))
    free = [[4 if at == 3 and cell is None else cell for at, cell in enumerate(row)] for row in answers]
    yield Case("biaya-kosong", {"biaya-kosong.xlsx": content}, asked(biaya=["kosong", "gratis"]))
    for name, expected in (("kosong", nine(answers)), ("gratis", nine(free))):
        full_name = f"biaya-{name}-dijawab"
        yield Case(full_name, {f"{full_name}.xlsx": content}, expected, ("--answer", f"biaya={name}"))


def one_file_for_each_service():
    files, services, together = {}, {}, []
    for at, service in enumerate(("KTP", "Akta Kelahiran", "Kartu Keluarga")):
        answers = block(320 + at, 6 + at, missing=0)
        name = f"layanan-{at + 1}.csv"
        files[name] = separated([["No", *NAMES], *[[number, *row] for number, row in enumerate(answers, 1)]])
        services[name] = service
        together += [(service, row) for row in answers]
    expected = nine([row for _service, row in together], services=[service for service, _row in together])
    return Case("satu-berkas-per-layanan", files, expected, services=services)


def two_tables_of_answers():
    first, second = block(331), block(332)
    sheets = [
        (name, [["No", *NAMES], *[[at, *map(blank, row)] for at, row in enumerate(answers, 1)]])
        for name, answers in (("Triwulan I", first), ("Triwulan II", second))
    ]
    expected = nine(second)
    return Case("dua-lembar", {"dua-lembar.xlsx": xlsx(*sheets)}, expected, ("--answer", "table=Triwulan II"))


def sums_page_by_page():
    """Answers go on below the sums of a page; the sums are nobody's answers."""
    answers = block(34, 9, missing=0)
    numbered = [[at, *row] for at, row in enumerate(answers, 1)]
    rows = [
        ["No", *NAMES],
        *numbered[:5],
        ["Jumlah halaman 1", *sums(answers[:5])],
        *numbered[5:],
        ["Jumlah", *sums(answers)],
        ["Rata-rata", *map(comma, means(answers))],
    ]
    return Case("jumlah-per-halaman", {"jumlah-per-halaman.xlsx": xlsx(("Data", rows))}, nine(answers))
