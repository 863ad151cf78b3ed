"""The tables of section 3.3 in the workbook: the numbers that the report prints there, as numbers. Pure."""

from decimal import Decimal

import pytest

from reports.document.build import build
from reports.document.chapters.cells import NONE
from reports.words.language import decimal_text
from reports.workbook.cells import printed_number
from reports.workbook.evaluation import evaluation_pages
from reports.workbook.heads import head_lines, title_of
from tests.make_cycle import make_source
from tests.reports.pasts import OLD, broken_trend, here, past
from tests.reports.shapes import mixed, one_open, young


def built(cycle, *surveys):
    return build(make_source(cycle, past=surveys))


WHOLE = built(mixed(), *broken_trend())


def pages_of(document):
    return {page.name: page for page in evaluation_pages(document)}


def heads(page):
    return [column.head for column in page.columns]


@pytest.mark.parametrize(
    ("document", "names"),
    [
        (WHOLE, ["Tabel 3.3", "Tabel 3.4", "Tabel 3.5"]),
        (built(mixed()), ["Tabel 3.3"]),
        (built(one_open()), []),
        (built(young()), []),
        (built(mixed(), past("2024-S2", "80.00", OLD), here()), ["Tabel 3.3"]),
    ],
    ids=["whole", "no earlier survey", "one priority", "young", "not comparable"],
)
def test_there_is_a_page_for_each_table_that_is_printed(document, names):
    assert list(pages_of(document)) == names == [head.label for head in document.realisation.evaluation.tables]


def test_each_page_says_above_its_table_which_it_is_and_whose():
    tables = WHOLE.realisation.evaluation.tables
    for head, page in zip(tables, evaluation_pages(WHOLE), strict=True):
        assert page.title == title_of(head) == f"{head.label} {head.title}"
        assert page.lines == head_lines(WHOLE) == (WHOLE.office.name, f"SKM {WHOLE.period_label}")
        assert all(len(row) == len(page.columns) for row in page.rows)


def test_the_achievement_of_each_priority_is_counted_and_summed_up():
    page = pages_of(WHOLE)["Tabel 3.3"]
    assert heads(page)[2:] == ["RTL", "Sudah", "Dalam proses", "Belum dimulai", "Tidak dapat dilaksanakan", "Capaian"]
    counted = {row[0]: row[2:] for row in page.rows}
    assert counted == {
        "Sistem, Mekanisme, dan Prosedur": (3, 1, 1, 0, 1, "33%"),
        "Waktu Penyelesaian": (2, 1, 0, 1, 0, "50%"),
        "Jumlah": (5, 2, 1, 1, 1, "40%"),
    }
    assert page.notes == (WHOLE.realisation.evaluation.achievement.text,)


def test_elements_of_two_surveys_are_numbers_with_the_places_that_are_printed():
    page = pages_of(WHOLE)["Tabel 3.4"]
    table = WHOLE.realisation.evaluation.before.table
    assert heads(page)[2:4] == [f"NRR {table.before}", f"NRR {table.now}"]
    assert [(row[0], row[1], row[4]) for row in page.rows] == [(r.number, r.element, r.change) for r in table.rows]
    for row, printed in zip(page.rows, table.rows, strict=True):
        for number, text, column in ((row[2], printed.before, 2), (row[3], printed.now, 3)):
            assert isinstance(number, Decimal)
            assert decimal_text(number, page.columns[column].places) == text


def test_which_were_priorities_then_has_a_column_where_it_is_known():
    for document in (WHOLE, built(mixed(), past("2024-S2", "80.00"), here())):
        page = pages_of(document)["Tabel 3.4"]
        table = document.realisation.evaluation.before.table
        assert (f"Prioritas {table.before}" in heads(page)) is table.has_priorities
        if table.has_priorities:
            assert [row[-1] for row in page.rows] == [row.was_priority for row in table.rows]


def test_the_trend_tells_of_every_period_what_is_printed_of_it():
    page = pages_of(WHOLE)["Tabel 3.5"]
    trend = WHOLE.realisation.evaluation.trend
    assert [row[0] for row in page.rows] == [row.period for row in trend.rows]
    assert [row[1] for row in page.rows] == [printed_number(row.index) for row in trend.rows]
    assert [row[2:] for row in page.rows] == [(row.grade, row.change, row.plans) for row in trend.rows]
    assert any(isinstance(row[1], Decimal) for row in page.rows)
    assert page.notes[0] == trend.text


@pytest.mark.parametrize("text", [NONE, "*"])
def test_a_dash_or_a_mark_in_place_of_a_number_stays(text):
    assert printed_number(text) == text
