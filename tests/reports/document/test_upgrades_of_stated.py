"""From the seventeenth number to the eighteenth: nothing could be stated of numbers that do not fit."""

from dataclasses import replace
from decimal import Decimal

from reports.document.build import build
from reports.document.frozen import freeze, thaw
from reports.printing.html import print_html
from surveys.fields import STATED_FIELDS
from tests.make_cycle import make_cycle, make_source, make_survey
from tests.reports.rules.clean import changed, clean, found

NOTHING = dict.fromkeys((field.key for field in STATED_FIELDS), False)


def as_seventeenth(document):
    """The document as it was frozen while nothing could be stated; the notes are lost."""
    data = freeze(document) | {"schema": 17}
    del data["plans"]["results"]["notes"]
    for field in STATED_FIELDS:
        del data["source"]["survey"][field.key]
    return data


def printed(**stated):
    survey = make_survey(respondents=120, population=110, declared_index=Decimal("70.00"), **stated)
    return build(make_source(make_cycle(survey=survey)))


def test_each_statement_prints_its_note_beneath_the_results():
    people, index = printed(exceeds_population=True, method_unknown=True).plans.results.notes
    assert people == "Jumlah responden (120) melebihi populasi (110); demikian tercetak dalam laporan SKM."
    assert "adalah 70,00; cara menghitungnya tidak diketahui" in index
    assert "87,33, dihitung dari nilai unsur." in index
    page = print_html(printed(exceeds_population=True, method_unknown=True))
    assert people in page and index in page
    assert printed().plans.results.notes == ()


def test_what_fits_needs_no_note_whatever_was_stated():
    fits = make_survey(respondents=110, population=110, declared_index=Decimal("87.36"), exceeds_population=True)
    source = make_source(make_cycle(survey=replace(fits, method_unknown=True)))
    assert build(source).plans.results.notes == ()


def test_a_document_of_the_seventeenth_number_states_nothing():
    document = printed(exceeds_population=True, method_unknown=True)
    assert thaw(as_seventeenth(document)) == printed()


def test_what_is_stated_is_asked_for_no_more():
    wrong = changed(changed(clean(), "survey.population", 100), "survey.declared_index", Decimal("70.00"))
    assert [rule for rule, _place in found(wrong)] == ["K16", "N3"]
    stated = changed(changed(wrong, "survey.exceeds_population", True), "survey.method_unknown", True)
    assert found(stated) == []
