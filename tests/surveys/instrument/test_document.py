"""The file format of instruments: what is read of a document, and what is refused with its path."""

import copy
import json
from datetime import date
from decimal import Decimal

import pytest

from surveys.instrument.document import InstrumentFault, document_of, read_document
from tests.cases import in_one_test
from tests.surveys.instrument.built_in import NINE, SIXTEEN, written
from tests.surveys.instrument.generated import instrument_of

KNOWN = {"permenpanrb-14-2017": document_of(written(NINE), {}).instrument.names}


def test_a_document_holds_an_instrument_with_its_elements_grades_and_forms():
    document = document_of(written(NINE), {})
    instrument = document.instrument
    assert (document.key, instrument.valid_from) == ("permenpanrb-14-2017", date(2017, 1, 1))
    assert [element.key for element in instrument.elements][-2:] == ["sarana", "pengaduan"]
    assert (instrument.grades[0].letter, instrument.grades[0].lowest) == ("A", Decimal("88.31"))
    assert [form.key for form in document.forms] == ["permenpanrb-14-2017"]
    assert document.forms[0].questions[3].also["Mahal"] == 2


def test_a_document_may_add_forms_to_an_instrument_that_is_there():
    document = document_of(written(SIXTEEN), KNOWN)
    assert (document.key, document.instrument) == ("permenpanrb-14-2017", None)
    assert [len(form.questions) for form in document.forms] == [16, 16, 19]
    assert all(form.names == KNOWN["permenpanrb-14-2017"] for form in document.forms)


def test_an_element_is_always_known_by_its_own_name():
    document = instrument_of(7)
    document["instrument"]["elements"][0] |= {"name": "Kesopanan", "names": ["santun"]}
    document["instrument"]["elements"][1].pop("names", None)
    names = document_of(document, {}).instrument.names
    assert names["u-1"] == ("santun", "Kesopanan")
    assert names["u-2"] == (document["instrument"]["elements"][1]["name"],)


def test_questions_of_an_element_stand_in_the_order_of_the_form():
    document = instrument_of(7, questions=9)
    elements = document["forms"][0]["mappings"][0]["elements"]
    first = next(iter(elements))
    elements[first].reverse()
    read = document_of(document, {}).forms[0]
    assert read.mappings[0].elements[first] == tuple(sorted(elements[first], key=read.codes.index))


