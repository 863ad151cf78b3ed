"""What the XML of an OpenDocument sheet tells: hidden rows, merged cells, formulas without a value, percentages."""

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice, product
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse

from surveys.workbooks.sheets.marks import Marks, Place, tag

_MOST_ROWS = 2**20
_MOST_COLUMNS = 2**14
_MOST_MARKED = 10_000
"""So many of the cells that are written once."""
_TELLING = (b'="collapse"', b'="filter"', b'-spanned="', b'formula="', b'="percentage"', b'="error"')
_ERROR = re.compile(r"#[A-Z0-9/]+[!?]?|(?:Err|Error|Galat):\s?\d+", re.ASCII)
_NOTES = {"annotation", "shapes"}


def marks_of_ods(book: bytes) -> dict[str, Marks]:
    """By the name of the sheet; ``book``: content.xml. Empty where nothing of it is told."""
    if not any(sign in book for sign in _TELLING):
        return {}
    found: dict[str, Marks] = {}
    sheet = _OdsSheet()
    for event, node in iterparse(io.BytesIO(book), events=("start", "end")):
        name = tag(node.tag)
        if name == "table" and event == "start":
            sheet = _OdsSheet()
        elif name == "table-row" and event == "end":
            sheet.read(node)
            node.clear()
        elif name == "table":
            marks = Marks(frozenset(sheet.hidden), sheet.broken, tuple(sheet.merged), sheet.percent)
            found[_told(node).get("name", "")] = marks
    return found


@dataclass(slots=True)
class _OdsSheet:
    """What was found of one sheet; ``row``: the next one. What is written once may stand for many."""

    row: int = 0
    hidden: set[int] = field(default_factory=set)
    broken: dict[Place, str] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    percent: dict[Place, int] = field(default_factory=dict)

    def read(self, node: Element) -> None:
        told = _told(node)
        rows = range(self.row, self.row + _number(told, "number-rows-repeated", _MOST_ROWS))
        if told.get("visibility") in {"collapse", "filter"}:
            self.hidden.update(rows)
        column = 0
        for cell in node:
            if tag(cell.tag) in {"table-cell", "covered-table-cell"}:
                own = _told(cell)
                columns = range(column, column + _number(own, "number-columns-repeated", _MOST_COLUMNS))
                self._read_cell(cell, own, rows, columns)
                column = columns.stop
        self.row = rows.stop

    def _read_cell(self, cell: Element, told: Mapping[str, str], rows: range, columns: range) -> None:
        wide = _number(told, "number-columns-spanned", _MOST_COLUMNS)
        high = _number(told, "number-rows-spanned", _MOST_ROWS)
        if wide > 1 or high > 1:
            self.merged.append((rows.start, columns.start, rows.start + high - 1, columns.start + wide - 1))
        is_percent = told.get("value-type") == "percentage"
        error = _error(cell, told)
        if not is_percent and error is None:
            return
        for place in islice(product(rows, columns), _MOST_MARKED):
            if is_percent:
                self.percent[place] = 100
            if error is not None:
                self.broken[place] = error


def _error(cell: Element, told: Mapping[str, str]) -> str | None:
    """The error of a formula, nothing of one without a value; None of a cell that is in order."""
    is_error = "error" in told.values()
    if "formula" not in told and not is_error:
        return None
    shown = "".join("".join(part.itertext()) for part in cell if tag(part.tag) not in _NOTES).strip()
    if is_error or _ERROR.fullmatch(shown):
        return shown
    has_value = shown or any(told.get(key) for key in ("value", "string-value", "date-value", "time-value"))
    return None if has_value or told.get("value-type") in {"string", "boolean"} else ""


def _told(node: Element) -> dict[str, str]:
    """Its attributes; where one name is in two namespaces (value-type of OpenDocument and of LibreOffice), both."""
    told: dict[str, str] = {}
    for key, value in node.items():
        name = tag(key)
        told[f"{name} too" if name in told else name] = value
    return told


def _number(told: Mapping[str, str], name: str, most: int) -> int:
    return min(int(told.get(name, "1")), most)
