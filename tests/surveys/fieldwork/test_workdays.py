"""Working days are those of the week but for the holidays and joint leave that are named."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from surveys.fieldwork.activities import activities_of
from surveys.fieldwork.workdays import workdays_between

DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))


def test_holidays_and_joint_leave_are_no_working_days_and_named():
    found = workdays_between(date(2025, 6, 2), date(2025, 6, 13))
    assert found.count == 8
    assert [(str(day), name) for day, name in found.off] == [
        ("2025-06-06", "Hari Raya Idul Adha"),
        ("2025-06-09", "Cuti Bersama Hari Raya Idul Adha"),
    ]
    assert not found.is_estimate


def test_a_weekend_has_none_and_a_holiday_on_it_is_not_named():
    assert workdays_between(date(2025, 8, 16), date(2025, 8, 17)).count == 0  # 17 Agustus was a Sunday
    assert workdays_between(date(2025, 8, 16), date(2025, 8, 17)).off == ()


def test_a_holiday_that_is_not_laid_down_yet_is_told_as_an_estimate():
    assert workdays_between(date(2034, 1, 2), date(2034, 12, 29)).is_estimate


@given(DAYS, DAYS, DAYS)
def test_parts_have_as_many_working_days_as_the_whole(one, two, three):
    first, middle, last = sorted((one, two, three))
    whole = workdays_between(first, last)
    parts = workdays_between(first, middle).count + workdays_between(middle, last).count
    assert whole.count == parts - workdays_between(middle, middle).count
    assert whole.count + len(whole.off) <= (last - first).days + 1


def test_what_an_office_counts_itself_is_printed_and_one_day_is_an_activity():
    days = {"preparation_start": date(2025, 6, 2), "collection_end": date(2025, 6, 3)}
    told = activities_of(days | {"reporting_days": 3})
    assert [activity.name for activity in told] == [
        "Persiapan",
        "Pengumpulan data",
        "Pengolahan data dan analisis hasil",
        "Penyusunan dan pelaporan hasil",
    ]
    assert [activity.workdays for activity in told] == [1, 1, None, 3]
    assert told[0].last == date(2025, 6, 2) and told[1].first == date(2025, 6, 3)
    assert activities_of({"preparation_start": date(2025, 6, 2), "preparation_days": 0})[0].workdays == 0
