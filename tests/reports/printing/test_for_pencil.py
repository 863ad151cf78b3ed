"""The draft for the pencil: the report's own pages, with room at their side."""

from io import BytesIO

import pypdf
import pytest

from reports.printing.pdf import render_pdf

MM = 72 / 25.4
ROOM = 60


@pytest.mark.prove
@pytest.mark.parametrize("name", ["ordinary"])
def test_its_pages_are_those_of_the_report_on_wider_paper(report, name):
    made = report(name)
    own = pypdf.PdfReader(BytesIO(made.data)).pages
    wide = pypdf.PdfReader(BytesIO(render_pdf(made.document, for_pencil=True))).pages
    assert len(own) == len(wide)
    broader = [round((b.mediabox.width - a.mediabox.width) / MM) for a, b in zip(own, wide, strict=True)]
    assert set(broader) <= {0, ROOM} and broader.count(ROOM) >= len(own) - 2
    for mine, theirs in zip(own, wide, strict=True):
        assert mine.extract_text() == theirs.extract_text()
