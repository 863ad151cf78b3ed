"""What workbooks tell beside the values of cells: merged, broken and percent cells, alike in every kind of file."""

import io
from html import escape

import openpyxl
import pytest

from surveys.workbooks.sheets.opening import sheets_of
from tests.surveys.workbooks.files import ods, xlsx
from tests.surveys.workbooks.layouts import NAMES, numbered
from tests.surveys.workbooks.test_ends import BARE, changed
from tests.surveys.workbooks.test_reading import exactly, read

OFFICE = (
    b'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" '
    b'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
)


class Formula(str):
    """The attributes and the text with which a program writes a cell: ``attributes|text``."""


class Percent(float):
    """A number that is shown as a percentage."""


def ods_file(rows, merged=()):
    """``merged``: ``(row, column, rows, columns)``; what they cover stands there as cells that are covered."""
    spans = {(row, column): (down, right) for row, column, down, right in merged}
    covered = {
        (row + down, column + right)
        for (row, column), (height, width) in spans.items()
        for down in range(height)
        for right in range(width)
    } - spans.keys()
    lines = []
    for at, row in enumerate(rows):
        cells = []
        for column, value in enumerate(row):
            if (at, column) in covered:
                cells.append("<table:covered-table-cell/>")
                continue
            down, right = spans.get((at, column), (1, 1))
            span = (
                f' table:number-columns-spanned="{right}" table:number-rows-spanned="{down}"'
                if down * right > 1
                else ""
            )
            cells.append(ods_cell(value, span))
        lines.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
    return changed(ods("Data", [["x"]]), "content.xml", lambda xml: with_rows(xml, "".join(lines).encode()))


def with_rows(xml, rows):
    head, _, rest = xml.partition(b"<table:table-row>")
    whole = head + rows + rest.rpartition(b"</table:table-row>")[2]
    return whole.replace(b'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"', OFFICE, 1)


def ods_cell(value, span):
    if isinstance(value, Formula):
        attributes, _, shown = value.partition("|")
        text = f"<text:p>{shown}</text:p>" if shown else ""
        return f'<table:table-cell table:formula="of:=[.A1]" {attributes}>{text}</table:table-cell>'
    if value is None:
        return f"<table:table-cell{span}/>"
    kind = "percentage" if isinstance(value, Percent) else "float" if isinstance(value, int | float) else "string"
    told = f' office:value="{value}"' if kind != "string" else ""
    shown = f"<text:p>{escape(str(value))}</text:p>"
    return f'<table:table-cell office:value-type="{kind}"{told}{span}>{shown}</table:table-cell>'


def flat_xml(rows):
    """XML Spreadsheet 2003; a cell is a value or its whole element."""
    lines = []
    for row in rows:
        cells = "".join(
            value if str(value).startswith("<Cell") else f'<Cell><Data ss:Type="String">{value}</Data></Cell>'
            for value in row
        )
        lines.append(f"<Row>{cells}</Row>")
    styles = '<Styles><Style ss:ID="s1"><NumberFormat ss:Format="0.0%"/></Style></Styles>'
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    return (
        f'<?xml version="1.0"?><Workbook xmlns="{space}" xmlns:ss="{space}">{styles}'
        f'<Worksheet ss:Name="Data"><Table>{"".join(lines)}</Table></Worksheet></Workbook>'
    ).encode()


def percent_xlsx(rows, number_format):
    """Numbers below 1 and those of the kind Percent are shown as percentages."""
    book = openpyxl.load_workbook(io.BytesIO(xlsx(("Data", rows))))
    for row, values in zip(book.active.iter_rows(), rows, strict=True):
        for cell, value in zip(row, values, strict=True):
            if isinstance(value, Percent):
                cell.number_format = number_format
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


# --- merged cells


def test_a_merged_cell_of_ods_names_the_service_of_all_its_rows():
    told = ["PPID", None, None, "JDIH", None]
    rows = [["No", "Jenis Layanan", *NAMES], *([at, name, *[3] * 9] for at, name in enumerate(told, 1))]
    found = read(("a.ods", ods_file(rows, merged=[(1, 1, 3, 1), (4, 1, 2, 1)]), ""))
    assert (found["services"], found["faults"]) == ({"PPID": 3, "JDIH": 2}, [])
    assert not any("tanpa jenis layanan" in note for note in found["notes"])


