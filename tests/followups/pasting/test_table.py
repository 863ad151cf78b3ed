"""Pasted rows and their columns: by the heads, by a second line of months, or by what the cells hold."""

import pytest

from followups.pasting.table import MOST_ROWS, table_in
from offices.declining import Declined
from tests.followups.pasting.test_cells import NAMES

FIELDS = ("programme", "indicator", "target")


def read(*lines):
    return table_in("\r\n".join(lines), FIELDS, NAMES)


def told(row):
    months = [month.number for month in row.months(NAMES).months]
    return row.text("programme"), months, row.units(NAMES).units, NAMES.element_in(row.text("element"))


def test_columns_are_known_by_their_heads_in_any_order_and_others_are_named():
    table = read(
        "No\tWaktu\tProgram/Kegiatan\tPrioritas unsur\tPenanggung jawab\tAnggaran\tTarget",
        "1\tJuli\tMenata loket\tWaktu Penyelesaian\tkul\t5 juta\tSatu loket",
        '2\tAgustus\t"Membuka loket,\ndua meja"\t\trendatin\t\t',
    )
    assert [told(row) for row in table.rows] == [
        ("Menata loket", [7], (1,), "waktu"),
        ("Membuka loket,\ndua meja", [8], (2,), "waktu"),
    ]
    assert (table.rows[0].text("target"), table.ignored) == ("Satu loket", ("Anggaran",))


def test_a_column_for_each_month_is_read_by_its_marks():
    table = read("Unsur\tProgram\tWaktu\t\t\tPJ", "\t\tJul\tAgu\tSep\t", "Biaya/Tarif\tMencetak tarif\tv\t-\tx\tkul")
    assert [told(row) for row in table.rows] == [("Mencetak tarif", [7, 9], (1,), "biaya")]


def test_without_heads_the_cells_tell_what_a_column_is():
    table = read("1\tMenata loket\tJuli-Agustus\tkul\tLoket tertata", "2\tMembuka loket\tsegera\trendatin\t", "")
    assert [told(row) for row in table.rows] == [
        ("Menata loket", [7, 8], (1,), ""),
        ("Membuka loket", [], (2,), ""),
    ]
    assert table.rows[1].months(NAMES).unknown == ("segera",)
    assert table.rows[0].text("indicator") == "Loket tertata"


def test_lines_alone_are_programmes():
    assert [row.text("programme") for row in read("Menata loket", "", "Membuka loket").rows] == [
        "Menata loket",
        "Membuka loket",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Belum ada baris"),
        ("Unsur\tProgram", "Belum ada baris"),
        ("\n".join(["Menata"] * (MOST_ROWS + 1)), f"Ada {MOST_ROWS + 1} baris"),
        ("x" * 100_001, "terlalu panjang"),
        ("\t" * 50 + "\n", "Belum ada baris"),
    ],
)
def test_nothing_and_too_much_are_declined(text, said):
    with pytest.raises(Declined, match=said):
        table_in(text, FIELDS, NAMES)
