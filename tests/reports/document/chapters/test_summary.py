"""The Ringkasan Eksekutif: what it counts and dates follows from the cycle, and what is unknown is not spoken of."""

from dataclasses import replace
from datetime import date

import pytest

from followups.months import Month
from reports.document.build import build
from reports.document.chapters.summary import summary_of
from reports.document.facts import facts_of
from tests.cases import in_one_test
from tests.make_cycle import make_completion, make_cycle, make_followup, make_plan, make_source, make_survey
from tests.reports.shapes import all_done, mixed, none_done, of, young


def summary(cycle, **changes):
    return summary_of(facts_of(make_source(cycle, **changes)))


def figures(cycle):
    return dict(summary(cycle).figures)


def cycle_of(*plans, **survey):
    return make_cycle(survey=make_survey(**survey), followup=make_followup((of("waktu", *plans),)))


def done_on(day):
    plan = make_plan(str(day))
    return replace(plan, realisation=replace(plan.realisation, completed_on=day))


def open_plans(count, words="Menata antrean"):
    return [make_plan(f"{words} {number}", "in_progress") for number in range(1, count + 1)]


# What is known


def test_index_plans_and_days_are_told_in_one_line_each():
    assert figures(mixed()) == {
        "Indeks Kepuasan Masyarakat (IKM)": "87,36, mutu B (Baik)",
        "Pelaksanaan RTL": "2 dari 5 RTL (40%) telah dilaksanakan",
        "Tanggal laporan SKM": "10 Juli 2025",
        "RTL terakhir yang selesai": "20 Oktober 2025",
        "Jarak waktu keduanya": "3 bulan 10 hari",
    }


@in_one_test(
    ("statuses", "told"),
    [
        (["done", "in_progress"], "1 dari 2 RTL (50%) telah dilaksanakan"),
        (["not_started", "in_progress"], "Belum ada RTL yang selesai (0 dari 2)"),
        (["done", "done"], "Seluruh RTL telah dilaksanakan (2 dari 2)"),
        (["impossible", "impossible"], "Tidak ada RTL yang dapat dilaksanakan (0 dari 2)"),
    ],
)
def test_what_is_carried_out_is_told_in_the_words_of_the_report(statuses, told):
    assert figures(cycle_of(*(make_plan(status, status) for status in statuses)))["Pelaksanaan RTL"] == told


@in_one_test(
    ("reported", "last", "told"),
    [
        (date(2025, 7, 10), date(2025, 7, 10), "0 hari"),
        (date(2025, 7, 10), date(2025, 8, 9), "30 hari"),
        (date(2025, 7, 10), date(2025, 8, 10), "1 bulan"),
        (date(2025, 7, 10), date(2025, 10, 11), "3 bulan 1 hari"),
        (date(2025, 7, 10), date(2026, 1, 9), "5 bulan 30 hari"),
        (date(2025, 7, 10), date(2026, 1, 10), "6 bulan"),
        (date(2025, 1, 31), date(2025, 2, 28), "28 hari"),
        (date(2025, 1, 31), date(2025, 3, 1), "1 bulan 1 hari"),
    ],
)
def test_no_day_between_the_two_is_left_out(reported, last, told):
    """Indicator 9 of PEKPPP asks for one, three, six months: a day more is the next step."""
    days = cycle_of(done_on(reported), done_on(last), report_date=reported)
    assert figures(days)["Jarak waktu keduanya"] == told


@in_one_test(
    ("reported", "last", "known"),
    [
        (None, date(2025, 10, 20), ["RTL terakhir yang selesai"]),
        (date(2025, 7, 10), None, ["Tanggal laporan SKM"]),
        (date(2025, 7, 10), date(2025, 7, 9), ["Tanggal laporan SKM", "RTL terakhir yang selesai"]),
    ],
)
def test_only_what_is_known_of_days_is_told(reported, last, known):
    told = figures(cycle_of(done_on(last), report_date=reported))
    assert list(told)[2:] == known


def test_the_last_day_is_unknown_while_a_plan_that_is_done_has_none():
    assert "RTL terakhir yang selesai" not in figures(cycle_of(done_on(date(2025, 9, 1)), done_on(None)))


# Elements and statuses


