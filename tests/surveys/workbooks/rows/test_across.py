"""Rows of values below the elements: how many answered beside them, and that no name of a person becomes a label."""

import pytest

from surveys.instrument.rows import forms_of
from surveys.models import Instrument
from surveys.workbooks.rows.across import read_across
from surveys.workbooks.sheets.cells import Sheet
from surveys.workbooks.tables import headings_of

pytestmark = pytest.mark.django_db
VALUES = ["3,10", "3,20", "3,30", "3,40", "3,50", "3,10", "3,20", "3,30", "3,40"]
CODES = [f"U{number}" for number in range(1, 10)]


def read(*rows):
    form = next(form for form in forms_of(Instrument.objects.get(key="permenpanrb-14-2017")) if len(form.codes) == 9)
    sheet = Sheet("Nilai", [list(row) for row in rows])
    (heading,) = headings_of([sheet], [form])[form.key]
    return read_across(heading, form, dict(enumerate(form.codes, 1)))


@pytest.mark.parametrize(
    ("beside", "respondents"),
    [("110", 110), ("1", 1), ("0", None), ("-3", None), ("2,5", None), ("banyak", None), ("", None)],
)
def test_how_many_answered_is_read_beside_the_values(beside, respondents):
    rows = read(["Layanan", *CODES, "Jumlah Responden"], ["Informasi", *VALUES, beside])
    assert {label: values.respondents for label, values in rows.items()} == {"Informasi": respondents}


def test_without_such_a_column_it_is_not_known():
    rows = read(["Layanan", *CODES, "Keterangan"], ["Informasi", *VALUES, "110"])
    assert rows["Informasi"].respondents is None


def test_rows_of_one_name_are_told_apart_and_a_row_without_one_by_its_place():
    rows = read(["Layanan", *CODES], ["Informasi", *VALUES], ["Informasi", *VALUES], ["", *VALUES])
    assert list(rows) == ["Informasi", "Informasi (baris 3)", "Baris 4"]


def test_what_stands_in_a_column_of_people_is_no_label():
    rows = read(["Nama", *CODES], ["Siti Aminah", *VALUES])
    assert list(rows) == ["Baris 2"]


def test_a_row_that_lacks_a_value_is_none():
    assert read(["Layanan", *CODES], ["Informasi", *VALUES[:-1], ""]) == {}
