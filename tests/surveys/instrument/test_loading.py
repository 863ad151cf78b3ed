"""The verb that brings an instrument in, asked with values: what it says came in, and what it refuses by name."""

import copy
from dataclasses import replace
from datetime import date

import pytest

from offices.declining import Declined
from offices.models import AuditEvent
from surveys.instrument.document import document_of
from surveys.instrument.loading import Loaded, load_document
from surveys.instrument.rows import forms_of, instrument_text
from surveys.models import Instrument, Questionnaire
from tests.cases import in_one_test
from tests.conftest import make_survey
from tests.surveys.instrument.generated import instrument_of

pytestmark = pytest.mark.django_db
DIGEST = "a" * 64
SEVEN = document_of(instrument_of(7), {})


def loaded(document):
    return load_document(document, DIGEST)


FIRST, *OTHERS = SEVEN.instrument.elements


def row():
    return Instrument.objects.get(key="uji-7")


def with_text(**changes):
    return replace(SEVEN, instrument=replace(SEVEN.instrument, **changes))


def with_forms(*forms, instrument=None):
    return replace(SEVEN, forms=forms, instrument=instrument)


def survey_on(office):
    survey = make_survey(office)
    survey.instrument = row()
    survey.save()
    return survey


@in_one_test(
    ("came", "something"),
    [(Loaded("", ()), False), (Loaded("uji", ()), True), (Loaded("", ("uji",)), True)],
)
def test_something_came_in_where_an_instrument_or_a_form_did(came, something):
    assert bool(came) is something


def test_the_trail_tells_what_came_in_and_nothing_where_nothing_did():
    assert loaded(SEVEN) == Loaded("uji-7", ("uji-7",))
    assert not loaded(SEVEN)
    (form,) = SEVEN.forms
    assert loaded(with_forms(form, replace(form, key="uji-lain"))) == Loaded("", ("uji-lain",))
    told = AuditEvent.objects.order_by("pk").values_list("after", flat=True)
    assert list(told) == [
        {"digest": DIGEST, "instrument": "uji-7", "forms": ["uji-7"]},
        {"digest": DIGEST, "instrument": "", "forms": ["uji-lain"]},
    ]


def test_a_form_of_an_instrument_that_is_not_there_is_refused():
    with pytest.raises(Declined, match="Instrumen “uji-7” tidak ada dalam portal ini"):
        loaded(with_forms(*SEVEN.forms))
    assert not Questionnaire.objects.filter(key="uji-7").exists()


def test_other_names_in_files_come_in_under_surveys_and_no_form_is_written_anew(ngawi):
    loaded(SEVEN)
    survey_on(ngawi)
    before = row().pk, row().questionnaires.get().pk
    document = instrument_of(7)
    document["instrument"]["elements"][0]["names"].append("sebutan lain")
    assert loaded(document_of(document, {})) == Loaded("uji-7", ())
    assert (row().pk, row().questionnaires.get().pk) == before
    assert row().elements.all()[0].names == ["sebutan u-1", "sebutan lain"]
    assert forms_of(row())[0].names["u-1"] == ("sebutan u-1", "sebutan lain", FIRST.name)


CHANGES = {
    "nama": {"name": "Pedoman lain"},
    "tanggal berlaku": {"valid_from": date(2021, 1, 1)},
    "unsur": {"elements": (replace(FIRST, definition="Lain."), *OTHERS)},
    "rentang mutu": {"grades": SEVEN.instrument.grades[1:]},
    "nama dan unsur": {"name": "Pedoman lain", "elements": (*OTHERS, FIRST)},
    "nama dan tanggal berlaku": {"name": "Pedoman lain", "valid_from": date(2021, 1, 1)},
}


def test_what_surveys_rest_on_is_refused_by_the_names_of_all_that_differs(ngawi):
    loaded(SEVEN)
    survey_on(ngawi)
    for told, changes in CHANGES.items():
        with pytest.raises(Declined, match=f"dipakai oleh 1 survei, sehingga {told} tidak dapat diubah"):
            loaded(with_text(**changes))
    assert instrument_text(row()) == SEVEN.instrument
    assert AuditEvent.objects.count() == 1


def test_without_surveys_all_of_it_is_replaced_with_the_forms_that_the_file_holds():
    loaded(SEVEN)
    for changes in CHANGES.values():
        assert loaded(with_text(**changes)) == Loaded("uji-7", ("uji-7",))
        assert instrument_text(row()) == replace(SEVEN.instrument, **changes)
        assert [form.key for form in forms_of(row())] == ["uji-7"]
    assert Instrument.objects.filter(key="uji-7").count() == 1


def test_forms_that_the_file_lacks_are_all_named():
    (form,) = SEVEN.forms
    loaded(replace(SEVEN, forms=(form, replace(form, key="uji-dua"), replace(form, key="uji-tiga"))))
    with pytest.raises(Declined, match="juga memiliki kuesioner uji-dua, uji-tiga, yang"):
        loaded(with_text(name="Pedoman lain"))
    assert Questionnaire.objects.filter(instrument__key="uji-7").count() == 3


def test_what_is_refused_midway_leaves_nothing_of_the_file():
    """The second form is another instrument's: the first one does not stay either."""
    document = copy.deepcopy(instrument_of(7))
    document["forms"].append(copy.deepcopy(document["forms"][0]) | {"key": "permenpanrb-14-2017"})
    with pytest.raises(Declined, match="“permenpanrb-14-2017” sudah ada pada instrumen “permenpanrb-14-2017”"):
        loaded(document_of(document, {}))
    assert not Instrument.objects.filter(key="uji-7").exists()
    assert not AuditEvent.objects.exists()
