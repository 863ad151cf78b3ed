"""What a survey found of each question: stored in place of what was there, and told in words of the instrument."""

from decimal import Decimal

import pytest

from surveys.answers.questions import (
    OfQuestion,
    QuestionLine,
    question_lines,
    question_scores,
    told_questions,
    write_question_scores,
)
from surveys.models import Questionnaire, ScoreBasis
from surveys.scoring import grades_of
from tests.cases import in_one_test
from tests.conftest import make_survey


def line(score, answers=None):
    return QuestionLine("U1", "Persyaratan?", "Persyaratan", answers, Decimal(score), Decimal("81.67"), "B (Baik)")


@in_one_test(
    ("score", "answers", "told"),
    [
        ("3.266667", 120, ("120", "3,27", "81,67")),
        ("3.265", 1200, ("1.200", "3,27", "81,67")),
        ("4", 0, ("0", "4,00", "81,67")),
        ("3.3", None, ("", "3,30", "81,67")),
    ],
)
def test_a_row_is_told_as_one_reads_numbers(score, answers, told):
    row = line(score, answers)
    assert (row.answers_text, row.score_text, row.value_text) == told


def test_the_trail_tells_means_where_there_are_any():
    assert told_questions({}) == {}
    assert told_questions({"U1": OfQuestion(Decimal("3.2"), 7)}) == {"questions": {"U1": Decimal("3.2")}}


@pytest.mark.django_db
class TestStored:
    @pytest.fixture
    def form(self, survey):
        return Questionnaire.objects.filter(instrument=survey.instrument).order_by("pk").first()

    def found(self, form, score="3.25"):
        return {question.code: OfQuestion(Decimal(score), 10) for question in form.questions.all()}

    def test_they_come_back_in_the_order_of_the_questionnaire(self, survey, form):
        found = self.found(form)
        write_question_scores(survey, dict(reversed(found.items())), form)
        assert list(question_scores(survey).items()) == list(found.items())

    def test_new_ones_take_the_place_of_those_before_and_of_no_other_survey(self, survey, form, magetan):
        other = make_survey(magetan)
        write_question_scores(other, self.found(form), form)
        write_question_scores(survey, self.found(form), form)
        first = form.questions.first().code
        write_question_scores(survey, {first: OfQuestion(Decimal(2), None)}, form)
        assert question_scores(survey) == {first: OfQuestion(Decimal(2), None)}
        assert question_scores(other) == self.found(form)
        write_question_scores(survey, {}, None)
        assert question_scores(survey) == {}

    def test_a_line_tells_question_element_value_and_grade(self, survey, form, django_assert_num_queries):
        mapping = form.mappings.first()
        ScoreBasis.objects.update_or_create(
            survey=survey, defaults={"kind": "summary", "questionnaire": form, "mapping": mapping, "method": "elements"}
        )
        write_question_scores(survey, self.found(form), form)
        grades = grades_of(survey.instrument)
        with django_assert_num_queries(2):
            lines = question_lines(survey, grades)
        assert [each.code for each in lines] == [question.code for question in form.questions.all()]
        elements = {
            part.question.code: part.element.name for part in mapping.parts.select_related("question", "element")
        }
        assert {each.code: each.element for each in lines} == elements
        assert {(each.value, each.grade) for each in lines} == {(Decimal("81.25"), "B (Baik)")}

    def test_without_a_mapping_no_element_is_told(self, survey, form):
        write_question_scores(survey, self.found(form), form)
        assert {each.element for each in question_lines(survey, grades_of(survey.instrument))} == {""}
