"""The tables of a report in a Word file: heads that are repeated on each sheet, cells that span, rows kept whole."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from offices.appearance.values import ColourName
from reports.word.columns import Cell, shares_of
from reports.word.elements import made
from reports.word.paper import TWIP
from reports.word.reading import classes_of

_CHARACTER, _OF_A_LETTER = 57_600, 88_000
"""EMU that a character of a table takes, and one of a table in the size of running text."""
IN_LETTERS = frozenset({"tanpa-garis", "tabel-surat"})
"""Tables whose words are as tall as those around them."""
BARE = frozenset({"bulan", "tanda"})
CENTRED = frozenset({"angka", "tengah", "titik", "tanda", "kosong"})
Fill = Callable[[Any, "Seat"], None]
"""Writes what a cell of the page holds into the element of its place."""


@dataclass(frozen=True, slots=True)
class Shades:
    """The colours of a table: of its lines, of its head and sums, of the heads of its groups."""

    edge: str
    head: str
    group: str

    def of(self, row: Any) -> str:
        """What lies behind a row; empty for nothing."""
        names = classes_of(row)
        if row.getparent().tag == "thead" or "jumlah" in names:
            return self.head
        return self.group if "kelompok" in names else ""


SHADES: dict[ColourName, Shades] = {
    "teal": Shades("9FB3B0", "E3EEEC", "F3F8F7"),
    "blue": Shades("A1B1C8", "E4ECF6", "F3F6FB"),
    "maroon": Shades("C4A8AA", "F6E8E9", "FCF5F5"),
    "green": Shades("A4B8A5", "E5F0E6", "F4F9F4"),
    "violet": Shades("B2A8C4", "EDE8F5", "F8F5FB"),
    "grey": Shades("A9B1B6", "E9ECEE", "F5F6F7"),
}
"""By the colour that an office chose; static/css/look.css has the same."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A cell of the page in its place; ``going_on``: the cell above goes on here, and it holds nothing."""

    cell: Any
    column: int
    across: int
    begins_down: bool
    going_on: bool
    in_head: bool
    place: Any = None

    @property
    def is_bold(self) -> bool:
        return self.cell.tag == "th" and is_lined(self.table) and "bulan" not in classes_of(self.cell)

    @property
    def is_bare(self) -> bool:
        """Whether it is as narrow as the name of a month, with no room beside it."""
        return not BARE.isdisjoint(classes_of(self.cell))

    @property
    def table(self) -> Any:
        return next(self.cell.iterancestors("table"))

    @property
    def leads(self) -> bool:
        """Whether it stands above rows that belong to it, and is not left behind by them."""
        return self.in_head or "kelompok" in classes_of(self.cell.getparent())

    @property
    def is_centred(self) -> bool:
        return self.in_head or not CENTRED.isdisjoint(classes_of(self.cell))


def table_of(table: Any, width: int, fill: Fill, shades: Shades) -> Any:
    """The table of the page, as wide as ``width`` (EMU)."""
    rows = list(_rows(table))
    columns = max((seat.column + seat.across for _row, seats in rows for seat in seats), default=1)
    texts = [
        Cell(seat.column, seat.across, _text(seat.cell), seat.in_head, is_bare=seat.is_bare)
        for _row, seats in rows
        for seat in seats
        if not seat.going_on
    ]
    character = _OF_A_LETTER if is_of_letter(table) else _CHARACTER
    widths = [round(share * width / TWIP) for share in shares_of(texts, columns, width / character)]
    grid = made("w:tblGrid", *(made("w:gridCol", w=wide) for wide in widths))
    lines = [_row(row, seats, widths, fill, shades.of(row)) for row, seats in rows]
    edge = shades.edge if is_lined(table) else ""
    return made("w:tbl", _properties(sum(widths), edge), grid, *lines)


def _text(cell: Any) -> str:
    """The place of a plan is not parted."""
    words = cell.text_content().split()
    return ("\N{NO-BREAK SPACE}" if "titik" in classes_of(cell) else " ").join(words)


