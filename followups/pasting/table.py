"""Rows pasted from a spreadsheet, and which of their columns is what: by its head, or by what it holds. Pure."""

import csv
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from followups.pasting.cells import Months, Names, Units, is_marked
from offices.declining import Declined
from offices.invisible import alike

NOTHING = "Belum ada baris yang ditempel. Salin barisnya dari spreadsheet, lalu tempel di sini."
MOST_ROWS = 200
MOST_CHARACTERS = 100_000
ELEMENT, MONTHS, UNITS, NUMBER = "element", "months", "units", "number"
HEADS = {
    NUMBER: r"no\.?|nomor|#",
    ELEMENT: r"(?:prioritas )?unsur.*|prioritas.*",
    "programme": r"program.*|kegiatan.*|rencana(?: tindak lanjut| aksi)?|rtl|tindak lanjut",
    MONTHS: r"bulan.*|waktu.*|jadwal.*",
    UNITS: r"penanggung ?jawab.*|unit.*|pelaksana.*|pj|pic",
    "indicator": r"indikator.*",
    "target": r"target.*|sasaran.*",
    "plan": r"rencana.*|pemeliharaan.*|upaya.*",
    "activity": r"bentuk realisasi.*|realisasi.*|kegiatan.*",
}
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is known, by the field that it fills; of a month alone, that month as it is written."""

    place: int
    kind: str
    month: str = ""


@dataclass(frozen=True, slots=True)
class PastedRow:
    """One row, by its number from 1, with the text of each field, ``marks``: months whose cell is marked."""

    number: int
    texts: Mapping[str, str]
    marks: tuple[str, ...]

    def text(self, kind: str) -> str:
        return self.texts.get(kind, "")

    def months(self, names: Names) -> Months:
        return names.months_in(", ".join(filter(None, [self.text(MONTHS), *self.marks])))

    def units(self, names: Names) -> Units:
        return names.units_in(self.text(UNITS))


@dataclass(frozen=True, slots=True)
class PastedTable:
    """``ignored``: heads of columns that are not known."""

    rows: tuple[PastedRow, ...]
    ignored: tuple[str, ...]


def table_in(text: str, fields: Sequence[str], names: Names) -> PastedTable:
    """The rows of a text. ``fields``: the fields of text, in the order in which a table without heads has them.

    Raises Declined where there is nothing, or too much.
    """
    if len(text) > MOST_CHARACTERS:
        raise Declined(f"Tempelan ini terlalu panjang. Tempel paling banyak {MOST_ROWS} baris sekaligus.")
    cells = _cells(text)
    kinds = {kind: re.compile(HEADS[kind]) for kind in (NUMBER, ELEMENT, MONTHS, UNITS, *fields)}
    columns, ignored, below = _headed(cells, kinds, names)
    if not columns:
        columns = _guessed(cells, fields, names)
    rows = cells[below:]
    if not rows:
        raise Declined(NOTHING)
    if len(rows) > MOST_ROWS:
        raise Declined(f"Ada {len(rows)} baris. Tempel paling banyak {MOST_ROWS} baris sekaligus.")
    found = _filled_down([_row(number, row, columns) for number, row in enumerate(rows, start=1)])
    return PastedTable(tuple(found), ignored)


def _cells(text: str) -> list[list[str]]:
    """Cells line by line; a cell of several lines stands in quotation marks. Empty lines are none."""
    clean = text.replace("\r\n", "\n").replace("\r", "\n")
    has_columns = "\t" in clean
    lines = csv.reader(StringIO(clean), delimiter="\t") if has_columns else ([line] for line in clean.split("\n"))
    rows = [[cell.strip() for cell in row] for row in lines]
    return [row for row in rows if any(row)]


def _headed(
    cells: list[list[str]], kinds: Mapping[str, re.Pattern[str]], names: Names
) -> tuple[list[Column], tuple[str, ...], int]:
    """The columns by the heads of the first line, and of a second one that has the months; none without heads."""
    if not cells:
        return [], (), 0
    known = [(place, _kind_of(head, kinds)) for place, head in enumerate(cells[0])]
    if len({kind for _place, kind in known if kind}) < min(2, len(cells[0])):
        return [], (), 0
    below = 1
    heads = list(cells[0])
    if len(cells) > 1 and _are_months(cells[1], names):
        below = 2
        heads = [lower or upper for lower, upper in zip(cells[1] + [""] * len(heads), heads, strict=False)]
        heads += cells[1][len(heads) :]
    columns: list[Column] = []
    ignored: list[str] = []
    taken: set[str] = set()
    for place, head in enumerate(heads):
        kind = _kind_of(head, kinds)
        if _is_month(head, names):
            columns.append(Column(place, MONTHS, head))
        elif kind and kind not in taken:
            taken.add(kind)
            columns.append(Column(place, kind))
        elif head:
            ignored.append(head)
    return columns, tuple(ignored), below


def _kind_of(head: str, kinds: Mapping[str, re.Pattern[str]]) -> str:
    return next((kind for kind, pattern in kinds.items() if pattern.fullmatch(alike(head))), "")


def _is_month(head: str, names: Names) -> bool:
    found = names.months_in(head)
    return bool(re.search(r"[A-Za-z]{3}|\d{4}", head)) and not found.unknown and bool(found.months or found.outside)


def _are_months(row: Sequence[str], names: Names) -> bool:
    heads = [cell for cell in row if cell]
    return len(heads) > 1 and all(_is_month(head, names) for head in heads)


def _guessed(cells: list[list[str]], fields: Sequence[str], names: Names) -> list[Column]:
    """The columns by what half of their cells are, or more; those that are text by the order of ``fields``."""
    width = max((len(row) for row in cells), default=0)
    tests: dict[str, Callable[[str], bool]] = {
        NUMBER: lambda cell: bool(re.fullmatch(r"\d{1,3}[.)]?|[a-z][.)]", cell)),
        ELEMENT: lambda cell: bool(names.element_in(cell)),
        MONTHS: lambda cell: bool(names.months_in(cell).months or names.months_in(cell).outside),
        UNITS: lambda cell: names.units_in(cell).all_units or bool(names.units_in(cell).units),
    }
    texts = list(fields)
    columns: list[Column] = []
    for place in range(width):
        column = [row[place] for row in cells if place < len(row) and row[place]]
        fitting = (kind for kind in tests if column and sum(map(tests[kind], column)) >= _HALF * len(column))
        kind = next(fitting, "") or (texts.pop(0) if texts and column else "")
        if kind:
            tests.pop(kind, None)
            columns.append(Column(place, kind))
    return columns


def _row(number: int, cells: Sequence[str], columns: Sequence[Column]) -> PastedRow:
    texts: dict[str, str] = {}
    marks = []
    for column in columns:
        cell = cells[column.place] if column.place < len(cells) else ""
        if column.month and is_marked(cell):
            marks.append(column.month)
        elif not column.month:
            texts[column.kind] = cell
    return PastedRow(number, texts, tuple(marks))


def _filled_down(rows: Sequence[PastedRow]) -> list[PastedRow]:
    """Rows whose element stands in a cell that is merged with the one above have it too."""
    above = ""
    filled = []
    for row in rows:
        above = row.text(ELEMENT) or above
        filled.append(PastedRow(row.number, {**row.texts, ELEMENT: above}, row.marks))
    return filled