def test_a_merged_heading_of_ods_spreads_over_its_columns():
    wide = ["No", *NAMES[:8], NAMES[8], None]
    rows = [wide, [*[None] * 9, "Sebelum", "Sesudah"], *[[*row, 4] for row in numbered(BARE)]]
    found = read(("a.ods", ods_file(rows, merged=[(0, 9, 1, 2)]), ""))
    assert {ask["id"]: ask["choices"] for ask in found["asks"]} == {"column:U9": ["J", "K"]}


def test_old_xml_keeps_what_is_merged_left_out_and_hidden():
    rows = [
        ["No", "Jenis Layanan", *NAMES],
        ["1", '<Cell ss:MergeDown="1"><Data ss:Type="String">PPID</Data></Cell>', *[3] * 9],
        ["2", '<Cell ss:Index="3"><Data ss:Type="Number">4</Data></Cell>', *[4] * 8],
        ["3", "JDIH", *[3] * 9],
    ]
    content = flat_xml(rows).replace(
        b'<Row><Cell><Data ss:Type="String">3<', b'<Row ss:Index="6" ss:Hidden="1"><Cell><Data ss:Type="String">3<'
    )
    found = read(("a.xls", content, ""))
    assert (found["services"], found["scores"]["sarana"]) == ({"PPID": 2, "JDIH": 1}, "3.3333")
    assert "1 baris tersembunyi ikut dihitung." in found["notes"]
    (sheet,) = sheets_of("a.xls", content)
    assert [len(row) for row in sheet.rows] == [11, 11, 11, 0, 0, 11]


def test_old_xml_that_merges_a_heading_keeps_its_columns_in_place():
    wide = '<Cell ss:MergeAcross="8"><Data ss:Type="String">NILAI UNSUR PELAYANAN</Data></Cell>'
    rows = [["", wide, "Saran"], ["No", *NAMES, ""], *numbered(BARE)]
    found = read(("a.xls", flat_xml(rows), ""))
    assert (found["faults"], found["scores"]) == ([], exactly(BARE)[0])


# --- formulas


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ('office:value-type="string" office:string-value="" calcext:value-type="error"|#DIV/0!', "“#DIV/0!” bukan 1–4"),
        ('office:value-type="float" office:value="0"|Err:502', "“Err:502” bukan 1–4"),
        ('office:value-type="string" office:string-value="#REF!"|#REF!', "“#REF!” bukan 1–4"),
        ("", "belum pernah dihitung"),
        ('office:value-type="float"', "belum pernah dihitung"),
    ],
    ids=["an error", "an error of old programs", "an error of Excel", "no value", "a kind without a value"],
)
def test_a_formula_of_ods_without_a_value_is_named_by_its_cell(cell, told):
    rows = numbered(BARE)
    rows[2][4] = Formula(cell)
    (fault,) = read(("a.ods", ods_file([["No", *NAMES], *rows]), ""))["faults"]
    assert fault["place"] == "Lembar Data, E4" and told in fault["message"]


def test_a_formula_of_ods_with_its_value_is_an_answer():
    rows = numbered(BARE)
    rows[2][4] = Formula(f'office:value-type="float" office:value="{rows[2][4]}"|{rows[2][4]}')
    found = read(("a.ods", ods_file([["No", *NAMES], *rows]), ""))
    assert (found["faults"], found["scores"]) == ([], exactly(BARE)[0])


def test_rows_and_cells_that_ods_writes_once_are_counted_before_what_is_broken():
    content = ods_file([["No", *NAMES], *numbered(BARE)[:1], [2, *[3] * 8, Formula("")]])
    repeated = changed(
        content,
        "content.xml",
        lambda xml: xml.replace(b"<table:table-row>", b'<table:table-row table:number-rows-repeated="4">', 2).replace(
            b'repeated="4"', b'repeated="1"', 1
        ),
    )
    assert [fault["place"] for fault in read(("a.ods", repeated, ""))["faults"]] == ["Lembar Data, J6"]


