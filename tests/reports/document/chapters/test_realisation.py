"""Bab III: Tabel 3.1 with what was done, Tabel 3.2 with what was kept up."""

from datetime import date

import pytest

from followups.months import Month
from reports.cycle.model import Realisation
from reports.document.chapters.annex import annex_of
from reports.document.chapters.realisation import realisation_of
from reports.document.facts import facts_of
from tests.cases import in_one_test
from tests.make_cycle import make_cycle, make_followup, make_plan, make_source, make_survey, make_upkeep
from tests.reports.shapes import bare, mixed, of, young


def chapter(cycle=None):
    facts = facts_of(make_source(cycle))
    return realisation_of(facts, annex_of(facts))


def realised(cycle):
    return [row for group in chapter(cycle).groups for row in group.rows]


def kept(cycle):
    return chapter(cycle).upkeep_rows


def cycle_of(*plans, **changes):
    return make_cycle(followup=make_followup((of("waktu", *plans),), **changes))


# Tabel 3.1


def test_status_is_printed_in_the_official_words():
    assert [(row.point, row.status, row.status_key) for row in realised(mixed())] == [
        ("a", "Sudah", "done"),
        ("b", "Belum (dalam proses)", "in_progress"),
        ("c", "Belum (tidak dapat dilaksanakan)", "impossible"),
        ("a", "Sudah", "done"),
        ("b", "Belum", "not_started"),
    ]


def test_where_an_office_chose_so_what_is_in_progress_is_called_so():
    facts = facts_of(make_source(mixed(), statuses="plain"))
    rows = [row for group in realisation_of(facts, annex_of(facts)).groups for row in group.rows]
    assert [row.status for row in rows] == [
        "Sudah",
        "Dalam proses",
        "Belum (tidak dapat dilaksanakan)",
        "Sudah",
        "Belum",
    ]


def test_actual_months_and_the_day_of_completion_are_printed():
    months = (Month(2025, 11), Month(2025, 12), Month(2026, 1))
    done = Realisation("done", "Selesai.", None, months, date(2026, 1, 5))
    (row,) = realised(cycle_of(make_plan(realisation=done)))
    assert (row.planned, row.carried_out) == ("Oktober 2025", "November 2025–Januari 2026")
    assert row.completed == "5 Januari 2026"


def test_unknown_days_and_months_are_left_out():
    (row,) = realised(cycle_of(make_plan(realisation=Realisation("done", "Selesai."))))
    assert (row.carried_out, row.completed, row.lateness) == ("", "", "")


@in_one_test(
    ("status", "planned", "months", "completed_on", "lateness"),
    [
        ("done", (10,), (10,), None, ""),
        ("done", (9, 10), (9, 11), None, "Terlambat 1 bulan"),
        ("done", (10,), (9,), date(2026, 1, 2), "Terlambat 3 bulan"),
        ("done", (10,), (12,), date(2025, 10, 31), ""),
        ("done", (), (12,), date(2025, 12, 1), ""),
        ("in_progress", (12,), (), None, "Lewat waktu rencana"),
        ("not_started", (12,), (), None, "Lewat waktu rencana"),
        ("impossible", (7,), (), None, ""),
    ],
)
def test_what_is_late_is_said_in_words(status, planned, months, completed_on, lateness):
    done = Realisation(status, "Selesai.", None, tuple(Month(2025, month) for month in months), completed_on)
    plan = make_plan(months=tuple(Month(2025, month) for month in planned), status=status, realisation=done)
    (row,) = realised(cycle_of(plan))
    assert row.lateness == lateness


def test_an_open_plan_is_late_from_the_month_of_the_report_on():
    for month, lateness in ((12, ""), (11, "Lewat waktu rencana")):
        plan = make_plan(status="in_progress", months=(Month(2025, month),))
        (row,) = realised(cycle_of(plan, report_month=Month(2025, 12)))
        assert row.lateness == lateness


def test_what_was_typed_in_paragraphs_is_printed_in_paragraphs():
    (row,) = realised(cycle_of(make_plan(realisation=Realisation("done", "Satu.\nDua.", "Tiga.\n\nEmpat."))))
    assert (row.description, row.obstacle) == (("Satu.", "Dua."), ("Tiga.", "Empat."))


def test_a_done_plan_without_description_says_so_and_an_open_one_has_a_dash():
    rows = realised(cycle_of(make_plan(realisation=Realisation("done")), make_plan(realisation=Realisation())))
    assert [(row.description, row.obstacle) for row in rows] == [(("(belum diisi)",), ("–",)), (("–",), ("–",))]


def test_rows_refer_to_their_figures_and_only_theirs():
    assert [[proof.figures for proof in row.proofs] for row in realised(mixed())] == [[("1–3",)], [], [], [("3",)], []]


def test_titles_name_office_and_period():
    assert chapter().head.title == ("Realisasi Rencana Tindak Lanjut SKM KPU Kabupaten Contoh Semester I Tahun 2025")


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
    assert chapter(young()).upkeep_head is None
    assert chapter(mixed()).upkeep_head.label == "Tabel 3.2"


@pytest.mark.parametrize(("element", "named"), [("biaya", "Unsur Bernilai Tinggi"), ("produk", "Unsur Pelayanan")])
def test_no_low_element_is_called_high(element, named):
    head = chapter(cycle_of(make_plan(), upkeep=(make_upkeep(element),))).upkeep_head
    assert head.title.startswith(f"Realisasi Pemeliharaan {named} SKM")
