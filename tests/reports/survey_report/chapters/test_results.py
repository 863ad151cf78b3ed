"""Bab III of a survey report: each count, share and score as the data have it, and small counts hidden."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.cycle.model import ServiceData
from reports.document.build import build
from surveys.profiles import MARGINS
from tests.make_cycle import ELEMENT_KEYS, NGAWI_SCORES, make_cycle, make_instrument, make_office, make_source
from tests.mass import examples
from tests.reports.survey_report.made import survey_report, whole_survey

MARK = "*"
HIDABLE = [key for key, margin in MARGINS.items() if not margin.is_exact]
EXACT = [key for key, margin in MARGINS.items() if margin.is_exact]


def found(**survey):
    return survey_report(make_cycle(survey=whole_survey(**survey))).found


def counts_of(key, *counts):
    return {key: dict(zip(MARGINS[key].classes, counts, strict=False))}


def rows_of(key, *counts):
    (only,) = found(profile=counts_of(key, *counts)).characteristics
    return only.rows


@pytest.mark.parametrize("key", list(MARGINS))
def test_each_margin_is_printed_by_the_names_of_its_classes(key):
    margin = MARGINS[key]
    counts = [20 + number for number in range(len(margin.classes))]
    (only,) = found(profile=counts_of(key, *counts)).characteristics
    assert (only.number, only.name) == (1, margin.label)
    assert [(row.label, row.count) for row in only.rows] == [
        (label, str(count)) for label, count in zip(margin.classes.values(), counts, strict=True)
    ]


def test_margins_are_numbered_in_the_order_in_which_they_were_counted():
    profile = {**counts_of("sex", 60, 50), **counts_of(HIDABLE[0], 60, 50)}
    told = found(profile=profile).characteristics
    assert [(each.number, each.name) for each in told] == [(1, MARGINS["sex"].label), (2, MARGINS[HIDABLE[0]].label)]


@pytest.mark.parametrize(
    ("counts", "shares"),
    [
        ((50, 50), ["50,00%", "50,00%"]),
        ((100, 50), ["66,67%", "33,33%"]),
        ((1, 7), ["12,50%", "87,50%"]),
        ((0, 40), ["0,00%", "100,00%"]),
        ((2999, 1), ["99,97%", "0,03%"]),
    ],
)
def test_shares_are_of_all_that_were_counted_and_rounded_half_up(counts, shares):
    assert [row.share for row in rows_of("sex", *counts)] == shares


def test_large_counts_are_written_with_points():
    assert [row.count for row in rows_of("sex", 12_345, 1000)] == ["12.345", "1.000"]


@pytest.mark.parametrize("key", HIDABLE)
@pytest.mark.parametrize("small", [1, 2, 3, 4])
def test_a_count_below_five_is_hidden_and_with_it_what_would_show_it(key, small):
    rows = rows_of(key, 60, small, 47)
    assert rows[1].count == rows[1].share == MARK
    assert sum(row.count == MARK for row in rows) >= 2
    assert all((row.count == MARK) == (row.share == MARK) for row in rows)


@pytest.mark.parametrize("key", HIDABLE)
def test_five_are_enough_to_be_printed(key):
    assert [row.count for row in rows_of(key, 60, 5)] == ["60", "5"]


@pytest.mark.parametrize("key", EXACT)
def test_what_the_regulation_asks_for_is_printed_whatever_it_is(key):
    assert [row.count for row in rows_of(key, 108, 2)] == ["108", "2"]


@given(st.lists(st.integers(0, 60), min_size=2, max_size=6))
@settings(max_examples=examples(40))
def test_no_hidden_count_follows_from_the_others(counts):
    document = found(profile=counts_of(HIDABLE[0], *counts))
    for each in document.characteristics:
        printed = dict(zip(range(len(counts)), (row.count for row in each.rows), strict=False))
        assert not [at for at, count in enumerate(counts) if 0 < count < 5 and printed.get(at, MARK) != MARK]
        hidden = [count for at, count in enumerate(counts) if printed.get(at) == MARK]
        assert len(hidden) != 1
        assert all(printed[at] in (MARK, str(count)) for at, count in enumerate(counts) if at in printed)


def test_the_legend_on_hidden_counts_stands_only_where_some_are_hidden():
    shown = found(profile=counts_of(HIDABLE[0], 60, 50))
    hidden = found(profile=counts_of(HIDABLE[0], 60, 3, 47))
    assert shown.characteristics_head.legend == ()
    assert hidden.characteristics_head.legend[0].startswith("*)")


def test_a_margin_that_cannot_be_shown_leaves_no_empty_table():
    only = found(profile=counts_of(HIDABLE[0], 3))
    assert (only.characteristics, only.characteristics_head) == ((), None)
    assert "Tabel 3.1" not in only.people.text and "Tabel 3.1" not in {head.label for head in only.tables}


def test_each_element_has_its_score_converted_value_and_grade():
    names = {element.key: element.name for element in make_instrument().elements}
    rows = found().results.rows
    assert [(row.number, row.element, row.score) for row in rows] == [
        (number, names[key], NGAWI_SCORES[key]) for number, key in enumerate(ELEMENT_KEYS, start=1)
    ]
    assert [(row.score_text, row.converted_text, row.grade) for row in rows][3:5] == [
        ("4,00", "100,00", "A"),
        ("3,31", "82,75", "B"),
    ]


@pytest.mark.parametrize(
    ("score", "index", "grade"),
    [
        ("1.00", "25,00", "D (Tidak Baik)"),
        ("2.59", "64,75", "D (Tidak Baik)"),
        ("2.60", "65,00", "C (Kurang Baik)"),
        ("3.06", "76,50", "C (Kurang Baik)"),
        ("3.07", "76,75", "B (Baik)"),
        ("3.53", "88,25", "B (Baik)"),
        ("3.54", "88,50", "A (Sangat Baik)"),
        ("4.00", "100,00", "A (Sangat Baik)"),
    ],
)
def test_index_and_grade_are_the_same_in_chapters_and_annex(score, index, grade):
    document = survey_report(make_cycle(survey=whole_survey(scores=dict.fromkeys(ELEMENT_KEYS, Decimal(score)))))
    results = document.found.results
    assert (results.index_text, results.grade_text) == (index, grade)
    told = f"{index} dengan mutu pelayanan {grade}"
    assert told in document.found.index.text and told in document.closing.conclusion.text
    assert document.annexes.total == index
    assert {row.grade for row in document.annexes.processed} == {grade}


def test_the_index_is_named_with_table_and_chart_of_this_chapter():
    document = found()
    assert "Tabel 3.2 dan Grafik 3.1" in document.index.text
    assert (document.results.head.label, document.results.head.anchor) == ("Tabel 3.2", "tabel-3-2")
    assert (document.results.chart.label, document.results.chart.anchor) == ("Grafik 3.1", "grafik-3-1")


def test_without_scores_there_is_no_chart_and_no_index_and_that_is_said():
    document = found(scores={})
    assert document.index.text == "Nilai survei belum dimasukkan, sehingga IKM belum dapat dihitung."
    assert document.results.chart is None and document.results.index_text == ""
    assert {row.score_text for row in document.results.rows} == {"–"}


def test_the_survey_report_names_no_report_that_it_rests_on():
    results = found().results
    assert (results.origin, results.profile, results.recomputed) == ((), None, "")


def test_a_published_index_that_is_the_computed_one_needs_no_note():
    assert found(declared_index=Decimal("87.33")).results.notes == ()
    (note,) = found(declared_index=Decimal("87.36")).results.notes
    assert note == "IKM yang telah dipublikasikan adalah 87,36; perhitungan ulang dari nilai unsur menghasilkan 87,33."


SERVICES = ("Konsultasi", "Legalisasi")


def of_services(*services):
    survey = whole_survey(services=services)
    cycle = make_cycle(survey=survey, office=make_office())
    return survey_report(source=make_source(cycle, services=SERVICES)).found.services


def service(name, people, score):
    return ServiceData(name, people, dict.fromkeys(ELEMENT_KEYS, Decimal(score)))


def test_services_have_a_table_of_this_chapter():
    table = of_services(service("Konsultasi", 60, "3.50"), service("Legalisasi", 50, "3.10"))
    assert (table.head.label, table.head.anchor) == ("Tabel 3.3", "tabel-3-3")
    text = repr(table)
    assert "Konsultasi" in text and "87,50" in text and "77,50" in text


def test_no_service_leaves_no_table():
    assert of_services() is None


@pytest.mark.parametrize("key", list(MARGINS))
def test_a_margin_of_which_only_zeros_were_typed_is_left_out_of_both_reports(key):
    cycle = make_cycle(survey=whole_survey(profile=counts_of(key, 0, 0)))
    assert survey_report(cycle).found.characteristics == ()
    assert build(make_source(cycle)).plans.results.profile is None
    beside = make_cycle(
        survey=whole_survey(profile=counts_of(key, 0, 0) | counts_of("age" if key == "sex" else "sex", 60, 50))
    )
    assert [each.number for each in survey_report(beside).found.characteristics] == [1]
    assert len(build(make_source(beside)).plans.results.profile.rows) == 1
