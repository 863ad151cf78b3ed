"""The tables of the printed page in a Word file: cells that span, heads, shades and how wide columns are. Pure."""

import pytest
from docx.oxml.ns import qn
from lxml import html

from reports.word.elements import made
from reports.word.tables import SHADES, is_lined, is_of_letter, plain_row, table_of

WIDTH = 5_000_000


def table(inner, classes=""):
    return html.fromstring(f'<table class="{classes}">{inner}</table>')


def written(inner, classes=""):
    """The table of Word, each of its cells filled with the text of the page's cell."""

    def fill(place, seat):
        place.set("said", "" if seat.going_on else seat.cell.text_content())

    return table_of(table(inner, classes), WIDTH, fill, SHADES["teal"])


def said(word):
    """Row by row what each cell says, with how many columns it spans and how it goes on downward."""
    return [[(cell.get("said"), _span(cell), _down(cell)) for cell in row.findall(qn("w:tc"))] for row in _rows(word)]


def _rows(word):
    return word.findall(qn("w:tr"))


def _property(cell, name):
    found = cell.find(f"{qn('w:tcPr')}/{qn(name)}")
    return None if found is None else found.get(qn("w:val")) or found.get(qn("w:fill"))


def _span(cell):
    return int(_property(cell, "w:gridSpan") or 1)


def _down(cell):
    return _property(cell, "w:vMerge")


def test_a_cell_over_two_rows_goes_on_where_the_next_row_has_nothing():
    word = written("<tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr>")
    assert said(word) == [
        [("a", 1, "restart"), ("b", 1, None)],
        [("", 1, "continue"), ("c", 1, None)],
    ]


def test_a_cell_over_three_rows_goes_on_to_the_last_and_no_further():
    word = written("<tr><td rowspan=3>a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td></tr><tr><td>e</td></tr>")
    assert [row[0] for row in said(word)] == [
        ("a", 1, "restart"),
        ("", 1, "continue"),
        ("", 1, "continue"),
        ("e", 1, None),
    ]


def test_a_cell_that_spans_both_ways_keeps_the_others_in_their_columns():
    word = written("<tr><td>a</td><td rowspan=2 colspan=2>b</td><td>c</td></tr><tr><td>d</td><td>e</td></tr>")
    assert said(word) == [
        [("a", 1, None), ("b", 2, "restart"), ("c", 1, None)],
        [("d", 1, None), ("", 2, "continue"), ("e", 1, None)],
    ]


def test_what_stands_behind_a_cell_that_goes_on_is_as_wide_as_what_stands_above_it():
    above, below = written(
        "<tr><td rowspan=2 colspan=2>b</td><td>keterangan yang panjang</td></tr><tr><td>e</td></tr>"
    ).findall(qn("w:tr"))
    assert widths(above) == widths(below)
    assert widths(above)[1] > widths(above)[0]


