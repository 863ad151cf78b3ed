"""Pasted rows and their columns: by the heads, by a second line of months, or by what the cells hold."""

import pytest

from followups.pasting.table import HEADS, MOST_CHARACTERS, MOST_ROWS, table_in
from offices.declining import Declined
from tests.followups.pasting.test_cells import NAMES

ORDER = ("element", "programme", "months", "units", "indicator", "target")


def read(*lines):
    return table_in("\r\n".join(lines), ORDER, NAMES)


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


def columns(row):
    return [row.text(kind) for kind in ORDER]


GUIDED = ["Waktu Penyelesaian", "Rapat evaluasi", "Juli 2025", "Kepala Desa", "Jumlah rapat", "1 kali"]


@pytest.mark.parametrize(
    "cells",
    [
        GUIDED,
        ["", *GUIDED[1:]],
        [*GUIDED[:2], "", *GUIDED[3:]],
        [*GUIDED[:2], "segera", *GUIDED[3:]],
        ["Persyaratan", *GUIDED[1:]],
        [*GUIDED[:5], "12"],
        [*GUIDED[:5], ""],
        [*GUIDED[:3], "Subbag KUL", *GUIDED[4:]],
        [*GUIDED[:1], "Kegiatan rapat", *GUIDED[2:5], "Target 1 kali"],
        [*GUIDED[:3], "Unit Layanan", *GUIDED[4:5], "Target 1 kali"],
    ],
)
def test_without_heads_columns_stand_in_the_order_of_the_guide(cells):
    (row,) = read("\t".join(cells)).rows
    assert columns(row) == cells
    (row,) = read("\t".join(["1", *cells])).rows
    assert columns(row) == cells


def test_the_element_may_be_missing_where_the_others_stand_in_order():
    (row,) = read("\t".join(GUIDED[1:])).rows
    assert columns(row) == ["", *GUIDED[1:]]


def test_one_unit_among_posts_is_enough():
    rows = read(*("\t".join([*GUIDED[:3], who, *GUIDED[4:]]) for who in ("Kepala Desa", "Subbag KUL", "Camat"))).rows
    assert [row.units(NAMES).units for row in rows] == [(), (1,), ()]
    assert [row.units(NAMES).others for row in rows] == [("Kepala Desa",), (), ("Camat",)]
    rows = read("Menata\tLoket\tKepala", "Membuka\tMeja\tSubbag KUL", "Menutup\tMeja\tCamat").rows
    assert [row.text("units") for row in rows] == ["Kepala", "Subbag KUL", "Camat"]


def test_a_column_too_many_is_told():
    table = read("\t".join([*GUIDED, "5 juta"]))
    assert table.ignored == ("kolom ke-7",)


@pytest.mark.parametrize("element", ["Waktu Penyelesaian", "Biaya/Tarif"])
def test_a_first_row_that_sounds_like_heads_is_a_row(element):
    cells = [element, "Rapat", "Jan 2026", "Subbag KUL", "Dokumen", "Target 1 dokumen"]
    for lines in ([cells], [cells, ["Biaya/Tarif", "Rapat", "Feb 2026", "kul", "Dokumen", "2"]]):
        table = read(*map("\t".join, lines))
        assert [columns(row) for row in table.rows] == lines


def test_a_programme_and_months_are_heads():
    table = read("Program/Kegiatan\tJuli\tAgustus", "Menata loket\tv\t", "Membuka loket\t\tv")
    assert [told(row)[:2] for row in table.rows] == [("Menata loket", [7]), ("Membuka loket", [8])]


@pytest.mark.parametrize(
    ("heads", "fields"),
    [
        (
            "No.\tUnsur Pelayanan\tRencana Tindak Lanjut\tWaktu Pelaksanaan\tPIC",
            "number element programme months units",
        ),
        ("#\tPrioritas Unsur\tRTL\tJadwal\tPelaksana", "number element programme months units"),
        ("NOMOR\tPRIORITAS\tKEGIATAN\tBULAN\tUNIT KERJA", "number element programme months units"),
        ("Rencana aksi\tIndikator keberhasilan\tSasaran\tPenanggungjawab", "programme indicator target units"),
    ],
)
def test_heads_are_known_as_offices_write_them(heads, fields):
    kinds = fields.split()
    table = read(heads, "\t".join(kinds))
    assert dict(table.rows[0].texts) == {"element": "", **{kind: kind for kind in kinds}}
    assert table.ignored == ()
    assert set(kinds) <= HEADS.keys()


