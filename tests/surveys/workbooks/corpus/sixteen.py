"""Answers to the form of sixteen questions in use since 2025: two mappings, two methods, three indices."""

from tests.surveys.workbooks.corpus.case import (
    MAPPING_A,
    MAPPING_B,
    Case,
    asked,
    block,
    comma,
    means,
    rounded,
    sixteen,
    sums,
)
from tests.surveys.workbooks.corpus.nine import PERSON, blank
from tests.surveys.workbooks.files import page, separated, xlsx

P = [f"P{number}" for number in range(1, 17)]
AGREE = ("Sangat tidak setuju", "Tidak setuju", "Setuju", "Sangat setuju")
FIT = ("Sangat tidak sesuai", "Tidak sesuai", "Sesuai", "Sangat sesuai")
STATEMENTS = (
    "Informasi pelayanan tersedia melalui media elektronik maupun nonelektronik",
    "Kesesuaian persyaratan dengan informasi yang diberikan",
    "Standar dan prosedur layanan diinformasikan dengan jelas",
    "Prosedur/Alur layanan mudah dipahami dan dilakukan",
    "Layanan diberikan sesuai prosedur tanpa kecurangan",
    "Jangka waktu layanan sesuai dengan yang diinformasikan",
    "Biaya layanan sesuai dengan yang diinformasikan",
    "Tidak ada pungutan liar (pungli) dalam pelayanan",
    "Tidak ada percaloan/perantara tidak resmi dalam pelayanan",
    "Produk layanan yang diterima sesuai dengan yang dipublikasikan",
    "Petugas merespon kebutuhan dengan cepat",
    "Petugas melayani saya dengan ramah",
    "Seluruh pengguna layanan dilayani secara adil tanpa diskriminasi",
    "Pelayanan diberikan tanpa imbalan uang, barang, atau fasilitas di luar aturan",
    "Layanan konsultasi dan pengaduan mudah diakses",
    "Sarana prasarana nyaman dan mudah digunakan",
)
SCALES = tuple(FIT if number in (2, 6, 7, 10) else AGREE for number in range(1, 17))
FORM = ("--form", "skm-2025-tatap-muka")


def cases():
    yield from (*statements(), page_with_three_heading_rows(), *codes_of_two_parts())


def statements():
    """Full statements, words of two scales: *Tidak sesuai* is 2 here."""
    answers = block(161, 15, 16, cost=6)
    rows = [
        ["Cap waktu", "Nama", "No HP", *STATEMENTS, "Kritik dan saran"],
        *[
            ["2025-03-04", *PERSON]
            + ["" if cell is None else SCALES[at][cell - 1] for at, cell in enumerate(row)]
            + ["-"]
            for row in answers
        ],
    ]
    content = xlsx(("Form Responses 1", rows))
    name = "enam-belas-pertanyaan"
    yield Case(name, {f"{name}.xlsx": content}, asked(mapping=["A", "B"], method=["elements", "questions"]))
    for key, mapping in (("A", MAPPING_A), ("B", MAPPING_B)):
        for method in ("elements", "questions"):
            full_name = f"{name}-{key.lower()}-{method}"
            expected = sixteen(answers, mapping, method=method, silent=list(PERSON))
            yield Case(
                full_name, {f"{full_name}.csv": separated(rows, ";")}, expected, ("--mapping", key, "--method", method)
            )


def page_with_three_heading_rows():
    """L4: a web page that calls itself .xls; elements over the codes of their questions."""
    answers = block(162, 12, 16, cost=6)
    groups = (("Persyaratan", 2), ("Prosedur", 3), ("Waktu", 1), ("Biaya", 3), ("Produk", 1), ("Kompetensi", 1))
    groups += (("Perilaku", 3), ("Aduan", 1), ("Sapras", 1))
    heads = ("NO. RES", "Jenis Layanan", "Pendidikan", "Jenis Kelamin", "Pekerjaan")
    heads += ("Kategorisasi Pengguna Layanan", "Kategori Disabilitas")
    exact = means(answers)
    rows = [
        [*((head, 1, 3) for head in heads), ("Nilai Unsur Pelayanan", 16, 1)],
        [(name, width, 1) for name, width in groups],
        P,
        *[
            [at, "Izin Usaha", "S1", "L", "PNS", "Umum", "Tidak", *[blank(cell, 0) for cell in row]]
            for at, row in enumerate(answers, 1)
        ],
        [("Total Nilai Pertanyaan", 7, 1), *sums(answers)],
        [("Nilai Rata-rata Pertanyaan", 7, 1), *map(comma, exact)],
        [("Nilai Per Unsur", 7, 1), *((comma(exact[0]), width, 1) for _name, width in groups)],
        [("Kategori Per Unsur", 7, 1), *(("B", width, 1) for _name, width in groups)],
        [("IKM OPP", 7, 1), ("3,1", 16, 1)],
        [("IKM Konversi OPP", 7, 1), ("77,5", 16, 1)],
        [("Mutu Layanan", 7, 1), ("B", 16, 1)],
    ]
    name = "sisukma-pengolahan"
    expected = sixteen(answers, services={"Izin Usaha": len(answers)})
    return Case(name, {f"{name}.xls": page(rows)}, expected, (*FORM, "--mapping", "A", "--method", "elements"))


def codes_of_two_parts():
    """The form for both channels: three of its numbers have two questions."""
    answers = block(163, 12, 19)
    two = {11, 12, 16}
    for name, letters in (("kode-dua-bagian", "AB"), ("kode-dua-bagian-kecil", "ab")):
        codes = [f"P{number}{part}" for number in range(1, 17) for part in (letters if number in two else ("",))]
        content = separated([["No", *codes], *[[at, *map(blank, row)] for at, row in enumerate(answers, 1)]])
        expected = asked(mapping=["A", "B"], method=["elements", "questions"])
        yield Case(name, {f"{name}.csv": content}, expected)
        exact = means(answers)
        index = rounded(sum(exact) / 19 * 25, 2)
        whole = {"exit": 0, "kind": "answers", "respondents": len(answers), "index": index, "faults": [], "asks": {}}
        arguments = ("--mapping", "A", "--method", "questions")
        yield Case(f"{name}-dijawab", {f"{name}-dijawab.csv": content}, whole, arguments)
