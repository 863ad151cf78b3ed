"""The rows of the report's five tables."""

import re
from datetime import date
from decimal import Decimal

import pytest

from followups.months import Month
from reports.cycle.model import Realisation
from reports.document.build import build
from reports.document.chapters.annex import annex_of
from reports.document.chapters.tables import (
    plan_table,
    realisation_groups,
    realisation_head,
    score_rows,
    strategy_head,
    strategy_rows,
    target_text,
    upkeep_head,
    upkeep_rows,
)
from reports.document.facts import facts_of
from reports.printing.html import print_html
from reports.words.language import decimal_text
from tests.make_cycle import (
    ELEMENT_KEYS,
    make_completion,
    make_cycle,
    make_followup,
    make_plan,
    make_source,
    make_survey,
    make_upkeep,
)
from tests.reports.shapes import all_done, all_impossible, bare, mixed, none_done, of, young

BASE = Month(2026, 1)


def facts(cycle=None):
    return facts_of(make_source(cycle))


def cycle_of(*plans, **changes):
    return make_cycle(followup=make_followup((of("waktu", *plans),), **changes))


def realised(cycle):
    known = facts(cycle)
    return [row for group in realisation_groups(known, annex_of(known)) for row in group.rows]


def kept(cycle):
    known = facts(cycle)
    return upkeep_rows(known, annex_of(known))


# Tabel 2.1


def test_scores_print_with_two_decimals_where_those_tell_and_their_grade():
    rows = score_rows(facts())
    assert [row.number for row in rows] == list(range(1, 10))
    assert [(row.element, row.score_text, row.grade) for row in rows if row.key in ("biaya", "sarana")] == [
        ("Biaya/Tarif", "4,00", "A"),
        ("Sarana dan Prasarana", "3,76", "A"),
    ]


def test_a_score_of_more_decimals_is_graded_before_it_is_rounded_for_print():
    scores = make_survey().scores | {"waktu": Decimal("3.5321")}
    (row,) = [row for row in score_rows(facts(make_cycle(survey=make_survey(scores=scores)))) if row.key == "waktu"]
    assert (row.score_text, row.converted_text, row.grade) == ("3,532", "88,30", "B")


def test_every_product_is_what_a_calculator_shows():
    """Also where means are known to six decimals, and lie close together."""
    means = ("3.532399", "3.5324", "3.53235", "2.9999", "3", "3.275", "3.28", "1", "4")
    rows = score_rows(
        facts(make_cycle(survey=make_survey(scores=dict(zip(ELEMENT_KEYS, map(Decimal, means), strict=True)))))
    )
    for row in rows:
        product = Decimal(row.score_text.replace(",", ".")) * 25
        assert decimal_text(product) == row.converted_text
    assert len({row.score_text for row in rows}) == len(means)
    assert [row.score_text for row in rows][5:] == ["3,275", "3,280", "1,00", "4,00"]


def test_the_whole_report_writes_a_score_in_one_way():
    scores = make_survey().scores | {"waktu": Decimal("3.2467"), "sarana": Decimal("3.7649")}
    document = build(make_source(make_cycle(survey=make_survey(scores=scores))))
    page = print_html(document)
    assert page.count("3,2467") > 2
    assert page.count("3,7649") > 2
    assert not re.search(r"3,247|3,76\b|3,765", page)


def test_without_scores_every_element_is_listed_with_a_dash():
    rows = score_rows(facts(young()))
    assert len(rows) == 9
    assert {(row.score, row.score_text, row.grade) for row in rows} == {(None, "–", "–")}


# Tabel 2.2


def test_each_planned_month_has_its_mark():
    table = plan_table(facts(cycle_of(make_plan(months=(Month(2025, 7), Month(2025, 12))))))
    assert table.months == tuple((name, 2025) for name in ("Jul", "Agu", "Sep", "Okt", "Nov", "Des"))
    (row,) = table.groups[0].rows
    assert row.marks == (True, False, False, False, False, True)
    assert row.months == "Juli dan Desember 2025"


@pytest.mark.parametrize(
    ("count", "columns", "in_columns", "landscape"),
    [(1, 5, True, False), (6, 10, True, False), (7, 11, True, True), (12, 16, True, True), (24, 28, True, True)],
)
def test_a_window_up_to_two_years_has_a_column_for_each_month(count, columns, in_columns, landscape):
    start = Month(2025, 7)
    table = plan_table(facts(cycle_of(make_plan(), start=start, end=start.plus(count - 1))))
    assert (len(table.months), table.columns, table.landscape) == (count, columns, landscape)
    assert len(table.groups[0].rows[0].marks) == count


