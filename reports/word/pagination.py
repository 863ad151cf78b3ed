"""On which page things come to stand, as far as that can be told without laying the file out.

Word counts the pages itself when it opens the file; until then, and where another program shows it, these numbers stand
in the contents. They may be one or two off.
"""

from dataclasses import dataclass, field
from math import ceil
from typing import Any

from docx.oxml.ns import qn

from reports.word.elements import UNCOUNTED
from reports.word.styles import LOOKS, NORMAL, Look

_CHARACTER = 0.55
"""The mean width of a character, as a share of its size."""
_TWIPS, _EMU = 20, 12700
"""Of a point."""
_FOLLOWING = 30.0
"""What comes behind a heading or a caption takes so much at least of the page on which that stands."""
_CELL_PADDING, _ROW_PADDING = 7.0, 3.0
_LOOKS = {look.name.replace(" ", ""): look for look in LOOKS}


@dataclass(slots=True)
class _Sheets:
    """Where the writing stands; sizes in points."""

    width: float = 0
    height: float = 0
    page: int = 1
    used: float = 0
    found: dict[str, int] = field(default_factory=dict)

    def take(self, height: float) -> None:
        """Room for what is not parted; a new page where there is none."""
        if self.used and self.used + height > self.height:
            self.turn()
        self.used += height

    def flow(self, height: float) -> None:
        """Lines that go on upon the next page."""
        self.used += height
        while self.used > self.height:
            rest = self.used - self.height
            self.turn()
            self.used = rest

    def turn(self) -> None:
        self.page += 1
        self.used = 0


def number_pages(body: Any) -> None:
    """Write the estimated numbers into the fields that name a page."""
    found = _pages_of(body)
    for code in body.iter(qn("w:instrText")):
        words = code.text.split()
        if words[0] == "PAGEREF":
            result = code.getparent().getnext().getnext().find(qn("w:t"))
            result.text = str(found.get(words[1], UNCOUNTED))


def _pages_of(body: Any) -> dict[str, int]:
    """The page of every bookmark."""
    sections = iter(body.iter(qn("w:sectPr")))
    sheets = _Sheets()
    _measure(sheets, next(sections))
    for element in body:
        if element.tag == qn("w:tbl"):
            _take_table(sheets, element)
        elif element.tag == qn("w:p"):
            _take_paragraph(sheets, element)
            if element.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
                sheets.turn()
                _measure(sheets, next(sections))
    return sheets.found


def _measure(sheets: _Sheets, section: Any) -> None:
    size = section.find(qn("w:pgSz"))
    margins = section.find(qn("w:pgMar"))
    beside = sum(float(margins.get(qn(f"w:{side}"))) for side in ("left", "right"))
    above_and_below = sum(float(margins.get(qn(f"w:{side}"))) for side in ("top", "bottom"))
    sheets.width = (float(size.get(qn("w:w"))) - beside) / _TWIPS
    sheets.height = (float(size.get(qn("w:h"))) - above_and_below) / _TWIPS


def _take_paragraph(sheets: _Sheets, paragraph: Any) -> None:
    if sheets.used and paragraph.find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}") is not None:
        sheets.turn()
    height = _height(paragraph, sheets.width)
    if _look(paragraph).keep_next:
        sheets.take(height + _FOLLOWING)
        sheets.used -= _FOLLOWING
    else:
        sheets.flow(height)
    _note(sheets, paragraph)


def _take_table(sheets: _Sheets, table: Any) -> None:
    """Rows one by one; a head is repeated on each page."""
    head = 0.0
    for row in table.iterchildren(qn("w:tr")):
        height = max(map(_cell_height, row.iterchildren(qn("w:tc"))), default=0.0) + _ROW_PADDING
        before = sheets.page
        sheets.take(height)
        if sheets.page > before:
            sheets.used += head
        if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None:
            head += height
        _note(sheets, row)


def _cell_height(cell: Any) -> float:
    width = float(cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}").get(qn("w:w"))) / _TWIPS - _CELL_PADDING
    return sum(_height(paragraph, width) for paragraph in cell.iterchildren(qn("w:p")))


def _height(paragraph: Any, width: float) -> float:
    look = _look(paragraph)
    pictures = [float(extent.get("cy")) / _EMU for extent in paragraph.iter(qn("wp:extent"))]
    if pictures:
        return max(pictures) + look.before + look.after
    room = max(1.0, width - look.indent)
    parts = paragraph.iter(qn("w:t"), qn("w:br"))
    text = "".join("\n" if part.tag == qn("w:br") else part.text or "" for part in parts)
    lines = sum(max(1, ceil(len(line) * look.size * _CHARACTER / room)) for line in text.split("\n"))
    return lines * look.size * 1.17 * look.line + look.before + look.after


def _look(paragraph: Any) -> Look:
    return _LOOKS.get(str(paragraph.style or ""), NORMAL)


def _note(sheets: _Sheets, element: Any) -> None:
    for mark in element.iter(qn("w:bookmarkStart")):
        sheets.found.setdefault(mark.get(qn("w:name")), sheets.page)
