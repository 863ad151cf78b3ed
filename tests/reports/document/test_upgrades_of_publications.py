"""From the twentieth number to the next: no report printed where something was published."""

import pytest

from reports.addendum.frozen import thaw as thaw_addendum
from reports.document.build import build
from reports.document.frozen import freeze, thaw
from reports.document.upgrades_from_fifteen import twentieth_to_twenty_first
from reports.survey_report.frozen import thaw as thaw_survey
from tests.make_cycle import make_cycle, make_followup, make_publication, make_source
from tests.reports.addendum.addenda import addendum, frozen
from tests.reports.survey_report.made import survey_report

PUBLISHED = make_cycle(followup=make_followup(publications=(make_publication(proof="publikasi/papan.jpg"),)))


def as_before(document, schema):
    """The document as it was frozen while no look said anything of publications."""
    data = freeze(document) | {"schema": schema}
    del data["office"]["appearance"]["has_publications"]
    return data


def test_a_document_of_the_twentieth_number_has_no_log():
    document = build(make_source(make_cycle()))
    data = as_before(document, 20)
    del data["publications"], data["source"]["followup"]["publications"]
    assert thaw(data) == document
    assert thaw(data).publications == ()


def test_one_with_a_log_comes_back_as_it_was():
    document = build(make_source(PUBLISHED))
    assert document.publications and thaw(freeze(document)) == document


def test_what_was_stored_stays_as_it_is():
    before = {
        "title": "Laporan",
        "office": {"name": "KPU", "appearance": {"paper": "F4"}},
        "source": {"followup": {"start": "2025-07", "upkeep": []}, "survey": {}},
    }
    after = twentieth_to_twenty_first(before)
    assert after["office"] == {"name": "KPU", "appearance": {"paper": "F4", "has_publications": True}}
    assert after["source"]["followup"] == {"start": "2025-07", "upkeep": [], "publications": []}
    assert after["publications"] == [] and after["title"] == "Laporan"
    assert "publications" not in before["source"]["followup"] and "publications" not in before


@pytest.mark.parametrize(("made", "thawed", "schema"), [(survey_report, thaw_survey, 1), (addendum, thaw_addendum, 4)])
def test_the_other_kinds_of_reports_learn_of_the_switch_too(made, thawed, schema):
    document = made()
    assert thawed(as_before(document, schema)) == document


def test_an_addendum_of_the_number_before_thaws():
    assert thaw_addendum(frozen(4)).office.appearance.has_publications
