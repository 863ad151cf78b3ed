"""One reading of files: what was answered beforehand, what is asked, what is wrong; and what a file says of itself."""

from decimal import Decimal

import pytest

from surveys.instrument.form import ElementMapping, Form, Question
from surveys.workbooks.inquiry import (
    LONGEST_SERVICE,
    MOST_FAULTS,
    Fault,
    Found,
    Inquiry,
    ScoreFile,
    Unsettled,
    Wanted,
)
from surveys.workbooks.sheets.cells import Sheet
from surveys.workbooks.told import FORM, MAPPING, METHOD, METHODS, with_told
from tests.cases import in_one_test


def inquiry(wanted=None, unused=(), **answers):
    return Inquiry(wanted or Wanted(answers=answers), Found(unused=list(unused)))


def faults(one):
    return [(fault.place, fault.message) for fault in one.found.faults]


# --- what is asked


def test_the_only_choice_is_taken_without_a_word():
    one = inquiry()
    assert one.choice("form", "Kuesioner mana?", ["sembilan"]) == "sembilan"
    assert (one.found.asks, one.found.faults) == ([], [])
    one.settle()


def test_of_several_one_is_asked_with_the_words_of_the_choices_and_nothing_is_taken():
    one = inquiry()
    assert one.choice("form", "Kuesioner mana?", ["a", "b"], words={"a": "Sembilan", "b": "Enam belas"}) == ""
    (asked,) = one.found.asks
    assert (asked.id, asked.question, asked.choices) == ("form", "Kuesioner mana?", ["a", "b"])
    assert one.found.words == {"a": "Sembilan", "b": "Enam belas"}
    with pytest.raises(Unsettled):
        one.settle()


def test_what_was_answered_beforehand_is_taken_and_counts_as_used():
    one = inquiry(unused=["form", "table"], form="b")
    assert one.choice("form", "Kuesioner mana?", ["a", "b"]) == "b"
    assert (one.found.asks, one.found.unused) == ([], ["table"])


def test_what_is_given_goes_before_what_was_answered():
    assert inquiry(form="b").choice("form", "Kuesioner mana?", ["a", "b"], given="a") == "a"


@pytest.mark.parametrize("choices", [["a", "b"], ["a"]])
def test_an_answer_that_is_no_choice_is_refused_with_those_that_are(choices):
    one = inquiry(form="lain")
    assert one.choice("form", "Kuesioner mana?", choices) == ""
    assert faults(one) == [("", f"“lain” bukan pilihan untuk form. Pilih: {', '.join(choices)}.")]
    assert one.found.asks == []
    with pytest.raises(Unsettled):
        one.settle()


# --- answers that nothing asks for


@in_one_test("key", ["U8", "form", "mapping", "method", "table", "column:U3", "table:Loket", "saran", "kata", "nilai"])
def test_an_answer_to_what_may_be_asked_is_none_to_refuse(key):
    one = inquiry(**{key: "x"})
    one.refuse_unknown_answers()
    assert faults(one) == []


@in_one_test("key", ["lain", "U9", "form:U3", "column2", "biasa", ":U3", ""])
def test_any_other_is_refused_with_those_that_are_known(key):
    one = inquiry(**{key: "x"})
    one.refuse_unknown_answers()
    ((place, message),) = faults(one)
    assert (place, message.startswith(f"Tidak ada pertanyaan “{key}”.")) == ("", True)
    assert all(known in message for known in ("form", "column:…", "saran"))


def test_what_was_chosen_last_can_be_declined_and_nothing_else_said_of_it():
    one = inquiry(biasa="tidak")
    one.refuse_unknown_answers()
    assert faults(one) == []


# --- files beside each other


def refused(*files):
    one = inquiry()
    one.refuse_twins([ScoreFile(*file) for file in files])
    return faults(one)


