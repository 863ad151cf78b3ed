"""The XML of an OpenDocument sheet: what it hides, merges, leaves without a value or shows as a percentage."""

from surveys.workbooks.sheets.marks import Marks
from surveys.workbooks.sheets.ods_xml import marks_of_ods
from tests.cases import in_one_test

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text", "calcext")
)


def book(*rows, name="Data"):
    table = f'<table:table table:name="{name}">{"".join(rows)}</table:table>'
    return f"<office:document-content {SPACES}>{table}</office:document-content>".encode()


def marks(*rows):
    found = marks_of_ods(book(*rows))
    return found["Data"] if found else Marks(frozenset(), {})


def row(*cells, more=""):
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def cell(text="", more=""):
    return f"<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>"


def formula(text="", more=""):
    return cell(text, f'table:formula="of:=[.A1]" {more}')


def test_of_a_sheet_with_nothing_to_tell_nothing_is_told():
    assert marks_of_ods(book(row(cell("a"), cell("b")))) == {}


@in_one_test("how", ["collapse", "filter"])
def test_rows_that_are_not_shown_are_known_however_they_are_hidden(how):
    hidden = f'table:visibility="{how}"'
    found = marks(
        row(cell("a"), more='table:number-rows-repeated="3"'),
        row(cell("b"), more=f'{hidden} table:number-rows-repeated="2"'),
        row(cell("c")),
        row(cell("d"), more=hidden),
    )
    assert found.hidden == {3, 4, 6}


def test_cells_that_are_one_are_told_by_their_corners():
    found = marks(
        row(cell("a", 'table:number-columns-repeated="2"'), cell("b", 'table:number-columns-spanned="3"')),
        row(cell("c", 'table:number-rows-spanned="2" table:number-columns-spanned="1"')),
    )
    assert list(found.merged) == [(0, 2, 0, 4), (1, 0, 2, 0)]


@in_one_test(
    ("what", "told"),
    [
        (formula(), ""),
        (formula("3"), None),
        (formula("", 'office:value="3"'), None),
        (formula("", 'office:string-value="a"'), None),
        (formula("", 'office:value-type="string"'), None),
        (formula("", 'office:value-type="boolean"'), None),
        (formula("#DIV/0!"), "#DIV/0!"),
        (formula("#N/A"), "#N/A"),
        (formula("Err:502"), "Err:502"),
        (formula("Galat: 508"), "Galat: 508"),
        (formula("#1 Terbaik"), None),
        (formula("Err", 'calcext:value-type="error"'), "Err"),
        (cell("#REF!", 'calcext:value-type="error"'), "#REF!"),
        (cell("#REF!"), None),
    ],
)
def test_a_formula_without_a_value_is_broken_and_one_with_an_error_says_which(what, told):
    hidden = row(cell("x"), more='table:visibility="collapse"')  # so that the sheet has something to tell
    assert marks(row(what), hidden).broken.get((0, 0)) == told


def test_a_note_beside_a_formula_is_no_value():
    note = "<office:annotation><text:p>Catatan</text:p></office:annotation>"
    found = marks(row(f'<table:table-cell table:formula="of:=[.A1]">{note}</table:table-cell>'))
    assert found.broken == {(0, 0): ""}


def test_percentages_are_told_for_each_cell_that_is_written_once():
    shown = 'office:value-type="percentage" office:value="0.85"'
    found = marks(
        row(cell("a"), cell("85%", f'{shown} table:number-columns-repeated="2"'), more='table:number-rows-repeated="2"')
    )
    assert found.percent == dict.fromkeys([(0, 1), (0, 2), (1, 1), (1, 2)], 100)


def test_what_stands_for_a_whole_sheet_is_not_written_out():
    shown = 'office:value-type="percentage" table:number-columns-repeated="16384"'
    found = marks(row(cell("85%", shown), more='table:number-rows-repeated="1048576"'))
    assert len(found.percent) == 10_000


def test_each_sheet_is_told_for_itself():
    hidden = row(cell("a"), more='table:visibility="collapse"')
    first, second = (
        f'<table:table table:name="{name}">{rows}</table:table>'
        for name, rows in (("A", hidden), ("B", row(cell("b")) + hidden))
    )
    found = marks_of_ods(f"<office:document-content {SPACES}>{first}{second}</office:document-content>".encode())
    assert {name: told.hidden for name, told in found.items()} == {"A": {0}, "B": {1}}
