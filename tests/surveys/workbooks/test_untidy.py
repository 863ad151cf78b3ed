"""What people leave in a table: sums in the middle, ranks, several columns, values that contradict each other."""

from decimal import Decimal

import pytest

from surveys.workbooks.sheets.cells import quoted
from tests.surveys.workbooks.files import separated
from tests.surveys.workbooks.layouts import CODES, NAMES, numbered
from tests.surveys.workbooks.test_reading import ANSWERS, SUMMARY, exactly, read, table


@pytest.mark.parametrize("label", ["Sub jumlah", "Jumlah hal. 1", "Rata-rata", "Total responden laki-laki"])
def test_answers_below_a_sum_in_the_middle_are_read(label):
    rows = numbered(ANSWERS, None)
    middle = [label, *[9] * 9] if label != "Total responden laki-laki" else [f"{label} 2"]
    found = read(table([["No", *NAMES], *rows[:2], middle, *rows[2:]]))
    assert (found["respondents"], found["scores"]) == (5, exactly(ANSWERS)[0])
    told = "1 baris tanpa satu pun jawaban" if middle[1:] == [] else "1 baris hitungan"
    assert any(told in note for note in found["notes"])


@pytest.mark.parametrize(
    "label", ["Ranking", "Peringkat", "Mean", "Modus", "Maksimum", "Nilai tertinggi", "Target", "N"]
)
@pytest.mark.parametrize("place", ["first", "last"])
def test_a_row_that_somebody_computed_is_no_respondent(label, place):
    rows = numbered(ANSWERS, None)
    computed = [[label, *[4] * 9]]
    found = read(table([["No", *NAMES], *(computed + rows if place == "first" else rows + computed)]))
    assert (found["respondents"], found["scores"]) == (5, exactly(ANSWERS)[0])


def test_the_same_file_twice_is_refused():
    content = separated([["No", *NAMES], *numbered(ANSWERS)])
    assert "dua kali" in read(("a.csv", content, "KTP"), ("b.csv", content, "KK"))["faults"][0]["message"]


def test_services_that_differ_by_case_are_one():
    rows = [[1, "KTP", *[3] * 9], [2, "ktp ", *[3] * 9], [3, "KK", *[3] * 9]]
    assert read(table([["No", "Jenis Layanan", *NAMES], *rows]))["services"] == {"KTP": 2, "KK": 1}


def test_characters_that_nobody_sees_are_taken_out_of_cells():
    found = read(table([["No", *NAMES], [1, "\u200b3", *[3] * 8], [2, "Sesuai \u200b", *[3] * 8]]))
    assert found["faults"] == [] and found["scores"]["persyaratan"] == "3.0000"


def test_an_element_without_an_answer_is_a_fault_before_anything_is_applied():
    found = read(table([["No", *NAMES], [1, *[3] * 5, None, *[3] * 3]]))
    assert "kompetensi" in found["faults"][0]["message"] and found["index"] is None


def summary(*heads, columns):
    return table([["Unsur", *heads], *[[name, *cells] for name, *cells in zip(NAMES, *columns, strict=True)]])


@pytest.mark.parametrize("heads", [("Harapan", "Kinerja"), ("Target", "NRR"), ("Tahun lalu", "Tahun ini")])
def test_what_was_hoped_for_or_held_before_is_not_taken_for_the_mean(heads):
    found = read(summary(*heads, columns=(["3.9"] * 9, SUMMARY)))
    assert found["asks"] == [] and found["scores"]["sarana"] == "3.76"


@pytest.mark.parametrize("heads", [("NRR Sem I", "NRR Sem II"), ("Loket A", "Loket B"), ("2024", "2025")])
def test_several_columns_of_means_are_asked(heads):
    file = summary(*heads, columns=(["3.9"] * 9, SUMMARY))
    asked = read(file)["asks"][0]
    assert (asked["id"], asked["choices"]) == ("column", list(heads))
    assert read(file, answers={"column": heads[1]})["scores"]["sarana"] == "3.76"


def test_rows_that_are_called_u8_and_u9_are_asked_or_told_by_the_legend():
    rows = [["Kode", "NRR"], *[[code, mean] for code, mean in zip(CODES, SUMMARY, strict=True)]]
    assert read(table(rows))["asks"][0]["id"] == "U8"
    assert read(table(rows), answers={"U8": "pengaduan"})["scores"]["pengaduan"] == "3.76"
    legend = [["U8 = Penanganan Pengaduan"], ["U9 = Sarana dan Prasarana"]]
    assert read(table([*rows, [], *legend]))["scores"]["pengaduan"] == "3.76"


