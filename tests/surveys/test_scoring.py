"""What is written when the results of a survey are entered, and read again."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from offices.declining import Declined
from surveys.ikm import Behind, Grade
from surveys.models import Element, ElementScore, Instrument, Survey
from surveys.scoring import (
    Results,
    Signatory,
    behind_of,
    grades_of,
    results_of,
    scale_of,
    scores_of,
    write_results,
    write_scores,
)
from tests.conftest import SCORES, make_survey

pytestmark = pytest.mark.django_db
SIGNATORY = Signatory("Budi Santoso", "Ketua", "198305032009021002")
GIVEN = Results(
    scores={"waktu": Decimal("3.5000"), "persyaratan": Decimal("3.10")},
    declared_index=Decimal("82.50"),
    declared_grades={"waktu": "B"},
    start=date(2025, 3, 1),
    end=date(2025, 3, 31),
    report_date=date(2025, 7, 1),
    respondents=120,
    population=900,
    signatory=SIGNATORY,
    report_number="12/SKM/2025",
    report_url="https://contoh.go.id/skm",
    covered="Informasi publik",
    forums="Rapat internal",
)


@pytest.fixture
def elements(survey):
    return {element.key: element for element in Element.objects.filter(instrument=survey.instrument)}


def test_a_scale_is_the_instruments_elements_and_grades_in_their_order():
    scale = scale_of(Instrument.objects.get(key="permenpanrb-14-2017"))
    assert [key for key, _name in scale.elements] == list(SCORES)
    assert dict(scale.elements)["waktu"] == "Waktu Penyelesaian"
    assert [grade.letter for grade in scale.grades] == ["A", "B", "C", "D"]
    assert scale.grades[0] == Grade("A", "Sangat Baik", Decimal("88.31"))
    assert all(isinstance(names, tuple) for names in scale.also.values()) and set(scale.also) == set(SCORES)


def test_grades_with_their_bands_at_hand_cost_nothing(survey, django_assert_num_queries):
    (row,) = Instrument.objects.filter(pk=survey.instrument_id).prefetch_related("bands")
    with django_assert_num_queries(0):
        assert [grade.letter for grade in grades_of(row)] == ["A", "B", "C", "D"]
    assert grades_of(row) == scale_of(row).grades


def test_scores_stand_in_the_order_of_the_questionnaire_whatever_was_written_first(survey, elements):
    write_scores(survey, {key: Decimal(1) for key in reversed(SCORES)}, elements)
    assert list(scores_of(survey)) == list(SCORES)
    write_scores(survey, {"sarana": Decimal(2), "biaya": Decimal(3)}, elements)
    assert list(scores_of(survey).items()) == [("biaya", 3), ("sarana", 2)]


def test_what_a_score_rests_on_is_kept_beside_it_and_what_is_not_known_is_empty(survey, elements):
    known = {"biaya": Behind(40, Decimal("0.0312"))}
    write_scores(survey, {"biaya": Decimal(3), "waktu": Decimal(2)}, elements, known)
    assert behind_of(survey) == {"biaya": Behind(40, Decimal("0.0312")), "waktu": Behind(None, None)}
    write_scores(survey, {"biaya": Decimal(3)}, elements)
    assert behind_of(survey) == {"biaya": Behind(None, None)}


def test_only_the_scores_of_this_survey_are_replaced(survey, elements, magetan):
    other = make_survey(magetan)
    write_scores(survey, {}, elements)
    assert (scores_of(survey), len(scores_of(other))) == ({}, 9)


def test_results_are_written_as_they_are_read(survey):
    told = write_results(survey, GIVEN)
    kept = results_of(Survey.objects.get(pk=survey.pk))
    assert told == kept == {
        "declared_index": Decimal("82.50"),
        "declared_grades": {"waktu": "B"},
        "start": date(2025, 3, 1),
        "end": date(2025, 3, 31),
        "report_date": date(2025, 7, 1),
        "respondents": 120,
        "population": 900,
        "signatory_name": "Budi Santoso",
        "signatory_title": "Ketua",
        "signatory_nip": "198305032009021002",
        "report_number": "12/SKM/2025",
        "report_url": "https://contoh.go.id/skm",
        "covered": "Informasi publik",
        "forums": "Rapat internal",
        "exceeds_population": False,
        "method_unknown": False,
        "scores": {"persyaratan": Decimal("3.10"), "waktu": Decimal("3.50")},
    }  # fmt: skip


def test_scores_that_did_not_change_keep_what_they_rest_on(survey, elements):
    write_scores(survey, {"waktu": Decimal("3.5")}, elements, {"waktu": Behind(40, None)})
    write_results(survey, replace(GIVEN, scores={"waktu": Decimal("3.50")}))
    assert behind_of(survey) == {"waktu": Behind(40, None)}
    write_results(survey, replace(GIVEN, scores={"waktu": Decimal("3.51")}))
    assert behind_of(survey) == {"waktu": Behind(None, None)}


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"scores": {"lain": Decimal(3)}}, "nilai bagi unsur yang tidak dikenal"),
        ({"scores": GIVEN.scores | {"lain": Decimal(3)}}, "nilai bagi unsur yang tidak dikenal"),
        ({"declared_grades": {"lain": "B"}}, "Mutu yang dipublikasikan tidak dikenal"),
        ({"declared_grades": {"waktu": "E"}}, "Mutu yang dipublikasikan tidak dikenal"),
        ({"declared_grades": {"waktu": "B", "biaya": ""}}, "Mutu yang dipublikasikan tidak dikenal"),
    ],
)
def test_what_the_instrument_does_not_know_is_refused_and_nothing_is_written(survey, wrong, words):
    before = results_of(survey)
    with pytest.raises(Declined, match=words):
        write_results(survey, replace(GIVEN, **wrong))
    assert results_of(Survey.objects.get(pk=survey.pk)) == before
    assert ElementScore.objects.filter(survey=survey).count() == 9


@pytest.mark.parametrize("grades", [None, {}, {"biaya": "A", "waktu": "D"}])
def test_grades_that_an_office_published_may_be_none_some_or_all(survey, grades):
    assert write_results(survey, replace(GIVEN, declared_grades=grades))["declared_grades"] == grades