FORM = ("forms", 0)
FAULTS = [
    (("format",), "skm-form/1", "format: harus “skm-instrument/1”."),
    (("lain",), 1, "kunci “lain” tidak dikenal."),
    (("forms",), "x", "forms: harus daftar."),
    (("instrument",), "tidak-ada", "instrument: “tidak-ada” tidak ada dalam portal ini"),
    (("instrument",), 5, "instrument: harus objek."),
    (("instrument", "key"), "a b", "instrument.key: harus 1–32 huruf"),
    (("instrument", "name"), " ", "instrument.name: harus teks yang tidak kosong."),
    (("instrument", "name"), "x" * 301, "instrument.name: paling panjang 300 karakter, ada 301."),
    (("instrument", "valid_from"), "2017-13-01", "instrument.valid_from: harus tanggal"),
    (("instrument", "valid_from"), 2017, "instrument.valid_from: harus tanggal"),
    (("instrument", "valid_from"), "20170101", "instrument.valid_from: harus tanggal"),
    (("instrument", "elements"), [], "instrument.elements: harus daftar paling sedikit 5 butir."),
    (("instrument", "elements", 1, "key"), "persyaratan", "instrument.elements: “persyaratan” disebut dua kali."),
    (("instrument", "elements", 1, "name"), "PERSYARATAN ", "instrument.elements: “persyaratan” disebut dua kali."),
    (("instrument", "elements", 1, "names"), ["syarat"], "instrument.elements: “syarat” disebut dua kali."),
    (("instrument", "elements", 4, "definition"), None, "instrument.elements[4].definition: harus teks"),
    (("instrument", "elements", 4, "nama"), "x", "instrument.elements[4]: kunci “nama” tidak dikenal."),
    (("instrument", "grades", 0, "letter"), "a", "instrument.grades[0].letter: harus satu atau dua huruf besar."),
    (("instrument", "grades", 0, "lowest"), 88.31, "instrument.grades[0].lowest: harus teks angka"),
    (("instrument", "grades", 0, "lowest"), "24.99", "instrument.grades[0].lowest: harus teks angka"),
    (("instrument", "grades", 1, "lowest"), "90.00", "instrument.grades[1].lowest: harus lebih rendah"),
    (("instrument", "grades", 3, "lowest"), "30.00", "instrument.grades[3].lowest: mutu terendah harus mulai"),
    (("instrument", "grades", 3, "letter"), "A", "instrument.grades: “A” disebut dua kali."),
    ((*FORM, "channel"), "radio", "forms[0].channel: harus salah satu dari any, in_person, online, mixed."),
    ((*FORM, "questions"), [], "forms[0].questions: harus daftar yang tidak kosong."),
    ((*FORM, "questions", 3, "labels"), ["a", "b", "c"], "forms[0].questions[3].labels: harus empat label"),
    ((*FORM, "questions", 3, "labels", 0), "Gratis", "forms[0].questions[3].labels: “gratis” disebut dua kali."),
    ((*FORM, "questions", 3, "labels", 2), "", "forms[0].questions[3].labels[2]: harus teks"),
    ((*FORM, "questions", 3, "text"), " ", "forms[0].questions[3].text: harus teks yang tidak kosong."),
    ((*FORM, "questions", 3, "also"), {"Mahal sekali": 5}, "forms[0].questions[3].also.Mahal sekali: nilainya"),
    ((*FORM, "questions", 3, "also"), {"Mahal": True}, "forms[0].questions[3].also.Mahal: nilainya"),
    ((*FORM, "questions", 3, "also"), {"gratis": 3}, "forms[0].questions[3].also: “gratis” disebut dua kali."),
    ((*FORM, "questions", 3, "also"), ["Mahal"], "forms[0].questions[3].also: harus objek."),
    ((*FORM, "questions", 1, "code"), "U1", "forms[0].questions: “U1” disebut dua kali."),
    ((*FORM, "mappings", 0, "elements", "waktu"), ["U99"], "forms[0].mappings[0].elements.waktu[0]: harus salah satu"),
    (
        (*FORM, "mappings", 0, "elements", "waktu"),
        ["U3", "U2"],
        "forms[0].mappings[0].elements: “U2” disebut",
    ),
    ((*FORM, "mappings", 0, "elements", "waktu"), [], "forms[0].mappings[0].elements.waktu: harus daftar"),
    ((*FORM, "mappings", 0, "elements", "lain"), ["U3"], "forms[0].mappings[0].elements: kunci “lain” tidak dikenal."),
    ((*FORM, "methods"), ["median"], "forms[0].methods[0]: harus salah satu dari elements, questions."),
    ((*FORM, "methods"), ["elements", "elements"], "forms[0].methods: “elements” disebut dua kali."),
]


@in_one_test(("place", "value", "told"), FAULTS)
def test_a_document_that_is_none_is_refused_by_its_path(place, value, told):
    document = copy.deepcopy(written(NINE))
    part = document
    for step in place[:-1]:
        part = part[step]
    part[place[-1]] = value
    with pytest.raises(InstrumentFault) as refused:
        document_of(document, KNOWN)
    assert str(refused.value).startswith(told)


@pytest.mark.parametrize(
    ("drop", "told"),
    [
        (("format",), "tanpa kunci “format”."),
        (("instrument", "grades"), "instrument: tanpa kunci “grades”."),
        (("forms", 0, "mappings"), "forms[0]: tanpa kunci “mappings”."),
        (("forms", 0, "questions", 3, "labels"), "forms[0].questions[3]: tanpa kunci “labels”."),
        (("forms", 0, "mappings", 0, "elements", "waktu"), "forms[0].mappings[0].elements: tanpa kunci “waktu”."),
    ],
)
def test_a_key_that_is_missing_is_named(drop, told):
    document = copy.deepcopy(written(NINE))
    part = document
    for step in drop[:-1]:
        part = part[step]
    part.pop(drop[-1])
    with pytest.raises(InstrumentFault) as refused:
        document_of(document, KNOWN)
    assert str(refused.value) == told