@pytest.mark.parametrize("count", [25, 30])
def test_a_longer_window_prints_months_as_words(count):
    start = Month(2025, 7)
    months = (Month(2025, 12), Month(2026, 1))
    table = plan_table(facts(cycle_of(make_plan(months=months), start=start, end=start.plus(count - 1))))
    assert (table.months, table.columns, table.landscape) == ((), 5, False)
    assert table.groups[0].rows[0].months == "Desember 2025–Januari 2026"
    assert table.groups[0].rows[0].marks == ()


def test_the_years_of_a_window_are_known():
    table = plan_table(facts(cycle_of(make_plan(), start=Month(2025, 12), end=Month(2026, 1))))
    assert table.months == (("Des", 2025), ("Jan", 2026))


def test_indicator_and_target_stand_beneath_the_programme():
    rows = (
        plan_table(facts(cycle_of(make_plan(), make_plan(indicator=None, target="Dua kali"), make_plan(target=None))))
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
    assert plan_table(facts(cycle_of(make_plan(units=units, lead=lead)))).groups[0].rows[0].responsible == printed


@pytest.mark.parametrize(
    ("units", "lead", "legend"),
    [
        (("kul",), None, ("Subbag KUL: Subbagian Keuangan, Umum, dan Logistik",)),
        (
            ("kul",),
            "rendatin",
            (
                "Subbag KUL: Subbagian Keuangan, Umum, dan Logistik",
                "Subbag Rendatin: Subbagian Perencanaan, Data, dan Informasi",
            ),
        ),
        (("*",), None, ()),
    ],
)
def test_short_names_in_a_table_are_explained_beneath_it(units, lead, legend):
    assert plan_table(facts(cycle_of(make_plan(units=units, lead=lead)))).head.legend == legend


def test_a_young_plan_prints_dashes():
    row = plan_table(facts(bare())).groups[0].rows[0]
    assert (row.months, row.responsible, row.details) == ("–", ("–",), ())
    assert not any(row.marks)


def test_a_priority_without_plans_keeps_its_number():
    assert [(group.number, len(group.rows)) for group in plan_table(facts(bare())).groups] == [(1, 2), (2, 0)]


# Tabel 3.1


def test_status_is_printed_in_the_official_words():
    assert [(row.point, row.status, row.status_key) for row in realised(mixed())] == [
        ("a", "Sudah", "done"),
        ("b", "Belum", "in_progress"),
        ("c", "Belum (tidak dapat dilaksanakan)", "impossible"),
        ("a", "Sudah", "done"),
        ("b", "Belum", "not_started"),
    ]


def test_actual_months_and_the_day_of_completion_are_printed():
    months = (Month(2025, 11), Month(2025, 12), Month(2026, 1))
    done = Realisation("done", "Selesai.", None, months, date(2026, 1, 5))
    (row,) = realised(cycle_of(make_plan(realisation=done)))
    assert row.details == ("Pelaksanaan: November 2025–Januari 2026", "Selesai: 5 Januari 2026")


def test_unknown_days_and_months_are_left_out():
    (row,) = realised(cycle_of(make_plan(realisation=Realisation("done", "Selesai."))))
    assert row.details == ()


def test_what_was_typed_in_paragraphs_is_printed_in_paragraphs():
    (row,) = realised(cycle_of(make_plan(realisation=Realisation("done", "Satu.\nDua.", "Tiga.\n\nEmpat."))))
    assert (row.description, row.obstacle) == (("Satu.", "Dua."), ("Tiga.", "Empat."))


def test_a_done_plan_without_description_says_so_and_an_open_one_has_a_dash():
    rows = realised(cycle_of(make_plan(realisation=Realisation("done")), make_plan(realisation=Realisation())))
    assert [(row.description, row.obstacle) for row in rows] == [(("(belum diisi)",), ("–",)), (("–",), ("–",))]


def test_rows_refer_to_their_figures_and_only_theirs():
    assert [[proof.figures for proof in row.proofs] for row in realised(mixed())] == [[("1–3",)], [], [], [("3",)], []]


def test_titles_name_office_and_period():
    assert realisation_head(facts()).title == (
        "Realisasi Rencana Tindak Lanjut SKM KPU Kabupaten Contoh Semester I Tahun 2025"
    )


# Tabel 3.2


def test_upkeep_prints_score_and_category():
    first, second = kept(mixed())
    assert (first.number, first.element, first.score_text, first.category) == (
        1,
        "Biaya/Tarif",
        "4,00",
        "A (Sangat Baik)",
    )
    assert (second.category, second.responsible) == ("A (Sangat Baik)", ("Seluruh Subbagian",))
    assert [proof.figures for proof in first.proofs] == [("4",)]


def test_upkeep_without_activity_or_scores_says_so():
    (row,) = kept(bare())
    assert (row.activity, row.responsible) == (("(belum diisi)",), ("–",))
    (row,) = kept(make_cycle(survey=make_survey(scores={}), followup=make_followup((), (make_upkeep(),))))
    assert (row.score_text, row.category) == ("–", "–")


def test_without_upkeep_there_is_no_table():
    assert upkeep_head(facts(young())) is None
    assert upkeep_head(facts(mixed())).label == "Tabel 3.2"


# Tabel 4.1


@pytest.mark.parametrize(
    ("shortest", "longest", "text"),
    [
        (1, 3, "1–3 bulan (paling lambat April 2026)"),
        (None, 3, "3 bulan (paling lambat April 2026)"),
        (3, 3, "3 bulan (paling lambat April 2026)"),
        (0, 12, "0–12 bulan (paling lambat Januari 2027)"),
        (2, None, "paling cepat 2 bulan (mulai Maret 2026)"),
        (None, None, "(belum diisi)"),
    ],
)
def test_target_months_count_from_the_month_of_the_report(shortest, longest, text):
    assert target_text(make_completion(months_min=shortest, months_max=longest), BASE) == text


def test_without_completion_the_target_is_not_filled_in():
    assert target_text(None, BASE) == "(belum diisi)"


def test_without_a_report_month_targets_count_from_the_month_after_the_window():
    cycle = cycle_of(make_plan(status="in_progress"), report_month=None, end=Month(2025, 10))
    assert strategy_rows(facts(cycle))[0].target == "1–3 bulan (paling lambat Februari 2026)"


def test_a_strategy_is_listed_for_each_plan_that_owes_one():
    rows = strategy_rows(facts(mixed()))
    assert [(row.number, row.programme) for row in rows] == [(1, "Menata antrean."), (2, "Menetapkan jadwal")]
    assert (rows[0].strategy, rows[0].responsible) == (("Menugaskan pelaksana pengganti.",), ("Subbag KUL",))


def test_an_impossible_plan_is_never_promised():
    both = cycle_of(make_plan("Satu", "impossible", completion=make_completion()), make_plan("Dua", "in_progress"))
    assert [row.programme for row in strategy_rows(facts(both))] == ["Dua"]


def test_who_is_alone_coordinates_nobody():
    alone, one_of_two = make_plan(units=("kul",), lead="kul"), make_plan(units=("kul", "rendatin"), lead="kul")
    (group,) = plan_table(facts(cycle_of(alone, one_of_two))).groups
    assert [row.responsible for row in group.rows] == [
        ("Subbag KUL",),
        ("Subbag KUL", "Subbag Rendatin", "Koordinator: Subbag KUL"),
    ]


@pytest.mark.parametrize(("element", "named"), [("biaya", "Unsur Bernilai Tinggi"), ("produk", "Unsur Pelayanan")])
def test_no_low_element_is_called_high(element, named):
    head = upkeep_head(facts(cycle_of(make_plan(), upkeep=(make_upkeep(element),))))
    assert head.title.startswith(f"Realisasi Pemeliharaan {named} SKM")


def test_an_open_plan_without_completion_shows_what_is_missing():
    (row,) = strategy_rows(facts(cycle_of(make_plan(status="not_started", completion=None))))
    assert (row.strategy, row.target, row.responsible) == (("(belum diisi)",), "(belum diisi)", ("–",))


@pytest.mark.parametrize("shape", [young, all_done, all_impossible])
def test_where_no_strategy_is_owed_there_is_no_table(shape):
    assert strategy_head(facts(shape())) is None
    assert strategy_rows(facts(shape())) == ()


def test_its_legend_explains_its_own_units_only():
    assert strategy_head(facts(none_done())).legend == ("Subbag KUL: Subbagian Keuangan, Umum, dan Logistik",)
