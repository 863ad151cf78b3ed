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
    MONTHS: r"bulan.*|waktu(?! penyelesaian).*|jadwal.*",
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


def table_in(text: str, order: Sequence[str], names: Names) -> PastedTable:
    """The rows of a text. ``order``: the kinds of the columns, in the order in which a table without heads has them.

    Raises Declined where there is nothing, or too much.
    """
    if len(text) > MOST_CHARACTERS:
        raise Declined(f"Tempelan ini terlalu panjang. Tempel paling banyak {MOST_ROWS} baris sekaligus.")
    cells = _cells(text)
    kinds = {kind: re.compile(HEADS[kind]) for kind in (NUMBER, ELEMENT, MONTHS, UNITS, *order)}
    columns, ignored, below = _headed(cells, kinds, names)
    if not columns:
        columns, ignored = _guessed(cells, order, names)
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
    told = {kind for _place, kind in known if kind} | ({MONTHS} if _are_months(cells[0][1:], names) else set())
    if len(told) < min(2, len(cells[0])) or _is_data(cells[0], cells[1:], names):
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


def _is_data(first: Sequence[str], below: Sequence[Sequence[str]], names: Names) -> bool:
    """Whether a line that looks like heads names a unit or an element, or a month where others stand beneath it."""
    for place, cell in enumerate(first):
        beneath = [row[place] for row in below if place < len(row)]
        if names.is_name(cell) or (
            _is_month(cell, names) and (not below or any(_is_month(each, names) for each in beneath))
        ):
            return True
    return False


def _kind_of(head: str, kinds: Mapping[str, re.Pattern[str]]) -> str:
    return next((kind for kind, pattern in kinds.items() if pattern.fullmatch(alike(head))), "")


def _is_month(head: str, names: Names) -> bool:
    found = names.months_in(head)
    return bool(re.search(r"[A-Za-z]{3}|\d{4}", head)) and not found.unknown and bool(found.months or found.outside)


def _are_months(row: Sequence[str], names: Names) -> bool:
    heads = [cell for cell in row if cell]
    return len(heads) > 1 and all(_is_month(head, names) for head in heads)


def _guessed(cells: list[list[str]], order: Sequence[str], names: Names) -> tuple[list[Column], tuple[str, ...]]:
    """The columns of a table without heads, and which of them nothing is known of."""
    filled = _filled(cells)
    known = _known_by_cells(filled, names)
    kinds = _in_order(filled, known, order) or _by_turns(filled, known, order, names)
    ignored = tuple(f"kolom ke-{place + 1}" for place in filled if place not in kinds)
    return [Column(place, kind) for place, kind in sorted(kinds.items())], ignored


def _filled(cells: list[list[str]]) -> dict[int, list[str]]:
    """What stands in each column, by its place; empty columns are none."""
    width = max((len(row) for row in cells), default=0)
    columns = {place: [row[place] for row in cells if place < len(row) and row[place]] for place in range(width)}
    return {place: column for place, column in columns.items() if column}


def _known_by_cells(filled: Mapping[int, list[str]], names: Names) -> dict[int, str]:
    """The columns of which half of the cells, or more, are of one kind. Numbers of rows stand in the first."""
    tests: dict[str, Callable[[str], bool]] = {
        NUMBER: lambda cell: bool(re.fullmatch(r"\d{1,3}[.)]?|[a-z][.)]", cell)),
        ELEMENT: lambda cell: bool(names.element_in(cell)),
        MONTHS: lambda cell: bool(names.months_in(cell).months or names.months_in(cell).outside),
        UNITS: lambda cell: _names_a_unit(cell, names),
    }
    known: dict[int, str] = {}
    for place, column in filled.items():
        fitting = (kind for kind in tests if sum(map(tests[kind], column)) >= _HALF * len(column))
        if kind := next(fitting, ""):
            del tests[kind]
            known[place] = kind
        tests.pop(NUMBER, None)
    return known


def _names_a_unit(cell: str, names: Names) -> bool:
    found = names.units_in(cell)
    return found.all_units or bool(found.units)


def _in_order(filled: Mapping[int, list[str]], known: Mapping[int, str], order: Sequence[str]) -> dict[int, str]:
    """The kinds in their order, with or without the element; empty where what is known of the columns gainsays it.

    Where columns at the end are missing or too many, what is no free text has to be at its place.
    """
    first = 1 if known.get(0) == NUMBER else 0
    width = max(filled, default=-1) + 1 - first
    for kinds in (order, order[1:]):
        placed = dict(enumerate(kinds[:width], start=first))
        strict = [place for place, kind in placed.items() if kind in (ELEMENT, MONTHS)]
        is_anchored = bool(strict) and (strict[-1] not in filled or known.get(strict[-1]) == placed[strict[-1]])
        agrees = all(placed.get(place) == kind for place, kind in known.items() if kind != NUMBER)
        if agrees and (width == len(kinds) or is_anchored):
            return {place: kind for place, kind in {**placed, **known}.items() if place in filled}
    return {}


def _by_turns(
    filled: Mapping[int, list[str]], known: Mapping[int, str], order: Sequence[str], names: Names
) -> dict[int, str]:
    """What is known of the columns; the one that names most units has them, the others are the texts by turns."""
    kinds = dict(known)
    if UNITS not in kinds.values():
        naming = {
            place: sum(_names_a_unit(cell, names) for cell in filled[place]) for place in filled if place not in kinds
        }
        best = max(naming, key=naming.__getitem__, default=None)
        if best is not None and naming[best]:
            kinds[best] = UNITS
    texts = [kind for kind in order if kind not in (ELEMENT, MONTHS, UNITS)]
    free = [place for place in filled if place not in kinds]
    return kinds | dict(zip(free, texts, strict=False))


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
