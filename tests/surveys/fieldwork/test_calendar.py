"""Working days over holidays, joint leave and the turn of a year; and the form that takes the days of activities."""

from datetime import date, timedelta

import pytest

from surveys.fields import ACTIVITIES, FIELDWORK_FIELDS, LONGEST_OF_FIELDWORK, activity_fields
from surveys.fieldwork.activities import activities_of
from surveys.fieldwork.forms import FieldworkForm
from surveys.fieldwork.keeping import NOTHING, fieldwork_in
from surveys.fieldwork.workdays import workdays_between
from surveys.models import Fieldwork


@pytest.mark.parametrize(
    ("first", "last", "count"),
    [
        (date(2025, 1, 6), date(2025, 1, 10), 5),
        (date(2025, 1, 1), date(2025, 1, 1), 0),
        (date(2024, 12, 31), date(2025, 1, 2), 2),
        (date(2024, 12, 30), date(2025, 1, 3), 4),
        (date(2025, 8, 18), date(2025, 8, 22), 4),
        (date(2025, 12, 22), date(2025, 12, 26), 3),
        (date(2025, 3, 28), date(2025, 4, 7), 0),
        (date(2024, 2, 28), date(2024, 3, 1), 3),
        (date(2025, 6, 14), date(2025, 6, 15), 0),
    ],
)
def test_working_days_of_known_weeks(first, last, count):
    found = workdays_between(first, last)
    assert found.count == count, found.off


def test_a_span_over_the_turn_of_a_year_knows_the_holidays_of_both():
    names = [str(day) for day, _name in workdays_between(date(2024, 12, 23), date(2025, 1, 3)).off]
    assert names == ["2024-12-25", "2024-12-26", "2025-01-01"]


@pytest.mark.parametrize("year", range(2015, 2027))
def test_new_year_and_independence_are_holidays_of_every_year(year):
    for day in (date(year, 1, 1), date(year, 8, 17)):
        assert workdays_between(day, day).count == 0


def test_days_in_the_wrong_order_hold_none():
    assert workdays_between(date(2025, 6, 13), date(2025, 6, 2)).count == 0


@pytest.mark.parametrize("key", ACTIVITIES)
def test_each_activity_takes_its_own_days_and_no_others(key):
    start, end, _days = activity_fields(key)
    told = activities_of({start.key: date(2025, 6, 2), end.key: date(2025, 6, 3)})
    known = [activity for activity in told if activity.workdays is not None]
    assert [(activity.name, activity.workdays) for activity in known] == [(ACTIVITIES[key], 2)]


@pytest.mark.parametrize("key", ACTIVITIES)
@pytest.mark.parametrize("stated", [0, 7])
def test_what_an_office_counts_itself_goes_before_the_calendar(key, stated):
    start, end, days = activity_fields(key)
    told = activities_of({start.key: date(2025, 6, 2), end.key: date(2025, 6, 13), days.key: stated})
    (activity,) = [each for each in told if each.first]
    assert (activity.workdays, activity.counted.count) == (stated, 8)


def test_a_row_that_is_at_hand_says_what_it_holds_and_none_says_nothing():
    assert fieldwork_in(None) == NOTHING
    assert fieldwork_in(Fieldwork(team="Sari")) == NOTHING | {"team": "Sari"}
    assert set(fieldwork_in(Fieldwork())) == {field.key for field in FIELDWORK_FIELDS}


def faults(**sent):
    form = FieldworkForm(sent)
    return {} if form.is_valid() else dict(form.errors)


@pytest.mark.parametrize("key", ACTIVITIES)
def test_an_activity_that_ends_before_it_began_is_named_at_its_end(key):
    found = faults(**{f"{key}_start": "3-6-2025", f"{key}_end": "2-6-2025"})
    assert list(found) == [f"{key}_end"]
    assert f"Selesai {ACTIVITIES[key].lower()} mendahului tanggal mulainya" in found[f"{key}_end"][0]


@pytest.mark.parametrize(("days", "is_sound"), [("0", True), ("2", True), ("3", False)])
@pytest.mark.parametrize("key", ACTIVITIES)
def test_no_more_working_days_are_stated_than_there_are_days(key, days, is_sound):
    found = faults(**{f"{key}_start": "2-6-2025", f"{key}_end": "3-6-2025", f"{key}_days": days})
    assert (f"{key}_days" not in found) is is_sound


@pytest.mark.parametrize("days", ["-1", "401", "x", "1,5"])
def test_a_number_of_days_that_cannot_be_is_refused(days):
    assert list(faults(reporting_days=days)) == ["reporting_days"]


@pytest.mark.parametrize("field", ["team", "manner", "places", "background", "purpose", "conclusion"])
def test_texts_have_a_limit_and_may_be_empty(field):
    assert faults(**{field: "x" * LONGEST_OF_FIELDWORK}) == {}
    assert list(faults(**{field: "x" * (LONGEST_OF_FIELDWORK + 1)})) == [field]
    assert faults(**{field: ""}) == {}


def test_a_day_far_ahead_is_refused_and_one_of_next_month_is_a_plan():
    today = date.today()
    assert faults(reporting_start=f"{today + timedelta(days=30):%d-%m-%Y}") == {}
    assert list(faults(reporting_start=f"{today + timedelta(days=500):%d-%m-%Y}")) == ["reporting_start"]
