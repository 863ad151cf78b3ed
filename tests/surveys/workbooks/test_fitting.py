"""Which questionnaire a file was answered with: the one that was named, or a question that names those there are."""

import pytest

from surveys.workbooks.fitting import fitting_form, possible_forms
from surveys.workbooks.inquiry import Found, Inquiry, Unsettled, Wanted
from tests.surveys.instrument.built_in import built_in

FORMS = built_in()
FIRST, SECOND = FORMS[:2]


def inquiry(**wanted):
    return Inquiry(Wanted(**wanted), Found())


def refused(one, forms):
    with pytest.raises(Unsettled):
        possible_forms(one, forms)
    return [fault.message for fault in one.found.faults]


def test_where_nothing_was_named_all_are_possible():
    assert possible_forms(inquiry(), FORMS) == FORMS


@pytest.mark.parametrize(
    "wanted",
    [
        {"form": SECOND.key},
        {"answers": {"form": SECOND.key}},
        {"form": SECOND.key, "answers": {"form": FIRST.key}},
    ],
)
def test_what_was_settled_goes_before_what_was_answered(wanted):
    assert possible_forms(inquiry(**wanted), FORMS) == [SECOND]


def test_a_name_that_there_is_not_is_refused_with_those_that_there_are():
    known = ", ".join(form.key for form in FORMS)
    assert refused(inquiry(form="lain"), FORMS) == [f"Kuesioner “lain” tidak dikenal. Pilih: {known}."]


@pytest.mark.parametrize("wanted", [{}, {"form": FIRST.key}])
def test_an_instrument_without_questionnaires_is_refused(wanted):
    said = "Instrumen survei ini belum memiliki kuesioner. Hubungi pengelola server."
    assert refused(inquiry(**wanted), []) == [said]


def test_the_only_one_is_taken_whatever_the_file_says():
    one = inquiry()
    assert fitting_form(one, [], {SECOND.key: []}, [SECOND]) == SECOND
    assert one.found.asks == []


def test_a_file_that_fits_none_is_read_by_the_first():
    one = inquiry()
    assert fitting_form(one, [], {form.key: [] for form in FORMS}, FORMS) == FIRST
    assert one.found.asks == []
