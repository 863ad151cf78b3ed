"""What scores rest on: every way that the questionnaires allow, how it is told, and how the index is weighed by it."""

import pytest

from surveys.basis import (
    basis_of,
    basis_words,
    mapping_of,
    rest_on_typing,
    scale_of_survey,
    state_way,
    told_basis,
    way_of,
    ways_of,
    weights_by_survey,
    weights_of,
    weights_on,
)
from surveys.models import AnswerRow, BasisKind, IndexMethod, QuestionScore, ScoreBasis, Service, ServiceResult
from tests.conftest import make_survey

pytestmark = pytest.mark.django_db


def way_by(survey, method, longest=True):
    """A way by this method, of the questionnaire with most questions."""
    found = [way for way in ways_of(survey.instrument) if way.method == method]
    forms = {form.key: form.questions.count() for form in survey.instrument.questionnaires.all()}
    return sorted(found, key=lambda way: forms[way.form])[-1 if longest else 0]


def test_every_way_names_form_mapping_and_method_once(survey):
    ways = ways_of(survey.instrument)
    assert len({way.key for way in ways}) == len({way.words for way in ways}) == len(ways) > 2
    for way in ways:
        mapping = mapping_of(survey.instrument, way.key)
        assert (mapping.questionnaire.key, mapping.key) == (way.form, way.mapping)
        assert way.words.endswith(f"IKM dari {IndexMethod(way.method).label}")


def test_ways_cost_one_query_however_many_there_are(survey, django_assert_num_queries):
    instrument = survey.instrument
    with django_assert_num_queries(1):
        ways_of(instrument)


def test_of_no_way_nothing_is_known(survey):
    assert mapping_of(survey.instrument, "") is None
    assert (way_of(None), weights_on(survey.instrument, "")) == ("", {})
    assert (basis_of(survey), told_basis(survey), weights_of(survey)) == (None, None, {})


def test_what_is_stated_is_read_back(survey, people):
    for way in ways_of(survey.instrument)[:3]:
        basis = state_way(survey, people.admin, way.key)
        assert way_of(basis) == way.key
        assert basis_words(basis) == f"diketik; {way.words}"
    told = told_basis(survey)
    assert (told.how, told.of_file, told.person) == (f"diketik; {way.words}", False, "Admin")
    assert state_way(survey, None, "").questionnaire is None
    assert (told_basis(survey).how, told_basis(survey).person) == ("diketik", "")


def test_by_elements_all_count_alike_and_by_questions_as_often_as_they_are_asked(survey):
    by_elements, by_questions = (way_by(survey, method) for method in (IndexMethod.ELEMENTS, IndexMethod.QUESTIONS))
    assert weights_on(survey.instrument, by_elements.key) == {}
    weights = weights_on(survey.instrument, by_questions.key)
    mapping = mapping_of(survey.instrument, by_questions.key)
    assert sum(weights.values()) == mapping.questionnaire.questions.count() > len(weights)
    state_way(survey, None, by_questions.key)
    assert weights_of(survey) == scale_of_survey(survey).questions == weights
    state_way(survey, None, by_elements.key)
    assert weights_of(survey) == {}


def test_each_survey_is_weighed_for_itself(survey, ngawi, django_assert_num_queries):
    others = [make_survey(ngawi, period) for period in ("2024-S1", "2024-S2")]
    by_questions = way_by(survey, IndexMethod.QUESTIONS)
    state_way(survey, None, by_questions.key)
    state_way(others[0], None, way_by(survey, IndexMethod.ELEMENTS).key)
    with django_assert_num_queries(2):
        weights = weights_by_survey([survey, *others])
    assert weights == {survey.pk: weights_on(survey.instrument, by_questions.key)}
    assert weights_by_survey([]) == {}


def test_what_was_settled_about_a_file_is_told_in_words(survey):
    settled = {"U8": "sarana", "biaya": "gratis", "kata": "tidak-kurang"}
    ScoreBasis.objects.create(survey=survey, kind=BasisKind.ANSWERS, settled=settled, digests=["a", "b"])
    told = told_basis(survey)
    assert (told.of_file, told.digests, told.person) == (True, ("a", "b"), "")
    name = survey.instrument.elements.get(key="sarana").name
    assert told.settled == (
        f"Unsur ke-8: {name}",
        "Biaya yang kosong atau tidak berlaku: dihitung Gratis (4)",
        "Jawaban “tidak …”: pilihan terendah (1)",
    )


def test_typed_scores_leave_nothing_of_a_file(survey, people):
    service = Service.objects.create(office=survey.office, name="Informasi", position=1)
    other = Service.objects.create(office=survey.office, name="Mutasi", position=2)
    ServiceResult.objects.create(survey=survey, service=service, respondents=3)
    ServiceResult.objects.create(survey=survey, service=other, respondents=3, is_typed=True)
    question = survey.instrument.questionnaires.all()[0].questions.all()[0]
    QuestionScore.objects.create(survey=survey, question=question, score=3)
    AnswerRow.objects.create(survey=survey, scores="1234")
    ScoreBasis.objects.create(survey=survey, kind=BasisKind.ANSWERS, digests=["a"], settled={"U8": "sarana"})
    basis = rest_on_typing(survey, people.admin)
    assert (basis.kind, basis.digests, basis.settled) == (BasisKind.TYPED, [], {})
    assert [row.service for row in survey.services.all()] == [other]
    assert not QuestionScore.objects.exists() and not AnswerRow.objects.exists()
