"""The form of a plan: which months, units and services it offers, and that nothing that is stored drops out of it."""

from datetime import date

import pytest

from followups.models import ActionPlan, FollowUp, MonthKind, Priority
from followups.planning.forms import PlanForm
from followups.responsible import ALL, Responsible
from followups.upkeep.care import Care
from followups.upkeep.forms import UpkeepForm, care_values
from surveys.models import Service

pytestmark = pytest.mark.django_db


@pytest.fixture
def units(ngawi):
    return {unit.key: unit for unit in ngawi.units.all()}


def form(survey, plan=None, **typed):
    followup = FollowUp.objects.get(survey=survey)
    return PlanForm(
        typed or None,
        office=survey.office,
        followup=followup,
        priorities=Priority.objects.filter(followup=followup).select_related("element"),
        plan=plan,
    )


def plan(position=2):
    return ActionPlan.objects.get(position=position)


def offered(made, name):
    return [value for value, _words in made.fields[name].choices]


def close(unit):
    unit.closed_on = date(2025, 1, 1)
    unit.save()


def test_a_new_plan_asks_for_its_priority_and_one_that_is_there_does_not(survey):
    assert offered(form(survey), "priority") == [plan().priority_id]
    assert "priority" not in form(survey, plan()).fields


def test_the_months_of_the_window_are_offered_and_one_that_is_planned_outside_of_it(survey):
    assert offered(form(survey), "months") == [f"2025-{number:02d}" for number in range(7, 13)]
    plan().months.create(kind=MonthKind.PLANNED, month=date(2026, 2, 1))
    assert offered(form(survey, plan()), "months")[-1] == "2026-02"
    assert "2026-02" not in offered(form(survey, plan(1)), "months")


def test_a_closed_unit_stays_with_the_plan_that_names_or_is_led_by_it(survey, units):
    first = plan(1)
    assert str(units["rendatin"].pk) in offered(form(survey), "units")
    for unit in (units["rendatin"], units["tekhum"]):
        close(unit)
    assert offered(form(survey), "units") == [ALL, str(units["kul"].pk)]
    first.units.add(units["rendatin"])
    first.lead = units["tekhum"]
    first.save()
    assert offered(form(survey, first), "lead") == ["", *(str(units[key].pk) for key in ("kul", "rendatin", "tekhum"))]


def test_services_are_asked_for_where_the_office_has_some(survey):
    assert "services" not in form(survey).fields
    used = Service.objects.create(office=survey.office, name="Informasi", position=1)
    retired = Service.objects.create(office=survey.office, name="Lama", position=2, in_use=False)
    assert offered(form(survey), "services") == [str(used.pk)]
    plan(1).services.add(retired)
    assert offered(form(survey, plan(1)), "services") == [str(used.pk), str(retired.pk)]


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"programme": " "}, "programme", "Tulis dahulu"),
        ({"months": ["2024-01"]}, "months", "2024-01"),
        ({"units": [ALL, "1"]}, "units", ""),
        ({"lead": "999999"}, "lead", "999999"),
        ({"priority": "999999"}, "priority", "999999"),
        ({"target": "a" * 4001}, "target", "paling banyak 4.000"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(survey, typed, field, words):
    errors = form(survey, **{"priority": str(plan().priority_id), "programme": "Menata loket"} | typed).errors
    assert list(errors) == [field]
    assert words in str(errors[field])


def test_months_and_units_may_be_chosen_later(survey):
    made = form(survey, priority=str(plan().priority_id), programme="Menata loket")
    assert made.is_valid(), made.errors
    assert (made.cleaned_data["units"], made.cleaned_data["lead"]) == (Responsible(False, ()), None)


# --- upkeep


ELEMENTS = [("biaya", "Biaya"), ("waktu", "Waktu")]


def test_an_upkeep_is_read_as_it_was_typed(ngawi, units):
    kul = units["kul"].pk
    typed = {"element": "biaya", "plan": "Mengumumkan\r\nbiaya.", "activity": "", "units": [str(kul)]}
    made = UpkeepForm(typed, office=ngawi, elements=ELEMENTS)
    assert made.is_valid(), made.errors
    assert made.care() == Care("biaya", "Mengumumkan\nbiaya.", "", False, (kul,))
    shown = care_values(made.care())
    assert UpkeepForm(shown, office=ngawi, elements=ELEMENTS).is_valid()
    assert (shown["units"], care_values(Care("biaya", "", "", True, ()))["units"]) == ([str(kul)], [ALL])


@pytest.mark.parametrize("element", ["", "lain"])
def test_an_upkeep_is_of_an_element_that_was_offered(ngawi, element):
    assert list(UpkeepForm({"element": element}, office=ngawi, elements=ELEMENTS).errors) == ["element"]
