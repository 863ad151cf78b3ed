"""Results of services as they are typed: a row whole or not at all, and never more people than answered. Pure."""

from decimal import Decimal

import pytest

from surveys.models import Service
from surveys.offering.forms import ServiceResultsForm, values_of
from surveys.offering.results import OfService
from surveys.reading import Scale

SCALE = Scale((("a", "Satu"), ("b", "Dua")), ())
SERVICES = [Service(pk=1, name="Loket"), Service(pk=2, name="Daring")]
WHOLE = {"respondents_1": "10", "score_1_a": "3,5", "score_1_b": "3,25"}
RESULT = OfService(10, {"a": Decimal("3.5"), "b": Decimal("3.25")})
UNEVEN = "Isi jumlah responden dan semua nilai unsur Loket, atau kosongkan semua isian layanan ini."
NOBODY = "Paling sedikit 1 responden; kosongkan semua isian layanan ini bila tidak ada."


def typed(data, respondents=None, **options):
    form = ServiceResultsForm(data, services=SERVICES, scale=SCALE, respondents=respondents, **options)
    form.is_valid()
    return form


def test_a_whole_row_is_a_result_and_an_empty_one_is_none():
    form = typed(WHOLE)
    assert form.errors == {}
    assert form.results() == {"Loket": RESULT}
    assert typed({}).results() == {}


@pytest.mark.parametrize(
    ("missing", "place"), [("respondents_1", "respondents_1"), ("score_1_a", "score_1_a"), ("score_1_b", "score_1_b")]
)
def test_a_row_that_is_not_whole_is_told_at_the_first_field_that_is_empty(missing, place):
    assert typed(WHOLE | {missing: ""}).errors == {place: [UNEVEN]}


def test_what_a_file_left_empty_may_stay_so_until_somebody_changes_the_row():
    partly = {"Loket": OfService(10, {"a": Decimal("3.5")})}
    stored = values_of(partly, SERVICES, SCALE)
    same = {"respondents_1": "10", "score_1_a": "3,5", "score_1_b": ""}
    assert typed(same, initial=stored).results() == partly
    assert typed(same | {"score_1_a": "3,6"}, initial=stored).errors == {"score_1_b": [UNEVEN]}
    assert typed(same | {"score_1_b": "3,25"}, initial=stored).errors == {}


@pytest.mark.parametrize(("people", "faults"), [("0", {"respondents_1": [NOBODY]}), ("1", {})])
def test_a_service_has_at_least_one_respondent(people, faults):
    assert typed(WHOLE | {"respondents_1": people}).errors == faults


def test_a_mistyped_number_is_told_alone_and_not_as_a_row_that_is_not_whole():
    errors = typed(WHOLE | {"score_1_a": "tiga", "score_1_b": ""}).errors
    assert list(errors) == ["score_1_a"]


@pytest.mark.parametrize(("respondents", "is_sound"), [(None, True), (15, True), (14, False)])
def test_services_have_no_more_respondents_than_the_survey(respondents, is_sound):
    both = WHOLE | {"respondents_2": "5", "score_2_a": "3", "score_2_b": "3"}
    form = typed(both, respondents)
    assert form.is_valid() is is_sound
    assert list(form.errors) == ([] if is_sound else ["respondents_1"])


def test_values_stand_under_the_names_of_the_form_and_come_back_as_they_were():
    values = values_of({"Loket": RESULT, "Sudah dihapus": RESULT}, SERVICES, SCALE)
    assert values == {
        "respondents_1": 10,
        "score_1_a": Decimal("3.5"),
        "score_1_b": Decimal("3.25"),
        "respondents_2": None,
        "score_2_a": None,
        "score_2_b": None,
    }
    form = typed(None, initial=values)
    assert (form["score_1_a"].value(), form["respondents_1"].value()) == ("3,50", "10")


def test_each_service_has_a_panel_with_what_its_fields_are_called_there():
    panels = list(typed({}).panels())
    assert [service.name for service, _fields in panels] == ["Loket", "Daring"]
    assert [head for head, _field in panels[0][1]] == ["Jumlah responden", "Satu", "Dua"]
    assert [field.label for _head, field in panels[1][1]] == ["Jumlah responden, Daring", "Satu, Daring", "Dua, Daring"]
