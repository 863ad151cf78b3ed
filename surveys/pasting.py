"""The scores of all names, pasted at once from a sheet or a message, put to their names. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from offices.invisible import alike
from surveys.element_names import EIGHTH, NINTH, Names, element_named, exactly_named, two_orders
from surveys.typed_numbers import NumberUnclearError

_NUMBER = r"\d+(?:[.,]\d+)?"
_CELL = re.compile(rf"[+]?{_NUMBER}[.,]?%?", re.ASCII)
_LAST = re.compile(rf"(.*?)(?:^|[\s:;=|]|(?<=\w)[–-])({_NUMBER})[.,]?%?", re.ASCII)
_POINTS_ONLY = re.compile(r"\d+\.\d+(?:,\d+\.\d+)+", re.ASCII)
_ENDS_IN_NUMBER = re.compile(rf"(?:.*[:=])?[+]?{_NUMBER}%?", re.ASCII)
_MARK = re.compile(
    r"^(?:(?P<running>\d{1,2})(?:\.(?!\d)|\))|[uU](?P<code>\d{1,2})\b[.):]?|[-*–](?!\d)|[•])\s*", re.ASCII
)
_GRADE = re.compile(r"\(?[A-D]\)?(?: ?\((?:sangat |kurang |tidak )?baik\))?", re.IGNORECASE)
_FOOT = re.compile(r"(?:ikm|indeks|rata-rata|jumlah|total)\b.*", re.IGNORECASE)
_PARTING = " \t:;=|"
_DASHES = "–—−-"
_SEVERAL = 3


@dataclass(frozen=True, slots=True)
class _Row:
    """A pasted value as ``number``, empty where there is none, and what stands before it."""

    text: str
    label: str = ""
    number: str = ""
    running: int = 0
    code: int = 0


def is_a_column(text: str) -> bool:
    """Whether a text holds several values: on lines of their own, or at least three on one line.

    Two on one line are rather one that is mistyped (``3, 27``, ``3,27 (B)``).
    """
    is_one_line = len(text.strip().splitlines()) < 2
    return not is_one_line or len([row for row in _rows(text) if _LAST.fullmatch(row)]) >= _SEVERAL


def scores_in(text: str, names: Names) -> dict[str, str]:
    """Element key to the number as it was written: by the names that stand before the numbers, else in order.

    ``names``: of the elements, in order. Only blanks and a dash mean that an element has no score. Raises
    NumberUnclearError where values are missing, too many or unclear.
    """
    rows = _without_gaps([_row(row) for row in _named_apart(_rows(text), names)], names)
    rows = _without_head(rows, names)
    while rows and _FOOT.fullmatch(rows[-1].label) and not _element(rows[-1].label, names):
        rows.pop()
    for row in rows:
        _refuse_no_number(row, names)
    if any(row.code or _element(row.label, names) for row in rows):
        return _by_name([row for row in rows if row.label or row.number or row.code], names)
    strange = [row for row in rows if row.label]
    if strange:
        raise _unknown(strange[0].label)
    if len(rows) != len(names):
        written = len([row for row in rows if row.number])
        gaps = f" dan {len(rows) - written} tempat kosong" if len(rows) > written else ""
        raise NumberUnclearError(
            f"Ada {written} nilai{gaps} yang ditempel, sedangkan unsurnya {len(names)}. "
            f"Tempel {len(names)} nilai menurut urutan unsur pada halaman ini, atau sertakan nama unsurnya."
        )
    for place, row in enumerate(rows, 1):
        if row.running not in {0, place}:
            raise NumberUnclearError(
                f"“{row.text[:60]}” bernomor {row.running}, tetapi berada pada urutan {place}. Urutkan menurut unsur "
                "pada halaman ini, atau sertakan nama unsurnya."
            )
    return {key: row.number for key, row in zip(names, rows, strict=True)}


def _by_name(rows: Sequence[_Row], names: Names) -> dict[str, str]:
    named: dict[str, str] = {}
    for row in rows:
        key = _element(row.label, names) or _by_code(row, names)
        if not key and not row.label and not row.code:
            raise NumberUnclearError(
                f"Nilai “{row.text[:60]}” tidak bernama, sedangkan yang lain bernama. Sertakan nama unsur setiap nilai."
            )
        if not key:
            raise _unknown(row.label or row.text)
        if key in named:
            raise NumberUnclearError(
                f"“{row.text[:60]}”: unsur ini ditempel lebih dari satu kali. Sisakan satu nilai bagi setiap unsur."
            )
        named[key] = row.number
    return named


def _by_code(row: _Row, names: Names) -> str:
    """The element of a bare code; two of the regulation's codes are used in both orders, so they are asked."""
    if not row.code or row.label:
        return ""
    either = two_orders(names)
    if either and row.code in (EIGHTH, NINTH):
        meant = " atau ".join(names[key][0] for key in either)
        raise NumberUnclearError(f"Kode U{row.code} pada “{row.text[:60]}” dapat berarti {meant}. Tulis nama unsurnya.")
    return list(names)[row.code - 1] if row.code <= len(names) else ""


def _unknown(label: str) -> NumberUnclearError:
    return NumberUnclearError(f"Nama unsur “{label[:60]}” tidak dikenal. Tulis seperti pada halaman ini.")


