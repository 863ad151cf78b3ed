"""XML Spreadsheet 2003: cells at their places, merged and hidden ones, percentages, and formulas that say nothing."""

from surveys.workbooks.sheets.flat_xml import MOST_SKIPPED, sheets_of_xml
from tests.cases import in_one_test

STYLES = (
    '<Styles><Style ss:ID="p1"><NumberFormat ss:Format="Percent"/></Style>'
    '<Style ss:ID="p2"><NumberFormat ss:Format="0.0%"/></Style>'
    '<Style ss:ID="n"><NumberFormat ss:Format="0.00"/></Style></Styles>'
)


def book(*rows, name="Data"):
    table = f'<Worksheet ss:Name="{name}"><Table>{"".join(rows)}</Table></Worksheet>'
    space = (
        'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"'
    )
    return f'<?xml version="1.0"?><Workbook {space}>{STYLES}{table}</Workbook>'.encode()


def sheet(*rows):
    (found,) = sheets_of_xml(book(*rows))
    return found


def row(*cells, more=""):
    return f"<Row {more}>{''.join(cells)}</Row>"


def cell(text, kind="String", more=""):
    return f'<Cell {more}><Data ss:Type="{kind}">{text}</Data></Cell>'


def test_each_worksheet_is_a_sheet_with_its_name():
    found = sheets_of_xml(book(row(cell("a"), cell("3.27", "Number")), name="Nilai 2025"))
    assert [(each.name, each.rows) for each in found] == [("Nilai 2025", [["a", "3.27"]])]


@in_one_test("content", [b"", b"bukan xml", b"<a>", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', b"<a/>"])
def test_what_cannot_be_read_or_is_something_else_has_none(content):
    assert sheets_of_xml(content) == []


def test_rows_and_cells_that_are_left_out_are_empty():
    found = sheet(row(cell("a"), cell("c", more='ss:Index="3"')), row(cell("z"), more='ss:Index="4"'))
    assert found.rows == [["a", "", "c"], [], [], ["z"]]


@in_one_test(("index", "skipped"), [("1", 0), ("0", 0), ("x", 0), ("999999", MOST_SKIPPED), ("9999999", 0)])
def test_no_more_are_left_out_than_a_sheet_can_lack(index, skipped):
    found = sheet(row(cell("a", more=f'ss:Index="{index}"')))
    assert found.rows == [[*[""] * skipped, "a"]]


def test_cells_that_are_one_stand_in_the_first():
    found = sheet(
        row(cell("Nilai", more='ss:MergeAcross="2" ss:MergeDown="1"'), cell("x")), row(cell("y", more='ss:Index="4"'))
    )
    assert found.rows == [["Nilai", "", "", "x"], ["", "", "", "y"]]
    assert found.merged == ((0, 0, 1, 2),)


def test_a_hidden_row_is_known():
    assert sheet(row(cell("a")), row(cell("b"), more='ss:Hidden="1"'), row(cell("c"), more='ss:Hidden="0"')).hidden == {
        1
    }


@in_one_test(
    ("text", "style", "shown"),
    [
        ("0.855", "p1", "85,5%"),
        ("0.85555", "p2", "85,56%"),
        ("1", "p1", "100%"),
        ("85%", "p1", "85%"),
        ("teks", "p1", "teks"),
        ("0.855", "n", "0.855"),
        ("0.855", "lain", "0.855"),
    ],
)
def test_a_percentage_is_told_as_it_is_shown(text, style, shown):
    assert sheet(row(cell(text, "Number", f'ss:StyleID="{style}"'))).rows == [[shown]]


def test_a_formula_with_an_error_or_without_a_value_is_broken():
    found = sheet(
        row(
            cell("#DIV/0!", "Error", 'ss:Formula="=A1/0"'),
            '<Cell ss:Formula="=A1"/>',
            cell("", "Number", 'ss:Formula="=A1"'),
            cell("3", "Number", 'ss:Formula="=A1"'),
            cell("", "Number"),
        )
    )
    assert found.broken == {(0, 0): "#DIV/0!", (0, 1): "", (0, 2): ""}


def test_what_is_written_in_several_letters_and_with_signs_that_nobody_sees_is_one_text():
    found = sheet(row("<Cell><Data><B>Wak</B>tu\u200b</Data></Cell>"))
    assert found.rows == [["Waktu"]]
