"""Tables that are text: in which letters they are written, what parts their columns, and what a page shows where."""

import pytest

from surveys.workbooks.sheets.cells import UnreadableError
from surveys.workbooks.sheets.texts import MOST_SPAN, decoded, sheets_of_page, sheets_of_text
from tests.cases import in_one_test

HEAD = "No,Nama,U1,U2"


def rows_of(text):
    (sheet,) = sheets_of_text("nilai", text if isinstance(text, bytes) else text.encode())
    return sheet.rows


@in_one_test("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_is_read_in_the_letters_in_which_it_was_written(encoding):
    text = "Unsur;Nilai\nKecepatan – café;3,27\nPelayanan “ramah”;3,30\n" * 3
    assert decoded(text.encode(encoding)) == text


@in_one_test(
    ("text", "row"),
    [
        ("a;b;c\n1;2;3\n", ["1", "2", "3"]),
        ("a\tb\n1\t2\n", ["1", "2"]),
        ("a|b\n1|2\n", ["1", "2"]),
        ("a,b\n1,2\n", ["1", "2"]),
        ("a;b\n3,27;3,30\n3,1;3,2\n", ["3,27", "3,30"]),
        ('a,b\n"3,27","x ""y"""\n', ["3,27", 'x "y"']),
        ("sep=|\na;b|c\n1;2|3\n", ["1;2", "3"]),
        ("SEP=;\r\na;b\r\n1;2\r\n", ["1", "2"]),
        ("a;b\n  1 ; 2 \n", ["1", "2"]),
        ("a;b;c\n1;2;;\n", ["1", "2"]),
    ],
)
def test_columns_are_parted_by_what_makes_most_lines_equally_wide(text, row):
    assert rows_of(text)[1] == row


def test_a_cell_may_hold_several_lines():
    assert rows_of('No;Saran\n1;"Tambah\nkursi"\n2;Cukup\n')[1:] == [["1", "Tambah\nkursi"], ["2", "Cukup"]]


@in_one_test(
    ("row", "sign"),
    [(f"{HEAD}\n1,Budi,3,27,4\n", "koma"), ("No;Nama;U1\n1;Budi;Tani;3\n", "titik koma"), ("No\tU1\n1\t3\t4\n", "tab")],
)
def test_a_separator_in_a_cell_without_quotation_marks_is_told_with_its_line(row, sign):
    with pytest.raises(UnreadableError, match=rf"Baris 2 .*{sign}.* harus diapit tanda kutip"):
        rows_of(row)


@in_one_test(
    "text",
    [
        f"Rekapitulasi\nKPU Ngawi\n{HEAD}\n1,Budi,3,4\n",  # titles above the heading
        f"{HEAD}\n1,Budi,3\n2,Ani\n",  # shorter rows
        f"{HEAD}\n1,Budi,3,4\n\nUnsur,Nilai,Mutu,Kinerja,Ket\nWaktu,3,B,Baik,x\n",  # a wider table behind a blank line
        "No,Nama\n,,catatan di samping\n",
    ],
)
def test_titles_shorter_rows_and_another_table_are_no_fault(text):
    assert rows_of(text)


# --- pages


def page(*tables):
    return sheets_of_page(f"<html><body>{''.join(tables)}</body></html>".encode())


def row(*cells):
    return f"<tr>{''.join(cells)}</tr>"


def test_each_table_of_a_page_is_a_sheet():
    one = f"<table>{row('<th>Unsur</th>', '<th>Nilai</th>')}{row('<td>Waktu</td>', '<td> 3,27 </td>')}</table>"
    first, second = page(one, "<p>antara</p>", f"<table>{row('<td><b>a</b> b</td>')}</table>")
    assert (first.name, first.rows) == ("Tabel 1", [["Unsur", "Nilai"], ["Waktu", "3,27"]])
    assert (second.name, second.rows) == ("Tabel 2", [["a b"]])


@in_one_test(
    ("inside", "text"),
    [
        ("<b>3</b>,27", "3,27"),
        ("Waktu<br>Penyelesaian", "Waktu Penyelesaian"),
        ("<p>Waktu</p><p>Penyelesaian</p>", "Waktu Penyelesaian"),
        ("<span>Wak<i>tu</i></span> <br/>", "Waktu"),
        ("a<!-- bukan isi --> b", "a b"),
        ("Biaya&nbsp;dan&amp;tarif", "Biaya dan&tarif"),
    ],
)
def test_a_cell_says_all_that_it_shows(inside, text):
    (sheet,) = page(f"<table>{row(f'<td>{inside}</td>', '<td>x</td>')}</table>")
    assert sheet.rows == [[text, "x"]]


def test_a_table_that_only_frames_others_is_none():
    inner = f"<table>{row('<td>dalam</td>')}</table>"
    (sheet,) = page(f"<table>{row(f'<td>{inner}</td>')}</table>")
    assert sheet.rows == [["dalam"]]


def test_what_spans_several_cells_stands_in_the_first():
    high = row('<td rowspan="2">No</td>', '<td colspan="2">Nilai</td>')
    (sheet,) = page(
        f"<table>{high}{row('<td>U1</td>', '<td>U2</td>')}{row('<td>1</td>', '<td>3</td>', '<td>4</td>')}</table>"
    )
    assert sheet.rows == [["No", "Nilai", ""], ["", "U1", "U2"], ["1", "3", "4"]]
    assert sheet.merged == ((0, 0, 1, 0), (0, 1, 0, 2))


@in_one_test(
    ("told", "width"),
    [("3", 3), (" 2 ", 2), ("0", 1), ("-2", 1), ("x", 1), ("٣", 1), ("99999", MOST_SPAN), ("999999", 1)],
)
def test_a_cell_spans_no_more_than_a_table_can_have(told, width):
    (sheet,) = page(f"<table>{row(f'<td colspan={told!r}>a</td>', '<td>b</td>')}</table>")
    assert len(sheet.rows[0]) == width + 1


@in_one_test("content", [b"", b"bukan halaman", b"<p>tanpa tabel</p>", b"\x00\x01"])
def test_what_is_no_page_has_no_tables(content):
    assert sheets_of_page(content) == []
