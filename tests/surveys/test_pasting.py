"""Nine scores pasted at once, as a sheet, a message or a page gives them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.pasting import is_a_column, scores_in
from surveys.typed_numbers import NumberUnclearError
from tests.cases import in_one_test
from tests.reports.cycle.files import ELEMENTS

NAMES = (
    *("Persyaratan", "Sistem, Mekanisme, dan Prosedur", "Waktu Penyelesaian", "Biaya/Tarif"),
    *("Produk Spesifikasi Jenis Pelayanan", "Kompetensi Pelaksana", "Perilaku Pelaksana", "Sarana dan Prasarana"),
    "Penanganan Pengaduan, Saran dan Masukan",
)
SCALE = {key: (name,) for key, name in zip(ELEMENTS, NAMES, strict=True)}
VALUES = ["3,27", "3,33", "3,25", "4,00", "3,31", "3,30", "3,33", "3,76", "3,89"]
NINE = dict(zip(ELEMENTS, VALUES, strict=True))
ROWS = list(zip(NAMES, VALUES, strict=True))
MIXED = [ROWS[8], *ROWS[:7], ROWS[7]]

IN_ORDER = {
    "a column of a sheet": "\n".join(VALUES),
    "with the line ends of a browser": "\r\n".join(VALUES) + "\r\n",
    "a row of a sheet": "\t".join(VALUES),
    "parted by semicolons": ";".join(VALUES),
    "parted by semicolons and blanks": "; ".join(VALUES),
    "as an input of one line leaves it": " ".join(VALUES),
    "under a head": "NRR\n" + "\n".join(VALUES),
    "numbered": "\n".join(f"{n}. {value}" for n, value in enumerate(VALUES, 1)),
    "numbered with brackets": "\n".join(f"{n}) {value}" for n, value in enumerate(VALUES, 1)),
    "in two columns with running numbers": "\n".join(f"{n}\t{value}" for n, value in enumerate(VALUES, 1)),
    "with bullets": "\n".join(f"• {value}" for value in VALUES),
    "with hyphens": "\n".join(f"- {value}" for value in VALUES),
}
BY_NAME = {
    "as the whole Tabel 2.1": "No\tUnsur Pelayanan\tNRR\tNilai Konversi\tMutu\n"
    + "\n".join(f"{n}\t{name}\t{value}\t81,75\tB (Baik)" for n, (name, value) in enumerate(ROWS, 1))
    + "\nIKM\t\t\t87,36\tB (Baik)",
    "with names": "\n".join(f"{name}\t{value}" for name, value in ROWS),
    "with names in another order": "\n".join(f"{name}\t{value}" for name, value in MIXED),
    "as a message": "\n".join(f"{n}. {name}: {value}" for n, (name, value) in enumerate(MIXED, 1)),
    "as a message with equal signs": "\n".join(f"- {name.upper()} = {value}" for name, value in MIXED),
    "as a table": "No\tUnsur\tNRR\n" + "\n".join(f"{n}\t{name}\t{value}" for n, (name, value) in enumerate(ROWS, 1)),
    "by short names": "\n".join(f"{key} {value}" for key, value in NINE.items()),
}


@in_one_test("name", IN_ORDER)
def test_nine_values_in_order_fill_the_nine_elements(name):
    assert is_a_column(IN_ORDER[name])
    assert scores_in(IN_ORDER[name], SCALE) == NINE


@pytest.mark.parametrize("name", BY_NAME)
def test_values_with_names_go_where_their_name_stands(name):
    assert scores_in(BY_NAME[name], SCALE) == NINE


def test_with_decimal_points_a_comma_parts_values():
    points = [value.replace(",", ".") for value in VALUES]
    nine = dict(zip(ELEMENTS, points, strict=True))
    assert scores_in(",".join(points), SCALE) == scores_in(", ".join(points), SCALE) == nine


def test_a_gap_in_a_column_is_an_element_without_score():
    gaps = [*VALUES[:3], "", *VALUES[4:6], "", "", VALUES[8]]
    assert scores_in("\n".join(gaps), SCALE) == dict(zip(ELEMENTS, gaps, strict=True))


def test_some_elements_by_name_are_enough():
    assert scores_in("Waktu Penyelesaian: 3,25\nBiaya/Tarif: 4", SCALE) == {"waktu": "3,25", "biaya": "4"}


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("\n".join(VALUES[:8]), "Ada 8 nilai yang ditempel, sedangkan unsurnya 9."),
        ("\n".join([*VALUES, "87,33"]), "Ada 10 nilai yang ditempel, sedangkan unsurnya 9."),
        ("\n".join(f"{value}\t{value}" for value in VALUES), "memuat lebih dari satu nilai"),
        ("Waktu Penyelesaian: 3,25\nKeramahan: 3,30", "Nama unsur “Keramahan” tidak dikenal."),
        ("Biaya: 4\nBiaya/Tarif: 4", "lebih dari satu kali"),
        ("belum ada", "Ada 0 nilai yang ditempel"),
    ],
)
def test_what_does_not_fit_is_told(text, cause):
    with pytest.raises(NumberUnclearError, match=cause):
        scores_in(text, SCALE)


@pytest.mark.parametrize("text", ["3,27", "4", " 3.27 ", "", "3,27\n"])
def test_one_value_is_no_column(text):
    assert not is_a_column(text)


BARE = "\n".join(f"U{n} {value}" for n, value in enumerate(VALUES[:7], 1))


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(VALUES),
        "\r\n\r\n".join(VALUES) + "\r\n\r\n",
        "\n\n".join(f"{n}. {value}" for n, value in enumerate(VALUES, 1)),
        "\n\n".join(f"{name}: {value}" for name, value in ROWS),
        "\n".join(f"{name}\n{value}" for name, value in ROWS),
        " ".join(f"{name} {value}" for name, value in ROWS),
        "; ".join(f"{name}: {value}" for name, value in MIXED),
        "\n".join(f"{name}\t{value}\tB" for name, value in ROWS),
        f"{BARE}\n{NAMES[8]} {VALUES[8]}\n{NAMES[7]} {VALUES[7]}",
        f"{BARE}\n{NAMES[7]} {VALUES[7]}\n{NAMES[8]} {VALUES[8]}".replace("\n", " "),
    ],
)
def test_what_says_where_each_value_belongs_is_taken(text):
    assert scores_in(text, SCALE) == NINE


@pytest.mark.parametrize("wrong", ["3,8g", "tiga", "#DIV/0!", "N/A", "#REF!", "?", "3,2,7", "-3,27", "3,27 (B)", "x"])
@pytest.mark.parametrize("place", [0, 4, 8])
def test_a_cell_that_is_no_number_is_named_and_nothing_is_taken(wrong, place):
    column = [*VALUES[:place], wrong, *VALUES[place + 1 :]]
    named = [f"{name}\t{value}" for name, value in zip(NAMES, column, strict=True)]
    for text in ("\n".join(column), "\n".join(named)):
        with pytest.raises(NumberUnclearError, match=re.escape(wrong)):
            scores_in(text, SCALE)


@pytest.mark.parametrize("empty", ["", "-", "–", " - "])
@pytest.mark.parametrize("place", [1, 4])
def test_a_blank_or_a_dash_is_an_element_without_score(empty, place):
    column = [*VALUES[:place], empty, *VALUES[place + 1 :]]
    expected = NINE | {ELEMENTS[place]: ""}
    assert scores_in("\n".join(column), SCALE) == expected
    assert (
        scores_in("\n".join(f"{name}\t{value}" for name, value in zip(NAMES, column, strict=True)), SCALE) == expected
    )


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("Persyaratan\t3,27\nSarana\ttiga", "“Sarana\ttiga” tidak memuat nilai"),
        ("U8 3,89\nU9 3,76\nPersyaratan 3,27", "Kode U8 .* Tulis nama unsurnya"),
        ("\n".join(f"U{n} = {value}" for n, value in enumerate(VALUES, 1)), "Kode U8"),
        (" ".join(f"U{n} {value}" for n, value in enumerate(VALUES, 1)), "Kode U8"),
        ("Persyaratan 3,27\n3,33", "Nilai “3,33” tidak bernama"),
        ("U12 3,27\nU1 3,33", "“U12 3,27” tidak dikenal"),
        ("\n".join(f"Layanan {value}" for value in VALUES), "“Layanan” tidak dikenal"),
        ("\n\n".join(VALUES[:5]), "Ada 5 nilai yang"),
        (" - ".join(VALUES), "Ada 9 nilai dan 8 tempat kosong"),
        ("\n".join(f"{10 - n}. {value}" for n, value in enumerate(VALUES, 1)), "bernomor 9, tetapi .* urutan 1"),
    ],
)
def test_what_is_ambiguous_is_told_with_its_value(text, cause):
    with pytest.raises(NumberUnclearError, match=cause):
        scores_in(text, SCALE)


@pytest.mark.parametrize("text", ["3, 27", "3,27 (B)", "3 , 27", "3,27 B", "3,27 3,33", "Persyaratan 3,27"])
def test_one_mistyped_value_is_no_column(text):
    assert not is_a_column(text)


@given(st.text())
def test_nothing_that_is_pasted_breaks_it(text):
    try:
        assert set(scores_in(text, SCALE)) <= set(ELEMENTS)
    except NumberUnclearError as unclear:
        assert str(unclear)
