"""The form of names: what is an office's own, what holds anyhow, and what is refused."""

import pytest

from oversight.pack.contents import usual_names
from oversight.pack.forms import NamesForm
from oversight.pack.lists import PEKPPP, ZI, Kind
from oversight.pack.names import LONGEST, TOO_LONG, TWICE, WRONG

ABOVE = {"folder-6": "Enam", "file-minutes": "NOTULEN_RAPAT"}


def form(said=None, inherited=None, wanted=PEKPPP):
    return NamesForm(said or {}, wanted=wanted, inherited=inherited or {})


def test_a_field_stands_for_each_folder_and_each_kind_of_file():
    made = form(wanted=ZI)
    assert [field.name for field in made.folder_fields()] == ["folder-a", "folder-b", "folder-c"]
    assert [field.name for field in made.file_fields()] == [f"file-{kind.value}" for kind in Kind]
    assert {*made.fields} == {*usual_names(ZI)}
    assert made["folder-a"].label == "A.1.VI.iv.a: survei kepuasan masyarakat dilakukan"


def test_a_field_tells_what_holds_if_it_is_empty():
    made = form(inherited=ABOVE)
    assert made["folder-6"].help_text == "Bila kosong: Enam"
    assert made["folder-7"].help_text == "Bila kosong: 1_7"
    assert made["file-minutes"].help_text == "Bila kosong: NOTULEN_RAPAT"


def test_nothing_has_to_be_said():
    made = NamesForm({"folder-6": "  "}, wanted=PEKPPP, inherited=ABOVE)
    assert made.is_valid()
    assert made.said() == {}


@pytest.mark.parametrize(
    ("name", "inherited", "own"),
    [
        ("1_6", {}, {}),
        ("Enam", {}, {"folder-6": "Enam"}),
        ("Enam", ABOVE, {}),
        ("1_6", ABOVE, {"folder-6": "1_6"}),
        (" IND_6 ", ABOVE, {"folder-6": "IND_6"}),
    ],
)
def test_own_is_what_differs_from_what_holds_anyhow(name, inherited, own):
    made = form({"folder-6": name}, inherited)
    assert made.is_valid()
    assert made.said() == own


def test_a_name_that_comes_from_above_is_taken_for_another_folder():
    made = form({"folder-7": "ENAM"}, ABOVE)
    assert made.errors == {"folder-7": [TWICE]}


def test_a_usual_name_that_is_replaced_from_above_is_free():
    assert form({"folder-7": "1_6"}, ABOVE).is_valid()
    assert form({"folder-7": "1_6"}).errors == {"folder-7": [TWICE]}


def test_a_refused_name_takes_nothing_from_others():
    assert form({"folder-6": "../6", "folder-7": "1_6"}).errors == {"folder-6": [WRONG]}


def test_two_kinds_of_files_may_have_one_name():
    """Their numbers tell them apart."""
    assert form({"file-minutes": "RAPAT", "file-attendance": "RAPAT"}).is_valid()


def test_as_much_can_be_typed_as_is_taken():
    assert f'maxlength="{LONGEST}"' in str(form()["folder-6"])
    assert form({"folder-6": "A" * LONGEST}).is_valid()
    assert form({"folder-6": "A" * (LONGEST + 1)}).errors == {"folder-6": [TOO_LONG]}
