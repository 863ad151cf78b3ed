"""A frozen Laporan Penyelesaian RTL stays readable; a change of its shape is never silent."""

import pytest

from reports.addendum.frozen import thaw
from reports.addendum.model import SCHEMA, AddendumDocument
from reports.document.frozen import freeze
from reports.printing.html import print_html
from tests.reports.addendum.addenda import frozen
from tests.reports.document.documents import shape

NUMBERS = range(1, SCHEMA + 1)
SHAPE_OF = {
    1: "fcecf8f4a165918e",
    2: "2e47962fccb9120d",
    3: "c064d31942d827be",
    4: "6bf95797e15ddab2",
    5: "afbe59a3368cbf2b",
}
CHANGED = """
The shape of a frozen Laporan Penyelesaian RTL is another one now ({shape}): those that are signed could not be read.
Raise SCHEMA in reports/addendum/model.py, give reports/addendum/frozen.py the step that brings an earlier one to the
new shape, freeze one with `python -m tests.reports.addendum.addenda`, and enter number and shape in SHAPE_OF here.
"""


def test_the_shape_changes_only_with_its_number():
    found = shape(AddendumDocument)
    assert SHAPE_OF.get(SCHEMA) == found, CHANGED.format(shape=found)


@pytest.mark.parametrize("number", NUMBERS)
def test_the_document_of_every_number_thaws_in_todays_shape_and_prints(number):
    document = thaw(frozen(number))
    assert document.schema == SCHEMA
    assert thaw(freeze(document)) == document
    page = print_html(document)
    assert "Laporan Penyelesaian Rencana Tindak Lanjut" in page and "Program 3" in page
