"""Columns of values that look like means: percentages, sums, converted values; why a table cannot be taken."""

import pytest

from tests.surveys.workbooks.files import separated
from tests.surveys.workbooks.layouts import NAMES
from tests.surveys.workbooks.test_reading import SUMMARY, read, table

COUNTS = (1, 2, 10, 7)
WHOLE = (82, 83, 81, 100, 83, 82, 83, 94, 97)


def beside(*heads, rows):
    """A row for each element; ``rows``: its cells, or those of all elements."""
    cells = rows if len(rows) == 9 else [rows] * 9
    return table([["No", "Unsur", *heads], *[[at, NAMES[at - 1], *own] for at, own in enumerate(cells, 1)]])


def column(head, values):
    return beside(head, rows=[[value] for value in values])


@pytest.mark.parametrize("head", ["%", "Persentase", "(%)", "Persen"])
def test_percentages_between_the_counts_are_no_counts(head):
    heads = [text for number in (1, 2, 3, 4) for text in (str(number), head)]
    cells = [cell for count in COUNTS for cell in (count, count * 5)]
    found = read(beside(*heads, rows=cells))
    assert (found["kind"], found["respondents"], found["scores"]["sarana"]) == ("frequencies", 20, "3.1500")


def test_a_block_of_percentages_before_the_counts_is_passed_over():
    rows = [["No", "Unsur", "Persentase", None, None, None, "Jumlah"], [None, None, *"12341234"]]
    rows += [[at, name, 5, 10, 50, 35, *COUNTS] for at, name in enumerate(NAMES, 1)]
    assert read(table(rows))["respondents"] == 20


@pytest.mark.parametrize(
    ("heads", "cells"),
    [
        (("1 (%)", "2 (%)", "3 (%)", "4 (%)", "Total (%)"), (5, 10, 50, 35, 100)),
        (("1", "2", "3", "4"), ("5%", "10%", "50%", "35%")),
        (("Persentase puas",), (85,)),
        (("Prosentase kepuasan",), ("83.3",)),
        (("Nilai",), ("85%",)),
    ],
)
def test_percentages_are_refused_with_the_reason(heads, cells):
    found = read(beside(*heads, rows=cells))
    (fault,) = found["faults"]
    assert (fault["place"], found["scores"]) == ("Lembar Data, C2", {}) and "persentase" in fault["message"]


def test_counts_that_make_a_hundred_everywhere_are_told():
    found = read(beside("1", "2", "3", "4", rows=(5, 10, 50, 35)))
    assert found["respondents"] == 100 and any("tepat 100" in note for note in found["notes"])


@pytest.mark.parametrize(
    ("head", "values"),
    [("Skor", (33, 35, 34, 40, 33, 36, 34, 38, 39)), ("Jumlah Nilai", WHOLE), ("Total Skor", range(201, 210))],
)
def test_sums_are_refused_with_the_reason(head, values):
    (fault,) = read(column(head, values))["faults"]
    assert fault["place"] == "Lembar Data, C2" and f"Kolom “{head}” berisi jumlah" in fault["message"]


@pytest.mark.parametrize("head", ["Nilai Konversi", "Nilai Indeks", "Nilai IKM", "NRR Skala 100"])
def test_whole_numbers_are_converted_where_the_heading_says_so(head):
    found = read(column(head, WHOLE))
    assert (found["asks"], found["scores"]["biaya"]) == ([], "4.00")


@pytest.mark.parametrize("head", ["Nilai", "NRR", "Kepuasan"])
def test_whole_numbers_that_nothing_explains_are_asked(head):
    file = column(head, WHOLE)
    (asked,) = read(file)["asks"]
    assert (asked["id"], asked["choices"]) == ("nilai", ["konversi", "jumlah"])
    assert read(file, answers={"nilai": "konversi"})["scores"]["persyaratan"] == "3.28"
    assert "Jumlah dan persentase" in read(file, answers={"nilai": "jumlah"})["faults"][0]["message"]


def test_converted_values_with_decimals_are_taken_as_before():
    found = read(column("Nilai", [str(25 * float(mean)) for mean in SUMMARY]))
    assert (found["asks"], found["scores"]["sarana"]) == ([], "3.76")


