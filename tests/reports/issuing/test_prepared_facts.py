"""What signing asks of a version is told from its row, whatever shape the document had when it was frozen."""

import pytest

from offices.declining import Declined
from reports.issuing.prepared_facts import prepared_facts
from reports.models import Report
from reports.signing.keys.certificate import Certificate
from tests.reports.signing.authority import NOW

FROZEN = {
    "schema": 0,
    "title": "Laporan Tindak Lanjut",
    "period_label": "Semester I Tahun 2025",
    "signing": {"demo": False},
    "source": {"signatory": {"name": "Sari Utami, S.H.", "nip": None}, "office": {"place": "Ngawi"}},
}


def certificate(holder):
    return Certificate(holder, "", "", "Penerbit", "1", NOW, NOW, is_demo=False, self_issued=False)


def test_a_row_of_any_shape_tells_what_signing_needs():
    facts = prepared_facts(Report(document=FROZEN))
    assert facts.subject == "Laporan Tindak Lanjut Semester I Tahun 2025"
    assert (facts.signatory, facts.nip, facts.place, facts.demo) == ("Sari Utami, S.H.", None, "Ngawi", False)


def test_the_holder_is_held_against_the_printed_signatory():
    facts = prepared_facts(Report(document=FROZEN))
    assert facts.names(certificate("SARI UTAMI"))
    assert not facts.names(certificate("Orang Lain"))


@pytest.mark.parametrize("gone", ["title", "period_label", "signing", "source"])
def test_a_row_that_lacks_a_fact_is_refused_in_words(gone):
    data = {key: value for key, value in FROZEN.items() if key != gone}
    with pytest.raises(Declined, match="siapkan lagi"):
        prepared_facts(Report(document=data))


def test_a_row_without_a_document_is_refused_in_words():
    with pytest.raises(Declined):
        prepared_facts(Report(document=None))


@pytest.mark.parametrize(
    "document", [[], "laporan", FROZEN | {"signing": {"demo": "ya"}}, FROZEN | {"title": ["Laporan"]}]
)
def test_a_row_whose_facts_are_something_else_is_refused_in_words(document):
    with pytest.raises(Declined, match="siapkan lagi"):
        prepared_facts(Report(document=document))


def test_a_signatory_may_have_no_number_of_staff():
    source = FROZEN["source"] | {"signatory": {"name": "Sari Utami", "nip": "198305032009021002"}}
    assert prepared_facts(Report(document=FROZEN | {"source": source})).nip == "198305032009021002"
    source = FROZEN["source"] | {"signatory": {"name": "Sari Utami"}}
    assert prepared_facts(Report(document=FROZEN | {"source": source})).nip is None