def test_plans_are_counted_by_element_and_status_with_their_sum():
    told = summary(mixed())
    assert [(row.element, row.score) for row in told.rows] == [
        ("Sistem, Mekanisme, dan Prosedur", "3,33 (B)"),
        ("Waktu Penyelesaian", "3,25 (B)"),
    ]
    rows = [(row.total, row.done, row.in_progress, row.not_started, row.impossible) for row in told.rows]
    total = told.total
    assert tuple(map(sum, zip(*rows, strict=True))) == (
        *(total.total, total.done, total.in_progress),
        *(total.not_started, total.impossible),
    )
    assert (total.total, total.done, total.impossible) == (5, 2, 1)


def test_a_bar_is_as_long_as_what_is_done_and_says_so_in_words():
    (row,) = summary(cycle_of(make_plan(), make_plan(), *open_plans(2))).rows
    assert (row.share.filled, row.share.width, row.share.text) == (45, 90, "50%")
    assert row.share.description == "Waktu Penyelesaian: 2 dari 4 RTL selesai."


def test_a_single_priority_needs_no_sum_and_one_without_plans_no_bar():
    told = summary(cycle_of())
    assert (told.total, told.rows[0].share, told.owed, told.rest) == (None, None, (), "")


# What is owed


def test_open_plans_stand_under_their_places_in_the_tables_with_their_deadlines():
    late = make_plan("Menambah loket.", "in_progress", completion=make_completion(latest=Month(2026, 5)))
    begun = make_plan("Menata ruang", "not_started", completion=make_completion(latest=None))
    unknown = make_plan("Melatih petugas", "in_progress", completion=None)
    never = make_plan("Membangun gedung", "impossible")
    told = summary(cycle_of(make_plan(), late, never, begun, unknown))
    assert [(row.point, row.programme, row.deadline) for row in told.owed] == [
        ("1 b", "Menambah loket", "Mei 2026"),
        ("1 d", "Menata ruang", "mulai Februari 2026"),
        ("1 e", "Melatih petugas", "(belum diisi)"),
    ]


def test_what_cannot_be_carried_out_is_told_below_them():
    """Else fewer open plans would stand there than the table above counts."""
    never = (make_plan("Membangun gedung", "impossible"), make_plan("Menambah lantai", "impossible"))
    assert summary(cycle_of(make_plan(), *open_plans(2))).rest == ""
    assert summary(cycle_of(*open_plans(1), never[0])).rest == "RTL 1\N{NO-BREAK SPACE}b tidak dapat dilaksanakan."
    assert summary(cycle_of(make_plan(), *never)).rest == (
        "RTL 1\N{NO-BREAK SPACE}b dan 1\N{NO-BREAK SPACE}c tidak dapat dilaksanakan."
    )
    told = summary(cycle_of(*open_plans(30), *never))
    left = 30 - len(told.owed)
    assert told.rest.startswith(f"… dan {left} RTL lainnya dalam Tabel 4.1. RTL 1\N{NO-BREAK SPACE}")
    assert len(told.owed) < len(summary(cycle_of(*open_plans(30))).owed)


def test_what_has_no_room_on_the_page_is_counted():
    told = summary(cycle_of(*open_plans(30)))
    assert 10 < len(told.owed) < 30
    assert told.rest == f"… dan {30 - len(told.owed)} RTL lainnya dalam Tabel 4.1."
    wordy = summary(
        cycle_of(*open_plans(30, "Menata antrean pada jam sibuk dan menambah petugas yang memandu pemohon"))
    )
    assert len(wordy.owed) < len(told.owed)


def test_a_long_name_is_cut_between_words():
    (row,) = summary(cycle_of(*open_plans(1, "kata " * 60))).owed
    assert len(row.programme) <= 100 and row.programme.endswith("kata …")


def test_where_elements_take_the_whole_page_the_number_of_open_plans_is_told():
    priorities = [of("waktu", *open_plans(1))] * 24
    told = summary(make_cycle(followup=make_followup(priorities)))
    assert told.owed == ()
    assert told.rest == "Sebanyak 24 RTL belum selesai; target penyelesaiannya disajikan dalam Tabel 4.1."


# Whether there is one


@pytest.mark.parametrize("shape", [mixed, all_done, none_done])
def test_it_is_in_the_contents_before_the_first_chapter(shape):
    titles = [entry.title for entry in build(make_source(shape())).contents]
    assert titles[titles.index("PENDAHULUAN") - 1] == "RINGKASAN EKSEKUTIF"


def test_an_office_that_wants_none_has_none_and_neither_has_a_cycle_that_has_just_begun():
    assert summary(mixed(), has_summary=False) is None
    assert summary(young()) is None
    titles = [entry.title for entry in build(make_source(mixed(), has_summary=False)).contents]
    assert "RINGKASAN EKSEKUTIF" not in titles