def test_an_element_that_is_told_twice_with_other_values_is_a_fault():
    rows = [
        ["Unsur", "NRR"],
        *[[name, mean] for name, mean in zip(NAMES, SUMMARY, strict=True)],
        ["Persyaratan", "1.50"],
    ]
    fault = read(table(rows))["faults"][0]
    assert fault["place"] == "Lembar Data, B11" and "nilai lain" in fault["message"]


@pytest.mark.parametrize(("wrong", "told"), [("27 Maret", "“27 Maret” bukan nilai"), (None, "belum diisi")])
def test_one_wrong_mean_among_nine_is_named_by_its_cell(wrong, told):
    means = [*SUMMARY[:3], wrong, *SUMMARY[4:]]
    fault = read(table([["Unsur", "NRR"], *[[name, mean] for name, mean in zip(NAMES, means, strict=True)]]))["faults"][
        0
    ]
    assert fault["place"] == "Lembar Data, B5" and told in fault["message"]


def test_counts_that_disagree_with_their_sum_are_told():
    rows = [["Unsur", "1", "2", "3", "4", "Jumlah"], *[[name, 1, 2, 3, 4, 11] for name in NAMES]]
    assert "Berbeda: U1: jumlah berkas 11, dihitung 10." in read(table(rows))["notes"]


def test_an_answer_that_is_no_choice_says_so():
    found = read(table([["No", *CODES], *numbered(ANSWERS, None)]), answers={"U8": "biaya"})
    assert "“biaya” bukan pilihan untuk U8" in found["faults"][0]["message"]


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("empat", "“empat”"),
        ("1/4", "“1/4”"),
        ("7,25", "“7,25”"),
        (Decimal(12), "“12”"),
        ("#REF!", "“#REF!”"),
        ("081234567890", "isi sel ini"),
        (Decimal(3521012345678901), "isi sel ini"),
        ("0812-345-678", "isi sel ini"),
        ("Siti Contoh", "isi sel ini"),
        ("contoh@contoh.id", "isi sel ini"),
        ("", "isi sel ini"),
    ],
)
def test_a_message_repeats_only_what_tells_nobody(cell, told):
    assert quoted(cell) == told


@pytest.mark.parametrize(
    "lines",
    [
        ["Rekapitulasi", "Periode,2025", "", "Unsur,Nilai", *[f"{name},3" for name in NAMES]],
        ["Unsur,Nilai,,", *[f"{name},3,," for name in NAMES]],
        ["Unsur,Nilai", *[f"{name},3,," for name in NAMES]],
        ["Unsur,Nilai", *[f'{name},"3,0"' for name in NAMES]],
        ["Kabupaten Contoh, 2025", "Nama,Contoh", "Unsur,Nilai,Mutu", *[f"{name},3,B" for name in NAMES]],
    ],
)
def test_empty_cells_at_the_end_and_titles_are_no_matter(lines):
    found = read(("data.csv", "\n".join(lines).encode()))
    assert found["faults"] == [] and set(found["scores"].values()) == {"3.00"}


@pytest.mark.parametrize(("separator", "sign"), [(",", "koma (seperti"), (";", "titik koma"), ("|", "tanda pemisah")])
def test_a_row_wider_than_its_heading_is_refused_whether_it_holds_numbers_or_words(separator, sign):
    for answer in ("3", "Sesuai"):
        rows = [["Tanggal", *NAMES], *[["4 Maret", *[answer] * 9] for _at in range(5)], ["4 Maret", *[answer] * 11]]
        content = "\n".join(separator.join(row) for row in rows).encode()
        (fault,) = read(("data.csv", content))["faults"]
        assert fault["place"] == "data.csv" and sign in fault["message"]
        assert fault["message"].startswith("Baris 7 berisi 12 sel, sedangkan judulnya 10.")


def test_without_a_score_of_one_element_there_is_neither_index_nor_grade():
    rows = [[at, *[3] * 3, None, *[3] * 5] for at in range(1, 4)]
    found = read(table([["No", *NAMES], *rows]), answers={"biaya": "kosong"})
    assert len(found["scores"]) == 8 and "biaya" not in found["scores"]
    assert (found["index"], found["grade"], found["index_error"]) == (None, None, None)