def test_a_row_of_percentages_below_the_elements_is_no_row_of_means():
    rows = [["", *NAMES], ["Persentase", *["81.75"] * 9], ["NRR", *SUMMARY]]
    assert read(table(rows))["scores"]["sarana"] == "3.76"


# --- what is wrong with a table that is there


def with_cells(**cells):
    return [cells.get(f"u{number}", mean) for number, mean in enumerate(SUMMARY, 1)]


def test_means_beyond_the_scale_are_named_by_their_cells():
    faults = read(column("NRR", with_cells(u4=4.2, u9=0.89)))["faults"]
    assert [(fault["place"], fault["message"]) for fault in faults] == [
        ("Lembar Data, C5", "“4,2” bukan nilai 1–4."),
        ("Lembar Data, C10", "“0,89” bukan nilai 1–4."),
    ]


def test_garbled_and_blank_means_are_named_by_their_cells():
    faults = read(column("NRR", with_cells(u1="3,27*", u3="3..25", u6=None)))["faults"]
    assert [fault["place"] for fault in faults] == ["Lembar Data, C2", "Lembar Data, C4", "Lembar Data, C7"]
    assert "“3,27*”" in faults[0]["message"] and "belum diisi" in faults[2]["message"]


@pytest.mark.parametrize(
    ("head", "values", "told"),
    [
        ("Nilai", with_cells(u1=81.75, u3=81.25), "nilai 1–4 dan nilai 25–100 sekaligus"),
        ("Nilai Tertimbang x 25", [9.08 + at for at in range(9)], "berisi 9,08 sampai 17,08"),
        ("NRR", [None] * 9, "belum diisi"),
    ],
)
def test_a_column_that_cannot_be_taken_says_why(head, values, told):
    (fault,) = read(column(head, values))["faults"]
    assert fault["place"].startswith("Lembar Data, ") and told in fault["message"]


def test_respondents_from_left_to_right_are_told():
    heads = [f"Responden {number}" for number in range(1, 8)]
    (fault,) = read(beside(*heads, rows=(3, 4, 2, 3, 4, 1, 4)))["faults"]
    assert "Transpose" in fault["message"]


def test_a_file_that_names_no_element_is_still_said_to_hold_no_table():
    found = read(("data.csv", separated([["Nama", "Nilai"], ["Rapat", 3]]), ""))
    assert "Tidak ditemukan tabel nilai" in found["faults"][0]["message"]


@pytest.mark.parametrize("said", ["Kenyataan {}", "Kinerja {}", "{} (Kenyataan)", "{} - Kinerja"])
def test_what_was_met_is_the_answer_beside_what_was_hoped_for(said):
    heads = [text for name in NAMES for text in (f"Harapan {name}", said.format(name))]
    found = read(table([["No", *heads], *[[number, *[4, 3] * 9] for number in range(1, 6)]]))
    assert (found["asks"], found["respondents"], found["index"]) == ([], 5, "75.00")


@pytest.mark.parametrize(
    ("label", "means", "offered"),
    [
        ("Total", ["3.12"] * 9, True),
        ("Jumlah seluruh layanan", ["3.12"] * 9, True),
        ("Jumlah nilai tertimbang", ["3.12"] * 9, False),
        ("Total", ["3.40"] * 9, False),
    ],
    ids=["mean", "mean of all", "weighted", "beyond the others"],
)
def test_the_row_of_all_services_is_offered_where_it_is_their_mean(label, means, offered):
    rows = [["Jenis Layanan", "Jumlah Responden", *NAMES], ["KTP-el", 20, *["3.07"] * 9], ["KK", 21, *["3.21"] * 9]]
    (asked,) = read(table([*rows, [label, 41, *means]]))["asks"]
    assert asked["choices"] == (["KTP-el", "KK", label] if offered else ["KTP-el", "KK"])


@pytest.mark.parametrize(("told", "respondents"), [(30, 30), ("", None), ("2,5", None)])
def test_a_row_of_values_tells_how_many_answered(told, respondents):
    rows = [["Jenis Layanan", *NAMES, "Jumlah Responden"], ["KTP-el", *["3.07"] * 9, told]]
    found = read(table(rows))
    assert (found["faults"], found["respondents"], found["scores"]["biaya"]) == ([], respondents, "3.07")
