"""Files that must be refused with one clear sentence, or with the cell of each fault; nothing of them is written."""

import io
import zipfile

from tests.surveys.workbooks.corpus.case import LONG_AGO, Case, block, dated, refused
from tests.surveys.workbooks.files import page, separated, xlsx
from tests.surveys.workbooks.layouts import NAMES

PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)


def cases():
    yield from (
        wrong_words(),
        five_steps(),
        many_faults(),
        errors_of_formulas(),
        never_calculated(),
        fourteen_elements(),
        eight_elements(),
        no_table(),
        Case("kosong", {"kosong.csv": b""}, refused("kosong.csv", told=["kosong"])),
        Case("gambar", {"gambar.xlsx": PNG}, refused("gambar.xlsx", told=["gambar"])),
        truncated(),
        bomb(),
        sent_twice(),
        answers_beside_means(),
        nobody_answered(),
        *unquoted(),
        too_wide(),
        name_among_answers(),
    )


def table(answers):
    return [["No", *NAMES], *[[at, *row] for at, row in enumerate(answers, 1)]]


def wrong_words():
    rows = table(block(41, missing=0))
    rows[3][2] = "empat"
    rows[6][9] = 7
    expected = refused("Lembar Lembar Data, C4", "Lembar Lembar Data, J7", told=["“empat” bukan 1–4", "“7” bukan 1–4"])
    return Case("kata-asing", {"kata-asing.xlsx": xlsx(("Lembar Data", rows))}, expected)


def five_steps():
    """A scale of 1–5: the fives are faults, each with its cell."""
    rows = table(block(42, 6, missing=0))
    for at in (2, 4):
        rows[at][5] = 5
    expected = refused("Lembar skala-lima.csv, F3", "Lembar skala-lima.csv, F5", told=["“5” bukan 1–4"])
    return Case("skala-lima", {"skala-lima.csv": separated(rows)}, expected)


def many_faults():
    rows = table(block(43, 70, missing=0))
    for row in rows[1:61]:
        row[1] = "entah"
    places = [f"Lembar Data, B{number}" for number in range(2, 52)]
    expected = refused(*places, "", told=["dan 10 kesalahan lain."])
    return Case("banyak-salah", {"banyak-salah.xlsx": xlsx(("Data", rows))}, expected)


def errors_of_formulas():
    """#REF! in an answer is told by its cell; in a row of sums it is nobody's concern."""
    rows = table(block(44, missing=0))
    rows[5][4] = "#REF!"
    rows.append(["Jumlah", *["#REF!"] * 9])
    expected = refused("Lembar Data, E6", told=["#REF!"])
    return Case("rumus-galat", {"rumus-galat.xlsx": xlsx(("Data", rows))}, expected)


def never_calculated():
    rows = table(block(45, missing=0))
    rows[2][3] = "=VLOOKUP(A3,Lain!A:B,2)"
    expected = refused("Lembar Data, D3", told=["belum pernah dihitung"])
    return Case("rumus-belum-dihitung", {"rumus-belum-dihitung.xlsx": xlsx(("Data", rows))}, expected)


def fourteen_elements():
    """KepmenPAN 25/2004."""
    answers = block(46, 8, 14, missing=0)
    rows = [["No", *[f"U{number}" for number in range(1, 15)]], *[[at, *row] for at, row in enumerate(answers, 1)]]
    return Case("empat-belas-unsur", {"empat-belas-unsur.xlsx": xlsx(("Data", rows))}, {"exit": 1, "index": None})


def eight_elements():
    """The cost was dropped."""
    answers = block(47, 8, 8, missing=0)
    names = [name for name in NAMES if "Biaya" not in name]
    rows = [["No", *names], *[[at, *row] for at, row in enumerate(answers, 1)]]
    expected = {"exit": 1, "index": None, "messages": ["tidak ditemukan: U4"]}
    return Case("delapan-unsur", {"delapan-unsur.xlsx": xlsx(("Data", rows))}, expected)


def no_table():
    rows = [["Daftar hadir rapat"], ["Nama", "Tanda tangan"], ["Budi Contoh", ""]]
    expected = refused("tanpa-tabel.xls", told=["Tidak ditemukan tabel nilai"], silent=["Budi"])
    return Case("tanpa-tabel", {"tanpa-tabel.xls": page(rows)}, expected)


