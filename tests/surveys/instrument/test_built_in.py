"""The instrument and the questionnaires that come with the portal: as rows, as documents, and never changed."""

from hashlib import sha256

import pytest

from surveys.instrument.document import document_of
from surveys.instrument.rows import forms_of, instrument_text
from surveys.models import Instrument
from tests.surveys.instrument.built_in import DOCUMENTS, NINE, SIXTEEN, built_in, written

DIGESTS = {
    NINE: "967ce965d54e9f543bf40ae1842c5afb0603b3a8043e60618775e0c00ac38de3",
    SIXTEEN: "65d13de209a178b8165c9b5792c7c6b360f76f7f8dd0efc499d942b5ed6a98ce",
}
"""Of documents that a migration has read on somebody's server: what is to change is a new document and migration."""


@pytest.mark.parametrize("name", DIGESTS)
def test_a_document_that_a_migration_reads_stays_as_it_is(name):
    assert sha256((DOCUMENTS / name).read_bytes()).hexdigest() == DIGESTS[name]


def test_the_built_in_questionnaires_ask_nine_sixteen_and_nineteen_questions():
    assert {form.key: len(form.questions) for form in built_in()} == {
        "permenpanrb-14-2017": 9,
        "skm-2025-campuran": 19,
        "skm-2025-elektronik": 16,
        "skm-2025-tatap-muka": 16,
    }


def test_the_forms_of_2025_have_both_mappings_and_both_methods():
    for form in built_in()[1:]:
        assert [mapping.key for mapping in form.mappings] == ["A", "B"]
        assert form.methods == ("elements", "questions")


@pytest.mark.django_db
def test_rows_say_what_the_documents_say():
    instrument = Instrument.objects.get()
    assert instrument_text(instrument) == document_of(written(NINE), {}).instrument
    assert forms_of(instrument) == built_in()


@pytest.mark.django_db
def test_the_number_of_queries_does_not_grow_with_the_questionnaires(django_assert_num_queries):
    instrument = Instrument.objects.prefetch_related("elements", "bands").get()
    with django_assert_num_queries(8):
        forms_of(instrument)


@pytest.mark.parametrize("form", built_in(), ids=lambda form: form.key)
def test_every_question_makes_one_of_nine_elements_in_each_mapping(form):
    for mapping in form.mappings:
        assert len(mapping.elements) == 9
        assert sorted(code for codes in mapping.elements.values() for code in codes) == sorted(form.codes)


def test_the_mappings_of_2025_place_bribes_and_brokers_differently():
    form = next(form for form in built_in() if form.key == "skm-2025-tatap-muka")
    assert form.mapping("A").elements["biaya"] == ("P7", "P8", "P9")
    assert form.mapping("B").elements["perilaku"] == ("P8", "P9", "P12", "P13", "P14")
    with pytest.raises(KeyError):
        form.mapping("Z")


def test_the_same_words_have_other_scores_in_the_two_instruments():
    one, other = (
        next(form for form in built_in() if form.key == key) for key in ("permenpanrb-14-2017", "skm-2025-tatap-muka")
    )
    assert one.questions[0].labels.index("Tidak sesuai") == 0
    assert other.questions[1].labels.index("Tidak sesuai") == 1
