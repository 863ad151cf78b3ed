"""Tables that are text: separated values, web pages, and the XML that old spreadsheets wrote."""

import csv
import io
from collections import Counter
from collections.abc import Iterable
from xml.etree.ElementTree import ParseError

import lxml.html
from charset_normalizer import from_bytes
from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring
from lxml.etree import LxmlError

from offices.invisible import visible
from surveys.workbooks.sheets.cells import Cell, Sheet, trimmed

MOST_SPAN = 200
SEPARATORS = ";\t,|"
_SPREADSHEET = "{urn:schemas-microsoft-com:office:spreadsheet}"


def decoded(content: bytes) -> str:
    """The text of bytes, by its mark, as UTF-8, or as what it most looks like."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        best = from_bytes(content, cp_isolation=["cp1252", "latin_1"]).best()
        return str(best) if best else content.decode("latin-1")


def sheets_of_text(name: str, content: bytes) -> list[Sheet]:
    """One sheet, named as the file; the separator is the one that makes the most of its lines equally wide."""
    text = decoded(content)
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        return [_separated(name, rest, first.strip()[-1])]
    return [_separated(name, text, _separator(text))]


def _separated(name: str, text: str, separator: str) -> Sheet:
    csv.field_size_limit(1_000_000)
    rows = [_row(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator)]
    return Sheet(name, rows)


def _row(texts: Iterable[str]) -> list[Cell]:
    return trimmed([visible(text).strip() for text in texts])


def _separator(text: str) -> str:
    lines = [line for line in text.splitlines()[:200] if line.strip()]

    def agreement(separator: str) -> tuple[int, int]:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=separator) if len(row) > 1)
        if not widths:
            return 0, 0
        width, count = widths.most_common(1)[0]
        return count, width

    return max(SEPARATORS, key=agreement)


def sheets_of_page(content: bytes) -> list[Sheet]:
    """Each table of a web page that holds no other table as a sheet."""
    try:
        page = lxml.html.document_fromstring(decoded(content).encode(), parser=lxml.html.HTMLParser(encoding="utf-8"))
    except (LxmlError, ValueError):
        return []
    tables = [table for table in page.iter("table") if table.find(".//table") is None]
    return [_table(f"Tabel {number}", table) for number, table in enumerate(tables, 1)]


def _table(name: str, table: lxml.html.HtmlElement) -> Sheet:
    """Cells where the page shows them: what spans several stands in the first."""
    rows: list[list[Cell]] = []
    merged = []
    covered: set[tuple[int, int]] = set()
    for row, node in enumerate(table.iter("tr")):
        cells: list[Cell] = []
        for cell in node.iterchildren("td", "th"):
            while (row, len(cells)) in covered:
                cells.append("")
            column = len(cells)
            width = _span(cell, "colspan")
            height = _span(cell, "rowspan")
            cells += [" ".join(visible(cell.text_content()).split()), *[""] * (width - 1)]
            covered |= {(row + down, column + right) for down in range(1, height) for right in range(width)}
            if width > 1 or height > 1:
                merged.append((row, column, row + height - 1, column + width - 1))
        rows.append(cells)
    return Sheet(name, rows, tuple(merged))


def _span(cell: lxml.html.HtmlElement, which: str) -> int:
    text = cell.get(which, "1").strip()
    return min(max(int(text), 1), MOST_SPAN) if text.isascii() and text.isdigit() and len(text) < 6 else 1


def sheets_of_xml(content: bytes) -> list[Sheet]:
    """The sheets of XML Spreadsheet 2003."""
    try:
        book = fromstring(content)
    except (ParseError, DefusedXmlException, ValueError):
        return []
    return [
        Sheet(sheet.get(f"{_SPREADSHEET}Name", ""), [_xml_row(row) for row in sheet.iter(f"{_SPREADSHEET}Row")])
        for sheet in book.iter(f"{_SPREADSHEET}Worksheet")
    ]


def _xml_row(row: Iterable) -> list[Cell]:  # type: ignore[type-arg]
    cells: list[str] = []
    for cell in row:
        at = int(cell.get(f"{_SPREADSHEET}Index", len(cells) + 1)) - 1
        cells += [""] * min(at - len(cells), MOST_SPAN)
        data = cell.find(f"{_SPREADSHEET}Data")
        cells.append("" if data is None else "".join(data.itertext()))
    return _row(cells)
