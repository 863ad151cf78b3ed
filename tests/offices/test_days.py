"""A day as people type it."""

from datetime import date

import pytest
from django import forms

from offices.days import DayField


class OneDay(forms.Form):
    day = DayField("Tanggal", required=False)


@pytest.mark.parametrize(
    "typed",
    [
        *("20-10-2025", "20/10/2025", "20.10.2025", "20 10 2025", "20102025", " 20-10-2025 ", "2025-10-20"),
        *("20 Oktober 2025", "20 oktober 2025", "20 Okt 2025"),
    ],
)
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


def test_a_stored_day_is_shown_as_it_is_typed():
    assert 'value="05-01-2026"' in str(OneDay(initial={"day": date(2026, 1, 5)})["day"])


def test_nothing_is_no_day():
    form = OneDay({"day": "  "})
    assert form.is_valid()
    assert form.cleaned_data["day"] is None
