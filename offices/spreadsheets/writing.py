"""Pages of a workbook into an xlsx file; the one door to openpyxl."""

import re
from collections.abc import Callable, Iterable
from copy import copy
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from io import BytesIO
from textwrap import wrap

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from offices.invisible import visible
from offices.spreadsheets.pages import Book, Column, Page, Total, Typed, Value, sheet_names

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_TEXT = 32_767
LINE = 15.5
"""Points of one line of text of the usual size."""
USUAL_SIZE = 11
FILL = 1.05
"""Characters of a wrapped line for each of a column's width, which is counted in digits."""
TALLEST = 409
"""Points; no row can be higher."""
FONT = "Calibri"
A4 = 9
CHOICES = "Pilihan"
DAY = "dd-mm-yyyy"
FIRST_DAY = date(1900, 3, 1)
"""Workbooks count days from here on; of those before, programs think differently."""
_NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_THIN = Side(style="thin", color="9AA5B1")
_GRID = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEAD = PatternFill("solid", fgColor="DCE6F1")
_TO_FILL = PatternFill("solid", fgColor="FFFBE6")


def workbook_bytes(book: Book) -> bytes:
    """The file; nothing in it is a formula, and its properties name nobody."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    names = sheet_names(tuple(page.name for page in book.pages))
    choices = _Choices(workbook)
    for name, page in zip(names, book.pages, strict=True):
        written = _Written(workbook.create_sheet(name), page)
        written.write(book.foot)
        if page.is_form:
            written.open_to_fill(choices)
    choices.move_to_the_end()
    workbook.properties.title = clean(book.title)
    workbook.properties.creator = "SKM Portal"
    workbook.properties.language = "id-ID"
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def clean(text: str) -> str:
    """A text that XML can hold and that no program reads as something else."""
    seen = _NOT_IN_XML.sub("", visible(text).replace("\r\n", "\n").replace("\r", "\n"))
    return _ESCAPE.sub("_x005F_", seen)[:LONGEST_TEXT]


def head_row(page: Page) -> int:
    """The row of the table's heading, counted from 1: below the title, its lines and a blank."""
    return len(page.lines) + 3


@dataclass(frozen=True, slots=True)
class _Written:
    """A page as it is written into a sheet."""

    sheet: Worksheet
    page: Page
    looks: dict[tuple[object, ...], StyleArray] = field(default_factory=dict)

    def write(self, foot: str) -> None:
        """Title, lines, table and notes, and how they are printed; ``foot`` stands below each sheet of paper."""
        page = self.page
        self._line(1, page.title, Font(name=FONT, size=14, bold=True))
        for row, text in enumerate(page.lines, start=2):
            self._line(row, text, Font(name=FONT, size=USUAL_SIZE))
        self._head()
        self._rows()
        row = head_row(page) + 1 + len(page.rows)
        if not page.rows and page.empty:
            self._line(row, page.empty, Font(name=FONT, size=USUAL_SIZE, italic=True))
            row += 1
        if page.total is not None:
            self._total(row, page.total)
            row += 1
        for text in page.notes:
            self._line(row, text, Font(name=FONT, size=10, italic=True))
            row += 1
        self._set_up_print(foot)

    def _line(self, row: int, text: str, font: Font) -> None:
        """A text across the whole table."""
        columns = self.page.columns
        cell = self.sheet.cell(row, 1)
        _put(cell, text)
        cell.font = font
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        width = sum(column.width for column in columns)
        height = _height([(text, width * USUAL_SIZE / font.size)]) * font.size / USUAL_SIZE
        self.sheet.row_dimensions[row].height = height
        if len(columns) > 1:
            self.sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=len(columns))

    def _head(self) -> None:
        row = head_row(self.page)
        for at, column in enumerate(self.page.columns, start=1):
            cell = self.sheet.cell(row, at)
            _put(cell, column.head)
            cell.font = Font(name=FONT, size=USUAL_SIZE, bold=True)
            cell.fill = _HEAD
            cell.border = _GRID
            cell.alignment = Alignment(wrap_text=True, horizontal="center", vertical="center")
            self.sheet.column_dimensions[get_column_letter(at)].width = column.width
        heads = ((column.head, 0.85 * column.width) for column in self.page.columns)
        self.sheet.row_dimensions[row].height = _height(heads)

    def _rows(self) -> None:
        for row, values in enumerate(self.page.rows, start=head_row(self.page) + 1):
            cells = tuple(zip(self.page.columns, values, strict=True))
            for at, (column, value) in enumerate(cells, start=1):
                cell = self.sheet.cell(row, at)
                _put(cell, _in_calendar(value))
                self._paint(cell, column, _body)
            if not self.page.is_form:  # which is filled in later, in rows that fit what is typed
                texts = ((value, column.width) for column, value in cells if isinstance(value, str))
                self.sheet.row_dimensions[row].height = _height(texts)

    def _paint(self, cell: Cell, column: Column, how: Callable[[Cell, Column], None]) -> None:
        """Give a cell its look, which is made once for all that are alike: openpyxl makes each part of it anew."""
        alike = (how, column, type(cell.value), *(cell._style or ()))
        if alike not in self.looks:
            how(cell, column)
            self.looks[alike] = copy(cell._style)
        cell._style = copy(self.looks[alike])

    def _total(self, row: int, total: Total) -> None:
        for at, value in enumerate((total.label, *[None] * (total.over - 1), *total.values)):
            cell = self.sheet.cell(row, at + 1)
            _put(cell, _in_calendar(value))
            _body(cell, self.page.columns[at])
            cell.font = Font(name=FONT, size=USUAL_SIZE, bold=True)
        self.sheet.cell(row, 1).alignment = Alignment(wrap_text=True, vertical="top", horizontal="left")
        self.sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=total.over)

    def _set_up_print(self, foot: str) -> None:
        """A4, as wide as the paper, with its heading on each page and the number of the page below."""
        sheet = self.sheet
        head = head_row(self.page)
        sheet.freeze_panes = sheet.cell(head + 1, 1)
        sheet.print_title_rows = f"{head}:{head}"
        sheet.page_setup.paperSize = A4
        sheet.page_setup.orientation = "landscape" if self.page.landscape else "portrait"
        sheet.page_setup.fitToWidth = 1
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.print_options.horizontalCentered = True
        margins = sheet.page_margins
        margins.left = margins.right = 0.5
        margins.top = margins.bottom = 0.7
        sheet.oddFooter.left.text = clean(foot)[:120].replace("&", "&&")
        sheet.oddFooter.right.text = "Halaman &P dari &N"

    def open_to_fill(self, choices: "_Choices") -> None:
        """Locks all but what is to be typed, tells how, and lets people widen columns, sort, and add rows."""
        first = head_row(self.page) + 1
        last = first - 1 + len(self.page.rows) + self.page.to_fill
        for at, column in enumerate(self.page.columns, start=1):
            for row in range(first, last + 1):
                self._paint(self.sheet.cell(row, at), column, _to_fill)
            if column.typed is not None:
                letter = get_column_letter(at)
                self._validate(column.typed, f"{letter}{first}:{letter}{last}", choices)
        protection = self.sheet.protection
        protection.sheet = True
        protection.formatCells = protection.formatColumns = protection.formatRows = False
        protection.insertRows = protection.deleteRows = protection.sort = False

    def _validate(self, typed: Typed, cells: str, choices: "_Choices") -> None:
        if typed.choices:
            rule = DataValidation(type="list", formula1=choices.place_of(typed.choices), allow_blank=True)
        elif typed.lowest is not None and typed.highest is not None:
            rule = DataValidation(
                type="decimal",
                operator="between",
                formula1=str(typed.lowest),
                formula2=str(typed.highest),
                allow_blank=True,
            )
        else:
            return
        rule.errorTitle = "Periksa isian"
        rule.error = clean(typed.hint)[:225]
        rule.prompt = clean(typed.hint)[:255]
        rule.showErrorMessage = True
        rule.showInputMessage = True
        rule.add(cells)
        self.sheet.add_data_validation(rule)


