"""The form of the scores: a pasted column stands in its fields, and what is wrong stands where it was typed."""

from decimal import Decimal

import pytest

from surveys.forms import ScoresForm
from surveys.reading import Scale
from tests.surveys.test_pasting import NINE, SCALE, VALUES

FIRST = "score_persyaratan"


def sent(**changes):
    scale = Scale(tuple((key, name) for key, (name,) in SCALE.items()), ())
    return ScoresForm({f"score_{key}": score for key, score in NINE.items()} | changes, scale=scale)


@pytest.mark.parametrize("typed", ["3,27 (B)", "3,27 B", "tiga koma dua", "3,2 7,1", "3,27 kira-kira"])
def test_one_mistyped_score_is_the_fault_of_its_own_field(typed):
    form = sent(**{FIRST: typed})
    assert list(form.errors) == [FIRST]
    assert form[FIRST].value() == typed


def test_a_blank_behind_the_comma_is_read_alike_in_every_field():
    for name in (FIRST, "score_waktu"):
        form = sent(**{name: "3, 28"})
        assert form.is_valid()
        assert form.cleaned_data[name] == Decimal("3.28")


@pytest.mark.parametrize("wrong", ["3,8g", "tiga", "#DIV/0!", "N/A"])
@pytest.mark.parametrize("place", ["pasted", FIRST])
def test_a_pasted_cell_that_is_no_number_refuses_the_column_and_empties_nothing(place, wrong):
    form = sent(**{place: "\n".join([*VALUES[:8], wrong])})
    assert wrong in form.errors["pasted"].as_text()
    assert form["score_pengaduan"].value() == NINE["pengaduan"]


def test_a_dash_empties_its_element_alone():
    form = sent(pasted="\n".join([*VALUES[:8], "-"]))
    assert form.is_valid()
    assert set(NINE) - set(form.scores()) == {"pengaduan"}
