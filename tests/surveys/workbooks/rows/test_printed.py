"""What a file computed itself beside what is computed of its answers: the same, or told as different."""

from decimal import Decimal
from fractions import Fraction

import pytest

from surveys.workbooks.rows.printed import (
    DIFFERENT,
    MOST_ROWS,
    Printed,
    comma,
    index_beside,
    means_beside,
    printed_below,
    printed_index,
    sum_beside,
    sums_beside,
)
from surveys.workbooks.sheets.cells import Sheet
from tests.cases import in_one_test

COLUMNS = {"U1": 1, "U2": 2, "U3": 3}


def sheet(*rows, broken=()):
    cells = [[Decimal(str(cell)) if isinstance(cell, int | float) else cell for cell in row] for row in rows]
    return Sheet("Data", cells, broken=dict.fromkeys(broken, ""))


def below(*rows, **more):
    made = sheet(*rows, **more)
    return printed_below(made, range(len(made.rows)), COLUMNS)


def decimals(*numbers):
    return dict(zip(COLUMNS, map(Decimal, numbers), strict=True))


# --- which rows are sums, which are means


@in_one_test(
    "label", ["NRR", "Rata-rata", "rata2 unsur", "Rerata", "Mean", "Nilai rata-rata per unsur", "Skor", "Nilai unsur"]
)
def test_a_row_of_means_is_known_by_its_label(label):
    assert below([label, 3.25, 3.5, 4]).means == [decimals("3.25", "3.5", "4")]


@in_one_test("label", ["Jumlah", "Σ nilai", "Total", "Jml nilai", "S. Nilai", "Sigma"])
def test_so_is_a_row_of_sums(label):
    found = below([label, 65, 70, 80])
    assert (found.sums, found.means) == ([decimals("65", "70", "80")], [])


@in_one_test(
    "label",
    [
        "Rata-rata tertimbang",
        "Bobot",
        "Jumlah responden",
        "Jumlah jawaban",
        "Maksimum",
        "Nilai terendah",
        "Median",
        "x",
    ],
)
def test_other_rows_are_neither(label):
    found = below([label, 3.25, 3.5, 4])
    assert not found.holds_any


def test_what_may_be_means_by_its_label_alone_lies_between_one_and_four():
    assert below(["Skor", 65, 70, 80]).means == []
    assert below(["Rata-rata", 65, 70, 80]).means == [decimals("65", "70", "80")]


def test_a_label_may_be_cut_over_two_rows():
    found = below(["Nilai rata-rata", "", "", ""], ["per unsur", 3.25, 3.5, 4])
    assert found.means == [decimals("3.25", "3.5", "4")]


def test_where_fewer_than_half_of_the_questions_have_a_number_it_is_no_row():
    assert below(["Rata-rata", 3.25, "", ""]).means == []
    assert below(["Rata-rata", 3.25, 3.5, ""]).means == [{"U1": Decimal("3.25"), "U2": Decimal("3.5")}]


def test_rows_far_below_are_not_looked_at():
    empty = [["", "", "", ""]] * MOST_ROWS
    assert below(*empty[1:], ["Rata-rata", 3, 3, 3]).means != []
    assert below(*empty, ["Rata-rata", 3, 3, 3]).means == []


def test_formulas_without_a_value_are_told():
    found = below(["Rata-rata", 3, 3, 3], ["Jumlah", "", "", ""], broken=[(1, 2)])
    (told,) = found.beside({}, {})[-1:]
    assert told.startswith("Lembar Data: rumus pada baris 2 galat atau belum pernah dihitung")


# --- the index


@in_one_test(
    ("row", "index"),
    [
        (["IKM", "", 87.36], "87.36"),
        (["Nilai IKM", 87.36, 87.36], "87.36"),
        (["Indeks Kepuasan Masyarakat", 100], "100"),
        (["SKM", 25], "25"),
        (["IKM", 24.99], None),
        (["IKM", 100.01], None),
        (["IKM", 87.36, 88], None),
        (["IKM tertimbang", 87.36], None),
        (["IKM unsur", 87.36], None),
        (["IKM 2024", 87.36], None),
        (["Target IKM", 87.36], None),
        (["Nilai", 87.36], None),
    ],
)
def test_the_only_such_number_of_a_row_that_names_the_index_is_it(row, index):
    found = printed_index(sheet(["", 1], row), range(2))
    assert found == (None if index is None else Decimal(index))


@in_one_test(
    ("printed", "computed", "same"),
    [
        ("87.36", "87.36", True),
        ("87.4", "87.36", True),
        ("87", "87.36", True),
        ("87.361", "87.36", True),
        ("87.37", "87.36", False),
        ("87.5", "87.36", False),
        ("86", "87.36", False),
    ],
)
def test_an_index_is_the_same_as_far_as_the_file_writes_it(printed, computed, same):
    told = index_beside(Decimal(printed), computed)
    assert told.startswith(DIFFERENT) is not same
    assert told.endswith(f"dihitung {computed.replace('.', ',')}.")


# --- means and sums


@in_one_test(
    ("printed", "said"),
    [
        ("3.25", "U1: NRR berkas 3,25, dihitung 3,25."),
        ("3.3", "U1: NRR berkas 3,30, dihitung 3,25."),
        ("3.2500", "U1: NRR berkas 3,25, dihitung 3,25."),
        ("3.2456789", "Berbeda: U1: NRR berkas 3,2457, dihitung 3,2500."),
        ("3.26", "Berbeda: U1: NRR berkas 3,26, dihitung 3,25."),
    ],
)
def test_a_mean_is_told_in_the_precision_of_the_file(printed, said):
    assert means_beside({"U1": Decimal(printed), "U9": Decimal(1)}, {"U1": Fraction(13, 4)}) == [said]


def test_only_sums_that_differ_are_told_or_that_none_does():
    printed = decimals("65", "70", "80")
    assert sums_beside(printed, {"U1": 65, "U2": 70, "U3": 80}) == [
        "Jumlah nilai setiap unsur dalam berkas sama dengan hasil hitung."
    ]
    assert sums_beside(printed, {"U1": 65, "U2": 71, "U3": 80}) == ["Berbeda: U2: jumlah nilai berkas 70, dihitung 71."]
    assert sum_beside("U1", Decimal("65.5"), 65, "jumlah") == "Berbeda: U1: jumlah berkas 65,5, dihitung 65."


def test_of_several_rows_the_one_that_differs_least_is_told():
    printed = Printed(sums=[decimals("1", "2", "3"), decimals("65", "70", "81")])
    told = printed.beside({"U1": 65, "U2": 70, "U3": 80}, {"U1": 20, "U2": 20, "U3": 20})
    assert told == ["Berbeda: U3: jumlah nilai berkas 81, dihitung 80."]


@pytest.mark.parametrize(("last", "told"), [("80", "sama dengan hasil hitung"), ("81", "per halaman atau kelompok")])
def test_rows_of_pages_are_not_called_different_from_all_answers(last, told):
    printed = Printed(sums=[decimals("65", "70", last)], by_page=True)
    (said,) = printed.beside({"U1": 65, "U2": 70, "U3": 80}, {"U1": 20, "U2": 20, "U3": 20})
    assert told in said


@in_one_test(("number", "places", "said"), [("3.255", 2, "3,26"), ("3", 2, "3,00"), ("12.5", 0, "12")])
def test_a_number_has_a_comma_and_so_many_places(number, places, said):
    assert comma(Decimal(number), places) == said