def _height(texts: Iterable[tuple[str, float]]) -> float:
    """Points for the tallest of texts in cells of these widths; programs that open a file do not all measure it."""
    lines = [sum(len(wrap(part, max(4, int(width * FILL)))) or 1 for part in text.split("\n")) for text, width in texts]
    return min(TALLEST, LINE * max(lines, default=1))


def _in_calendar(value: Value) -> Value:
    return value.isoformat() if isinstance(value, date) and value < FIRST_DAY else value


def _body(cell: Cell, column: Column) -> None:
    cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal=column.align)
    cell.border = _GRID
    value = cell.value
    if isinstance(value, date):
        cell.number_format = DAY
    elif isinstance(value, int | Decimal):
        cell.number_format = _number_format(column.places if isinstance(value, Decimal) else 0)


def _to_fill(cell: Cell, column: Column) -> None:
    cell.border = _GRID
    cell.alignment = Alignment(horizontal=column.align, wrap_text=True, vertical="top")
    if column.typed is not None:
        cell.protection = Protection(locked=False)
        cell.fill = _TO_FILL
        cell.number_format = _number_format(column.places) if column.places else "General"


def _number_format(places: int) -> str:
    return f"0.{'0' * places}" if places else "0"


def _put(cell: Cell, value: Value) -> None:
    """Text is stored as text, and said to be, so that it stays text when somebody edits the cell."""
    if isinstance(value, str):
        if value:
            cell.value = clean(value)
            cell.data_type = "s"
            cell.quotePrefix = value.lstrip()[:1] in ("=", "+", "-", "@")
    else:
        cell.value = value


class _Choices:
    """What drop-downs offer, in a sheet of its own, so that a choice may hold commas and be long."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._sheet: Worksheet | None = None
        self._places: dict[tuple[str, ...], str] = {}

    def place_of(self, choices: tuple[str, ...]) -> str:
        """The cells that hold these choices, as a formula names them."""
        if choices not in self._places:
            if self._sheet is None:
                self._sheet = self._workbook.create_sheet(CHOICES)
                self._sheet.protection.sheet = True
            column = len(self._places) + 1
            for row, choice in enumerate(choices, start=1):
                number = int(choice) if choice.isascii() and choice.isdigit() else choice
                _put(self._sheet.cell(row, column), number)
            letter = get_column_letter(column)
            self._sheet.column_dimensions[letter].width = min(60, max(map(len, choices)) + 2)
            self._places[choices] = f"'{self._sheet.title}'!${letter}$1:${letter}${len(choices)}"
        return self._places[choices]

    def move_to_the_end(self) -> None:
        if self._sheet is not None:
            self._workbook.move_sheet(self._sheet, len(self._workbook.worksheets))
