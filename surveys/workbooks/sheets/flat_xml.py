"""XML Spreadsheet 2003, as old programs export it and call it .xls."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from offices.invisible import visible
from surveys.workbooks.sheets.cells import Cell, Sheet, number_of, percentage, trimmed
from surveys.workbooks.sheets.marks import Place

MOST_SKIPPED = 200
"""So many rows or columns at most that the file leaves out between two."""
_NAMESPACE = "{urn:schemas-microsoft-com:office:spreadsheet}"


def sheets_of_xml(content: bytes) -> list[Sheet]:
    """Each worksheet; none where the XML cannot be read."""
    try:
        book = fromstring(content)
    except (ParseError, DefusedXmlException, ValueError):
        return []
    percent = {
        _told(style, "ID")
        for style in book.iter(f"{_NAMESPACE}Style")
        for shown in style.iter(f"{_NAMESPACE}NumberFormat")
        if "%" in _told(shown, "Format") or _told(shown, "Format") == "Percent"
    }
    found = []
    for sheet in book.iter(f"{_NAMESPACE}Worksheet"):
        table = _XmlTable(frozenset(percent))
        for row in sheet.iter(f"{_NAMESPACE}Row"):
            table.read(row)
        found.append(
            Sheet(_told(sheet, "Name"), table.rows, tuple(table.merged), frozenset(table.hidden), table.broken)
        )
    return found


@dataclass(slots=True)
class _XmlTable:
    """What was read of a worksheet. ``percent``: the styles by which a cell is shown as a percentage."""

    percent: frozenset[str]
    rows: list[list[Cell]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)
    broken: dict[Place, str] = field(default_factory=dict)

    def read(self, node: Element) -> None:
        """One more row, behind those that the file leaves out."""
        self.rows += [[] for _row in range(_skipped(node, len(self.rows)))]
        row = len(self.rows)
        if _told(node, "Hidden") == "1":
            self.hidden.add(row)
        cells: list[Cell] = []
        for cell in node.iter(f"{_NAMESPACE}Cell"):
            cells += [""] * _skipped(cell, len(cells))
            column = len(cells)
            right = min(_number(cell, "MergeAcross"), MOST_SKIPPED)
            down = _number(cell, "MergeDown")
            if right or down:
                self.merged.append((row, column, row + down, column + right))
            cells += [self._value(cell, (row, column)), *[""] * right]
        self.rows.append(trimmed(cells))

    def _value(self, cell: Element, place: Place) -> Cell:
        data = cell.find(f"{_NAMESPACE}Data")
        text = "" if data is None else visible("".join(data.itertext())).strip()
        if data is not None and _told(data, "Type") == "Error":
            self.broken[place] = text
        elif not text and _told(cell, "Formula"):
            self.broken[place] = ""
        number = number_of(text)
        if _told(cell, "StyleID") in self.percent and number is not None and "%" not in text:
            return percentage(number * Decimal(100))
        return text


def _skipped(node: Element, at: int) -> int:
    """How many are left out before a row or a cell that says its own number."""
    return min(max(_number(node, "Index", at + 1) - 1 - at, 0), MOST_SKIPPED)


def _number(node: Element, name: str, default: int = 0) -> int:
    told = _told(node, name)
    return int(told) if told.isascii() and told.isdigit() and len(told) < 7 else default


def _told(node: Element, name: str) -> str:
    attributes: Mapping[str, str] = node.attrib
    return attributes.get(f"{_NAMESPACE}{name}", "")
