"""The documents of questionnaires: those that come with the portal, and what is refused with its path."""

import copy
import json

import pytest

from surveys.instrument.form import FORMS, FormFault, built_in, form_of

NINE = json.loads((FORMS / "permenpanrb-14-2017.json").read_text(encoding="utf-8"))


def test_the_built_in_questionnaires_ask_nine_sixteen_and_nineteen_questions():
    assert {form.key: len(form.questions) for form in built_in()} == {
        "permenpanrb-14-2017": 9,
        "skm-2025-campuran": 19,
        "skm-2025-elektronik": 16,
        "skm-2025-tatap-muka": 16,
    }


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


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda d: d.pop("key"), "tanpa kunci “key”"),
        (lambda d: d.update(format="x"), "format"),
        (lambda d: d.update(extra=1), "kunci “extra” tidak dikenal"),
        (lambda d: d.update(channel="radio"), "channel"),
        (lambda d: d.update(questions=[]), "questions"),
        (lambda d: d["questions"][2].update(labels=["a", "b", "c"]), "questions[2].labels"),
        (lambda d: d["questions"][3].update(text=" "), "questions[3].text"),
        (lambda d: d["questions"][3].update(also={"Mahal": 5}), "questions[3].also.Mahal"),
        (lambda d: d["questions"][3].update(also={"Mahal": True}), "questions[3].also.Mahal"),
        (lambda d: d["questions"][1].update(code="U1"), "questions: “U1” disebut dua kali"),
        (lambda d: d["mappings"][0]["elements"].update(waktu=["U99"]), "mappings[0].elements.waktu[0]"),
        (lambda d: d["mappings"][0]["elements"].update(waktu=["U2"]), "disebut dua kali"),
        (lambda d: d["mappings"][0]["elements"].pop("waktu"), "U3 belum masuk unsur"),
        (lambda d: d.update(methods=["median"]), "methods[0]"),
        (lambda d: d["names"].pop("waktu"), "names: tanpa kunci “waktu”"),
    ],
)
def test_a_document_that_is_none_is_refused_by_its_path(change, told):
    document = copy.deepcopy(NINE)
    change(document)
    with pytest.raises(FormFault) as refused:
        form_of(document)
    assert told in str(refused.value)


@pytest.mark.parametrize("document", [None, [], "x", 1])
def test_what_is_no_object_is_refused(document):
    with pytest.raises(FormFault, match="harus objek"):
        form_of(document)
