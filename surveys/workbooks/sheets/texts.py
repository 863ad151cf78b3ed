"""Tables that are text: separated values and web pages."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from charset_normalizer import from_bytes
from lxml.etree import LxmlError, _Element, iterparse

from offices.invisible import visible
from surveys.workbooks.sheets.cells import Cell, Sheet, UnreadableError, number_of, trimmed

MOST_SPAN = 200
MOST_TITLES = 5
"""A row of words that is wider than so many cells above it is no heading below titles."""
SEPARATORS = ";\t,|"
_SIGNS = {",": "koma (seperti angka 3,27)", ";": "titik koma", "\t": "tab"}


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
    """Raises UnreadableError for a row with more cells than its heading: a separator stands in an unquoted cell."""
    csv.field_size_limit(1_000_000)
    rows = []
    heading = 0
    for number, parts in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator), 1):
        cells = _row(parts)
        rows.append(cells)
        if len(cells) > heading or not cells:
            is_heading = _is_heading(cells)
            if 1 < heading < len(cells) and cells[0] != "" and (not is_heading or heading >= MOST_TITLES):
                sign = _SIGNS.get(separator, "tanda pemisah kolom")
                raise UnreadableError(
                    f"Baris {number} berisi {len(cells)} sel, sedangkan judulnya {heading}. Isi sel yang memuat {sign} "
                    "harus diapit tanda kutip; atau simpan sebagai Excel, lalu unggah lagi."
                )
            heading = len(parts) if cells and is_heading else 0
    return Sheet(name, rows)


def _is_heading(cells: Sequence[Cell]) -> bool:
    """Whether no number stands there, or only those of the questions."""
    numbers = [cell for cell in cells if number_of(cell) is not None]
    return not numbers or (len(numbers) > 6 and numbers == [str(number) for number in range(1, len(numbers) + 1)])


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
    """Each table of a web page that holds no other table as a sheet. Rows are let go as soon as they are read."""
    page = io.BytesIO(decoded(content).encode())
    sheets: list[Sheet] = []
    around: list[_PageTable] = []
    try:
        for event, node in iterparse(page, ("start", "end"), tag=("table", "tr"), html=True, encoding="utf-8"):
            if event == "start" and node.tag == "table":
                for outer in around:
                    outer.is_outer = True
                around.append(_PageTable())
            elif event == "end" and node.tag == "tr" and around:
                around[-1].read(node)
                node.clear(keep_tail=True)
            elif event == "end" and node.tag == "table" and around:
                table = around.pop()
                if not table.is_outer:
                    sheets.append(Sheet(f"Tabel {len(sheets) + 1}", table.rows, tuple(table.merged)))
    except (LxmlError, ValueError):
        return []
    return sheets


@dataclass(slots=True)
class _PageTable:
    """What was read of a table; cells stand where the page shows them: what spans several stands in the first."""

    is_outer: bool = False
    rows: list[list[Cell]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    covered: set[tuple[int, int]] = field(default_factory=set)

    def read(self, node: _Element) -> None:
        """One more row."""
        row = len(self.rows)
        cells: list[Cell] = []
        for cell in node.iterchildren("td", "th"):
            while (row, len(cells)) in self.covered:
                cells.append("")
            column = len(cells)
            width = _span(cell, "colspan")
            height = _span(cell, "rowspan")
            cells += [" ".join(visible(_shown(cell)).split()), *[""] * (width - 1)]
            if width > 1 or height > 1:
                self.covered |= {(row + down, column + right) for down in range(1, height) for right in range(width)}
                self.merged.append((row, column, row + height - 1, column + width - 1))
        self.rows.append(cells)


def _shown(cell: _Element) -> str:
    """The text of a cell with that behind bold words and line breaks, which part words."""
    for end in cell.iter("br", "p", "div", "li"):
        end.tail = f" {end.tail or ''}"
    return "".join(cell.itertext("*"))


def _span(cell: _Element, which: str) -> int:
    told = cell.get(which)
    if told is None or told == "1":
        return 1
    text = told.strip()
    return min(max(int(text), 1), MOST_SPAN) if text.isascii() and text.isdigit() and len(text) < 6 else 1