def test_a_question_without_an_element_is_named():
    document = copy.deepcopy(written(SIXTEEN))
    document["forms"][0]["mappings"][1]["elements"]["perilaku"].remove("P9")
    with pytest.raises(InstrumentFault, match=r"forms\[0\]\.mappings\[1\]\.elements: pertanyaan P9 belum masuk"):
        document_of(document, KNOWN)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\xff\xfe", "bukan teks UTF-8"),
        (b"{", "bukan JSON yang utuh; salah pada baris 1"),
        (b"[" * 100_000, "bukan JSON yang utuh"),
        (b"[]", "harus objek"),
        (b'{"format": 1, "format": 2}', "“format” disebut dua kali"),
        (b" " * 2_000_001, "lebih besar dari 2 MB"),
        (json.dumps({"format": "skm-instrument/1", "instrument": "x", "forms": []}).encode(), "instrument: “x” tidak"),
    ],
)
def test_a_file_that_is_no_document_is_refused_in_words(content, told):
    with pytest.raises(InstrumentFault, match=told):
        read_document(content, KNOWN)


@pytest.mark.parametrize("sign", ["\x00", "\ud800"])
def test_what_no_database_keeps_is_refused(sign):
    document = copy.deepcopy(written(NINE))
    document["forms"][0]["questions"][0]["text"] = f"Baik{sign}?"
    with pytest.raises(InstrumentFault, match=r"forms\[0\]\.questions\[0\]\.text: memuat karakter"):
        read_document(json.dumps(document).encode(), {})


def test_a_byte_order_mark_and_characters_that_nobody_sees_are_borne():
    document = copy.deepcopy(written(NINE))
    document["instrument"]["name"] = "Peraturan\u200b Menteri"
    read = read_document(b"\xef\xbb\xbf" + json.dumps(document).encode(), {})
    assert read.instrument.name == "Peraturan Menteri"


# --- the limits, on both sides


def sized(elements=7, questions=None, **sizes):
    """A document of which one part is as large as is said."""
    document = instrument_of(elements, questions)
    instrument, (form,) = document["instrument"], document["forms"]
    question = form["questions"][0]
    parts = {
        "key": lambda size: instrument | {"key": "k" * size},
        "name": lambda size: instrument | {"name": "n" * size},
        "element": lambda size: instrument["elements"][0] | {"name": "n" * size},
        "definition": lambda size: instrument["elements"][0] | {"definition": "d" * size},
        "names": lambda size: instrument["elements"][0] | {"names": [f"sebutan {at}" for at in range(size)]},
        "grade": lambda size: instrument["grades"][0] | {"label": "l" * size},
        "letter": lambda size: instrument["grades"][0] | {"letter": "Z" * size},
        "form": lambda size: form | {"name": "n" * size},
        "code": lambda size: form | {"key": "k" * size},
        "mapping": lambda size: form["mappings"][0] | {"name": "n" * size},
        "question": lambda size: question | {"text": "t" * size},
        "label": lambda size: question | {"labels": ["a", "b", "c", "d" * size]},
        "also": lambda size: question | {"also": {"k" * size: 1}},
        "texts": lambda size: question | {"texts": ["t" * size]},
    }
    places = {"key": instrument, "name": instrument, "form": form, "code": form, "mapping": form["mappings"][0]}
    places |= dict.fromkeys(("element", "definition", "names"), instrument["elements"][0])
    places |= dict.fromkeys(("grade", "letter"), instrument["grades"][0])
    for part, size in sizes.items():
        places.get(part, question).update(parts[part](size))
    return document