def _rows(text: str) -> list[str]:
    """One text for each value: line by line, or the parts of a single line; gaps within a column stay."""
    lines = [line.strip(" ") for line in text.strip().splitlines()]
    if len(lines) > 1:
        return lines
    line = text.strip()
    if _POINTS_ONLY.fullmatch(line):
        return line.split(",")
    rows, before = [], ""
    for part in re.split(r"[\t;|]|,\s|\s+", line):
        before = f"{before} {part}".strip()
        is_gap = before == part and part in {"-", "–"}
        if is_gap or _ENDS_IN_NUMBER.fullmatch(part):
            rows.append(before)
            before = ""
    return [*rows, before] if before else rows


def _named_apart(texts: Sequence[str], names: Names) -> list[str]:
    """The texts, a name joined with the number that stands alone below it."""
    joined: list[str] = []
    for text in texts:
        above = next((at for at in range(len(joined) - 1, -1, -1) if joined[at]), None)
        if above is not None and _CELL.fullmatch(text) and _waits(_row(joined[above]), names):
            joined[above:] = [f"{joined[above]}\t{text}"]
        else:
            joined.append(text)
    return joined


def _waits(row: _Row, names: Names) -> bool:
    return not row.number and row.text[-1] not in _DASHES and _is_name(row.label, names)


def _row(text: str) -> _Row:
    """What stands before a value, and the value; empty where there is none."""
    cells = [cell.strip() for cell in re.split(r"[\t;|]", text)]
    numbers = [cell for cell in cells if _CELL.fullmatch(cell)]
    running = 0
    if len(cells) > 1 and numbers and numbers[0] == cells[0] and numbers[0].rstrip(".").isdigit():
        running = int(numbers.pop(0).rstrip("."))  # a column of running numbers
    means = [number for number in numbers if _is_mean(number)]
    if len(means) == 1:  # beside it stands its conversion, as in Tabel 2.1
        numbers = means
    if len(numbers) > 1:
        raise NumberUnclearError(
            f"Baris “{text[:60]}” memuat lebih dari satu nilai. Salin kolom nilai rata-ratanya saja."
        )
    if numbers:
        words = " ".join(cell for cell in cells if not _CELL.fullmatch(cell) and not _GRADE.fullmatch(cell))
        return _marked(text, words, numbers[0], running)
    words = " ".join(cells[1:] if running else cells)
    bare = _MARK.sub("", words)
    if found := _LAST.fullmatch(words):
        return _marked(text, found[1], found[2], running)
    if found := _LAST.fullmatch(bare):
        return _marked(text, words[: len(words) - len(bare)] + found[1], found[2], running)
    return _marked(text, words, "", running)


def _is_mean(cell: str) -> bool:
    """Whether a cell lies in 1–4, as a mean does and its conversion (25–100) does not."""
    return 1 <= Decimal(cell.strip("+%.,").replace(",", ".")) <= 4


def _marked(text: str, words: str, number: str, running: int) -> _Row:
    """A row whose words are without marks and what parts them from the number."""
    label = words.strip()
    code = 0
    while found := _MARK.match(label):
        label = label[found.end() :]
        running = int(found["running"] or running)
        code = int(found["code"] or code)
    return _Row(text.strip(), label.strip(_PARTING + _DASHES), number.rstrip(".,"), running, code)


def _without_gaps(rows: list[_Row], names: Names) -> list[_Row]:
    """The rows without blank lines that only part them; within a column a gap is an element without score."""
    filled = [row for row in rows if row.text]
    if any(_element(row.label, names) for row in rows):
        return filled
    parts = len(rows) > 1 and all(bool(row.text) != bool(place % 2) for place, row in enumerate(rows))
    return filled if parts or len(filled) == len(names) else rows


def _without_head(rows: list[_Row], names: Names) -> list[_Row]:
    """The rows below the head of a column: words that are neither a number nor the name of an element."""
    below = next((at for at, row in enumerate(rows) if not _is_head(row, names)), len(rows))
    return rows if len(rows) == len(names) else rows[below:]


def _is_head(row: _Row, names: Names) -> bool:
    is_words = bool(row.label) and not row.number and not row.code and not re.search(r"[\d#]", row.text)
    return is_words and not _element(row.label, names)


def _refuse_no_number(row: _Row, names: Names) -> None:
    if row.number or not row.label or _is_name(row.label, names):
        return
    raise NumberUnclearError(
        f"“{row.text[:60]}” tidak memuat nilai yang terbaca. Tulis angkanya, misalnya 3,27; baris kosong atau tanda - "
        "berarti belum ada nilai."
    )


def _is_name(label: str, names: Names) -> bool:
    """Whether a label is the name of an element and nothing more."""
    ends_in_word = label[-1:].isalnum() or label.endswith(")")
    return ends_in_word and bool(exactly_named(label, names))


def _element(label: str, names: Names) -> str:
    """The key of the one element that a label names or has among its words; empty if it names none."""
    text = _MARK.sub("", label)
    if named := element_named(text, names):
        return named
    words = re.findall(r"\w+", alike(text))
    found = [key for key in names if key in words]
    return found[0] if len(found) == 1 else ""
