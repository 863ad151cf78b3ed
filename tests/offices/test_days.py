"""The field for a day: from 2000 on, not after today or not too far ahead, shown as it is typed."""

from datetime import date, timedelta

import pytest
from django import forms
from django.utils import timezone

from offices.days import DayField


class OneDay(forms.Form):
    day = DayField("Tanggal", required=False)
    soon = DayField("Tanggal laporan", required=False, ahead=14)


def faults(**typed):
    form = OneDay(typed)
    return {name: " ".join(told) for name, told in form.errors.items()}


def on(days):
    return f"{timezone.localdate() + timedelta(days=days):%d-%m-%Y}"


@pytest.mark.parametrize("typed", ["20-10-2025", "\u200e20/10/2025", "Senin, 20\u00a0Oktober 2025", "20102025"])
def test_a_day_is_read_however_it_is_written(typed):
    form = OneDay({"day": typed})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["day"] == date(2025, 10, 20)


@pytest.mark.parametrize("typed", ["31-02-2025", "10-20-2025", "20-10-25", "2012025", "20 Brumaire 2025", "kemarin"])
def test_what_is_no_day_is_refused_with_an_example_and_kept(typed):
    form = OneDay({"day": typed})
    assert not form.is_valid()
    assert "misalnya 20-10-2025" in str(form.errors["day"])
    assert f'value="{typed}"' in str(form["day"])


@pytest.mark.parametrize("typed", ["20-10-0025", "20-10-1025", "31-12-1999", "1 Januari 1970"])
def test_no_day_is_before_the_year_2000(typed):
    assert "terlalu lampau; paling awal 1 Januari 2000" in faults(day=typed)["day"]
    assert faults(day="01-01-2000") == {}


def test_a_day_of_what_happened_is_not_after_today():
    assert faults(day=on(0)) == {}
    assert "belum tiba; hari ini" in faults(day=on(1))["day"]
    assert "belum tiba" in faults(day="31-12-9999")["day"]


def test_a_day_of_what_is_to_come_is_not_too_far_away():
    assert faults(soon=on(0)) == faults(soon=on(14)) == faults(soon=on(-14)) == {}
    assert "terlalu jauh; paling lambat" in faults(soon=on(15))["soon"]
    assert "terlalu jauh" in faults(soon="31-12-9999")["soon"]


def test_a_stored_day_is_shown_as_it_is_typed():
    assert 'value="05-01-2026"' in str(OneDay(initial={"day": date(2026, 1, 5)})["day"])


@pytest.mark.parametrize("typed", ["  ", "\u200b", "\u00a0\ufeff"])
def test_nothing_is_no_day(typed):
    form = OneDay({"day": typed})
    assert form.is_valid()
    assert form.cleaned_data["day"] is None
