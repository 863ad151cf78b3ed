"""What the public said: instruments with their questionnaires, one survey of an office, its scores."""

from surveys.models.answers import AnswerRow, QuestionScore
from surveys.models.basis import BasisKind, ScoreBasis, UsualMapping
from surveys.models.fieldwork import Fieldwork
from surveys.models.instrument import (
    AllowedMethod,
    AnswerWord,
    AskedQuestion,
    Channel,
    Element,
    GradeBand,
    IndexMethod,
    Instrument,
    MappedQuestion,
    QuestionMapping,
    Questionnaire,
)
from surveys.models.offering import Service, ServiceResult, ServiceScore
from surveys.models.profile import ProfileCount
from surveys.models.suggestion import MOST_LETTERS, Decision, Suggestion
from surveys.models.survey import A_PERIOD, LAST_MONTH, LATEST_FIRST, ElementScore, Lock, Survey

__all__ = [
    "A_PERIOD",
    "LAST_MONTH",
    "LATEST_FIRST",
    "MOST_LETTERS",
    "AllowedMethod",
    "AnswerRow",
    "AnswerWord",
    "AskedQuestion",
    "BasisKind",
    "Channel",
    "Decision",
    "Element",
    "ElementScore",
    "Fieldwork",
    "GradeBand",
    "IndexMethod",
    "Instrument",
    "Lock",
    "MappedQuestion",
    "ProfileCount",
    "QuestionMapping",
    "QuestionScore",
    "Questionnaire",
    "ScoreBasis",
    "Service",
    "ServiceResult",
    "ServiceScore",
    "Suggestion",
    "Survey",
    "UsualMapping",
]
