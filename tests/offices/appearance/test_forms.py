"""The form of an office's look, and that of what is laid down below: what they offer, what they read, what stays."""

from types import SimpleNamespace

from offices.appearance.chosen import NAMES, said_in
from offices.appearance.forms import OPEN, AppearanceForm, BelowForm, as_sent
from offices.recording.appearance_words import APPEARANCE_CHOICES, SWITCHES
from tests.cases import in_one_test

CHOSEN = {name: list(choices)[-1] for name, choices in (APPEARANCE_CHOICES | SWITCHES).items()}
SWITCHED_OFF = dict.fromkeys(SWITCHES, False)


def said(form):
    assert form.is_valid(), form.errors
    return form.said()


def test_every_value_can_be_chosen_under_a_label_of_its_own_with_what_the_rows_may_hold():
    for form, open_to in ((AppearanceForm(), []), (BelowForm(), [("", OPEN)])):
        offered = {name: form.fields[name].choices for name in NAMES}
        assert {name: offered[name] for name in APPEARANCE_CHOICES} == {
            name: [*open_to, *choices.items()] for name, choices in APPEARANCE_CHOICES.items()
        }
        for name in SWITCHES:
            assert [key for key, _label in offered[name]] == [*(key for key, _label in open_to), "True", "False"]
        labels = [form.fields[name].label for name in NAMES]
        assert all(labels) and len({*labels}) == len(labels)


def test_what_is_chosen_is_read_as_it_is_stored():
    assert said(AppearanceForm(CHOSEN)) == CHOSEN | SWITCHED_OFF
    for name in SWITCHES:
        assert said(AppearanceForm(CHOSEN | {name: "True"})) == CHOSEN | SWITCHED_OFF | {name: True}
    assert said(BelowForm(CHOSEN)) == CHOSEN | SWITCHED_OFF


def test_an_office_chooses_everything_and_who_lays_down_may_leave_all_of_it_open():
    assert set(AppearanceForm({}).errors) == set(NAMES)
    assert said(BelowForm({})) == {}
    assert said(BelowForm({"colour": "blue", "has_summary": ""})) == {"colour": "blue"}
    assert said(BelowForm({"has_summary": "True"})) == {"has_summary": True}


def test_what_was_laid_down_is_shown_and_not_this_offices_to_say():
    laid_down = dict.fromkeys(("colour", "has_summary"), SimpleNamespace(by=None, at=None))
    initial = CHOSEN | {"colour": "teal", "has_summary": "True"}
    form = AppearanceForm(CHOSEN | {"colour": "maroon"}, fixed=laid_down, initial=initial)
    assert {name for name in NAMES if form.fields[name].disabled} == set(laid_down)
    own = CHOSEN | SWITCHED_OFF
    assert said(form) == {name: value for name, value in own.items() if name not in laid_down}
    assert form.cleaned_data["colour"] == "teal"


def test_a_form_that_may_only_be_read_says_nothing():
    form = AppearanceForm(CHOSEN, initial=CHOSEN)
    form.lock()
    assert all(form.fields[name].disabled for name in NAMES)
    assert said(form) == {}


@in_one_test(
    ("values", "sent"),
    [
        ({}, {}),
        ({"has_summary": False, "paper": "F4"}, {"has_summary": "False", "paper": "F4"}),
        ({"has_summary": True}, {"has_summary": "True"}),
    ],
)
def test_two_versions_are_compared_by_what_the_form_sends(values, sent):
    assert as_sent(values) == sent


def test_a_row_says_what_is_not_empty_and_no_summary_is_something_said():
    blank = dict.fromkeys(NAMES, "") | dict.fromkeys(SWITCHES)
    for row, told in (
        (None, {}),
        (SimpleNamespace(**blank), {}),
        (SimpleNamespace(**blank | {"has_summary": False, "size": "12"}), {"has_summary": False, "size": "12"}),
    ):
        assert said_in(row) == told
