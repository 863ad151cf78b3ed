"""Files as offices hold them, written anew: what programs export, what people keep in Excel."""

import csv
import io
from html import escape

import openpyxl
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P


def xlsx(*sheets, merged=(), hidden_rows=(), hidden_sheets=()):
    """Each sheet is ``(name, rows)``; ``merged`` and ``hidden_rows`` (counted from 1) are of the first."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        sheet.sheet_state = "hidden" if name in hidden_sheets else "visible"
    first = book.worksheets[0]
    for area in merged:
        first.merge_cells(area)
    for row in hidden_rows:
        first.row_dimensions[row].hidden = True
    return _saved(book)


def xls(name, rows, hidden_rows=(), before=()):
    """The old binary format; ``hidden_rows`` counted from 1, ``before``: names of empty sheets before this one."""
    book = xlwt.Workbook()
    for other in before:
        book.add_sheet(other).row(1).hidden = True
    sheet = book.add_sheet(name)
    for row in hidden_rows:
        sheet.row(row - 1).hidden = True
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            if value not in {None, ""}:
                sheet.write(at, column, value)
    return _saved(book)


def ods(name, rows):
    book = OpenDocumentSpreadsheet()
    table = Table(name=name)
    for row in rows:
        line = TableRow()
        for value in row:
            number = isinstance(value, int | float)
            cell = TableCell(valuetype="float", value=value) if number else TableCell(valuetype="string")
            cell.addElement(P(text="" if value is None else str(value)))
            line.addElement(cell)
        table.addElement(line)
    book.spreadsheet.addElement(table)
    return _saved(book)


def separated(rows, separator=",", encoding="utf-8"):
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows(rows)
    return text.getvalue().encode(encoding)


def page(*tables):
    """A web page that calls itself .xls; a cell is a text or ``(text, columns, rows)``."""
    parts = []
    for rows in tables:
        lines = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
        parts.append(f"<table border='1'>{lines}</table>")
    return f"<html><head><meta charset='utf-8'></head><body>{''.join(parts)}</body></html>".encode()


def _cell(value):
    text, columns, rows = value if isinstance(value, tuple) else (value, 1, 1)
    return f"<td colspan='{columns}' rowspan='{rows}'>{escape(str('' if text is None else text))}</td>"


def _saved(book):
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
