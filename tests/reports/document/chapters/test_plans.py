"""Bab II: Tabel 2.1 with the scores, Tabel 2.2 with the plans."""

import re
from decimal import Decimal

import pytest

from followups.months import Month
from reports.document.build import build
from reports.document.chapters.plans import plans_of
from reports.document.facts import facts_of
from reports.printing.html import print_html
from reports.words.language import decimal_text
from tests.make_cycle import ELEMENT_KEYS, make_cycle, make_followup, make_plan, make_source, make_survey
from tests.reports.shapes import bare, of, young


def chapter(cycle=None):
    return plans_of(facts_of(make_source(cycle)))


def score_rows(cycle=None):
    return chapter(cycle).results.rows


def table_of(cycle):
    return chapter(cycle).table


def cycle_of(*plans, **changes):
    return make_cycle(followup=make_followup((of("waktu", *plans),), **changes))


# Tabel 2.1


def test_scores_print_with_two_decimals_where_those_tell_and_their_grade():
    rows = score_rows()
    assert [row.number for row in rows] == list(range(1, 10))
    assert [(row.element, row.score_text, row.grade) for row in rows if row.key in ("biaya", "sarana")] == [
        ("Biaya/Tarif", "4,00", "A"),
        ("Sarana dan Prasarana", "3,76", "A"),
    ]


def test_a_score_of_more_decimals_is_graded_before_it_is_rounded_for_print():
    scores = make_survey().scores | {"waktu": Decimal("3.5321")}
    (row,) = [row for row in score_rows(make_cycle(survey=make_survey(scores=scores))) if row.key == "waktu"]
    assert (row.score_text, row.converted_text, row.grade) == ("3,532", "88,30", "B")


def test_every_product_is_what_a_calculator_shows():
    """Also where means are known to six decimals, and lie close together."""
    means = ("3.532399", "3.5324", "3.53235", "2.9999", "3", "3.275", "3.28", "1", "4")
    scores = dict(zip(ELEMENT_KEYS, map(Decimal, means), strict=True))
    rows = score_rows(make_cycle(survey=make_survey(scores=scores)))
    for row in rows:
        product = Decimal(row.score_text.replace(",", ".")) * 25
        assert decimal_text(product) == row.converted_text
    assert len({row.score_text for row in rows}) == len(means)
    assert [row.score_text for row in rows][5:] == ["3,275000", "3,280000", "1,000000", "4,000000"]


def test_the_whole_report_writes_a_score_in_one_way():
    scores = make_survey().scores | {"waktu": Decimal("3.2467"), "sarana": Decimal("3.7649")}
    document = build(make_source(make_cycle(survey=make_survey(scores=scores))))
    page = print_html(document)
    assert page.count("3,2467") > 2
    assert page.count("3,7649") > 2
    assert not re.search(r"3,247|3,76\b|3,765", page)


def test_without_scores_every_element_is_listed_with_a_dash():
    rows = score_rows(young())
    assert len(rows) == 9
    assert {(row.score, row.score_text, row.grade) for row in rows} == {(None, "–", "–")}


# Tabel 2.2


def test_each_planned_month_has_its_mark():
    table = table_of(cycle_of(make_plan(months=(Month(2025, 7), Month(2025, 12)))))
    assert table.months == tuple((name, 2025) for name in ("Jul", "Agu", "Sep", "Okt", "Nov", "Des"))
    (row,) = table.groups[0].rows
    assert row.marks == (True, False, False, False, False, True)
    assert row.months == "Juli dan Desember 2025"


@pytest.mark.parametrize(
    ("count", "columns", "elements_head_rows"),
    [(1, 5, False), (6, 10, False), (7, 10, True), (12, 15, True)],
)
def test_a_window_up_to_a_year_has_a_column_for_each_month(count, columns, elements_head_rows):
    start = Month(2025, 7)
    table = table_of(cycle_of(make_plan(), start=start, end=start.plus(count - 1)))
    assert (len(table.months), table.columns, table.elements_head_rows) == (count, columns, elements_head_rows)
    assert len(table.groups[0].rows[0].marks) == count


@pytest.mark.parametrize("count", [13, 30])
def test_a_longer_window_prints_months_as_words(count):
    start = Month(2025, 7)
    months = (Month(2025, 12), Month(2026, 1))
    table = table_of(cycle_of(make_plan(months=months), start=start, end=start.plus(count - 1)))
    assert (table.months, table.columns, table.elements_head_rows) == ((), 5, False)
    assert table.groups[0].rows[0].months == "Desember 2025–Januari 2026"
    assert table.groups[0].rows[0].marks == ()


def test_the_years_of_a_window_are_known():
    table = table_of(cycle_of(make_plan(), start=Month(2025, 12), end=Month(2026, 1)))
    assert table.months == (("Des", 2025), ("Jan", 2026))


def test_indicator_and_target_stand_beneath_the_programme():
    rows = (
        table_of(cycle_of(make_plan(), make_plan(indicator=None, target="Dua kali"), make_plan(target=None)))
        .groups[0]
        .rows
    )
    assert [row.details for row in rows] == [
        ("Indikator: Jadwal ditetapkan", "Target: Satu dokumen"),
        ("Target: Dua kali",),
        ("Indikator: Jadwal ditetapkan",),
    ]


@pytest.mark.parametrize(
    ("units", "lead", "printed"),
    [
        (("kul", "rendatin"), "rendatin", ("Subbag KUL", "Subbag Rendatin", "Koordinator: Subbag Rendatin")),
        (("kul",), "rendatin", ("Subbag KUL", "Koordinator: Subbag Rendatin")),
        (("kul",), None, ("Subbag KUL",)),
        (("*",), None, ("Seluruh Subbagian",)),
        (("*",), "kul", ("Seluruh Subbagian", "Koordinator: Subbag KUL")),
        ((), "kul", ("Koordinator: Subbag KUL",)),
        ((), None, ("–",)),
    ],
)
def test_who_answers_and_who_leads(units, lead, printed):
    assert table_of(cycle_of(make_plan(units=units, lead=lead))).groups[0].rows[0].responsible == printed


def test_a_young_plan_prints_dashes():
    row = table_of(bare()).groups[0].rows[0]
    assert (row.months, row.responsible, row.details) == ("–", ("–",), ())
    assert not any(row.marks)


def test_a_priority_without_plans_keeps_its_number():
    assert [(group.number, len(group.rows)) for group in table_of(bare()).groups] == [(1, 2), (2, 0)]


def test_who_is_alone_coordinates_nobody():
    alone, one_of_two = make_plan(units=("kul",), lead="kul"), make_plan(units=("kul", "rendatin"), lead="kul")
    (group,) = table_of(cycle_of(alone, one_of_two)).groups
    assert [row.responsible for row in group.rows] == [
        ("Subbag KUL",),
        ("Subbag KUL", "Subbag Rendatin", "Koordinator: Subbag KUL"),
    ]
