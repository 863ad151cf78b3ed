"""Workbooks that the portal writes: text stays text, numbers and days are ones, each page can be printed."""

import io
from datetime import date
from decimal import Decimal
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from offices.spreadsheets.pages import Book, Column, Page, Total, Typed, sheet_names
from offices.spreadsheets.writing import clean, workbook_bytes
from tests.cases import in_one_test

few = settings(max_examples=25, deadline=None)
HOSTILE = (
    "=1+1",
    '=HYPERLINK("http://contoh.invalid","klik")',
    "+62 351 700000",
    "-",
    "-2+3",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\n=1+1",
    "= Nilai rata-rata",
    "#REF!",
    "#N/A",
    "TRUE",
    "1e9",
    "2025-03-04",
    "00123",
    "_x0041_",
    "a\x00b\x0bc\ufffe",
    "<b>&amp;</b>",
    "👍 é",
)


def page(*rows, **changes):
    values = {
        "name": "Tabel",
        "title": "Judul",
        "lines": ("Kantor", "Semester I"),
        "columns": (Column("Teks", 20), Column("Angka", 10, places=2), Column("Hari", 12)),
        "rows": rows,
    }
    return Page(**(values | changes))


def opened(*pages, title="Judul berkas", foot="Kaki"):
    content = workbook_bytes(Book(title, foot, pages))
    return openpyxl.load_workbook(io.BytesIO(content)), ZipFile(io.BytesIO(content))


@in_one_test("text", HOSTILE)
def test_no_text_becomes_a_formula_a_number_or_an_error(text):
    book, archive = opened(page((text, None, None), title=text, lines=(text,), columns=(Column(text, 20),) * 3))
    sheet = book.worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert cells and all(cell.data_type == "s" for cell in cells)
    assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize(("text", "marked"), [("=1+1", True), ("@x", True), ("\t-1", True), ("biasa", False)])
def test_what_looks_like_a_formula_stays_text_when_somebody_edits_it(text, marked):
    book, _archive = opened(page((text, None, None)))
    assert bool(book.worksheets[0]["A6"].quotePrefix) is marked


@few
@given(st.text(max_size=80))
def test_any_text_comes_back_but_for_what_xml_cannot_hold(text):
    book, _archive = opened(page((f"a{text}a", None, None)))
    expected = "".join(sign for sign in clean(f"a{text}a"))
    assert book.worksheets[0]["A6"].value.replace("_x005F_", "_") == expected.replace("_x005F_", "_")


def test_what_reads_like_an_escape_is_escaped():
    assert clean("_x0041_") == "_x005F_x0041_" and clean("_x41_ biasa") == "_x41_ biasa"


def test_numbers_and_days_are_ones():
    book, _archive = opened(page(("a", Decimal("3.277778"), date(2025, 6, 30)), ("b", 4, None)))
    sheet = book.worksheets[0]
    assert (sheet["B6"].value, sheet["B6"].number_format) == (3.277778, "0.00")
    assert sheet["B7"].value == 4 and sheet["B7"].number_format == "0"
    assert sheet["C6"].value.date() == date(2025, 6, 30) and sheet["C6"].is_date


def test_a_page_prints_on_a4_with_its_heading_on_each_sheet_and_numbers_below():
    book, _archive = opened(page(landscape=True), page(), foot="Bagian & Umum 3521")
    for sheet, orientation in zip(book.worksheets, ("landscape", "portrait"), strict=True):
        assert (int(sheet.page_setup.paperSize), sheet.page_setup.orientation) == (9, orientation)
        assert sheet.freeze_panes == "A6" and sheet.print_title_rows == "$5:$5"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.page_setup.fitToHeight == 0
        assert sheet.oddFooter.left.text == "Bagian && Umum 3521" and "&P" in sheet.oddFooter.right.text


def test_a_row_is_as_high_as_its_longest_text():
    book, _archive = opened(page(("kata " * 100, None, None), ("a", None, None)))
    heights = book.worksheets[0].row_dimensions
    assert heights[6].height > 20 * heights[7].height > 0


def test_a_total_stands_below_and_a_table_without_rows_says_so():
    book, _archive = opened(page(total=Total("IKM", 2, (Decimal("87.34"),)), empty="Belum ada.", notes=("Catatan",)))
    sheet = book.worksheets[0]
    assert [sheet[place].value for place in ("A6", "A7", "C7", "A8")] == ["Belum ada.", "IKM", 87.34, "Catatan"]


def test_the_properties_name_nobody():
    book, archive = opened(page(), title="Tindak Lanjut")
    assert book.properties.title == "Tindak Lanjut" and book.properties.creator == "SKM Portal"
    assert book.properties.lastModifiedBy is None
    assert b"openpyxl" not in archive.read("docProps/core.xml")


@few
@given(st.lists(st.text(max_size=40), min_size=1, max_size=6))
def test_sheets_have_names_that_a_workbook_may_have(names):
    found = sheet_names(tuple(names))
    assert len({name.casefold() for name in found}) == len(names)
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") and name.strip("'") for name in found)
    opened(*(page(name=name) for name in names))


def form(**changes):
    columns = (
        Column("Unsur", 20),
        Column("Nilai", 10, places=2, typed=Typed("1–4", lowest=Decimal(1), highest=Decimal(4))),
        Column("Jawaban", 20, typed=Typed("Pilih", choices=("1", "Ada, tetapi tidak berfungsi"))),
    )
    return page(("Waktu", None, None), columns=columns, **changes)


