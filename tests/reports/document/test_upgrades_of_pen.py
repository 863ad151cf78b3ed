"""From the fifteenth number to the sixteenth: nothing was left to the pen."""

from reports.document.build import build
from reports.document.frozen import thaw
from tests.make_cycle import make_source
from tests.reports.document.test_build import SIGNED
from tests.reports.document.test_upgrades_of_places import as_printed_before, as_sixteenth
from tests.reports.shapes import mixed

PEN = ("pen_number", "rank", "acknowledger")


def as_fifteenth(document):
    """The document as it was frozen while nothing was left to the pen."""
    data = as_sixteenth(document) | {"schema": 15}
    blocks = [data[chapter]["signature"] for chapter in ("preface", "conclusion")]
    for row in filter(None, (data["signing"], *blocks)):
        for name in PEN:
            row.pop(name, None)
    blocks[0]["anchor"] = ""
    return data


def test_a_document_of_the_fifteenth_number_leaves_nothing_to_the_pen():
    document = build(make_source(mixed(), signing=SIGNED))
    assert thaw(as_fifteenth(document)) == as_printed_before(document)
    signing = document.signing
    assert (signing.pen_number, signing.rank, signing.acknowledger) == (False, "", None)
    assert document.preface.signature.anchor == "tanda-tangan-pengantar"
    assert thaw(as_fifteenth(document) | {"signing": None}).signing is None