@in_one_test(
    ("part", "most"),
    [
        *(("key", 32), ("code", 32), ("letter", 2), ("grade", 60), ("names", 100)),
        *(("element", 200), ("mapping", 200), ("label", 200), ("also", 200)),
        *(("name", 300), ("form", 300), ("definition", 2000), ("question", 2000), ("texts", 2000)),
    ],
)
def test_each_text_may_be_as_long_as_is_said_and_no_longer(part, most):
    document_of(sized(**{part: most}), {})
    with pytest.raises(InstrumentFault, match=rf"paling (panjang|banyak) {most} |1–32 huruf|dua huruf besar"):
        document_of(sized(**{part: most + 1}), {})


@in_one_test(
    ("fits", "elements", "questions"),
    [(True, 5, 5), (False, 4, 5), (True, 30, 30), (False, 31, 31), (True, 7, 200), (False, 7, 201)],
)
def test_five_to_thirty_elements_are_asked_for_by_two_hundred_questions_at_most(fits, elements, questions):
    document = instrument_of(elements, questions)
    if fits:
        assert len(document_of(document, {}).forms[0].questions) == questions
    else:
        with pytest.raises(InstrumentFault, match=r"paling sedikit 5 butir|paling banyak (30|200) butir, ada (31|201)"):
            document_of(document, {})


def grades(*lowest):
    return [{"letter": chr(65 + at), "label": "Baik", "lowest": index} for at, index in enumerate(lowest)]


@in_one_test(
    ("fits", "given"),
    [
        (True, grades("25.00")),
        (True, grades("100.00", "25.00")),
        (True, grades("26.00", "25.01", "25.00")),
        (True, grades(*(f"{90 - at}.00" for at in range(9)), "25.00")),
        (False, grades(*(f"{90 - at}.00" for at in range(10)), "25.00")),
        (False, grades("100.01", "25.00")),
        (False, grades("25.01")),
        (False, grades("80.00", "80.00", "25.00")),
        (False, grades("80.0", "25.00")),
        (False, grades("٨٠.00", "25.00")),
        (False, []),
    ],
)
def test_grades_lie_within_the_scale_each_below_the_one_before_down_to_its_beginning(fits, given):
    document = sized()
    document["instrument"]["grades"] = given
    if fits:
        assert [str(grade.lowest) for grade in document_of(document, {}).instrument.grades] == [
            each["lowest"] for each in given
        ]
    else:
        with pytest.raises(InstrumentFault, match=r"^instrument\.grades"):
            document_of(document, {})


def test_a_form_has_up_to_twenty_mappings_and_a_file_up_to_two_million_bytes():
    document = sized()
    (form,) = document["forms"]
    form["mappings"] = [form["mappings"][0] | {"key": f"M{at}"} for at in range(20)]
    content = json.dumps(document).encode()
    padded = content + b" " * (2_000_000 - len(content))
    assert len(read_document(padded, {}).forms[0].mappings) == 20
    with pytest.raises(InstrumentFault, match="lebih besar dari 2 MB"):
        read_document(padded + b" ", {})
    form["mappings"].append(form["mappings"][0] | {"key": "M20"})
    with pytest.raises(InstrumentFault, match=r"forms\[0\]\.mappings: paling banyak 20 butir, ada 21"):
        document_of(document, {})


def test_a_file_of_an_instrument_needs_no_form_and_one_of_forms_needs_one():
    document = sized()
    document["forms"] = []
    assert document_of(document, {}).forms == ()
    with pytest.raises(InstrumentFault, match="forms: harus daftar yang tidak kosong"):
        document_of(document | {"instrument": "permenpanrb-14-2017"}, KNOWN)


@in_one_test("score", [0, 5, True, "1", 1.5, None])
def test_a_word_scores_one_to_four(score):
    document = sized()
    document["forms"][0]["questions"][0]["also"] = {"Lumayan": score}
    with pytest.raises(InstrumentFault, match="nilainya harus 1, 2, 3, atau 4"):
        document_of(document, {})
