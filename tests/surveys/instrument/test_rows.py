"""Instruments and questionnaires between rows and values: what was written is what is read, whatever it is."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from surveys.instrument.document import document_of
from surveys.instrument.rows import forms_of, instrument_text, known_elements, write_form, write_instrument
from surveys.models import Instrument, Questionnaire
from tests.surveys.instrument.built_in import NINE, SIXTEEN, written
from tests.surveys.instrument.generated import instrument_of

pytestmark = pytest.mark.django_db


def loaded(document):
    row = write_instrument(document.instrument)
    for form in document.forms:
        write_form(form, row)
    return row


@pytest.mark.parametrize(("elements", "questions"), [(5, 5), (9, 9), (14, 14), (7, 16), (9, 30)])
def test_an_instrument_is_read_as_it_was_written(elements, questions):
    document = document_of(instrument_of(elements, questions), {})
    row = loaded(document)
    assert instrument_text(row) == document.instrument
    assert forms_of(row) == document.forms


def test_the_forms_that_come_with_the_portal_are_what_their_files_say():
    row = Instrument.objects.get(key="permenpanrb-14-2017")
    nine = document_of(written(NINE), {})
    assert instrument_text(row) == nine.instrument
    sixteen = document_of(written(SIXTEEN), {nine.key: nine.instrument.names})
    stored = {form.key: form for form in forms_of(row)}
    for form in (*nine.forms, *sixteen.forms):
        assert stored[form.key] == form


def changed(document, **values):
    """The one form of a document with something else in its first question."""
    (form,) = document.forms
    first, *others = form.questions
    return replace(document, forms=(replace(form, questions=(replace(first, **values), *others)),))


@pytest.mark.parametrize(
    "values",
    [
        {
            "labels": ("Sangat baik", "Baik", "Buruk", "Sangat buruk")
        },  # in the order of their score, not of the alphabet
        {"also": {"Mahal": 2, "Gratis": 4, "Agak mahal": 2}},
        {"also": {}},
        {"texts": ("Bagaimana biayanya?", "Apakah gratis?")},
        {"code": "Z9"},
    ],
)
def test_words_keep_their_score_and_questions_their_order(values):
    document = changed(document_of(instrument_of(5), {}), **values)
    if "code" in values:
        (form,) = document.forms
        mapping = form.mappings[0]
        elements = {**mapping.elements, "u-1": (values["code"],)}
        document = replace(document, forms=(replace(form, mappings=(replace(mapping, elements=elements),)),))
    (form,) = forms_of(loaded(document))
    assert form == document.forms[0]
    assert list(form.questions[0].also.items()) == list(document.forms[0].questions[0].also.items())


def test_several_mappings_and_methods_stand_in_their_order():
    document = document_of(instrument_of(5), {})
    (form,) = document.forms
    turned = {f"u-{at}": (f"Q{6 - at}",) for at in range(1, 6)}
    second = replace(form.mappings[0], key="B", name="Terbalik", elements=turned)
    form = replace(form, mappings=(second, form.mappings[0]), methods=("questions", "elements"))
    (read,) = forms_of(loaded(replace(document, forms=(form,))))
    assert (read.mappings, read.methods) == (form.mappings, form.methods)


def test_two_questionnaires_keep_their_questions_apart():
    document = document_of(instrument_of(5), {})
    (form,) = document.forms
    other = replace(form, key="uji-lain", channel="online", name="Lain")
    stored = {each.key: each for each in forms_of(loaded(replace(document, forms=(form, other))))}
    assert stored == {"uji-5": form, "uji-lain": other}
    assert Questionnaire.objects.filter(instrument__key="uji-5").count() == 2


def test_all_instruments_are_known_by_their_elements():
    loaded(document_of(instrument_of(5), {}))
    known = known_elements()
    assert list(known) == sorted(known) and {"permenpanrb-14-2017", "uji-5"} <= set(known)
    assert list(known["uji-5"]) == [f"u-{number}" for number in range(1, 6)]
    assert known["uji-5"]["u-1"] == ("sebutan u-1", "Persyaratan Pelayanan")


def test_reading_costs_the_same_with_one_form_and_with_many(django_assert_num_queries):
    document = document_of(instrument_of(5), {})
    row = loaded(document)
    with CaptureQueriesContext(connection) as few:
        forms_of(row)
    write_form(replace(document.forms[0], key="uji-lain"), row)
    row = Instrument.objects.get(pk=row.pk)
    with django_assert_num_queries(len(few)):
        assert len(forms_of(row)) == 2
