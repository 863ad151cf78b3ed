"""Indicator 8: what of the plans of the year before signed reports say is done."""

from datetime import date

import pytest

from oversight.levels import carried_out
from oversight.levels.schemes import DONE, SCHEMES
from oversight.levels.standing import standings_of
from tests.oversight.levels.record import DAY, cycle, office, signed


def row(record, day=DAY):
    return standings_of(record, day).rows[2]


def reading(record):
    return carried_out.read(record, DONE, SCHEMES[0], DAY)


def words(told):
    return [each.words for each in told]


@pytest.mark.parametrize(
    ("done", "total", "level"),
    [(0, 10, 1), (2, 10, 2), (3, 10, 3), (8, 10, 3), (9, 10, 4), (10, 10, 5), (1, 1, 5), (29, 100, 2), (81, 100, 4)],
)
def test_what_a_signed_report_says_is_done_counts(done, total, level):
    assert row(office(cycle(planned=total, signed=signed(done, total)))).level == level


def test_what_is_done_and_in_no_signed_report_does_not_count_yet_and_is_told():
    record = office(cycle(planned=4, done=3))
    assert row(record).level == 1
    told = reading(record)
    assert words(told.lacks) == [
        "Laporan tindak lanjut SKM Semester I Tahun 2025 belum ditandatangani, sehingga 3 dari 4 RTL yang sudah "
        "selesai belum dibuktikan."
    ]
    assert [each.page for each in told.lacks] == ["signing"]
    nothing = reading(office(cycle(planned=4, done=0)))
    assert words(nothing.lacks)[0].endswith("sehingga RTL-nya belum dibuktikan.")


def test_without_a_plan_of_the_year_before_there_is_no_level_and_it_is_told_where_to_record_one():
    for record in (office(), office(cycle(planned=0, done=0)), office(cycle("2026-S1"))):
        assert row(record).level == 0
        assert row(record).loss is None
        assert [each.page for each in reading(record).toward] == ["earlier_periods"]
        assert "SKM tahun 2025" in words(reading(record).toward)[0]


def test_all_surveys_of_the_year_before_are_counted_together_and_no_others():
    record = office(
        cycle("2026-S1", signed=signed(0)),
        cycle("2025-S2", signed=signed(1, 6)),
        cycle("2025-S1", signed=signed(4, 4)),
        cycle("2024-S2", signed=signed(0)),
    )
    assert row(record).level == 3
    assert reading(record).note == "50,00% dari RTL SKM tahun 2025, tahun sebelum penilaian 2026."
    assert words(reading(record).rests_on) == [
        "SKM Semester II Tahun 2025: 1 dari 6 RTL selesai menurut laporan tindak lanjut",
        "SKM Semester I Tahun 2025: 4 dari 4 RTL selesai menurut laporan tindak lanjut",
    ]


@pytest.mark.parametrize(
    ("done", "more"),
    [(0, 1), (1, 2), (3, 6), (8, 1), (9, 1)],
    ids=["to 10%", "to 30%", "to 90%", "80 to 90%", "to all"],
)
def test_it_says_how_many_more_reach_the_next_level(done, more):
    (told,) = reading(office(cycle(signed=signed(done, 10)))).toward
    assert told.words == f"Selesaikan {more} RTL lagi dan buktikan dengan laporan yang ditandatangani."
    assert (told.page, told.period) == ("realisations", "2025-S1")


def test_it_leads_to_a_survey_that_has_plans_open():
    record = office(cycle("2025-S2", signed=signed(4)), cycle("2025-S1", signed=signed(2)))
    assert [each.period for each in reading(record).toward] == ["2025-S1"]


def test_where_all_is_done_nothing_is_wanted():
    told = reading(office(cycle(signed=signed())))
    assert (told.toward, told.lacks) == ((), ())


def test_this_years_plans_are_told_as_those_of_the_next_evaluation():
    record = office(cycle("2026-S1"), cycle("2026-B01", planned=0, done=0), cycle(signed=signed()), cycle("2024-S2"))
    assert words(reading(record).ahead) == ["SKM Semester I Tahun 2026: 1 dari 4 RTL selesai sampai hari ini"]


def test_with_the_new_year_the_plans_of_the_next_surveys_count():
    good = cycle("2025-S1", signed=signed())
    now = row(office(cycle("2026-S1", signed=signed(1)), good))
    assert (now.level, now.loss.until, now.loss.level) == (5, date(2026, 12, 31), 2)
    alone = row(office(good))
    assert (alone.level, alone.loss.until, alone.loss.level) == (5, date(2026, 12, 31), 0)
    as_good = row(office(cycle("2026-S1", signed=signed()), good))
    assert (as_good.level, as_good.loss.until, as_good.loss.level) == (5, date(2027, 12, 31), 0)


def test_a_period_recorded_by_hand_counts_with_its_report():
    by_hand = cycle(is_recorded=True, signed=signed(3, dated=None))
    assert row(office(by_hand)).level == 3
    assert {each.page for each in (*reading(office(by_hand)).rests_on, *reading(office(by_hand)).toward)} == {
        "earlier_periods"
    }
    assert row(office(cycle(is_recorded=True, done=3))).level == 1
