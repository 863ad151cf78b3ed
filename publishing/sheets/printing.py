"""A sheet as a file: paper to hang up as a PDF, a square for social media and a screen as pictures."""

from dataclasses import dataclass
from enum import Enum
from html import escape
from typing import Any

from django.template.loader import render_to_string

from followups.papers.pages import page_as_png, pages_in
from offices.declining import Declined
from publishing.sheets.followup import FollowUpSheet, shortened
from publishing.sheets.results import ResultsSheet
from reports.printing.links import PrintLinks
from reports.printing.pdf import pdf_of
from reports.words.glyphs import printable
from reports.words.language import integer_text

INDEX = "Indeks Kepuasan Masyarakat (IKM)"
FOLLOWED_UP = "Anda menyampaikan, kami menindaklanjuti"
CLOSENESS = (0, 1, 2, 3)
"""How close together things stand, tried in this order until all fits on one page; sheet-*.css knows each."""
LONGEST_NAME = 300
"""In characters: no column of a name is longer, and laying out one of thousands takes the machine for minutes."""
NAME_TOO_LONG = (
    "“{begin}…” terdiri atas {length} karakter. Lembar publikasi memuat nama paling panjang 300 karakter; persingkat "
    "nama itu, lalu buat lembarnya lagi."
)
TOO_MUCH = (
    "Isi lembar ini tidak muat pada satu halaman, bahkan dengan huruf terkecil. Persingkat nama satuan kerja, layanan, "
    "atau unsurnya, lalu buat lembarnya lagi."
)
AnySheet = ResultsSheet | FollowUpSheet


@dataclass(frozen=True, slots=True)
class _Shape:
    """``width`` of a picture in pixels, 0 of paper; ``lines``: for how many programmes there is room."""

    label: str
    ending: str
    width: int
    lines: int


class Form(Enum):
    """What a sheet is made for; the value names it in addresses and style sheets."""

    A4 = "a4"
    A3 = "a3"
    SQUARE = "persegi"
    SCREEN = "layar"

    @property
    def shape(self) -> _Shape:
        return _SHAPES[self]


_SHAPES = {
    Form.A4: _Shape("Poster A4 (PDF)", "pdf", 0, 8),
    Form.A3: _Shape("Poster A3 (PDF)", "pdf", 0, 8),
    Form.SQUARE: _Shape("Media sosial 1080 × 1080 (PNG)", "png", 1080, 4),
    Form.SCREEN: _Shape("Layar monitor 1920 × 1080 (PNG)", "png", 1920, 5),
}


class Design(Enum):
    """What a sheet looks like: as the regulation's annex with its frames, or in the colour of the office."""

    OFFICIAL = "resmi"
    COLOURED = "berwarna"

    @property
    def label(self) -> str:
        return {Design.OFFICIAL: "Resmi", Design.COLOURED: "Berwarna"}[self]


def sheet_file(sheet: AnySheet, design: Design, form: Form) -> bytes:
    """The same sheet gives the same file, of one page; raises ``Declined`` where that has no room."""
    names = [sheet.head.office, sheet.head.short_name]
    if isinstance(sheet, ResultsSheet):
        names += [sheet.service, *(element.name for element in sheet.elements)]
    else:
        names += [group.element for group in sheet.groups]
    longest = max(names, key=len)
    if len(longest) > LONGEST_NAME:
        raise Declined(NAME_TOO_LONG.format(begin=longest[:40], length=integer_text(len(longest))))
    is_picture = bool(form.shape.width)
    for closeness in CLOSENESS:
        links = PrintLinks()
        files = {links.office_picture("logo"): sheet.head.logo} if sheet.head.logo else {}
        if isinstance(sheet, FollowUpSheet):
            files |= {links.photo(photo): photo.path for photo in sheet.photos}
        pdf = pdf_of(_page(sheet, design, form, closeness), files, tagged=not is_picture)
        if pages_in(pdf) == 1:
            return page_as_png(pdf, form.shape.width) if is_picture else pdf
    raise Declined(TOO_MUCH)


def _page(sheet: AnySheet, design: Design, form: Form, closeness: int) -> str:
    links = PrintLinks()
    followup = shortened(sheet, form.shape.lines - closeness) if isinstance(sheet, FollowUpSheet) else None
    heading = FOLLOWED_UP if followup else INDEX
    context: dict[str, Any] = {
        "sheet": followup or sheet,
        "closeness": closeness,
        "design": design.value,
        "form": form.value,
        "logo": links.office_picture("logo") if sheet.head.logo else "",
        "photos": [(links.photo(photo), photo.alt) for photo in (followup.photos if followup else ())],
        "heading": heading,
        "title": f"{heading} {sheet.head.short_name} {sheet.head.period}",
        "sheets": [f"css/{name}.css" for name in ("font-arial", "look", "sheet", f"sheet-{form.value}")],
        "body": "publishing/sheets/_followup.html" if followup else "publishing/sheets/_results.html",
    }
    return printable(render_to_string("publishing/sheets/print.html", context), escape)
