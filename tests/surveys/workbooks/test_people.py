"""Who is a respondent: whoever answered, whatever the first cell says; and a row of sums, whatever it is called."""

import random

import pytest

from tests.surveys.workbooks.files import page, separated, xls, xlsx
from tests.surveys.workbooks.layouts import NAMES
from tests.surveys.workbooks.test_reading import exactly, read, table

HEAD = list(NAMES)


def answers(count, seed=1):
    draw = random.Random(seed)
    return [draw.choices([1, 2, 3, 4], [1, 2, 6, 4], k=9) for _ in range(count)]


PEOPLE = answers(24)
ORDINARY = (
    ("Surat Pengantar", "Keterangan Usaha", "Keterangan Domisili"),
    ("Mutu Benih", "Izin Edar"),
    ("IKM Binaan", "Koperasi"),
    ("Jumlah Penduduk", "Nilai Rapor", "Total Station", "Indeks Prestasi", "Bobot Muatan"),
)


def means(rows, places=2):
    return [f"{sum(column) / len(column):.{places}f}".replace(".", ",") for column in zip(*rows, strict=True)]


def everybody(found, rows=PEOPLE):
    """Whether each row counts once, and nothing is wrong."""
    return (found["faults"], found["asks"], found["respondents"], found["scores"]) == (
        [],
        [],
        len(rows),
        exactly(rows)[0],
    )


@pytest.mark.parametrize("numbered", [False, True])
@pytest.mark.parametrize("services", ORDINARY, ids=lambda services: services[0])
def test_services_that_are_called_like_sums_are_services(services, numbered):
    rows = [[services[at % len(services)], *([at + 1] if numbered else []), *row] for at, row in enumerate(PEOPLE)]
    found = read(table([["Jenis Layanan", *(["No"] if numbered else []), *HEAD], *rows]))
    assert everybody(found) and sum(found["services"].values()) == 24
    assert not any("bukan responden" in note for note in found["notes"])


@pytest.mark.parametrize("others", ["Warga {}", "Tamu"])
@pytest.mark.parametrize(
    ("name", "at"),
    [
        *((name, 3) for name in ("Rataningsih", "Nilai Permata", "Total", "Jumlah", "Mutu", "Indeks", "Rata Rata")),
        *((name, 23) for name in ("Rataningsih", "Nilai Permata", "Mutu", "Indeks")),
    ],
)
def test_people_whose_names_begin_like_sums_are_people(name, at, others):
    rows = [[name if place == at else others.format(place), *row] for place, row in enumerate(PEOPLE)]
    assert everybody(read(("data.csv", separated([["Nama", *HEAD], *rows]))))


@pytest.mark.parametrize("label", ["Rata-rata", "Jumlah", "NRR / Unsur", "Nilai rata-rata", "Modus"])
@pytest.mark.parametrize("people", [PEOPLE, PEOPLE[:2]], ids=["many", "two"])
def test_the_last_row_is_nobody_where_it_is_called_a_sum_though_its_numbers_are_wrong(label, people):
    rows = [[f"Siti {at}", *row] for at, row in enumerate(people)]
    found = read(table([["Nama", *HEAD], *rows, [label, 3, 3, 3, 4, 3, 3, 3, 3, 3]]))
    assert everybody(found, people)
    assert any(f"baris {len(people) + 2} di bawah jawaban" in note for note in found["notes"])


@pytest.mark.parametrize("every", [4, 8])
@pytest.mark.parametrize("lead", [("Bulan", "No"), ("Nama",), ("Petugas", "Responden")], ids=lambda lead: lead[0])
def test_a_first_column_that_is_filled_here_and_there_drops_nobody(lead, every):
    rows = []
    for at, row in enumerate(PEOPLE):
        number = [f"R{at + 1}" if lead[-1] == "Responden" else at + 1] if len(lead) > 1 else []
        rows.append([None if at % every else "Januari Siti", *number, *row])
    assert everybody(read(table([[*lead, *HEAD], *rows])))


def grouped(fill):
    return [["KTP" if at == 0 else "KK" if at == 10 else fill, at + 1, *row] for at, row in enumerate(PEOPLE)]


GROUPS = {
    "xlsx": lambda head, rows: ("d.xlsx", xlsx(("Data", [head, *rows]), merged=["A2:A11", "A12:A25"])),
    "page": lambda head, rows: (
        "d.xls",
        page([head, *[[(row[0], 1, 10 if row[0] == "KTP" else 14), *row[1:]] if row[0] else row[1:] for row in rows]]),
    ),
}


@pytest.mark.parametrize("kind", GROUPS)
def test_a_merged_service_counts_for_its_first_row_too(kind):
    found = read(GROUPS[kind](["Jenis Layanan", "No", *HEAD], grouped(None)))
    assert everybody(found) and found["services"] == {"KTP": 10, "KK": 14}


