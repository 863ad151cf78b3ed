"""What must be true of instruments, surveys and what the public said, whoever writes it: the database refuses else."""

from datetime import date
from decimal import Decimal

import pytest

from surveys.fields import ACTIVITIES
from surveys.models import (
    AllowedMethod,
    AnswerRow,
    AnswerWord,
    AskedQuestion,
    BasisKind,
    Decision,
    Element,
    ElementScore,
    Fieldwork,
    GradeBand,
    IndexMethod,
    MappedQuestion,
    ProfileCount,
    QuestionMapping,
    Questionnaire,
    QuestionScore,
    ScoreBasis,
    Service,
    ServiceResult,
    ServiceScore,
    Suggestion,
    Survey,
    UsualMapping,
)
from tests.constraints import again, sets, unguarded

pytestmark = pytest.mark.each_database


@pytest.fixture
def filled(survey):
    """A survey with one row of each kind that a file of scores may leave."""
    form = Questionnaire.objects.filter(mappings__isnull=False).order_by("pk")[0]
    mapping = form.mappings.all()[0]
    service = Service.objects.create(office=survey.office, name="Informasi", position=1)
    result = ServiceResult.objects.create(survey=survey, service=service, respondents=3)
    element = survey.scores.all()[0].element
    ServiceScore.objects.create(result=result, element=element, score=Decimal(3))
    QuestionScore.objects.create(survey=survey, question=form.questions.all()[0], score=Decimal(3))
    AnswerRow.objects.create(survey=survey, scores="1234-")
    ScoreBasis.objects.create(survey=survey, kind=BasisKind.TYPED)
    method = IndexMethod.ELEMENTS
    UsualMapping.objects.create(office=survey.office, questionnaire=form, mapping=mapping, method=method)
    ProfileCount.objects.create(survey=survey, margin="sex", category="female", count=3)
    Suggestion.objects.create(survey=survey, text="Tambah kursi.", times=1)
    Fieldwork.objects.create(survey=survey, team="Sari Utami")
    return survey


def test_every_constraint_refuses_what_breaks_it(filled):
    word = AnswerWord.objects.filter(is_label=True).order_by("pk")[0]
    writes = {
        "element_key_unique": again(Element, position=99),
        "element_position_unique": again(Element, key="lain"),
        "grade_letter_unique": again(GradeBand, lowest=Decimal(30)),
        "grade_lowest_in_scale": sets(GradeBand, lowest=Decimal("24.99")),
        "questionnaire_channel_known": sets(Questionnaire, channel="pigeon"),
        "method_once_per_questionnaire": again(AllowedMethod, position=9),
        "method_known": sets(AllowedMethod, method="median"),
        "question_code_unique": again(AskedQuestion, position=99),
        "question_position_unique": again(AskedQuestion, code="lain"),
        "answer_word_unique": again(AnswerWord, is_label=False),
        "answer_label_once_per_score": lambda: AnswerWord.objects.create(
            question=word.question, text="Kata lain", score=word.score, is_label=True
        ),
        "answer_score_in_scale": sets(AnswerWord, score=5),
        "mapping_key_unique": again(QuestionMapping, position=9),
        "mapped_question_once": again(MappedQuestion),
        "survey_once_per_period": again(Survey),
        "survey_period_exists": sets(Survey, number=3),
        "survey_year_sane": sets(Survey, year=1999),
        "survey_lock_known": sets(Survey, lock="ajar"),
        "survey_results_lock_known": sets(Survey, results_lock="ajar"),
        **{
            f"fieldwork_{key}_in_order": sets(
                Fieldwork, **{f"{key}_start": date(2025, 2, 2), f"{key}_end": date(2025, 2, 1)}
            )
            for key in ACTIVITIES
        },
        "survey_starts_before_end": sets(Survey, start=date(2025, 2, 1), end=date(2025, 1, 31)),
        "survey_declared_index_in_scale": sets(Survey, declared_index=Decimal("100.01")),
        "survey_report_on_the_web": sets(Survey, report_url="ftp://contoh.go.id/skm.pdf"),
        "score_once_per_element": again(ElementScore),
        "score_in_scale": sets(ElementScore, score=Decimal("4.000001")),
        "score_error_not_negative": sets(ElementScore, error=Decimal("-0.01")),
        "service_name_unique_in_office": again(Service, position=2),
        "service_is_named": sets(Service, name=""),
        "service_result_once": again(ServiceResult),
        "service_score_once_per_element": again(ServiceScore),
        "service_score_in_scale": sets(ServiceScore, score=Decimal("0.99")),
        "question_score_once": again(QuestionScore),
        "question_score_in_scale": sets(QuestionScore, score=Decimal("0.99")),
        "question_score_has_answers": sets(QuestionScore, answers=0),
        "answer_row_in_scale": sets(AnswerRow, scores="1235"),
        "answer_row_answers": sets(AnswerRow, scores="---"),
        "basis_kind_known": sets(ScoreBasis, kind="guessed"),
        "basis_form_mapping_and_method_together": sets(ScoreBasis, method=IndexMethod.ELEMENTS),
        "usual_mapping_once": again(UsualMapping),
        "usual_method_known": sets(UsualMapping, method="median"),
        "profile_count_once": again(ProfileCount),
        "profile_class_known": sets(ProfileCount, category="adult"),
        "profile_counts_somebody": sets(ProfileCount, count=0),
        "suggestion_decision_known": sets(Suggestion, decision="burnt"),
        "suggestion_of_somebody": sets(Suggestion, times=0),
        "suggestion_says_something": sets(Suggestion, text=""),
    }
    assert unguarded("surveys", writes) == {}


def test_the_ends_of_each_scale_can_be_written(filled):
    for model in (ElementScore, ServiceScore, QuestionScore):
        for end in (Decimal(1), Decimal(4)):
            sets(model, score=end)()
    sets(GradeBand, lowest=Decimal(25))()
    sets(Survey, declared_index=Decimal(100), start=date(2025, 2, 1), end=date(2025, 2, 1))()
    sets(ElementScore, error=Decimal(0))()
    sets(AnswerRow, scores="-4")()
    assert ElementScore.objects.filter(score=4).exists()


def test_the_same_of_another_survey_can_be_written(filled, magetan):
    again(Service, office=magetan)()
    again(Survey, number=2)()
    again(Suggestion)()  # two who wrote the same may stand in two rows
    again(AnswerRow)()
    assert Suggestion.objects.count() == AnswerRow.objects.count() == 2


def test_each_row_is_called_by_what_people_know_it_by(filled):
    told = {model: str(model.objects.order_by("pk")[0]) for model in (Service, ServiceResult, AnswerRow, ScoreBasis)}
    assert told == {
        Service: "Informasi",
        ServiceResult: "Informasi (3)",
        AnswerRow: "1234-",
        ScoreBasis: "diketik",
    }
    assert str(filled) == "KPU Kabupaten Ngawi 2025-S1"
    assert (filled.period, filled.period_label) == ("2025-S1", "Semester I Tahun 2025")
    assert str(ProfileCount.objects.get()) == "Perempuan 3"
    assert Decision.UNREAD.label == "Belum dibaca"
