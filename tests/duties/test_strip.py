from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duties.strip import AFTER, BEFORE, UNIT, CycleSpan, phase_of, strip_of
from followups.months import Month
from reports.issuing.handing.delivery import NOT_SENT, Delivery
from tests.cases import in_one_test


def month(text):
    return Month.parse(text)


FIRST = CycleSpan(
    "Semester I Tahun 2025",
    "/skm/",
    (month("2025-01"), month("2025-06")),
    (month("2025-07"), month("2025-12")),
    month("2026-01"),
)
SECOND = replace(
    FIRST,
    label="Semester II Tahun 2025",
    survey=(month("2025-07"), month("2025-12")),
    followup=(month("2026-01"), month("2026-06")),
    report=month("2026-07"),
)
OCTOBER = date(2025, 10, 16)


def test_twelve_months_stand_around_this_one():
    strip = strip_of([], OCTOBER)
    assert (strip.months[0], strip.months[-1]) == (month("2025-06"), month("2026-05"))
    assert len(strip.months) == BEFORE + 1 + AFTER == 12
    assert strip.width == 12 * UNIT


def test_in_october_one_cycle_is_carried_out_while_the_next_is_surveyed():
    first, second = strip_of([FIRST, SECOND], OCTOBER).rows
    assert [(bar.part, bar.start, bar.width) for bar in first.bars] == [
        ("survey", 0, 100),
        ("followup", 100, 600),
        ("report", 700, 100),
    ]
    assert [(bar.part, bar.start, bar.width) for bar in second.bars] == [
        ("survey", 100, 600),
        ("followup", 700, 500),
    ]


def test_a_cycle_whose_months_are_all_over_is_not_drawn():
    assert strip_of([FIRST], date(2027, 1, 5)).rows == ()


@pytest.mark.parametrize(("day", "place"), [(1, 400), (16, 448), (31, 496)])
def test_today_lies_within_its_month(day, place):
    assert strip_of([], date(2025, 10, day)).today == place


@given(st.dates(date(2024, 1, 1), date(2027, 12, 31)))
def test_nothing_is_drawn_outside_the_picture(day):
    strip = strip_of([FIRST, SECOND], day)
    assert 0 <= strip.today < strip.width
    for row in strip.rows:
        assert row.bars
        assert all(bar.start >= 0 < bar.width and bar.start + bar.width <= strip.width for bar in row.bars)


@pytest.mark.parametrize(
    ("lock", "today", "words"),
    [
        ("open", "2025-05", "survei dan rencana"),
        ("open", "2025-07", "melaksanakan RTL"),
        ("open", "2025-12", "melaksanakan RTL"),
        ("open", "2026-01", "menyusun laporan"),
        ("prepared", "2025-07", "laporan siap ditandatangani"),
        ("signed", "2026-01", "laporan sudah ditandatangani"),
    ],
)
def test_where_a_cycle_is_follows_from_lock_and_calendar(lock, today, words):
    assert phase_of(lock, FIRST.followup, month(today)) == words


NOW = month("2025-10")
months = st.integers(-12, 18).map(NOW.plus)
spans = st.builds(
    lambda survey, followup, report: replace(
        FIRST, survey=tuple(sorted(survey)), followup=tuple(sorted(followup)), report=report
    ),
    st.tuples(months, months),
    st.tuples(months, months),
    months,
)


@given(spans)
def test_a_bar_covers_just_the_months_of_its_part_that_are_in_sight(span):
    """A model: month by month."""
    strip = strip_of([span], OCTOBER)
    drawn = {
        bar.part: range(bar.start // UNIT, (bar.start + bar.width) // UNIT) for row in strip.rows for bar in row.bars
    }
    for part, (first, last) in {
        "survey": span.survey,
        "followup": span.followup,
        "report": (span.report, span.report),
    }.items():
        assert list(drawn.get(part, ())) == [at for at, each in enumerate(strip.months) if first <= each <= last]


@pytest.mark.parametrize(
    ("survey", "bars"),
    [
        (("2025-01", "2025-05"), []),
        (("2025-01", "2025-06"), [(0, 100)]),
        (("2026-05", "2026-09"), [(1100, 100)]),
        (("2026-06", "2026-09"), []),
        (("2024-01", "2027-01"), [(0, 1200)]),
        (("2025-10", "2025-10"), [(400, 100)]),
    ],
)
def test_what_begins_or_ends_out_of_sight_is_cut_at_the_edge(survey, bars):
    past = (month("2020-01"), month("2020-02"))
    span = replace(FIRST, survey=tuple(map(month, survey)), followup=past, report=past[0])
    rows = strip_of([span], OCTOBER).rows
    assert [(bar.start, bar.width) for row in rows for bar in row.bars] == bars
    assert len(rows) == bool(bars)


def test_cycles_stand_in_the_order_in_which_they_come():
    assert [row.span.label for row in strip_of([SECOND, FIRST], OCTOBER).rows] == [SECOND.label, FIRST.label]


@in_one_test("day", range(1, 32))
def test_today_never_leaves_its_month(day):
    assert UNIT * BEFORE <= strip_of([], date(2025, 10, day)).today < UNIT * (BEFORE + 1)
    assert strip_of([], date(2025, 10, day)).today >= strip_of([], date(2025, 10, max(1, day - 1))).today


def test_it_is_over_in_the_month_behind_the_follow_up_and_begins_in_its_first():
    assert phase_of("open", FIRST.followup, month("2025-06")) == "survei dan rencana"
    assert phase_of("prepared", FIRST.followup, month("2025-06")) == "laporan siap ditandatangani"


@pytest.mark.parametrize(
    ("delivery", "told"),
    [
        (NOT_SENT, "laporan sudah ditandatangani"),
        (Delivery(date(2026, 1, 12)), "laporan sudah disampaikan"),
        (Delivery(date(2026, 1, 12), awaits_receipt=True), "laporan dikirim 12 Januari 2026, menunggu tanda terima"),
        (
            Delivery(date(2026, 1, 12), received_on=date(2026, 1, 15), received_by="Wati Contoh"),
            "laporan diterima 15 Januari 2026 oleh Wati Contoh",
        ),
    ],
)
def test_once_signed_it_is_told_how_far_the_report_is_on_its_way(delivery, told):
    assert phase_of("signed", FIRST.followup, month("2026-01"), delivery) == told
    assert phase_of("prepared", FIRST.followup, month("2026-01"), delivery) == "laporan siap ditandatangani"