def test_only_what_is_to_be_filled_in_is_open():
    book, _archive = opened(form(to_fill=2))
    sheet = book.worksheets[0]
    assert sheet.protection.sheet and sheet.protection.password is None
    assert [sheet[place].protection.locked for place in ("A5", "B5", "A6", "B6", "C8")] == [True] * 3 + [False] * 2


def test_what_may_be_typed_is_told_and_offered():
    book, _archive = opened(form(to_fill=2))
    number, choice = book.worksheets[0].data_validations.dataValidation
    assert (number.type, number.formula1, number.formula2, str(number.sqref)) == ("decimal", "1", "4", "B6:B8")
    assert (choice.type, choice.formula1, choice.prompt) == ("list", "'Pilihan'!$A$1:$A$2", "Pilih")
    assert [cell.value for cell in book["Pilihan"]["A"]] == [1, "Ada, tetapi tidak berfungsi"]


def test_a_table_stands_below_its_title_its_lines_and_a_blank():
    book, _archive = opened(page(("a", 1, None), lines=("Satu", "Dua", "Tiga"), notes=("Catatan",)))
    sheet = book.worksheets[0]
    assert [sheet.cell(row, 1).value for row in range(1, 9)] == [
        *("Judul", "Satu", "Dua", "Tiga", None, "Teks", "a", "Catatan")
    ]
    assert [sheet.cell(6, at).value for at in (1, 2, 3)] == ["Teks", "Angka", "Hari"]
    assert {str(cells) for cells in sheet.merged_cells.ranges} == {"A1:C1", "A2:C2", "A3:C3", "A4:C4", "A8:C8"}
    assert [sheet.column_dimensions[letter].width for letter in "ABC"] == [20, 10, 12]


def test_a_table_of_one_column_needs_nothing_merged():
    book, _archive = opened(page(("a",), columns=(Column("Teks", 20),), total=Total("Jumlah", 1, ())))
    assert [sheet.value for sheet in book.worksheets[0]["A"]][-2:] == ["a", "Jumlah"]
    assert not [str(cells) for cells in book.worksheets[0].merged_cells.ranges if str(cells) != "A7"]


def test_a_total_reaches_over_as_many_columns_as_it_says():
    book, _archive = opened(page(("a", 1, None), total=Total("Jumlah", 2, (7,))))
    sheet = book.worksheets[0]
    assert (sheet["A7"].value, sheet["C7"].value, sheet["A7"].font.bold, sheet["C7"].font.bold) == (
        *("Jumlah", 7, True, True),
    )
    assert "A7:B7" in {str(cells) for cells in sheet.merged_cells.ranges}


@pytest.mark.parametrize(
    ("day", "value"),
    [(date(1900, 2, 28), "1900-02-28"), (date(1900, 3, 1), date(1900, 3, 1)), (date(2025, 6, 30), date(2025, 6, 30))],
)
def test_a_day_of_which_programs_think_differently_is_a_text(day, value):
    cell = opened(page(("a", None, day)))[0].worksheets[0]["C6"]
    assert (cell.value if isinstance(value, str) else cell.value.date()) == value


def test_a_number_has_the_places_of_its_column_and_a_count_has_none():
    columns = (Column("a", 9, places=4), Column("b", 9, places=4), Column("c", 9))
    sheet = opened(page((Decimal("1.5"), 3, Decimal("2.5")), columns=columns))[0].worksheets[0]
    assert [sheet[place].number_format for place in ("A6", "B6", "C6")] == ["0.0000", "0", "0"]


def test_a_text_is_cut_where_no_cell_can_hold_more_and_no_row_is_higher_than_programs_allow():
    sheet = opened(page(("kata " * 10_000, None, None)))[0].worksheets[0]
    assert len(sheet["A6"].value) == 32_767
    assert sheet.row_dimensions[6].height == 409


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (("Tabel", "TABEL", "tabel"), ("Tabel", "TABEL (2)", "tabel (3)")),
        (("", "[]", "'"), ("Lembar", "Lembar (2)", "Lembar (3)")),
        (("a/b: c*", "'dikutip'"), ("a b c", "dikutip")),
        (("x" * 40, "x" * 40), ("x" * 31, f"{'x' * 27} (2)")),
    ],
)
def test_a_sheet_is_called_as_near_to_its_page_as_it_may(wanted, names):
    assert sheet_names(wanted) == names


def test_choices_that_are_the_same_stand_once_and_out_of_the_way():
    typed = Typed("Pilih", choices=("1", "2"))
    columns = (Column("a", 9, typed=typed), Column("b", 9, typed=typed), Column("c", 9, typed=Typed("apa saja")))
    book, _archive = opened(page((None, None, None), columns=columns), page(name="Kedua"))
    assert book.sheetnames == ["Tabel", "Kedua", "Pilihan"]
    assert [rule.formula1 for rule in book.worksheets[0].data_validations.dataValidation] == [
        "'Pilihan'!$A$1:$A$2",
        "'Pilihan'!$A$1:$A$2",
    ]
    assert book["Pilihan"].protection.sheet


def test_a_page_to_read_is_not_locked_and_one_to_fill_in_can_be_widened_sorted_and_lengthened():
    assert not opened(page())[0].worksheets[0].protection.sheet
    lock = opened(form())[0].worksheets[0].protection
    assert [lock.formatColumns, lock.formatRows, lock.insertRows, lock.deleteRows, lock.sort] == [False] * 5


def test_a_number_below_or_beyond_is_refused_with_the_hint():
    rule = opened(form(to_fill=1))[0].worksheets[0].data_validations.dataValidation[0]
    assert (rule.operator, rule.showErrorMessage, rule.error, rule.errorTitle) == (
        *("between", True, "1–4", "Periksa isian"),
    )
    assert rule.allow_blank
