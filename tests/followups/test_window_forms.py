"""The months of a follow-up as they are chosen: which are offered, what is usual, and what must be said."""

from datetime import date

import pytest

from followups.cycles import Window
from followups.models import FollowUp
from followups.months import Month
from followups.window_forms import CycleForm, WindowForm, month_choices, window_values
from surveys.models import Instrument
from surveys.periods import Period

SIGNS = {"signatory_name": "Sari Utami", "signatory_title": "Sekretaris"}


def test_months_are_offered_by_year_from_the_one_before_to_five_later():
    empty, *years = month_choices(2025, "Otomatis")
    assert empty == ("", "Otomatis")
    assert [year for year, _months in years] == [str(year) for year in range(2024, 2031)]
    assert years[0][1][0] == ("2024-01", "Januari 2024")
    assert {len(months) for _year, months in years} == {12}


def test_first_and_last_month_must_be_said_and_that_of_the_report_may_be():
    form = WindowForm({"first_month": "2025-07", "last_month": "2025-12"}, year=2025)
    assert form.is_valid()
    assert form.window() == Window(Month(2025, 7), Month(2025, 12), None)
    form = WindowForm({"first_month": "2025-07", "last_month": "2025-12", "report_month": "2026-01"}, year=2025)
    assert form.is_valid() and form.window().report == Month(2026, 1)
    assert sorted(WindowForm({}, year=2025).errors) == ["first_month", "last_month"]


@pytest.mark.parametrize("typed", ["2023-12", "2031-01", "2025-13", "Juli", "2025-7"])
def test_a_month_that_was_not_offered_is_refused(typed):
    form = WindowForm({"first_month": typed, "last_month": "2025-12"}, year=2025)
    assert list(form.errors) == ["first_month"]


@pytest.mark.parametrize(
    ("part", "sent", "window"),
    [
        ("S1", {}, (Month(2025, 7), Month(2025, 11), Month(2025, 12))),
        ("S2", {}, (Month(2026, 1), Month(2026, 5), Month(2026, 6))),
        ("S1", {"last_month": "2025-10"}, (Month(2025, 7), Month(2025, 10), Month(2025, 12))),
        (
            "S1",
            {"first_month": "2025-08", "report_month": "2026-02"},
            (Month(2025, 8), Month(2025, 11), Month(2026, 2)),
        ),
    ],
)
def test_months_of_a_new_cycle_that_are_left_open_are_the_usual_ones(db, part, sent, window):
    instrument = Instrument.objects.order_by("pk")[0].key
    form = CycleForm(SIGNS | {"year": "2025", "part": part, "instrument": instrument} | sent, this_year=2025)
    assert form.is_valid(), form.errors
    assert form.window() == Window(*window)


@pytest.mark.parametrize("period", ["2025-B03", "2025-T2", "2025-S1", "2025"])
def test_the_usual_window_begins_behind_the_period_and_the_report_follows_it(period):
    window = Window.after(Period.parse(period))
    assert window.first == Month.of(Period.parse(period).last_day).plus(1)
    assert window.report == window.last.plus(1)
    assert 0 <= window.first.months_to(window.last) < 12


def test_an_instrument_is_asked_for_only_where_there_are_several(db):
    first = Instrument.objects.order_by("pk")[0]
    Instrument.objects.exclude(pk=first.pk).delete()
    assert "instrument" not in CycleForm(this_year=2025).fields
    Instrument.objects.create(key="lain", name="Lain", valid_from=date(2030, 1, 1))
    assert "instrument" in CycleForm(this_year=2025).fields
    assert "instrument" in CycleForm(SIGNS | {"year": "2025", "part": "S1"}, this_year=2025).errors


@pytest.mark.parametrize(("report", "text"), [(None, ""), (date(2026, 1, 1), "2026-01")])
def test_what_is_stored_stands_in_the_form(report, text):
    followup = FollowUp(start=date(2025, 7, 1), end=date(2025, 12, 1), report_month=report)
    assert window_values(followup) == {"first_month": "2025-07", "last_month": "2025-12", "report_month": text}
