"""Tables as text: what a program reads back is what was told, and nothing in it runs."""

import csv
import json
from decimal import Decimal
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.data.tables import Table
from publishing.data.writing import WRITTEN, as_csv, as_json


def table(*cells, columns=("id", "nama", "nilai")):
    return Table("indeks", "Judul", columns, tuple((n, *row) for n, row in enumerate(cells, start=1)))


def read(text):
    return list(csv.DictReader(StringIO(text)))


def test_there_is_no_mark_at_the_beginning_and_one_line_end_for_every_row():
    text = as_csv(table(("Satu", 1), ("Dua", 2)))
    assert text == "id,nama,nilai\n1,Satu,1\n2,Dua,2\n"
    assert not text.encode().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Decimal("87.33"), "87.33"),
        (Decimal("100.00"), "100.00"),
        (Decimal("25"), "25"),
        (Decimal("3.270"), "3.270"),
        (Decimal("1E+2"), "100"),
        (Decimal("0.0000001"), "0.0000001"),
        (12345, "12345"),
        (0, "0"),
        (None, ""),
        ("", ""),
    ],
)
def test_numbers_have_a_point_no_grouping_and_no_exponent(value, written):
    (row,) = read(as_csv(table(("Satu", value))))
    assert row["nilai"] == written


@pytest.mark.parametrize("first", ["=", "+", "-", "@"])
@pytest.mark.parametrize("before", ["", " ", "\t", "\n", "\r\n", "\u00a0", "\u2003"])
def test_a_formula_is_a_text_whatever_stands_before_it(first, before):
    (row,) = read(as_csv(table((f"{before}{first}cmd|'/C calc'!A0", 1))))
    assert row["nama"] == f"'{first}cmd|'/C calc'!A0"


@pytest.mark.parametrize("plain", ["Loket 2 = loket baru", "A-B", "a@b.go.id", "1+1", "'Kutipan'", "–", "Rp10.000"])
def test_what_is_no_formula_stands_as_it_was_typed(plain):
    (row,) = read(as_csv(table((plain, 1))))
    assert row["nama"] == plain


def test_commas_quotes_and_line_ends_stay_within_their_cell():
    typed = 'Papan "Alur", loket\r\n1 dan\t2'
    (row,) = read(as_csv(table((typed, 7))))
    assert row == {"id": "1", "nama": 'Papan "Alur", loket 1 dan 2', "nilai": "7"}


def test_letters_beyond_ascii_are_written_as_they_are():
    typed = "Résumé Ñandú – 25–100 “kutip”"
    assert typed in as_csv(table((typed, 1)))
    assert typed in as_json(table((typed, 1)))
    assert "\\u" not in as_json(table((typed, 1)))


def test_json_has_title_columns_and_an_object_for_each_row_in_the_order_of_columns():
    told = json.loads(as_json(table(("Satu", Decimal("81.25")), ("Dua", None))))
    assert list(told) == ["judul", "kolom", "data"]
    assert (told["judul"], told["kolom"]) == ("Judul", ["id", "nama", "nilai"])
    assert told["data"] == [{"id": 1, "nama": "Satu", "nilai": 81.25}, {"id": 2, "nama": "Dua", "nilai": None}]
    assert [list(row) for row in told["data"]] == [told["kolom"]] * 2


@pytest.mark.parametrize("cents", [*range(2500, 10001, 331), 10000])
def test_no_index_loses_a_digit_on_its_way_through_json(cents):
    value = Decimal(cents) / 100
    (row,) = json.loads(as_json(table(("Satu", value))), parse_float=Decimal)["data"]
    assert row["nilai"] == value


def test_a_table_without_rows_is_its_head():
    assert as_csv(table()) == "id,nama,nilai\n"
    assert json.loads(as_json(table()))["data"] == []


def test_a_row_that_is_too_short_is_not_written_as_if_it_were_whole():
    short = Table("indeks", "Judul", ("id", "nama", "nilai"), ((1, "Satu"),))
    with pytest.raises(ValueError, match="shorter"):
        as_json(short)


@given(st.text(), st.text())
def test_whatever_is_typed_a_reader_finds_two_cells_and_no_formula(one, other):
    head, *rows = csv.reader(StringIO(as_csv(table((one, other)))))
    assert head == ["id", "nama", "nilai"]
    (row,) = rows
    assert len(row) == 3
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


@pytest.mark.parametrize(("ending", "kind"), [("csv", "text/csv"), ("json", "application/json")])
def test_both_ways_of_writing_say_that_they_are_utf_8(ending, kind):
    assert WRITTEN[ending][0] == f"{kind}; charset=utf-8"
    assert set(WRITTEN) == {"csv", "json"}
