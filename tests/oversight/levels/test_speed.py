"""Indicator 9: from the survey's report to the report by which all is done."""

from datetime import date

import pytest

from oversight.levels import speed
from oversight.levels.schemes import SCHEMES, SPEED
from oversight.levels.speed import Chance, chance_of
from oversight.levels.standing import standings_of
from tests.oversight.levels.record import DAY, REPORTED, cycle, office, signed


def row(record, day=DAY):
    return standings_of(record, day).rows[3]


def reading(record, day=DAY):
    return speed.read(record, SPEED, SCHEMES[0], day)


def words(told):
    return [each.words for each in told]


@pytest.mark.parametrize(
    ("dated", "level"),
    [
        (REPORTED, 5),
        (date(2025, 8, 10), 5),
        (date(2025, 8, 11), 4),
        (date(2025, 10, 10), 4),
        (date(2025, 10, 11), 3),
        (date(2025, 11, 10), 3),
        (date(2026, 1, 10), 3),
        (date(2026, 1, 11), 2),
        (date(2026, 4, 10), 2),
        (date(2026, 4, 11), 1),
        (date(2026, 7, 10), 1),
        (date(2026, 7, 11), 0),
        (date(2025, 7, 9), 0),
    ],
)
def test_the_day_of_the_follow_up_report_decides(dated, level):
    assert row(office(cycle(signed=signed(dated=dated))), date(2026, 8, 1)).level == level


@pytest.mark.parametrize(
    ("dated", "note"),
    [
        (date(2025, 8, 1), ""),
        (date(2025, 10, 10), ""),
        (
            date(2025, 11, 10),
            "Selesai di antara 3 dan 6 bulan, sehingga yang berlaku ialah tingkat yang lebih rendah.",
        ),
        (
            date(2026, 5, 1),
            "Selesai di antara 9 dan 12 bulan, sehingga yang berlaku ialah tingkat yang lebih rendah.",
        ),
        (
            date(2026, 7, 20),
            "Lebih dari 12 bulan sejak laporan SKM, sehingga tidak ada tingkat yang tercapai.",
        ),
    ],
)
def test_between_two_steps_it_says_that_the_lower_level_holds(dated, note):
    assert reading(office(cycle(signed=signed(dated=dated))), date(2026, 8, 1)).note == note


def test_one_plan_that_is_open_leaves_no_level():
    record = office(cycle(signed=signed(3)))
    assert row(record).level == 0
    assert reading(record).note.startswith("Kecepatan baru dihitung setelah seluruh RTL selesai")
    assert reading(office()).note == "Tidak ada SKM dengan RTL pada tahun yang dihitung."
    assert words(reading(record).lacks) == [
        "1 RTL SKM Semester I Tahun 2025 belum selesai menurut laporan yang ditandatangani."
    ]


@pytest.mark.parametrize(
    ("record", "lacking", "page"),
    [
        (cycle(done=4), "Laporan tindak lanjut SKM Semester I Tahun 2025 belum ditandatangani.", "signing"),
        (cycle(reported=None, signed=signed()), "Tanggal laporan SKM Semester I Tahun 2025 belum diisi.", "survey"),
        (
            cycle(signed=signed(dated=date(2025, 7, 1))),
            "Laporan tindak lanjut Semester I Tahun 2025 bertanggal lebih awal dari laporan SKM-nya.",
            "survey",
        ),
    ],
)
def test_what_is_missing_leaves_no_level_and_is_named(record, lacking, page):
    assert row(office(record)).level == 0
    assert [(each.words, each.page) for each in reading(office(record)).lacks] == [(lacking, page)]


def test_the_slowest_survey_of_the_year_before_decides():
    quick, slow = cycle("2025-S1", signed=signed()), cycle("2025-T1", signed=signed(dated=date(2025, 12, 1)))
    assert row(office(quick)).level == 5
    assert row(office(quick, slow)).level == 3
    assert row(office(quick, cycle("2025-T2", signed=signed(2)))).level == 0
    others = (cycle("2026-S1", signed=signed(1)), cycle("2024-S2"), cycle("2025-S2", planned=0, done=0))
    assert row(office(quick, *others)).level == 5


def test_a_period_recorded_by_hand_is_left_out_as_nobody_knows_the_day_of_its_follow_up_report():
    by_hand = cycle("2025-S2", is_recorded=True, signed=signed(dated=None))
    assert row(office(by_hand)).level == 0
    assert reading(office(by_hand)).note == (
        "SKM Semester II Tahun 2025 hanya dicatat, sehingga tanggal laporan tindak lanjutnya tidak diketahui portal. "
        "Bila laporannya ada, tunjukkan sendiri kepada evaluator."
    )
    assert row(office(by_hand, cycle(signed=signed()))).level == 5
    assert reading(office(by_hand, cycle(signed=signed()))).note == ""


def test_it_rests_on_the_days_of_both_reports():
    assert words(reading(office(cycle(signed=signed()))).rests_on) == [
        "SKM Semester I Tahun 2025: laporan SKM 10 Juli 2025, seluruh RTL selesai menurut laporan tindak lanjut "
        "1 Agustus 2025"
    ]


@pytest.mark.parametrize(
    ("day", "chance"),
    [
        (date(2025, 7, 10), Chance(5, date(2025, 8, 10))),
        (date(2025, 8, 10), Chance(5, date(2025, 8, 10))),
        (date(2025, 8, 11), Chance(4, date(2025, 10, 10))),
        (date(2025, 10, 11), Chance(3, date(2026, 1, 10))),
        (date(2026, 1, 11), Chance(2, date(2026, 4, 10))),
        (date(2026, 4, 11), Chance(1, date(2026, 7, 10))),
        (date(2026, 7, 10), Chance(1, date(2026, 7, 10))),
        (date(2026, 7, 11), None),
    ],
)
def test_each_step_stays_open_until_its_day(day, chance):
    assert chance_of(REPORTED, SPEED, day) == chance


def test_what_can_still_be_reached_is_told_with_its_last_day():
    assert words(reading(office(cycle(signed=signed(3)))).toward) == [
        "SKM Semester I Tahun 2025: bila seluruh RTL selesai dan laporannya bertanggal paling lambat 10 April 2026, "
        "tercapai tingkat 2."
    ]


def test_this_years_surveys_are_told_apart_as_they_count_next_year():
    now, by_hand = cycle("2026-T1", reported=date(2026, 3, 1)), cycle("2026-B01", is_recorded=True)
    unplanned, older = cycle("2026-B02", planned=0, done=0), cycle("2024-S2")
    told = reading(office(now, by_hand, unplanned, older))
    assert words(told.ahead) == [
        "SKM Triwulan I Tahun 2026: bila seluruh RTL selesai dan laporannya bertanggal paling lambat 1 April 2026, "
        "tercapai tingkat 5."
    ]
    assert (told.toward, told.lacks) == ((), ())


def test_nothing_is_promised_of_what_is_complete_or_has_no_day_and_it_is_said_where_it_is_too_late():
    done, late, unknown = (
        cycle(signed=signed()),
        cycle("2025-T1", reported=date(2025, 1, 5)),
        cycle("2025-T2", reported=None),
    )
    assert reading(office(done, unknown)).toward == ()
    (told,) = reading(office(late)).toward
    assert told.words.startswith("SKM Triwulan I Tahun 2025: 12 bulan sejak laporan SKM sudah lewat")
    assert told.page == ""