def truncated():
    content = dated(xlsx(("Data", table(block(48)))))
    return Case("terpotong", {"terpotong.xlsx": content[:1500]}, refused("terpotong.xlsx", told=["terpotong"]))


def bomb():
    """A sheet that unfolds to 320 MiB."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        with zipfile.ZipFile(io.BytesIO(dated(xlsx(("Data", table(block(49, 3))))))) as source:
            for entry in source.infolist():
                if not entry.filename.endswith("sheet1.xml"):
                    archive.writestr(_packed(entry.filename), source.read(entry))
        archive.writestr(_packed("xl/worksheets/sheet1.xml"), b"<worksheet>" + b" " * (320 * 2**20) + b"</worksheet>")
    return Case("bom", {"bom.xlsx": out.getvalue()}, refused("bom.xlsx", told=["terlalu besar"]))


def _packed(name):
    entry = zipfile.ZipInfo(name, LONG_AGO)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def sent_twice():
    content = separated(table(block(50)))
    files = {"sama-1.csv": content, "sama-2.csv": content}
    return Case("sama-dua-kali", files, refused("sama-2.csv", told=["dua kali"]), services={"sama-1.csv": "KTP"})


def answers_beside_means():
    means = [["Unsur", "NRR"], *[[name, "3,25"] for name in NAMES]]
    files = {"campur-1.csv": separated(table(block(51))), "campur-2.csv": separated(means, ";")}
    return Case("jawaban-dan-nilai", files, {"exit": 1, "index": None, "messages": ["semuanya memuat jawaban"]})


def nobody_answered():
    answers = block(52, missing=0)
    for row in answers:
        row[5] = None
    expected = refused("", told=["kompetensi"])
    return Case("tanpa-jawaban-kompetensi", {"tanpa-jawaban-kompetensi.xlsx": xlsx(("Data", table(answers)))}, expected)


def unquoted():
    """Decimal commas and commas in names without quotes push what follows into the next column."""
    quote = "harus diapit tanda kutip"
    means = ["Unsur,Nilai", *[f"{name},3,2{at}" for at, name in enumerate(NAMES)]]
    graded = ["Rekap", "", "No,Unsur,NRR,Mutu", *[f"{at},{name},3,2{at},B" for at, name in enumerate(NAMES, 1)]]
    people = [",".join(["No", "Nama", *NAMES]), *[f"{at},Contoh,{','.join('3' * 9)}" for at in range(1, 8)]]
    people[4] = people[4].replace("Contoh", "Contoh, S.H.")
    for name, lines, told in (
        ("desimal-tanpa-kutip", means, "Baris 2 berisi 3 sel, sedangkan judulnya 2."),
        ("desimal-dan-mutu", graded, "Baris 4 berisi 5 sel, sedangkan judulnya 4."),
        ("gelar-tanpa-kutip", people, "Baris 5 berisi 12 sel, sedangkan judulnya 11."),
    ):
        content = "\r\n".join(lines).encode()
        yield Case(name, {f"{name}.csv": content}, refused(f"{name}.csv", told=[told, quote]))


def too_wide():
    rows = [[f"U{number}" for number in range(1, 502)], [3] * 501]
    expected = refused("lima-ratus-satu-kolom.csv", told=["lebih dari 500 kolom berisi"])
    return Case("lima-ratus-satu-kolom", {"lima-ratus-satu-kolom.csv": separated(rows)}, expected)


def name_among_answers():
    """What a message repeats must not tell who somebody is."""
    rows = table(block(53, missing=0))
    rows[3][2] = "Siti Contoh 081234567890"
    rows[4][2] = "081234567890"
    rows[5][2] = "Siti Contoh"
    places = [f"Lembar Data, C{number}" for number in (4, 5, 6)]
    expected = refused(*places, told=["isi sel ini bukan 1–4"], silent=["Siti", "081234567890"])
    return Case("nama-di-jawaban", {"nama-di-jawaban.xlsx": xlsx(("Data", rows))}, expected)
