"""Instruments and questionnaires between rows and values; what is read comes back as it was written."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db.models import prefetch_related_objects

from surveys.instrument.form import ElementMapping, ElementText, Form, InstrumentText, Question
from surveys.models import (
    AllowedMethod,
    AnswerWord,
    AskedQuestion,
    Element,
    GradeBand,
    Instrument,
    MappedQuestion,
    QuestionMapping,
    Questionnaire,
)
from surveys.scoring import grades_of


def instrument_text(row: Instrument) -> InstrumentText:
    return InstrumentText(
        key=row.key,
        name=row.name,
        valid_from=row.valid_from,
        elements=tuple(
            ElementText(element.key, element.name, element.definition, tuple(element.names))
            for element in row.elements.all()
        ),
        grades=grades_of(row),
    )


def forms_of(instrument: Instrument) -> tuple[Form, ...]:
    """The questionnaires of an instrument; a number of queries that none of them adds to, and none a second time."""
    names = instrument_text(instrument).names
    parts = ("methods", "questions__words", "mappings__parts__question", "mappings__parts__element")
    prefetch_related_objects([instrument], *(f"questionnaires__{part}" for part in parts))
    return tuple(_form(row, instrument, names) for row in instrument.questionnaires.all())


def known_elements() -> dict[str, Mapping[str, tuple[str, ...]]]:
    """The instruments of this portal: key to the keys of their elements, each with what files call it."""
    rows = Instrument.objects.order_by("key").prefetch_related("elements", "bands")
    return {row.key: instrument_text(row).names for row in rows}


def _form(row: Questionnaire, instrument: Instrument, names: Mapping[str, tuple[str, ...]]) -> Form:
    return Form(
        key=row.key,
        name=row.name,
        instrument=instrument.key,
        channel=row.channel,
        questions=tuple(_question(question) for question in row.questions.all()),
        mappings=tuple(_mapping(mapping, names) for mapping in row.mappings.all()),
        methods=tuple(allowed.method for allowed in row.methods.all()),
        names=names,
    )


def _question(row: AskedQuestion) -> Question:
    words = row.words.all()
    labels = sorted((word.score, word.text) for word in words if word.is_label)
    return Question(
        code=row.code,
        text=row.text,
        labels=tuple(text for _score, text in labels),
        texts=tuple(row.texts),
        also={word.text: word.score for word in words if not word.is_label},
    )


def _mapping(row: QuestionMapping, elements: Iterable[str]) -> ElementMapping:
    codes = defaultdict(list)
    for part in row.parts.all():
        codes[part.element.key].append(part.question.code)
    return ElementMapping(row.key, row.name, {key: tuple(codes[key]) for key in elements if key in codes})


def write_instrument(text: InstrumentText) -> Instrument:
    """A new instrument with its elements and grades."""
    row = Instrument.objects.create(key=text.key, name=text.name, valid_from=text.valid_from)
    Element.objects.bulk_create(
        Element(
            instrument=row,
            key=element.key,
            name=element.name,
            definition=element.definition,
            names=list(element.names),
            position=position,
        )
        for position, element in enumerate(text.elements, start=1)
    )
    GradeBand.objects.bulk_create(
        GradeBand(instrument=row, letter=grade.letter, label=grade.label, lowest=grade.lowest) for grade in text.grades
    )
    return row


def write_form(form: Form, instrument: Instrument) -> Questionnaire:
    """A new questionnaire with all that belongs to it."""
    row = Questionnaire.objects.create(instrument=instrument, key=form.key, name=form.name, channel=form.channel)
    AllowedMethod.objects.bulk_create(
        AllowedMethod(questionnaire=row, method=method, position=position)
        for position, method in enumerate(form.methods, start=1)
    )
    questions = {
        question.code: AskedQuestion.objects.create(
            questionnaire=row,
            code=question.code,
            text=question.text,
            texts=list(question.texts),
            position=position,
        )
        for position, question in enumerate(form.questions, start=1)
    }
    for question in form.questions:
        AnswerWord.objects.bulk_create(_words(question, questions[question.code]))
    elements = {element.key: element for element in instrument.elements.all()}
    for position, mapping in enumerate(form.mappings, start=1):
        made = QuestionMapping.objects.create(questionnaire=row, key=mapping.key, name=mapping.name, position=position)
        MappedQuestion.objects.bulk_create(
            MappedQuestion(mapping=made, question=questions[code], element=elements[element])
            for element, codes in mapping.elements.items()
            for code in codes
        )
    return row


def _words(question: Question, row: AskedQuestion) -> list[AnswerWord]:
    labels = [
        AnswerWord(question=row, text=text, score=score, is_label=True)
        for score, text in enumerate(question.labels, start=1)
    ]
    others = [AnswerWord(question=row, text=text, score=score, is_label=False) for text, score in question.also.items()]
    return [*labels, *others]
