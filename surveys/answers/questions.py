"""What a survey found of each question: read, written in place of what was there, and as a table in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from surveys.ikm import Grade, converted, grade_of_score, round_half_up
from surveys.models import MappedQuestion, Questionnaire, QuestionScore, ScoreBasis, Survey
from surveys.typed_numbers import count_words, decimal_words


@dataclass(frozen=True, slots=True)
class OfQuestion:
    """``score``: its mean (1–4); ``answers``: how many that is of, where it is known."""

    score: Decimal
    answers: int | None


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """One question as a row of a table; ``element``: the one that it counts for, ``value``: 25,00–100,00."""

    code: str
    text: str
    element: str
    answers: int | None
    score: Decimal
    value: Decimal
    grade: str

    @property
    def answers_text(self) -> str:
        return "" if self.answers is None else count_words(self.answers)

    @property
    def score_text(self) -> str:
        return decimal_words(round_half_up(Fraction(self.score)))

    @property
    def value_text(self) -> str:
        return decimal_words(self.value)


def question_scores(survey: Survey) -> dict[str, OfQuestion]:
    """By the code of the question, in the order of the questionnaire; one query."""
    rows = survey.question_scores.values_list("question__code", "score", "answers")
    return {code: OfQuestion(score, answers) for code, score, answers in rows}


def write_question_scores(survey: Survey, found: Mapping[str, OfQuestion], questionnaire: Questionnaire | None) -> None:
    """Put these means in place of those that a survey has, for who holds it."""
    survey.question_scores.all().delete()
    questions = {row.code: row for row in questionnaire.questions.all()} if questionnaire else {}
    QuestionScore.objects.bulk_create(
        QuestionScore(survey=survey, question=questions[code], score=one.score, answers=one.answers)
        for code, one in found.items()
    )


def told_questions(found: Mapping[str, OfQuestion]) -> dict[str, Any]:
    """As the trail tells it, where there are any."""
    return {"questions": {code: one.score for code, one in found.items()}} if found else {}


def question_lines(survey: Survey, grades: tuple[Grade, ...]) -> tuple[QuestionLine, ...]:
    """In the order of the questionnaire; two queries."""
    chosen = ScoreBasis.objects.filter(survey=survey, mapping__isnull=False).values("mapping")
    mapped = MappedQuestion.objects.filter(mapping__in=chosen)
    elements = dict(mapped.values_list("question", "element__name"))
    return tuple(
        QuestionLine(
            code=row.question.code,
            text=row.question.text,
            element=elements.get(row.question_id, ""),
            answers=row.answers,
            score=row.score,
            value=converted(row.score),
            grade=str(grade_of_score(row.score, grades)),
        )
        for row in survey.question_scores.select_related("question")
    )
