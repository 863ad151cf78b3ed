"""Bytes of a strange file into sheets: workbooks, web pages that call themselves one, comma separated text.

The content decides, not the name. To be called behind the fence (offices/fence.py).
"""

import io
import zipfile
import zlib
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetVisibleEnum

from offices.invisible import visible
from surveys.workbooks.sheets.cells import MOST_KEPT, Cell, Sheet, UnreadableError, percentage, trimmed
from surveys.workbooks.sheets.flat_xml import sheets_of_xml
from surveys.workbooks.sheets.locked import OLE, is_locked_ole, is_locked_zip
from surveys.workbooks.sheets.marks import NO_MARKS, Marks
from surveys.workbooks.sheets.records import hidden_rows
from surveys.workbooks.sheets.sheet_xml import marks_of
from surveys.workbooks.sheets.texts import sheets_of_page, sheets_of_text

MOST_UNPACKED = 150 * 2**20
MOST_CELLS = 4_000_000
MOST_COLUMNS = 500
LOCKED = "Berkas ini dilindungi kata sandi. Simpan tanpa kata sandi, lalu unggah lagi."
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")


def sheets_of(name: str, content: bytes) -> list[Sheet]:
    """The sheets of a file, the hidden ones too. Raises UnreadableError."""
    start = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start:
        raise UnreadableError("Berkas ini kosong.")
    if content.startswith(b"PK"):
        return _workbook(content, zipped=True)
    if content.startswith(OLE):
        return _workbook(content, zipped=False)
    if content.startswith(PICTURES) or start.startswith(b"%PDF") or content[4:12] in {b"ftypheic", b"ftypmif1"}:
        raise UnreadableError("Berkas ini gambar atau PDF, bukan tabel. Unggah berkas Excel, ODS, atau CSV-nya.")
    head = start.lower()
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head:
        return _some(sheets_of_xml(content))
    if b"<table" in content.lower() or head.startswith((b"<html", b"<!doctype html", b"<meta", b"<style")):
        return _some(sheets_of_page(content))
    if b"\0" in content[:4096] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableError("Jenis berkas ini tidak dikenal. Unggah berkas Excel, ODS, atau CSV.")
    return _some(sheets_of_text(name, content))


def _some(sheets: list[Sheet]) -> list[Sheet]:
    if not any(sheet.rows for sheet in sheets):
        raise UnreadableError("Berkas ini tidak memuat tabel.")
    long_rows = ((sheet.name, row) for sheet in sheets for row in sheet.rows if len(row) > MOST_COLUMNS)
    wide = next((name for name, row in long_rows if sum(cell != "" for cell in row) > MOST_COLUMNS), None)
    if wide is not None:
        raise UnreadableError(
            f"Lembar {wide} memuat lebih dari {MOST_COLUMNS} kolom berisi; simpan tabel nilainya saja."
        )
    return sheets


def _workbook(content: bytes, *, zipped: bool) -> list[Sheet]:
    if zipped:
        _check_zip(content)
    elif is_locked_ole(content):
        raise UnreadableError(LOCKED)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        shown = {meta.name: meta.visible == SheetVisibleEnum.Visible for meta in book.sheets_metadata}
        found = {name: book.get_sheet_by_name(name) for name in book.sheet_names}
        rows = {name: _rows(sheet) for name, sheet in found.items()}
    except (CalamineError, ValueError, OSError) as error:
        raise UnreadableError(
            "Berkas ini rusak atau bukan buku kerja. Buka di Excel, simpan lagi, lalu unggah."
        ) from error
    hidden = {} if zipped else hidden_rows(content, book.sheet_names)
    marks = marks_of(content) if zipped else {name: Marks(hidden=rows) for name, rows in hidden.items()}
    return _some([_sheet(name, found[name], rows[name], marks.get(name, NO_MARKS), shown[name]) for name in rows])


def _sheet(name: str, found: CalamineSheet, rows: list[list[Cell]], marks: Marks, shown: bool) -> Sheet:
    merged = tuple((top, left, bottom, right) for (top, left), (bottom, right) in found.merged_cell_ranges or ())
    for (row, column), factor in marks.percent.items():
        if row < len(rows) and column < len(rows[row]) and isinstance(number := rows[row][column], Decimal):
            rows[row][column] = percentage(number * factor)
    for (row, column), error in marks.broken.items():
        if error and row < len(rows) and column < len(rows[row]):
            rows[row][column] = error
    return Sheet(name, rows, merged or marks.merged, marks.hidden, marks.broken, not shown)


def _check_zip(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
            locked = is_locked_zip(archive)
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, zlib.error, NotImplementedError) as error:
        raise UnreadableError("Berkas ini terpotong atau rusak. Simpan atau unduh lagi, lalu unggah.") from error
    if locked:
        raise UnreadableError(LOCKED)
    if size > MOST_UNPACKED:
        raise UnreadableError("Isi berkas ini terlalu besar setelah dibuka.")


def _rows(sheet: CalamineSheet) -> list[list[Cell]]:
    if sheet.end is None or sheet.start is None:
        return []
    left: list[Cell] = [""] * sheet.start[1]
    rows: list[list[Cell]] = []
    cells = 0
    for row in sheet.iter_rows():
        cells_of_row = trimmed([_cell(value) for value in row])
        cells += len(cells_of_row)
        if cells > MOST_CELLS:
            raise UnreadableError("Tabel dalam berkas ini terlalu besar.")
        rows.append(left + cells_of_row if cells_of_row else [])
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _cell(value: Any) -> Cell:
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, int):
        return Decimal(value)
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return visible(str(value))


@lru_cache(MOST_KEPT)
def _number(value: float) -> Decimal:
    return Decimal(repr(value))
