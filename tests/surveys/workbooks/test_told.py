"""What a file that the portal gave out says of itself counts only where it is known and nothing else was settled."""

import pytest

from surveys.workbooks.inquiry import Wanted
from surveys.workbooks.sheets.cells import Sheet
from surveys.workbooks.told import FORM, MAPPING, METHOD, METHODS, with_told
from tests.surveys.instrument.built_in import built_in

FORMS = built_in()
ASKED = next(form for form in FORMS if form.methods)
KEY, OTHER = ASKED.mappings[0].key, next(form for form in FORMS if form is not ASKED)
WAY = ASKED.methods[0]
SAID = {FORM: ASKED.key, MAPPING: KEY, METHOD: METHODS[WAY]}
NOTHING = Wanted()


def sheet(said, name="Keterangan"):
    return Sheet(name, [[label, value] for label, value in said.items()])


def told(*said, wanted=NOTHING):
    found = with_told(wanted, [sheet(each, f"Lembar {number}") for number, each in enumerate(said)], FORMS)
    return found.form, found.mapping, found.method


def test_a_file_that_says_all_three_is_believed():
    assert told(SAID) == (ASKED.key, KEY, WAY)


def test_it_does_not_matter_on_which_sheets_it_stands_nor_in_which_case():
    assert told({FORM.upper(): f" {ASKED.key} "}, {MAPPING: KEY, METHOD: METHODS[WAY]}) == (ASKED.key, KEY, WAY)


@pytest.mark.parametrize("label", SAID)
@pytest.mark.parametrize("value", [None, "", "tidak dikenal"])
def test_one_that_is_not_said_or_not_known_leaves_all_to_be_asked(label, value):
    said = SAID | {label: value}
    if value is None:
        del said[label]
    assert told(said) == ("", "", "")


@pytest.mark.parametrize("label", SAID)
def test_two_sheets_that_contradict_each_other_are_not_believed(label):
    assert told(SAID, {label: "lain"}) == ("", "", "")
    assert told(SAID, SAID) == (ASKED.key, KEY, WAY)


def test_a_row_with_more_than_a_label_and_a_value_tells_nothing():
    rows = [[label, value, "catatan"] for label, value in SAID.items()]
    assert with_told(NOTHING, [Sheet("Keterangan", rows)], FORMS) == NOTHING


def test_a_file_of_another_questionnaire_than_the_one_that_was_chosen_is_not_believed():
    chosen = Wanted(form=OTHER.key)
    assert told(SAID, wanted=chosen) == (OTHER.key, "", "")
    answered = Wanted(answers={"form": OTHER.key})
    assert told(SAID, wanted=answered) == ("", "", "")


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(mapping="dipilih"), (ASKED.key, "dipilih", WAY)),
        (Wanted(method="dipilih"), (ASKED.key, KEY, "dipilih")),
        (Wanted(answers={"mapping": "dijawab"}), (ASKED.key, "dijawab", WAY)),
        (Wanted(answers={"method": "dijawab"}), (ASKED.key, KEY, "dijawab")),
        (Wanted(mapping="dipilih", answers={"mapping": "dijawab"}), (ASKED.key, "dipilih", WAY)),
    ],
)
def test_what_a_person_chose_counts_more_than_what_the_file_says(wanted, found):
    assert told(SAID, wanted=wanted) == found