def plain_row(places: list[Any], widths: list[int]) -> Any:
    """A table of one row without lines, in which things stand beside each other; widths in EMU."""
    wide = [round(width / TWIP) for width in widths]
    for place, width in zip(places, wide, strict=True):
        place.insert(0, made("w:tcPr", made("w:tcW", w=width, type="dxa")))
    properties = made(
        "w:tblPr",
        made("w:tblW", w=sum(wide), type="dxa"),
        made("w:jc", val="center"),
        made("w:tblLayout", type="fixed"),
    )
    grid = made("w:tblGrid", *(made("w:gridCol", w=width) for width in wide))
    return made("w:tbl", properties, grid, made("w:tr", made("w:trPr", made("w:cantSplit")), *places))


def is_lined(table: Any) -> bool:
    return "tanpa-garis" not in classes_of(table)


def is_of_letter(table: Any) -> bool:
    return not IN_LETTERS.isdisjoint(classes_of(table))


def _properties(width: int, edge: str) -> Any:
    """``edge``: the colour of its lines; empty where it has none."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    line = "single" if edge else "nil"
    edges = made("w:tblBorders", *(made(f"w:{side}", val=line, sz=6, space=0, color=edge or "auto") for side in sides))
    room = [
        made(f"w:{side}", w=size, type="dxa")
        for side, size in (("top", 40), ("left", 55), ("bottom", 20), ("right", 55))
    ]
    return made(
        "w:tblPr",
        made("w:tblW", w=width, type="dxa"),
        edges,
        made("w:tblLayout", type="fixed"),
        made("w:tblCellMar", *room),
        made("w:tblLook", firstRow=1, firstColumn=0, noHBand=1, noVBand=1),
    )


def _rows(table: Any) -> Iterator[tuple[Any, list[Seat]]]:
    """Every row with its cells in their columns, also those where a cell from above goes on."""
    open_cells: dict[int, tuple[Seat, int]] = {}
    for row in table.iter("tr"):
        in_head = row.getparent().tag == "thead"
        cells = iter(row.iterchildren("th", "td"))
        seats: list[Seat] = []
        column = 0
        while True:
            if column in open_cells:
                above, left = open_cells.pop(column)
                seats.append(Seat(above.cell, column, above.across, False, True, in_head))
                if left > 1:
                    open_cells[column] = (above, left - 1)
                column += above.across
                continue
            cell = next(cells, None)
            if cell is None:
                break
            across = int(cell.get("colspan") or 1)
            down = int(cell.get("rowspan") or 1)
            seat = Seat(cell, column, across, down > 1, False, in_head)
            seats.append(seat)
            if down > 1:
                open_cells[column] = (seat, down - 1)
            column += across
        yield row, seats


def _row(row: Any, seats: list[Seat], widths: list[int], fill: Fill, shade: str) -> Any:
    properties = made("w:trPr")
    if "panjang" not in classes_of(row):
        properties.append(made("w:cantSplit"))
    if row.getparent().tag == "thead":
        properties.append(made("w:tblHeader"))
    return made("w:tr", properties, *(_cell(seat, widths, shade, fill) for seat in seats))


def _cell(seat: Seat, widths: list[int], shade: str, fill: Fill) -> Any:
    width = sum(widths[seat.column : seat.column + seat.across])
    properties = made("w:tcPr", made("w:tcW", w=width, type="dxa"))
    if seat.across > 1:
        properties.append(made("w:gridSpan", val=seat.across))
    if seat.begins_down or seat.going_on:
        properties.append(made("w:vMerge", val="continue" if seat.going_on else "restart"))
    if shade:
        properties.append(made("w:shd", val="clear", color="auto", fill=shade))
    if seat.is_bare:
        sides = (made(f"w:{side}", w=0, type="dxa") for side in ("left", "right"))
        properties.append(made("w:tcMar", *sides))
    if seat.in_head:
        properties.append(made("w:vAlign", val="center"))
    place = made("w:tc", properties)
    fill(place, seat)
    return place