def test_a_service_that_only_the_first_row_of_a_group_names_is_dropped_and_told():
    for file in (
        table([["Jenis Layanan", "No", *HEAD], *grouped(None)]),
        ("d.xls", xls("D", [["Jenis Layanan", "No", *HEAD], *grouped(None)])),
    ):
        found = read(file)
        assert everybody(found) and found["services"] == {} and "Jenis Layanan" in found["dropped"]
        assert any("hanya pada baris pertama setiap kelompok" in note for note in found["notes"])


LABELS = ("Rerata", "Rerata NRR", "Mean", "Average", "Nilai IKM", "Skor rata-rata", "Hasil", "Rata2", "Jumlah/unsur")


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("whole", [False, True])
def test_means_below_names_are_nobody_and_told_with_their_row(label, whole):
    rows = [[f"Siti{'abcdefghijklmnopqrstuvwxyz'[at]}", *row] for at, row in enumerate(PEOPLE)]
    found = read(("d.csv", separated([["Nama", *HEAD], *rows, [label, *means(PEOPLE, 0 if whole else 2)]], ";")))
    assert everybody(found)
    assert any("baris 26 di bawah jawaban" in note for note in found["notes"])


def test_a_mean_that_carries_the_next_number_is_nobody():
    rows = [[at + 1, "Siti", *row] for at, row in enumerate(PEOPLE)]
    assert everybody(read(table([["No", "Nama", *HEAD], *rows, [25, "Rata-rata", *map(int, means(PEOPLE, 0))]])))


def test_means_without_a_label_or_a_number_are_nobody():
    rows = [*PEOPLE, [sum(column) / 24 for column in zip(*PEOPLE, strict=True)]]
    assert everybody(read(table([HEAD, *rows])))


def test_whatever_stands_below_the_sums_is_told_with_its_row():
    rows = [["Siti", *row] for row in PEOPLE]
    rows += [["Median", *[3] * 9], ["Simpangan baku", *["0,87"] * 9], ["Jumlah jawaban 4", *[7] * 9]]
    found = read(("d.csv", separated([["Nama", *HEAD], *rows], ";")))
    assert everybody(found) and not any("Berbeda" in note for note in found["notes"])
    assert any("baris 26–28 di bawah jawaban" in note for note in found["notes"])


@pytest.mark.parametrize("word", ["Subtotal", "Rata-rata", "Mean", "Jumlah"])
def test_sums_and_means_of_each_service_are_nobody(word):
    rows = []
    for service, part in (("Loket 1", PEOPLE[:12]), ("KTP-el", PEOPLE[12:])):
        rows += [["Siti", *row] for row in part]
        own = [sum(column) for column in zip(*part, strict=True)] if word in {"Subtotal", "Jumlah"} else means(part)
        rows.append([f"{word} {service}", *own])
    assert everybody(read(("d.csv", separated([["Nama", *HEAD], *rows], ";"))))


def test_the_only_person_and_the_mean_below():
    assert everybody(read(table([["Nama", *HEAD], ["Siti", *PEOPLE[0]], ["Rata-rata", *PEOPLE[0]]])), PEOPLE[:1])


def test_an_age_in_words_is_no_label():
    rows = [[30 + at if at != 5 else "dewasa", *row] for at, row in enumerate(PEOPLE)]
    assert everybody(read(table([["Umur", *HEAD], *rows])))


def test_people_who_answer_in_words_are_people_whatever_their_names():
    steps = ("Tidak puas", "Kurang puas", "Puas", "Sangat puas")
    names = ("Total", "Mutu", "Nilai Permata", "Kategori")
    rows = [[names[at % 4], *[steps[score - 1] for score in row]] for at, row in enumerate(PEOPLE)]
    assert everybody(read(table([["Nama", *HEAD], *rows]), answers={"kata": "tidak-kurang"}))


def test_a_wrong_answer_of_somebody_is_a_fault_and_no_sum():
    rows = [["Nilai Permata" if at == 5 else "Siti", *row] for at, row in enumerate(PEOPLE)]
    rows[5][3] = 33
    (fault,) = read(table([["Nama", *HEAD], *rows]))["faults"]
    assert fault["place"] == "Lembar Data, D7"


def test_names_go_on_below_the_sums_of_a_page():
    rows = [["Siti", *row] for row in PEOPLE]
    total = ["Jumlah", *map(sum, zip(*PEOPLE[:12], strict=True))]
    found = read(table([["Nama", *HEAD], *rows[:12], total, *rows[12:], ["Jumlah", *[70] * 9]]))
    assert everybody(found)
    assert any("1 baris hitungan di antara jawaban" in note and "baris 14." in note for note in found["notes"])


def test_a_few_last_people_without_a_number_are_people_unless_they_repeat_the_others():
    rows = [[at + 1 if at < 22 else None, *row] for at, row in enumerate(PEOPLE)]
    assert everybody(read(table([["No", *HEAD], *rows])))
    assert everybody(read(table([["No", *HEAD], *rows[:22], [None, *map(int, means(PEOPLE[:22], 0))]])), PEOPLE[:22])


