"""The scores of all elements, pasted at once from a sheet or a message, put to their elements. Pure."""

import re
from collections.abc import Sequence

from offices.invisible import alike
from surveys.typed_numbers import NumberUnclearError

_NUMBER = r"\d+(?:[.,]\d+)?"
_CELL = re.compile(rf"[+]?{_NUMBER}%?", re.ASCII)
_LAST = re.compile(rf"(.*?)(?:^|[\s:;=|–-])({_NUMBER})%?", re.ASCII)
_POINTS_ONLY = re.compile(r"\d+\.\d+(?:,\d+\.\d+)+", re.ASCII)
_MARK = re.compile(r"^(?:\d{1,2}[.)]|[uU]\d{1,2}\b|[-•*–])\s*")
Elements = Sequence[tuple[str, str]]


def is_a_column(text: str) -> bool:
    """Whether a text holds more than one value."""
    return len([cell for cell in _rows(text) if cell]) > 1


def scores_in(text: str, elements: Elements) -> dict[str, str]:
    """Element key to the number as it was written: by the names that stand before the numbers, else in order.

    ``elements`` are (key, name), in order. Raises NumberUnclearError where values are missing, too many or unclear.
    """
    rows = [_row(row) for row in _rows(text)]
    while rows and not rows[0][1]:  # the head of a column
        rows.pop(0)
    named = {key: number for label, number in rows if (key := _element(label, elements)) and number}
    written = [number for _label, number in rows if number]
    if named:
        return _by_name(named, rows, elements)
    if len(rows) != len(elements):
        raise NumberUnclearError(
            f"Ada {len(written)} nilai yang ditempel, sedangkan unsurnya {len(elements)}. "
            f"Tempel {len(elements)} nilai menurut urutan unsur pada halaman ini, atau sertakan nama unsurnya."
        )
    return {key: number for (key, _name), (_label, number) in zip(elements, rows, strict=True)}


def _by_name(named: dict[str, str], rows: Sequence[tuple[str, str]], elements: Elements) -> dict[str, str]:
    strange = [label for label, number in rows if number and not _element(label, elements)]
    if strange:
        raise NumberUnclearError(f"Nama unsur “{strange[0][:60]}” tidak dikenal. Tulis seperti pada halaman ini.")
    if len(named) != len([number for _label, number in rows if number]):
        raise NumberUnclearError("Ada unsur yang ditempel lebih dari satu kali. Sisakan satu nilai bagi setiap unsur.")
    return named


def _rows(text: str) -> list[str]:
    """One text for each value: line by line, or the cells of a single line; gaps within a column stay."""
    lines = [line.strip(" ") for line in text.strip().splitlines()]
    if len(lines) > 1:
        return lines
    line = text.strip()
    if _POINTS_ONLY.fullmatch(line):
        return line.split(",")
    return [cell for cell in re.split(r"[\t;|]|,\s|\s+", line) if cell]


def _row(text: str) -> tuple[str, str]:
    """What stands before a value, and the value; empty where there is none."""
    cells = [cell.strip() for cell in re.split(r"[\t;|]", text)]
    numbers = [cell for cell in cells if _CELL.fullmatch(cell)]
    if len(numbers) > 1 and numbers[0].isdigit() and numbers[0] == cells[0]:  # a column of running numbers
        numbers = numbers[1:]
    if len(numbers) > 1:
        raise NumberUnclearError(
            f"Baris “{text[:60]}” memuat lebih dari satu nilai. Salin kolom nilai rata-ratanya saja."
        )
    if numbers:
        return " ".join(cell for cell in cells if not _CELL.fullmatch(cell)), numbers[0]
    bare = _MARK.sub("", text)
    found = _LAST.fullmatch(bare)
    return (found[1].rstrip(" :;=|–-"), found[2]) if found else (bare, "")


def _element(label: str, elements: Elements) -> str:
    """The key of the one element that a label names; empty if it names none."""
    words = re.findall(r"\w+", alike(_MARK.sub("", label)))
    found = [key for key, name in elements if words and (words == re.findall(r"\w+", alike(name)) or key in words)]
    return found[0] if len(found) == 1 else ""
