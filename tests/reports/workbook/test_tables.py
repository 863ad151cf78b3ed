"""The tables of a workbook say what the report prints, whatever the cycle."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings

from offices.spreadsheets.pages import Book
from offices.spreadsheets.writing import workbook_bytes
from reports.cycle.model import Realisation
from reports.document.build import build
from reports.document.chapters.cells import NONE
from reports.document.chapters.profile import MARK
from reports.words.language import decimal_text, integer_text
from reports.workbook.cells import printed_number
from reports.workbook.tables import profile_page, table_pages
from tests.make_cycle import make_cycle, make_followup, make_plan, make_source, make_survey
from tests.mass import examples
from tests.reports.document.test_build import BY_QUESTIONS
from tests.reports.shapes import SHAPES, of
from tests.strategies import cycles


def pages_of(document):
    return {page.name: page for page in table_pages(document)}


def check(document):
    pages = pages_of(document)
    chapters = document.plans, document.realisation, document.conclusion
    assert list(pages) == [head.label for chapter in chapters for head in chapter.tables]
    assert all(page.title.startswith(page.name) and page.lines[0] == document.office.name for page in pages.values())
    for row, printed in zip(pages["Tabel 2.1"].rows, document.plans.results.rows, strict=True):
        assert (row[1], row[4]) == (printed.element, printed.category)
        assert printed.score_text == (NONE if row[2] == NONE else decimal_text(row[2], places(printed.score_text)))
        assert pages["Tabel 2.1"].columns[2].places >= places(printed.score_text)
        assert printed.converted_text == (NONE if row[3] == NONE else decimal_text(row[3]))
    total = pages["Tabel 2.1"].total
    assert (total is None) is (document.plans.results.index is None)
    if total:
        assert decimal_text(total.values[0]) == document.plans.results.index_text
    planned = [(group.number, row) for group in document.plans.table.groups for row in group.rows]
    whole = [row for row in pages["Tabel 2.2"].rows if row[2] != "Belum ada RTL."]
    assert [row[2].split("\n")[0] for row in whole] == [row.programme.split("\n")[0] for _number, row in planned]
    if document.plans.table.months:
        assert [[cell == "•" for cell in row[3:-1]] for row in whole] == [list(row.marks) for _n, row in planned]
    if services := document.plans.services:
        rows = [(row.name, row.respondents, row.index, row.grade) for row in told_of(pages["Tabel 2.3"])]
        assert rows == [(row.name, row.respondents, row.index, row.grade) for row in services.rows]
    done = [row for group in document.realisation.groups for row in group.rows]
    assert [row[3] for row in pages["Tabel 3.1"].rows] == [row.status for row in done]
    if "Tabel 4.1" in pages:
        assert [row[3] for row in pages["Tabel 4.1"].rows] == [row.target for row in document.conclusion.rows]
    assert all(len(row) == len(page.columns) for page in pages.values() for row in page.rows)


def told_of(page):
    """The rows of Tabel 2.3 by what they tell; numbers with two decimals again as texts."""
    for _number, name, respondents, *_scores, index, grade in page.rows:
        printed = index if index in (NONE, MARK) else decimal_text(index)
        count = respondents if respondents == MARK else integer_text(respondents)
        yield SimpleNamespace(name=name, respondents=count, index=printed, grade=grade)


def places(printed):
    """The decimals of a number as it is printed."""
    return len(printed.partition(",")[2])


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_every_shape_of_a_cycle(shape):
    document = build(make_source(shape()))
    check(document)
    assert workbook_bytes(Book("a", "b", table_pages(document)))


def test_what_an_office_states_of_its_numbers_stands_beneath_them():
    survey = make_survey(respondents=120, population=110, exceeds_population=True)
    document = build(make_source(make_cycle(survey=survey)))
    (note,) = document.plans.results.notes
    assert note in pages_of(document)["Tabel 2.1"].notes


@settings(max_examples=examples(15), deadline=None, suppress_health_check=list(HealthCheck))
@given(cycle=cycles())
def test_any_cycle(cycle):
    document = build(make_source(cycle))
    check(document)
    assert workbook_bytes(Book("a", "b", table_pages(document)))


def test_the_day_of_completion_is_a_day():
    done = Realisation(status="done", description="Selesai.", completed_on=date(2025, 10, 20))
    followup = make_followup((of("waktu", make_plan("Menata antrean", realisation=done)),))
    page = pages_of(build(make_source(make_cycle(followup=followup))))["Tabel 3.1"]
    assert date(2025, 10, 20) in page.rows[0]
    assert page.columns[page.rows[0].index(date(2025, 10, 20))].head == "Tanggal selesai"


def test_evidence_is_named_by_its_figures():
    pages = pages_of(build(make_source(SHAPES["mixed"]())))
    assert any("Gambar 1" in str(row[9]) for row in pages["Tabel 3.1"].rows)


@pytest.mark.parametrize(
    ("text", "number"), [("87,36", Decimal("87.36")), ("1.234,50", Decimal("1234.50")), ("–", "–"), ("*", "*")]
)
def test_a_printed_number_is_read_back(text, number):
    assert printed_number(text) == number


def test_a_table_that_the_report_lacks_is_no_page():
    cycle = SHAPES["mixed"]()
    bare = replace(cycle, followup=replace(cycle.followup, upkeep=()))
    assert not any("Pemeliharaan" in page.title for page in pages_of(build(make_source(bare))).values())


def test_the_way_to_the_scores_stands_beneath_the_results_as_in_the_report():
    notes = pages_of(build(make_source(make_cycle(), method=BY_QUESTIONS)))["Tabel 2.1"].notes
    assert "ditimbang menurut banyaknya pertanyaan setiap unsur (2, 3, 1, 1, 1, 1, 5, 1, 1)." in notes[0]
    assert "menurut pemetaan pertanyaan B" in notes[1]
    plain = pages_of(build(make_source(make_cycle())))["Tabel 2.1"].notes
    assert plain[0].endswith("IKM = rata-rata NRR seluruh unsur × 25.") and len(plain) == 1


def test_the_profile_hides_what_the_report_hides():
    profile = {"sex": {"male": 108, "female": 2}, "disability": {"no": 107, "physical": 3}}
    page = profile_page(build(make_source(make_cycle(survey=make_survey(profile=profile)))))
    assert [row[1:] for row in page.rows] == [
        ("Laki-laki", 108),
        ("Perempuan", 2),
        ("Bukan penyandang disabilitas", "*"),
        ("Fisik", "*"),
    ]
    assert "kerahasiaan" in page.notes[0]
    assert profile_page(build(make_source(make_cycle()))) is None
