"""A table as CSV (UTF-8, comma, point decimals) and as JSON. Pure."""

import csv
import json
import re
from decimal import Decimal
from io import StringIO
from typing import Any

from publishing.data.tables import Cell, Table

_FORMULA = re.compile(r"(^|;\s*)(?=[=+\-@＝＋－＠])")
"""What begins a cell: of the whole text, or behind a semicolon, by which spreadsheets in Indonesian part cells."""


def as_csv(table: Table) -> str:
    """Texts that a spreadsheet would take for a formula begin with an apostrophe."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([[_plain(cell) for cell in row] for row in table.rows])
    return out.getvalue()


def as_json(table: Table) -> str:
    rows = [{name: _number(cell) for name, cell in zip(table.columns, row, strict=True)} for row in table.rows]
    told = {"judul": table.title, "kolom": table.columns, "data": rows}
    return json.dumps(told, ensure_ascii=False, indent=1)


def _plain(cell: Cell) -> Any:
    if isinstance(cell, str):
        return _FORMULA.sub(r"\1'", " ".join(cell.split()))
    return "" if cell is None else f"{cell:f}" if isinstance(cell, Decimal) else cell


def _number(cell: Cell) -> Any:
    """An index has two decimals, which a binary number gives back as they are."""
    return float(cell) if isinstance(cell, Decimal) else cell


WRITTEN = {"csv": ("text/csv; charset=utf-8", as_csv), "json": ("application/json; charset=utf-8", as_json)}