@in_one_test(
    ("files", "place", "told"),
    [
        ([("a.xlsx", b"1"), ("b.xlsx", b"1")], "b.xlsx", "dikirim dua kali"),
        (
            [("a.xlsx", b"1", "Loket"), ("b.xlsx", b"2", "Loket")],
            "b.xlsx",
            "Layanan “Loket” sudah dipakai untuk a.xlsx.",
        ),
        ([("a.xlsx", b"1", "Loket"), ("b.xlsx", b"2", " LOKET")], "b.xlsx", "hanya berbeda huruf besar atau spasi"),
        ([("a.xlsx", b"1", "L" * (LONGEST_SERVICE + 1))], "a.xlsx", f"paling panjang {LONGEST_SERVICE} huruf"),
    ],
)
def test_a_file_or_a_service_that_is_there_twice_is_refused_where_it_comes_second(files, place, told):
    ((where, message),) = refused(*files)
    assert (where, told in message) == (place, True)


@in_one_test(
    "files",
    [
        [],
        [("a.xlsx", b"1"), ("a.xlsx", b"2")],
        [("a.xlsx", b"1", "Loket"), ("b.xlsx", b"2", "Daring")],
        [("a.xlsx", b"1", "L" * LONGEST_SERVICE)],
    ],
)
def test_other_files_stand_beside_each_other(files):
    assert refused(*files) == []


@pytest.mark.parametrize(("count", "shown"), [(MOST_FAULTS, MOST_FAULTS), (MOST_FAULTS + 3, MOST_FAULTS + 1)])
def test_of_many_faults_the_first_are_told_and_how_many_more_there_are(count, shown):
    told = Found(faults=[Fault(f"A{at}", "salah") for at in range(count)]).as_json()["faults"]
    assert len(told) == shown
    assert (told[-1]["message"] == "dan 3 kesalahan lain.") is (count > MOST_FAULTS)


# --- what a file that the portal gave out says of itself


def form(key, *mappings, methods=("elements", "questions")):
    parts = tuple(ElementMapping(each, each, {"biaya": ("U4",)}) for each in mappings)
    return Form(key, key, "instrumen", "online", (Question("U4", "Biaya?", ()),), parts, methods, {})


FORMS = (form("sembilan", "satu", "dua"), form("enam-belas", "satu", methods=("elements",)))
OWN = {FORM: "sembilan", MAPPING: "dua", METHOD: METHODS["questions"]}


def sheet(told):
    return Sheet("Petunjuk", [[label, value] for label, value in told.items()] + [["Lain"], ["a", "b", "c"]])


def settled(*sheets, wanted=None):
    found = with_told(wanted or Wanted(), [sheet(told) for told in sheets], FORMS)
    return found.form, found.mapping, found.method


def test_its_questionnaire_mapping_and_method_are_taken():
    assert settled(OWN) == ("sembilan", "dua", "questions")
    assert settled(OWN, OWN) == ("sembilan", "dua", "questions")
    assert settled({label.upper() + " :": value for label, value in OWN.items()}) == ("sembilan", "dua", "questions")


@in_one_test(
    "told",
    [
        [],
        [{FORM: "sembilan"}],
        [OWN | {FORM: "lain"}],
        [OWN | {MAPPING: "tiga"}],
        [OWN | {METHOD: "rata-rata"}],
        [OWN | {FORM: "enam-belas", MAPPING: "satu"}],
        [OWN, OWN | {MAPPING: "satu"}],
        [OWN | {MAPPING: Decimal(2)}],
    ],
)
def test_what_is_not_whole_not_known_or_not_the_same_in_all_files_is_passed_over(told):
    assert settled(*told) == ("", "", "")


@in_one_test(
    ("wanted", "found"),
    [
        (Wanted(form="enam-belas"), ("enam-belas", "", "")),
        (Wanted(answers={"form": "enam-belas"}), ("", "", "")),
        (Wanted(form="sembilan", mapping="satu"), ("sembilan", "satu", "questions")),
        (Wanted(method="elements"), ("sembilan", "dua", "elements")),
        (Wanted(answers={"mapping": "satu", "method": "elements"}), ("sembilan", "satu", "elements")),
    ],
)
def test_what_a_person_said_goes_before_what_the_file_says(wanted, found):
    assert settled(OWN, wanted=wanted) == found
