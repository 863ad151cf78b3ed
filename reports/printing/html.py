"""The report as HTML: one set of templates for the preview in the portal and for print."""

import re
from html import escape
from typing import Any

from django.template.loader import render_to_string

from reports.addendum.model import AddendumDocument
from reports.document.model import ReportDocument
from reports.kinds.documents import Document
from reports.printing.links import OFFICE_PICTURES, Links, office_pictures, portal_links
from reports.printing.looks import sheets_of
from reports.survey_report.model import SurveyReportDocument
from reports.words.glyphs import printable

BODIES = {
    ReportDocument: "reports/document/_document.html",
    SurveyReportDocument: "reports/survey_report/_document.html",
    AddendumDocument: "reports/addendum/_document.html",
}
MARKS = ("logo", "values_mark", "branding_mark")
EXAMPLE_MARK = "CONTOH – BUKAN DOKUMEN RESMI"
DRAFT_MARK = "Draf – belum ditandatangani"
_BLANK_AT_END = re.compile(r"\s+(?=</(?:p|li|td|th|figcaption|h[1-6])>)")
"""A blank behind the last word, for which a full line has no room: the renderer then breaks that line much earlier."""


def report_context(document: Document, links: Links | None = None, mark: str = "") -> dict[str, Any]:
    """What the document's templates need: the data, and where its pictures are; ``mark``: what each page says, too."""
    links = links or portal_links(document)
    here = office_pictures(document)
    return {
        "document": document,
        "links": links,
        "pictures": {name: links.office_picture(name) if name in here else "" for name in OFFICE_PICTURES},
        "has_marks": any(name in here for name in MARKS),
        "running_mark": " · ".join(filter(None, (running_mark(document), mark))),
        "is_example": running_mark(document) == EXAMPLE_MARK,
    }


def running_mark(document: Document) -> str:
    """What every page says beside its number, so that a draft is not taken for the report."""
    if document.is_example or (document.signing and document.signing.demo):
        return EXAMPLE_MARK
    return "" if document.signing else DRAFT_MARK


def print_html(document: Document, links: Links | None = None, *, for_pencil: bool = False, mark: str = "") -> str:
    """The document as a page of its own, with the print styles, in characters that its fonts have."""
    sheets = sheets_of(document.office.appearance, for_pencil=for_pencil)
    context = report_context(document, links, mark) | {"sheets": sheets, "body": BODIES[type(document)]}
    page = _BLANK_AT_END.sub("", render_to_string("reports/document/print.html", context))
    return printable(page, escape)