# --- rows that number columns


@pytest.mark.parametrize("sign", ["{}", "({})", "{})"])
@pytest.mark.parametrize("lead", [["No"], ["No", "Nama", "Umur"], []], ids=len)
def test_a_row_that_numbers_the_columns_is_no_heading_and_nobody(lead, sign):
    count = len(lead) + 9
    numbering = [sign.format(at + 1) if sign != "{}" else at + 1 for at in range(count)]
    rows = [[at + 1, "Siti", 30][: len(lead)] + row for at, row in enumerate(PEOPLE)]
    assert everybody(read(table([[*lead, *HEAD], numbering, *rows])))


@pytest.mark.parametrize("blank", [1, 2])
def test_a_row_that_numbers_the_columns_may_leave_out_that_of_the_numbers(blank):
    numbering = [*[None] * blank, *range(1, 12 - blank)]
    rows = [[at + 1, "Siti", *row] for at, row in enumerate(PEOPLE)]
    assert everybody(read(table([["No", "Nama", *HEAD], numbering, *rows])))


def test_numbers_of_columns_stand_under_counts_and_means_too():
    counts = [[sum(row[at] == score for row in PEOPLE) for score in (1, 2, 3, 4)] for at in range(9)]
    rows = [[at + 1, name, *counts[at], 24] for at, name in enumerate(NAMES)]
    found = read(table([["No", "Unsur", "1", "2", "3", "4", "Jumlah"], [*range(1, 8)], *rows]))
    assert (found["kind"], found["scores"]) == ("frequencies", exactly(PEOPLE)[0])
    rows = [[at + 1, name, 3.25, "B"] for at, name in enumerate(NAMES)]
    found = read(table([["No", "Unsur", "NRR", "Mutu"], [1, 2, 3, 4], *rows]))
    assert (found["kind"], set(found["scores"].values())) == ("summary", {"3.25"})


def test_numbers_that_are_the_only_heading_stay_one():
    found = read(table([["Kode", *range(1, 10)], *[["Siti", *row] for row in PEOPLE]]), answers={"U8": "sarana"})
    assert everybody(found)


# --- grids of a form


@pytest.mark.parametrize("row", ["{name}", "{number}. {name}", "U{number} {name}"])
def test_a_grid_asks_what_stands_in_brackets(row):
    heads = [f"Penilaian layanan [{row.format(name=name, number=at + 1)}]" for at, name in enumerate(NAMES)]
    assert everybody(read(table([["Cap waktu", *heads], *[["1/3/2025 9.00", *answer] for answer in PEOPLE]])))


def test_a_grid_of_importance_asks_nothing():
    heads = [*(f"Tingkat kepentingan [{name}]" for name in NAMES), *(f"Tingkat kepuasan [{name}]" for name in NAMES)]
    assert everybody(read(table([heads, *[[4] * 9 + row for row in PEOPLE]])))


@pytest.mark.parametrize(("at", "is_told"), [(3, True), (24, False)], ids=["between", "at the end"])
def test_a_number_without_answers_is_told_where_somebody_answered_below_it(at, is_told):
    rows = [*PEOPLE[:at], [None] * 9, *PEOPLE[at:]]
    found = read(table([["No", *HEAD], *([number, *row] for number, row in enumerate(rows, 1))]))
    told = "1 baris tanpa satu pun jawaban tidak dihitung sebagai responden."
    assert everybody(found) and (told in found["notes"]) == is_told


# --- headings of several rows whose cells nobody merged


UPPER = ["No", "Nama", "Jenis Layanan", "Nilai Unsur Pelayanan", *[None] * 8]
LOWER = [None, None, None, *(f"U{at} ({name})" for at, name in enumerate(HEAD, 1))]


@pytest.mark.parametrize("upside_down", [False, True])
def test_what_stands_in_another_row_of_the_heading_counts_without_merged_cells(upside_down):
    people = [[at, f"Siti {at}", "KTP" if at % 2 else "KK", *row] for at, row in enumerate(PEOPLE, 1)]
    heading = [[None, None, None, *HEAD], [*UPPER[:3], *[None] * 9]] if upside_down else [UPPER, LOWER]
    found = read(table([["REKAP HASIL SURVEI"], [], *heading, *people]))
    assert everybody(found)
    assert (found["services"], found["dropped"]) == ({"KTP": 12, "KK": 12}, ["No", "Nama"])


def test_a_title_of_two_cells_above_a_heading_is_none():
    people = [[at, *row] for at, row in enumerate(PEOPLE, 1)]
    found = read(table([["Unit", "Dinas Perizinan"], ["No", *HEAD], *people]))
    assert everybody(found) and found["dropped"] == ["No"]