def widths(row):
    cells = row.findall(qn("w:tc"))
    return [int(cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}").get(qn("w:w"))) for cell in cells]


def test_a_cell_at_the_end_of_a_row_goes_on_behind_the_others():
    word = written("<tr><td>a</td><td rowspan=2>b</td></tr><tr><td>c</td></tr>")
    assert said(word)[1] == [("c", 1, None), ("", 1, "continue")]


def test_two_neighbours_go_on_beside_each_other():
    word = written("<tr><td rowspan=2>a</td><td rowspan=2>b</td><td>c</td></tr><tr><td>d</td></tr>")
    assert said(word)[1] == [("", 1, "continue"), ("", 1, "continue"), ("d", 1, None)]


def test_the_columns_fill_the_width_and_every_cell_is_as_wide_as_its_columns():
    word = written("<tr><td colspan=2>a</td></tr><tr><td>b</td><td>keterangan yang panjang sekali</td></tr>")
    columns = [int(column.get(qn("w:w"))) for column in word.find(qn("w:tblGrid"))]
    assert sum(columns) == pytest.approx(WIDTH / 635, abs=2)
    assert columns[0] < columns[1]
    assert [*map(widths, _rows(word))] == [[sum(columns)], columns]


def _of_row(row, name):
    return row.find(f"{qn('w:trPr')}/{qn(name)}") is not None


def test_a_head_is_repeated_and_shaded_and_a_row_of_the_body_is_not():
    head, row = _rows(written("<thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody>"))
    assert (_of_row(head, "w:tblHeader"), _of_row(row, "w:tblHeader")) == (True, False)
    shades = [_property(each.find(qn("w:tc")), "w:shd") for each in (head, row)]
    assert shades == ["clear", None]
    fill = head.find(f"{qn('w:tc')}/{qn('w:tcPr')}/{qn('w:shd')}").get(qn("w:fill"))
    assert fill == SHADES["teal"].head


@pytest.mark.parametrize(
    ("name", "shade"), [("jumlah", SHADES["teal"].head), ("kelompok", SHADES["teal"].group), ("lain", None)]
)
def test_a_sum_and_the_head_of_a_group_are_shaded(name, shade):
    (row,) = _rows(written(f'<tbody><tr class="{name}"><td>a</td></tr></tbody>'))
    found = row.find(f"{qn('w:tc')}/{qn('w:tcPr')}/{qn('w:shd')}")
    assert (None if found is None else found.get(qn("w:fill"))) == shade


@pytest.mark.parametrize(("name", "whole"), [("", True), ("panjang", False), ("kelompok", True)])
def test_only_a_row_that_outgrows_a_page_may_be_broken(name, whole):
    (row,) = _rows(written(f'<tr class="{name}"><td>a</td></tr>'))
    assert _of_row(row, "w:cantSplit") is whole


@pytest.mark.parametrize(
    ("classes", "lined", "of_letter"),
    [("", True, False), ("tanpa-garis", False, True), ("tabel-surat", True, True), ("lain", True, False)],
)
def test_tables_of_letters_are_written_as_the_words_around_them(classes, lined, of_letter):
    page = table("<tr><td>a</td></tr>", classes)
    assert (is_lined(page), is_of_letter(page)) == (lined, of_letter)
    edges = written("<tr><td>a</td></tr>", classes).find(f"{qn('w:tblPr')}/{qn('w:tblBorders')}")
    assert {edge.get(qn("w:val")) for edge in edges} == {"single" if lined else "nil"}


@pytest.mark.parametrize(
    ("cell", "is_bold", "is_centred", "leads"),
    [
        ("<thead><tr><th>a</th></tr></thead>", True, True, True),
        ("<tbody><tr><th>a</th></tr></tbody>", True, False, False),
        ('<tbody><tr><th class="bulan">a</th></tr></tbody>', False, False, False),
        ("<tbody><tr><td>a</td></tr></tbody>", False, False, False),
        ('<tbody><tr><td class="angka">a</td></tr></tbody>', False, True, False),
        ('<tbody><tr class="kelompok"><td>a</td></tr></tbody>', False, False, True),
    ],
)
def test_how_a_cell_is_written_hangs_on_where_it_stands(cell, is_bold, is_centred, leads):
    seats = []
    table_of(table(cell), WIDTH, lambda _place, seat: seats.append(seat), SHADES["teal"])
    (seat,) = seats
    assert (seat.is_bold, seat.is_centred, seat.leads) == (is_bold, is_centred, leads)


def test_things_beside_each_other_keep_their_own_widths():
    places = [made("w:tc"), made("w:tc")]
    word = plain_row(places, [635_000, 1_270_000])
    assert [cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}").get(qn("w:w")) for cell in places] == ["1000", "2000"]
    assert word.find(f"{qn('w:tblPr')}/{qn('w:tblW')}").get(qn("w:w")) == "3000"
    with pytest.raises(ValueError, match="zip"):
        plain_row([made("w:tc")], [1, 2])