def test_of_two_columns_with_one_meaning_the_first_counts_and_the_other_is_named():
    table = read("Program\tKegiatan\tUnsur", "Menata loket\tLain\tWaktu Penyelesaian")
    assert (table.rows[0].text("programme"), table.ignored) == ("Menata loket", ("Kegiatan",))


def test_a_column_without_a_head_is_left_out_without_a_word():
    table = read("Program\t\tUnsur", "Menata loket\tcatatan\tWaktu Penyelesaian")
    assert dict(table.rows[0].texts) == {"programme": "Menata loket", "element": "Waktu Penyelesaian"}
    assert table.ignored == ()


def test_a_row_that_ends_early_or_goes_on_has_what_stands_beneath_its_heads():
    table = read("Program\tUnsur\tTarget", "Menata loket", "Membuka loket\tBiaya/Tarif\tSatu\tlebih\tlagi")
    assert [row.text("target") for row in table.rows] == ["", "Satu"]
    assert [row.text("element") for row in table.rows] == ["", "Biaya/Tarif"]


def test_an_element_in_merged_cells_holds_until_the_next_and_rows_count_from_one():
    table = read("Unsur\tProgram", "\tSatu", "Waktu Penyelesaian\tDua", "\tTiga", "\t", "Biaya/Tarif\tEmpat", "\tLima")
    assert [(row.number, row.text("element"), row.text("programme")) for row in table.rows] == [
        (1, "", "Satu"),
        (2, "Waktu Penyelesaian", "Dua"),
        (3, "Waktu Penyelesaian", "Tiga"),
        (4, "Biaya/Tarif", "Empat"),
        (5, "Biaya/Tarif", "Lima"),
    ]


def test_months_as_heads_beside_a_column_of_months_come_together():
    table = read("Program\tBulan\tJuli 2025\tAgustus 2025", "Menata\tSeptember\tv\t0", "Membuka\t\t–\t√")
    assert [told(row)[1] for row in table.rows] == [[7, 9], [8]]
    assert [row.marks for row in table.rows] == [("Juli 2025",), ("Agustus 2025",)]


def test_a_second_line_of_months_may_be_wider_than_the_first():
    table = read("Program\tPJ\tWaktu", "\t\tJul\tAgu\tSep", "Menata\tkul\t\t\tx")
    assert [told(row)[:3] for row in table.rows] == [("Menata", [9], (1,))]


@pytest.mark.parametrize("second", ["\tJuli", "Menata\tJul\tAgu"])
def test_a_second_line_with_one_month_or_with_more_than_months_is_a_row(second):
    assert len(read("Program\tBulan", second).rows) == 1


def test_a_month_outside_the_window_is_a_head_too_and_what_is_marked_for_it_is_told():
    table = read("Program\tPJ\tJuni 2025\tJuli 2025", "Menata\tkul\tv\tv")
    found = table.rows[0].months(NAMES)
    assert ([month.number for month in found.months], found.outside) == ([7], ("juni 2025",))


def test_lines_end_as_any_system_ends_them():
    texts = ["Loket satu\tkul{0}Loket dua\tkul", "Loket satu\tkul{0}{0}Loket dua\tkul{0}"]
    for end in ("\n", "\r\n", "\r"):
        for text in texts:
            rows = table_in(text.format(end), ORDER, NAMES).rows
            assert [row.text("programme") for row in rows] == ["Loket satu", "Loket dua"]


def test_quotation_marks_in_lines_without_columns_are_kept():
    assert [row.text("programme") for row in read('"Loket ramah" dibuka').rows] == ['"Loket ramah" dibuka']


def test_without_heads_texts_fill_the_fields_in_their_order_and_what_is_left_over_none():
    table = read("Menata loket\tLoket tertata\tSatu loket\tSisa\t\tkul")
    assert dict(table.rows[0].texts) == {
        "programme": "Menata loket",
        "indicator": "Loket tertata",
        "target": "Satu loket",
        "units": "kul",
        "element": "",
    }


@pytest.mark.parametrize(
    ("cells", "is_units"), [(("kul", "kul"), True), (("kul", "Lurah"), True), (("Lurah", "Camat"), False)]
)
def test_without_heads_half_of_the_cells_say_what_a_column_is(cells, is_units):
    table = read(*(f"Menata loket {place}\t{cell}" for place, cell in enumerate(cells)))
    assert table.rows[0].text("units" if is_units else "indicator") == cells[0]


def test_as_many_rows_and_characters_as_are_allowed_are_read():
    assert len(read(*["Menata"] * MOST_ROWS).rows) == MOST_ROWS
    assert len(table_in("x" * MOST_CHARACTERS, ORDER, NAMES).rows) == 1


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
        table_in(text, ORDER, NAMES)
