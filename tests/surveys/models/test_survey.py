"""Rows of a survey as people meet them: in which order they stand, what they are called, and how exact they are."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import ProtectedError

from offices.permissions import Action, visible
from surveys.models import (
    AnswerRow,
    AskedQuestion,
    BasisKind,
    Channel,
    Decision,
    Element,
    ElementScore,
    GradeBand,
    IndexMethod,
    Instrument,
    Lock,
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
from surveys.periods import Period
from tests.cases import in_one_test
from tests.conftest import make_survey
from tests.constraints import again

pytestmark = pytest.mark.django_db


@in_one_test(
    ("code", "label"),
    [
        ("2025-B03", "Bulan Maret 2025"),
        ("2025-T4", "Triwulan IV Tahun 2025"),
        ("2025-S2", "Semester II Tahun 2025"),
        ("2025", "Tahun 2025"),
    ],
)
def test_a_survey_is_called_by_its_period_whatever_its_kind(code, label):
    span = Period.parse(code)
    survey = Survey(year=span.year, kind=span.kind, number=span.number)
    assert (survey.span, survey.period, survey.period_label) == (span, code, label)


@in_one_test(
    ("choices", "labels"),
    [
        (Lock, ["Draf", "Siap ditandatangani", "Ditandatangani"]),
        (Decision, ["Belum dibaca", "Dirilis", "Ditahan"]),
        (Channel, ["semua saluran", "tatap muka", "elektronik", "campuran"]),
        (IndexMethod, ["rata-rata unsur", "rata-rata semua pertanyaan"]),
        (BasisKind, ["diketik", "nilai rata-rata unsur dari berkas", "banyaknya setiap jawaban dari berkas",
                     "jawaban responden dari berkas"]),
    ],
)  # fmt: skip
def test_what_is_chosen_is_called_in_indonesian_and_its_value_fits_its_column(choices, labels):
    assert choices.labels == labels
    columns = [
        field
        for model in (Survey, Suggestion, Questionnaire, ScoreBasis, UsualMapping)
        for field in model._meta.get_fields()
        if isinstance(field, models.CharField) and field.choices == choices.choices
    ]
    assert columns and all(len(value) <= field.max_length for field in columns for value in choices.values)


def test_everything_of_an_instrument_stands_in_the_order_of_its_questionnaire(survey):
    instrument = survey.instrument
    assert [element.position for element in instrument.elements.all()] == list(range(1, 10))
    assert [band.letter for band in instrument.bands.all()] == ["A", "B", "C", "D"]
    assert [score.element.position for score in survey.scores.all()] == list(range(1, 10))
    form = instrument.questionnaires.get(key="skm-2025-tatap-muka")
    assert [question.position for question in form.questions.all()] == list(range(1, 17))
    assert [mapping.position for mapping in form.mappings.all()] == sorted(
        form.mappings.values_list("position", flat=True)
    )
    asked = [part.question.position for part in form.mappings.all()[0].parts.all()]
    assert asked == sorted(asked)
    for question in form.questions.all()[:3]:
        labels = [word.score for word in question.words.all() if word.is_label]
        assert labels == [1, 2, 3, 4] and [word.is_label for word in question.words.all()][:4] == [True] * 4


def test_services_and_what_was_found_of_them_stand_as_the_office_put_them(survey):
    last, first = (
        Service.objects.create(office=survey.office, name=name, position=position)
        for name, position in (("Informasi", 2), ("Pindah memilih", 1))
    )
    same = Service.objects.create(office=survey.office, name="Mutasi", position=2)
    for service in (same, last, first):
        ServiceResult.objects.create(survey=survey, service=service, respondents=3)
    assert list(Service.objects.all()) == [first, last, same]
    assert [result.service for result in survey.services.all()] == [first, last, same]


@pytest.fixture
def said(survey):
    """What stands behind the scores of a survey: a mapping, a service with a score, and a respondent."""
    form = survey.instrument.questionnaires.get(key="skm-2025-tatap-muka")
    service = Service.objects.create(office=survey.office, name="Informasi", position=1)
    result = ServiceResult.objects.create(survey=survey, service=service, respondents=3)
    element = survey.instrument.elements.get(key="waktu")
    mapping = form.mappings.all()[0]
    AnswerRow.objects.create(survey=survey, service=service, scores="4-")
    ProfileCount.objects.create(survey=survey, margin="age", category="26-34", count=2)
    return {
        "score": ServiceScore.objects.create(result=result, element=element, score=Decimal("3.5")),
        "question": QuestionScore.objects.create(survey=survey, question=form.questions.all()[0], score=Decimal(3)),
        "usual": UsualMapping.objects.create(
            office=survey.office, questionnaire=form, mapping=mapping, method=IndexMethod.ELEMENTS
        ),
        "suggestion": Suggestion.objects.create(survey=survey, text="Tambah kursi.", times=2),
        "basis": ScoreBasis.objects.create(
            survey=survey, kind=BasisKind.ANSWERS, questionnaire=form, mapping=mapping, method=IndexMethod.ELEMENTS
        ),
    }


def test_rows_are_called_by_what_they_say_and_a_suggestion_by_its_number_alone(survey, said):
    waktu = survey.instrument.elements.get(key="waktu")
    form = survey.instrument.questionnaires.get(key="skm-2025-tatap-muka")
    mapping = form.mappings.all()[0]
    part = mapping.parts.all()[0]
    told = {
        str(waktu): waktu.name,
        str(survey.instrument): survey.instrument.name,
        str(survey.instrument.bands.all()[0]): "A (Sangat Baik)",
        str(form): form.name,
        str(form.methods.all()[0]): "rata-rata unsur",
        str(form.questions.all()[0]): form.questions.all()[0].code,
        str(mapping): f"{mapping.key} ({mapping.name})",
        str(part): f"{part.question.code} – {part.element.name}",
        str(survey.scores.get(element=waktu)): f"{waktu.name} 3.250000",
        str(said["score"]): f"{waktu.name} 3.5",
        str(said["usual"]): f"{form.name} {mapping}",
        str(said["basis"]): "jawaban responden dari berkas",
        str(said["suggestion"]): f"saran {said['suggestion'].pk}",
        str(survey.profile.get()): "26–34 tahun 2",
    }
    assert {said: words for said, words in told.items() if said != words} == {}


def test_what_surveys_rest_on_cannot_be_taken_away_and_what_is_theirs_goes_with_them(survey, said):
    for row in (survey.instrument, survey.office, Service.objects.get(), survey.scores.all()[0].element):
        with pytest.raises(ProtectedError):
            row.delete()
    for row in (said["basis"].questionnaire, said["basis"].mapping):
        with pytest.raises(ProtectedError), transaction.atomic():
            row.delete()
    again(Survey, number=2)()
    without_followup = Survey.objects.get(number=2)
    of_a_survey = (ElementScore, ServiceResult, QuestionScore, AnswerRow, ScoreBasis, Suggestion, ProfileCount)
    for model in of_a_survey:
        model.objects.update(survey=without_followup)
    without_followup.delete()
    assert [model.__name__ for model in (*of_a_survey, ServiceScore) if model.objects.exists()] == []
    assert Service.objects.exists() and UsualMapping.objects.exists() and Instrument.objects.exists()


def test_what_is_of_an_office_is_found_by_it_and_by_no_other(survey, said, people, magetan):
    """By the path that each table names; what an instrument lays down is of no office."""
    make_survey(magetan)
    of_an_office = (Survey, ElementScore, Service, ServiceResult, ServiceScore, QuestionScore, AnswerRow, ScoreBasis)
    for model in (*of_an_office, Suggestion, ProfileCount, UsualMapping):
        rows = visible(people.admin, Action.VIEW_CYCLE, model.objects.all())
        own = {row.pk for row in model.objects.all() if office_of(row) == survey.office}
        assert {row.pk for row in rows} == own != set()
    laid_down = (Instrument, Element, GradeBand, Questionnaire, AskedQuestion, QuestionMapping, MappedQuestion)
    assert [model.__name__ for model in laid_down if hasattr(model, "OFFICE_PATH")] == []


def office_of(row):
    for name in ("office", "survey", "result"):
        if hasattr(row, name):
            part = getattr(row, name)
            return part if name == "office" else office_of(part)
    raise AssertionError(row)


@in_one_test(("score", "sound"), [("1", True), ("4", True), ("0.999999", False), ("4.000001", False)])
def test_a_mean_lies_between_one_and_four_for_forms_too(score, sound):
    for model in (ElementScore, ServiceScore, QuestionScore):
        column = model._meta.get_field("score")
        assert (column.decimal_places, column.max_digits) == (6, 7)
        try:
            column.run_validators(Decimal(score))
        except ValidationError:
            assert not sound
        else:
            assert sound


def test_a_survey_ends_no_sooner_than_it_begins_and_may_begin_without_an_end(survey):
    day = date(2025, 3, 1)
    for start, end in ((day, None), (None, day), (day, day), (date(2024, 12, 31), day)):
        Survey.objects.filter(pk=survey.pk).update(start=start, end=end)
    with pytest.raises(IntegrityError), transaction.atomic():
        Survey.objects.filter(pk=survey.pk).update(start=day, end=date(2025, 2, 28))


def test_digits_that_nobody_printed_are_kept(survey):
    """Six of them; what is shown is another matter."""
    score = survey.scores.all()[0]
    score.score, score.error = Decimal("3.277778"), Decimal("0.012345")
    score.save()
    score.refresh_from_db()
    assert (score.score, score.error) == (Decimal("3.277778"), Decimal("0.012345"))
    Survey.objects.filter(pk=survey.pk).update(declared_index=Decimal("87.361111"))
    assert Survey.objects.get(pk=survey.pk).declared_index == Decimal("87.361111")
