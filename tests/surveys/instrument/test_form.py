"""An instrument and its questionnaires as values."""

from datetime import date

import pytest

from surveys.instrument.document import document_of
from surveys.instrument.form import ElementMapping, ElementText, Form, InstrumentText, Question
from tests.surveys.instrument.built_in import NINE, written
from tests.surveys.instrument.generated import instrument_of


def form(*mappings, codes=("U1", "U2", "U3")):
    questions = tuple(Question(code, f"Pertanyaan {code}?", ("a", "b", "c", "d")) for code in codes)
    return Form("uji", "Kuesioner uji", "uji", "any", questions, mappings, ("elements",), {})


def test_the_codes_of_a_form_stand_in_its_order():
    assert form().codes == ("U1", "U2", "U3")
    assert form(codes=("P9", "P10", "P1")).codes == ("P9", "P10", "P1")


@pytest.mark.parametrize(
    ("elements", "code"),
    [({"biaya": ("U2",)}, "U2"), ({"biaya": ("U3", "U1")}, "U3"), ({"waktu": ("U1",)}, ""), ({}, "")],
)
def test_the_question_of_the_cost_is_the_first_of_its_element(elements, code):
    other = ElementMapping("B", "Lain", {"biaya": ("U1",)})
    assert form(ElementMapping("A", "Satu", elements), other).code_of_cost == code


def test_a_mapping_is_found_by_its_key_and_an_unknown_one_is_none():
    one, other = ElementMapping("A", "Satu", {"waktu": ("U1",)}), ElementMapping("B", "Lain", {"waktu": ("U2",)})
    assert (form(one, other).mapping("A"), form(one, other).mapping("B")) == (one, other)
    with pytest.raises(KeyError):
        form(one).mapping("B")


@pytest.mark.parametrize(
    ("name", "names", "every"),
    [
        ("Biaya/Tarif", (), ("Biaya/Tarif",)),
        ("Biaya/Tarif", ("tarif",), ("tarif", "Biaya/Tarif")),
        ("Biaya/Tarif", ("biaya/tarif", "ongkos"), ("biaya/tarif", "ongkos")),
        ("Biaya/Tarif", ("BIAYA/TARIF",), ("BIAYA/TARIF",)),
        ("Biaya", ("Biaya/Tarif",), ("Biaya/Tarif", "Biaya")),
    ],
)
def test_an_element_is_known_by_its_own_name_once(name, names, every):
    assert ElementText("biaya", name, "Ongkos.", names).all_names == every


def test_an_instrument_tells_the_names_of_each_element():
    elements = (ElementText("waktu", "Waktu", "Jangka.", ("lama",)), ElementText("biaya", "Biaya", "Ongkos.", ()))
    text = InstrumentText("uji", "Uji", date(2020, 1, 1), elements, ())
    assert text.names == {"waktu": ("lama", "Waktu"), "biaya": ("Biaya",)}


@pytest.mark.parametrize("elements", [5, 9, 14])
def test_every_question_of_a_document_stands_in_each_of_its_mappings_once(elements):
    for document in (document_of(written(NINE), {}), document_of(instrument_of(elements, elements + 3), {})):
        for each in document.forms:
            for mapping in each.mappings:
                codes = [code for codes in mapping.elements.values() for code in codes]
                assert sorted(codes) == sorted(each.codes)