@pytest.mark.parametrize("error", ["#REF!", "#N/A"])
def test_an_error_of_old_xml_is_named_by_its_cell(error):
    rows = [[*row] for row in numbered(BARE)]
    rows[1][3] = f'<Cell ss:Formula="=1/0"><Data ss:Type="Error">{error}</Data></Cell>'
    (fault,) = read(("a.xls", flat_xml([["No", *NAMES], *rows]), ""))["faults"]
    assert (fault["place"], error in fault["message"]) == ("Lembar Data, D3", True)


@pytest.mark.parametrize("across", [True, False])
@pytest.mark.parametrize(("cell", "told"), [("=A1", "belum pernah dihitung"), ("#REF!", "“#REF!” bukan nilai")])
def test_means_that_are_broken_formulas_are_named_by_their_cells(cell, told, across):
    rows = (
        [["Unsur", *NAMES], ["NRR", *[cell] * 9]] if across else [["Unsur", "NRR"], *[[name, cell] for name in NAMES]]
    )
    faults = read(("a.xlsx", xlsx(("Data", rows)), ""))["faults"]
    assert [fault["place"] for fault in faults][:2] == [f"Lembar Data, {at}" for at in ("B2", "C2" if across else "B3")]
    assert len(faults) == 9 and all(told in fault["message"] for fault in faults)


def test_one_broken_mean_among_nine_is_named_as_a_formula():
    rows = [["Unsur", "NRR"], *[[name, 3.2] for name in NAMES[:8]], [NAMES[8], "=A1"]]
    (fault,) = read(("a.xlsx", xlsx(("Data", rows)), ""))["faults"]
    assert fault["place"] == "Lembar Data, B10" and "belum pernah dihitung" in fault["message"]


# --- percentages

COLUMN = [["Unsur", "Nilai"], *[[name, Percent(0.85)] for name in NAMES]]
ROW = [["Layanan", *NAMES], ["KTP", *[Percent(0.85)] * 9]]


@pytest.mark.parametrize("rows", [COLUMN, ROW], ids=["a column", "a row"])
@pytest.mark.parametrize("kind", ["0%", "0.00%", '#,##0.0"x"%', "ods", "xml"])
def test_values_that_are_shown_as_percentages_are_refused_as_such(rows, kind):
    if kind == "xml":
        shown = '<Cell ss:StyleID="s1"><Data ss:Type="Number">0.85</Data></Cell>'
        content = flat_xml([[shown if isinstance(cell, Percent) else cell for cell in row] for row in rows])
    else:
        content = ods_file(rows) if kind == "ods" else percent_xlsx(rows, kind)
    (fault,) = read((f"a.{kind}", content, ""))["faults"]
    assert (fault["place"], "berisi persentase" in fault["message"]) == ("Lembar Data, B2", True)


@pytest.mark.parametrize(("number_format", "shown"), [("0%", "300%"), ('0"%"', "3%"), ("0\\%", "3%")])
def test_an_answer_that_is_shown_as_a_percentage_is_said_to_be_one(number_format, shown):
    rows = [["No", *NAMES], *[[at, *[3] * 8, Percent(3)] for at in range(1, 4)]]
    faults = read(("a.xlsx", percent_xlsx(rows, number_format), ""))["faults"]
    assert faults[0] == {"place": "Lembar Data, J2", "message": f"“{shown}” persentase, bukan 1–4."}


def test_percentages_in_columns_that_nobody_asks_for_change_nothing():
    rows = [["No", *NAMES, "Bagian"], *[[*row, Percent(0.1234)] for row in numbered(BARE)]]
    found = read(("a.xlsx", percent_xlsx(rows, "0.00%"), ""))
    assert (found["faults"], found["scores"]) == ([], exactly(BARE)[0])


def test_values_of_another_scale_in_a_row_are_told_by_their_range():
    (fault,) = read(("a.xlsx", xlsx(("Data", [["Layanan", *NAMES], ["KTP", *[7.5] * 9]])), ""))["faults"]
    assert fault["place"] == "Lembar Data, B2" and "berisi 7,5 sampai 7,5" in fault["message"]
